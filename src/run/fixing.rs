//! `--fix` and `--diff`: the same fixes, written or shown.

use jiff::civil::Date;
use similar::TextDiff;

use crate::engine::{self, Job};
use crate::finding::{FileReport, Finding, Report};
use crate::source::{self, Place, SourceFile};

/// Applies the safe fixes to the files of `jobs`; what comes back is what is
/// left to say. A file that cannot be written stays as it is, and that is said.
pub(super) fn apply(
    jobs: &[Job],
    files: &[SourceFile],
    reports: Vec<FileReport>,
    today: Date,
    report: &mut Report,
) -> Vec<FileReport> {
    jobs.iter()
        .zip(files)
        .zip(reports)
        .map(|((job, file), first)| {
            if !first.findings.iter().any(Finding::is_safely_fixable) {
                return first;
            }
            let unfixed = engine::lint(job, today);
            let settled = engine::settle(job, first, today);
            let Place::Disk(path) = &file.place else {
                return unfixed;
            };
            if settled.fixed == 0 {
                return settled.report;
            }
            match source::replace(path, &job.text, &settled.text) {
                Ok(()) => {
                    report.fixed += settled.fixed;
                    settled.report
                }
                Err(why) => {
                    report
                        .notices
                        .push(format!("{} was not fixed: {why}", job.path));
                    unfixed
                }
            }
        })
        .collect()
}

/// What [`apply`] would write, as a unified diff.
pub(super) fn diff(jobs: &[Job], reports: Vec<FileReport>, today: Date) -> String {
    let mut out = String::new();
    for (job, first) in jobs.iter().zip(reports) {
        if !first.findings.iter().any(Finding::is_safely_fixable) {
            continue;
        }
        let settled = engine::settle(job, first, today);
        if settled.fixed > 0 {
            let diff = TextDiff::from_lines(&*job.text, &*settled.text);
            let (old, new) = (format!("a/{}", job.path), format!("b/{}", job.path));
            out.push_str(&diff.unified_diff().header(&old, &new).to_string());
        }
    }
    out
}
