//! Canada: nine digits, the last of them Luhn's (Employment and Social
//! Development Canada, Social Insurance Number Code of Practice). None starts
//! with 0 or 8.

use super::{CHECKED, National};
use crate::identifier::luhn;
use crate::identifier::surroundings::Names;
use crate::identifier::written::digits;
use crate::language::{PhraseList, WordList};

pub(super) static SIN: National = National {
    name: "a Canadian Social Insurance Number",
    proof: CHECKED,
    alone: &[],
    named: &["999 999 999", "999-999-999", "999999999"],
    names: Names {
        words: PhraseList::new("social insurance; assurance sociale"),
        exact: PhraseList::new("SIN"),
    },
    is_valid: |plain| !plain.starts_with(['0', '8']) && luhn::is_valid(&digits(plain)),
    published: WordList::new("130692544 193456787"),
};
