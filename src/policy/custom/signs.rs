//! Phrases that are more than words: `C++`, `.NET`, `AT&T`, `24/7`.
//!
//! The lexicon reads words only, so these few are searched beside it.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use crate::language::{fold_into, folds_to, words};

/// Such phrases, searched together.
#[derive(Debug)]
pub(super) struct Signs {
    /// Their numbers, and their texts as they are compared.
    folded: Vec<(usize, String)>,
    /// Made when a text is searched.
    regex: OnceLock<Option<Regex>>,
}

/// True when nothing but words, blanks and hyphens between them is in `phrase`.
pub(super) fn is_words(phrase: &str) -> bool {
    let mut at = 0;
    for word in words(phrase) {
        let joined = phrase[at..word.start]
            .chars()
            .all(|c| c.is_whitespace() || c == '-');
        if !joined {
            return false;
        }
        at = word.end;
    }
    at > 0 && phrase[at..].trim().is_empty()
}

impl Signs {
    /// The phrases that are more than words, with their numbers; none when
    /// there are none.
    pub(super) fn new<'a>(phrases: impl Iterator<Item = (usize, &'a str)>) -> Option<Signs> {
        let mut folded: Vec<(usize, String)> = phrases
            .map(|(number, phrase)| {
                let mut text = String::new();
                fold_into(phrase, &mut text);
                (number, text)
            })
            .collect();
        // Of two that start alike, the longer one is meant.
        folded.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
        (!folded.is_empty()).then(|| Signs {
            folded,
            regex: OnceLock::new(),
        })
    }

    /// Any of the phrases; escaped texts are a pattern, and of any size here.
    fn regex(&self) -> Option<&Regex> {
        let build = || {
            let texts = self.folded.iter().map(|(_, text)| regex::escape(text));
            let any: Vec<String> = texts.map(|text| text.replace('\'', "['’]")).collect();
            RegexBuilder::new(&any.join("|"))
                .case_insensitive(true)
                .size_limit(usize::MAX)
                .build()
                .ok()
        };
        self.regex.get_or_init(build).as_ref()
    }

    /// Where the phrases stand in `text`, with their numbers. One that holds a
    /// letter does not stand right beside another.
    pub(super) fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, usize)> {
        let found = self.regex().map(|regex| regex.find_iter(text));
        found.into_iter().flatten().filter_map(|found| {
            let holds_letter = found.as_str().contains(char::is_alphanumeric);
            let is_part = text[..found.start()].ends_with(char::is_alphanumeric)
                || text[found.end()..].starts_with(char::is_alphanumeric);
            let (number, _) = self
                .folded
                .iter()
                .find(|(_, folded)| folds_to(found.as_str(), folded))?;
            (!holds_letter || !is_part).then_some((found.range(), *number))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_from_words() {
        for phrase in ["synergy", "win-win", "isn't it", "秘密"] {
            assert!(is_words(phrase), "{phrase}");
        }
        for phrase in ["C++", ".NET", "AT&T", "e.g.", "and/or", "→", "pre-"] {
            assert!(!is_words(phrase), "{phrase}");
        }
    }

    #[test]
    fn signs_are_found_whole_and_in_any_case() {
        let phrases = ["C++", "C++ Core", ".NET", "AT&T", "!!"];
        let signs = Signs::new(phrases.into_iter().enumerate()).expect("signs");
        let found = |text: &str| {
            signs
                .find(text)
                .map(|(_, number)| number)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("c++, .Net and at&t"), [0, 2, 3]);
        assert_eq!(found("C++ core"), [1]);
        assert_eq!(found("Wow!!"), [4]);
        assert!(found("C++11, ASP.NET, C+").is_empty());
        assert!(Signs::new([].into_iter()).is_none());
    }
}
