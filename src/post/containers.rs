//! Call-outs whose lines are no Markdown: `:::note Title` of Docusaurus and
//! MyST, `!!! note "Title"` of MkDocs.

use super::code_marks;
use super::generator::Notation;
use super::template::{Template, TemplateKind};
use crate::span::Span;

/// Marks that open a call-out over an indented text.
const ADMONITIONS: [&str; 5] = ["!!! ", "??? ", "???+ ", "=== \"", "===+ \""];

/// True when a line of `body` may open a call-out over an indented text.
pub(super) fn may_hold_admonitions(body: &str) -> bool {
    ADMONITIONS.iter().any(|mark| body.contains(mark))
}

/// The line at byte `at`, without the blanks around it, when it opens or
/// closes a call-out.
pub(super) fn line(text: &str, at: usize, notation: &Notation) -> Option<Span> {
    let line = code_marks::line(text, at);
    let rest = code_marks::strip_list_marker(line.trim_start_matches([' ', '\t', '>']));
    let start = at + (line.len() - rest.len());
    let opens = (notation.containers && rest.starts_with(":::"))
        || (notation.admonitions && opens_admonition(rest));
    if !opens {
        return None;
    }
    Some(Span::new(start, start + rest.trim_end().len()))
}

fn opens_admonition(text: &str) -> bool {
    ADMONITIONS.iter().any(|mark| text.starts_with(mark))
}

/// True for the line of a call-out whose content is indented below it.
pub(super) fn is_admonition(template: Template, text: &str) -> bool {
    template.kind == TemplateKind::Container && opens_admonition(template.span.slice(text))
}

/// The title on the `line` of a call-out: behind the name, in the brackets of
/// Docusaurus, or in quotation marks.
pub(super) fn title(text: &str, line: Span) -> Option<Span> {
    let written = line.slice(text);
    let marks = written.trim_start_matches([':', '!', '?', '+', '=', ' ', '\t']);
    let (from, to) = if opens_admonition(written) {
        let open = written.find(['"', '\''])?;
        let quote = char::from(written.as_bytes()[open]);
        (open + 1, open + 1 + written[open + 1..].find(quote)?)
    } else {
        // `{note}` of MyST, `note` of everybody else, then perhaps `[Title]`.
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '{' | '}' | '-' | '_' | '.');
        let name = marks.find(|c: char| !is_name(c))?;
        let rest = &marks[name..];
        let behind = rest.trim_start();
        let lead = written.len() - behind.len();
        match behind.strip_prefix('[') {
            Some(label) => (lead + 1, lead + 1 + label.find(']')?),
            None => (lead, lead + behind.find('{').unwrap_or(behind.len())),
        }
    };
    let base = line.start as usize;
    let title = Span::new(base + from, base + to).trimmed(text);
    (!title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_found() {
        for (line, found) in [
            (":::note", None),
            (":::", None),
            (":::note Before you start", Some("Before you start")),
            (":::tip[Use *this*]{.wide}", Some("Use *this*")),
            ("::: warning Mind the gap", Some("Mind the gap")),
            (":::{note} A title", Some("A title")),
            (":::{.callout-note}", None),
            ("!!! note \"A title\"", Some("A title")),
            ("!!! note", None),
            ("=== \"Tab\"", Some("Tab")),
        ] {
            let title = title(line, Span::new(0, line.len()));
            assert_eq!(title.map(|span| span.slice(line)), found, "{line}");
        }
    }
}
