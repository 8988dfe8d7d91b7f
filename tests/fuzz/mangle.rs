//! From the number of an input to its text.

use sayso::source;

use crate::support::{PIECES, examples};

/// Bytes that are no piece of a text.
const BYTES: [&[u8]; 8] = [
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    b"\xf0\x9f\x92",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
];

/// No text is longer, so that a short run stays short.
const LONGEST: usize = 3000;

/// Numbers as from dice, the same for the same seed: SplitMix64.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// A range of `bytes`, rather short.
    fn slice(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len());
        let most = if self.below(4) == 0 { 400 } else { 40 };
        start..(start + self.below(most)).min(bytes.len())
    }
}

/// What texts are made of.
pub struct Mangler {
    posts: Vec<Vec<u8>>,
}

impl Mangler {
    /// The posts of the example blog.
    pub fn new() -> Mangler {
        let posts = examples().into_iter().map(String::into_bytes);
        Mangler {
            posts: posts.collect(),
        }
    }

    /// The text of the input with this number, as it would be read from a file
    /// but for bytes that are no text, which are replaced.
    pub fn text(&self, seed: u64) -> String {
        let bytes = self.bytes(&mut Dice(seed));
        source::decode(bytes.clone())
            .unwrap_or_else(|_| String::from_utf8_lossy(&bytes).into_owned())
    }

    fn bytes(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = match dice.below(3) {
            0 => Vec::new(),
            1 => self.post(dice).to_vec(),
            // The start of one and the end of another.
            _ => {
                let (head, tail) = (self.post(dice), self.post(dice));
                let (end, start) = (dice.below(head.len()), dice.below(tail.len()));
                [&head[..end], &tail[start..]].concat()
            }
        };
        let edits = if bytes.is_empty() { 40 } else { 12 };
        for _ in 0..=dice.below(edits) {
            self.edit(&mut bytes, dice);
            bytes.truncate(LONGEST);
        }
        bytes
    }

    fn post(&self, dice: &mut Dice) -> &[u8] {
        &self.posts[dice.below(self.posts.len())]
    }

    fn edit(&self, bytes: &mut Vec<u8>, dice: &mut Dice) {
        let at = dice.below(bytes.len() + 1);
        let range = dice.slice(bytes);
        match dice.below(16) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(range)),
            2 => {
                let piece = bytes[range].repeat(1 + dice.below(30));
                bytes.splice(at..at, piece);
            }
            3 => {
                for byte in &mut bytes[range] {
                    *byte ^= 1 << dice.below(8);
                }
            }
            4 => {
                let piece = dice.pick(&BYTES).to_vec();
                bytes.splice(at..at, piece);
            }
            5 => {
                let piece = dice.pick(PIECES).repeat(1 + dice.below(60));
                bytes.splice(at..at, piece.into_bytes());
            }
            6 => {
                let other = self.post(dice);
                let piece = other[dice.slice(other)].to_vec();
                bytes.splice(at..at, piece);
            }
            7 => {
                let piece = dice.pick(PIECES).bytes();
                bytes.splice(range, piece);
            }
            _ => {
                let piece = dice.pick(PIECES).bytes();
                bytes.splice(at..at, piece);
            }
        }
    }
}
