//! How a report looks: one format, one file.
//!
//! A format shows what the findings say and adds nothing of its own. It never
//! decides about the exit status.

pub mod audit;
mod concise;
mod github;
mod hook;
mod human;
mod json;
mod sanitize;
mod verdict;

use std::io::{self, Write};

use crate::finding::Report;

pub use hook::Rest;
pub use verdict::{plural, summary};

/// `text` as it may be shown on a terminal, in one line.
pub fn harmless(text: &str) -> String {
    sanitize::line(text, usize::MAX)
}

/// `word` as it may be pasted into a shell.
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./=,:@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The formats by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: the words underlined, the question, what to do.
    #[default]
    Human,
    /// A line a finding.
    Concise,
    /// For programs; see `summary` and `findings` in its output.
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a pull request.
    Github,
    /// For people whose commit is checked: the verdict first, and not too much.
    Hook(Rest),
}

/// A way to show a report.
trait Render {
    /// Writes the report to `out`.
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()>;
}

/// How much of it, and in which dress.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Whether to use colour.
    pub color: bool,
    /// Findings only: no notices and no verdict.
    pub quiet: bool,
}

/// Writes `report` in `format` to `out`.
pub fn render(
    report: &Report,
    format: Format,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let format: &dyn Render = match format {
        Format::Human => &human::Human(style),
        Format::Concise => &concise::Concise(style),
        Format::Json => &json::Json,
        Format::Github => &github::Github(style),
        Format::Hook(rest) => &hook::Hook { style, rest },
    };
    format.render(report, out)
}
