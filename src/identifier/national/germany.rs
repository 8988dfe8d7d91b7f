//! Germany: eleven digits, the last by ISO/IEC 7064 MOD 11,10; of the first
//! ten one comes twice or three times and no other repeats (Bundeszentralamt
//! für Steuern, steuerliche Identifikationsnummer, § 139b AO).

use super::{CHECKED, National};
use crate::identifier::surroundings::Names;
use crate::identifier::written::digits;
use crate::language::{PhraseList, WordList};

pub(super) static TAX_ID: National = National {
    name: "a German tax identification number (Steuer-IdNr.)",
    proof: CHECKED,
    alone: &[],
    named: &["99 999 999 999", "99999999999"],
    names: Names {
        words: PhraseList::new(
            "steuer-id; steuerid; steuer-idnr; steueridentifikationsnummer; \
             steuer-identifikationsnummer; steuerliche identifikationsnummer; \
             identifikationsnummer; idnr; tax id; tax identification number",
        ),
        exact: PhraseList::new("TIN"),
    },
    is_valid,
    published: WordList::new("86095742719 47036892816 65929970489 57549285017 25768131411"),
};

fn is_valid(plain: &str) -> bool {
    let digits = digits(plain);
    let [first, .., last] = digits[..] else {
        return false;
    };
    let body = &digits[..digits.len() - 1];
    first != 0 && repeats_one(body) && check_digit(body) == last
}

fn repeats_one(body: &[u8]) -> bool {
    let count = |digit| body.iter().filter(|other| **other == digit).count();
    let repeated: Vec<usize> = (0..10).map(count).filter(|count| *count > 1).collect();
    let thrice_in_a_row = body
        .windows(3)
        .any(|run| run[0] == run[1] && run[1] == run[2]);
    matches!(repeated[..], [2 | 3]) && !thrice_in_a_row
}

fn check_digit(body: &[u8]) -> u8 {
    let product = body.iter().fold(10, |product, digit| {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        2 * sum % 11
    });
    (11 - product) % 10
}
