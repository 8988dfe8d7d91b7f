//! Passages in which a post itself states something, sentence by sentence.
//!
//! Headings, quotations and answers of others are left out here, once for all
//! rules that look for claims.

use std::cell::OnceCell;
use std::ops::Range;

use super::Context;
use crate::evidence::{Wanted, find, looked_for};
use crate::finding::Findings;
use crate::language::claim::Sentence;
use crate::language::{Quotations, sentences};
use crate::post::{BlockKind, Post};

/// Reads the blocks of a post, each once for all the phrases in it.
pub(super) struct Passages<'a> {
    post: &'a Post,
    last: Option<Passage<'a>>,
}

impl<'a> Passages<'a> {
    /// Of `post`.
    pub(super) fn of(post: &'a Post) -> Passages<'a> {
        Passages { post, last: None }
    }

    /// The passage with byte `at` of the prose.
    pub(super) fn around(&mut self, at: usize) -> &Passage<'a> {
        let index = self.post.prose().block_at(at);
        let passage = match self.last.take() {
            Some(same) if same.index == index => same,
            _ => Passage::new(self.post, index),
        };
        self.last.insert(passage)
    }
}

/// A claim of the post itself that nothing backs.
pub(super) struct Unbacked<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// Where they stand in the prose.
    pub(super) place: Range<usize>,
    /// In what kind of block.
    pub(super) kind: BlockKind,
}

/// What `grammar` finds around `places` of the prose, in the post's own voice
/// and without the evidence `wanted`: one for a sentence.
pub(super) fn unbacked<'a>(
    post: &'a Post,
    cx: &Context<'_>,
    places: impl IntoIterator<Item = Range<usize>>,
    wanted: Wanted,
    grammar: impl Fn(&Sentence<'_>, Range<usize>, Said<'a>) -> Option<Range<usize>>,
) -> Vec<Unbacked<'a>> {
    let names = cx.company.own_names();
    let mut passages = Passages::of(post);
    let mut found = Vec::new();
    let mut done = 0;
    for place in places {
        if place.start < done {
            continue;
        }
        let passage = passages.around(place.start);
        let Some(said) = passage.sentence(place.start) else {
            continue;
        };
        let sentence = Sentence::new(said.text);
        let Some(claim) = grammar(&sentence, said.inside(&place), said) else {
            continue;
        };
        if passage.is_said_by_others(place.start, &names)
            || find(post, said.place(), wanted, cx.company).is_some()
        {
            continue;
        }
        done = said.place().end;
        found.push(Unbacked {
            words: &said.text[claim.clone()],
            place: said.outside(claim),
            kind: passage.kind,
        });
    }
    found
}

/// Reports what `grammar` finds around the hits of a rule and nothing nearby
/// backs: the message is its words and `what`.
pub(super) fn report_unbacked<'a>(
    post: &'a Post,
    cx: &Context<'_>,
    out: &mut Findings,
    (what, help): (&str, &str),
    grammar: impl Fn(&Sentence<'_>, Range<usize>, Said<'a>) -> Option<Range<usize>>,
) {
    let places = cx.hits.iter().map(|hit| hit.text.clone());
    for claim in unbacked(post, cx, places, Wanted::NEARBY, grammar) {
        let span = post.prose().source(claim.place);
        out.report(span, format!("\"{}\" {what}", claim.words))
            .label(looked_for(Wanted::NEARBY.scope, claim.kind))
            .help(help);
    }
}

/// A block and its sentences.
pub(super) struct Passage<'a> {
    /// Number of the block.
    pub(super) index: usize,
    /// What it is to its reader.
    pub(super) kind: BlockKind,
    text: &'a str,
    base: usize,
    sentences: Vec<Range<usize>>,
    quotations: OnceCell<Quotations>,
}

impl<'a> Passage<'a> {
    fn new(post: &'a Post, index: usize) -> Passage<'a> {
        let block = &post.prose().blocks()[index];
        let text = post.prose().block_text(block);
        let claims = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableCell | BlockKind::Html
        );
        Passage {
            index,
            kind: block.kind,
            text,
            base: block.text.start,
            // Headings, titles and quotations do not claim.
            sentences: if claims { sentences(text) } else { Vec::new() },
            quotations: OnceCell::new(),
        }
    }

    /// The sentence with byte `at` of the prose.
    pub(super) fn sentence(&self, at: usize) -> Option<Said<'a>> {
        /// A longer sentence is a list or a table that lost its marks, in bytes.
        const LONGEST: usize = 1500;
        let place = at.checked_sub(self.base)?;
        let number = self.sentences.partition_point(|one| one.end <= place);
        let sentence = self.sentences.get(number)?;
        let next = self.sentences.get(number + 1).cloned().unwrap_or_default();
        (sentence.len() <= LONGEST && sentence.start <= place).then(|| Said {
            text: &self.text[sentence.clone()],
            start: self.base + sentence.start,
            next: &self.text[next],
        })
    }

    /// True when byte `at` of the prose stands in quotation marks.
    pub(super) fn quotes(&self, at: usize) -> bool {
        let quotations = self.quotations.get_or_init(|| Quotations::of(self.text));
        quotations.hold(at - self.base)
    }

    /// True when byte `at` of the prose stands in quotation marks, or in an
    /// answer of somebody who is none of `names`.
    pub(super) fn is_said_by_others(&self, at: usize, names: &[&str]) -> bool {
        self.quotes(at) || has_speaker(self.text, names)
    }
}

/// A sentence of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    /// Its words.
    pub(super) text: &'a str,
    /// Where it starts in the prose.
    pub(super) start: usize,
    /// The sentence behind it, if the passage goes on.
    pub(super) next: &'a str,
}

impl Said<'_> {
    /// Where it stands in the prose.
    pub(super) fn place(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What is at `place` of the prose, as a place in the sentence.
    pub(super) fn inside(&self, place: &Range<usize>) -> Range<usize> {
        place.start - self.start..place.end - self.start
    }

    /// What is at `range` of the sentence, as a place in the prose.
    pub(super) fn outside(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }
}

/// True for an answer in an interview: "Kim: We are …".
fn has_speaker(text: &str, names: &[&str]) -> bool {
    /// A longer beginning is no name, in bytes.
    const LONGEST: usize = 40;
    let mut start = text.bytes().take(LONGEST + 1);
    let Some(end) = start.position(|byte| byte == b':') else {
        return false;
    };
    let (speaker, said) = text.split_at(end);
    if !said.starts_with(": ") || names.iter().any(|name| speaker.contains(name)) {
        return false;
    }
    let mut words = speaker.split(' ');
    words.clone().count() <= 3
        && words.all(|name| name.starts_with(char::is_uppercase) && name != "We")
}
