//! Makers of the numbers that states give to people: a right one and a wrong one.

use crate::chance::{Chance, grouped, last_digit_wrong, values, with_luhn};

/// Makes a number as it is written: a valid one, and one like it that is not.
pub type Maker = fn(&mut Chance) -> (String, String);

fn day_of_birth(chance: &mut Chance) -> (u64, u64, u64) {
    (
        chance.below(100),
        chance.within(1, 12),
        chance.within(1, 28),
    )
}

/// Parts of a number of the United States, hyphened.
pub fn ssn(chance: &mut Chance) -> (String, String) {
    let area = loop {
        let area = chance.within(1, 899);
        if area != 666 {
            break area;
        }
    };
    let (group, serial) = (chance.within(1, 99), chance.within(1, 9999));
    let wrong = match chance.below(4) {
        0 => format!("000-{group:02}-{serial:04}"),
        1 => format!("9{:02}-{group:02}-{serial:04}", area % 100),
        2 => format!("{area:03}-00-{serial:04}"),
        _ => format!("{area:03}-{group:02}-0000"),
    };
    (format!("{area:03}-{group:02}-{serial:04}"), wrong)
}

/// Letters, six digits and a suffix, in groups.
pub fn nino(chance: &mut Chance) -> (String, String) {
    let prefix = loop {
        let first = chance.letter("ABCEGHJKLMNOPRSTWXYZ");
        let second = chance.letter("ABCEGHJKLMNPRSTWXYZ");
        let prefix = format!("{first}{second}");
        if !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix.as_str()) {
            break prefix;
        }
    };
    let digits = grouped(&chance.digits(6), &[2, 2, 2], " ");
    let suffix = chance.letter("ABCD");
    let wrong = match chance.below(3) {
        0 => format!("{prefix} {digits} {}", chance.letter("EFMXZ")),
        1 => format!(
            "{} {digits} {suffix}",
            chance.pick(&["GB", "NT", "ZZ", "BG"])
        ),
        _ => format!(
            "{}{} {digits} {suffix}",
            chance.letter("DFIQUV"),
            chance.letter("ABC")
        ),
    };
    (format!("{prefix} {digits} {suffix}"), wrong)
}

pub fn sin(chance: &mut Chance) -> (String, String) {
    let number = with_luhn(&format!(
        "{}{}",
        chance.letter("12345679"),
        chance.digits(7)
    ));
    let wrong = last_digit_wrong(chance, &number);
    (
        grouped(&number, &[3, 3, 3], " "),
        grouped(&wrong, &[3, 3, 3], " "),
    )
}

/// One digit twice, one missing, and the digit that ISO 7064 asks for.
pub fn tax_id(chance: &mut Chance) -> (String, String) {
    let mut digits: Vec<u64> = (0..10).collect();
    for at in (1..10).rev() {
        digits.swap(at, chance.below(at as u64 + 1) as usize);
    }
    if digits[0] == 0 {
        digits.swap(0, 5);
    }
    // The last gives way to a second one of another.
    digits[9] = digits[chance.below(9) as usize];
    let mut product = 10;
    for digit in &digits {
        let sum = (digit + product) % 10;
        product = 2 * if sum == 0 { 10 } else { sum } % 11;
    }
    let check = if product == 1 { 0 } else { 11 - product };
    let body: String = digits.iter().map(u64::to_string).collect();
    let number = format!("{body}{check}");
    let wrong = last_digit_wrong(chance, &number);
    (grouped(&number, &[2, 3, 3, 3], " "), wrong)
}

/// As on the card: `1 79 03 67 283 051 36`; one in eight is from Corsica.
pub fn nir(chance: &mut Chance) -> (String, String) {
    let (year, month, _) = day_of_birth(chance);
    let (place, value) = match chance.below(8) {
        0 => ("2A".to_owned(), "19".to_owned()),
        1 => ("2B".to_owned(), "18".to_owned()),
        _ => {
            let place = format!("{:02}", chance.within(21, 95));
            (place.clone(), place)
        }
    };
    let head = format!("{}{year:02}{month:02}", chance.letter("12"));
    let tail = chance.digits(6);
    let sum: u64 = format!("{head}{value}{tail}").parse().expect("a number");
    let key = 97 - sum % 97;
    let write = |key: u64| {
        grouped(
            &format!("{head}{place}{tail}{key:02}"),
            &[1, 2, 2, 2, 3, 3, 2],
            " ",
        )
    };
    let wrong = (key + chance.within(0, 95)) % 97 + 1;
    (write(key), write(wrong))
}

const DNI_LETTERS: &str = "TRWAGMYFPDXBNJZSQVHLCKE";

fn dni_letter(number: u64, off: u64) -> char {
    let place = (number + off) % 23;
    DNI_LETTERS.chars().nth(place as usize).expect("a letter")
}

pub fn dni(chance: &mut Chance) -> (String, String) {
    let number = chance.within(1_000_000, 99_999_999);
    let off = chance.within(1, 22);
    let write = |off| format!("{number:08}{}", dni_letter(number, off));
    (write(0), write(off))
}

