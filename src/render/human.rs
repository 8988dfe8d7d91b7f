//! For people: the words underlined in their line, the question, what to do.
//!
//! The only home of codespan-reporting. It does not sanitise and does not crop,
//! so it is shown a [`View`]: the few lines a finding is about, made harmless
//! and cut to a window around the words.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::{AnsiColor, Reset, Style as Ansi};
use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Config, WriteStyle};

use super::verdict::{not_checked, summary};
use super::{Render, Style, sanitize};
use crate::finding::{FileReport, Finding, Level, Report};
use crate::wrap::wrap;

pub(super) struct Human(pub(super) Style);

/// How many characters of a message or a help are shown, and how many in a line.
const MAX_TEXT: usize = 600;
const WIDTH: usize = 92;

impl Render for Human {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let mut shown = Shown::default();
        for (file, finding) in report.open_findings() {
            if !shown.admits(&file.path, &finding.rule) {
                continue;
            }
            show(file, finding, self.0.color, out)?;
        }
        shown.tell(out)?;
        if self.0.quiet {
            return write!(out, "{}", not_checked(report, |skipped| skipped.broken));
        }
        write!(out, "{}", summary(report))
    }
}

/// Writes one finding, and an empty line behind it.
pub(super) fn show(
    file: &FileReport,
    finding: &Finding,
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut styled = Styled {
        out,
        color,
        level: finding.level,
        word_due: false,
    };
    let view = View::new(file, finding);
    let diagnostic = diagnostic(file, finding, &view);
    term::emit_to_write_style(&mut styled, &Config::default(), &view, &diagnostic).map_err(io_error)
}

/// How often a rule was shown for a file: the thousandth placeholder of a post
/// tells nobody more than the tenth.
#[derive(Default)]
struct Shown<'a> {
    counts: Vec<(&'a str, &'a str, usize)>,
}

/// Findings of one rule that are shown for one file.
const MOST: usize = 100;

impl<'a> Shown<'a> {
    /// Counts a finding; false when enough like it were shown. Findings come
    /// file by file.
    fn admits(&mut self, path: &'a str, rule: &'a str) -> bool {
        let known = self
            .counts
            .iter_mut()
            .rev()
            .take_while(|(other, ..)| *other == path)
            .find(|(_, other, _)| *other == rule);
        match known {
            Some((.., count)) => {
                *count += 1;
                *count <= MOST
            }
            None => {
                self.counts.push((path, rule, 1));
                true
            }
        }
    }

    /// Says how many were not shown.
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        for (path, rule, count) in self.counts.iter().filter(|(.., count)| *count > MOST) {
            let path = sanitize::line(path, usize::MAX);
            let more = count - MOST;
            writeln!(
                out,
                "{path}: {more} more of {rule}; --format concise lists them all"
            )?;
        }
        Ok(())
    }
}

fn io_error(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    }
}

fn diagnostic(file: &FileReport, finding: &Finding, view: &View) -> Diagnostic<()> {
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Advice | Level::Off => Severity::Note,
    };
    let mut notes = Vec::new();
    if file.is_picture {
        notes.push(format!("{}: {}", file.path, finding.label));
    }
    notes.extend(finding.question().map(|question| question.to_string()));
    notes.extend(finding.notes.iter().cloned());
    notes.extend(finding.help.as_ref().map(|help| format!("help: {help}")));
    if finding.is_safely_fixable() {
        notes.push("fix: `sayso check --fix` does this for you".to_owned());
    }
    notes.extend(
        finding
            .decided_by
            .as_ref()
            .map(ToString::to_string)
            .map(|place| format!("set in {place}")),
    );
    if finding.question().is_some() {
        let page = file.pages.url.as_deref();
        let explain = format!("sayso explain {}", finding.rule);
        notes.push(match page {
            Some(page) => format!("policy: {page} · {explain}"),
            None => explain,
        });
    }
    // A picture has no line to show.
    let label = (!file.is_picture).then(|| {
        Label::primary((), view.label.clone())
            .with_message(sanitize::line(&finding.label, MAX_TEXT))
    });
    Diagnostic::new(severity)
        .with_code(finding.rule.as_ref())
        .with_message(sanitize::line(&finding.message, MAX_TEXT))
        .with_labels(label.into_iter().collect())
        .with_notes(
            notes
                .into_iter()
                .map(|note| wrap(&sanitize::line(&note, MAX_TEXT), WIDTH))
                .collect(),
        )
}

/// The lines a finding is about, as they may be shown.
struct View {
    path: String,
    text: String,
    /// Where each shown line starts in `text`.
    starts: Vec<usize>,
    /// The number of the first one in the file.
    first_line: usize,
    /// The column of the words in the file.
    column: usize,
    /// The words in `text`.
    label: Range<usize>,
}

/// How many lines of a finding are shown, and how many characters of a line.
const MAX_LINES: usize = 6;
const WINDOW: usize = 160;
/// Characters shown in front of the words when a line is cut.
const LEAD: usize = 60;

