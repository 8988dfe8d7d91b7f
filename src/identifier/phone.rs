//! Telephone numbers (ITU-T E.164 and E.123; the North American Numbering Plan).

use std::ops::Range;

use super::surroundings::{Names, Surroundings};
use super::written::{digits, end_of, is_blank, number, stands_apart};
use crate::language::{PhraseList, WordList};

/// How numbers of North America are written.
const NORTH_AMERICA: &[&str] = &[
    "(999) 999-9999",
    "(999)999-9999",
    "(999) 999 9999",
    "(999) 999.9999",
    "999-999-9999",
    "999.999.9999",
    "1-999-999-9999",
    "1 (999) 999-9999",
];

/// What names a number that starts with a 0.
const NAMES: Names = Names {
    words: PhraseList::new(
        "phone; telephone; tel; mobile; cell; call; call us; fax; whatsapp; telefon; handy; \
         mobil; telefonnummer; téléphone; teléfono; telefono; telefoon; telefone; tél",
    ),
    exact: PhraseList::new(""),
};

/// Where numbers start that regulators keep for films and books, without the
/// 0 before them: Ofcom for the United Kingdom, ARCEP for France, the ACMA for
/// Australia, the Bundesnetzagentur for Germany.
const FICTION: WordList = WordList::new(
    "441632960 442079460 447700900 448081570 443069990 441134960 441144960 441154960 441164960 \
     441174960 441184960 441214960 441314960 441414960 441514960 441614960 441914980 442896496 \
     442920180 331990 332619 333530 334657 335364 336399 614915701 6125550 6135550 6175550 6185550 \
     493023125 496990009 494066969 492214710 498999998 4915228817 4917139200 4917604069",
);

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its digits; those of an international number start with the country.
    digits: String,
    is_international: bool,
}

/// The number whose first digit is at byte `start` of `text`.
pub fn at(text: &str, start: usize) -> Option<Phone> {
    let before = &text[..start];
    let phone = if let Some(before) = before.strip_suffix('+') {
        let is_sign = before.ends_with(|c: char| c.is_alphanumeric() || c == '+');
        let range = start - 1..end_of_digits(text, start);
        (!is_sign).then(|| Phone::new(text, range, true))?
    } else if let Some(range) = north_american(text, start) {
        Phone::new(text, range, false)
    } else {
        let is_bracketed = before.ends_with('(');
        let range = start - usize::from(is_bracketed)..end_of_digits(text, start);
        let is_named = text[start..].starts_with('0')
            && text[range.clone()].contains(|c: char| is_blank(c) || matches!(c, '-' | '/' | ')'))
            && stands_apart(text, &range)
            && Surroundings::of(text, &range).have(&NAMES);
        is_named.then(|| Phone::new(text, range, false))?
    };
    let is_order = Surroundings::of(text, &phone.range).name_an_order();
    (!is_order && phone.is_somebodys()).then_some(phone)
}

/// The number that a link leads to: `tel:+49-30-901820`.
pub fn of_link(destination: &str) -> Option<Phone> {
    let number = destination.strip_prefix("tel:")?;
    let is_international = number.starts_with('+');
    let phone = Phone::new(number, 0..number.len(), is_international);
    phone.is_somebodys().then_some(phone)
}

fn north_american(text: &str, start: usize) -> Option<Range<usize>> {
    let from = start - usize::from(text[..start].ends_with('('));
    NORTH_AMERICA
        .iter()
        .filter_map(|picture| Some(from..end_of(picture, text, from)?))
        .find(|range| {
            let digits = digits(&text[range.clone()]);
            let national = &digits[digits.len() - 10..];
            national[0] > 1 && national[3] > 1 && stands_apart(text, range)
        })
}

/// Where the digits end that start at `start`; one or two marks may part two groups.
fn end_of_digits(text: &str, start: usize) -> usize {
    /// No number has more, with its extension.
    const MOST: usize = 20;
    let mut end = start;
    let mut gap = 0;
    let mut count = 0;
    for (at, c) in text[start..].char_indices() {
        if count > MOST {
            break;
        }
        if c.is_ascii_digit() {
            count += 1;
            end = start + at + 1;
            gap = 0;
        } else if gap < 2 && (is_blank(c) || matches!(c, '-' | '.' | '/' | '(' | ')' | '\u{2011}'))
        {
            gap += 1;
        } else {
            break;
        }
    }
    end
}

