//! A term of the list, as it is compared, and whether it is fit to be one.

use super::common::COMMON;
use super::fold::fold;
use super::hash::Hash;
use super::key::Key;
use super::list::Entry;
use super::tokens::{Notation, Tokens};

/// The most words that a term may have.
pub(super) const MOST_WORDS: usize = 5;

/// A term in its normal form: its words, folded and joined.
#[derive(Clone, PartialEq, Eq)]
pub struct Term {
    pub(super) form: String,
    /// How many words it was put together from, as far as a byte counts. A
    /// term of one word is never found across a blank.
    pub(super) words: u8,
    pub(super) hash: u64,
}

impl Term {
    /// The term `text`.
    pub fn new(text: &str) -> Term {
        Term::written(text, Notation::Plain)
    }

    pub(super) fn written(text: &str, notation: Notation) -> Term {
        let mut form = String::new();
        let mut words = 0_u8;
        let mut hash = Hash::default();
        for token in Tokens::new(text, notation) {
            words = words.saturating_add(1);
            for c in text[token.text].chars() {
                fold(c, |c| {
                    form.push(c);
                    hash.push(c);
                });
            }
        }
        Term {
            form,
            words,
            hash: hash.sum,
        }
    }

    /// Why it is not fit for the list, when it is not.
    pub fn weakness(&self) -> Option<&'static str> {
        // Two Han characters say as much as four letters.
        let weight = |c: char| if c >= '\u{2e80}' { 2 } else { 1 };
        let all: usize = self.form.chars().map(weight).sum();
        let digits = self.form.chars().filter(|c| c.is_numeric()).count();
        if usize::from(self.words) > MOST_WORDS || all > 60 {
            Some("longer than 5 words or 60 letters; give the part that tells it apart")
        } else if all < 4 || all - digits < 3 {
            Some("shorter than 4 letters, which stand in too many other words' company")
        } else if self.words == 1 && self.is_common() {
            Some("a common word, which would be found everywhere")
        } else {
            None
        }
    }

    /// What a finding calls it, for those who have the key.
    pub fn id(&self, key: &Key) -> String {
        Entry::of(self, key).id()
    }

    fn is_common(&self) -> bool {
        let singular = self.form.strip_suffix('s').unwrap_or(&self.form);
        COMMON.has(&self.form) || COMMON.has(singular)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_have_one_form() {
        for text in [
            "Blue Heron",
            "BLUE-HERON",
            "BlueHeron",
            "blue_heron's",
            "Bluе  Ｈeron",
        ] {
            assert_eq!(Term::new(text).form, "blueheron", "{text}");
            assert_eq!(Term::new(text).hash, Term::new("blueheron").hash, "{text}");
        }
        assert_eq!(Term::new("Blue Heron").words, 2);
        assert_eq!(Term::new("Falcon").words, 1);
    }

    #[test]
    fn weak_terms_are_told() {
        for weak in [
            "",
            "--",
            "IBM",
            "2026",
            "a 1",
            "Cloud",
            "customers",
            "one two three four five six",
        ] {
            assert!(Term::new(weak).weakness().is_some(), "{weak}");
        }
        for fit in [
            "Falcon",
            "Blue Heron",
            "Open Cloud",
            "Acme",
            "秘密計画",
            "ファルコン",
        ] {
            assert_eq!(Term::new(fit).weakness(), None, "{fit}");
        }
    }
}
