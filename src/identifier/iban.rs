//! International bank account numbers (ISO 13616-1).

use std::ops::Range;

use super::iban_registry::COUNTRIES;
use super::surroundings::Surroundings;
use super::written::{self, is_blank, stands_apart};
use super::{mod97, written::digits};
use crate::language::WordList;

/// Numbers that banks and tutorials repeat, besides those of the registry.
const PUBLISHED: WordList = WordList::new(
    "DE12500105170648489890 DE75512108001245126199 DE02100100100006820101 DE27100777770209299700 \
     GB94BARC10201530093459 NL20INGB0001234567 AT022011100003429660 CH5604835012345678009 \
     FR7630001007941234567890185 BE71096123456769 IE64IRCE92050112345678",
);

/// The account number that starts at byte `start` of `text`: unbroken, or in
/// print, in groups of four.
pub fn at(text: &str, start: usize) -> Option<Range<usize>> {
    let code = text.get(start..start + 2)?;
    let country = COUNTRIES.iter().find(|country| country.code == code)?;
    let end = end_of(text, start, country.len())?;
    let range = start..end;
    let plain = written::plain(&text[range.clone()]);
    let is_number = country.fits(&plain)
        && is_checked(&plain)
        && plain != country.example
        && !PUBLISHED.iter().any(|known| known == plain)
        && !is_made_up(&plain)
        && stands_apart(text, &range);
    (is_number && !Surroundings::of(text, &range).say_invented()).then_some(range)
}

/// The end of `len` letters and digits from `start` on, which stand without a
/// blank, or with one after each fourth.
fn end_of(text: &str, start: usize, len: usize) -> Option<usize> {
    let rest = &text[start..];
    let is_grouped = rest.get(4..).is_some_and(|rest| rest.starts_with(is_blank));
    let mut at = start;
    for place in 0..len {
        if is_grouped && place > 0 && place % 4 == 0 {
            let blank = text[at..].chars().next().filter(|c| is_blank(*c))?;
            at += blank.len_utf8();
        }
        let c = text[at..].chars().next()?;
        if !c.is_ascii_digit() && !c.is_ascii_uppercase() {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// True when the number, its first four characters put last, leaves 1.
fn is_checked(plain: &str) -> bool {
    let (head, rest) = plain.split_at(4);
    // 00, 01 and 99 leave the same rests as 97, 98 and 02, which are used.
    !matches!(&head[2..], "00" | "01" | "99")
        && mod97::rest(rest.chars().chain(head.chars())) == Some(1)
}

/// True for an account such as 0123456789.
fn is_made_up(plain: &str) -> bool {
    written::is_made_up(&digits(&plain[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_the_registry_is_valid_and_silent() {
        for country in COUNTRIES {
            let example = country.example;
            assert!(country.fits(example) && is_checked(example), "{example}");
            assert_eq!(at(example, 0), None, "{example}");
        }
        for published in PUBLISHED.iter() {
            let country = COUNTRIES
                .iter()
                .find(|country| published.starts_with(country.code));
            assert!(
                country.is_some_and(|country| country.fits(published)),
                "{published}"
            );
            assert!(is_checked(published), "{published}");
            assert_eq!(at(published, 0), None, "{published}");
        }
    }
}
