//! Pieces of template syntax in a post, and what a call among them says.

use super::mdx;
use crate::span::Span;

/// What a piece of template syntax is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateKind {
    /// A Hugo shortcode: `{{< name … >}}`, `{{% name … %}}`.
    Shortcode,
    /// An expression: `{{ name }}`, and `{name}` in MDX.
    Expression,
    /// A tag: `{% name … %}`.
    Tag,
    /// A component of MDX: `<Name … />`.
    Component,
    /// The line that opens or closes a call-out: `:::note Title`, `!!! note "Title"`.
    Container,
    /// Attributes of what stands before or above: `{: .class}`.
    Attributes,
    /// A comment that never reaches the page: `{{/* … */}}`, `{# … #}`, `{/* … */}`.
    Comment,
    /// Code between two templates, or a line of `import` or `export` in MDX.
    Code,
}

/// A piece of template syntax in a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is.
    pub kind: TemplateKind,
    /// All of it, with its braces.
    pub span: Span,
}

/// Those of `templates` (in order, without overlaps) that share a byte with `span`.
pub(super) fn within(templates: &[Template], span: Span) -> &[Template] {
    let from = templates.partition_point(|template| template.span.end <= span.start);
    let len = templates[from..].partition_point(|template| template.span.start < span.end);
    &templates[from..from + len]
}

/// A template that calls something by its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call<'a> {
    pub(super) name: &'a str,
    /// True for the call that closes another: `{{< /name >}}`, `{% endname %}`.
    pub(super) closing: bool,
    /// What stands behind the name.
    rest: Span,
}

/// What a call is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Argument<'a> {
    /// Its name; none for one known by its place.
    pub(super) name: Option<&'a str>,
    /// Its value, without quotes.
    pub(super) value: Span,
    /// True when the value is written out, and not computed.
    pub(super) literal: bool,
}

/// Marks that open and close the kinds of call.
const MARKS: [(&str, &str); 5] = [
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<", ">"),
];

