//! Numbers by chance, the same in every run.

/// A source of numbers (SplitMix64, G. Steele, D. Lea and C. Flood, 2014).
pub struct Chance(u64);

impl Chance {
    /// The source number `seed`.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// A number in `from..=to`.
    pub fn within(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to - from + 1)
    }

    /// One of `choices`.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    /// One of the characters of `choices`.
    pub fn letter(&mut self, choices: &str) -> char {
        let choices: Vec<char> = choices.chars().collect();
        self.pick(&choices)
    }

    /// So many digits.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.letter("0123456789")).collect()
    }
}

/// The values of the digits of `text`.
pub fn values(text: &str) -> Vec<u64> {
    text.chars()
        .filter_map(|c| c.to_digit(10))
        .map(u64::from)
        .collect()
}

/// `body` and the check digit of Luhn: the one of ten that makes a multiple of ten.
pub fn with_luhn(body: &str) -> String {
    let doubled = |value: u64| value * 2 / 10 + value * 2 % 10;
    let sum: u64 = values(body)
        .iter()
        .rev()
        .enumerate()
        .map(|(place, value)| {
            if place % 2 == 0 {
                doubled(*value)
            } else {
                *value
            }
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// `number` cut into groups of `lengths`, with `mark` between them.
pub fn grouped(number: &str, lengths: &[usize], mark: &str) -> String {
    let mut rest = number;
    let mut groups = Vec::new();
    for length in lengths {
        let (group, after) = rest.split_at((*length).min(rest.len()));
        groups.push(group);
        rest = after;
    }
    assert!(rest.is_empty(), "{number} has more than {lengths:?}");
    groups.join(mark)
}

/// `number` with another digit in its last place, which no rule but its own forbids.
pub fn last_digit_wrong(chance: &mut Chance, number: &str) -> String {
    let (body, last) = number.split_at(number.len() - 1);
    let last: u64 = last.parse().expect("a digit");
    format!("{body}{}", (last + chance.within(1, 9)) % 10)
}
