//! What was in a post before the change that is checked.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::{Job, lint};
use crate::finding::{FileReport, Finding, fold_blanks};
use crate::post::Change;

/// Takes out of `report` what the change did not bring, and counts it. Left is
/// what stands on a line that is new, and what the earlier versions did not
/// have: a claim whose evidence was deleted, a post that has become too long.
pub(super) fn hide(job: &Job, report: &mut FileReport, today: Date) {
    let earlier: Vec<&str> = job.before.iter().map(|text| &**text).collect();
    if earlier.is_empty() || report.findings.is_empty() {
        return;
    }
    let change = Change::between(&earlier, &job.text);
    let is_on_old_line = |finding: &Finding| {
        let lines = report.lines().line(finding.span.start)..=report.lines().line(finding.span.end);
        finding.waived.is_none() && !change.touches(lines)
    };
    let is_old: Vec<bool> = report.findings.iter().map(is_on_old_line).collect();
    if !is_old.contains(&true) {
        return;
    }
    let mut known: Vec<Known> = job
        .before
        .iter()
        .map(|text| Known::of(&lint(&earlier_job(job, text), today)))
        .collect();
    let mut kept = Vec::new();
    let findings = std::mem::take(&mut report.findings);
    for (finding, is_old) in findings.into_iter().zip(is_old) {
        let words = finding.span.slice(&job.text);
        // Every version uses up its own.
        let taken = |known: &mut Known| known.take(&finding.rule, words);
        let was_there = is_old && known.iter_mut().map(taken).fold(false, |a, b| a | b);
        if was_there {
            report.older += 1;
        } else {
            kept.push(finding);
        }
    }
    report.findings = kept;
}

fn earlier_job(job: &Job, text: &std::sync::Arc<str>) -> Job {
    Job {
        text: text.clone(),
        before: Vec::new(),
        ..job.clone()
    }
}

/// How often a version says what: by rule and words, their blanks folded.
struct Known(FxHashMap<(String, String), usize>);

impl Known {
    fn of(report: &FileReport) -> Known {
        let mut counts = FxHashMap::default();
        for finding in &report.findings {
            if finding.waived.is_none() {
                let key = Known::key(&finding.rule, report.words(finding));
                *counts.entry(key).or_default() += 1;
            }
        }
        Known(counts)
    }

    fn key(rule: &str, words: &str) -> (String, String) {
        (rule.to_owned(), fold_blanks(words))
    }

    /// True when it says this once more.
    fn take(&mut self, rule: &str, words: &str) -> bool {
        match self.0.get_mut(&Known::key(rule, words)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}
