//! Who wrote which lines of a post.

use crate::span::{LineIndex, Span};

/// Who wrote which lines of a post, as git has it: `Jo Doe <jo@acme.example>`.
/// By default nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authors(Vec<(usize, Option<String>)>);

impl Authors {
    /// From the first line of each stretch, counted from 1, and who wrote it;
    /// none for lines that are not committed.
    pub fn new(mut stretches: Vec<(usize, Option<String>)>) -> Authors {
        stretches.sort_by_key(|(line, _)| *line);
        Authors(stretches)
    }

    /// True when nobody knows.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who wrote the line where `span` starts.
    pub fn of(&self, lines: &LineIndex, span: Span) -> Option<String> {
        let line = lines.line(span.start);
        let upto = self.0.partition_point(|(first, _)| *first <= line);
        self.0[..upto].last()?.1.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_by_whoever_wrote_its_stretch() {
        let lines = LineIndex::new("a\nb\nc\nd\n");
        let by = |name: &str| Some(name.to_owned());
        let authors = Authors::new(vec![(4, None), (2, by("jo"))]);
        let of = |at| authors.of(&lines, Span::at(at));
        assert_eq!([0, 2, 4, 6].map(of), [None, by("jo"), by("jo"), None]);
    }
}
