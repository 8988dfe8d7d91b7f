//! Quotation marks.

use std::ops::Range;

/// The quotations of a text, in marks of any style: “…”, „…“, «…», ‘…’, '…' or
/// "…".
///
/// A quotation that does not close lasts to the end of the text, as when it
/// goes on in the next paragraph.
#[derive(Debug)]
pub struct Quotations(Vec<Range<usize>>);

impl Quotations {
    /// Those of `text`.
    pub fn of(text: &str) -> Quotations {
        let mut found = Vec::new();
        let mut open: Option<(usize, char)> = None;
        let mut before: Option<char> = None;
        let mut rest = text.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let after = rest.peek().map(|(_, c)| *c);
            match open {
                Some((start, mark)) if is_closing(c, mark) && !is_inside_word(before, after) => {
                    found.push(start..at);
                    open = None;
                }
                Some(_) => {}
                None => open = opens(c, before, after).map(|mark| (at, mark)),
            }
            before = Some(c);
        }
        found.extend(open.map(|(start, _)| start..text.len()));
        Quotations(found)
    }

    /// True when byte `at` stands in one of them.
    pub fn hold(&self, at: usize) -> bool {
        let next = self.0.partition_point(|quotation| quotation.end <= at);
        self.0
            .get(next)
            .is_some_and(|quotation| quotation.start < at)
    }
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
        Quotations::of(text).hold(at)
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
