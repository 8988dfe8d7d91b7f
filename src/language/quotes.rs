//! Quotation marks.

use std::ops::Range;

/// True when `place` of `text` stands between quotation marks of any style:
/// “…”, „…“, «…», ‘…’, '…' or "…".
///
/// A quotation that does not close lasts to the end of the text, as when it
/// goes on in the next paragraph.
pub fn is_quoted(text: &str, place: Range<usize>) -> bool {
    let mut closing: Option<char> = None;
    let mut before: Option<char> = None;
    let mut rest = text[..place.start].chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest
            .peek()
            .copied()
            .or_else(|| text[place.start..].chars().next());
        match closing {
            Some(mark) if is_closing(c, mark) && !is_inside_word(before, after) => closing = None,
            Some(_) => {}
            None => closing = opens(c, before, after),
        }
        before = Some(c);
    }
    closing.is_some()
}

/// The mark that closes the quotation which `c` opens, if it opens one.
fn opens(c: char, before: Option<char>, after: Option<char>) -> Option<char> {
    let at_start = before.is_none_or(|c| !c.is_alphanumeric());
    let holds_words = after.is_some_and(|c| !c.is_whitespace());
    match c {
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '‘' if at_start => Some('’'),
        '"' | '\'' if at_start && holds_words => Some(c),
        _ => None,
    }
}

fn is_closing(c: char, mark: char) -> bool {
    // After „, both “ and ” close.
    c == mark || (mark == '“' && c == '”')
}

/// True for an apostrophe: letters on both sides.
fn is_inside_word(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> bool {
        let at = text.find("here").expect("a place");
        is_quoted(text, at..at + 4)
    }

    #[test]
    fn every_style_quotes() {
        for text in [
            "“It is here,” she said",
            "„Das ist here“",
            "« here »",
            "He wrote ‘here’.",
            "Write 'here' or 'there'",
            "\"One. Two here.\" Three",
            "“It opens here",
        ] {
            assert!(quoted(text), "{text}");
        }
    }

    #[test]
    fn what_has_closed_does_not_quote() {
        for text in [
            "“No,” she said, here",
            "It's not here and it isn't there",
            "the users' choice is here",
            "a 5\" pipe lies here",
            "“It’s gone” from here",
        ] {
            assert!(!quoted(text), "{text}");
        }
    }
}
