//! Sweden: date of birth, a number, and Luhn's check digit over the last ten
//! (folkbokföringslagen 1991:481, section 18). 60 is added to the day for
//! people who are not registered as residents.

use super::{CHECKED, National, is_day};
use crate::identifier::luhn;
use crate::identifier::surroundings::Names;
use crate::identifier::written::{digits, number};
use crate::language::{PhraseList, WordList};

pub(super) static PERSONAL_NUMBER: National = National {
    name: "a Swedish personal identity number (personnummer)",
    proof: CHECKED,
    alone: &[],
    named: &[
        "999999-9999",
        "999999+9999",
        "99999999-9999",
        "9999999999",
        "999999999999",
    ],
    names: Names {
        words: PhraseList::new(
            "personnummer; personnumret; person-nr; samordningsnummer; personal identity number; \
             personal number",
        ),
        exact: PhraseList::new(""),
    },
    is_valid,
    published: WordList::new(
        "8112289874 198112289874 6408233234 196408233234 6709199530 196709199530",
    ),
};

fn is_valid(plain: &str) -> bool {
    let short = &plain[plain.len().saturating_sub(10)..];
    let century = &plain[..plain.len() - short.len()];
    let day = match number(&short[4..6]) {
        day @ 61..=91 => day - 60,
        day => day,
    };
    matches!(century, "" | "18" | "19" | "20")
        && is_day(number(&short[2..4]), day)
        && luhn::is_valid(&digits(short))
}
