//! Brazil: nine digits and two check digits modulo eleven (Receita Federal,
//! Cadastro de Pessoas Físicas).

use super::{National, weighted};
use crate::identifier::surroundings::Names;
use crate::identifier::written::digits;
use crate::language::{PhraseList, WordList};

pub(super) static CPF: National = National {
    name: "a Brazilian taxpayer number (CPF)",
    proof: "its check digits are right",
    alone: &["999.999.999-99"],
    named: &["99999999999", "999999999-99"],
    names: Names {
        words: PhraseList::new("cpf; cpfs; cadastro de pessoas físicas; cadastro de pessoa física"),
        exact: PhraseList::new(""),
    },
    is_valid,
    published: WordList::new("52998224725 11144477735 39053344705"),
};

fn is_valid(plain: &str) -> bool {
    let digits = digits(plain);
    (9..11).all(|len| {
        let sum = weighted(&digits[..len], (2..=len as u32 + 1).rev());
        digits
            .get(len)
            .is_some_and(|last| sum * 10 % 11 % 10 == u32::from(*last))
    })
}
