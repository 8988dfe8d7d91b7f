//! What a matcher found, before the rule puts it into words.

use crate::finding::fold_blanks;
use crate::fix::Fix;
use crate::span::Span;

/// A place of a post that a rule has something to say about.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) span: Span,
    /// The fact that decided, shown under the words.
    pub(super) label: String,
    /// `{match}`: the words, as a reader sees them.
    pub(super) words: Option<String>,
    /// `{better}`: what to write instead.
    pub(super) better: Option<String>,
    /// `{count}`: how many there are.
    pub(super) count: Option<usize>,
    /// What to do, where the rule itself does not say.
    pub(super) help: Option<String>,
    pub(super) fix: Option<Fix>,
}

impl Found {
    /// The `words` at `span`.
    pub(super) fn words(span: Span, words: &str, label: impl Into<String>) -> Found {
        Found {
            span,
            label: label.into(),
            words: Some(fold_blanks(words)),
            ..Found::default()
        }
    }

    /// What the placeholder `name` stands for.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        match name {
            "match" => self.words.clone(),
            "better" => self.better.clone(),
            "count" => self.count.map(|count| count.to_string()),
            _ => None,
        }
    }
}
