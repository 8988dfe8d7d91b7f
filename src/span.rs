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

    /// True when the span shares a byte with one of `sorted`, of which no two overlap.
    pub fn overlaps_any(self, sorted: &[Span]) -> bool {
        let next = sorted.partition_point(|other| other.end <= self.start);
        sorted.get(next).is_some_and(|other| self.overlaps(*other))
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

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points: every report for people.
    CodePoint,
    /// Bytes of UTF-8.
    Byte,
    /// Code units of UTF-16: editors.
    Utf16,
}

/// Where the lines of a text start, and how many code points stand before
/// every so many bytes, so that a place in a very long line is found at once.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Code points before every [`STRIDE`] bytes, and how many of them are a
    /// pair in UTF-16.
    counts: Vec<(u32, u32)>,
}

/// Bytes between two counts of code points.
const STRIDE: usize = 1024;

/// What stands at `range` of `text`, without the pieces of characters that it
/// cuts off at its ends.
pub fn whole_characters(text: &str, range: Range<usize>) -> &str {
    let end = range.end.min(text.len());
    let mut from = range.start.min(end);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = end.max(from);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[from..to]
}

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
        let mut counts = vec![(0, 0)];
        let mut count = (0, 0);
        for chunk in bytes.chunks(STRIDE) {
            let more = count_characters(chunk);
            count = (count.0 + more.0, count.1 + more.1);
            counts.push(count);
        }
        LineIndex { starts, counts }
    }

    /// Code points of `text` before byte `at`, and how many are a pair in UTF-16.
    fn characters_before(&self, text: &str, at: u32) -> (u32, u32) {
        let at = (at as usize).min(text.len());
        let chunk = at / STRIDE;
        let rest = count_characters(&text.as_bytes()[chunk * STRIDE..at]);
        let counted = self.counts.get(chunk).copied().unwrap_or_default();
        (counted.0 + rest.0, counted.1 + rest.1)
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
        Position {
            line: self.line(at),
            column: self.column(text, at, Unit::CodePoint),
        }
    }

    /// The column of byte `at` of `text`, counted from 1 in `unit`.
    pub fn column(&self, text: &str, at: u32, unit: Unit) -> usize {
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = |at| {
            let (code_points, pairs) = self.characters_before(text, at);
            match unit {
                Unit::CodePoint => code_points as usize,
                Unit::Byte => at as usize,
                Unit::Utf16 => (code_points + pairs) as usize,
            }
        };
        let mark = match unit {
            _ if line > 1 || at == 0 || !text.starts_with(BOM) => 0,
            Unit::Byte => BOM.len_utf8(),
            Unit::CodePoint | Unit::Utf16 => 1,
        };
        before(at) - before(start) - mark + 1
    }
}

/// Characters that start in `bytes`, and how many of them take four bytes of
/// UTF-8, which are a pair in UTF-16.
fn count_characters(bytes: &[u8]) -> (u32, u32) {
    let starts = bytes
        .iter()
        .filter(|byte| **byte & 0b1100_0000 != 0b1000_0000);
    let pairs = bytes.iter().filter(|byte| **byte >= 0b1111_0000);
    (starts.count() as u32, pairs.count() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, at: usize) -> (usize, usize) {
        let place = LineIndex::new(text).position(text, at as u32);
        (place.line, place.column)
    }

    #[test]
    fn a_span_is_looked_up_among_many() {
        let sorted = [Span::new(2, 4), Span::new(6, 7)];
        let overlaps = |start, end| Span::new(start, end).overlaps_any(&sorted);
        assert!(overlaps(0, 3) && overlaps(3, 4) && overlaps(4, 9));
        assert!(!overlaps(0, 2) && !overlaps(4, 6) && !overlaps(7, 9));
    }

    #[test]
    fn columns_count_code_points() {
        assert_eq!(position("a𐐀b", 5), (1, 3));
        assert_eq!(position("e\u{301}x", 3), (1, 3));
        assert_eq!(position("\tx", 1), (1, 2));
    }

    #[test]
    fn each_unit_counts_in_its_own_way() {
        let columns = |text: &str, at| {
            let lines = LineIndex::new(text);
            [Unit::CodePoint, Unit::Byte, Unit::Utf16].map(|unit| lines.column(text, at, unit))
        };
        assert_eq!(columns("a𐐀b", 5), [3, 6, 4]);
        assert_eq!(columns("\u{feff}é\tb", 6), [3, 4, 3]);
        assert_eq!(columns("x\r\ne\u{301}x", 6), [3, 4, 3]);
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
