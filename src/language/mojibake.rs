//! Text that was read in the wrong encoding: "â€™" in place of an apostrophe.

use std::ops::Range;

/// A stretch of such text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it was before, when all of it is still there.
    pub meant: Option<String>,
}

/// What Windows-1252 has in place of the control characters 0x80 to 0x9F
/// (WHATWG Encoding Standard, index windows-1252); a blank where it has none.
const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// The character that a control character from 0x80 to 0x9F was meant as.
pub fn meant_by_control(c: char) -> Option<char> {
    let at = (c as usize).checked_sub(0x80)?;
    WINDOWS.get(at).copied().filter(|meant| *meant != ' ')
}

/// UTF-8 that was taken for Windows-1252, in the order of `text`. Only openings
/// that no language writes count: "allé…»" is French.
pub fn garbled(text: &str) -> Vec<Garbled> {
    let mut found: Vec<Garbled> = Vec::new();
    for (at, _) in text.match_indices(['Ã', 'Â', 'â', 'ð']) {
        let Some((len, meant)) = character(&text[at..]) else {
            continue;
        };
        match found.last_mut().filter(|last| last.range.end == at) {
            Some(last) => {
                last.range.end = at + len;
                last.meant = last.meant.take().zip(meant).map(|(mut all, one)| {
                    all.push(one);
                    all
                });
            }
            None => found.push(Garbled {
                range: at..at + len,
                meant: meant.map(String::from),
            }),
        }
    }
    found
}

/// The length of the garbled character at the start of `text`, and what it was.
fn character(text: &str) -> Option<(usize, Option<char>)> {
    let mut letters = text.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let count = match (first, second) {
        // A quoted letter: “Ã”.
        (_, '‘' | '’' | '“' | '”' | '«' | '»') => return None,
        ('Ã' | 'Â', _) => 2,
        ('â', '€' | '‚' | '„' | '†' | 'œ' | 'ž' | '‰' | '\u{80}') => 3,
        ('ð', 'Ÿ') => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = text.chars().take(count).map_while(byte).collect();
    let meant = std::str::from_utf8(&bytes)
        .ok()
        .and_then(|meant| meant.chars().next())
        .filter(|meant| !meant.is_control());
    let len = |count| text.chars().take(count).map(char::len_utf8).sum();
    match meant {
        Some(meant) => Some((len(count), Some(meant))),
        // The third byte of a closing quotation mark is often lost.
        None => (second == '€').then(|| (len(2), None)),
    }
}

/// The byte that Windows-1252 reads as `c`.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(c) {
        return Some(byte);
    }
    let at = WINDOWS.iter().position(|known| *known == c)?;
    u8::try_from(0x80 + at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Vec<Option<String>> {
        garbled(text).into_iter().map(|one| one.meant).collect()
    }

    #[test]
    fn what_was_garbled_is_read_back() {
        for (text, right) in [
            ("donâ€™t", "’"),
            ("donâ\u{80}\u{99}t", "’"),
            ("a â€“ b", "–"),
            ("cafÃ©", "é"),
            ("Â© Acme", "©"),
            ("Acmeâ„¢", "™"),
            ("âœ“ done", "✓"),
            ("ðŸš€ up", "🚀"),
            ("sÃ£Ã©", "ãé"),
        ] {
            assert_eq!(meant(text), [Some(right.to_owned())], "{text}");
        }
        assert_eq!(meant("she said.â€ Then"), [None]);
        assert_eq!(meant_by_control('\u{92}'), Some('’'));
        assert_eq!(meant_by_control('\u{81}'), None);
    }

    #[test]
    fn languages_are_left_alone() {
        for text in [
            "Il est allé…» NÃO, São, Âge, «Â» “Ã” ‘â’",
            "Château, pâté, bâtiment, það, â€",
            "Bjørn’s, Å’s, voilà…",
        ] {
            let found = garbled(text);
            let is_cut = text.ends_with("â€") && found.len() == 1;
            assert!(found.is_empty() || is_cut, "{found:?}");
        }
    }
}
