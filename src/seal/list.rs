//! The terms of a list, as digests.

use super::key::{Digest, Key, hex};
use super::term::Term;

/// The fewest places a list has, so that short ones are alike.
const FEWEST_PLACES: usize = 16;

/// A term of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) digest: Digest,
    pub(super) words: u8,
    /// The upper half of the term's hash: what tells, in a text, which words
    /// are worth a digest.
    pub(super) print: u32,
}

impl Entry {
    pub(super) fn of(term: &Term, key: &Key) -> Entry {
        let mut digest = Digest::default();
        digest.copy_from_slice(&key.digest("term", &[term.form.as_bytes()])[..16]);
        Entry {
            digest,
            words: term.words,
            print: print(term.hash),
        }
    }

    /// The first six hex digits of the digest.
    pub(super) fn id(&self) -> String {
        hex(&self.digest[..3])
    }
}

pub(super) fn print(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The terms of a list.
#[derive(Clone, Debug, Default)]
pub struct List {
    pub(super) entries: Vec<Entry>,
    pub(super) places: usize,
}

impl List {
    /// Puts `term` on the list; false when it is there.
    pub fn add(&mut self, term: &Term, key: &Key) -> bool {
        let entry = Entry::of(term, key);
        let is_new = !self.has_digest(&entry.digest);
        if is_new {
            self.entries.push(entry);
        }
        is_new
    }

    /// Takes `term` off the list; false when it is not there.
    pub fn remove(&mut self, term: &Term, key: &Key) -> bool {
        let before = self.entries.len();
        let digest = Entry::of(term, key).digest;
        self.entries.retain(|entry| entry.digest != digest);
        self.entries.len() < before
    }

    /// True when `term` is on the list.
    pub fn has(&self, term: &Term, key: &Key) -> bool {
        self.has_digest(&Entry::of(term, key).digest)
    }

    /// Whoever asks has the key and is told the answer: how long it takes tells
    /// nothing more.
    fn has_digest(&self, digest: &Digest) -> bool {
        self.entries.iter().any(|entry| entry.digest == *digest)
    }

    /// A list without terms that has as many places.
    pub fn emptied(&self) -> List {
        List {
            entries: Vec::new(),
            places: self.places(),
        }
    }

    /// How many terms are on the list.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when no term is.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many places its file has, decoys and all: a power of two, and never
    /// fewer than it had.
    pub fn places(&self) -> usize {
        self.entries
            .len()
            .next_power_of_two()
            .max(self.places)
            .max(FEWEST_PLACES)
    }
}
