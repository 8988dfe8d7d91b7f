//! A sentence read word by word.

use std::ops::Range;

use super::{PhraseList, Word, fold_into, folds_to, words};

/// A sentence and its words; ranges are numbers of words.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// Where its words stand.
    pub places: Vec<Word>,
    /// Its words, folded.
    pub folded: Vec<String>,
}

impl<'a> Reading<'a> {
    /// Reads `sentence`.
    pub fn new(sentence: &'a str) -> Reading<'a> {
        let places: Vec<Word> = words(sentence).collect();
        let mut out = String::new();
        let folded = places
            .iter()
            .map(|place| {
                fold_into(&sentence[place.clone()], &mut out);
                out.clone()
            })
            .collect();
        Reading {
            sentence,
            places,
            folded,
        }
    }

    /// The bytes of the sentence that the words in `range` take up.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.places[range.start].start..self.places[range.end - 1].end
    }

    /// The words of `names`, as far as one stands at `start` with `tail` behind
    /// it; the longest name wins.
    pub fn name(&self, start: usize, names: &[&str], tail: &str) -> Option<usize> {
        let len_of = |name: &&str| {
            let wanted: Vec<&str> = words(name).map(|word| &name[word]).collect();
            let (last, rest) = self.folded.get(start..start + wanted.len())?.split_last()?;
            let is_same = |(word, wanted): (&str, &&str)| folds_to(wanted, word);
            let written = rest
                .iter()
                .map(String::as_str)
                .chain([last.strip_suffix(tail)?]);
            written.zip(&wanted).all(is_same).then_some(wanted.len())
        };
        names.iter().filter_map(len_of).max()
    }

    /// How many words at `at` are one of the phrases; the longest wins.
    pub fn phrase(&self, at: usize, list: PhraseList) -> Option<usize> {
        list.iter()
            .filter_map(|phrase| {
                let len = phrase.split(' ').count();
                let run = self.folded.get(at..at + len)?;
                phrase.split(' ').eq(run.iter()).then_some(len)
            })
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_phrases_are_found_as_whole_words() {
        let read = Reading::new("Acme Cloud’s plan to be fast");
        assert_eq!(read.name(0, &["Acme"], "'s"), None);
        assert_eq!(read.name(0, &["Acme", "Acme Cloud"], "'s"), Some(2));
        assert_eq!(read.phrase(2, PhraseList::new("plan; plan to")), Some(2));
        assert_eq!(read.phrase(5, PhraseList::new("fast is")), None);
        assert_eq!(&read.sentence[read.bytes(2..4)], "plan to");
    }
}
