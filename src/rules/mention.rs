//! Whether a text uses words or talks about them.
//!
//! "[TK]" in quotation marks, in italics, or beside the word "placeholder" is
//! no placeholder: the post tells its readers about one.

use std::ops::Range;

use crate::language::{Quotations, WordList, words};
use crate::post::{Block, Post};

/// Words that say the text is about placeholders, templates or the like.
const MENTIONS: WordList = WordList::new(
    "type enter placeholder placeholders template templates replace replaced tag tags variable \
     variables syntax formula handlebars mustache liquid jinja nunjucks interpolation stands \
     substitute",
);

/// Where a block quotes, and where it talks about words.
pub(super) struct Mentions<'a> {
    post: &'a Post,
    block: &'a Block,
    quotations: Quotations,
    /// Where the words stand that say so.
    signs: Vec<usize>,
}

impl<'a> Mentions<'a> {
    /// Reads `block` of `post`.
    pub(super) fn of(post: &'a Post, block: &'a Block) -> Mentions<'a> {
        let text = post.prose().block_text(block);
        Mentions {
            post,
            block,
            quotations: Quotations::of(text),
            signs: words(text)
                .filter(|word| MENTIONS.has(&text[word.clone()]))
                .map(|word| word.start)
                .collect(),
        }
    }

    /// True when the block says anywhere that it is about words.
    pub(super) fn are_there(&self) -> bool {
        !self.signs.is_empty()
    }

    /// True when `place` of the block's text is talked about.
    pub(super) fn hold(&self, place: &Range<usize>) -> bool {
        /// A long sentence, in bytes.
        const AROUND: usize = 160;
        let from = place.start.saturating_sub(AROUND);
        let next = self.signs.partition_point(|&at| at < from);
        let near = self
            .signs
            .get(next)
            .is_some_and(|&at| at < place.end + AROUND);
        near || self.quote(place)
    }

    /// True when `place` of the block's text stands in quotation marks or in
    /// italics, as titles of works do.
    pub(super) fn quote(&self, place: &Range<usize>) -> bool {
        self.quotations.hold(place.start) || self.is_italic(place)
    }

    /// True between two single `*` or `_`; bold only makes it easier to see.
    fn is_italic(&self, place: &Range<usize>) -> bool {
        let base = self.block.text.start;
        let span = self
            .post
            .prose()
            .source(base + place.start..base + place.end);
        let text = self.post.text();
        let (start, end) = (span.start as usize, span.end as usize);
        ['*', '_'].into_iter().any(|mark| {
            let before = text[..start].trim_end_matches(mark);
            let after = text[end..].trim_start_matches(mark);
            before.len() + 1 == start && text.len() - after.len() == end + 1
        })
    }
}

/// True when the word is part of something: a handle, an address, a file name,
/// a compound, or a word whose first letter is a picture.
pub(super) fn is_joined(text: &str, word: &Range<usize>) -> bool {
    const JOINTS: [char; 15] = [
        '-', '/', '_', '.', '@', '#', '+', '=', '&', '\'', '’', ':', '\\', '\u{fffc}', '[',
    ];
    let before = text[..word.start].chars().next_back();
    let mut after = text[word.end..].chars();
    let is_tied = after.next().is_some_and(|c| JOINTS.contains(&c));
    before.is_some_and(|c| JOINTS.contains(&c) || c.is_alphanumeric())
        || (is_tied && after.next().is_some_and(char::is_alphanumeric))
}

/// True for a block that the one before it leads in with a colon: "The memo said:".
pub(super) fn is_led_in(post: &Post, index: usize) -> bool {
    let prose = post.prose();
    index.checked_sub(1).is_some_and(|before| {
        prose
            .block_text(&prose.blocks()[before])
            .trim_end()
            .ends_with(':')
    })
}
