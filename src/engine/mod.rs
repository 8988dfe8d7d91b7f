//! Linting: one post, many posts in parallel, and fixing until nothing changes.

mod older;
mod picture;
mod world;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::finding::{self, FileReport, Finding, Findings, Fingerprints, Question, Secrets};
use crate::fix::{self, Applicability, Fix};
use crate::policy::{ActiveRule, Layers, Policy};
use crate::post::{Generator, Post};
use crate::rules::{self, Check, Context, GivenWaiver, Reviews};
use crate::seal::Seal;
use crate::span::{LineIndex, Span};
use crate::waiver::{self, Authors, Bench, PolicyWaiver, Request, Written};

pub use picture::lint_picture;
pub use world::World;

/// A post as it was read, with the policy that applies to it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Path from the root of the repo.
    pub path: String,
    /// What makes a page of it.
    pub generator: Generator,
    /// The file.
    pub text: Arc<str>,
    /// The versions it was made from, when only what a change brought is asked
    /// for: several in a merge, none for a new post.
    pub before: Vec<Arc<str>>,
    /// The policy files that apply to it.
    pub layers: Arc<Layers>,
    /// Who wrote its lines, when that was asked for.
    pub authors: Authors,
    /// The sealed list of the repo, where there is one and its key.
    pub seal: Option<Arc<Seal>>,
}

/// A post after all rules looked at it.
struct Looked {
    post: Post,
    policy: Arc<Policy>,
    findings: Vec<Finding>,
    waivers: Vec<GivenWaiver>,
    reviews: Reviews,
    /// False when rules that read English may not read it.
    is_english: bool,
    is_foreign: bool,
}

/// Checks one post. The findings come in the order of the text.
pub fn lint<'a>(job: &Job, world: impl Into<World<'a>>) -> FileReport {
    let world = world.into();
    let Looked {
        post,
        policy,
        mut findings,
        is_foreign,
        ..
    } = look(job, world);
    finding::keep_off(&mut findings);
    // A few million guesses would find a number by its digest.
    let shown = finding::mask(post.text(), finding::concealed(&findings).collect());
    let mut fingerprints = Fingerprints::new(&job.path);
    for finding in &mut findings {
        let words = match finding.concealed {
            true => &finding.message,
            false => finding.span.slice(&shown),
        };
        finding.fingerprint = match &finding.picture {
            Some(picture) => picture.fingerprint(&finding.rule),
            None => fingerprints.next(&finding.rule, words),
        };
        finding.always_shown = is_always_shown(finding, &policy);
    }
    let mut report = FileReport::new(job.path.clone(), job.text.clone(), findings);
    report.pages = policy.pages.clone();
    report.fail_on = policy.fail_on;
    report.is_foreign = is_foreign;
    older::hide(job, &mut report, world);
    report
}

/// True for what a baseline does not hide. What is wrong with a permission is no
/// legacy, and a list that nobody signs is no way round what nobody may allow.
fn is_always_shown(finding: &Finding, policy: &Policy) -> bool {
    rules::judges_waivers(&finding.rule) || !policy.terms.is_waivable(&finding.rule)
}

/// The waivers and reviews of one post. What the post has of secrets is added
/// to `secrets`, since a reason may repeat it.
pub fn audit<'a>(
    job: &Job,
    world: impl Into<World<'a>>,
    secrets: &mut Secrets,
) -> Vec<waiver::Row> {
    let looked = look(job, world.into());
    secrets.add(looked.post.text(), finding::concealed(&looked.findings));
    waiver::audit(&looked.post, &looked.waivers, &looked.reviews)
}

/// Writes a waiver for a finding of one post; when that cannot be done, says why.
pub fn waive<'a>(
    job: &Job,
    request: &Request<'_>,
    world: impl Into<World<'a>>,
) -> Result<Written, String> {
    let world = world.into();
    let looked = look(job, world);
    with_bench(job, &looked.policy, looked.is_english, world, |bench| {
        waiver::write(&looked.post, &looked.findings, request, bench)
    })
}

