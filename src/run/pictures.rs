//! Pictures that a change leaves behind and no post shows, and the fixes that
//! change a picture.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::loading::Loaded;
use super::site::Files;
use crate::baseline::Baseline;
use crate::engine::{self, World};
use crate::finding::{FileReport, Finding, Report};
use crate::picture::Trace;

/// Checks the pictures of `loaded`, but those that a post in `files` is told of.
pub(super) fn lint(loaded: &Loaded, files: &[FileReport], world: World<'_>) -> Vec<FileReport> {
    let findings = files.iter().flat_map(|file| &file.findings);
    let told: BTreeSet<&str> = findings
        .filter_map(|finding| Some(finding.picture.as_ref()?.path.as_str()))
        .collect();
    let jobs = loaded.pictures.iter();
    jobs.filter(|job| !told.contains(job.path.as_str()))
        .map(|job| engine::lint_picture(job, world))
        .collect()
}

/// Takes out of pictures what can go, but for what is `known`, and looks again at
/// what shows them. A picture that cannot be written stays as it is, and that is said.
pub(super) fn fix(
    loaded: &Loaded,
    files: &mut [FileReport],
    known: &Baseline,
    root: &Path,
    site: &Files<'_>,
    world: World<'_>,
    report: &mut Report,
) {
    let mut cleaned = BTreeSet::new();
    for (path, fixes) in fixable(files, known) {
        let traces: Vec<Trace> = fixes.into_keys().collect();
        match site.clean(root, &path, &traces) {
            Ok(()) => {
                report.fixed += traces.len();
                cleaned.insert(path);
            }
            Err(why) => report.notices.push(format!("{path} was not fixed: {why}")),
        }
    }
    let is_about_cleaned = |finding: &Finding| {
        let picture = finding.picture.as_ref();
        picture.is_some_and(|picture| cleaned.contains(&picture.path))
    };
    for file in files {
        if !file.findings.iter().any(is_about_cleaned) {
            continue;
        }
        let jobs = if file.is_picture {
            &loaded.pictures
        } else {
            &loaded.jobs
        };
        let job = jobs.iter().find(|job| job.path == file.path);
        *file = match job {
            Some(job) if file.is_picture => engine::lint_picture(job, world),
            Some(job) => engine::lint(job, world),
            None => continue,
        };
    }
}

/// What [`fix`] would do, in words.
pub(super) fn offers(files: [&Vec<FileReport>; 2], known: &Baseline) -> Vec<String> {
    let fixes = files
        .into_iter()
        .flat_map(|files| fixable(files, known).into_values());
    fixes
        .flat_map(BTreeMap::into_values)
        .map(|title| format!("--fix would {title}"))
        .collect()
}

/// The titles of the fixes, by picture and by what goes, but for what is waived
/// or `known`.
fn fixable(files: &[FileReport], known: &Baseline) -> BTreeMap<String, BTreeMap<Trace, String>> {
    let mut fixes: BTreeMap<String, BTreeMap<Trace, String>> = BTreeMap::new();
    for file in files {
        let is_open =
            |finding: &&Finding| finding.waived.is_none() && !known.knows(&file.path, finding);
        for finding in file.findings.iter().filter(is_open) {
            if let (Some(picture), Some(fix)) = (&finding.picture, &finding.fix)
                && picture.can_go
            {
                let of_picture = fixes.entry(picture.path.clone()).or_default();
                of_picture.insert(picture.trace, fix.title.clone());
            }
        }
    }
    fixes
}
