//! Makers of numbers of cards and accounts: a right one and a wrong one.

use crate::chance::{Chance, grouped, last_digit_wrong, with_luhn};

/// A card that starts so, with `length` digits, in `groups`.
fn card(chance: &mut Chance, start: &str, length: usize, groups: &[usize]) -> (String, String) {
    let number = with_luhn(&format!(
        "{start}{}",
        chance.digits(length - 1 - start.len())
    ));
    let wrong = last_digit_wrong(chance, &number);
    let mark = chance.pick(&[" ", "-"]);
    (
        grouped(&number, groups, mark),
        grouped(&wrong, groups, mark),
    )
}

const FOURS: &[usize] = &[4, 4, 4, 4];

pub fn visa(chance: &mut Chance) -> (String, String) {
    card(chance, "4", 16, FOURS)
}

pub fn mastercard(chance: &mut Chance) -> (String, String) {
    let start = match chance.below(2) {
        0 => chance.within(51, 55).to_string(),
        _ => chance.within(2221, 2720).to_string(),
    };
    card(chance, &start, 16, FOURS)
}

pub fn amex(chance: &mut Chance) -> (String, String) {
    let start = chance.pick(&["34", "37"]);
    card(chance, start, 15, &[4, 6, 5])
}

pub fn discover(chance: &mut Chance) -> (String, String) {
    let start = chance.pick(&["6011", "644", "649", "65"]);
    card(chance, start, 16, FOURS)
}

pub fn jcb(chance: &mut Chance) -> (String, String) {
    let start = chance.within(3528, 3589).to_string();
    card(chance, &start, 16, FOURS)
}

pub fn diners(chance: &mut Chance) -> (String, String) {
    let start = chance.pick(&["300", "305", "36", "38"]);
    card(chance, start, 14, &[4, 6, 4])
}

pub fn unionpay(chance: &mut Chance) -> (String, String) {
    card(chance, "62", 19, &[4, 4, 4, 4, 3])
}

pub fn maestro(chance: &mut Chance) -> (String, String) {
    let start = chance.pick(&["5018", "5038", "6304", "6759"]);
    let length = chance.pick(&[16, 18, 19]);
    card(chance, start, length, &[length])
}

/// An account of one of several countries, in print or unbroken.
pub fn iban(chance: &mut Chance) -> (String, String) {
    const BANK: &str = "ABCDEFGHIKLMNOPRSTUV";
    let country = chance.pick(&["DE", "GB", "FR", "ES", "NL", "IT", "PL", "BE", "CH", "MT"]);
    let mut bank = |count: usize| -> String { (0..count).map(|_| chance.letter(BANK)).collect() };
    let letters = match country {
        "GB" | "NL" | "MT" => bank(4),
        "IT" => bank(1),
        _ => String::new(),
    };
    let digits = match country {
        "DE" => 18,
        "GB" => 14,
        "FR" => 23,
        "ES" => 20,
        "NL" => 10,
        "IT" => 22,
        "PL" => 24,
        "BE" => 12,
        "CH" => 17,
        _ => 23,
    };
    let body = format!("{letters}{}", chance.digits(digits));
    // 98 less the rest of the account, the country and 00.
    let spelt = format!("{body}{country}00");
    let rest = spelt.chars().fold(0, |rest, c| {
        let value = u64::from(c.to_digit(36).expect("a letter or digit"));
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    let check = 98 - rest;
    let wrong = (check - 2 + chance.within(1, 96)) % 97 + 2;
    let in_print = chance.below(2) == 0;
    let write = |check: u64| {
        let number = format!("{country}{check:02}{body}");
        let fours = number
            .as_bytes()
            .chunks(4)
            .map(|group| String::from_utf8_lossy(group));
        if in_print {
            fours.collect::<Vec<_>>().join(" ")
        } else {
            number
        }
    };
    (write(check), write(wrong))
}
