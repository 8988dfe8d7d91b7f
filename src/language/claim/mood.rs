//! How a sentence means what it says: asked, supposed, wished, denied, and by whom.

use super::Sentence;
use crate::language::WordList;

/// Words that make of a sentence an assumption, an example or a plan.
const SUPPOSING: WordList = WordList::new(
    "if imagine suppose assume assuming whether unless hypothetical hypothetically example let's \
     pretend",
);
const WISHING: WordList = WordList::new(
    "could would should might may want wants hope hopes goal goals aim aims target targets plan \
     plans try tries trying wish hoping",
);
const DENYING: WordList =
    WordList::new("no not never nobody none neither nor without hardly cannot");
const FIRST_PERSON: WordList =
    WordList::new("we we've we're we'd we'll our ours us i i've i'm i'd i'll my me mine");

impl Sentence<'_> {
    /// True for a question.
    pub(super) fn is_asked(&self) -> bool {
        self.text
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | ')' | '*'))
            .ends_with('?')
    }

    /// True for an assumption, a condition or an example.
    pub(super) fn is_supposed(&self) -> bool {
        self.from(0).any(|word| SUPPOSING.has(word))
    }

    /// True for what is wished or planned, or only may be.
    pub(super) fn is_wished(&self) -> bool {
        self.from(0).any(|word| WISHING.has(word))
    }

    /// True when one of the `reach` words before number `n` denies.
    pub(super) fn is_denied(&self, n: usize, reach: usize) -> bool {
        let mut near = self.before(n).take(reach);
        near.any(|word| DENYING.has(word) || word.ends_with("n't"))
    }

    /// True when the speaker tells of itself.
    pub(super) fn is_first_person(&self) -> bool {
        self.from(0).any(|word| FIRST_PERSON.has(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_how_it_is_meant() {
        let sentence = |text| Sentence::new(text);
        assert!(sentence("Is it so?").is_asked() && sentence("“Is it so?”").is_asked());
        assert!(sentence("Suppose it is so.").is_supposed());
        assert!(sentence("It should be so.").is_wished());
        assert!(sentence("We’ve seen it.").is_first_person());
        let plain = sentence("It is so.");
        assert!(!plain.is_asked() && !plain.is_supposed());
        assert!(!plain.is_wished() && !plain.is_first_person());
    }

    #[test]
    fn denial_reaches_a_few_words() {
        let sentence = Sentence::new("It isn't the case that this is so");
        assert!(sentence.is_denied(3, 2) && !sentence.is_denied(6, 2));
    }
}
