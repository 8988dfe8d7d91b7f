//! For people whose commit is checked: the verdict first, and no more than a
//! window holds, since git and other hooks speak too.

use std::io::{self, Write};

use super::verdict::{not_checked, notices, plural, verdict};
use super::{Render, Style, concise, harmless, human, shell_word};
use crate::finding::{FileReport, Finding, Report};

/// Where the findings can be seen that are not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// In what is staged.
    #[default]
    Staged,
    /// In the files on disk: git takes out of the index again what it put there
    /// for this commit.
    Disk,
    /// Nowhere.
    Nowhere,
}

pub(super) struct Hook {
    pub(super) style: Style,
    pub(super) rest: Rest,
}

/// Lines in all; the hook adds one that says what became of the commit.
const MOST: usize = 39;
/// Lines behind the verdict that are not about findings.
const MOST_REMARKS: usize = 8;
/// Posts that the command for the rest names; for more it asks for all.
const MOST_PATHS: usize = 10;

impl Render for Hook {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let head = verdict(report) + &remarks(report);
        out.write_all(head.as_bytes())?;
        let mut findings: Vec<_> = report.open_findings().collect();
        // The heaviest first; those of one weight stay in their order.
        findings.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.level));
        // One line is for what was not shown.
        let mut left = MOST.saturating_sub(head.lines().count() + 1);
        let mut shown = 0;
        for (file, finding) in &findings {
            let Some(text) = self.fitting(file, finding, left, shown == 0)? else {
                break;
            };
            left -= text.lines().count();
            shown += 1;
            out.write_all(text.as_bytes())?;
        }
        let more = findings.len() - shown;
        if more > 0 {
            let more = plural(more, "more finding", "more findings");
            match self.command(report) {
                Some(command) => writeln!(out, "{more}: {command}")?,
                None => writeln!(out, "{more}")?,
            }
        }
        Ok(())
    }
}

impl Hook {
    /// A finding that fits into `lines`: whole, or when it is the first and too
    /// long for that, in a line.
    fn fitting(
        &self,
        file: &FileReport,
        finding: &Finding,
        lines: usize,
        is_first: bool,
    ) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        human::show(file, finding, self.style.color, &mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(if text.lines().count() <= lines {
            Some(text)
        } else {
            is_first.then(|| concise::line(file, finding) + "\n")
        })
    }

    /// The command that shows all findings.
    fn command(&self, report: &Report) -> Option<String> {
        match self.rest {
            Rest::Staged => Some("sayso check --staged".to_owned()),
            Rest::Nowhere => None,
            Rest::Disk => {
                let mut command = "sayso check".to_owned();
                if report.files.len() <= MOST_PATHS {
                    for file in &report.files {
                        command.push(' ');
                        command.push_str(&shell_word(&file.path));
                    }
                }
                Some(harmless(&command))
            }
        }
    }
}

/// What is not about findings: first what makes the check fail.
fn remarks(report: &Report) -> String {
    let all = not_checked(report, |skipped| skipped.broken)
        + &notices(report)
        + &not_checked(report, |skipped| !skipped.broken);
    let count = all.lines().count();
    if count <= MOST_REMARKS {
        return all;
    }
    let mut out = String::new();
    for line in all.lines().take(MOST_REMARKS - 1) {
        out.push_str(line);
        out.push('\n');
    }
    out + &format!("and {} more like these\n", count - (MOST_REMARKS - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Findings, Level};
    use crate::span::Span;

    #[test]
    fn a_finding_that_is_longer_than_all_is_shown_in_a_line() {
        let mut found = Findings::new("acme/no-synergy", Level::Error, None);
        let giant = found.report(Span::new(0, 3), "say it in other words");
        for _ in 0..20 {
            giant.note("in other words, ".repeat(30));
        }
        found.report(Span::new(4, 7), "say this, too");
        let file = FileReport::new("a.md", "The synergy.".into(), found.into_vec());
        let report = Report {
            posts: 1,
            files: vec![file],
            ..Report::default()
        };
        let hook = Hook {
            style: Style::default(),
            rest: Rest::Staged,
        };
        let mut out = Vec::new();
        hook.render(&report, &mut out).expect("a report");
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(out.lines().count() <= MOST, "{out}");
        let line = "\na.md:1:1: error[acme/no-synergy] say it in other words\n";
        assert!(out.contains(line), "{out}");
        assert!(out.contains("a.md:1:5"), "{out}");
    }
}
