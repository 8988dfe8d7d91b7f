//! Payment cards.
//!
//! Issuers have ranges of first digits and fixed lengths (ISO/IEC 7812-1, and
//! the rules that the networks publish); the last digit is Luhn's.

use std::ops::Range;

use super::luhn;
use super::surroundings::{Names, Surroundings};
use super::written::{self, digits, end_of, number, stands_apart, variety};
use crate::language::{PhraseList, WordList};

/// How cards are printed.
const GROUPED: &[&str] = &[
    "9999 9999 9999 9999 999",
    "9999-9999-9999-9999-999",
    "9999 9999 9999 9999",
    "9999-9999-9999-9999",
    "9999 999999 99999",
    "9999-999999-99999",
    "9999 999999 9999",
    "9999-999999-9999",
];

/// What names a card whose digits are not grouped.
const NAMES: Names = Names {
    words: PhraseList::new(
        "card; cards; cardnumber; creditcard; card_number; visa; mastercard; amex; american express; maestro; \
         diners club; jcb; unionpay; cvv; cvc; kreditkarte; kreditkartennummer; kartennummer; \
         carte bancaire; carte bleue; tarjeta; carta di credito; cartão; karta; kredietkaart",
    ),
    exact: PhraseList::new("PAN"),
};

/// Numbers that payment firms publish for tests, and that tutorials repeat.
/// Those with five different digits or fewer need no entry.
const PUBLISHED: WordList = WordList::new(
    "371449635398431 378734493671000 3056930009020004 30569309025904 38520000023237 \
     36227206271667 36259600000004 3530111333300000 3566002020360505 3569990010095841 \
     4007702835532454 4001919257537193 4009348888881881 4012888888881881 4263982640269299 \
     4485275742308327 4508750015741019 4532015112830366 4539148803436467 \
     4539578763621486 4556737586899855 4716461583322103 4716258050958645 4917484589897107 \
     4988438843884305 5019717010103742 5105105105105100 5136333333333335 5200828282828210 \
     5425233430109903 5500005555555559 5610591081018250 6011000990139424 6011000991300009 \
     6011514433546201 6331101999990016 6250941006528599 6759649826438453 6799990100000000019 \
     2223003122003222 2223000048410010 2223000048400011 2222410740360010 2222420000001113 \
     374245455400126 378282246310005",
);

/// The card number that starts at byte `start` of `text`.
pub fn at(text: &str, start: usize) -> Option<Range<usize>> {
    let grouped = GROUPED
        .iter()
        .filter_map(|picture| Some(start..end_of(picture, text, start)?))
        .find(|range| is_written(text, range));
    if let Some(range) = grouped {
        let around = Surroundings::of(text, &range);
        return (!around.name_an_order() && !around.name_a_phone() && !around.say_invented())
            .then_some(range);
    }
    let run = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let range = start..start + run;
    if !is_written(text, &range) {
        return None;
    }
    let around = Surroundings::of(text, &range);
    (around.have(&NAMES) && !around.say_invented()).then_some(range)
}

fn is_written(text: &str, range: &Range<usize>) -> bool {
    stands_apart(text, range) && is_valid(&text[range.clone()])
}

/// True for the number of a card that some network may have issued.
fn is_valid(written: &str) -> bool {
    let plain = written::plain(written);
    let digits = digits(&plain);
    is_issued(&plain) && luhn::is_valid(&digits) && !is_for_tests(&plain, &digits)
}

/// True when first digits and length go together.
fn is_issued(plain: &str) -> bool {
    let first = |len: usize| number(plain.get(..len).unwrap_or_default());
    let len = plain.len();
    match first(4) {
        // Visa; those of 13 digits, as long as the codes on goods, are history
        4000..=4999 => matches!(len, 16 | 19),
        // Mastercard
        2221..=2720 | 5100..=5599 => len == 16,
        // American Express
        3400..=3499 | 3700..=3799 => len == 15,
        // Diners Club
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => matches!(len, 14 | 16 | 19),
        // JCB
        3528..=3589 => (16..=19).contains(&len),
        // Discover, UnionPay
        6011 | 6440..=6599 | 6200..=6299 | 8100..=8199 => (16..=19).contains(&len),
        // Maestro; shorter ones are rare, and as long as the codes on goods
        5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761..=6763 => matches!(len, 16 | 18 | 19),
        _ => false,
    }
}

fn is_for_tests(plain: &str, digits: &[u8]) -> bool {
    /// A real number has more different digits than this, but for 4 in 1,000.
    const PLAIN: usize = 5;
    /// So many of one digit in a row are for tests, as in 4000 0000 0000 0002.
    const SAME: usize = 5;
    let repeats = digits
        .windows(SAME)
        .any(|run| run.iter().all(|digit| *digit == run[0]));
    variety(digits) <= PLAIN || repeats || written::is_made_up(digits) || PUBLISHED.has(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_are_valid_and_silent() {
        for published in PUBLISHED.iter() {
            assert!(
                is_issued(published) || published.starts_with('5') || published.starts_with('6'),
                "{published}"
            );
            assert!(luhn::is_valid(&digits(published)), "{published}");
            assert!(!is_valid(published), "{published}");
        }
        for simple in [
            "4111111111111111",
            "4242424242424242",
            "5555555555554444",
            "6011111111111117",
            "4000056655665556",
            "6200000000000005",
            "2222400070000005",
        ] {
            assert!(luhn::is_valid(&digits(simple)), "{simple}");
            assert!(!is_valid(simple), "{simple}");
        }
    }
}
