//! Template syntax, covered up before the Markdown parser sees it.
//!
//! `{{< ref "x" >}}` inside a link kills the link, and a comment inside a
//! highlighted block becomes a heading. So a copy of the post is made in which
//! every template is overwritten with as many bytes: offsets hold, and
//! destinations and list items stay whole.

use memchr::{memchr, memmem};

use super::generator::Notation;
use super::template::{Template, TemplateKind, within};
use super::{containers, scan};
use crate::span::Span;

/// A post with its templates covered up.
#[derive(Debug)]
pub(super) struct Masked {
    /// As long as the original, byte for byte.
    pub(super) text: String,
    /// What was covered, in order, without overlaps.
    pub(super) templates: Vec<Template>,
}

impl Masked {
    /// The templates that share a byte with `span`.
    pub(super) fn within(&self, span: Span) -> &[Template] {
        within(&self.templates, span)
    }
}

/// Covers the templates of `text` from byte `start` on, as the generator's
/// `notation` has them; in `mdx`, braces and `import` lines are templates too.
pub(super) fn mask(text: &str, start: usize, notation: &Notation, mdx: bool) -> Masked {
    let templates = scan::templates(text, start, notation, mdx);
    let mut masked = text.as_bytes().to_vec();
    for template in &templates {
        cover(text, *template, &mut masked[template.span.range()]);
    }
    cover_brackets(text, start, &mut masked);
    flatten(&mut masked[start..]);
    Masked {
        // Whole characters were replaced by ASCII, so this never changes a byte.
        text: String::from_utf8(masked).unwrap_or_else(|_| text.to_owned()),
        templates,
    }
}

/// Overwrites the bytes of `template`. On lines of its own it is a block, and
/// parts what stands around it; among words, `x` keeps destinations and list
/// items whole.
fn cover(text: &str, template: Template, bytes: &mut [u8]) {
    if containers::is_admonition(template, text) {
        // What is indented below is its content: an item of a list has that too.
        bytes.fill(b'x');
        bytes[..4].copy_from_slice(b"-   ");
    } else if has_own_lines(text, template.span) {
        for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
    } else if template.kind == TemplateKind::Code {
        // The lines between two calls; what stands beside a call is in its line.
        let mut lines = bytes.split_mut(|byte| *byte == b'\n').peekable();
        let mut is_first = true;
        while let Some(line) = lines.next() {
            let is_whole = !is_first && lines.peek().is_some();
            line.fill(if is_whole { b' ' } else { b'x' });
            is_first = false;
        }
    } else {
        bytes.fill(b'x');
    }
}

/// How deep quotes and lists are read; parsers are slow in deeper ones.
const DEEPEST: usize = 100;

/// Covers the marks of quotes and lists that nest deeper than anybody writes.
fn flatten(masked: &mut [u8]) {
    let is_mark = |byte: &u8| matches!(byte, b'>' | b'-' | b'+' | b'*');
    let mut at = 0;
    while at < masked.len() {
        let marks = masked[at..]
            .iter_mut()
            .take_while(|byte| is_mark(byte) || matches!(byte, b' ' | b'\t'));
        for mark in marks.filter(|byte| is_mark(byte)).skip(DEEPEST) {
            *mark = b'x';
        }
        let line = memchr(b'\n', &masked[at..]);
        at = line.map_or(masked.len(), |len| at + len + 1);
    }
}

/// `[[1]](https://example.com)` is a link with brackets in its text, and no
/// wikilink: covers the inner brackets of it.
fn cover_brackets(text: &str, start: usize, masked: &mut [u8]) {
    let mut at = start;
    while let Some(found) = memmem::find(&text.as_bytes()[at..], b"]]") {
        let close = at + found;
        at = close + 2;
        let is_text = text[at..].starts_with(['(', '[']);
        let open = text[start..close]
            .rfind(['[', ']', '\n'])
            .map(|open| start + open);
        if let Some(open) = open.filter(|_| is_text)
            && open > start
            // In a template they are covered already.
            && masked[open] == b'['
            && masked[close] == b']'
            && text[..=open].ends_with("[[")
        {
            masked[open] = b'x';
            masked[close] = b'x';
        }
    }
}

