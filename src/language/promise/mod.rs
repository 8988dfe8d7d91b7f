//! Claims that the law takes at their word: guarantees, cures, green and carbon
//! claims, returns.
//!
//! A word is no claim. Each module here asks of a phrase in its sentence who
//! says it of what: only what the speaker says of itself or of what it sells,
//! with nothing in between but a verb and a few adverbs, is one. Questions,
//! conditions and denials are none.

pub mod carbon;
pub mod forecast;
pub mod green;
pub mod guarantee;
pub mod health;
mod subject;
pub mod testimonial;

use std::ops::Range;

use super::{PhraseList, Reading, WordList};
pub use subject::Speaker;
use subject::{Kind, Subject};

/// Forms of "to be".
const BEING: WordList =
    WordList::new("is are was were be been being remain remains became become becomes we're it's");

/// What one does with what one sells.
const OFFERING: WordList = WordList::new(
    "offer offers offered offering provide provides provided providing deliver delivers delivered \
     delivering sell sells sold make makes made making build builds built create creates created \
     launch launches launched launching introduce introduces introduced introducing ship ships \
     shipped release released give gives gave design designed develop developed produce produces",
);

/// What may stand between the verb and the claim.
const FILLERS: WordList = WordList::new(
    "a an the now today still also already just truly really fully completely entirely totally \
     proudly proud to officially currently have has had will can you your customers clients both \
     certified new always simply naturally our own range line of everything all orders products it",
);

/// Words that take a claim back, wherever they stand.
const DOUBTS: WordList = WordList::new(
    "if whether unless would could might may should until imagine suppose seems claim claims \
     claimed claiming supposedly allegedly myth myths scam scams scammers fraud fraudulent beware \
     avoid",
);

/// Words that deny what follows them.
const DENIALS: WordList = WordList::new(
    "not no never nothing none neither nor without cannot can't isn't aren't wasn't weren't don't \
     doesn't didn't won't hardly cease stop",
);

/// Words that are no part of a name for a thing.
const FUNCTION_WORDS: WordList = WordList::new(
    "of to in on for that which who and or but is are was were with from by at as we you they it \
     the a an our your their this these than when where how why what",
);

/// A phrase in its sentence.
#[derive(Debug)]
pub struct Statement<'a> {
    read: Reading<'a>,
    speaker: &'a Speaker<'a>,
    phrase: Range<usize>,
}

impl<'a> Statement<'a> {
    /// The phrase at the bytes `place` of `sentence`.
    pub fn new(
        sentence: &'a str,
        place: Range<usize>,
        speaker: &'a Speaker<'a>,
    ) -> Option<Statement<'a>> {
        let read = Reading::new(sentence);
        let start = read
            .places
            .iter()
            .position(|word| word.start == place.start)?;
        let end = read.places.iter().position(|word| word.end == place.end)? + 1;
        Some(Statement {
            read,
            speaker,
            phrase: start..end,
        })
    }

    fn words(&self) -> &[String] {
        &self.read.folded
    }

    /// The words behind the phrase.
    fn after(&self) -> &[String] {
        &self.words()[self.phrase.end..]
    }

    /// The words behind the phrase up to the next mark that ends a thought.
    fn clause_after(&self) -> &[String] {
        let marked = |at: &usize| {
            let gap = self.read.places[at - 1].end..self.read.places[*at].start;
            self.read.sentence[gap].contains([',', ';', ':', '—', '–', '(', ')'])
        };
        let end = (self.phrase.end..self.words().len()).find(marked);
        &self.words()[self.phrase.end..end.unwrap_or(self.words().len())]
    }

    fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.read.bytes(words)
    }

    fn is_question(&self) -> bool {
        self.read.sentence.trim_end().ends_with('?')
    }

    fn is_denied(&self) -> bool {
        self.words()[..self.phrase.start]
            .iter()
            .any(|word| DENIALS.has(word))
    }

    /// True when the sentence asks, doubts or denies.
    fn is_open(&self) -> bool {
        self.is_question() || self.is_denied() || self.has(DOUBTS)
    }

    /// True when a word of the sentence is in `list`.
    fn has(&self, list: WordList) -> bool {
        self.words().iter().any(|word| list.has(word))
    }

    /// True when the speaker says the phrase of itself, or of what it sells:
    /// "we are …", "our cups are …", "we sell …", "our … cups".
    fn is_own(&self, verbs: WordList) -> bool {
        self.is_attribute() || self.predicate(verbs).is_some()
    }

    /// "our eco-friendly cups"
    fn is_attribute(&self) -> bool {
        let is_thing = |word: &String| !FUNCTION_WORDS.has(word) && !BEING.has(word);
        self.after().first().is_some_and(is_thing) && self.owner().is_some()
    }

    /// The subject that the phrase is said of, with nothing but a verb of the
    /// list, a form of "to be" and fillers between the two.
    fn predicate(&self, verbs: WordList) -> Option<Subject> {
        let subject = self.subject(verbs)?;
        let gap = &self.words()[subject.words.end..self.phrase.start];
        let is_verb = |word: &String| BEING.has(word) || verbs.has(word);
        // "is safe and eco-friendly"
        let is_first_of_two = |at: usize| {
            at > 0 && is_verb(&gap[at - 1]) && gap.get(at + 1).is_some_and(|next| next == "and")
        };
        // "ship it in", and not "are with"
        let is_placed = |at: usize| {
            matches!(gap[at].as_str(), "in" | "on" | "with") && at > 0 && !BEING.has(&gap[at - 1])
        };
        let is_second = |at: usize| gap[at] == "and" && at > 1 && is_first_of_two(at - 1);
        let fits = |at: usize| {
            is_verb(&gap[at])
                || FILLERS.has(&gap[at])
                || is_placed(at)
                || is_first_of_two(at)
                || is_second(at)
        };
        let has_verb = subject.has_verb || gap.iter().any(is_verb);
        (has_verb && (0..gap.len()).all(fits)).then_some(subject)
    }
}

/// True when one of the words of `list` stands in `text`.
fn mentions(text: &str, list: PhraseList) -> bool {
    let read = Reading::new(text);
    (0..read.folded.len()).any(|at| read.phrase(at, list).is_some())
}

#[cfg(test)]
mod tests;
