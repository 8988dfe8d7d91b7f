//! Sealed terms: codenames and names that are not out yet, which are themselves
//! the secret, and so cannot stand in a policy.
//!
//! A list of them is kept as keyed digests ([`file`]), and a text is searched
//! for them by making the same digests of its words ([`Seal::find`]). Nothing
//! here reads a file or the environment; a key comes as a value.

mod common;
mod file;
mod fold;
mod glue;
mod hash;
mod key;
mod list;
mod term;
mod tokens;
mod variants;

use std::ops::Range;

use rustc_hash::FxHashMap;

pub use file::{Sealed, Unusable, write};
pub use key::Key;
pub use list::List;
pub use term::Term;
pub use tokens::Notation;
pub use variants::variants;

use glue::Glue;
use hash::Place;
use list::{Entry, print};
use term::MOST_WORDS;
use tokens::Tokens;

/// A place where a term stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes of the text.
    pub text: Range<usize>,
    /// The first six hex digits of the term's digest: a name for it.
    pub id: String,
}

/// A list that was opened, ready to search texts.
pub struct Seal {
    key: Key,
    by_print: FxHashMap<u32, Vec<Entry>>,
    filter: Filter,
    /// How many tokens a term may be put together from: one more than its
    /// words, since a line may break in one of them.
    longest: usize,
}

/// The most tokens that are ever joined.
const MOST_TOKENS: usize = MOST_WORDS + 1;

impl Seal {
    /// A search for the terms of `list`.
    pub fn new(list: &List, key: Key) -> Seal {
        let mut by_print: FxHashMap<u32, Vec<Entry>> = FxHashMap::default();
        for entry in &list.entries {
            by_print.entry(entry.print).or_default().push(entry.clone());
        }
        let most = list.entries.iter().map(|entry| entry.words).max();
        Seal {
            filter: Filter::new(&list.entries),
            longest: (usize::from(most.unwrap_or(0)) + 1).min(MOST_TOKENS),
            by_print,
            key,
        }
    }

    /// How many words on either side of a place a term around it may reach.
    pub fn reach(&self) -> usize {
        self.longest - 1
    }

    /// Where terms stand in `text`; of two that overlap, both.
    pub fn find(&self, text: &str, notation: Notation) -> Vec<Found> {
        let mut found = Vec::new();
        if self.by_print.is_empty() {
            return found;
        }
        let mut starts = [(0_usize, Place::START); MOST_TOKENS];
        let mut end = Place::START;
        // The first token after the last break, and after the last loose glue.
        let (mut connected, mut tight) = (0, 0);
        let mut newest = self.longest - 1;
        for (number, token) in Tokens::new(text, notation).enumerate() {
            match token.glue {
                Glue::Tight => {}
                Glue::Loose => tight = number,
                Glue::Break => (connected, tight) = (number, number),
            }
            newest = if newest + 1 < self.longest {
                newest + 1
            } else {
                0
            };
            starts[newest] = (token.text.start, end);
            end = end.behind(token.hash, token.len);
            for (slot, (start, place)) in starts[..self.longest].iter().enumerate() {
                let print = print(place.to(&end));
                if !self.filter.may_have(print) {
                    continue;
                }
                let Some(entries) = self.by_print.get(&print) else {
                    continue;
                };
                let back = (newest + self.longest - slot) % self.longest;
                let first = number.checked_sub(back);
                if let Some(first) = first.filter(|first| *first >= connected) {
                    let words = &text[*start..token.text.end];
                    let is_tight = first >= tight;
                    let id = self.verify(&Term::written(words, notation), entries, is_tight);
                    found.extend(id.map(|id| Found {
                        text: *start..token.text.end,
                        id,
                    }));
                }
            }
        }
        found
    }

    /// The id of `term`, when it is one of `entries`; one of a single word is not
    /// found with a blank in it.
    fn verify(&self, term: &Term, entries: &[Entry], is_tight: bool) -> Option<String> {
        let parts = [term.form.as_bytes()];
        let is_term = |entry: &&Entry| {
            (is_tight || entry.words > 1) && self.key.is_digest("term", &parts, &entry.digest)
        };
        entries.iter().find(is_term).map(Entry::id)
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

/// A bit for each value of the first bits of a print: most words of a text are
/// told from all terms by it.
struct Filter {
    bits: Vec<u64>,
    shift: u32,
}

impl Filter {
    fn new(entries: &[Entry]) -> Filter {
        // Of 128 stretches of words, a filter of 128 bits a term lets one pass.
        let size = (128 * entries.len())
            .next_power_of_two()
            .clamp(1 << 10, 1 << 24);
        let mut filter = Filter {
            bits: vec![0; size / 64],
            shift: 32 - size.trailing_zeros(),
        };
        for entry in entries {
            let (at, bit) = filter.place(entry.print);
            filter.bits[at] |= bit;
        }
        filter
    }

    fn place(&self, print: u32) -> (usize, u64) {
        let number = print >> self.shift;
        ((number / 64) as usize, 1 << (number % 64))
    }

    fn may_have(&self, print: u32) -> bool {
        let (at, bit) = self.place(print);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(terms: &[&str], text: &'a str) -> Vec<&'a str> {
        let key = Key::of(&[7; 32]);
        let mut list = List::default();
        for term in terms {
            list.add(&Term::new(term), &key);
        }
        let found = Seal::new(&list, key).find(text, Notation::Plain);
        found.into_iter().map(|found| &text[found.text]).collect()
    }

    #[test]
    fn terms_are_found_however_they_are_written() {
        for text in [
            "Blue Heron",
            "BLUE HERON",
            "blue-heron",
            "BlueHeron",
            "blueheron",
            "blue_heron",
            "Blue\nHeron",
            "Blue He-\nron",
            "Ｂｌｕｅ Ｈｅｒｏｎ",
            "Вluе Неrоn",
        ] {
            let post = format!("We met {text}'s team, and 4 others.");
            assert_eq!(found(&["Blue Heron"], &post), [text], "{post}");
        }
    }

    #[test]
    fn a_term_of_one_word_needs_no_blank_to_hide() {
        assert_eq!(
            found(&["Theseus"], "in these US states, Theseus"),
            ["Theseus"]
        );
        assert_eq!(found(&["Andor"], "and/or Andor-2"), ["Andor"]);
        assert!(found(&["Falcon"], "falconry falcons afalcon").is_empty());
    }

    #[test]
    fn terms_of_all_lengths_are_found_together() {
        let terms = ["Alpha", "Alpha Beta Gamma Delta Epsilon", "Gamma Delta"];
        let text = "Alpha beta gamma delta epsilon. Alpha";
        let all = [
            "Alpha",
            "gamma delta",
            "Alpha beta gamma delta epsilon",
            "Alpha",
        ];
        assert_eq!(found(&terms, text), all);
        assert!(found(&["Gamma Delta"], "gamma\n\ndelta").is_empty());
    }
}
