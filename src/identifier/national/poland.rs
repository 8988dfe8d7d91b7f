//! Poland: date of birth, with the century in the month, order, and a check
//! digit with the weights 1, 3, 7, 9 (ustawa o ewidencji ludności, PESEL).

use super::{CHECKED, National, is_day, weighted};
use crate::identifier::surroundings::Names;
use crate::identifier::written::{digits, number};
use crate::language::{PhraseList, WordList};

pub(super) static PESEL: National = National {
    name: "a Polish identity number (PESEL)",
    proof: CHECKED,
    alone: &[],
    named: &["99999999999"],
    names: Names {
        words: PhraseList::new("pesel; peselu; pesele; numer ewidencyjny"),
        exact: PhraseList::new(""),
    },
    is_valid,
    published: WordList::new("44051401359 44051401458 02070803628 90090515836"),
};

fn is_valid(plain: &str) -> bool {
    let digits = digits(plain);
    let sum = weighted(&digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    is_day(number(&plain[2..4]) % 20, number(&plain[4..6])) && sum.is_multiple_of(10)
}
