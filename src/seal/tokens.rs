//! The smallest parts of a text that a term is put together from: words, cut
//! where a capital or a digit begins a new one (`BlueHeron2`), without a
//! possessive, each hashed as it is compared.
//!
//! The hash tells which words are worth a real digest, and keeps no secret.

use std::ops::Range;

use super::fold::{Class, fold};
use super::glue::{Between, Glue, escape, is_dull, possessive};
use super::hash::Hash;

/// A part of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) text: Range<usize>,
    /// What stands before it.
    pub(super) glue: Glue,
    /// Its hash, and how many characters it was made of.
    pub(super) hash: u64,
    pub(super) len: usize,
}

/// The classes of the ASCII characters.
static CLASS: [Class; 128] = {
    let mut all = [Class::Other; 128];
    let mut at = 0;
    while at < 128 {
        all[at] = match at as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            _ => Class::Other,
        };
        at += 1;
    }
    all
};

/// The class of an ASCII character.
fn class(byte: u8) -> Option<Class> {
    CLASS.get(usize::from(byte)).copied()
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// As a reader sees it.
    Plain,
    /// As it stands in the file, where `%20` and `&nbsp;` are blanks.
    Source,
}

/// The tokens of a text, in order.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    notation: Notation,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, notation: Notation) -> Tokens<'a> {
        Tokens {
            text,
            at: 0,
            notation,
        }
    }

    /// The character at `at`, and its class.
    fn char_at(&self, at: usize) -> Option<(char, Class)> {
        let byte = *self.text.as_bytes().get(at)?;
        match class(byte) {
            Some(class) => Some((char::from(byte), class)),
            None => {
                let c = self.text[at..].chars().next()?;
                Some((c, Class::of(c)))
            }
        }
    }

    /// Goes on to the next token, and tells what stands before it.
    fn skip(&mut self) -> Option<Glue> {
        // Nearly all there is: a blank, a comma and a blank, nothing, a hyphen.
        let rest = &self.text.as_bytes()[self.at..];
        let dull = rest.iter().take_while(|byte| is_dull(**byte)).count();
        let is_next = |byte: u8| byte.is_ascii_alphanumeric();
        let (glue, len) = match rest[dull..] {
            [next, ..] if is_next(next) && dull > 0 => (Glue::Loose, dull),
            [next, ..] if is_next(next) => (Glue::Tight, 0),
            [b'-' | b'_', next, ..] if is_next(next) && dull == 0 => (Glue::Tight, 1),
            [b'\n', next, ..] if is_next(next) => (Glue::Loose, dull + 1),
            _ => return self.skip_any(),
        };
        self.at += len;
        Some(glue)
    }

    #[inline(never)]
    fn skip_any(&mut self) -> Option<Glue> {
        if self.at > 0 {
            self.at += possessive(&self.text[self.at..]);
        }
        let mut between = Between::new(self.notation);
        loop {
            let (c, class) = self.char_at(self.at)?;
            self.at += match (c, class) {
                (c, Class::Mark) => c.len_utf8(),
                ('%' | '&', _) if self.notation == Notation::Source => {
                    between.add(' ');
                    escape(&self.text[self.at..])
                }
                (c, Class::Other) => {
                    between.add(c);
                    c.len_utf8()
                }
                _ => return Some(between.glue),
            };
        }
    }

    /// The token that begins here.
    fn read(&mut self, glue: Glue) -> Token {
        let start = self.at;
        let hash = self.read_plain().unwrap_or_else(|| self.read_any());
        Token {
            text: start..self.at,
            glue,
            hash: hash.sum,
            len: hash.len,
        }
    }

    /// The hash of small letters, perhaps behind a capital, or of digits: nearly
    /// all there is. None when there is more to it.
    fn read_plain(&mut self) -> Option<Hash> {
        let bytes = &self.text.as_bytes()[self.at..];
        let first = *bytes.first()?;
        let mut hash = Hash::default();
        if first.is_ascii_alphabetic() {
            /// As small as any other: a capital lacks this bit.
            const SMALL: u64 = 0x20;
            let chunk = *bytes.first_chunk::<8>()?;
            let mut count = hash.push_letters(u64::from_le_bytes(chunk) | SMALL)?;
            while count == 8 {
                let chunk = *bytes[hash.len..].first_chunk::<8>()?;
                count = hash.push_letters(u64::from_le_bytes(chunk))?;
            }
        } else {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
            digits.for_each(|byte| hash.push(char::from(*byte)));
        }
        let is_over = match *bytes.get(hash.len)? {
            byte if byte.is_ascii_uppercase() => hash.len > 1,
            byte if byte.is_ascii() => true,
            // A letter, or a mark on the last one.
            _ => self.char_at(self.at + hash.len)?.1 == Class::Other,
        };
        (is_over && hash.len > 0).then(|| {
            self.at += hash.len;
            hash
        })
    }

    #[inline(never)]
    fn read_any(&mut self) -> Hash {
        let mut at = self.at;
        let mut hash = Hash::default();
        let mut last = None;
        let mut capitals = 0;
        let mut before_last = (at, hash);
        while let Some((c, class)) = self.char_at(at) {
            match (last, class) {
                (None, _) => {}
                (_, Class::Mark) => {
                    at += c.len_utf8();
                    continue;
                }
                // The last of several capitals begins a word: HTMLPage.
                (Some(Class::Upper), Class::Lower) if capitals > 1 => {
                    (at, hash) = before_last;
                    break;
                }
                (Some(Class::Upper), Class::Lower) => {}
                (Some(last), class) if last == class && class != Class::Single => {}
                _ => break,
            }
            if class == Class::Upper {
                capitals += 1;
                before_last = (at, hash);
            }
            fold(c, |c| hash.push(c));
            at += c.len_utf8();
            last = Some(class);
        }
        self.at = at;
        hash
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let glue = self.skip()?;
        Some(self.read(glue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text, Notation::Source);
        tokens.map(|token| &text[token.text]).collect()
    }

    fn glues(text: &str) -> Vec<Glue> {
        let tokens = Tokens::new(text, Notation::Source);
        tokens.skip(1).map(|token| token.glue).collect()
    }

    #[test]
    fn capitals_and_digits_begin_a_token() {
        assert_eq!(split("BlueHeron2026"), ["Blue", "Heron", "2026"]);
        assert_eq!(
            split("HTMLPage FALCON iPhone"),
            ["HTML", "Page", "FALCON", "i", "Phone"]
        );
        assert_eq!(split("project_blue-heron"), ["project", "blue", "heron"]);
        assert_eq!(split("次はファルコンだ"), ["次", "は", "ファルコン", "だ"]);
        assert_eq!(
            split("Fal\u{ad}con cafe\u{301}"),
            ["Fal\u{ad}con", "cafe\u{301}"]
        );
    }

    #[test]
    fn possessives_and_escapes_are_no_token() {
        assert_eq!(
            split("Falcon's FALCON’S O'Brien's"),
            ["Falcon", "FALCON", "O", "Brien"]
        );
        assert_eq!(
            split("blue%20heron&nbsp;egg & co"),
            ["blue", "heron", "egg", "co"]
        );
        assert_eq!(split("it'sy 100%"), ["it", "sy", "100"]);
    }

    #[test]
    fn what_stands_between_is_told() {
        use Glue::{Break, Loose, Tight};
        assert_eq!(glues("BlueHeron"), [Tight]);
        assert_eq!(
            glues("blue-heron blue_heron Fal**con**"),
            [Tight, Loose, Tight, Loose, Tight]
        );
        assert_eq!(glues("fal-\n   con"), [Tight]);
        assert_eq!(glues("Fal[con](b)"), [Tight, Break]);
        assert_eq!(
            glues("blue\n- heron\n## egg\n> * owl"),
            [Break, Break, Break]
        );
        assert_eq!(glues("blue | heron\n> egg\n*owl*"), [Break, Loose, Loose]);
        assert_eq!(glues("and/or"), [Loose]);
        assert_eq!(glues("blue - heron"), [Loose]);
        assert_eq!(glues("blue\nheron"), [Loose]);
        assert_eq!(glues("blue\n\nheron"), [Break]);
        assert_eq!(glues("blue \u{fffc} heron"), [Break]);
    }
}