pub fn nie(chance: &mut Chance) -> (String, String) {
    let (first, number) = (chance.below(3), chance.within(1_000_000, 9_999_999));
    let off = chance.within(1, 22);
    let letter = ["X", "Y", "Z"][first as usize];
    let write = |off| {
        format!(
            "{letter}-{number}-{}",
            dni_letter(first * 10_000_000 + number, off)
        )
    };
    (write(0), write(off))
}

/// One in four has letters for digits.
pub fn tax_code(chance: &mut Chance) -> (String, String) {
    // What 0 to 9, and A to Z, count for at an odd place.
    const ODD: [u64; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3,
        6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ];
    let (year, month, day) = day_of_birth(chance);
    let day = day + 40 * chance.below(2);
    let name: String = (0..6).map(|_| chance.letter("BCDFGLMNPRSTVZ")).collect();
    let month = "ABCDEHLMPRST"
        .chars()
        .nth(month as usize - 1)
        .expect("a month");
    let place = format!(
        "{}{:03}",
        chance.letter("ABCDEFGHIL"),
        chance.within(1, 999)
    );
    let mut body = format!("{name}{year:02}{month}{day:02}{place}");
    if chance.below(4) == 0 {
        let last = body.pop().and_then(|c| c.to_digit(10)).expect("a digit");
        body.push("LMNPQRSTUV".chars().nth(last as usize).expect("a letter"));
    }
    let sum: u64 = body
        .chars()
        .enumerate()
        .map(|(at, c)| {
            let value = u64::from(c.to_digit(36).expect("a letter or digit"));
            match at % 2 {
                0 => ODD[value as usize],
                _ => {
                    if value > 9 {
                        value - 10
                    } else {
                        value
                    }
                }
            }
        })
        .sum();
    let letter = |off: u64| char::from(b'A' + ((sum + off) % 26) as u8);
    let off = chance.within(1, 25);
    (
        format!("{body}{}", letter(0)),
        format!("{body}{}", letter(off)),
    )
}

pub fn bsn(chance: &mut Chance) -> (String, String) {
    loop {
        let body = format!("{}{}", chance.within(1, 9), chance.digits(7));
        let sum: u64 = values(&body)
            .iter()
            .zip((2..10).rev())
            .map(|(v, w)| v * w)
            .sum();
        if sum % 11 < 10 {
            let number = format!("{body}{}", sum % 11);
            let wrong = last_digit_wrong(chance, &number);
            return (number, wrong);
        }
    }
}

pub fn cpf(chance: &mut Chance) -> (String, String) {
    let mut number = chance.digits(9);
    for _ in 0..2 {
        let weights = (2..number.len() as u64 + 2).rev();
        let sum: u64 = values(&number)
            .iter()
            .zip(weights)
            .map(|(v, w)| v * w)
            .sum();
        let check = if sum % 11 < 2 { 0 } else { 11 - sum % 11 };
        number += &check.to_string();
    }
    let write = |number: &str| {
        format!(
            "{}-{}",
            grouped(&number[..9], &[3, 3, 3], "."),
            &number[9..]
        )
    };
    let wrong = last_digit_wrong(chance, &number);
    (write(&number), write(&wrong))
}

pub fn pesel(chance: &mut Chance) -> (String, String) {
    let (year, month, day) = day_of_birth(chance);
    let century = chance.pick(&[0, 20]);
    let body = format!(
        "{year:02}{:02}{day:02}{}",
        month + century,
        chance.digits(4)
    );
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let sum: u64 = values(&body).iter().zip(weights).map(|(v, w)| v * w).sum();
    let number = format!("{body}{}", (10 - sum % 10) % 10);
    let wrong = last_digit_wrong(chance, &number);
    (number, wrong)
}

pub fn personal_number(chance: &mut Chance) -> (String, String) {
    let (year, month, day) = day_of_birth(chance);
    let number = with_luhn(&format!("{year:02}{month:02}{day:02}{}", chance.digits(3)));
    let wrong = last_digit_wrong(chance, &number);
    let century = chance.pick(&["", "19", "20"]);
    let write = |number: &str| format!("{century}{}-{}", &number[..6], &number[6..]);
    (write(&number), write(&wrong))
}

/// The check digit of Verhoeff from its two tables, as they are printed.
pub fn aadhaar(chance: &mut Chance) -> (String, String) {
    const PRODUCT: [&str; 10] = [
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210",
    ];
    const PLACE: [&str; 8] = [
        "0123456789",
        "1576283094",
        "5803796142",
        "8916043527",
        "9453126870",
        "4286573901",
        "2793806415",
        "7046913258",
    ];
    let look = |table: &[&str], row: u64, column: u64| {
        u64::from(table[row as usize].as_bytes()[column as usize] - b'0')
    };
    let body = format!("{}{}", chance.within(2, 9), chance.digits(10));
    let sum = values(&body)
        .iter()
        .rev()
        .enumerate()
        .fold(0, |sum, (at, value)| {
            look(&PRODUCT, sum, look(&PLACE, (at as u64 + 1) % 8, *value))
        });
    let check = (0..10)
        .find(|check| look(&PRODUCT, sum, *check) == 0)
        .expect("an inverse");
    let number = format!("{body}{check}");
    let wrong = last_digit_wrong(chance, &number);
    (
        grouped(&number, &[4, 4, 4], " "),
        grouped(&wrong, &[4, 4, 4], " "),
    )
}