impl<'a> Call<'a> {
    /// The call at `span` of `text`, if it is one.
    pub(super) fn read(text: &'a str, span: Span) -> Option<Call<'a>> {
        let written = span.slice(text);
        let (open, close) = MARKS
            .into_iter()
            .find(|(open, _)| written.starts_with(open))?;
        let inner = written.get(open.len()..)?;
        let inner = inner.strip_suffix(close).unwrap_or(inner);
        let inner = inner.strip_suffix('-').unwrap_or(inner);
        let start = span.start as usize + open.len();
        let lead = inner.len() - inner.trim_start_matches(['-', ' ', '\t', '\n', '\r']).len();
        let slash = usize::from(inner[lead..].starts_with('/'));
        let blank = inner[lead + slash..].len() - inner[lead + slash..].trim_start().len();
        let at = lead + slash + blank;
        let name = word(&inner[at..]);
        // `{{ name }}` is a value, `{{ name() }}` a call.
        let is_value = open == "{{" && !inner[at + name.len()..].starts_with('(');
        if name.is_empty() || is_value {
            return None;
        }
        let ended = (open == "{%").then(|| name.strip_prefix("end")).flatten();
        Some(Call {
            name: ended.filter(|name| !name.is_empty()).unwrap_or(name),
            closing: slash == 1 || ended.is_some(),
            rest: Span::new(start + at + name.len(), start + inner.len()),
        })
    }

    /// True when the call has one of these names, in any case.
    pub(super) fn is_any(&self, names: &[&str]) -> bool {
        names
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// True for `name(…)`, as Zola calls.
    pub(super) fn is_function(&self, text: &str) -> bool {
        self.rest.slice(text).starts_with('(')
    }

    /// What it is given, in order.
    pub(super) fn arguments(&self, text: &'a str) -> Vec<Argument<'a>> {
        let mut found = Vec::new();
        let mut at = self.rest.start as usize;
        let end = self.rest.end as usize;
        while at < end {
            let rest = &text[at..end];
            let skipped = rest.trim_start_matches(|c: char| {
                c.is_whitespace() || matches!(c, ',' | '(' | ')' | '|' | '/')
            });
            at += rest.len() - skipped.len();
            if skipped.is_empty() {
                break;
            }
            let name = word(skipped);
            let behind = &skipped[name.len()..];
            let is_named = !name.is_empty()
                && behind
                    .trim_start()
                    .strip_prefix(['=', ':'])
                    .is_some_and(|value| !value.starts_with(['/', '=']));
            if is_named {
                at += name.len() + behind.find(['=', ':']).unwrap_or(0) + 1;
                at += text[at..end].len() - text[at..end].trim_start().len();
            }
            let (value, next, literal) = value(text, at, end);
            found.push(Argument {
                name: is_named.then_some(name),
                value,
                literal,
            });
            at = next.max(at + 1);
            while at < end && !text.is_char_boundary(at) {
                at += 1;
            }
        }
        found
    }
}

/// The part of an attribute's value at `span` that readers get: all of it, or
/// the text in `{"…"}`. None when one of the `templates` in it computes it.
pub(super) fn written_out(text: &str, span: Span, templates: &[Template]) -> Option<Span> {
    let Some(first) = templates.first() else {
        return Some(span);
    };
    let is_jsx = first.kind == TemplateKind::Expression && span.slice(text).starts_with('{');
    // `src={x}/>`: the slash closes the tag.
    let is_all = first.span.cover(span) == span
        && first.span.start == span.start
        && matches!(&text[first.span.end as usize..span.end as usize], "" | "/");
    if !is_all || !is_jsx {
        return None;
    }
    let (value, _, literal) = value(text, span.start as usize, first.span.end as usize);
    literal.then_some(value)
}

/// The value at byte `at`, the byte behind it, and whether it is written out.
fn value(text: &str, at: usize, end: usize) -> (Span, usize, bool) {
    let rest = &text[at..end];
    match rest.chars().next() {
        Some(quote @ ('"' | '\'' | '`')) => {
            let len = closing_quote(&rest[1..], quote).unwrap_or(rest.len() - 1);
            let value = Span::new(at + 1, at + 1 + len);
            (value, (at + len + 2).min(end), true)
        }
        Some('{') => {
            let close = mdx::expression_end(&text[..end], at).unwrap_or(end);
            let inner = Span::new(at + 1, (close - 1).max(at + 1)).trimmed(text);
            match text_of_expression(text, inner) {
                Some(words) => (words, close, true),
                None => (inner, close, false),
            }
        }
        _ => {
            let len = rest
                .find(|c: char| c.is_whitespace() || matches!(c, ',' | ')' | '|'))
                .unwrap_or(rest.len());
            let bare = rest[..len].trim_end_matches(['-', '/']).len();
            (Span::new(at, at + bare), at + len, true)
        }
    }
}

/// The text that the expression at `inner` stands for: a text in quotes, or
/// the file that `require` or `useBaseUrl` is given.
fn text_of_expression(text: &str, inner: Span) -> Option<Span> {
    let written = inner.slice(text);
    let calls = ["require(", "useBaseUrl("];
    let argument = calls.iter().find_map(|call| written.strip_prefix(call));
    let quoted = argument.unwrap_or(written);
    let quote = quoted
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let len = closing_quote(&quoted[1..], quote)?;
    let words = &quoted[1..=len];
    let is_all = argument.is_some() || len + 2 == quoted.len();
    let start = inner.start as usize + (written.len() - quoted.len()) + 1;
    (is_all && !words.contains("${")).then(|| Span::new(start, start + len))
}

/// Bytes before the quote that closes; a backslash takes the next character along.
fn closing_quote(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote != '`' => escaped = true,
            c if c == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// The name at the start of `text`.
fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/')))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['/', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Some(call) = Call::read(text, Span::new(0, text.len())) else {
            return "-".to_owned();
        };
        let mut out = call.name.to_owned();
        for argument in call.arguments(text) {
            let name = argument
                .name
                .map_or(String::new(), |name| format!("{name}="));
            let mark = if argument.literal { "" } else { "?" };
            out.push_str(&format!(" {name}{}{mark}", argument.value.slice(text)));
        }
        out
    }

    #[test]
    fn calls_of_every_generator_are_read() {
        for (call, told) in [
            (
                "{{< figure src=\"a b.png\" alt=`c` w=300 >}}",
                "figure src=a b.png alt=c w=300",
            ),
            ("{{% ref \"a.md#b\" %}}", "ref a.md#b"),
            (
                "{{ image(src=\"a.png\", alt='é') }}",
                "image src=a.png alt=é",
            ),
            (
                "{%- include figure.html src=\"a\" -%}",
                "include figure.html src=a",
            ),
            ("{% image \"a.jpg\", \"a cat\" %}", "image a.jpg a cat"),
            ("{% post_url 2026-05-04-b %}", "post_url 2026-05-04-b"),
            (
                "<Image src={hero} alt=\"a\" width={3} {...rest} />",
                "Image src=hero? alt=a width=3? ...rest?",
            ),
            (
                "<Figure\n  alt={'it'}\n  onClick={() => a > 3}/>",
                "Figure alt=it onClick=() => a > 3?",
            ),
            (
                "{{< figure alt=\"a \\\"b\\\"\" >}}",
                "figure alt=a \\\"b\\\"",
            ),
            ("{{< fig alt=\"never closed >}}", "fig alt=never closed "),
            ("{{}}", "-"),
        ] {
            assert_eq!(shown(call), told, "{call}");
        }
    }

    #[test]
    fn a_closing_call_is_told() {
        for call in [
            "{{< /quote >}}",
            "{{</quote>}}",
            "{% endquote %}",
            "</quote>",
        ] {
            let read = Call::read(call, Span::new(0, call.len())).expect("a call");
            assert!(read.closing && read.name == "quote", "{call} {read:?}");
        }
    }
}
