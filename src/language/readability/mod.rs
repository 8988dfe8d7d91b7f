//! How hard a text is to read: counts, and the figures made of them.
//!
//! The formulas know only lengths. Against the judgement of people they reach
//! a correlation of about a half, so a figure is a hint and never a verdict.

mod exceptions;
mod figures;
mod roll;
mod syllables;

use std::ops::AddAssign;

use serde::Serialize;

use super::sentences;

pub use roll::is_roll;
pub use syllables::syllables;

/// What there is in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Words as people write them: between blanks or dashes, so that a
    /// hyphenated word, a number and an abbreviation are one each.
    pub words: usize,
    /// Sentences that hold a word.
    pub sentences: usize,
    /// Syllables of the words.
    pub syllables: usize,
    /// Letters of the words.
    pub letters: usize,
    /// Letters and digits of the words.
    pub characters: usize,
    /// Words of three syllables or more.
    pub polysyllables: usize,
}

impl Counts {
    /// Counts `text`, whose end is the end of a sentence.
    pub fn of(text: &str) -> Counts {
        let mut counts = Counts::default();
        for sentence in sentences(text) {
            counts += Counts::of_sentence(&text[sentence]);
        }
        counts
    }

    /// Counts one sentence.
    pub fn of_sentence(sentence: &str) -> Counts {
        let mut counts = Counts::default();
        for word in written_words(sentence) {
            let syllables = syllables(word);
            counts.words += 1;
            counts.syllables += syllables;
            counts.letters += word.chars().filter(|c| c.is_alphabetic()).count();
            counts.characters += word.chars().filter(|c| c.is_alphanumeric()).count();
            counts.polysyllables += usize::from(syllables >= 3);
        }
        counts.sentences = usize::from(counts.words > 0);
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
        self.letters += other.letters;
        self.characters += other.characters;
        self.polysyllables += other.polysyllables;
    }
}

/// The words of `text` as people write and count them. An address is not read
/// out, and so it is none.
pub fn written_words(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |piece: &&str| piece.contains(char::is_alphanumeric) && !piece.contains("://");
    text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'))
        .flat_map(|piece| piece.split("--"))
        .filter(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str) -> (usize, usize, usize) {
        let counts = Counts::of(text);
        (counts.words, counts.sentences, counts.syllables)
    }

    #[test]
    fn words_are_counted_as_people_write_them() {
        assert_eq!(counts("Dr. Ng sold 1,200 well-known maps—once."), (7, 1, 9));
        assert_eq!(counts("See https://example.com/a-b. It's here!"), (3, 2, 3));
        assert_eq!(counts("… — !"), (0, 0, 0));
        let counts = Counts::of("A remarkable 3D map");
        assert_eq!(
            (counts.letters, counts.characters, counts.polysyllables),
            (15, 16, 1)
        );
    }

    #[test]
    fn syllables_follow_what_is_spoken() {
        for (count, words) in [
            (
                1,
                "the walked times played don't they're maps' 2026 5th eye",
            ),
            (
                2,
                "table handled wanted doing useful didn't player something",
            ),
            (3, "management various audience studying creative"),
            (4, "information society immediate HTML"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }
}
