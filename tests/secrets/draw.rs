//! Tokens drawn by chance, always the same: of a provider's shape, and nearly so.

use sayso::secret::checksum::{BECH32, bech32, crc62};
use sayso::secret::{Part, Proof, Provider, Shape, is_placeholder};

/// A source of numbers (SplitMix64, which Vigna has put into the public domain).
pub struct Chance(pub u64);

impl Chance {
    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }

    fn letters(&mut self, letters: &str, count: usize) -> String {
        let letters = letters.as_bytes();
        let draw = |_| char::from(letters[self.below(letters.len())]);
        (0..count).map(draw).collect()
    }
}

/// How a token differs from those of its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its last run is a letter too short.
    Short,
    /// Its last run is a letter too long.
    Long,
    /// Its longest run starts with a letter of no alphabet.
    Letter,
    /// A letter is another than the checksum says.
    Checksum,
    /// It says that it is an example.
    Example,
}

/// Every flaw a token of this shape can have.
pub fn flaws(provider: &Provider, shape: &Shape) -> Vec<Flaw> {
    let mut flaws = vec![Flaw::Long, Flaw::Letter, Flaw::Example];
    // Without its last letter, what is left may be another token.
    let ends_with_one = matches!(shape.parts.last(), Some(Part::Run { min: 1, .. }));
    flaws.extend((!ends_with_one).then_some(Flaw::Short));
    let has_sum = matches!(provider.proof, Proof::Crc62 | Proof::Bech32);
    flaws.extend(has_sum.then_some(Flaw::Checksum));
    flaws
}

/// A token of this shape, with all that must stand around it, and the token alone.
pub fn token(
    provider: &Provider,
    shape: &Shape,
    flaw: Option<Flaw>,
    chance: &mut Chance,
) -> (String, String) {
    let runs = |part: &&Part| matches!(part, Part::Run { .. });
    let last = shape
        .parts
        .iter()
        .rposition(|part| runs(&part))
        .expect("a run");
    let size = |part: &Part| match part {
        Part::Run { max, .. } => *max,
        Part::Fixed(_) => 0,
    };
    let longest = (0..shape.parts.len())
        .max_by_key(|at| size(&shape.parts[*at]))
        .expect("a part");
    loop {
        let mut token = String::new();
        for (at, part) in shape.parts.iter().enumerate() {
            let Part::Run { alphabet, min, max } = *part else {
                let Part::Fixed(fixed) = part else {
                    unreachable!()
                };
                token.push_str(fixed);
                continue;
            };
            let length = match flaw {
                Some(Flaw::Short) if at == last => min - 1,
                Some(Flaw::Long) if at == last => max + 1,
                _ => min + chance.below(max - min + 1),
            };
            let mut run = match provider.proof {
                Proof::Crc62 if length > 6 => {
                    let random = chance.letters(alphabet.letters, length - 6);
                    let sum = crc62(&random);
                    random + &sum
                }
                Proof::Bech32 if length > 6 => age(chance, length),
                _ => chance.letters(alphabet.letters, length),
            };
            match flaw {
                Some(Flaw::Letter) if at == longest => run.replace_range(..1, "!"),
                Some(Flaw::Checksum) if at == longest => {
                    let other = if run.starts_with('7') { "8" } else { "7" };
                    run.replace_range(..1, other);
                }
                Some(Flaw::Example) => {
                    let first = alphabet.letters.chars().next().unwrap_or_default();
                    run = first.to_string().repeat(run.len());
                }
                _ => {}
            }
            token.push_str(&run);
        }
        if flaw.is_some() || !is_placeholder(&shape.body(&token)) {
            return (around(provider, &token, chance), token);
        }
    }
}

/// An age key of `length` letters with its checksum.
fn age(chance: &mut Chance, length: usize) -> String {
    let data: Vec<u8> = (6..length).map(|_| chance.below(32) as u8).collect();
    let sum = bech32("age-secret-key-", &data);
    let letter = |value: &u8| char::from(BECH32.as_bytes()[usize::from(*value)]);
    data.iter().chain(&sum).map(letter).collect()
}

fn around(provider: &Provider, token: &str, chance: &mut Chance) -> String {
    match (provider.names, provider.proof) {
        ([], Proof::Beside(words)) => format!("{words}22-11-02&sp=r&{token}"),
        ([], Proof::Named(name)) => format!("{name} {token}"),
        ([], _) => token.to_owned(),
        (names, _) => {
            let given = ["=", ": ", "=\"", "\": \"", " => '"][chance.below(5)];
            format!("{}{given}{token}", names[chance.below(names.len())])
        }
    }
}
