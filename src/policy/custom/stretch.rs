//! A text of a post that is searched, and where it stands.

use std::ops::Range;

use crate::post::{BlockKind, Post};
use crate::span::Span;

/// A piece of a post.
#[derive(Debug)]
pub(super) struct Stretch<'p> {
    pub(super) text: &'p str,
    /// Its bytes of the file.
    pub(super) span: Span,
    /// Its range of the prose; none for a text that stands in the file as it is.
    pub(super) prose: Option<Range<usize>>,
}

impl<'p> Stretch<'p> {
    /// A piece of the prose.
    pub(super) fn of_prose(post: &'p Post, range: Range<usize>) -> Stretch<'p> {
        Stretch {
            text: &post.prose().text()[range.clone()],
            span: post.prose().source(range.clone()),
            prose: Some(range),
        }
    }

    /// A piece of the file.
    pub(super) fn of_file(post: &'p Post, span: Span) -> Stretch<'p> {
        Stretch {
            text: post.slice(span),
            span,
            prose: None,
        }
    }

    /// The bytes of the file that `range` of its text came from.
    pub(super) fn source(&self, post: &Post, range: Range<usize>) -> Span {
        match &self.prose {
            Some(prose) => post
                .prose()
                .source(prose.start + range.start..prose.start + range.end),
            None => {
                let start = self.span.start as usize;
                Span::new(start + range.start, start + range.end)
            }
        }
    }
}

/// The blocks that hold `span`: the one it stands in, behind the alt text of an
/// image when it stands in that.
pub(super) fn holders(post: &Post, span: Span) -> impl Iterator<Item = usize> {
    let blocks = post.prose().blocks();
    let next = blocks.partition_point(|block| block.span.start <= span.start);
    let is_alt = |index: &usize| blocks[*index].kind == BlockKind::AltText;
    // Alt texts follow the block their images stand in.
    let first = (0..next).rev().find(|index| !is_alt(index)).unwrap_or(0);
    (first..next)
        .rev()
        .filter(move |&index| blocks[index].span.contains(span))
}

/// The part of the prose that readers see of `span`, such as the text of a link.
pub(super) fn shown(post: &Post, span: Span) -> Option<Range<usize>> {
    let prose = post.prose();
    let part = |index: usize| {
        let text = &prose.blocks()[index].text;
        // The first byte of the block that came from `from` or later.
        let first = |from: u32| {
            let (mut low, mut high) = (text.start, text.end);
            while low < high {
                let middle = low + (high - low) / 2;
                if prose.source(middle..middle + 1).start < from {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        first(span.start)..first(span.end)
    };
    holders(post, span)
        .map(part)
        .find(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[test]
    fn the_text_of_a_link_is_found_in_the_prose() {
        let text = "- One [**click** `x` here &amp; é](https://example.com) [![a](b.png)](c).\n";
        let post = Post::parse("a.md", text, Generator::Unknown);
        let shown: Vec<_> = post
            .links()
            .iter()
            .filter_map(|link| shown(&post, link.text))
            .map(|range| &post.prose().text()[range])
            .collect();
        assert_eq!(shown, ["click \u{fffc} here & é"]);
    }
}
