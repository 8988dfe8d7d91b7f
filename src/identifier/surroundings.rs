//! The words around a number, which say what it is.

use crate::span::whole_characters;
use std::ops::Range;

use crate::language::PhraseList;

/// Words that say a number is invented, or explain how such numbers are made.
const INVENTED: PhraseList = PhraseList::new(
    "test; tests; testing; example; examples; sample; samples; dummy; fake; fictional; fictitious; \
     invented; made up; made-up; placeholder; placeholders; sandbox; mock; specimen; luhn; checksum; \
     check digit; check digits; verhoeff; regex; beispiel; testnummer; fiktiv; exemple; \
     fictif; ejemplo; ficticio; esempio; voorbeeld; exemplo; przykład; exempel",
);

/// Words right before a number that say it stands for many.
const LED_IN: PhraseList =
    PhraseList::new("looks like; look like; such as; e.g; for instance; zum beispiel");

/// Words right before a number that say it is one of a thing.
const ORDERS: PhraseList = PhraseList::new(
    "order; invoice; tracking; parcel; part; model; serial; sku; version; ticket; case; docket; \
     contract; grant; award; solicitation; reference; ref; isbn; issn; ean; upc; doi; flight; \
     license; permit; patent",
);

/// Words right before a number that is dialled.
const PHONES: PhraseList =
    PhraseList::new("phone; tel; telephone; mobile; fax; call; dial; hotline; tty");

/// The words that name a kind of number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names {
    /// In any case.
    pub(super) words: PhraseList,
    /// As they stand: "SIN" is a number, "sin" is not.
    pub(super) exact: PhraseList,
}

/// The words around one number.
pub(super) struct Surroundings<'a> {
    near: [&'a str; 2],
    far: [&'a str; 2],
}

impl<'a> Surroundings<'a> {
    /// What stands before and behind `range` of `text`, in its own paragraph.
    pub(super) fn of(text: &'a str, range: &Range<usize>) -> Surroundings<'a> {
        // A clause, and a long sentence, in bytes.
        Surroundings {
            near: around(text, range, 80),
            far: around(text, range, 160),
        }
    }

    /// True when one of `names` stands near.
    pub(super) fn have(&self, names: &Names) -> bool {
        let any = |phrases: PhraseList, near: &str| phrases.iter().any(|one| has(near, one));
        let named = |near: &str| any(names.exact, near) || any(names.words, &near.to_lowercase());
        self.near.into_iter().any(named)
    }

    /// True when a word not far away says that the number is invented.
    pub(super) fn say_invented(&self) -> bool {
        let invented = |far: &str| {
            let far = far.to_lowercase();
            INVENTED.iter().any(|one| has(&far, one))
        };
        self.far.into_iter().any(invented) || self.lead_in(LED_IN)
    }

    /// True when the words right before it say that it is the number of a thing.
    pub(super) fn name_an_order(&self) -> bool {
        self.lead_in(ORDERS)
    }

    /// True when the words right before it say that it is dialled.
    pub(super) fn name_a_phone(&self) -> bool {
        self.lead_in(PHONES)
    }

    fn lead_in(&self, phrases: PhraseList) -> bool {
        /// "order number ", in words.
        const NEAR: usize = 3;
        let before = self.near[0].to_lowercase();
        let words: Vec<_> = crate::language::words(&before).collect();
        let near = words.iter().rev().take(NEAR).next_back();
        let near = near.map_or("", |word| &before[word.start..]);
        phrases.iter().any(|one| has(near, one))
    }
}

/// So many bytes of the paragraph before `range`, and half as many behind it.
fn around<'a>(text: &'a str, range: &Range<usize>, bytes: usize) -> [&'a str; 2] {
    let mut before = whole_characters(text, range.start.saturating_sub(bytes)..range.start);
    let mut after = whole_characters(text, range.end..range.end + bytes / 2);
    for blank_line in ["\n\n", "\n\r\n"] {
        before = before.rsplit(blank_line).next().unwrap_or(before);
        after = after.split(blank_line).next().unwrap_or(after);
    }
    [before, after]
}

/// True when `text` has `phrase` as whole words. An underscore parts words.
fn has(text: &str, phrase: &str) -> bool {
    !phrase.is_empty()
        && text.match_indices(phrase).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + phrase.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIN: Names = Names {
        words: PhraseList::new("social insurance"),
        exact: PhraseList::new("SIN"),
    };

    fn beside(text: &str) -> Surroundings<'_> {
        let at = text.find('9').unwrap_or_default();
        Surroundings::of(text, &(at..at + 1))
    }

    #[test]
    fn a_name_stands_beside_the_number() {
        assert!(beside("My SIN is 9.").have(&SIN));
        assert!(beside("9 is my Social Insurance number").have(&SIN));
        assert!(beside("{\"user_SIN\": 9}").have(&SIN));
        assert!(!beside("A sin, 9 times.").have(&SIN));
        assert!(!beside("SINGLE 9").have(&SIN));
        for other_paragraph in ["SIN\n\n9", "SIN\r\n\r\n9", "9\r\n\r\nSIN"] {
            assert!(!beside(other_paragraph).have(&SIN), "{other_paragraph:?}");
        }
    }

    #[test]
    fn words_say_that_it_is_another_thing() {
        assert!(beside("order number 9").name_an_order());
        assert!(!beside("in order to reach them, use 9").name_an_order());
        assert!(beside("a fake number, 9").say_invented());
        assert!(beside("a number such as 9").say_invented());
        assert!(!beside("the contest, 9").say_invented());
        assert!(!beside("such as hers, with the number 9").say_invented());
    }
}
