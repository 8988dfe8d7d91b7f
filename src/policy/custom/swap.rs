//! `swap`: words that have a better one, and the fix that writes it.

use std::ops::Range;

use super::found::Found;
use super::phrases::{Phrases, is_phrase};
use super::places::Places;
use super::stretch::Stretch;
use super::wording::{capitalized, some};
use crate::finding::fold_blanks;
use crate::fix::{Applicability, Fix};
use crate::lexicon::{Hit, Phrase};
use crate::policy::section::{Section, describe};
use crate::post::Post;
use crate::span::Span;

/// Words and what to write instead.
#[derive(Debug)]
pub(super) struct Swap {
    phrases: Phrases,
    /// The better word of each phrase.
    better: Vec<String>,
    trust: Applicability,
}

/// The values of `fix`.
const FIXES: [(&str, Applicability); 3] = [
    ("safe", Applicability::Safe),
    ("unsafe", Applicability::Unsafe),
    ("suggest", Applicability::Suggestion),
];

impl Swap {
    /// The table at `swap`, and `fix` beside it.
    pub(super) fn read(section: &mut Section<'_, '_>, all: &mut Vec<Phrase>) -> Option<Swap> {
        let trust = section.word("fix", FIXES);
        let pairs = section.raw("swap")?;
        let span = pairs.span();
        let Some(table) = pairs.get_ref().as_table().filter(|table| !table.is_empty()) else {
            section
                .faults
                .report(
                    span.into(),
                    "`swap` should be a table: { \"utilize\" = \"use\" }",
                )
                .label(match pairs.get_ref().is_table() {
                    true => "no word in it",
                    false => describe(pairs.get_ref()),
                });
            return None;
        };
        let (mut texts, mut better, mut is_whole) = (Vec::new(), Vec::new(), true);
        for (phrase, value) in table.clone() {
            is_whole &= is_phrase(phrase.get_ref(), phrase.span().into(), section);
            match value.get_ref().as_str() {
                Some(word) => better.push(word.to_owned()),
                None => {
                    section
                        .faults
                        .report(value.span().into(), "the better word is a text")
                        .label(describe(value.get_ref()));
                    is_whole = false;
                }
            }
            texts.push(phrase.into_inner().into_owned());
        }
        is_whole.then(|| Swap {
            phrases: Phrases::new(texts, all),
            better,
            trust: trust.map_or(Applicability::Suggestion, |trust| trust.value),
        })
    }

    /// Every word that has a better one.
    pub(super) fn find(&self, post: &Post, hits: &[Hit], places: &Places) -> Vec<Found> {
        let stretches = if self.phrases.are_nowhere(hits) {
            places.beside_prose(post)
        } else {
            places.stretches(post)
        };
        let mut found = Vec::new();
        for stretch in &stretches {
            for (range, number) in self.phrases.find(stretch, hits) {
                found.extend(self.one(post, stretch, range, &self.better[number]));
            }
        }
        found
    }

    fn one(
        &self,
        post: &Post,
        stretch: &Stretch<'_>,
        range: Range<usize>,
        better: &str,
    ) -> Option<Found> {
        let dressed = dress(better, stretch.text, &range);
        if stands_already(stretch.text, &range, better)
            || stands_already(stretch.text, &range, &dressed)
        {
            return None;
        }
        let words = &stretch.text[range.clone()];
        let span = stretch.source(post, range);
        let help = format!("write \"{dressed}\"");
        let fix = can_replace(post, span, words, &dressed)
            .then(|| Fix::edit(self.trust, help.clone(), span, dressed.clone()));
        Some(Found {
            better: Some(dressed),
            help: Some(help),
            fix,
            ..Found::words(span, words, "the policy has a better word")
        })
    }

    /// What it looks for, in words.
    pub(super) fn describe(&self) -> String {
        let pairs = self.phrases.texts().iter().zip(&self.better);
        let pairs = pairs.map(|(phrase, better)| format!("\"{phrase}\" instead of \"{better}\""));
        some(pairs.collect()).join(", ")
    }
}

