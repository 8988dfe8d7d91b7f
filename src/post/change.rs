//! Which lines of a post a change brought.

use std::ops::RangeInclusive;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::span::LineIndex;

/// The lines of a text that are not in its earlier versions.
#[derive(Debug)]
pub struct Change {
    /// For each line, whether it is new.
    is_new: Vec<bool>,
}

impl Change {
    /// Compares `now` with the versions it was `made from`; a line is new when
    /// none of them has it in its place. Line ends do not count.
    pub fn between(made_from: &[&str], now: &str) -> Change {
        let now = lines(now);
        let mut is_new = vec![true; now.len()];
        for earlier in made_from {
            for op in capture_diff_slices(Algorithm::Myers, &lines(earlier), &now) {
                if let DiffOp::Equal { new_index, len, .. } = op {
                    is_new[new_index..new_index + len].fill(false);
                }
            }
        }
        Change { is_new }
    }

    /// True when one of these lines, counted from 1, is new.
    pub fn touches(&self, mut lines: RangeInclusive<usize>) -> bool {
        lines.any(|line| self.is_new.get(line - 1).copied().unwrap_or(true))
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
        (1..=change.is_new.len())
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
}
