//! France: sex, year, month, place and order of birth, and a key of two digits
//! that completes them to a multiple of 97; the Corsican 2A and 2B count as 19
//! and 18 (INSEE, numéro d'inscription au répertoire, décret 82-103).

use super::National;
use crate::identifier::mod97;
use crate::identifier::surroundings::Names;
use crate::identifier::written::number;
use crate::language::{PhraseList, WordList};

pub(super) static NIR: National = National {
    name: "a French social security number (NIR)",
    proof: "its key is right",
    alone: &["9 99 99 9X 999 999 99"],
    named: &[
        "999999X99999999",
        "9 99 99 9X 999 999 / 99",
        "999999X999999 99",
    ],
    names: Names {
        words: PhraseList::new(
            "sécurité sociale; securite sociale; numéro de sécu; carte vitale; social security; \
             inscription au répertoire; assuré; assurée",
        ),
        exact: PhraseList::new("NIR; NIRPP; INSEE; nir"),
    },
    is_valid,
    published: WordList::new("269054958815780 255081416802538 185057800608491 184127645108946"),
};

fn is_valid(plain: &str) -> bool {
    let (body, key) = plain.split_at(13);
    let is_month = matches!(number(&body[3..5]), 1..=12 | 20 | 30..=42 | 50..=99);
    let body = body.replace("2A", "19").replace("2B", "18");
    let is_person = body.starts_with(['1', '2', '3', '4', '7', '8']);
    let rest = mod97::rest(body.chars());
    is_month
        && is_person
        && body.bytes().all(|byte| byte.is_ascii_digit())
        && rest.is_some_and(|rest| 97 - rest == number(key))
}
