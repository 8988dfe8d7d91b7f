//! Linting a picture that no post shows.

use super::{Job, World, is_always_shown, waivers_for, with_bench};
use crate::finding::{FileReport, Finding, Findings};
use crate::post::Post;
use crate::waiver;

/// Checks the picture at the path of `job`, whose text is empty.
pub fn lint_picture(job: &Job, world: World<'_>) -> FileReport {
    let post = Post::parse(job.path.clone(), "", job.generator);
    let policy = job.layers.for_post(&post);
    let mut findings: Vec<Finding> = Vec::new();
    if let Some(facts) = world.site.picture(&job.path) {
        for rule in &policy.rules {
            let mut out = Findings::new(rule.entry.meta.id, rule.level, rule.decided_by.clone());
            rule.check.check_picture(&job.path, &facts, &mut out);
            findings.extend(out.into_vec());
        }
    }
    with_bench(job, &policy, true, world, |bench| {
        waiver::settle(&post, &waivers_for(job, &policy), bench, &mut findings)
    });
    for finding in &mut findings {
        let picture = finding.picture.as_ref();
        finding.fingerprint = picture
            .map(|picture| picture.fingerprint(&finding.rule))
            .unwrap_or_default();
        finding.always_shown = is_always_shown(finding, &policy);
    }
    let mut report = FileReport::new(job.path.clone(), job.text.clone(), findings);
    report.pages = policy.pages.clone();
    report.fail_on = policy.fail_on;
    report.is_picture = true;
    report
}
