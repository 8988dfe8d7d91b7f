//! Syllables of an English word, by rule.
//!
//! A syllable is a run of vowels; then come the letters that are written and
//! not spoken, and the pairs of vowels that are spoken one by one. What no
//! rule gets right is in the table of exceptions.

use std::borrow::Cow;

use super::exceptions::exception;

/// How many syllables `word` has, at least one. Digits and words of capitals
/// are not spelt out: as in the usual tools, they are read as they stand.
pub fn syllables(word: &str) -> usize {
    // "well-known" and "and/or" are several words to the ear.
    word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.'))
        .map(|part| of_part(&letters(part)))
        .sum::<usize>()
        .max(1)
}

/// The letters of a word in lower case, with plain apostrophes.
fn letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.into();
    }
    let plain = |c: char| match c {
        '’' | '\'' => Some('\''),
        'à'..='å' | 'À'..='Å' => Some('a'),
        'è'..='ë' | 'È'..='Ë' => Some('e'),
        'ì'..='ï' | 'Ì'..='Ï' => Some('i'),
        'ò'..='ö' | 'Ò'..='Ö' => Some('o'),
        'ù'..='ü' | 'Ù'..='Ü' => Some('u'),
        c => c.is_ascii_alphabetic().then(|| c.to_ascii_lowercase()),
    };
    word.chars().filter_map(plain).collect()
}

