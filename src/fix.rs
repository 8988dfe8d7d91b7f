//! Changes to a text that a finding proposes, and how they are applied.

use crate::span::Span;

/// How far a fix may be trusted.
///
/// The order matters: a fix may be applied when its applicability is at least
/// the one that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// Shown to the author, never applied by the program.
    Suggestion,
    /// Probably right, but it may change what the text says.
    Unsafe,
    /// Changes no meaning and loses no word.
    Safe,
}

impl Applicability {
    /// The word used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Suggestion => "suggestion",
            Applicability::Unsafe => "unsafe",
            Applicability::Safe => "safe",
        }
    }
}

/// One replacement: the bytes of `span` become `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards; empty to delete.
    pub text: String,
}

/// A named change, made of edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an imperative: "take the pixel out of the reading order".
    pub title: String,
    /// The replacements, applied all or not at all.
    pub edits: Vec<Edit>,
    /// Whether `--fix` may apply it.
    pub applicability: Applicability,
}

impl Fix {
    /// A fix of one edit.
    pub fn edit(
        applicability: Applicability,
        title: impl Into<String>,
        span: Span,
        text: impl Into<String>,
    ) -> Fix {
        Fix {
            title: title.into(),
            edits: vec![Edit {
                span,
                text: text.into(),
            }],
            applicability,
        }
    }
}

/// A text after fixes.
#[derive(Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// How many fixes went in.
    pub applied: usize,
}

/// Applies `fixes` to `text`, from front to back.
///
/// A fix that touches what an earlier one changed is left out as a whole; the
/// caller looks at the new text again, and it gets its turn then.
pub fn apply<'a>(text: &str, fixes: impl IntoIterator<Item = &'a Fix>) -> Fixed {
    let mut fixes: Vec<&Fix> = fixes.into_iter().collect();
    fixes.sort_by_key(|fix| fix.edits.iter().map(|edit| edit.span).min());

    let mut taken: Vec<&Edit> = Vec::new();
    let mut applied = 0;
    for fix in fixes {
        let clashes = fix.edits.iter().any(|edit| {
            text.get(edit.span.range()).is_none()
                || taken.iter().any(|other| touches(edit.span, other.span))
        });
        if !clashes && !fix.edits.is_empty() {
            taken.extend(&fix.edits);
            applied += 1;
        }
    }
    taken.sort_by_key(|edit| edit.span);

    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        out.push_str(&text[at..edit.span.start as usize]);
        out.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    out.push_str(&text[at..]);
    Fixed { text: out, applied }
}

/// Two edits touch when they share a byte or stand at the same place.
fn touches(a: Span, b: Span) -> bool {
    a.overlaps(b) || a.start == b.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(start: usize, end: usize, text: &str) -> Fix {
        Fix::edit(Applicability::Safe, "", Span::new(start, end), text)
    }

    #[test]
    fn fixes_are_applied_in_the_order_of_the_text() {
        let fixed = apply("one two three", [&fix(8, 13, "3"), &fix(0, 3, "1")]);
        assert_eq!(fixed.text, "1 two 3");
        assert_eq!(fixed.applied, 2);
    }

    #[test]
    fn what_overlaps_waits_for_the_next_round() {
        let fixed = apply("abcdef", [&fix(0, 3, "X"), &fix(2, 5, "Y")]);
        assert_eq!((fixed.text.as_str(), fixed.applied), ("Xdef", 1));
    }

    #[test]
    fn a_fix_goes_in_whole_or_not_at_all() {
        let mut pair = fix(0, 1, "A");
        pair.edits.push(fix(3, 4, "D").edits.remove(0));
        let fixed = apply("abcd", [&pair, &fix(3, 4, "x")]);
        assert_eq!((fixed.text.as_str(), fixed.applied), ("AbcD", 1));
    }

    #[test]
    fn a_span_outside_the_text_is_refused() {
        assert_eq!(apply("abc", [&fix(2, 9, "")]).text, "abc");
    }
}
