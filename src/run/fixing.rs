//! `--fix` and `--diff`: the same fixes, written or shown.

use similar::TextDiff;

use super::loading::Loaded;
use crate::baseline::Baseline;
use crate::engine::{self, Job, Settled, World};
use crate::finding::{FileReport, Finding, Report, Secrets};
use crate::source::{self, Place};

/// Applies the safe fixes to the posts of `loaded`, but for findings that are
/// `known`; what comes back is what is left to say. A file that cannot be
/// written stays as it is, and that is said.
pub(super) fn apply(
    loaded: &Loaded,
    files: Vec<FileReport>,
    known: &Baseline,
    world: World<'_>,
    report: &mut Report,
) -> Vec<FileReport> {
    let mut left = Vec::with_capacity(files.len());
    for ((job, place), first) in loaded.jobs.iter().zip(&loaded.places).zip(files) {
        let (Some(settled), Place::Disk(path)) = (settle(job, &first, known, world), place) else {
            left.push(first);
            continue;
        };
        match source::replace(path, job.text.as_bytes(), settled.text.as_bytes()) {
            Ok(()) => {
                report.fixed += settled.fixed;
                left.push(settled.report);
            }
            Err(why) => {
                let notice = format!("{} was not fixed: {why}", job.path);
                report.notices.push(notice);
                left.push(first);
            }
        }
    }
    left
}

/// What [`apply`] would write, as a unified diff in which secrets are masked.
pub(super) fn diff(
    jobs: &[Job],
    files: &[FileReport],
    known: &Baseline,
    world: World<'_>,
) -> String {
    let mut secrets = Secrets::default();
    for file in files {
        secrets.add(&file.text, file.secrets.iter().copied());
    }
    let mut out = String::new();
    for (job, first) in jobs.iter().zip(files) {
        let Some(settled) = settle(job, first, known, world) else {
            continue;
        };
        let left = &settled.report.secrets;
        secrets.add(&settled.text, left.iter().copied());
        let before = secrets.mask(&job.text, first.secrets.iter().copied());
        let after = secrets.mask(&settled.text, left.iter().copied());
        let diff = TextDiff::from_lines(&*before, &*after);
        let (old, new) = (format!("a/{}", job.path), format!("b/{}", job.path));
        out.push_str(&diff.unified_diff().header(&old, &new).to_string());
    }
    out
}

/// The post after its safe fixes, when there are any.
fn settle(job: &Job, first: &FileReport, known: &Baseline, world: World<'_>) -> Option<Settled> {
    let is_wanted = |finding: &Finding| !known.knows(&job.path, finding);
    let mut fixable = first.findings.iter().filter(|one| one.is_safely_fixable());
    fixable
        .any(is_wanted)
        .then(|| engine::settle(job, world, is_wanted))?
}