fn of_part(word: &str) -> usize {
    if word.is_empty() {
        return 0;
    }
    if let Some(count) = exception(word) {
        return count;
    }
    // A contraction: what stands before the apostrophe, and perhaps one more.
    if let Some((stem, tail)) = word.split_once('\'') {
        let ends = |letters: &[u8]| {
            stem.bytes()
                .last()
                .is_some_and(|last| letters.contains(&last))
        };
        return match tail {
            "" => of_part(stem),
            "s" => of_part(&format!("{stem}s")),
            "t" => {
                let verb = stem.strip_suffix('n').unwrap_or(stem);
                of_part(verb) + 1
            }
            "ll" | "ve" | "d" if !ends(b"aeiouy") && tail != "d" => of_part(stem) + 1,
            "ll" | "ve" | "d" | "re" | "m" => of_part(stem),
            _ => of_part(stem) + of_part(tail),
        };
    }
    if !word.bytes().any(is_vowel) {
        // "HTML" is spelt out.
        let spelt = |letter| if letter == b'w' { 3 } else { 1 };
        return word.bytes().map(spelt).sum();
    }
    let spoken = runs(word) + apart(word) + at_end(word);
    spoken.saturating_sub(silent(word)).max(1)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Runs of vowels. A `y` before a vowel is a consonant at the start of a word
/// ("year") and behind a vowel ("player").
fn runs(word: &str) -> usize {
    let bytes = word.as_bytes();
    let spoken = |at: usize| {
        let next_is_vowel = bytes.get(at + 1).copied().is_some_and(is_vowel);
        let before_is_vowel = at == 0 || is_vowel(bytes[at - 1]);
        is_vowel(bytes[at]) && !(bytes[at] == b'y' && next_is_vowel && before_is_vowel)
    };
    (0..bytes.len())
        .filter(|&at| spoken(at) && (at == 0 || !spoken(at - 1)))
        .count()
}

/// Pairs of vowels that are spoken one by one, as in "idea" and "client".
fn apart(word: &str) -> usize {
    let bytes = word.as_bytes();
    let pairs = (1..bytes.len()).filter(|&at| {
        let before = at.checked_sub(2).map(|at| bytes[at]).unwrap_or(b' ');
        let rest = &word[at + 1..];
        match (bytes[at - 1], bytes[at]) {
            (b'i', b'a') if rest.starts_with("ge") => false,
            (b'i', b'a') => rest.starts_with('t') || !matches!(before, b'c' | b't' | b's' | b'h'),
            (b'i', b'o') => {
                let is_ion = rest.starts_with('n') && matches!(before, b'l' | b'n');
                !is_ion && !matches!(before, b'c' | b't' | b's' | b'g' | b'x' | b'h')
            }
            (b'i', b'u') => true,
            (b'i', b'e') => {
                let is_end = matches!(rest, "r" | "rs" | "st") && runs(&word[..at - 1]) > 0;
                let is_ien = rest.starts_with('n')
                    && !matches!(before, b't' | b'c')
                    && !word.contains("friend");
                is_end || is_ien || rest.starts_with('t') || word.starts_with("scien")
            }
            (b'e', b'a') => {
                let is_end = matches!(rest, "" | "s" | "n") && runs(&word[..at - 1]) > 0;
                is_end && !word.ends_with("ocean") || CREATE.iter().any(|one| word.contains(one))
            }
            (b'e', b'o') => !matches!(before, b'g' | b't') || word.starts_with("geo"),
            (b'e', b'u') => rest.starts_with('m'),
            (b'u', b'a') => !matches!(before, b'q' | b'g' | b's') || word.contains("sual"),
            (b'u', b'e') => rest.starts_with(['n', 'l', 't']) && !matches!(before, b'q' | b'g'),
            (b'u', b'i') => rest.starts_with("ty") || rest.starts_with("ti") && before != b'q',
            (b'u', b'o') => before != b'q',
            (b'a', b'o') => true,
            (b'a', b'i') => rest == "c",
            _ => false,
        }
    });
    let is_prefixed = word.len() > 3
        && matches!(bytes[0], b'b' | b'c' | b'd' | b'm' | b'p' | b'r')
        && APART_AT_START.iter().any(|start| word.starts_with(start));
    pairs.count() + usize::from(is_prefixed)
}

/// Where "ea" is two syllables inside a word.
const CREATE: &[&str] = &[
    "creati", "creato", "create", "creatin", "theat", "nuclea", "linear", "realit", "realis",
    "realiz",
];

/// Prefixes whose last vowel is spoken apart from the next one.
const APART_AT_START: &[&str] = &[
    "coop", "coord", "preem", "preex", "react", "reass", "reapp", "rearr", "realig", "reen",
    "reel", "reexa", "reinf", "reins", "reint", "reinv", "reim", "reit", "reus", "deact", "biom",
    "mc",
];

/// Syllables at the end that no run of vowels shows: "doing", "prism".
fn at_end(word: &str) -> usize {
    let single = word.strip_suffix('s').unwrap_or(word);
    let is_sm = single.ends_with("sm") || single.ends_with("thm");
    let is_ing = single.strip_suffix("ing").is_some_and(|stem| {
        let mut back = stem.bytes().rev();
        match (back.next(), back.next()) {
            (Some(b'y'), before) => !before.is_some_and(is_vowel),
            (Some(b'u'), Some(b'q' | b'g')) => false,
            (Some(last), _) => is_vowel(last),
            _ => false,
        }
    });
    let is_ire = ["ire", "ired", "ires"].iter().any(|end| {
        let stem = word.strip_suffix(end);
        stem.is_some_and(|stem| {
            stem.bytes()
                .last()
                .is_some_and(|last| last == b'u' || !is_vowel(last))
        })
    });
    usize::from(is_sm) + usize::from(is_ing) + usize::from(is_ire)
}

/// Vowels that are written and not spoken.
fn silent(word: &str) -> usize {
    usize::from(has_silent_end(word)) + usize::from(has_silent_middle(word))
}

fn has_silent_end(word: &str) -> bool {
    let consonant = |text: &str| text.bytes().last().is_some_and(|last| !is_vowel(last));
    // "table" and "handled" speak the vowel before the consonant.
    let is_le = |stem: &str| {
        stem.strip_suffix('l')
            .is_some_and(|rest| consonant(rest) && !rest.ends_with('l'))
    };
    if let Some(stem) = word.strip_suffix("ed") {
        let is_spoken = stem.ends_with(['t', 'd']) || stem.ends_with("dr") || is_le(stem);
        // "played" has a vowel and a `y`, "studied" a vowel of its own.
        return (consonant(stem) && !is_spoken) || (stem.ends_with('y') && runs(word) > runs(stem));
    }
    if let Some(stem) = word.strip_suffix("es") {
        let is_spoken = stem.ends_with(['s', 'x', 'z', 'c', 'g'])
            || stem.ends_with("ch")
            || stem.ends_with("sh")
            || is_le(stem);
        return (consonant(stem) && !is_spoken) || stem.ends_with("qu") || stem.ends_with("gu");
    }
    let Some(stem) = word.strip_suffix('e') else {
        return false;
    };
    let is_re = stem.ends_with("tr") || stem.ends_with("br");
    stem.ends_with("qu") || stem.ends_with("gu") || (consonant(stem) && !is_le(stem) && !is_re)
}

/// True for "statement", "useful" and "somewhere".
fn has_silent_middle(word: &str) -> bool {
    /// A shorter word has no room for one.
    const SHORTEST: usize = 5;
    if word.len() < SHORTEST {
        return false;
    }
    const TAILS: &[&str] = &[
        "ement", "ements", "eful", "efully", "eless", "eness", "ely", "ehood", "eship", "ety",
    ];
    let tail = TAILS
        .iter()
        .find_map(|tail| Some((word.strip_suffix(tail)?, tail)));
    let is_tail = tail.is_some_and(|(stem, tail)| {
        let is_l = stem.ends_with('l') && tail.starts_with("em");
        let is_spoken = stem.bytes().last().is_none_or(is_vowel);
        runs(stem) > 0 && !is_l && !is_spoken
    });
    let is_head = word.len() > 6
        && HEADS.iter().any(|head| {
            let rest = word.strip_prefix(head).unwrap_or_default().as_bytes();
            rest.len() > 2 && !is_vowel(rest[0]) && !matches!(rest, [b'r' | b'd', b's' | b'n', ..])
        });
    is_tail || is_head
}

/// First halves of compounds that end in a silent vowel.
const HEADS: &[&str] = &[
    "some", "home", "there", "where", "time", "life", "side", "house", "name", "space", "safe",
    "live", "base", "fire", "white", "like", "make", "wide", "store", "wire", "care", "take",
    "trade", "share", "stake", "code", "file", "free", "fore", "more", "gate", "lake", "smoke",
    "stone", "lime", "grape", "pine", "cheese", "horse", "nine", "one", "else", "whole", "line",
];