/// What waivers of the post are judged by.
fn with_bench<T>(
    job: &Job,
    policy: &Policy,
    is_english: bool,
    world: World<'_>,
    judge: impl FnOnce(&Bench<'_>) -> T,
) -> T {
    let lines = OnceCell::new();
    let author = |span: Span| {
        if job.authors.is_empty() {
            return None;
        }
        let lines = lines.get_or_init(|| LineIndex::new(&job.text));
        job.authors.of(lines, span)
    };
    let context = Context {
        seal: job.seal.as_deref(),
        ..Context::new(world.today, &policy.company, &[])
    };
    let ran = |id: &str| {
        let runs = |rule: &ActiveRule| {
            (is_english || !rule.entry.meta.reads_english) && rule.check.can_tell(&context)
        };
        let mut rules = policy.rules.iter();
        rules.any(|rule| rule.entry.meta.id == id && runs(rule))
            || policy.own.iter().any(|own| own.rule.id() == id)
    };
    judge(&Bench {
        today: world.today,
        terms: &policy.terms,
        ran: &ran,
        own_rules: &policy.own_rules,
        author: &author,
    })
}

fn look(job: &Job, world: World<'_>) -> Looked {
    let post = Post::parse(job.path.clone(), job.text.clone(), job.generator);
    let policy = job.layers.for_post(&post);
    let prose = post.prose();
    let hits = policy.lexicon.search(
        prose.text(),
        prose.blocks().iter().map(|block| block.text.clone()),
    );
    let context = |number: usize| Context {
        terms: &policy.terms,
        seal: job.seal.as_deref(),
        site: world.site,
        ..Context::new(
            world.today,
            &policy.company,
            hits.get(number).map_or(&[], Vec::as_slice),
        )
    };
    let run = |rule: &ActiveRule, number: usize, waivers: &[GivenWaiver], reviews: &Reviews| {
        let context = Context {
            waivers,
            reviews,
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
        .flat_map(|&(number, rule)| run(rule, number, &[], &Reviews::NONE))
        .collect();
    for (number, own) in policy.own.iter().enumerate() {
        let id = own.rule.id().to_owned();
        let mut out = Findings::new(id, own.level, own.decided_by.clone());
        let context = context(policy.rules.len() + number);
        own.rule.check(&post, &context, &mut out);
        findings.extend(out.into_vec());
    }
    findings.sort_by_key(|finding| finding.span);
    let by_policy = waivers_for(job, &policy);
    let (waivers, reviews) = with_bench(job, &policy, is_english, world, |bench| {
        let mut waivers = waiver::settle(&post, &by_policy, bench, &mut findings);
        let reviews = waiver::reviews(&post, policy.audience.as_deref(), bench);
        let mut judged: Vec<Finding> = judgement
            .iter()
            .flat_map(|&&(number, rule)| run(rule, number, &waivers, &reviews))
            .collect();
        judged.sort_by_key(|finding| finding.span);
        waiver::settle_judged(&post, bench, &mut waivers, &mut judged);
        findings.append(&mut judged);
        (waivers, reviews)
    });
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    Looked {
        is_foreign: !left_out.is_empty(),
        is_english,
        post,
        policy: policy.clone(),
        findings,
        waivers,
        reviews,
    }
}

/// The waivers of the policy for this post.
fn waivers_for<'p>(job: &Job, policy: &'p Policy) -> Vec<&'p PolicyWaiver> {
    let waivers = policy.waivers.iter();
    waivers.filter(|waiver| waiver.path == job.path).collect()
}

/// Checks many posts, on as many threads as the pool has. The reports come in
/// the order of the jobs, whatever the number of threads.
pub fn lint_all<'a>(jobs: &[Job], world: impl Into<World<'a>>) -> Vec<FileReport> {
    use rayon::prelude::*;
    let world = world.into();
    jobs.par_iter().map(|job| lint(job, world)).collect()
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

/// Applies the safe fixes of findings that are `wanted`, and checks again until
/// nothing is left to fix. None when there is nothing to fix; and when fixing
/// adds a finding, or does not come to rest, since then the text is better left
/// alone.
pub fn settle<'a>(
    job: &Job,
    world: impl Into<World<'a>>,
    wanted: impl Fn(&Finding) -> bool,
) -> Option<Settled> {
    let world = world.into();
    let mut job = job.clone();
    let mut report = lint(&job, world);
    let before = count_open(&report);
    let mut fixed = 0;
    for _ in 0..ROUNDS {
        let result = fix::apply(&job.text, applicable(&report.findings, &wanted));
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
        report = lint(&job, world);
    }
    None
}

fn applicable(
    findings: &[Finding],
    wanted: impl Fn(&Finding) -> bool,
) -> impl Iterator<Item = &Fix> {
    findings
        .iter()
        .filter(move |finding| finding.waived.is_none() && wanted(finding))
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
