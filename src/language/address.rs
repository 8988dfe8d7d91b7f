//! Who speaks to whom: the words for the sender and for the reader.

use super::{Quotations, WordList, words};

/// The sender as one person.
const ONE: WordList = WordList::new("i i'm i've i'd i'll me my mine myself");
/// The sender as several.
const MANY: WordList = WordList::new("we we're we've we'd we'll us our ours ourselves let's");
/// The reader.
const READER: WordList =
    WordList::new("you you're you've you'd you'll your yours yourself yourselves y'all");
/// Words that a Roman number follows.
const NUMBERED: WordList =
    WordList::new("phase part type class chapter title level war stage volume section act");

/// How often a text speaks of its sender and to its reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// I, my.
    pub one: usize,
    /// We, our.
    pub many: usize,
    /// You, your.
    pub reader: usize,
}

impl Address {
    /// Adds what `text` says itself, outside quotation marks.
    pub fn add(&mut self, text: &str) {
        let quotations = Quotations::of(text);
        let mut before = "";
        for place in words(text) {
            let word = &text[place.clone()];
            let before = std::mem::replace(&mut before, word);
            // The US and the I of "Phase I" are nobody.
            let is_letters = word.len() > 1 && word.chars().all(char::is_uppercase);
            let is_numeral = word == "I" && NUMBERED.has(before);
            let count = if is_letters || is_numeral {
                continue;
            } else if ONE.has(word) {
                &mut self.one
            } else if MANY.has(word) {
                &mut self.many
            } else if READER.has(word) {
                &mut self.reader
            } else {
                continue;
            };
            if !quotations.hold(place.start) {
                *count += 1;
            }
        }
    }

    /// True when neither the sender nor the reader is in the text.
    pub fn is_nobody(&self) -> bool {
        *self == Address::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Address {
        let mut found = Address::default();
        found.add(text);
        found
    }

    #[test]
    fn sender_and_reader_are_counted() {
        let found = address("I think we’re late, and you're not: let's see your kite.");
        assert_eq!(
            found,
            Address {
                one: 1,
                many: 2,
                reader: 2
            }
        );
    }

    #[test]
    fn numerals_countries_and_quotations_are_nobody() {
        assert!(address("Phase I of the US plan. “We like you,” he said.").is_nobody());
    }
}
