//! A line a finding, as editors and `grep` like it.

use std::io::{self, Write};

use super::verdict::{not_checked, summary};
use super::{Render, Style, sanitize};
use crate::finding::{FileReport, Finding, Report};

pub(super) struct Concise(pub(super) Style);

impl Render for Concise {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in report.open_findings() {
            writeln!(out, "{}", line(file, finding))?;
        }
        if self.0.quiet {
            return write!(out, "{}", not_checked(report, |skipped| skipped.broken));
        }
        write!(out, "{}", summary(report))
    }
}

/// A finding in a line.
pub(super) fn line(file: &FileReport, finding: &Finding) -> String {
    let start = file.start(finding);
    let place = if file.is_picture {
        String::new()
    } else {
        format!(":{}:{}", start.line, start.column)
    };
    format!(
        "{}{place}: {}[{}] {}",
        sanitize::line(&file.path, usize::MAX),
        finding.level,
        finding.rule,
        sanitize::line(&finding.message, 300),
    )
}
