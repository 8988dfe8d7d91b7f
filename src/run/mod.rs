//! The orchestrator: the one place that sees the whole line from a source to
//! an exit status, and the only one that reads the clock.

mod baseline;
mod config;
mod doctor;
mod empty;
mod fixing;
mod generators;
mod handbook;
mod hook;
mod hook_status;
mod init;
mod inspect;
mod known;
mod lint_config;
mod loading;
mod opening;
mod options;
mod output;
mod own_rules;
mod pictures;
mod place;
mod policies;
mod seal;
mod site;
mod waivers;

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::Date;

use crate::engine::{self, Job, World};
use crate::exit::Exit;
use crate::finding::{FileReport, Report};
use crate::render::shell_word;
use crate::rules;
use crate::source::{self, Source, SourceError};

pub use crate::source::{Range, Reader};
pub use baseline::{BaselineOptions, BaselineTask, baseline};
pub use config::show_config;
pub use doctor::doctor;
pub use handbook::{PolicyOptions, explain, policy};
pub use hook::{Commit, commit_msg, pre_commit};
pub use hook_status::hook_status;
pub use init::{Consent, init};
pub use inspect::inspect;
pub use lint_config::lint_config;
pub use options::{Checked, Fixing, Options, Scope};
pub use own_rules::test_rules;
pub use seal::{KeyFrom, SealAction, seal};
pub use waivers::{AuditOptions, WaiveOptions, audit, waive};

use known::Known;
use policies::Policies;
use site::Files;

/// Where a run reads and writes besides files.
pub struct Console<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The folder the program was started in.
    pub cwd: PathBuf,
    /// Where the key of the sealed list is.
    pub seal_key: KeyFrom,
}

