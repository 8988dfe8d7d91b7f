//! A post: one Markdown file, read once, with every word mapped to its bytes.
//!
//! [`Post::parse`] takes any text and never fails: what is wrong with a front
//! matter is kept as a fault, and the body is read all the same. Rules look at
//! the parts through the accessors here; all places are [`Span`]s of the file
//! as the author wrote it.

mod code_marks;
mod containers;
mod destination;
pub mod front_matter;
mod html;
mod html_parts;
mod links;
mod markdown;
mod mask;
mod mdx;
mod parts;
pub mod prose;
mod shortcode;

use std::sync::Arc;

use crate::span::Span;

pub use front_matter::FrontMatter;
pub use mask::{Template, TemplateKind};
pub use parts::{
    Alt, Code, Comment, Footnotes, Heading, Image, ImageOrigin, Labelled, Link, LinkKind, Title,
};
pub use prose::{Block, BlockKind, Prose};

use parts::Parts;

/// A post and its parts.
#[derive(Debug)]
pub struct Post {
    path: String,
    text: Arc<str>,
    front_matter: Option<FrontMatter>,
    body: Span,
    parts: Parts,
    templates: Vec<Template>,
}

impl Post {
    /// Reads `text`, the content of the file at `path`.
    ///
    /// The path decides whether it is MDX, and lets rules see dates in it; it
    /// is not opened.
    pub fn parse(path: impl Into<String>, text: impl Into<Arc<str>>) -> Post {
        let path = path.into();
        let text: Arc<str> = text.into();
        let (front_matter, body) = front_matter::locate(&text);
        let is_mdx = path.to_ascii_lowercase().ends_with(".mdx");
        let masked = mask::mask(&text, body, is_mdx);
        let parts = markdown::read(&text, body, &masked, front_matter.as_ref());
        Post {
            body: Span::new(body, text.len()),
            path,
            front_matter,
            parts,
            templates: masked.templates,
            text,
        }
    }

    /// Path from the root of the repo, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file as it is, byte for byte.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The bytes at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The settings at the top, if there are any.
    pub fn front_matter(&self) -> Option<&FrontMatter> {
        self.front_matter.as_ref()
    }

    /// Everything behind the front matter.
    pub fn body(&self) -> Span {
        self.body
    }

    /// The words, as a reader sees them.
    pub fn prose(&self) -> &Prose {
        &self.parts.prose
    }

    /// Links, in the order they close.
    pub fn links(&self) -> &[Link] {
        &self.parts.links
    }

    /// Images of every notation that is known.
    pub fn images(&self) -> &[Image] {
        &self.parts.images
    }

    /// Code spans and code blocks.
    pub fn code(&self) -> &[Code] {
        &self.parts.code
    }

    /// HTML, MDX and template comments.
    pub fn comments(&self) -> &[Comment] {
        &self.parts.comments
    }

    /// References to footnotes, and their definitions.
    pub fn footnotes(&self) -> &Footnotes {
        &self.parts.footnotes
    }

    /// `<cite>` tags.
    pub fn citations(&self) -> &[Span] {
        &self.parts.citations
    }

    /// Shortcodes, tags, expressions.
    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    /// The templates that share a byte with `span`.
    pub fn templates_in(&self, span: Span) -> &[Template] {
        mask::within(&self.templates, span)
    }

    /// Headings of the body, also those without a word of prose.
    pub fn headings(&self) -> &[Heading] {
        &self.parts.headings
    }

    /// The elements at the top level of the body: a list or a table is one.
    pub fn elements(&self) -> &[Span] {
        &self.parts.elements
    }

    /// True when `span` is inside code.
    pub fn is_code(&self, span: Span) -> bool {
        self.parts.code.iter().any(|code| code.span.overlaps(span))
    }
}
