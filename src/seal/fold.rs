//! A character as it is compared: compatibility forms undone (full-width,
//! ligatures, styled letters), case folded, marks stripped, and letters of
//! other scripts that look like Latin ones taken for those.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What a character does to the words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// It stands between words.
    Other,
    /// It is not seen, or sits on the letter before it.
    Mark,
    /// A small letter, or one of a script that has no capitals.
    Lower,
    /// A capital.
    Upper,
    /// A digit.
    Digit,
    /// Katakana, which write a word in a run.
    Kana,
    /// A Han character or hiragana, a word of its own.
    Single,
}

impl Class {
    /// The class of `c`.
    pub(super) fn of(c: char) -> Class {
        match c {
            'a'..='z' => Class::Lower,
            'A'..='Z' => Class::Upper,
            '0'..='9' => Class::Digit,
            c if c.is_ascii() => Class::Other,
            // Dashes and quotation marks, which are frequent.
            '\u{2010}'..='\u{2027}' => Class::Other,
            // An apostrophe, which Unicode counts as a letter.
            '\u{2bc}' => Class::Other,
            // Dots and dashes among the katakana.
            '\u{30a0}' | '\u{30fb}' => Class::Other,
            c if is_unseen(c) || is_combining_mark(c) => Class::Mark,
            '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => {
                Class::Kana
            }
            '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{309f}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Class::Single,
            c if c.is_uppercase() => Class::Upper,
            c if c.is_numeric() => Class::Digit,
            c if c.is_alphabetic() => Class::Lower,
            _ => Class::Other,
        }
    }
}

/// Soft hyphens, joiners, marks of direction, byte order marks.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// Gives `out` the characters that `c` is compared as.
pub(super) fn fold(c: char, mut out: impl FnMut(char)) {
    if c.is_ascii() {
        return out(c.to_ascii_lowercase());
    }
    decompose_compatible(c, |part| {
        for c in part.to_lowercase() {
            match c {
                'ß' => ['s', 's'].into_iter().for_each(&mut out),
                'æ' => ['a', 'e'].into_iter().for_each(&mut out),
                'œ' => ['o', 'e'].into_iter().for_each(&mut out),
                c if is_unseen(c) || is_combining_mark(c) => {}
                c => out(look_alike(c)),
            }
        }
    });
}

/// The Latin letter that a small letter is taken for, in one of its two cases.
fn look_alike(c: char) -> char {
    match c {
        // Cyrillic
        'а' => 'a',
        'в' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' | 'є' => 'e',
        'һ' | 'н' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'о' => 'o',
        'р' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' => 't',
        'ѵ' => 'v',
        'ԝ' => 'w',
        'х' => 'x',
        'у' | 'ү' => 'y',
        // Greek; its own capitals and small letters must stay one
        'α' => 'a',
        'β' => 'b',
        'ε' => 'e',
        'η' => 'h',
        'ι' => 'i',
        'κ' => 'k',
        'μ' => 'm',
        'ν' => 'n',
        'ο' => 'o',
        'ρ' => 'p',
        'ς' => 'σ',
        'τ' => 't',
        'υ' => 'y',
        'χ' => 'x',
        'ω' => 'w',
        'ζ' => 'z',
        // Armenian
        'օ' => 'o',
        'ս' => 'u',
        // Latin letters with a stroke, and small capitals
        'ɑ' | 'ᴀ' => 'a',
        'ƀ' | 'ʙ' => 'b',
        'ᴄ' => 'c',
        'đ' | 'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɡ' | 'ɢ' => 'g',
        'ħ' | 'ʜ' => 'h',
        'ı' | 'ɪ' => 'i',
        'ᴊ' => 'j',
        'ᴋ' => 'k',
        'ł' | 'ʟ' => 'l',
        'ᴍ' => 'm',
        'ɴ' => 'n',
        'ø' | 'ᴏ' => 'o',
        'ᴘ' => 'p',
        'ʀ' => 'r',
        'ꜱ' => 's',
        'ŧ' | 'ᴛ' => 't',
        'ᴜ' => 'u',
        'ᴠ' => 'v',
        'ᴡ' => 'w',
        'ʏ' => 'y',
        'ᴢ' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            fold(c, |c| out.push(c));
        }
        out
    }

    #[test]
    fn letters_that_read_alike_are_one() {
        for text in [
            "Falcon",
            "FALCON",
            "Ｆａｌｃｏｎ",
            "𝐅𝐚𝐥𝐜𝐨𝐧",
            "Fаlсоn",
            "Fálçön",
            "ꜰᴀʟᴄᴏɴ",
        ] {
            assert_eq!(folded(text), "falcon", "{text}");
        }
        assert_eq!(folded("ΝΕΑ"), folded("νεα"));
        assert_eq!(folded("İstanbul Straße ﬁn"), "istanbul strasse fin");
        assert_eq!(folded("Fal\u{ad}con\u{200b}"), "falcon");
    }
}
