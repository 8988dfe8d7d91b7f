//! United States: area, group and serial (Social Security Administration, POMS
//! RM 10201.030, and the randomization of 2011). There is no check digit.

use super::National;
use crate::identifier::surroundings::Names;
use crate::language::{PhraseList, WordList};

pub(super) static SSN: National = National {
    name: "a US Social Security number",
    proof: "written as one, with parts in the ranges that are given out",
    alone: &["999-99-9999"],
    named: &["999 99 9999", "999999999"],
    names: Names {
        words: PhraseList::new("social security; ssn; ssns"),
        exact: PhraseList::new(""),
    },
    is_valid,
    // On wallets and booklets of long ago, and in an advertisement.
    published: WordList::new("078051120 219099999 457555462"),
};

fn is_valid(plain: &str) -> bool {
    let (area, rest) = plain.split_at(3);
    let (group, serial) = rest.split_at(2);
    !matches!(area, "000" | "666") && !area.starts_with('9') && group != "00" && serial != "0000"
}
