//! All phrases of all active rules, looked up in one pass over the words.
//!
//! The table goes from the first word of a phrase to the rest of it, so that
//! whole words are matched by construction, ten thousand phrases cost what ten
//! cost, and a hyphen, a blank and a line break between two words are one.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::{Words, fold_into, folds_to, words};

/// One or more words to look for, in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(Vec<Box<str>>);

impl Phrase {
    /// The phrase `text`; its punctuation does not matter.
    pub fn new(text: &str) -> Phrase {
        let mut folded = String::new();
        Phrase(
            words(text)
                .map(|word| {
                    fold_into(&text[word], &mut folded);
                    folded.as_str().into()
                })
                .collect(),
        )
    }

    /// True when the words `first` and `second` stand side by side in it.
    pub fn has_neighbours(&self, first: &str, second: &str) -> bool {
        self.0
            .windows(2)
            .any(|pair| &*pair[0] == first && &*pair[1] == second)
    }

    /// Every phrase of a list.
    pub fn list(texts: &[&str]) -> Vec<Phrase> {
        texts.iter().copied().map(Phrase::new).collect()
    }
}

/// A phrase found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the list of the rule that asked.
    pub phrase: usize,
    /// Where it stands, in bytes of the text searched.
    pub text: Range<usize>,
}

#[derive(Debug)]
struct Entry {
    owner: u32,
    phrase: u32,
    rest: Vec<Box<str>>,
}

/// Phrases by their first word.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: FxHashMap<Box<str>, Vec<Entry>>,
    owners: usize,
}

impl Lexicon {
    /// The phrases of each owner, in the order of the owners.
    pub fn new<'a>(owners: impl IntoIterator<Item = &'a [Phrase]>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (owner, phrases) in owners.into_iter().enumerate() {
            lexicon.owners = owner + 1;
            for (number, phrase) in phrases.iter().enumerate() {
                let Some((first, rest)) = phrase.0.split_first() else {
                    continue;
                };
                lexicon
                    .entries
                    .entry(first.clone())
                    .or_default()
                    .push(Entry {
                        owner: owner as u32,
                        phrase: number as u32,
                        rest: rest.to_vec(),
                    });
            }
        }
        lexicon
    }

    /// Looks through the `blocks` of `text`; the hits come by owner, in the
    /// order of the text. A phrase is never found across two blocks.
    pub fn search(
        &self,
        text: &str,
        blocks: impl IntoIterator<Item = Range<usize>>,
    ) -> Vec<Vec<Hit>> {
        let mut hits: Vec<Vec<Hit>> = Vec::new();
        hits.resize_with(self.owners, Vec::new);
        if self.entries.is_empty() {
            return hits;
        }
        let mut folded = String::new();
        let mut ahead = Ahead::default();
        for block in blocks {
            let base = block.start;
            let text = &text[block];
            let mut rest = words(text);
            while let Some(word) = rest.next() {
                fold_into(&text[word.clone()], &mut folded);
                let Some(entries) = self.entries.get(folded.as_str()) else {
                    continue;
                };
                ahead.0.clear();
                for entry in entries {
                    if let Some(end) = ahead.tail_end(text, word.end, &rest, &entry.rest) {
                        hits[entry.owner as usize].push(Hit {
                            phrase: entry.phrase as usize,
                            text: base + word.start..base + end,
                        });
                    }
                }
            }
        }
        hits
    }
}

/// The words behind the one that is looked at, as far as a phrase asked for
/// them: many phrases start alike.
#[derive(Default)]
struct Ahead(Vec<Range<usize>>);

impl Ahead {
    /// The end of the phrase whose other words are `tail`, behind byte `end`.
    fn tail_end(
        &mut self,
        text: &str,
        mut end: usize,
        rest: &Words<'_>,
        tail: &[Box<str>],
    ) -> Option<usize> {
        for (number, expected) in tail.iter().enumerate() {
            if number == self.0.len() {
                let from = self.0.last().map(|word| word.end);
                let next = match from {
                    None => rest.clone().next(),
                    Some(from) => rest.clone().find(|word| word.start >= from),
                };
                self.0.push(next?);
            }
            let word = &self.0[number];
            let joined = text[end..word.start]
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–'));
            if !joined || !folds_to(&text[word.clone()], expected) {
                return None;
            }
            end = word.end;
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let phrases = Phrase::list(phrases);
        let lexicon = Lexicon::new([phrases.as_slice()]);
        let whole = 0..text.len();
        lexicon.search(text, [whole])[0]
            .iter()
            .map(|hit| text[hit.text.clone()].to_owned())
            .collect()
    }

    #[test]
    fn blanks_breaks_and_hyphens_are_one() {
        let text = "Market-leading, market leading, market\nleading, market. Leading";
        assert_eq!(
            found(&["market leading"], text),
            ["Market-leading", "market leading", "market\nleading"]
        );
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(found(&["only"], "lonely onlyness only"), ["only"]);
        assert_eq!(
            found(&["world's first"], "World’s First"),
            ["World’s First"]
        );
    }

    #[test]
    fn words_without_blanks_are_found() {
        assert_eq!(found(&["秘密保持"], "この秘密保持契約"), ["秘密保持"]);
        assert_eq!(
            found(&["秘密保持"], "秘密\n保持、秘密。保持"),
            ["秘密\n保持"]
        );
        assert_eq!(
            found(&["社外秘", "NDA"], "社外秘のNDAです"),
            ["社外秘", "NDA"]
        );
        assert_eq!(found(&["机密"], "该文件为机密文件"), ["机密"]);
        assert_eq!(found(&["기밀"], "이 기밀 문서"), ["기밀"]);
    }

    #[test]
    fn phrases_that_start_alike_are_all_found() {
        assert_eq!(found(&["the only", "the"], "the only"), ["the only", "the"]);
    }

    #[test]
    fn nothing_is_found_across_blocks() {
        let phrases = Phrase::list(&["a b"]);
        let lexicon = Lexicon::new([phrases.as_slice()]);
        assert!(lexicon.search("a b", [0..1, 2..3])[0].is_empty());
    }
}
