//! Studies and experts without a name: "research shows that …".

use std::ops::Range;

use super::Sentence;
use crate::language::{PhraseList, WordList};

/// What is cited.
const SOURCES: PhraseList = PhraseList::new(
    "studies; study; research; surveys; survey; polls; poll; experts; scientists; researchers; \
     statistics; psychologists; economists; analysts",
);

/// What cannot be cited without an article or a number, but for the other two.
const SINGULAR: WordList = WordList::new("study survey poll");

/// What they say.
const SAYING: WordList = WordList::new(
    "show shows shown say says said suggest suggests suggested find finds found prove proves proved \
     proven indicate indicates indicated confirm confirms confirmed agree agreed estimate estimates \
     estimated demonstrate demonstrates demonstrated reveal reveals revealed believe recommend warn \
     conclude concluded",
);
/// Words behind the verb with which it means something else: "surveys show up".
const ELSEWHERE: WordList =
    WordList::new("up off about on to so yes no ahead themselves itself us me");
const ADVERBS: WordList = WordList::new(
    "also clearly consistently now repeatedly often generally long recently already even",
);
/// Words before it that leave it without a name.
const VAGUE: WordList = WordList::new(
    "many several some most multiple numerous countless various recent new scientific academic \
     medical clinical psychological independent usability market industry modern more other a an \
     one another few two three latest leading security health",
);
/// Words that start a statement.
const OPENING: WordList = WordList::new(
    "that because since and but as so although though while in fact also indeed however \
     additionally moreover furthermore yet plus then now after all for example instance still",
);

/// What to look for.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SOURCES.iter()
}

/// The words "studies show" around the sign at byte `at` of `sentence`, when they
/// name nobody.
pub fn find(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let noun = sentence.number_at(at);
    if sentence.is_asked() {
        return None;
    }
    let last = saying(sentence, noun)?;
    // It is about something: "research shows."
    let has_content =
        sentence.from(last + 1).count() >= 3 && !ELSEWHERE.has(sentence.word(last + 1));
    let first = opening(sentence, noun)?;
    let is_counted = first < noun;
    let is_singular = SINGULAR.has(sentence.word(noun));
    (has_content && (is_counted || !is_singular)).then(|| sentence.range(first, last))
}

/// Number of the verb that belongs to noun number `noun`: "has long shown".
fn saying(sentence: &Sentence<'_>, noun: usize) -> Option<usize> {
    let mut next = noun + 1;
    while ADVERBS.has(sentence.word(next)) || matches!(sentence.word(next), "have" | "has") {
        next += 1;
    }
    let is_plain = (noun + 1..=next).all(|n| sentence.is_joined(n));
    (is_plain && next <= noun + 3 && SAYING.has(sentence.word(next))).then_some(next)
}

/// Number of the first word of the noun and what counts it, when a statement
/// starts there and nothing gives the source a name.
fn opening(sentence: &Sentence<'_>, noun: usize) -> Option<usize> {
    let mut first = noun;
    while let Some(before) = first.checked_sub(1)
        && sentence.is_joined(first)
        && VAGUE.has(sentence.word(before))
    {
        first = before;
    }
    let Some(before) = first.checked_sub(1) else {
        return Some(first);
    };
    let gap = sentence.gap(first);
    // "Jo Doe, research says" names somebody; "In fact, research says" does not.
    let is_behind_comma = gap.contains([',', ';', ':', '—', '–']) && !is_name(sentence, before);
    let is_opened = sentence.is_joined(first)
        && OPENING.has(sentence.word(before))
        && !matches!(sentence.word(before), "in" | "for" | "after");
    (is_behind_comma || is_opened).then_some(first)
}

fn is_name(sentence: &Sentence<'_>, n: usize) -> bool {
    n > 0 && sentence.written(n).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let lower = text.to_lowercase();
        let mut places = signs().filter_map(|sign| lower.find(sign));
        let sentence = Sentence::new(text);
        places.find_map(|at| find(&sentence, at).map(|range| &text[range]))
    }

    #[test]
    fn nobody_is_named() {
        for (text, words) in [
            ("Studies show that naps help teams.", "Studies show"),
            (
                "In fact, research has shown that naps help.",
                "research has shown",
            ),
            (
                "We know that many experts agree that naps help.",
                "many experts agree",
            ),
            (
                "A recent study found that naps help.",
                "A recent study found",
            ),
            (
                "It works, and scientists have long said that naps help.",
                "scientists have long said",
            ),
        ] {
            assert_eq!(found(text), Some(words), "{text}");
        }
    }

    #[test]
    fn somebody_is_named_or_nothing_is_claimed() {
        for text in [
            "The studies show that naps help teams.",
            "Our research shows that naps help teams.",
            "Example Labs research shows that naps help.",
            "These experts agree that naps help teams.",
            "Do studies show that naps help teams?",
            "When user research shows that naps help, take one.",
            "No study shows that naps help teams.",
            "The experts say so.",
            "We talk of what experts say about naps.",
            "Study finds a way to nap.",
            "There is little that research shows about naps in teams.",
            "Experts agree on the first step of it.",
            "Research shows.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
