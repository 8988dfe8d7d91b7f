//! What unnamed people think: "it is widely believed that …".

use std::ops::Range;

use super::Sentence;
use crate::language::{PhraseList, WordList};

const SIGNS: PhraseList = PhraseList::new(
    "many people say; many people believe; many people think; many believe that; many argue that; it is widely believed; it's widely \
     believed; it is widely known; it is commonly believed; it is generally accepted; it is \
     generally believed; it is often said; it's often said; it has been said; it is said that; critics say; insiders say",
);

// "Some say" mostly opens a contrast, "others say", and "widely regarded as" is
// what every biography says; both are left out.

/// Words that turn against what was said.
const TURNING: WordList = WordList::new(
    "but however yet actually wrong myth not isn't don't doesn't although though while disagree others",
);

/// What to look for.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter()
}

/// The words at `sign`, unless the sentence or the one behind it, `next`, turns
/// against them.
pub fn find(sentence: &Sentence<'_>, sign: Range<usize>, next: &str) -> Option<Range<usize>> {
    let turns = |sentence: &Sentence<'_>| sentence.from(0).any(|word| TURNING.has(word));
    let is_statement = sentence.from(sentence.number_at(sign.end)).count() >= 2;
    let is_plain = !sentence.is_asked() && !sentence.is_supposed() && !sentence.is_first_person();
    (is_statement && is_plain && !turns(sentence) && !turns(&Sentence::new(next))).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &'static str, next: &str) -> Option<&'static str> {
        let lower = text.to_lowercase();
        let mut places = signs().filter_map(|sign| Some((lower.find(sign)?, sign.len())));
        let (at, len) = places.next()?;
        find(&Sentence::new(text), at..at + len, next).map(|range| &text[range])
    }

    #[test]
    fn hearsay_is_found_unless_it_is_rebutted() {
        let claim = "It is widely believed that kites calm teams.";
        assert_eq!(found(claim, ""), Some("It is widely believed"));
        assert_eq!(found(claim, "We disagree."), None);
        for text in [
            "Many people say that kites calm teams, but they scare birds.",
            "Do many people believe that kites calm teams?",
            "Many people say so.",
            "We hear that many people believe in kites.",
        ] {
            assert_eq!(found(text, ""), None, "{text}");
        }
    }
}
