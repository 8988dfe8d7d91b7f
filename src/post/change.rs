//! Which lines of a post a change brought.

use std::ops::RangeInclusive;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::span::LineIndex;

/// The lines of a text, and where its earlier versions have them.
#[derive(Debug)]
pub struct Change {
    /// For each version, and in it for each line of the text, the line that it
    /// was there, counted from 1.
    versions: Vec<Vec<Option<usize>>>,
}

impl Change {
    /// Compares `now` with the versions it was `made from`; a line is new when
    /// none of them has it in its place. Line ends do not count.
    pub fn between(made_from: &[&str], now: &str) -> Change {
        let now = lines(now);
        let was_at = |earlier: &&str| {
            let mut was_at = vec![None; now.len()];
            for op in capture_diff_slices(Algorithm::Myers, &lines(earlier), &now) {
                if let DiffOp::Equal {
                    old_index,
                    new_index,
                    len,
                } = op
                {
                    for at in 0..len {
                        was_at[new_index + at] = Some(old_index + at + 1);
                    }
                }
            }
            was_at
        };
        Change {
            versions: made_from.iter().map(was_at).collect(),
        }
    }

    /// True when one of these lines, counted from 1, is new.
    pub fn touches(&self, lines: RangeInclusive<usize>) -> bool {
        let is_old = |line| (0..self.versions.len()).any(|nth| self.was_at(nth, line).is_some());
        lines.into_iter().any(|line| !is_old(line))
    }

    /// The line that `line` was in the nth version.
    pub fn was_at(&self, nth: usize, line: usize) -> Option<usize> {
        *self.versions.get(nth)?.get(line.checked_sub(1)?)?
    }
}

fn lines(text: &str) -> Vec<&str> {
    let index = LineIndex::new(text);
    (1..=index.lines())
        .map(|line| index.line_span(text, line).slice(text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_lines(made_from: &[&str], now: &str) -> Vec<usize> {
        let change = Change::between(made_from, now);
        (1..=lines(now).len())
            .filter(|line| change.touches(*line..=*line))
            .collect()
    }

    #[test]
    fn lines_that_were_there_are_not_new() {
        assert_eq!(new_lines(&["a\nb\nc\n"], "a\nB\nc\nd\n"), [2, 4]);
        assert_eq!(new_lines(&["a\nb\n"], "a\r\nb\r\n"), [0; 0]);
        assert_eq!(new_lines(&["a\nb\nc\n"], "a\nc\n"), [0; 0]);
        assert_eq!(new_lines(&[], "a\nb"), [1, 2]);
    }

    #[test]
    fn in_a_merge_a_line_of_either_side_is_not_new() {
        assert_eq!(new_lines(&["a\nb\n", "a\nc\n"], "a\nb\nc\nd\n"), [4]);
    }

    #[test]
    fn a_line_beyond_the_end_counts_as_new() {
        assert!(Change::between(&["a"], "a").touches(7..=7));
    }

    #[test]
    fn every_version_tells_where_it_had_a_line() {
        let change = Change::between(&["a\nb\n", "b\nc\n"], "new\na\nb\nc\n");
        let was_at = |nth| [1, 2, 3, 4].map(|line| change.was_at(nth, line));
        assert_eq!(was_at(0), [None, Some(1), Some(2), None]);
        assert_eq!(was_at(1), [None, None, Some(1), Some(2)]);
        assert_eq!((change.was_at(2, 1), change.was_at(0, 0)), (None, None));
    }
}