/// The better word in the case of the words at `range` of `text`. Capitals of
/// its own are kept.
fn dress(better: &str, text: &str, range: &Range<usize>) -> String {
    let words = &text[range.clone()];
    if better.contains(char::is_uppercase) {
        return better.to_owned();
    }
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let starts_high = words.starts_with(char::is_uppercase);
    // "Internet" for "internet" is right where a sentence starts, and only there.
    if better.to_lowercase() == words.to_lowercase() {
        let before = text[..range.start].trim_end();
        let starts = before.is_empty() || before.ends_with(['.', '!', '?', ':', '…']);
        return if starts && starts_high {
            capitalized(better)
        } else {
            better.to_owned()
        };
    }
    if letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) {
        better.to_uppercase()
    } else if starts_high {
        capitalized(better)
    } else {
        better.to_owned()
    }
}

/// True when the words at `range` are part of the better one: "log in" in "log in to".
fn stands_already(text: &str, range: &Range<usize>, better: &str) -> bool {
    (0..better.len()).any(|into| {
        let Some(start) = range.start.checked_sub(into) else {
            return false;
        };
        let end = start + better.len();
        end >= range.end && text.get(start..end) == Some(better)
    })
}

/// True when the words stand in the file as they are read, so that nothing else
/// is replaced, and the better one does not break the notation of a front matter.
fn can_replace(post: &Post, span: Span, words: &str, better: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-');
    fold_blanks(post.slice(span)) == fold_blanks(words)
        && (span.start >= post.body().start || better.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix;
    use crate::policy::custom::sample::found;

    #[test]
    fn the_better_word_is_dressed_like_the_other() {
        let dressed = |text: &str, better: &str| {
            let start = text.find('[').expect("a start");
            let end = text.find(']').expect("an end") - 1;
            dress(better, &text.replace(['[', ']'], ""), &(start..end))
        };
        assert_eq!(dressed("to [utilize]", "use"), "use");
        assert_eq!(dressed("[Utilize]", "use"), "Use");
        assert_eq!(dressed("[UTILIZE]", "use"), "USE");
        assert_eq!(dressed("[GITHUB]", "GitHub"), "GitHub");
        assert_eq!(dressed("the [Internet]", "internet"), "internet");
        assert_eq!(dressed("So. [Internet]", "internet"), "Internet");
    }

    #[test]
    fn what_is_right_already_is_left_alone() {
        assert!(stands_already("log in to it", &(0..6), "log in to"));
        assert!(stands_already("GitHub", &(0..6), "GitHub"));
        assert!(!stands_already("log in here", &(0..6), "log in to"));
        assert!(!stands_already("é", &(0..2), "e"));
    }

    #[test]
    fn the_fix_replaces_the_words_and_nothing_else() {
        let lines = "swap = { 'utilize' = 'use', 'in order to' = 'to', 'github' = 'GitHub' }\nfix = 'safe'\n\
                     message = '{match} -> {better}'";
        let text = "---\ntitle: Utilize it\n---\nIn order\nto uti**lize** github, not GitHub.\n";
        let (post, found) = found(lines, text);
        let told: Vec<_> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "Utilize -> Use",
                "In order to -> To",
                "utilize -> use",
                "github -> GitHub"
            ]
        );
        let fixed = fix::apply(
            post.text(),
            found.iter().filter_map(|found| found.fix.as_ref()),
        );
        assert_eq!(
            fixed.text,
            "---\ntitle: Use it\n---\nTo uti**lize** GitHub, not GitHub.\n"
        );
        assert!(
            found[0]
                .fix
                .as_ref()
                .is_some_and(|fix| fix.applicability == Applicability::Safe)
        );
    }

    #[test]
    fn a_front_matter_is_not_broken_by_a_fix() {
        let (_, found) = found("swap = { a = \"b: 'c'\" }", "---\ntitle: a\n---\n");
        assert!(found[0].fix.is_none());
    }
}
