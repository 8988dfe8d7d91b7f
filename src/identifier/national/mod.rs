//! Numbers that a state gives to one person: one short file a country.

mod brazil;
mod canada;
mod france;
mod germany;
mod india;
mod italy;
mod netherlands;
mod poland;
mod spain;
mod sweden;
mod united_kingdom;
mod united_states;

use std::ops::Range;

use super::surroundings::{Names, Surroundings};
use super::written::{self, end_of, stands_apart};
use crate::language::WordList;

/// A kind of number.
#[derive(Debug)]
pub struct National {
    /// What it is called: "a US Social Security number".
    pub name: &'static str,
    /// What tells it from another number of the same shape.
    pub proof: &'static str,
    /// How it is written when no other number is written so.
    alone: &'static [&'static str],
    /// How it is written where a word beside it names it.
    named: &'static [&'static str],
    /// Those words.
    names: Names,
    /// Whether it may be one, without what parts its groups.
    is_valid: fn(&str) -> bool,
    /// Valid ones that are public examples.
    published: WordList,
}

/// Every kind that is known.
static ALL: &[&National] = &[
    &united_states::SSN,
    &united_kingdom::NINO,
    &canada::SIN,
    &germany::TAX_ID,
    &france::NIR,
    &spain::DNI,
    &spain::NIE,
    &italy::TAX_CODE,
    &netherlands::BSN,
    &brazil::CPF,
    &poland::PESEL,
    &sweden::PERSONAL_NUMBER,
    &india::AADHAAR,
];

/// What its check digit proves, for a kind that has one.
const CHECKED: &str = "its check digit is right";

/// The number that starts at byte `start` of `text`, a digit or a letter.
pub fn at(text: &str, start: usize) -> Option<(Range<usize>, &'static National)> {
    ALL.iter()
        .find_map(|kind| Some((kind.at(text, start)?, *kind)))
}

/// Where a number may start whose first digit is in the word at `start`: there,
/// or at the one or two capital letters of a group before.
pub fn starts(text: &str, start: usize) -> impl Iterator<Item = usize> {
    let before = &text[..start];
    let group = before.trim_end_matches([' ', '-', '\u{a0}']);
    let letters = group.len()
        - group
            .trim_end_matches(|c: char| c.is_ascii_uppercase())
            .len();
    let is_group = group.len() < start && (1..=2).contains(&letters);
    is_group
        .then(|| group.len() - letters)
        .into_iter()
        .chain([start])
}

impl National {
    fn at(&self, text: &str, start: usize) -> Option<Range<usize>> {
        let written = |pictures: &[&str]| {
            let ends = pictures
                .iter()
                .filter_map(|picture| end_of(picture, text, start));
            ends.map(|end| start..end)
                .find(|range| self.is_written(text, range))
        };
        let (range, alone) = match written(self.alone) {
            Some(range) => (range, true),
            None => (written(self.named)?, false),
        };
        let around = Surroundings::of(text, &range);
        let is_named = around.have(&self.names);
        let is_one = is_named || (alone && !around.name_an_order() && !around.name_a_phone());
        (is_one && !around.say_invented()).then_some(range)
    }

    fn is_written(&self, text: &str, range: &Range<usize>) -> bool {
        if !stands_apart(text, range) {
            return false;
        }
        let plain = written::plain(&text[range.clone()]);
        (self.is_valid)(&plain)
            && !written::is_made_up(&written::digits(&plain))
            && !self.published.iter().any(|known| known == plain)
    }
}

/// The sum of the products of `digits` and `weights`.
fn weighted(digits: &[u8], weights: impl IntoIterator<Item = u32>) -> u32 {
    let products = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(*digit) * weight);
    products.sum()
}

/// True for a month and a day that a calendar may have.
fn is_day(month: u32, day: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_are_valid_and_silent() {
        for kind in ALL {
            for published in kind.published.iter() {
                assert!((kind.is_valid)(published), "{}: {published}", kind.name);
                assert!(
                    !kind.is_written(published, &(0..published.len())),
                    "{published}"
                );
            }
        }
    }

    #[test]
    fn a_group_of_letters_may_come_first() {
        let starts = |text: &str| starts(text, text.find('1').unwrap_or(0)).collect::<Vec<_>>();
        assert_eq!(starts("no AB 12"), [3, 6]);
        assert_eq!(starts("X-12"), [0, 2]);
        assert_eq!(starts("ABC 12"), [4]);
        assert_eq!(starts("A  12"), [0, 3]);
        assert_eq!(starts("12"), [0]);
    }
}
