//! A great effect without a number: "drastically reduces costs".

use std::ops::Range;

use super::Sentence;
use crate::language::{PhraseList, WordList};

const ADVERBS: PhraseList = PhraseList::new(
    "drastically; dramatically; exponentially; massively; tremendously; immensely; vastly",
);

/// What has an effect that could be counted.
const CHANGING: WordList = WordList::new(
    "reduce reduces reduced cut cuts improve improves improved increase \
     increases increased lowers lowered boost boosts boosted shorten shortens shortened \
     accelerate accelerates accelerated decrease decreases decreased",
);

/// Words before the adverb that say it is possible or meant to be.
const MEANING: WordList = WordList::new("can to will by for of in help helps and or");

/// What to look for.
pub fn signs() -> impl Iterator<Item = &'static str> {
    ADVERBS.iter()
}

/// The words "drastically reduces" around the adverb at byte `at`, when no number
/// says how much.
pub fn find(sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
    let adverb = sentence.number_at(at);
    let verb = adverb + 1;
    let is_plain = !sentence.is_asked()
        && !sentence.is_supposed()
        && !sentence.is_wished()
        && !sentence.is_denied(adverb, 3)
        // "can reduce", "will reduce", "by reducing": it may, or is meant to.
        && sentence.before(adverb).next().is_some_and(|word| !MEANING.has(word));
    let has_number = sentence.text.contains(|c: char| c.is_ascii_digit());
    let changes = sentence.is_joined(verb) && CHANGING.has(sentence.word(verb));
    (is_plain && changes && !has_number).then(|| sentence.range(adverb, verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let at = signs().find_map(|sign| text.find(sign))?;
        find(&Sentence::new(text), at).map(|range| &text[range])
    }

    #[test]
    fn an_effect_without_a_number_is_found() {
        let claim = "Kites dramatically improve the mood of a team.";
        assert_eq!(found(claim), Some("dramatically improve"));
        for text in [
            "Kites dramatically improve the mood, by 40%.",
            "Kites can dramatically improve the mood.",
            "Would kites dramatically improve the mood?",
            "Kites do not dramatically improve the mood.",
            "Kites will dramatically improve the mood.",
            "Our goal is met by dramatically improving the mood.",
            "Vastly improved moods.",
            "The mood was dramatically different.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
