//! What was in a post before the change that is checked.

use rustc_hash::FxHashSet;

use super::{Job, World, lint};
use crate::finding::{FileReport, Finding, fold_blanks};
use crate::post::Change;
use crate::span::Span;

/// Takes out of `report` what the change did not bring, and counts it. Left is
/// what stands on a line that is new, and what the earlier versions did not
/// have there: a claim whose evidence was deleted, a post that has become too
/// long.
pub(super) fn hide(job: &Job, report: &mut FileReport, world: World<'_>) {
    let earlier: Vec<&str> = job.before.iter().map(|text| &**text).collect();
    if earlier.is_empty() || report.findings.is_empty() {
        return;
    }
    let change = Change::between(&earlier, &job.text);
    let is_on_old_line = |finding: &Finding| {
        let Span { start, end } = finding.span;
        // A line break at its end is not in the line below.
        let last = end.saturating_sub(1).max(start);
        let lines = report.lines().line(start)..=report.lines().line(last);
        finding.waived.is_none() && !change.touches(lines)
    };
    let is_old: Vec<bool> = report.findings.iter().map(is_on_old_line).collect();
    if !is_old.contains(&true) {
        return;
    }
    let known: Vec<FxHashSet<Known>> = job
        .before
        .iter()
        .map(|text| known(&lint(&earlier_job(job, text), world)))
        .collect();
    let was_there = |finding: &Finding| {
        let line = report.lines().line(finding.span.start);
        let has = |(nth, known): (usize, &FxHashSet<Known>)| {
            let was_at = change.was_at(nth, line);
            was_at.is_some_and(|line| known.contains(&Known::of(report, finding, line)))
        };
        known.iter().enumerate().any(has)
    };
    let is_older: Vec<bool> = std::iter::zip(&report.findings, is_old)
        .map(|(finding, is_old)| is_old && was_there(finding))
        .collect();
    report.older = is_older.iter().filter(|is_older| **is_older).count();
    let mut is_older = is_older.into_iter();
    report
        .findings
        .retain(|_| !is_older.next().unwrap_or_default());
}

fn earlier_job(job: &Job, text: &std::sync::Arc<str>) -> Job {
    Job {
        text: text.clone(),
        before: Vec::new(),
        ..job.clone()
    }
}

/// What a version says and where: a rule, words with their blanks folded, the
/// line they begin in.
#[derive(PartialEq, Eq, Hash)]
struct Known(String, String, usize);

impl Known {
    fn of(report: &FileReport, finding: &Finding, line: usize) -> Known {
        let words = fold_blanks(report.words(finding));
        Known(finding.rule.to_string(), words, line)
    }
}

/// What is found in an earlier version, and not waived there.
fn known(report: &FileReport) -> FxHashSet<Known> {
    let open = report.findings.iter().filter(|f| f.waived.is_none());
    open.map(|finding| {
        let line = report.lines().line(finding.span.start);
        Known::of(report, finding, line)
    })
    .collect()
}
