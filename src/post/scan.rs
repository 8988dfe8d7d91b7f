//! Finding the templates of a post, before its Markdown is read.

use memchr::{memchr, memchr2, memchr3, memmem};

use super::code_marks::{code_span_len, fence_end, paragraph_len};
use super::generator::Notation;
use super::mask::has_own_lines;
use super::template::{Call, Template, TemplateKind};
use super::{containers, mdx};
use crate::span::Span;

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

/// Tags of HTML that only hold what is in them, which is Markdown in MDX.
const WRAPPERS: &[&str] = &[
    "div", "section", "article", "aside", "main", "header", "footer", "nav", "details", "center",
    "span", "p",
];

/// The templates of `text` from byte `start` on, in order.
pub(super) fn templates(text: &str, start: usize, notation: &Notation, mdx: bool) -> Vec<Template> {
    let mut templates = Vec::new();
    let body = &text[start..];
    // Most posts have none at all.
    let has_templates = mdx
        || body.contains('{')
        || (notation.containers && memmem::find(body.as_bytes(), b":::").is_some())
        || (notation.admonitions && containers::may_hold_admonitions(body));
    if has_templates {
        let mut scanner = Scanner {
            text,
            at: start,
            notation,
            mdx,
            paragraph: start,
            fuel: text.len().saturating_mul(4).max(1 << 16),
            templates: &mut templates,
        };
        scanner.run();
    }
    templates
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    notation: &'a Notation,
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
        while self.at < self.text.len() {
            if !self.line() {
                self.rest_of_line();
            }
        }
    }

    /// Takes what stands on a line from byte `at` on; `at` is then the start of
    /// a line.
    fn rest_of_line(&mut self) {
        let bytes = self.text.as_bytes();
        let mut line_end = self.at;
        while self.at < bytes.len() {
            if line_end <= self.at {
                let len = memchr(b'\n', &bytes[self.at..]);
                line_end = len.map_or(bytes.len(), |len| self.at + len);
            }
            let line = &bytes[self.at..line_end];
            let mark = if self.mdx {
                memchr3(b'{', b'`', b'<', line)
            } else {
                memchr2(b'{', b'`', line)
            };
            let Some(mark) = mark else {
                self.at = (line_end + 1).min(bytes.len());
                return;
            };
            self.at += mark;
            let before = bytes[..self.at].iter().rev();
            let is_escaped = before.take_while(|byte| **byte == b'\\').count() % 2 == 1;
            match bytes[self.at] {
                _ if is_escaped => self.at += 1,
                b'`' => self.code_span(),
                b'{' => match self.template_here() {
                    Some((kind, end)) => self.template(kind, end),
                    None => self.at += 1,
                },
                _ => match self.component_here() {
                    Some(end) => self.push(TemplateKind::Component, self.at, end),
                    None => self.at += 1,
                },
            }
        }
    }

    /// Takes what a line at `at` starts with: code, a module of MDX, the line
    /// of a call-out. True when a new line starts behind it.
    fn line(&mut self) -> bool {
        let (text, at) = (self.text, self.at);
        if let Some(end) = fence_end(text, at) {
            self.code(end);
            return true;
        }
        if self.mdx
            && let Some(end) = mdx::module_line_end(text, at)
        {
            self.push(TemplateKind::Code, at, end);
            return true;
        }
        if let Some(line) = containers::line(text, at, self.notation) {
            self.push(
                TemplateKind::Container,
                line.start as usize,
                line.end as usize,
            );
        }
        false
    }

    /// Steps over code up to byte `end`, and takes the templates in it where
    /// they run in code, too.
    fn code(&mut self, end: usize) {
        while self.notation.in_code && self.at < end {
            let Some(found) = self.text[self.at..end].find('{') else {
                break;
            };
            self.at += found;
            match self.template_here() {
                // What looks like a comment is shown: no generator has them there.
                Some((kind, close)) if close <= end && kind != TemplateKind::Comment => {
                    self.push(kind, self.at, close);
                }
                _ => self.at += 1,
            }
        }
        self.at = end;
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
            Some(len) => self.code(self.at + len),
            None => {
                self.burn(read);
                self.at += run;
            }
        }
    }

    /// The kind and end of the template that opens here.
    fn template_here(&mut self) -> Option<(TemplateKind, usize)> {
        let rest = &self.text[self.at..];
        let opens = |marks: &[&str]| marks.iter().any(|mark| rest.starts_with(mark));
        let notation = self.notation;
        let (kind, open, close) = if notation.shortcodes && opens(&["{{<"]) {
            (TemplateKind::Shortcode, 3, ">}}")
        } else if notation.shortcodes && opens(&["{{%"]) {
            (TemplateKind::Shortcode, 3, "%}}")
        } else if notation.shortcodes && opens(&["{{/*", "{{- /*"]) {
            (TemplateKind::Comment, 4, "}}")
        } else if opens(&["{/*"]) {
            (TemplateKind::Comment, 3, "*/}")
        } else if notation.tags && opens(&["{%"]) {
            (TemplateKind::Tag, 2, "%}")
        } else if notation.tags && opens(&["{# ", "{#-", "{#\n"]) {
            (TemplateKind::Comment, 3, "#}")
        } else if notation.attributes && opens(&["{:"]) {
            (TemplateKind::Attributes, 2, "}")
        } else if self.mdx && opens(&["{#"]) {
            // The id of a heading.
            return None;
        } else if self.mdx || (notation.expressions && opens(&["{{"])) {
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

    /// The end of the component that opens here, when Markdown would not take
    /// it for HTML, or would not read the Markdown in it.
    fn component_here(&mut self) -> Option<usize> {
        if self.fuel == 0 {
            return None;
        }
        let at = self.at;
        let end = mdx::tag_end(self.rest_of_paragraph()).map(|len| at + len);
        let Some(end) = end else {
            self.burn(self.paragraph.saturating_sub(at));
            return None;
        };
        let name = self.text[at + 1..end].trim_start_matches('/');
        let name = name
            .split(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
            .next()
            .unwrap_or_default();
        let is_no_html = name.is_empty() || name.contains('.');
        let holds_markdown =
            name.starts_with(|c: char| c.is_ascii_uppercase()) || WRAPPERS.contains(&name);
        let is_block = holds_markdown && has_own_lines(self.text, Span::new(at, end));
        (is_no_html || is_block).then_some(end)
    }

    /// Takes the template that ends at `end`, and the code it may open.
    fn template(&mut self, kind: TemplateKind, end: usize) {
        let start = self.at;
        self.push(kind, start, end);
        let Some(call) = Call::read(self.text, Span::new(start, end)) else {
            return;
        };
        if kind == TemplateKind::Tag && call.name == "raw" && !call.closing {
            // What looks like a template in there is shown as it is.
            match body_end(&self.text[end..], "raw") {
                Some(body) => self.at = end + body,
                None => self.burn(self.text.len() - end),
            }
            return;
        }
        let written = &self.text[start..end];
        let is_code = call.is_any(CODE_BODIES)
            || written.contains(" lang=")
            || written.contains(" language=");
        let closes_itself = written.ends_with("/>}}") || written.ends_with("/%}}");
        if call.closing || !is_code || closes_itself || self.fuel == 0 {
            return;
        }
        match body_end(&self.text[end..], call.name) {
            Some(0) => {}
            Some(body) => self.push(TemplateKind::Code, end, end + body),
            None => self.burn(self.text.len() - end),
        }
    }
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
        // Zola closes everything with `{% end %}`.
        let is_closed = |rest: &str| rest.starts_with(name) || rest.trim_start().starts_with("%}");
        if closing.is_some_and(is_closed) {
            return Some(open);
        }
        at = open + 1;
    }
    None
}
