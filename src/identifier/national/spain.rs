//! Spain: a number and the letter that its rest modulo 23 picks (Ministerio del
//! Interior, cálculo del dígito de control del NIF/NIE). In the number of a
//! foreigner X, Y and Z stand for 0, 1 and 2.

use super::National;
use crate::identifier::surroundings::Names;
use crate::identifier::written::number;
use crate::language::{PhraseList, WordList};

/// What its letter proves.
const LETTER: &str = "its check letter is right";

pub(super) static DNI: National = National {
    name: "a Spanish identity number (DNI)",
    proof: LETTER,
    alone: &[],
    named: &[
        "99999999A",
        "99999999-A",
        "99999999 A",
        "99.999.999-A",
        "99.999.999 A",
        "99.999.999A",
    ],
    names: Names {
        words: PhraseList::new("documento nacional de identidad; d.n.i"),
        exact: PhraseList::new("DNI; NIF; dni; nif"),
    },
    is_valid: |plain| has_letter(plain),
    published: WordList::new(""),
};

pub(super) static NIE: National = National {
    name: "a Spanish identity number for foreigners (NIE)",
    proof: LETTER,
    alone: &[],
    named: &["A9999999A", "A-9999999-A", "A-9999999A", "A9999999-A"],
    names: Names {
        words: PhraseList::new("identidad de extranjero; identificación de extranjero"),
        exact: PhraseList::new("NIE; NIF"),
    },
    is_valid: |plain| {
        let rest = plain.get(1..).unwrap_or_default();
        let first = plain.chars().next().and_then(|c| "XYZ".find(c));
        first.is_some_and(|first| has_letter(&format!("{first}{rest}")))
    },
    published: WordList::new(""),
};

fn has_letter(plain: &str) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let (digits, letter) = plain.split_at(plain.len() - 1);
    letter.as_bytes() == [LETTERS[number(digits) as usize % LETTERS.len()]]
}
