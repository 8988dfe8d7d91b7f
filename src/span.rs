//! Places in a text: byte spans, and the line and column a person reads.
//!
//! A [`Span`] counts bytes of the file as it is on disk or in git, byte order
//! mark, carriage returns and all. Lines and columns are made from it with a
//! [`LineIndex`] when something is shown, and never stored.

use std::ops::Range;

/// A range of bytes in a file: `start` is in, `end` is out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`.
    ///
    /// Files are capped far below 4 GiB before they are parsed, so offsets fit.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "span {start}..{end} ends before it starts");
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The empty span at byte `at`.
    pub fn at(at: usize) -> Span {
        Span::new(at, at)
    }

    /// The same bytes as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True when the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when every byte of `other` is in this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The bytes of the span, or `""` when it does not fit `text`.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span without blanks at its two ends.
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.slice(text);
        let start = self.start as usize + (slice.len() - slice.trim_start().len());
        Span::new(start, start + slice.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// A place as a person reads it: both numbers start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line; `\n`, `\r\n` and a lone `\r` each end one.
    pub line: usize,
    /// Column in Unicode code points. A byte order mark has no column.
    pub column: usize,
}

/// Where the lines of a text start, and how many code points stand before
/// every so many bytes, so that a place in a very long line is found at once.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    code_points: Vec<u32>,
}

/// Bytes between two counts of code points.
const STRIDE: usize = 1024;

/// The byte order mark that some editors put at the start of a file.
pub const BOM: char = '\u{feff}';

impl LineIndex {
    /// Finds the line starts of `text`, in one pass.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(at as u32 + 1);
            }
        }
        let mut code_points = vec![0];
        let mut count = 0;
        for chunk in bytes.chunks(STRIDE) {
            count += chunk.iter().filter(|byte| is_char_start(**byte)).count() as u32;
            code_points.push(count);
        }
        LineIndex {
            starts,
            code_points,
        }
    }

    /// Code points of `text` before byte `at`.
    fn code_points_before(&self, text: &str, at: u32) -> usize {
        let at = (at as usize).min(text.len());
        let chunk = at / STRIDE;
        let rest = &text.as_bytes()[chunk * STRIDE..at];
        let counted = self.code_points.get(chunk).copied().unwrap_or_default() as usize;
        counted + rest.iter().filter(|byte| is_char_start(**byte)).count()
    }

    /// Number of lines; a text that ends in a line break has an empty last one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line that holds byte `at`, counted from 1.
    pub fn line(&self, at: u32) -> usize {
        self.starts.partition_point(|&start| start <= at)
    }

    /// The bytes of `line` (counted from 1), without its line break.
    pub fn line_span(&self, text: &str, line: usize) -> Span {
        let start = self
            .starts
            .get(line - 1)
            .map_or(text.len(), |&s| s as usize);
        let end = self.starts.get(line).map_or(text.len(), |&s| s as usize);
        let content = text.get(start..end).unwrap_or_default();
        Span::new(start, start + content.trim_end_matches(['\n', '\r']).len())
    }

    /// Line and column of byte `at` of `text`.
    pub fn position(&self, text: &str, at: u32) -> Position {
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.code_points_before(text, at) - self.code_points_before(text, start);
        let mark = usize::from(line == 1 && at > 0 && text.starts_with(BOM));
        Position {
            line,
            column: before - mark + 1,
        }
    }
}

/// True for the first byte of a character in UTF-8.
fn is_char_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, at: usize) -> (usize, usize) {
        let place = LineIndex::new(text).position(text, at as u32);
        (place.line, place.column)
    }

    #[test]
    fn columns_count_code_points() {
        assert_eq!(position("a𐐀b", 5), (1, 3));
        assert_eq!(position("e\u{301}x", 3), (1, 3));
        assert_eq!(position("\tx", 1), (1, 2));
    }

    #[test]
    fn every_line_break_ends_a_line() {
        assert_eq!(position("a\nb", 2), (2, 1));
        assert_eq!(position("a\r\nb", 3), (2, 1));
        assert_eq!(position("a\rb", 2), (2, 1));
        assert_eq!(position("a\n", 2), (2, 1));
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        assert_eq!(position("\u{feff}a", 3), (1, 1));
        assert_eq!(position("\u{feff}a", 0), (1, 1));
    }

    #[test]
    fn columns_are_right_far_into_a_line() {
        let text = "é".repeat(5000);
        assert_eq!(position(&text, 8000), (1, 4001));
    }

    #[test]
    fn lines_come_without_their_break() {
        let text = "one\r\ntwo\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_span(text, 1).slice(text), "one");
        assert_eq!(index.line_span(text, 2).slice(text), "two");
        assert_eq!(index.line_span(text, 3).slice(text), "");
    }
}
