//! How a number stands in a text: its groups, its ends, its digits.

use std::ops::Range;

/// The end of what `picture` shows, when `text` has that at `start`: `9` is a
/// digit, `A` a capital letter, `X` one of both, a blank any blank, `-` any
/// hyphen, and any other character is itself.
pub(super) fn end_of(picture: &str, text: &str, start: usize) -> Option<usize> {
    let mut characters = text.get(start..)?.char_indices();
    for shown in picture.chars() {
        let (_, c) = characters.next()?;
        let is_shown = match shown {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_uppercase(),
            'X' => c.is_ascii_digit() || c.is_ascii_uppercase(),
            ' ' => is_blank(c),
            '-' => matches!(c, '-' | '\u{2010}'..='\u{2013}'),
            shown => c == shown,
        };
        if !is_shown {
            return None;
        }
    }
    Some(characters.next().map_or(text.len(), |(at, _)| start + at))
}

/// A blank that may part two groups of one number.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// True when `range` of `text` is not a piece of something longer: of another
/// number, a word, a version, a sum of money, an address.
pub(super) fn stands_apart(text: &str, range: &Range<usize>) -> bool {
    is_start(text, range) && is_end(text, range) && !is_in_address(text, range.start)
}

fn is_grouped(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].contains(is_blank)
}

fn is_start(text: &str, range: &Range<usize>) -> bool {
    let mut before = text[..range.start].chars().rev();
    let (Some(last), other) = (before.next(), before.next()) else {
        return true;
    };
    let behind_digit = other.is_some_and(|c| c.is_ascii_digit());
    match last {
        '_' | '.' | '+' | '$' | '€' | '£' | '~' | '#' => false,
        '-' | '\u{2010}'..='\u{2013}' => !other.is_some_and(char::is_alphanumeric),
        ':' | ',' => !behind_digit,
        c if is_blank(c) => !(is_grouped(text, range) && behind_digit),
        c => !c.is_ascii_alphanumeric(),
    }
}

fn is_end(text: &str, range: &Range<usize>) -> bool {
    let rest = &text[range.end..];
    let mut after = rest.chars();
    let (Some(next), other) = (after.next(), after.next()) else {
        return true;
    };
    match next {
        '_' | '%' => false,
        '.' | ':' | ',' | '-' | '/' | '\u{2010}'..='\u{2013}' => {
            !other.is_some_and(|c| c.is_ascii_alphanumeric())
        }
        // The month a card expires in may follow, another group may not.
        c if is_blank(c) && is_grouped(text, range) => {
            after = rest.chars();
            after.next();
            after.take_while(char::is_ascii_digit).count() < 3
        }
        c => !c.is_ascii_alphanumeric(),
    }
}

/// True inside the path or the query of an address.
fn is_in_address(text: &str, start: usize) -> bool {
    /// How far back its start is looked for, in characters.
    const FAR: usize = 200;
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | '`' | '<' | '>' | '(' | ')' | '[' | ']' | '|'
            )
    };
    text[..start]
        .chars()
        .rev()
        .take(FAR)
        .take_while(|c| !ends(*c))
        .any(|c| matches!(c, '/' | '\\' | '?' | '&' | '@'))
}

/// The letters and digits of `text`, without what parts them.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The digits of `text`, as numbers.
pub(super) fn digits(text: &str) -> Vec<u8> {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .map(|byte| byte - b'0')
        .collect()
}

/// The number that `text` spells, or 0 when it spells none.
pub(super) fn number(text: &str) -> u32 {
    text.parse().unwrap_or_default()
}

/// How many different digits there are.
pub(super) fn variety(digits: &[u8]) -> usize {
    (0..10).filter(|digit| digits.contains(digit)).count()
}

/// True for digits that somebody made up: nearly all the same, or counting up
/// or down.
pub(super) fn is_made_up(digits: &[u8]) -> bool {
    /// So many in a row count.
    const COUNTING: usize = 6;
    let counts = |step: u8| {
        digits
            .windows(COUNTING)
            .any(|run| run.windows(2).all(|pair| pair[1] == (pair[0] + step) % 10))
    };
    variety(digits) <= 3 || counts(1) || counts(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_shows_how_a_number_is_written() {
        assert_eq!(end_of("999-99", "a 123-45.", 2), Some(8));
        assert_eq!(end_of("999-99", "123\u{2011}45", 0), Some(8));
        assert_eq!(end_of("9 A", "1\u{a0}B", 0), Some(4));
        assert_eq!(end_of("999.99", "123-45", 0), None);
        assert_eq!(end_of("999", "12", 0), None);
        assert_eq!(end_of("AX", "aB", 0), None);
    }

    #[test]
    fn a_piece_of_something_longer_does_not_stand_apart() {
        let apart = |before: &str, number: &str, after: &str| {
            let text = format!("{before}{number}{after}");
            stands_apart(&text, &(before.len()..before.len() + number.len()))
        };
        for (before, after) in [
            ("", ""),
            ("is ", "."),
            ("\"", "\","),
            ("ssn=", ";"),
            ("(", ")"),
            ("May 2026 ", ", and"),
        ] {
            assert!(apart(before, "12-34", after), "{before:?} {after:?}");
        }
        for (before, after) in [
            ("x", ""),
            ("0.", ""),
            ("1-", ""),
            ("", "-5"),
            ("", ".5"),
            ("https://example.com/", ""),
            ("/posts/a-", ""),
            ("?id=", ""),
            ("#", ""),
            ("_", ""),
        ] {
            assert!(!apart(before, "12-34", after), "{before:?} {after:?}");
        }
        assert!(!apart("56 ", "12 34", ""));
        assert!(!apart("", "12 34", " 5678"));
        assert!(apart("", "12 34", " 04/27"));
    }

    #[test]
    fn made_up_digits_are_told() {
        for number in [
            "111111111",
            "123456789",
            "987654321",
            "900000001",
            "555123456",
        ] {
            assert!(is_made_up(&digits(number)), "{number}");
        }
        assert!(!is_made_up(&digits("512470283")));
    }
}
