//! The places of a post that a waiver can be for: its blocks and elements.

use std::cmp::Reverse;

use crate::post::Post;
use crate::span::Span;

/// Blocks nest two deep at most: an alt text in a paragraph.
const BACK: usize = 8;

/// The blocks and the whole elements of a post, in the order of the text.
#[derive(Debug)]
pub(super) struct Places<'a> {
    elements: &'a [Span],
    blocks: Vec<Span>,
    /// What a comment can be above of.
    all: Vec<Span>,
}

impl<'a> Places<'a> {
    pub(super) fn new(post: &'a Post) -> Places<'a> {
        let mut blocks: Vec<Span> = post
            .prose()
            .blocks()
            .iter()
            .map(|block| block.span)
            .collect();
        let order = |span: &Span| (span.start, Reverse(span.end));
        blocks.sort_by_key(order);
        let mut all = blocks.clone();
        all.extend(
            post.elements()
                .iter()
                .filter(|span| !is_comment(post, span)),
        );
        all.sort_by_key(order);
        Places {
            elements: post.elements(),
            blocks,
            all,
        }
    }

    /// What a comment covers: the block it stands in, or else what follows it.
    pub(super) fn covered_by(&self, comment: Span) -> Span {
        if let Some(own) = self.block(comment) {
            return own;
        }
        let next = self.all.partition_point(|span| span.start < comment.end);
        let none = Span::at(comment.end as usize);
        self.all.get(next).copied().unwrap_or(none)
    }

    /// The smallest place that holds all of `span`, or else that itself.
    pub(super) fn around(&self, span: Span) -> Span {
        self.block(span)
            .or_else(|| self.element(span))
            .unwrap_or(span)
    }

    /// The element at the top level that holds `span`.
    pub(super) fn element(&self, span: Span) -> Option<Span> {
        let upto = self.elements.partition_point(|one| one.start <= span.start);
        let last = self.elements[..upto].last()?;
        last.contains(span).then_some(*last)
    }

    fn block(&self, span: Span) -> Option<Span> {
        let upto = self.blocks.partition_point(|one| one.start <= span.start);
        let mut near = self.blocks[..upto].iter().rev().take(BACK);
        near.find(|one| one.contains(span)).copied()
    }
}

/// A comment on lines of its own is an element, but nothing to cover.
fn is_comment(post: &Post, span: &Span) -> bool {
    let text = post.slice(*span).trim();
    text.starts_with("<!--") && text.ends_with("-->") && text.matches("-->").count() == 1
}

#[cfg(test)]
mod tests {
    use crate::post::{Generator, Post};

    /// What the only waiver of a post covers.
    fn covered(path: &str, text: &str) -> String {
        let post = Post::parse(path, text, Generator::Unknown);
        let waivers = super::super::find(&post);
        assert_eq!(waivers.len(), 1, "{waivers:?}");
        post.slice(waivers[0].covers).trim_end().to_owned()
    }

    const COMMENT: &str = "<!-- sayso: allow evidence/superlative: x -->";

    #[test]
    fn it_covers_the_next_block() {
        let text = format!("One.\n\n{COMMENT}\nTwo\nlines.\n\nThree.\n");
        assert_eq!(covered("a.md", &text), "Two\nlines.");
        let text = format!("{COMMENT}\n\n- one\n- two\n\nThree.\n");
        assert_eq!(covered("a.md", &text), "- one\n- two");
        assert_eq!(covered("a.md", &format!("One.\n\n{COMMENT}\n")), "");
    }

    #[test]
    fn inside_a_block_it_covers_that_block() {
        let text = format!("One {COMMENT} two.\n\nThree.\n");
        assert!(covered("a.md", &text).starts_with("One"));
        let text = format!("- one\n- two {COMMENT}\n");
        assert!(covered("a.md", &text).starts_with("two"));
    }

    #[test]
    fn comments_of_every_notation_count() {
        let mdx = "{/* sayso: allow evidence/superlative: x */}\n\nOne.\n";
        assert_eq!(covered("a.mdx", mdx), "One.");
        let template = "{{/* sayso: allow evidence/superlative: x */}}\n\nOne.\n";
        assert_eq!(covered("a.md", template), "One.");
    }
}
