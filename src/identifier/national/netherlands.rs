//! Netherlands: nine digits whose weighted sum is a multiple of eleven, the
//! last one counting negative (Logisch Ontwerp BSN, the "elfproef").

use super::{CHECKED, National, weighted};
use crate::identifier::surroundings::Names;
use crate::identifier::written::digits;
use crate::language::{PhraseList, WordList};

pub(super) static BSN: National = National {
    name: "a Dutch citizen service number (BSN)",
    proof: CHECKED,
    alone: &[],
    named: &["999999999", "9999.99.999", "9999 99 999", "999 999 999"],
    names: Names {
        words: PhraseList::new(
            "burgerservicenummer; bsn; bsn-nummer; sofinummer; citizen service number",
        ),
        exact: PhraseList::new(""),
    },
    is_valid,
    published: WordList::new("111222333 999990019"),
};

fn is_valid(plain: &str) -> bool {
    let digits = digits(plain);
    let (body, last) = digits.split_at(digits.len().saturating_sub(1));
    let sum = weighted(body, (2..=9).rev());
    last.first()
        .is_some_and(|last| sum % 11 == u32::from(*last))
}
