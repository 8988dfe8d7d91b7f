//! Two hundred short literals looked for at once.
//!
//! An automaton that reads as fast takes milliseconds to build, which are felt
//! in a hook. Here the first three letters of a place decide: at nearly all
//! places they are those of no literal.

use std::ops::Range;

/// How many first letters decide; no literal is shorter.
const START: usize = 3;

/// Literals, each with a number.
pub(super) struct Literals {
    /// A bit for each start that some literal has, by [`slot`].
    starts: [u64; SLOTS / 64],
    /// In the order of their starts.
    literals: Vec<(String, usize)>,
}

const SLOTS: usize = 1 << 15;

/// The bit of a start, by Fibonacci hashing; a few starts share one.
fn slot(start: &[u8]) -> usize {
    let [a, b, c] = [start[0], start[1], start[2]].map(u32::from);
    let key = a | b << 8 | c << 16;
    (key.wrapping_mul(0x9e37_79b1) >> (u32::BITS - SLOTS.ilog2())) as usize
}

impl Literals {
    /// Those of `literals` that are long enough.
    pub(super) fn new(mut literals: Vec<(String, usize)>) -> Literals {
        literals.retain(|(literal, _)| literal.len() >= START);
        literals.sort();
        let mut starts = [0; SLOTS / 64];
        for (literal, _) in &literals {
            let slot = slot(literal.as_bytes());
            starts[slot / 64] |= 1 << (slot % 64);
        }
        Literals { starts, literals }
    }

    /// Every place where one stands, and its number.
    pub(super) fn find(&self, text: &[u8]) -> impl Iterator<Item = (Range<usize>, usize)> {
        let starts = text.windows(START).enumerate();
        let likely = starts.filter(|(_, start)| {
            let slot = slot(start);
            self.starts[slot / 64] >> (slot % 64) & 1 == 1
        });
        likely.flat_map(move |(at, start)| {
            let first = self
                .literals
                .partition_point(|(one, _)| &one.as_bytes()[..START] < start);
            self.literals[first..]
                .iter()
                .take_while(move |(one, _)| one.as_bytes().starts_with(start))
                .filter(move |(one, _)| text[at..].starts_with(one.as_bytes()))
                .map(move |(one, number)| (at..at + one.len(), *number))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_literal_is_found_wherever_it_stands() {
        let literals = ["abc", "abcd", "bcd", "x_y", "zzz", "zzz"];
        let numbered = literals.iter().enumerate();
        let literals = Literals::new(numbered.map(|(at, one)| (one.to_string(), at)).collect());
        let found = |text: &str| literals.find(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(found("abcd"), [(0..3, 0), (0..4, 1), (1..4, 2)]);
        assert_eq!(found("éx_y"), [(2..5, 3)]);
        assert_eq!(found("zzzz"), [(0..3, 4), (0..3, 5), (1..4, 4), (1..4, 5)]);
        assert_eq!(found("ab"), []);
    }
}
