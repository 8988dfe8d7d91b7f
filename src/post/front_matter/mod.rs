//! The settings at the top of a post: YAML, TOML or JSON, with the place of
//! every key and value.
//!
//! Finding the block is done here; each format reads its own in a file beside
//! this one. A fault never stops anything: it is remembered with its place,
//! and the body of the post is still read.

mod json;
mod locate;
mod reading;
mod toml;
mod yaml;

use crate::span::Span;

pub use reading::{Reading, When};

pub(super) use locate::locate;

/// The largest front matter that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// How deep lists and tables may nest.
pub const MAX_DEPTH: usize = 32;

/// The notation of a front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
    /// One object in braces.
    Json,
}

/// The front matter of a post.
#[derive(Debug)]
pub struct FrontMatter {
    /// Its notation.
    pub format: Format,
    /// All of it, with the delimiters.
    pub span: Span,
    /// The delimiter that opens it.
    pub opening: Span,
    /// The keys at the top, in the order they stand in.
    pub entries: Vec<Entry>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// A key and its value.
#[derive(Debug)]
pub struct Entry {
    /// The key, unquoted.
    pub key: String,
    /// Where the key stands, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

/// A value and its place.
#[derive(Debug)]
pub struct Value {
    /// Where it stands, with its quotes.
    pub span: Span,
    /// What it is.
    pub data: Data,
}

/// What a value is.
#[derive(Debug)]
pub enum Data {
    /// Nothing, written as an empty value, `~` or `null`.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// Text, and dates as they are written.
    Text {
        /// The text as the generator reads it.
        text: String,
        /// Where it stands byte for byte, unless escapes or folding changed it.
        verbatim: Option<Span>,
    },
    /// A list.
    List(Vec<Value>),
    /// A table of its own.
    Table(Vec<Entry>),
    /// A reference to another value, which is not followed.
    Alias,
}

/// Something wrong with a front matter.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong with a front matter.
#[derive(Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The line that closes it is missing.
    Unclosed,
    /// It cannot be read; the words are the parser's.
    Unreadable(String),
    /// A plain YAML value, at the span, holds `: ` and needs quotes.
    UnquotedColon,
    /// A key that was there already, at the span given.
    Repeated {
        /// The key.
        key: String,
        /// Where it stood first.
        first: Span,
    },
    /// Over [`MAX_BYTES`] or [`MAX_DEPTH`].
    TooLarge,
    /// Text or a list where keys with values were expected.
    NoKeys,
}

impl FrontMatter {
    /// The value at `path`: keys joined by dots, compared without regard to case.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let mut entries = &self.entries;
        let mut keys = path.split('.').peekable();
        loop {
            let key = keys.next()?;
            let entry = entries
                .iter()
                .find(|entry| entry.key.eq_ignore_ascii_case(key))?;
            match (&entry.value.data, keys.peek()) {
                (_, None) => return Some(&entry.value),
                (Data::Table(inner), Some(_)) => entries = inner,
                _ => return None,
            }
        }
    }

    /// True when it could not be read to its end, so that a key that seems
    /// to be missing may well be there.
    pub fn is_unreadable(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| !matches!(fault.kind, FaultKind::Repeated { .. }))
    }

    /// Every value that is no table and no list, with the keys that lead to it.
    pub fn leaves(&self) -> Vec<(String, &Value)> {
        let mut leaves = Vec::new();
        for entry in &self.entries {
            collect_leaves(entry.key.clone(), &entry.value, &mut leaves);
        }
        leaves
    }
}

fn collect_leaves<'a>(path: String, value: &'a Value, leaves: &mut Vec<(String, &'a Value)>) {
    match &value.data {
        Data::List(items) => {
            for item in items {
                collect_leaves(path.clone(), item, leaves);
            }
        }
        Data::Table(entries) => {
            for entry in entries {
                collect_leaves(format!("{path}.{}", entry.key), &entry.value, leaves);
            }
        }
        _ => leaves.push((path, value)),
    }
}

impl Value {
    /// The text of a text value.
    pub fn as_text(&self) -> Option<&str> {
        match &self.data {
            Data::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Where the text of a text value stands byte for byte, if it does.
    pub fn verbatim(&self) -> Option<Span> {
        match &self.data {
            Data::Text { verbatim, .. } => *verbatim,
            _ => None,
        }
    }

    /// Yes or no, also when written as text.
    pub fn as_bool(&self) -> Option<bool> {
        match &self.data {
            Data::Bool(value) => Some(*value),
            Data::Text { text, .. } if text.eq_ignore_ascii_case("true") => Some(true),
            Data::Text { text, .. } if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// True for nothing, blank text, an empty list and an empty table.
    pub fn is_blank(&self) -> bool {
        match &self.data {
            Data::Null => true,
            Data::Text { text, .. } => text.trim().is_empty(),
            Data::List(items) => items.is_empty(),
            Data::Table(entries) => entries.is_empty(),
            Data::Bool(_) | Data::Number(_) | Data::Alias => false,
        }
    }
}

/// A text value at `span` of `source`; finds out whether it stands there as it is.
fn text_value(text: &str, span: Span, source: &str) -> Value {
    let written = span.slice(source);
    let verbatim = [0, 1, 3].into_iter().find_map(|quote| {
        let inner = written.get(quote..written.len().checked_sub(quote)?)?;
        let start = span.start as usize + quote;
        (inner == text).then(|| Span::new(start, start + text.len()))
    });
    Value {
        span,
        data: Data::Text {
            text: text.to_owned(),
            verbatim,
        },
    }
}

/// Notes keys of `entries` that stand there twice.
fn find_repeated(entries: &[Entry], faults: &mut Vec<Fault>) {
    for (at, entry) in entries.iter().enumerate() {
        if let Some(first) = entries[..at].iter().find(|other| other.key == entry.key) {
            faults.push(Fault {
                span: entry.key_span,
                kind: FaultKind::Repeated {
                    key: entry.key.clone(),
                    first: first.key_span,
                },
            });
        }
    }
}
