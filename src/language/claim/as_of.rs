//! A figure of a year: "as of 2019, 40% of teams …".

use std::ops::Range;

use super::Sentence;
use crate::language::dates::{month, year};
use crate::language::{PhraseList, WordList};

/// Words that tell of the past, and do not say how things are.
const PAST: WordList = WordList::new("was were had did been became since until");

const SIGNS: PhraseList = PhraseList::new("as of");

/// What to look for.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter()
}

/// The words "as of May 2019" at byte `at`, and the year, when the sentence goes
/// on to tell a figure as it is today.
pub fn find(sentence: &Sentence<'_>, at: usize) -> Option<(Range<usize>, i16)> {
    let first = sentence.number_at(at);
    // "as of May 4, 2019"
    let last = (first + 2..first + 5).find(|&n| year(sentence.word(n)).is_some())?;
    let is_date = (first + 2..last).all(|n| {
        let word = sentence.word(n);
        month(word).is_some()
            || word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "early" | "mid" | "late" | "the" | "end" | "of")
    });
    let mut others = (0..first).chain(last + 1..sentence.number_at(sentence.text.len()));
    let has_figure = others.any(|n| sentence.word(n).starts_with(|c: char| c.is_ascii_digit()));
    let is_past = sentence.from(0).any(|word| PAST.has(word));
    let year = year(sentence.word(last))?;
    (is_date && has_figure && !is_past && !sentence.is_asked())
        .then(|| (sentence.range(first, last), year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<i16> {
        let at = text.to_lowercase().find("as of")?;
        find(&Sentence::new(text), at).map(|(_, year)| year)
    }

    #[test]
    fn a_figure_of_a_year_is_found() {
        assert_eq!(found("As of May 2019, 40% of teams fly kites."), Some(2019));
        assert_eq!(found("It has 300 members as of 4 May 2019."), Some(2019));
        for text in [
            "As of 2019, the tool is free.",
            "As of 2019, it had 300 members.",
            "As of now, 40% of teams fly kites.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
