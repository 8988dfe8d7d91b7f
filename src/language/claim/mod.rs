//! Claims as shapes of a sentence.
//!
//! A word is no claim. Each part of this module is a small grammar over the
//! words of one sentence, and says where a claim of its kind stands in it:
//! [`study`], [`share`], [`comparison`], [`hearsay`], [`effect`], [`as_of`].
//! What all of them need to know of a sentence is in [`Sentence`].

pub mod as_of;
pub mod comparison;
pub mod effect;
mod figure;
pub mod hearsay;
mod mood;
pub mod share;
pub mod study;

use std::ops::Range;

use super::{Word, fold_into, words};

/// A sentence, word by word.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// As it is written.
    pub text: &'a str,
    places: Vec<Word>,
    folded: Vec<String>,
}

impl<'a> Sentence<'a> {
    /// Reads the words of `text`.
    pub fn new(text: &'a str) -> Sentence<'a> {
        let places: Vec<Word> = words(text).collect();
        let fold = |word: &Word| {
            let mut folded = String::new();
            fold_into(&text[word.clone()], &mut folded);
            folded
        };
        Sentence {
            text,
            folded: places.iter().map(fold).collect(),
            places,
        }
    }

    /// Word number `n` in lower case; empty behind the last.
    fn word(&self, n: usize) -> &str {
        self.folded.get(n).map_or("", String::as_str)
    }

    /// The words before number `n`, the nearest first.
    fn before(&self, n: usize) -> impl Iterator<Item = &str> {
        self.folded[..n.min(self.folded.len())]
            .iter()
            .rev()
            .map(String::as_str)
    }

    /// The words from number `n` on.
    fn from(&self, n: usize) -> impl Iterator<Item = &str> {
        let from = n.min(self.folded.len());
        self.folded[from..].iter().map(String::as_str)
    }

    /// Number of the first word that starts at byte `at` or behind it.
    fn number_at(&self, at: usize) -> usize {
        self.places.partition_point(|place| place.start < at)
    }

    /// Word number `n` as it is written.
    fn written(&self, n: usize) -> &'a str {
        self.places
            .get(n)
            .map_or("", |place| &self.text[place.clone()])
    }

    /// The marks and blanks before word number `n`.
    fn gap(&self, n: usize) -> &'a str {
        let end = self
            .places
            .get(n)
            .map_or(self.text.len(), |next| next.start);
        let start = match n.checked_sub(1) {
            Some(before) => self.places.get(before).map_or(end, |place| place.end),
            None => 0,
        };
        &self.text[start..end]
    }

    /// True when only a blank or a hyphen stands before word number `n`.
    fn is_joined(&self, n: usize) -> bool {
        self.gap(n)
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑'))
    }

    /// The bytes from word `first` to word `last`, both included.
    fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.places[first].start..self.places[last].end
    }
}
