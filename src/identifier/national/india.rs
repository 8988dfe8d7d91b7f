//! India: twelve digits, the last of them Verhoeff's; none starts with 0 or 1
//! (Unique Identification Authority of India, UID Numbering Scheme, 2010).

use super::{CHECKED, National};
use crate::identifier::surroundings::Names;
use crate::identifier::verhoeff;
use crate::identifier::written::digits;
use crate::language::{PhraseList, WordList};

pub(super) static AADHAAR: National = National {
    name: "an Indian Aadhaar number",
    proof: CHECKED,
    alone: &[],
    named: &["9999 9999 9999", "9999-9999-9999", "999999999999"],
    names: Names {
        words: PhraseList::new("aadhaar; aadhar; uidai; आधार"),
        exact: PhraseList::new(""),
    },
    is_valid: |plain| !plain.starts_with(['0', '1']) && verhoeff::is_valid(&digits(plain)),
    published: WordList::new("999999990019 999941057058"),
};
