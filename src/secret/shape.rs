//! How a token is written: fixed letters, and runs of letters of an alphabet.
//!
//! A shape is told by a pattern such as `ghp_{an:36}`: what stands in braces is
//! a run, with the name of its alphabet and its length or the shortest and the
//! longest (`{url:27-300}`). `{uuid}` stands for the five groups of a UUID.

/// The letters a run is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alphabet {
    /// Its name in patterns.
    pub name: &'static str,
    /// Its letters, all of them ASCII.
    pub letters: &'static str,
    /// A bit for each of them.
    set: u128,
}

/// Every alphabet.
#[rustfmt::skip]
const ALPHABETS: &[Alphabet] = &[
    Alphabet::of("d", "0123456789"),
    Alphabet::of("hex", "0123456789abcdef"),
    Alphabet::of("Hex", "0123456789abcdefABCDEF"),
    Alphabet::of("low", "0123456789abcdefghijklmnopqrstuvwxyz"),
    Alphabet::of("up", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    Alphabet::of("b32", "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    Alphabet::of("bech32", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
    Alphabet::of("abc", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    Alphabet::of("an", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    Alphabet::of("url", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-"),
    Alphabet::of("url=", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-="),
    Alphabet::of("url~", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.~"),
    Alphabet::of("b64", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/"),
    Alphabet::of("pct", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%"),
];

impl Alphabet {
    const fn of(name: &'static str, letters: &'static str) -> Alphabet {
        let (mut set, mut at) = (0, 0);
        while at < letters.len() {
            set |= 1 << letters.as_bytes()[at];
            at += 1;
        }
        Alphabet { name, letters, set }
    }

    fn has(self, byte: u8) -> bool {
        byte.is_ascii() && self.set >> byte & 1 == 1
    }
}

/// A part of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// These letters.
    Fixed(&'static str),
    /// From `min` to `max` letters of an alphabet.
    Run {
        /// Which letters.
        alphabet: Alphabet,
        /// How many at least.
        min: usize,
        /// How many at most.
        max: usize,
    },
}

/// A shape that was read from its pattern.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its parts, from left to right.
    pub parts: Vec<Part>,
}

impl Shape {
    /// Reads a pattern. A run that is not well told is left out; a test holds
    /// that the table has none.
    pub fn read(pattern: &'static str) -> Shape {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some((fixed, after)) = rest.split_once('{') {
            let Some((run, after)) = after.split_once('}') else {
                break;
            };
            if !fixed.is_empty() {
                parts.push(Part::Fixed(fixed));
            }
            if run == "uuid" {
                parts.extend(Shape::read("{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}").parts);
            } else {
                parts.extend(read_run(run));
            }
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Fixed(rest));
        }
        Shape { parts }
    }

    /// The fixed letters that are looked for in a text, and whether a run
    /// stands before them.
    pub fn anchor(&self) -> Option<(&'static str, bool)> {
        match *self.parts.as_slice() {
            [Part::Fixed(fixed), ..] => Some((fixed, false)),
            [Part::Run { .. }, Part::Fixed(fixed), ..] => Some((fixed, true)),
            _ => None,
        }
    }

    /// Where the token around the anchor at byte `at` of `text` starts and
    /// ends: its length is exact, and nothing that could belong to it goes on
    /// on either side.
    pub fn around(&self, text: &[u8], at: usize) -> Option<(usize, usize)> {
        let start = match self.parts.first() {
            Some(&Part::Run { alphabet, min, max }) => {
                let run = text[..at].iter().rev().take(max + 1);
                let len = run.take_while(|byte| alphabet.has(**byte)).count();
                (min..=max).contains(&len).then_some(at - len)?
            }
            _ => at,
        };
        let is_word_start = text.get(start).copied().is_some_and(is_word);
        if is_word_start && start > 0 && is_word(text[start - 1]) {
            return None;
        }
        Some((start, self.matches(text, start)?))
    }

    /// Where the shape ends that starts right at byte `at`.
    pub fn matches(&self, text: &[u8], at: usize) -> Option<usize> {
        matches_parts(&self.parts, text, at)
    }

    /// The letters of the runs of `token`, which has this shape, without what
    /// stands fixed between them.
    pub fn body(&self, token: &str) -> String {
        let mut body: String = token.chars().filter(|c| *c != '\\').collect();
        for part in &self.parts {
            if let Part::Fixed(fixed) = part {
                body = body.replacen(fixed, "", 1);
            }
        }
        body
    }
}

fn read_run(run: &'static str) -> Option<Part> {
    let (name, length) = run.split_once(':')?;
    let (min, max) = length.split_once('-').unwrap_or((length, length));
    let alphabet = ALPHABETS.iter().find(|alphabet| alphabet.name == name)?;
    Some(Part::Run {
        alphabet: *alphabet,
        min: min.parse().ok()?,
        max: max.parse().ok()?,
    })
}

/// The end of `parts` when they stand at byte `at`, and no more of the last
/// run follows.
fn matches_parts(parts: &[Part], text: &[u8], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return (!goes_on(text, at)).then_some(at);
    };
    match *part {
        Part::Fixed(fixed) => {
            let mut at = at;
            for byte in fixed.bytes() {
                at = step(text, at, |next| next == byte)?;
            }
            matches_parts(rest, text, at)
        }
        Part::Run { alphabet, min, max } => {
            let mut ends = vec![at];
            while ends.len() <= max + 1
                && let Some(next) = step(text, ends[ends.len() - 1], |byte| alphabet.has(byte))
            {
                ends.push(next);
            }
            let len = ends.len() - 1;
            if rest.is_empty() {
                return (min..=max)
                    .contains(&len)
                    .then(|| matches_parts(rest, text, ends[len]))?;
            }
            // What follows may be of the same alphabet.
            (min..=len.min(max))
                .rev()
                .find_map(|len| matches_parts(rest, text, ends[len]))
        }
    }
}

/// The place behind one letter that `is_right`. Markdown may have a backslash
/// before an underscore.
fn step(text: &[u8], at: usize, is_right: impl Fn(u8) -> bool) -> Option<usize> {
    let byte = *text.get(at)?;
    if is_right(byte) {
        return Some(at + 1);
    }
    let escaped = *text.get(at + 1)?;
    (byte == b'\\' && escaped == b'_' && is_right(b'_')).then_some(at + 2)
}

/// True when the token does not end at byte `at`: with a dash, only before more
/// of it.
fn goes_on(text: &[u8], at: usize) -> bool {
    let has = |at: usize, is: fn(u8) -> bool| text.get(at).copied().is_some_and(is);
    has(at, is_word)
        || (has(at, |byte| byte == b'-') && has(at + 1, |byte| byte.is_ascii_alphanumeric()))
}

/// True for what goes on with a token on its left or right.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}
