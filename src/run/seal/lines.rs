//! Terms as they were given, one a line. They are told by the number of their
//! line, and never repeated.

use crate::seal::Term;
use crate::source::SourceError;

/// A term that was given.
pub(super) struct Line<'t> {
    pub(super) number: usize,
    pub(super) text: &'t str,
    pub(super) term: Term,
}

/// The terms that were given, each once.
pub(super) struct Lines<'t>(pub(super) Vec<Line<'t>>);

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Result<Lines<'t>, SourceError> {
        let mut lines: Vec<Line<'t>> = Vec::new();
        let text = text.trim_start_matches('\u{feff}');
        for (number, text) in text.lines().enumerate() {
            let term = Term::new(text);
            if text.trim().is_empty() || lines.iter().any(|line| line.term == term) {
                continue;
            }
            lines.push(Line {
                number: number + 1,
                text: text.trim(),
                term,
            });
        }
        if lines.is_empty() {
            return Err(SourceError::new("no term was given")
                .help("give them on standard input, one a line: sayso seal add < terms.txt"));
        }
        Ok(Lines(lines))
    }
}

/// `3 terms`, `1 term`.
pub(super) fn terms(count: usize) -> String {
    match count {
        1 => "1 term".to_owned(),
        count => format!("{count} terms"),
    }
}