impl View {
    fn new(file: &FileReport, finding: &Finding) -> View {
        let start = file.start(finding);
        // A span that ends with a line break ends on the line before it.
        let words = file.words(finding).trim_end();
        let end_byte = finding.span.start as usize + words.len();
        let last = file
            .lines()
            .line(end_byte as u32)
            .min(start.line + MAX_LINES - 1);
        let mut view = View {
            path: sanitize::line(&file.path, usize::MAX),
            text: String::new(),
            starts: Vec::new(),
            first_line: start.line,
            column: start.column,
            label: 0..0,
        };
        for number in start.line..=last {
            let line = file.lines().line_span(&file.text, number);
            let from = if number == start.line {
                finding.span.start as usize
            } else {
                line.start as usize
            };
            let to = end_byte.min(line.end as usize).max(from);
            view.push(&file.text, line.range(), from..to, number == start.line);
        }
        view
    }

    /// Adds a line, cut to a window around the part of the words on it.
    fn push(&mut self, source: &str, line: Range<usize>, words: Range<usize>, is_first: bool) {
        self.starts.push(self.text.len());
        let window = window(source, &line, words.start);
        if window.start > line.start {
            self.text.push('…');
        }
        for (at, c) in source[window.clone()].char_indices() {
            let at = window.start + at;
            if at == words.start && is_first {
                self.label.start = self.text.len();
            }
            // A byte order mark has no column and is not shown.
            if at > 0 || c != crate::span::BOM {
                self.text.push(sanitize::visible(c));
            }
            if at < words.end {
                self.label.end = self.text.len();
            }
        }
        if window.end == words.start && is_first {
            self.label.start = self.text.len();
        }
        self.label.end = self.label.end.max(self.label.start);
        if window.end < line.end {
            self.text.push('…');
        }
        self.text.push('\n');
    }
}

/// The part of `line` to show around byte `at`: all of it, when that is short.
fn window(source: &str, line: &Range<usize>, at: usize) -> Range<usize> {
    let before = &source[line.start..at];
    let back = |count: usize| before.char_indices().rev().nth(count - 1).map(|(at, _)| at);
    let start = match back(WINDOW - LEAD + 1) {
        Some(_) => line.start + back(LEAD).unwrap_or_default(),
        None => line.start,
    };
    let end = source[start..line.end]
        .char_indices()
        .nth(WINDOW)
        .map_or(line.end, |(at, _)| start + at);
    start..end
}

impl<'a> Files<'a> for View {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.path)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        Ok(self
            .starts
            .partition_point(|&start| start <= byte)
            .saturating_sub(1))
    }

    fn line_number(&'a self, (): (), line: usize) -> Result<usize, Error> {
        Ok(self.first_line + line)
    }

    fn column_number(&'a self, (): (), line: usize, byte: usize) -> Result<usize, Error> {
        if byte == self.label.start {
            return Ok(self.column);
        }
        let start = self.starts.get(line).copied().unwrap_or_default();
        Ok(self.text[start..byte].chars().count() + 1)
    }

    fn line_range(&'a self, (): (), line: usize) -> Result<Range<usize>, Error> {
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let end = self
            .starts
            .get(line + 1)
            .copied()
            .unwrap_or(self.text.len());
        Ok(start..end)
    }
}

/// A writer that knows the colours, and our word for the lightest level,
/// which codespan calls a note.
struct Styled<'a> {
    out: &'a mut dyn Write,
    color: bool,
    level: Level,
    /// True between the start of a header and its first word.
    word_due: bool,
}

impl Styled<'_> {
    fn style(&mut self, style: Ansi) -> io::Result<()> {
        if self.color {
            write!(self.out, "{Reset}{style}")?;
        }
        Ok(())
    }

    fn level_color(&self) -> Ansi {
        let color = match self.level {
            Level::Error => AnsiColor::Red,
            Level::Warning => AnsiColor::Yellow,
            Level::Advice | Level::Off => AnsiColor::Cyan,
        };
        color.on_default()
    }
}

impl Write for Styled<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::mem::take(&mut self.word_due) {
            self.out.write_all(self.level.name().as_bytes())?;
            return Ok(bytes.len());
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl WriteStyle for Styled<'_> {
    fn set_header(&mut self, _severity: Severity) -> io::Result<()> {
        self.style(self.level_color().bold())?;
        self.word_due = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.style(Ansi::new().bold())
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.style(AnsiColor::Blue.on_default())
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.style(AnsiColor::Blue.on_default())
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.style(AnsiColor::Blue.on_default())
    }

    fn set_label(&mut self, _severity: Severity, _style: LabelStyle) -> io::Result<()> {
        self.style(self.level_color())
    }

    fn reset(&mut self) -> io::Result<()> {
        if self.color {
            write!(self.out, "{Reset}")?;
        }
        Ok(())
    }
}
