//! Linting: one post, many posts in parallel, and fixing until nothing changes.

use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::{FileReport, Finding, Findings, Fingerprints, Question};
use crate::fix::{self, Applicability, Fix};
use crate::policy::{ActiveRule, Layers};
use crate::post::{Generator, Post};
use crate::rules::{Check, Context, GivenWaiver};
use crate::waiver::{self, PolicyWaiver};

/// A post as it was read, with the policy that applies to it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Path from the root of the repo.
    pub path: String,
    /// What makes a page of it.
    pub generator: Generator,
    /// The file.
    pub text: Arc<str>,
    /// The policy files that apply to it.
    pub layers: Arc<Layers>,
}

/// Checks one post. The findings come in the order of the text.
pub fn lint(job: &Job, today: Date) -> FileReport {
    let post = Post::parse(job.path.clone(), job.text.clone(), job.generator);
    let policy = &*job.layers.for_post(&post);
    let prose = post.prose();
    let hits = policy.lexicon.search(
        prose.text(),
        prose.blocks().iter().map(|block| block.text.clone()),
    );

    let context = |number: usize| Context {
        today,
        company: &policy.company,
        hits: hits.get(number).map_or(&[], Vec::as_slice),
        waivers: &[],
    };
    let run = |rule: &ActiveRule, number: usize, waivers: &[GivenWaiver]| -> Vec<Finding> {
        let context = Context {
            waivers,
            ..context(number)
        };
        let mut out = Findings::new(rule.entry.meta.id, rule.level, rule.decided_by.clone());
        rule.check.check(&post, &context, &mut out);
        out.into_vec()
    };
    let is_english = post
        .language(policy.language.as_deref())
        .is_none_or(|code| code.eq_ignore_ascii_case("en"));
    let (rules, left_out): (Vec<_>, Vec<_>) = policy
        .rules
        .iter()
        .enumerate()
        .partition(|(_, rule)| is_english || !rule.entry.meta.reads_english);
    // Judgement is passed on the waivers, when it is known what they cover.
    let (judgement, others): (Vec<_>, Vec<_>) = rules
        .iter()
        .partition(|(_, rule)| rule.entry.meta.question() == Question::Judgement);
    let mut findings: Vec<Finding> = others
        .into_iter()
        .flat_map(|&(number, rule)| run(rule, number, &[]))
        .collect();
    for (number, own) in policy.own.iter().enumerate() {
        let id = own.rule.id().to_owned();
        let mut out = Findings::new(id, own.level, own.decided_by.clone());
        let context = context(policy.rules.len() + number);
        own.rule.check(&post, &context, &mut out);
        findings.extend(out.into_vec());
    }
    findings.sort_by_key(|finding| finding.span);
    let ran = |id: &str| {
        rules.iter().any(|(_, rule)| rule.entry.meta.id == id)
            || policy.own.iter().any(|own| own.rule.id() == id)
    };
    let waivers = waiver::settle(&waiver::find(&post), today, &mut findings, ran);
    for &(number, rule) in judgement {
        findings.extend(run(rule, number, &waivers));
    }
    let by_policy: Vec<&PolicyWaiver> = policy
        .waivers
        .iter()
        .filter(|waiver| waiver.path == job.path)
        .collect();
    waiver::settle_by_policy(&by_policy, today, &mut findings);

    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    let mut fingerprints = Fingerprints::new(&job.path);
    for finding in &mut findings {
        finding.fingerprint = fingerprints.next(&finding.rule, post.slice(finding.span));
    }
    let mut report = FileReport::new(job.path.clone(), job.text.clone(), findings);
    report.pages = policy.pages.clone();
    report.fail_on = policy.fail_on;
    report.is_foreign = !left_out.is_empty();
    report
}

/// Checks many posts, on as many threads as the pool has. The reports come in
/// the order of the jobs, whatever the number of threads.
pub fn lint_all(jobs: &[Job], today: Date) -> Vec<FileReport> {
    use rayon::prelude::*;
    jobs.par_iter().map(|job| lint(job, today)).collect()
}

/// A post after its safe fixes.
#[derive(Debug)]
pub struct Settled {
    /// The new text.
    pub text: Arc<str>,
    /// How many fixes went in.
    pub fixed: usize,
    /// What is left to say about the new text.
    pub report: FileReport,
}

/// How often fixes may follow from fixes.
const ROUNDS: usize = 10;

/// Applies safe fixes and checks again until nothing is left to fix. None when
/// there is nothing to fix; and when fixing adds a finding, or does not come to
/// rest, since then the text is better left alone.
pub fn settle(job: &Job, today: Date) -> Option<Settled> {
    let mut job = job.clone();
    let mut report = lint(&job, today);
    let before = count_open(&report);
    let mut fixed = 0;
    for _ in 0..ROUNDS {
        let result = fix::apply(&job.text, applicable(&report.findings));
        if result.applied == 0 {
            let is_better = fixed > 0 && count_open(&report) < before;
            return is_better.then_some(Settled {
                text: job.text,
                fixed,
                report,
            });
        }
        fixed += result.applied;
        job.text = result.text.into();
        report = lint(&job, today);
    }
    None
}

fn applicable(findings: &[Finding]) -> impl Iterator<Item = &Fix> {
    findings
        .iter()
        .filter(|finding| finding.waived.is_none())
        .filter_map(|finding| finding.fix.as_ref())
        .filter(|fix| fix.applicability >= Applicability::Safe)
}

fn count_open(report: &FileReport) -> usize {
    report
        .findings
        .iter()
        .filter(|finding| finding.waived.is_none())
        .count()
}
