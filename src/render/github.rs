//! Workflow commands for GitHub Actions: annotations beside the lines of a
//! pull request.
//!
//! The text of a post is anybody's; a line break in it must not start a
//! command. GitHub keeps ten annotations of each kind a step, so errors come
//! first, and the verdict tells the true totals.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::verdict::summary;
use super::{Render, Style, sanitize};
use crate::finding::{FileReport, Finding, Level, Report};

pub(super) struct Github(pub(super) Style);

impl Render for Github {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let mut findings: Vec<_> = report.open_findings().collect();
        findings.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.level));
        for (file, finding) in findings {
            writeln!(out, "{}", command(file, finding))?;
        }
        for skipped in &report.skipped {
            let kind = if skipped.broken { "error" } else { "warning" };
            writeln!(
                out,
                "::{kind} file={},title=not checked::{}",
                property(&skipped.path),
                data(&skipped.reason)
            )?;
        }
        if self.0.quiet {
            return Ok(());
        }
        for line in summary(report).lines() {
            writeln!(out, "{}", plain(line))?;
        }
        Ok(())
    }
}

fn command(file: &FileReport, finding: &Finding) -> String {
    let kind = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice | Level::Off => "notice",
    };
    let mut line = format!("::{kind} file={}", property(&file.path));
    let (start, end) = (file.start(finding), file.end(finding));
    // Columns are shown only where both ends are on one line.
    let _ = if file.is_picture {
        Ok(())
    } else if start.line == end.line {
        write!(
            line,
            ",line={},col={},endLine={},endColumn={}",
            start.line, start.column, end.line, end.column
        )
    } else {
        write!(line, ",line={},endLine={}", start.line, end.line)
    };
    let mut message = finding.message.clone();
    let label = Some(&finding.label).filter(|label| !label.is_empty());
    for line in label.into_iter().chain(&finding.notes) {
        let _ = write!(message, "\n{line}");
    }
    if let Some(help) = &finding.help {
        let _ = write!(message, "\n{help}");
    }
    if let Some(question) = finding.question() {
        let _ = write!(message, "\n{question}");
    }
    let _ = write!(
        line,
        ",title={}::{}",
        property(&finding.rule),
        data(&message)
    );
    line
}

/// A message: the characters that end a command are written in percent, and
/// those that a terminal would obey as stand-ins.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c => out.push(sanitize::visible(c)),
        }
    }
    out
}

/// A property: those that end a property as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line of plain output that cannot be taken for a command.
fn plain(text: &str) -> String {
    sanitize::line(text, usize::MAX).replace("::", ": :")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::span::Span;

    fn only(path: &str, text: &str, span: Span, message: &str) -> String {
        let mut out = Findings::new("evidence/superlative", Level::Warning, None);
        out.report(span, message);
        let file = FileReport::new(path, text.into(), out.into_vec());
        command(&file, &file.findings[0])
    }

    #[test]
    fn what_a_post_says_cannot_become_a_command() {
        let line = only("a,b:c.md", "x", Span::new(0, 1), "50%\r\n::error::gotcha");
        assert!(!line.contains('\n'), "{line}");
        assert!(
            line.starts_with("::warning file=a%2Cb%3Ac.md,line=1,col=1,endLine=1,endColumn=2,")
        );
        assert!(line.contains("::50%25%0D%0A::error::gotcha%0A"), "{line}");
    }

    #[test]
    fn columns_are_left_out_over_lines() {
        let line = only("a.md", "x\ny", Span::new(0, 3), "m");
        assert!(line.contains("line=1,endLine=2,title="), "{line}");
    }
}
