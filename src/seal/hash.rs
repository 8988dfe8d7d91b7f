//! The hash of the characters of a text, which gives the hash of each stretch of
//! it: that of joined tokens is made from those of the tokens.
//!
//! It is the polynomial `c1 B + c2 B² + …`, modulo 2 to the 64, for a number B
//! that is odd, and so can be divided by.

/// Any odd number whose bits look random.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
/// One divided by it. Each step of Newton's method doubles the bits that are right.
const INVERSE: u64 = {
    let mut inverse = BASE;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(BASE.wrapping_mul(inverse)));
        step += 1;
    }
    inverse
};

const TABLE: usize = 64;
static POWERS: [u64; TABLE] = powers(BASE);
static INVERSE_POWERS: [u64; TABLE] = powers(INVERSE);

const fn powers(base: u64) -> [u64; TABLE] {
    let mut all = [1_u64; TABLE];
    let mut at = 1;
    while at < TABLE {
        all[at] = all[at - 1].wrapping_mul(base);
        at += 1;
    }
    all
}

/// `base` to the power of `exponent`, whose first powers are in `table`.
fn power(table: &[u64; TABLE], base: u64, exponent: usize) -> u64 {
    match table.get(exponent) {
        Some(power) => *power,
        None => base.wrapping_pow(exponent as u32),
    }
}

/// The hash of some characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hash {
    pub(super) sum: u64,
    pub(super) len: usize,
}

impl Hash {
    /// Adds the small ASCII letters that `bytes` begins with, and says how many
    /// they are; without a branch, since nobody can foretell how long a word is.
    /// None when the word is too long for this.
    #[inline(always)]
    pub(super) fn push_letters(&mut self, bytes: u64) -> Option<usize> {
        let powers = POWERS.get(self.len + 1..self.len + 9)?;
        let count = small_letters(bytes);
        let letters = match count {
            8 => bytes,
            count => bytes & ((1 << (8 * count)) - 1),
        };
        for (number, power) in powers.iter().enumerate() {
            let letter = (letters >> (8 * number)) & 0xff;
            self.sum = self.sum.wrapping_add(letter.wrapping_mul(*power));
        }
        self.len += count;
        Some(count)
    }

    pub(super) fn push(&mut self, c: char) {
        let power = power(&POWERS, BASE, self.len + 1);
        self.sum = self.sum.wrapping_add(u64::from(c).wrapping_mul(power));
        self.len += 1;
    }
}

/// How many of the bytes, from the lowest up, are small ASCII letters.
fn small_letters(bytes: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // The sum of a byte and this reaches the high bit from `from` on.
    let reaches = |from: u8| (bytes & !HIGH) + u64::from(0x80 - from) * ONES;
    let letters = reaches(b'a') & !reaches(b'z' + 1) & !bytes & HIGH;
    (!letters & HIGH).trailing_zeros() as usize / 8
}

/// A place in a text: the sum of all before it, and the powers that go with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    sum: u64,
    power: u64,
    inverse: u64,
}

impl Place {
    pub(super) const START: Place = Place {
        sum: 0,
        power: 1,
        inverse: 1,
    };

    /// The place behind a token with this hash.
    pub(super) fn behind(&self, sum: u64, len: usize) -> Place {
        Place {
            sum: self.sum.wrapping_add(sum.wrapping_mul(self.power)),
            power: self.power.wrapping_mul(power(&POWERS, BASE, len)),
            inverse: self
                .inverse
                .wrapping_mul(power(&INVERSE_POWERS, INVERSE, len)),
        }
    }

    /// The hash of what stands from here to `end`.
    pub(super) fn to(&self, end: &Place) -> u64 {
        end.sum.wrapping_sub(self.sum).wrapping_mul(self.inverse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Hash {
        let mut hash = Hash::default();
        text.chars().for_each(|c| hash.push(c));
        hash
    }

    #[test]
    fn a_stretch_has_the_hash_of_its_characters() {
        assert_eq!(BASE.wrapping_mul(INVERSE), 1);
        let long = "heron".repeat(20);
        let mut places = vec![Place::START];
        for token in ["the", "blue", &long, "flies"] {
            let Hash { sum, len } = of(token);
            places.push(places[places.len() - 1].behind(sum, len));
        }
        assert_eq!(places[1].to(&places[2]), of("blue").sum);
        assert_eq!(places[1].to(&places[3]), of(&format!("blue{long}")).sum);
        assert_eq!(places[2].to(&places[4]), of(&format!("{long}flies")).sum);
    }

    #[test]
    fn letters_at_the_start_are_hashed_at_once() {
        for (chunk, letters) in [
            (*b"heron fl", "heron"),
            (*b"heronfly", "heronfly"),
            (*b"az{`AZ09", "az"),
            (*b"caf\xc3\xa9 ab", "caf"),
            (*b" heronfl", ""),
        ] {
            let mut hash = Hash::default();
            assert_eq!(
                hash.push_letters(u64::from_le_bytes(chunk)),
                Some(letters.len())
            );
            assert_eq!(hash, of(letters));
        }
        assert_ne!(of("heron").sum >> 32, of("jeron").sum >> 32);
    }
}