/// Runs `sayso check`.
pub fn check(options: &Options, console: &mut Console<'_>) -> Exit {
    match try_check(options, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_check(options: &Options, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let started = Instant::now();
    let today = options.today.unwrap_or_else(today);

    let root = source::find_root(&console.cwd, options.places());
    let (source, without_base) = opening::open(options, &root, console)?;
    let is_change = options.checked.is_change() && without_base.is_none();
    let mut policies = Policies::new(&*source, &options.overrides);
    if let Some(path) = &options.config {
        policies.fix_to(&source::absolute(&console.cwd, path), &root)?;
    }
    let listing = source.list()?;
    let not_staged = not_staged(&listing.intended);
    let mut loaded = loading::load(&*source, listing, &mut policies, options)?;
    let mut report = Report {
        posts: loaded.jobs.len(),
        pictures: loaded.pictures.len(),
        fix_command: options.fix_command.clone(),
        ..Report::default()
    };
    let faults = policies.take_faults();
    if faults.is_empty()
        && let Some(id) = policies.unknown_rule()
    {
        return Err(SourceError::new(rules::unknown(id)));
    }
    if !faults.is_empty() {
        report.posts = 0;
        report.files = faults;
        report.nothing_checked = Some("no post was checked: mend the policy first".to_owned());
        report.elapsed = started.elapsed();
        output::report(&report, options, console)?;
        return Ok(Exit::Broken);
    }

    report.skipped = loaded.skipped.clone();
    let sealed = seal::open(&*source, &root, options.require_sealed, console)?;
    report.not_checked.extend(loaded.look_for(sealed));
    if options.require_sealed && report.not_checked.is_empty() {
        report.not_checked.extend(seal::switched_off(&loaded.jobs));
    }
    let lacks_seal = options.require_sealed && !report.not_checked.is_empty();
    if options.verbose {
        output::list_posts(&loaded.jobs, console);
    }
    let known = Known::read(&*source, options)?;
    let site = Files::new(&*source);
    let world = World { today, site: &site };
    let mut files = in_parallel(&loaded.jobs, world, options.jobs);
    let mut alone = pictures::lint(&loaded, &files, world);
    let mut diff = String::new();
    match options.fix {
        Fixing::Offer => {}
        Fixing::Show => {
            diff = fixing::diff(&loaded.jobs, &files, &known.hidden, world);
            report.offers = pictures::offers([&files, &alone], &known.hidden);
        }
        Fixing::Write => {
            let known = &known.hidden;
            for files in [&mut files, &mut alone] {
                pictures::fix(&loaded, files, known, &root, &site, world, &mut report);
            }
            files = fixing::apply(&loaded, files, known, world, &mut report);
        }
    }
    files.append(&mut alone);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    known.hide(&mut files, &*source, &loaded, &site, options, &mut report);
    let would_change = !diff.is_empty() || !report.offers.is_empty();
    let fails = files.iter().any(FileReport::fails) || would_change;
    report.skipped.extend(site.unread());
    report.skipped.sort();
    let foreign = foreign(&files);
    report.hidden = files.iter().map(|file| file.older).sum();
    report.files = files;
    report.conceal();
    report.files.retain(|file| !file.findings.is_empty());
    report.statistics = options.statistics.then(|| report.count_rules());
    report.notices.append(&mut loaded.notices);
    report.notices.extend(not_staged);
    report.notices.extend(site.notice());
    if report.posts + report.pictures == 0 {
        report.nothing_checked = Some(empty::explain(options, &loaded, is_change));
    } else {
        report.notices.extend(without_base);
        report.notices.extend(policies.notices());
        report.notices.extend(foreign);
    }
    if options.checked == Checked::Staged && root == console.cwd {
        report.fix_command = fix_on_disk(&report, &*source);
    }
    report.elapsed = started.elapsed();
    let may_be_empty = empty::is_expected(options, &loaded, is_change);
    let exit = if lacks_seal {
        Exit::Broken
    } else {
        exit(&report, may_be_empty, fails)
    };
    if options.fix == Fixing::Show {
        output::diff(&diff, &report, console)?;
    } else {
        output::report(&report, options, console)?;
    }
    Ok(exit)
}

/// Today by the clock.
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// What to say about posts that rules for English sentences were not run on.
fn foreign(files: &[FileReport]) -> Option<String> {
    let posts = match files.iter().filter(|file| file.is_foreign).count() {
        0 => return None,
        1 => "1 post is not in English: the rules that read English were not run on it".to_owned(),
        posts => format!(
            "{posts} posts are not in English: the rules that read English were not run on them"
        ),
    };
    Some(format!(
        "{posts} (`lang` in the front matter or `language` in [posts] says what a post is in)"
    ))
}

/// What to say about files that `git add -N` left unstaged.
fn not_staged(intended: &[String]) -> Option<String> {
    let names = match intended {
        [] => return None,
        [one] => format!("{one} is"),
        [one, rest @ ..] => format!("{one} and {} more are", rest.len()),
    };
    Some(format!(
        "{names} known to git and not staged, so the commit leaves it out: `git add` takes it in"
    ))
}

/// The call that fixes on disk what can be fixed of what is staged, where the
/// two are the same.
fn fix_on_disk(report: &Report, source: &dyn Source) -> Option<String> {
    let (mut checked, mut changed) = (Vec::new(), Vec::new());
    let add = |paths: &mut Vec<String>, path: &str| {
        let is_new = !paths.contains(&shell_word(path));
        if is_new {
            paths.push(shell_word(path));
        }
        !is_new || source.is_same_on_disk(path) == Some(true)
    };
    for (file, finding) in report.open_findings() {
        let picture = finding.picture.as_ref();
        let change = picture.map_or(&file.path, |picture| &picture.path);
        if finding.is_safely_fixable()
            && !(add(&mut checked, &file.path) && add(&mut changed, change))
        {
            return None;
        }
    }
    let [checked, changed] = [checked, changed].map(|paths| paths.join(" "));
    Some(format!("sayso check --fix {checked} && git add {changed}"))
}

fn exit(report: &Report, may_be_empty: bool, fails: bool) -> Exit {
    let is_unread = report.skipped.iter().any(|skipped| skipped.broken);
    let is_vain = report.posts + report.pictures == 0 && !may_be_empty;
    if is_unread || is_vain {
        Exit::Broken
    } else if fails {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn in_parallel(jobs: &[Job], world: World<'_>, threads: Option<usize>) -> Vec<FileReport> {
    // Starting threads costs more than a few posts do.
    const FEW: usize = 4;
    if threads == Some(1) || jobs.len() <= FEW {
        return jobs.iter().map(|job| engine::lint(job, world)).collect();
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build();
    match pool {
        Ok(pool) => pool.install(|| engine::lint_all(jobs, world)),
        Err(_) => jobs.iter().map(|job| engine::lint(job, world)).collect(),
    }
}
