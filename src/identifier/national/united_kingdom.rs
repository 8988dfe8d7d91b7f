//! United Kingdom: two letters, six digits and a suffix (HM Revenue & Customs,
//! National Insurance Manual NIM39110). There is no check digit.

use super::National;
use crate::identifier::surroundings::Names;
use crate::language::{PhraseList, WordList};

pub(super) static NINO: National = National {
    name: "a UK National Insurance number",
    proof: "written as one, with letters that are given out",
    alone: &["AA 99 99 99 A"],
    named: &["AA999999A", "AA 999999 A", "AA-99-99-99-A"],
    names: Names {
        words: PhraseList::new("national insurance; ni number; ni no"),
        exact: PhraseList::new("NINO; NI; nino"),
    },
    is_valid,
    published: WordList::new(""),
};

fn is_valid(plain: &str) -> bool {
    const UNUSED: [&str; 7] = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    let (prefix, rest) = plain.split_at(2);
    !prefix.contains(['D', 'F', 'I', 'Q', 'U', 'V'])
        && !prefix.ends_with('O')
        && !UNUSED.contains(&prefix)
        && rest.ends_with(['A', 'B', 'C', 'D'])
}
