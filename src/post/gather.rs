//! The words of a post, gathered block by block.
//!
//! A block is a [`Draft`] while its text comes in, and is laid into the prose
//! when it closes; what is nested in it (the alt text of an image) follows it.

use super::containers;
use super::markdown::Builder;
use super::parts::Comment;
use super::prose::{BlockKind, Draft, OPAQUE, Piece};
use super::template::{self, Template, TemplateKind};
use crate::span::Span;

impl<'a> Builder<'a> {
    pub(super) fn open_block(&mut self, kind: BlockKind, span: Span) {
        self.close_implicit();
        // The line of a call-out is in the paragraph below it, and no part of it.
        let span = match self.templates_in(span).first() {
            Some(first) if containers::is_admonition(*first, self.text) => Span {
                start: first.span.end.min(span.end),
                ..span
            },
            _ => span,
        };
        self.open
            .push(Draft::new(kind, Some(span.trimmed(self.text))));
    }

    /// Text without a block of its own opens one.
    pub(super) fn ensure_open(&mut self) {
        if self.open.is_empty() {
            self.open.push(Draft::new(self.kind(), None));
            self.implicit = true;
        }
    }

    pub(super) fn close_implicit(&mut self) {
        if self.implicit {
            self.close_block();
        }
    }

    /// Lays the open draft, and what was nested in it, into the prose.
    pub(super) fn close_block(&mut self) {
        let Some(draft) = self.open.pop() else {
            return;
        };
        if !self.open.is_empty() {
            self.nested.push(draft);
            return;
        }
        self.implicit = false;
        self.code_tags = 0;
        self.lay(&draft);
        for draft in std::mem::take(&mut self.nested) {
            self.lay(&draft);
        }
    }

    pub(super) fn lay(&mut self, draft: &Draft) {
        let element = self.parts.elements.len().checked_sub(1);
        let before = self.parts.prose.blocks().len();
        self.parts.prose.push(draft, self.section, element);
        if self.parts.prose.blocks().len() > before {
            self.bare_links(before);
        }
    }

    pub(super) fn draft(&mut self) -> &mut Draft {
        self.ensure_open();
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// Text of the post: byte for byte where it stands so, without templates.
    pub(super) fn words(&mut self, content: &str, span: Span) {
        if self.code_tags > 0 {
            return;
        }
        if span.slice(self.parsed()) == content {
            self.verbatim(span);
        } else {
            self.draft().stand_in(content, span, Piece::Whole);
        }
    }

    /// The text that the parser reads: the masked copy, but for an aside, which
    /// is inside a template.
    pub(super) fn parsed(&self) -> &'a str {
        if self.aside.is_some() {
            self.text
        } else {
            &self.masked.text
        }
    }

    /// The templates that share a byte with `span`, but the one an aside is in.
    pub(super) fn templates_in(&self, span: Span) -> &'a [Template] {
        if self.aside.is_some() {
            return &[];
        }
        self.masked.within(span)
    }

    /// The bytes at `span`, with one opaque character for each template.
    pub(super) fn verbatim(&mut self, span: Span) {
        let text = self.text;
        let mut at = span.start;
        for template in self.templates_in(span) {
            let before = Span {
                start: at,
                end: template.span.start.max(at),
            };
            self.draft().verbatim(before.slice(text), before);
            self.template(*template);
            at = template.span.end.min(span.end);
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        self.draft().verbatim(rest.slice(text), rest);
    }

    /// What readers get of a template among words.
    fn template(&mut self, template: Template) {
        match template.kind {
            TemplateKind::Comment | TemplateKind::Container | TemplateKind::Attributes => {}
            TemplateKind::Expression => {
                // `{" "}` is how MDX writes a blank.
                let text = self.text;
                match template::written_out(text, template.span, &[template]) {
                    Some(words) => self.draft().verbatim(words.slice(text), words),
                    None => self.opaque(template.span),
                }
            }
            _ => self.opaque(template.span),
        }
    }

    pub(super) fn opaque(&mut self, span: Span) {
        let mut buffer = [0; 4];
        let text: &str = OPAQUE.encode_utf8(&mut buffer);
        self.draft().stand_in(text, span, Piece::Whole);
    }

    pub(super) fn line_break(&mut self, span: Span, hard: bool) {
        // A block does not start with a break.
        if self.draft().text.is_empty() {
            return;
        }
        let text = if hard { "\n" } else { " " };
        self.draft().stand_in(text, span, Piece::Break { hard });
    }

    pub(super) fn comment(&mut self, span: Span, text: Span) {
        self.parts.comments.push(Comment { span, text });
    }
}
