//! What a post may do to a terminal: nothing.
//!
//! Control characters, and the invisible ones that reorder or hide text, are
//! shown as stand-ins.

/// The character to show for `c`; tabs stay.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' => c,
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{061c}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        c => c,
    }
}

/// A text for one line: blanks of every kind become spaces, and it is cut
/// after `max` characters.
pub(super) fn line(text: &str, max: usize) -> String {
    let mut out = String::with_capacity(text.len().min(max));
    for (count, c) in text.chars().enumerate() {
        if count == max {
            out.push('…');
            break;
        }
        out.push(match c {
            '\n' | '\r' | '\t' => ' ',
            c => visible(c),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_are_shown_as_stand_ins() {
        assert_eq!(line("a\u{1b}[31mb", 99), "a␛[31mb");
        assert_eq!(line("a\u{202e}b\u{7}", 99), "a\u{fffd}b␇");
        assert_eq!(line("a\r\nb", 99), "a  b");
    }

    #[test]
    fn long_lines_are_cut() {
        assert_eq!(line("abcdef", 3), "abc…");
    }
}
