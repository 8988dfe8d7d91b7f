//! Phrases that a post says itself: no quotation, no title of a work, no part of
//! an address, a handle or a file name.

use std::ops::Range;

use super::mention::{Mentions, is_joined};
use crate::language::{WordList, sentences, words};
use crate::lexicon::Hit;
use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// Reads what a post says, block by block.
pub(super) struct Spoken<'a> {
    post: &'a Post,
    read: Option<(usize, Mentions<'a>)>,
}

/// A phrase, where the post says it.
pub(super) struct Said<'a> {
    post: &'a Post,
    /// The number of its block.
    pub(super) index: usize,
    /// Its block.
    pub(super) block: &'a Block,
    /// The text of that.
    pub(super) text: &'a str,
    /// Its place there.
    pub(super) place: Range<usize>,
}

impl<'a> Spoken<'a> {
    /// What `post` says.
    pub(super) fn by(post: &'a Post) -> Spoken<'a> {
        Spoken { post, read: None }
    }

    /// The phrase that was hit, when the post says it itself.
    pub(super) fn hear(&mut self, hit: &Hit) -> Option<Said<'a>> {
        let prose = self.post.prose();
        let index = prose.block_at(hit.text.start);
        let block = &prose.blocks()[index];
        let said = Said {
            post: self.post,
            index,
            block,
            text: prose.block_text(block),
            place: hit.text.start - block.text.start..hit.text.end - block.text.start,
        };
        // A value of one word is a slug or a tag.
        let is_setting = block.kind == BlockKind::FrontMatter && !said.text.contains(' ');
        if block.kind == BlockKind::Quote || is_setting || is_joined(said.text, &said.place) {
            return None;
        }
        let (_, mentions) = match self.read.take().filter(|(read, _)| *read == index) {
            Some(same) => self.read.insert(same),
            None => self.read.insert((index, Mentions::of(self.post, block))),
        };
        (!mentions.quote(&said.place)).then_some(said)
    }
}

impl<'a> Said<'a> {
    /// The words, as they are written.
    pub(super) fn words(&self) -> &'a str {
        &self.text[self.place.clone()]
    }

    /// Where they stand in the file.
    pub(super) fn span(&self) -> Span {
        let base = self.block.text.start;
        let prose = self.post.prose();
        prose.source(base + self.place.start..base + self.place.end)
    }

    /// The sentence around them, as a range of the block's text.
    pub(super) fn sentence(&self) -> Range<usize> {
        let all = sentences(self.text);
        let around = all.into_iter().find(|one| one.contains(&self.place.start));
        around.unwrap_or(0..self.text.len())
    }

    /// What stands before them in the sentence.
    pub(super) fn before(&self) -> &'a str {
        &self.text[self.sentence().start..self.place.start]
    }

    /// What stands behind them in the block.
    pub(super) fn after(&self) -> &'a str {
        &self.text[self.place.end..]
    }

    /// True when they start a sentence, a heading or an item.
    pub(super) fn is_first(&self) -> bool {
        words(self.before()).next().is_none()
    }

    /// True when capitals make a name of them: in the middle of a sentence, or
    /// beside another one.
    pub(super) fn is_name(&self) -> bool {
        let is_capital = |text: &str| text.starts_with(char::is_uppercase);
        let found = self.words();
        let after = self.after();
        let next = words(after).next().map_or("", |word| &after[word]);
        is_capital(found)
            && found.contains(char::is_lowercase)
            && (!self.is_first() || is_capital(next))
    }

    /// True when the words right before deny what is said.
    pub(super) fn is_denied(&self) -> bool {
        const DENIALS: WordList = WordList::new(
            "not never no isn't aren't wasn't weren't don't doesn't didn't without hardly nor",
        );
        const NEAR: usize = 4;
        let before = self.before();
        let found: Vec<Range<usize>> = words(before).collect();
        let mut near = found.iter().rev().take(NEAR);
        near.any(|word| DENIALS.has(&before[word.clone()]))
    }

    /// True when the sentence denies it, or asks, or tells what others think.
    pub(super) fn is_doubted(&self) -> bool {
        const DOUBTS: WordList = WordList::new(
            "nobody feel feels felt think thinks thought assume assumed say says said told whether              think worry if",
        );
        let before = self.before();
        let sentence = self.sentence();
        self.is_denied()
            || self.text[sentence].ends_with('?')
            || words(before).any(|word| DOUBTS.has(&before[word]))
    }
}