/// True when nothing but blanks stands beside the template on its lines.
pub(super) fn has_own_lines(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end_matches([' ', '\t']);
    let after = text[span.end as usize..].trim_start_matches([' ', '\t']);
    // A destination may stand on a line of its own.
    let in_destination = before.trim_end().ends_with('(');
    (before.is_empty() || before.ends_with('\n'))
        && (after.is_empty() || after.starts_with(['\n', '\r']))
        && !in_destination
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn masked(text: &str) -> String {
        masked_by(Generator::Unknown, text)
    }

    fn masked_by(generator: Generator, text: &str) -> String {
        let mdx = generator.is_mdx("post.md");
        let masked = mask(text, 0, generator.notation(), mdx);
        assert_eq!(masked.text.len(), text.len());
        masked.text
    }

    #[test]
    fn templates_become_as_many_x() {
        assert_eq!(masked("a {{< b >}} c"), "a xxxxxxxxx c");
        assert_eq!(
            masked("[a]({{< ref \"b.md\" >}})"),
            "[a](xxxxxxxxxxxxxxxxxx)"
        );
        assert_eq!(masked("{% raw %}x{{ y }}"), "xxxxxxxxxxxxxxxxx");
        assert_eq!(masked("a\n{{< b >}}\nc"), "a\n         \nc");
        assert_eq!(masked("a\n:::note\nb\n:::"), "a\n       \nb\n   ");
    }

    #[test]
    fn nothing_is_covered_across_a_blank_line() {
        assert_eq!(masked("{{ a\n\nb }}"), "{{ a\n\nb }}");
    }

    #[test]
    fn code_is_left_alone() {
        for code in [
            "`{{` and `}}`",
            "```\n{{ x }}\n```\n",
            "- ```js\n  {{ x }}\n  ```\n",
            "~~~\n{{ x }}\n",
            "\\{{ x",
        ] {
            assert_eq!(masked(code), code);
        }
    }

    #[test]
    fn the_body_of_a_highlight_goes_too() {
        let text = "{{< highlight sh >}}\n# no heading\n{{< /highlight >}}\nend";
        assert!(masked(text).ends_with("\nend"));
        assert!(!masked(text).contains('#'));
    }

    #[test]
    fn each_generator_has_its_own_templates() {
        let text = "{{< a >}} {{ b }} {% c %} <D.e>";
        for (generator, left) in [
            (Generator::Plain, "{{< a >}} {{ b }} {% c %} <D.e>"),
            (Generator::Hugo, "xxxxxxxxx {{ b }} {% c %} <D.e>"),
            (Generator::Jekyll, "xxxxxxxxx xxxxxxx xxxxxxx <D.e>"),
            (Generator::Docusaurus, "xxxxxxxxx xxxxxxx xxxxxxx xxxxx"),
        ] {
            assert_eq!(masked_by(generator, text), left, "{generator:?}");
        }
    }

    #[test]
    fn templates_in_code_are_taken_where_they_run() {
        let text = "```\n{{< a >}} {{\n```\n`{{< b >}}`";
        assert_eq!(masked(text), text);
        let left = "```\nxxxxxxxxx {{\n```\n`xxxxxxxxx`";
        assert_eq!(masked_by(Generator::Hugo, text), left);
    }

    #[test]
    fn an_admonition_becomes_an_item() {
        let text = "!!! note \"A\"\n    b\n\nc";
        let left = "-   xxxxxxxx\n    b\n\nc";
        assert_eq!(masked_by(Generator::MkDocs, text), left);
    }

    #[test]
    fn components_on_lines_of_their_own_part_the_text() {
        let text = "<Note\n  a={1}\n>\n*b* <Kbd>c</Kbd>\n</Note>";
        let left = "     \n       \n \n*b* <Kbd>c</Kbd>\n       ";
        assert_eq!(masked_by(Generator::Docusaurus, text), left);
    }
}
