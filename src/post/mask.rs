//! Template syntax, found and covered up before the Markdown parser sees it.
//!
//! `{{< ref "x" >}}` inside a link kills the link, and a comment inside a
//! highlighted block becomes a heading. So a copy of the post is made in which
//! every template is overwritten with as many `x` bytes: offsets hold, and
//! destinations and list items stay whole. Nothing is covered inside code.

use super::code_marks::{code_span_len, fence_end, paragraph_len};
use super::{containers, mdx};
use crate::span::Span;

/// What a template call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateKind {
    /// A Hugo or Zola shortcode: `{{< name … >}}`, `{{% name … %}}`.
    Shortcode,
    /// An expression: `{{ name }}`, and `{name}` in MDX.
    Expression,
    /// A tag: `{% name … %}`.
    Tag,
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

/// Those of `templates` (in order, without overlaps) that share a byte with `span`.
pub(super) fn within(templates: &[Template], span: Span) -> &[Template] {
    let from = templates.partition_point(|template| template.span.end <= span.start);
    let len = templates[from..].partition_point(|template| template.span.start < span.end);
    &templates[from..from + len]
}

/// Shortcodes and tags whose body is code or data, not prose.
const CODE_BODIES: &[&str] = &[
    "highlight",
    "prism",
    "code",
    "codeblock",
    "mermaid",
    "prettify",
    "plantuml",
    "math",
    "katex",
    "chart",
    "style",
    "script",
    "comment",
];

