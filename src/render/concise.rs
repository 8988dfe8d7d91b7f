//! A line a finding, as editors and `grep` like it.

use std::io::{self, Write};

use super::{Render, Style, sanitize, verdict};
use crate::finding::Report;

pub(super) struct Concise(pub(super) Style);

impl Render for Concise {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in report.open_findings() {
            let start = file.start(finding);
            writeln!(
                out,
                "{}:{}:{}: {}[{}] {}",
                sanitize::line(&file.path, usize::MAX),
                start.line,
                start.column,
                finding.level,
                finding.rule,
                sanitize::line(&finding.message, 300),
            )?;
        }
        if self.0.quiet {
            return Ok(());
        }
        for skipped in &report.skipped {
            writeln!(
                out,
                "{}: not checked: {}",
                sanitize::line(&skipped.path, usize::MAX),
                sanitize::line(&skipped.reason, 300)
            )?;
        }
        for notice in &report.notices {
            writeln!(out, "{}", sanitize::line(notice, 300))?;
        }
        write!(out, "{}", verdict(report))
    }
}