impl Phone {
    fn new(text: &str, range: Range<usize>, is_international: bool) -> Phone {
        // `+44 (0)20`: the 0 is for callers at home.
        let written = text[range.clone()].replace("(0)", "");
        Phone {
            digits: written.chars().filter(char::is_ascii_digit).collect(),
            range,
            is_international,
        }
    }

    /// True for the number that is written as `other`, with the country or without.
    pub fn is(&self, other: &str) -> bool {
        /// Fewer digits are an extension.
        const LEAST: usize = 7;
        let other: String = other
            .replace("(0)", "")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let (mine, other) = (
            self.digits.trim_start_matches('0'),
            other.trim_start_matches('0'),
        );
        let (short, long) = if mine.len() < other.len() {
            (mine, other)
        } else {
            (other, mine)
        };
        short.len() >= LEAST && long.ends_with(short)
    }

    /// True unless it is no number that rings, one of a film, or one that a
    /// company pays for.
    fn is_somebodys(&self) -> bool {
        let length = if self.is_international {
            9..=15
        } else {
            9..=12
        };
        length.contains(&self.digits.len())
            && (!self.is_international || !self.digits.starts_with('0'))
            && !self.is_fiction()
            && !self.is_toll_free()
    }

    /// The ten digits of a number of North America.
    fn north_american(&self) -> Option<&str> {
        match (self.digits.strip_prefix('1'), self.digits.len()) {
            (Some(rest), 11) => Some(rest),
            (_, 10) if !self.is_international && !self.digits.starts_with('0') => {
                Some(&self.digits)
            }
            _ => None,
        }
    }

    fn is_fiction(&self) -> bool {
        if let Some(national) = self.north_american() {
            return national[3..].starts_with("55501") || number(&national[3..]) == 5_551_212;
        }
        match self.digits.strip_prefix('0') {
            Some(home) => FICTION.iter().any(|known| home.starts_with(&known[2..])),
            None => FICTION.iter().any(|known| self.digits.starts_with(known)),
        }
    }

    fn is_toll_free(&self) -> bool {
        const PAID: [&str; 9] = [
            "800", "833", "844", "855", "866", "877", "888", "900", "822",
        ];
        if let Some(national) = self.north_american() {
            return PAID.iter().any(|area| national.starts_with(area));
        }
        let home = self.digits.trim_start_matches('0');
        let home = if self.is_international {
            home.get(2..).unwrap_or_default()
        } else {
            home
        };
        ["800", "808"]
            .iter()
            .any(|free| home.starts_with(free) || self.digits.starts_with(free))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let starts = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| byte.is_ascii_digit());
        let mut phones = starts.filter_map(|(start, _)| at(text, start));
        phones.next().map(|phone| &text[phone.range])
    }

    #[test]
    fn numbers_are_found_as_they_are_written() {
        for number in [
            "+49 30 9018204",
            "+1 (212) 736-4821",
            "+44 20 7123 4481",
            "+33 1 44 22 71 09",
            "(212) 736-4821",
            "212-736-4821",
            "212.736.4821",
            "1-212-736-4821",
        ] {
            assert_eq!(found(&format!("Ask {number}, or write.")), Some(number));
        }
        assert_eq!(found("Telefon: (030) 9018204."), Some("(030) 9018204"));
        assert_eq!(found("Call 020 7123 4481 today"), Some("020 7123 4481"));
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "+1 212 555 0142",
            "(212) 555-0142",
            "+44 20 7946 0018",
            "07700 900123 by phone",
            "1-800-736-4821",
            "call 0800 901 8204",
            "+49 800 9018204",
            "2026-11-24",
            "192.168.10.20",
            "order 020 7123 4481",
            "C++ 12345678",
            "+12 percent",
            "112-736-4821",
            "1.212.736.4821.5",
            "in 0.123 456 789 s",
            "page 030-9018204",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn links_lead_to_numbers() {
        assert!(of_link("tel:+49-30-9018204").is_some());
        assert!(of_link("tel:911").is_none() && of_link("tel:+18007364821").is_none());
        assert!(of_link("mailto:a@example.com").is_none());
    }

    #[test]
    fn one_number_is_written_in_several_ways() {
        let phone = of_link("tel:+44-20-7123-4481").expect("a number");
        assert!(phone.is("020 7123 4481") && phone.is("+44 (0)20 7123 4481"));
        assert!(!phone.is("020 7123 4482") && !phone.is("4481") && !phone.is(""));
    }
}