/// Covers the templates of `text` from byte `start` on. `mdx` says whether
/// braces and `import` lines are templates too.
pub(super) fn mask(text: &str, start: usize, mdx: bool) -> Masked {
    let mut templates = Vec::new();
    let bytes = text.as_bytes();
    // Most posts have no brace at all.
    let has_templates = bytes[start..].contains(&b'{') || mdx;
    if has_templates {
        let mut scanner = Scanner {
            text,
            at: start,
            mdx,
            paragraph: start,
            fuel: text.len().saturating_mul(4).max(1 << 16),
            templates: &mut templates,
        };
        scanner.run();
    }
    let mut masked = text.as_bytes().to_vec();
    for template in &templates {
        // On lines of its own a template is a block, and parts what stands
        // around it; among words, `x` keeps destinations and list items whole.
        let stand_in = if has_own_lines(text, template.span) {
            b' '
        } else {
            b'x'
        };
        for byte in &mut masked[template.span.range()] {
            if stand_in == b'x' || *byte != b'\n' {
                *byte = stand_in;
            }
        }
    }
    containers::cover(&mut masked, start);
    Masked {
        // Whole characters were replaced by ASCII, so this never changes a byte.
        text: String::from_utf8(masked).unwrap_or_else(|_| text.to_owned()),
        templates,
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    mdx: bool,
    /// End of the paragraph that holds `at`; templates do not reach over it.
    paragraph: usize,
    /// Bytes that searches without a result may still read. Only a text made
    /// to be slow runs out, and is then read as having no more templates.
    fuel: usize,
    templates: &'a mut Vec<Template>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut line_start = true;
        while self.at < bytes.len() {
            if line_start {
                line_start = false;
                if let Some(end) = fence_end(self.text, self.at) {
                    self.at = end;
                    line_start = true;
                    continue;
                }
                if self.mdx
                    && let Some(end) = mdx::module_line_end(self.text, self.at)
                {
                    self.push(TemplateKind::Code, self.at, end);
                    line_start = true;
                    continue;
                }
            }
            match bytes[self.at] {
                b'\n' => {
                    line_start = true;
                    self.at += 1;
                }
                b'\\' => {
                    let escapes = matches!(bytes.get(self.at + 1), Some(b'{' | b'`' | b'\\'));
                    self.at += 1 + usize::from(escapes);
                }
                b'`' => self.code_span(),
                b'{' => match self.template_here() {
                    Some((kind, end)) => self.template(kind, end),
                    None => self.at += 1,
                },
                _ => self.at += 1,
            }
        }
    }

    fn push(&mut self, kind: TemplateKind, start: usize, end: usize) {
        self.templates.push(Template {
            kind,
            span: Span::new(start, end),
        });
        self.at = end;
    }

    /// The text from `at` to the end of its paragraph.
    fn rest_of_paragraph(&mut self) -> &str {
        if self.at >= self.paragraph {
            self.paragraph = self.at + paragraph_len(&self.text[self.at..]);
        }
        &self.text[self.at..self.paragraph]
    }

    /// Pays for a search that read `bytes` and found nothing.
    fn burn(&mut self, bytes: usize) {
        self.fuel = self.fuel.saturating_sub(bytes);
    }

    /// Steps over the code span that opens here, or over its backticks when
    /// nothing closes them.
    fn code_span(&mut self) {
        let out_of_fuel = self.fuel == 0;
        let rest = self.rest_of_paragraph();
        let run = rest.len() - rest.trim_start_matches('`').len();
        let closed = if out_of_fuel {
            None
        } else {
            code_span_len(rest, run)
        };
        let read = rest.len();
        match closed {
            Some(len) => self.at += len,
            None => {
                self.burn(read);
                self.at += run;
            }
        }
    }

    /// The kind and end of the template that opens here.
    fn template_here(&mut self) -> Option<(TemplateKind, usize)> {
        let rest = &self.text[self.at..];
        let (kind, open, close) = if rest.starts_with("{{<") {
            (TemplateKind::Shortcode, 3, ">}}")
        } else if rest.starts_with("{{%") {
            (TemplateKind::Shortcode, 3, "%}}")
        } else if rest.starts_with("{{/*") || rest.starts_with("{{- /*") {
            (TemplateKind::Comment, 4, "}}")
        } else if rest.starts_with("{/*") {
            (TemplateKind::Comment, 3, "*/}")
        } else if rest.starts_with("{%") {
            (TemplateKind::Tag, 2, "%}")
        } else if ["{# ", "{#-", "{#\n"]
            .iter()
            .any(|open| rest.starts_with(open))
        {
            (TemplateKind::Comment, 3, "#}")
        } else if rest.starts_with("{{") || self.mdx {
            (TemplateKind::Expression, 2, "}}")
        } else {
            return None;
        };
        if self.fuel == 0 {
            return None;
        }
        let end = if kind == TemplateKind::Expression && self.mdx {
            mdx::expression_end(self.text, self.at)
        } else if kind == TemplateKind::Comment {
            // A comment may hold blank lines.
            let body = &self.text[self.at + open..];
            body.find(close)
                .map(|len| self.at + open + len + close.len())
        } else {
            let at = self.at;
            let body = self.rest_of_paragraph().get(open..)?;
            body.find(close).map(|len| at + open + len + close.len())
        };
        if end.is_none() {
            let read = if self.mdx || kind == TemplateKind::Comment {
                self.text.len()
            } else {
                self.paragraph
            };
            self.burn(read.saturating_sub(self.at));
        }
        Some((kind, end?))
    }

    /// Takes the template that ends at `end`, and the code it may open.
    fn template(&mut self, kind: TemplateKind, end: usize) {
        let start = self.at;
        self.push(kind, start, end);
        let call = &self.text[start..end];
        let Some(name) = call_name(call) else {
            return;
        };
        let is_code =
            CODE_BODIES.contains(&name) || call.contains(" lang=") || call.contains(" language=");
        let closes_itself = call.ends_with("/>}}") || call.ends_with("/%}}");
        if !is_code || closes_itself || self.fuel == 0 {
            return;
        }
        match body_end(&self.text[end..], name) {
            Some(0) => {}
            Some(body) => self.push(TemplateKind::Code, end, end + body),
            None => self.burn(self.text.len() - end),
        }
    }
}

/// The name a shortcode or tag calls; none for a closing one.
pub(super) fn call_name(call: &str) -> Option<&str> {
    let inner = call
        .strip_prefix("{{<")
        .or_else(|| call.strip_prefix("{{%"))
        .or_else(|| call.strip_prefix("{%"))?;
    let inner = inner.trim_start_matches('-').trim_start();
    let end = inner
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/')))
        .unwrap_or(inner.len());
    (end > 0 && !inner.starts_with('/')).then(|| &inner[..end])
}

/// Where, in `rest`, the call that closes `name` starts.
fn body_end(rest: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = rest[at..].find('{') {
        let open = at + found;
        let inner = rest[open..]
            .trim_start_matches(['{', '%', '<', '-'])
            .trim_start();
        let closing = inner
            .strip_prefix('/')
            .map(str::trim_start)
            .or_else(|| inner.strip_prefix("end"));
        if closing.is_some_and(|rest| rest.starts_with(name)) {
            return Some(open);
        }
        at = open + 1;
    }
    None
}

/// True when nothing but blanks stands beside the template on its lines.
fn has_own_lines(text: &str, span: Span) -> bool {
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

    fn masked(text: &str) -> String {
        let masked = mask(text, 0, false);
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
}
