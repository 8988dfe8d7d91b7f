//! Italy: six letters of the name, year, month and day of birth, place, and a
//! check letter (Agenzia delle Entrate, codice fiscale, decreto 23 December
//! 1976). When two people would get the same, digits become letters.

use super::National;
use crate::identifier::surroundings::Names;
use crate::language::{PhraseList, WordList};

/// Letters that stand for 0 to 9 where two people would get the same code.
const AS_DIGITS: &str = "LMNPQRSTUV";

pub(super) static TAX_CODE: National = National {
    name: "an Italian tax code (codice fiscale)",
    proof: "its check letter is right",
    alone: &["AAAAAAXXAXXAXXXA"],
    named: &["AAA AAA XXAXX AXXXA"],
    names: Names {
        words: PhraseList::new("codice fiscale; codici fiscali; tax code; cod. fisc"),
        exact: PhraseList::new("CF; C.F"),
    },
    is_valid,
    // Most examples are of Mario Rossi, see below.
    published: WordList::new("MRTMTT25D09F205Z MRTMTT91D08F205J VRDGPP13R10B293P"),
};

fn is_valid(plain: &str) -> bool {
    let digit = |at: usize| {
        let c = plain[at..].chars().next()?;
        c.to_digit(10)
            .or_else(|| AS_DIGITS.find(c).map(|at| at as u32))
    };
    let month = plain.chars().nth(8).and_then(|c| "ABCDEHLMPRST".find(c));
    let Some(month) = month else {
        return false;
    };
    let numbers: Option<Vec<u32>> = [6, 7, 9, 10, 12, 13, 14].into_iter().map(digit).collect();
    let Some([_, _, tens, ones, ..]) = numbers.as_deref() else {
        return false;
    };
    let day = tens * 10 + ones;
    // 40 is added to the day a woman was born.
    let is_day = super::is_day(month as u32 + 1, if day > 40 { day - 40 } else { day });
    is_day && !plain.starts_with("RSSMRA") && plain.ends_with(check_letter(&plain[..15]))
}

fn check_letter(body: &str) -> char {
    /// What the characters at odd places count for: 0 to 9 as A to J.
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let sum: u32 = body
        .bytes()
        .enumerate()
        .map(|(at, byte)| {
            let value = match byte {
                b'0'..=b'9' => u32::from(byte - b'0'),
                _ => u32::from(byte.saturating_sub(b'A')),
            };
            if at % 2 == 0 {
                ODD[value as usize % 26]
            } else {
                value
            }
        })
        .sum();
    char::from_u32(u32::from(b'A') + sum % 26).unwrap_or('A')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_may_stand_for_digits() {
        assert!(is_valid("BNCLRA83D49F205K") && is_valid("BNCLRAN3D4VF205A"));
        assert!(
            !is_valid("BNCLRAN3D4VF205B"),
            "the check letter is of the letters"
        );
        assert!(!is_valid("BNCLRA83D39F205K"), "no 39 April");
    }
}
