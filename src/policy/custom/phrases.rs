//! `phrases`: words to look for, in any case.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use toml::Spanned;

use super::signs::{Signs, is_words};
use super::stretch::Stretch;
use crate::lexicon::{Hit, Lexicon, Phrase};
use crate::policy::section::Section;
use crate::span::Span;

/// Phrases of a rule.
#[derive(Debug)]
pub(super) struct Phrases {
    texts: Vec<String>,
    /// What the lexicon looks for; empty for a phrase that is more than words.
    words: Vec<Phrase>,
    /// Their numbers among all the phrases of the rule.
    numbers: Range<usize>,
    signs: Option<Signs>,
    /// For texts that are not in the prose of a post.
    own: OnceLock<Lexicon>,
}

impl Phrases {
    /// The list at `phrases`, added to `all` the phrases of the rule.
    pub(super) fn read(section: &mut Section<'_, '_>, all: &mut Vec<Phrase>) -> Option<Phrases> {
        let listed: Spanned<Vec<Spanned<String>>> = section.take(
            "phrases",
            "a list of texts, such as [\"synergy\", \"win-win\"]",
        )?;
        if listed.get_ref().is_empty() {
            section
                .faults
                .report(listed.span().into(), "there is no phrase in this list")
                .label("empty");
            return None;
        }
        let mut is_whole = true;
        for phrase in listed.get_ref() {
            is_whole &= is_phrase(phrase.get_ref(), phrase.span().into(), section);
        }
        let texts = listed.into_inner().into_iter().map(Spanned::into_inner);
        is_whole.then(|| Phrases::new(texts.collect(), all))
    }

    /// The phrases `texts`, added to `all` the phrases of the rule.
    pub(super) fn new(texts: Vec<String>, all: &mut Vec<Phrase>) -> Phrases {
        let words: Vec<Phrase> = texts
            .iter()
            .map(|text| Phrase::new(if is_words(text) { text } else { "" }))
            .collect();
        let signs = texts.iter().map(|text| text.trim()).enumerate();
        let numbers = all.len()..all.len() + words.len();
        all.extend_from_slice(&words);
        Phrases {
            signs: Signs::new(signs.filter(|(_, text)| !is_words(text))),
            texts,
            words,
            numbers,
            own: OnceLock::new(),
        }
    }

    /// The phrases as the policy has them.
    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }

    /// True when none of them is among `hits`, and none has to be searched for.
    pub(super) fn are_nowhere(&self, hits: &[Hit]) -> bool {
        self.signs.is_none() && !hits.iter().any(|hit| self.numbers.contains(&hit.phrase))
    }

    /// Where the phrases stand in a text, with their numbers, in order. Of two
    /// that overlap the first counts, and the longer one of two that start alike.
    pub(super) fn find(&self, stretch: &Stretch<'_>, hits: &[Hit]) -> Vec<(Range<usize>, usize)> {
        let mut found: Vec<(Range<usize>, usize)> = match &stretch.prose {
            Some(prose) => {
                let from = hits.partition_point(|hit| hit.text.start < prose.start);
                hits[from..]
                    .iter()
                    .take_while(|hit| hit.text.start < prose.end)
                    .filter(|hit| hit.text.end <= prose.end && self.numbers.contains(&hit.phrase))
                    .map(|hit| {
                        let range = hit.text.start - prose.start..hit.text.end - prose.start;
                        (range, hit.phrase - self.numbers.start)
                    })
                    .collect()
            }
            None => {
                let own = || Lexicon::new([self.words.as_slice()]);
                let whole = std::iter::once(0..stretch.text.len());
                let hits = self.own.get_or_init(own).search(stretch.text, whole);
                let hits = hits.into_iter().flatten();
                hits.map(|hit| (hit.text, hit.phrase)).collect()
            }
        };
        if let Some(signs) = &self.signs {
            found.extend(signs.find(stretch.text));
        }
        found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let mut end = 0;
        found.retain(|(range, _)| {
            let is_free = range.start >= end;
            end = end.max(range.end);
            is_free
        });
        found
    }
}

/// True when `text` can be looked for; a fault at `place` when it is empty.
pub(super) fn is_phrase(text: &str, place: Span, section: &mut Section<'_, '_>) -> bool {
    let is_empty = text.trim().is_empty();
    if is_empty {
        section
            .faults
            .report(place, "this phrase is empty")
            .label("no word to look for")
            .help("write a word in it, or take it out of the list");
    }
    !is_empty
}

#[cfg(test)]
mod tests {
    use crate::policy::custom::sample::flagged;

    #[test]
    fn words_and_signs_are_found_whole_and_once() {
        let lines = "phrases = ['win', 'win-win', 'C++', 'AT&T']";
        let text = "A Win win, c++ at AT&amp;T, `win`. Winning C+.\n";
        assert_eq!(flagged(lines, text), ["Win win", "c++", "AT&amp;T"]);
        assert_eq!(
            flagged(&format!("{lines}\nwhere = ['code']"), text),
            ["win"]
        );
    }
}
