//! A post: one Markdown file, read once, with every word mapped to its bytes.
//!
//! [`Post::parse`] takes any text and never fails: what is wrong with a front
//! matter is kept as a fault, and the body is read all the same. Rules look at
//! the parts through the accessors here; all places are [`Span`]s of the file
//! as the author wrote it.

mod called_image;
mod change;
mod code_marks;
mod containers;
mod destination;
pub mod front_matter;
mod gather;
mod generator;
mod html;
mod html_parts;
mod links;
mod markdown;
mod mask;
mod mdx;
mod numbers;
mod parts;
pub mod prose;
mod readability;
mod scan;
mod shortcode;
mod template;

use std::sync::{Arc, OnceLock};

use crate::language::detect;
use crate::span::Span;

pub use change::Change;
pub use front_matter::FrontMatter;
pub use generator::Generator;
pub use parts::{
    Alt, Code, Comment, Embed, Footnotes, Heading, Image, ImageOrigin, Labelled, Link, LinkKind,
    Title,
};
pub use prose::{Block, BlockKind, Prose};
pub use template::{Template, TemplateKind};

use parts::Parts;

/// A post and its parts.
#[derive(Debug)]
pub struct Post {
    path: String,
    generator: Generator,
    text: Arc<str>,
    front_matter: Option<FrontMatter>,
    body: Span,
    parts: Parts,
    templates: Vec<Template>,
    /// Found when a rule asks.
    numbers: OnceLock<Vec<u32>>,
}

impl Post {
    /// Reads `text`, the content of the file at `path`, which `generator` makes
    /// a page of.
    ///
    /// The path tells MDX, and lets rules see dates in it; it is not opened.
    pub fn parse(path: impl Into<String>, text: impl Into<Arc<str>>, generator: Generator) -> Post {
        let path = path.into();
        let text: Arc<str> = text.into();
        let (front_matter, body) = front_matter::locate(&text);
        let masked = mask::mask(&text, body, generator.notation(), generator.is_mdx(&path));
        let parts = markdown::read(&text, body, &masked, front_matter.as_ref());
        Post {
            body: Span::new(body, text.len()),
            path,
            generator,
            front_matter,
            parts,
            templates: masked.templates,
            numbers: OnceLock::new(),
            text,
        }
    }

    /// Path from the root of the repo, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What makes a page of it.
    pub fn generator(&self) -> Generator {
        self.generator
    }

    /// True for MDX, in which words between `<` and `>` are components.
    pub fn is_mdx(&self) -> bool {
        self.generator.is_mdx(&self.path)
    }

    /// The file as it is, byte for byte.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The bytes at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The language it is written in, as a code such as `en`: what its front
    /// matter says, else `of_site`, else what its words tell. None when they
    /// are too few.
    pub fn language<'a>(&'a self, of_site: Option<&'a str>) -> Option<&'a str> {
        let keys = ["lang", "language", "locale"];
        let said = keys.into_iter().find_map(|key| {
            let code = self.front_matter.as_ref()?.text(key).value()?;
            Some(code.trim())
        });
        // `en-GB` and `en_US` are English.
        said.or(of_site)
            .map(|code| code.split(['-', '_']).next().unwrap_or(code))
            .or_else(|| detect(self.prose().text()))
    }

    /// The first bytes of all words of the file that hold a digit, be it in
    /// prose, code, a comment or an address.
    pub fn numbers(&self) -> &[u32] {
        self.numbers.get_or_init(|| numbers::starts(&self.text))
    }

    /// The settings at the top, if there are any.
    pub fn front_matter(&self) -> Option<&FrontMatter> {
        self.front_matter.as_ref()
    }

    /// Where it opens: at the delimiter of its front matter, or else with its
    /// first line. Comments above that are none of its words.
    pub fn opening(&self) -> Span {
        if let Some(front_matter) = &self.front_matter {
            return front_matter.opening;
        }
        let mut start = self.body.start as usize;
        for comment in self.comments() {
            let between = self.text.get(start..comment.span.start as usize);
            if between.is_some_and(|text| text.trim().is_empty()) {
                start = comment.span.end as usize;
            }
        }
        let rest = Span::new(start, self.text.len()).trimmed(&self.text);
        let line = self.slice(rest).lines().next().unwrap_or_default();
        let start = rest.start as usize;
        Span::new(start, start + line.trim_end().len())
    }

    /// Everything behind the front matter.
    pub fn body(&self) -> Span {
        self.body
    }

    /// The words, as a reader sees them.
    pub fn prose(&self) -> &Prose {
        &self.parts.prose
    }

    /// Links, in the order of the text.
    pub fn links(&self) -> &[Link] {
        &self.parts.links
    }

    /// The links that start in `span`.
    pub fn links_in(&self, span: Span) -> &[Link] {
        let links = &self.parts.links;
        let from = links.partition_point(|link| link.span.start < span.start);
        let len = links[from..].partition_point(|link| link.span.start < span.end);
        &links[from..from + len]
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

    /// `<cite>` tags, and calls such as `{{< cite "key" >}}`.
    pub fn citations(&self) -> &[Span] {
        &self.parts.citations
    }

    /// Films, frames, posts of networks.
    pub fn embeds(&self) -> &[Embed] {
        &self.parts.embeds
    }

    /// Shortcodes, tags, expressions, components.
    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    /// The templates that share a byte with `span`.
    pub fn templates_in(&self, span: Span) -> &[Template] {
        template::within(&self.templates, span)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_opens_with_its_front_matter_or_its_first_line() {
        let opening = |text: &str| {
            let post = Post::parse("a.md", text, Generator::Unknown);
            post.slice(post.opening()).to_owned()
        };
        assert_eq!(opening("---\ntitle: A\n---\nText.\n"), "---");
        assert_eq!(opening("\n\nOne.\nTwo.\n"), "One.");
        assert_eq!(opening("<!-- a remark -->\n\nOne.\n"), "One.");
        assert_eq!(opening(""), "");
    }
}
