//! The orchestrator: the one place that sees the whole line from a source to
//! an exit status, and the only one that reads the clock.

mod config;
mod fixing;
mod generators;
mod handbook;
mod init;
mod inspect;
mod lint_config;
mod loading;
mod output;
mod own_rules;
mod place;
mod policies;
mod waivers;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::Date;

use crate::engine::{self, Job};
use crate::exit::Exit;
use crate::finding::{FileReport, Report};
use crate::policy::Overrides;
use crate::render::{Format, Style};
use crate::rules;
use crate::source::{self, Source, SourceError, Staged, Tree};

pub use config::show_config;
pub use handbook::{PolicyOptions, explain, policy};
pub use init::{Consent, init};
pub use inspect::inspect;
pub use lint_config::lint_config;
pub use own_rules::test_rules;
pub use waivers::{AuditOptions, WaiveOptions, audit, waive};

use policies::Policies;

/// What `sayso check` was asked to do.
#[derive(Debug, Default)]
pub struct Options {
    /// Files and folders; none for the repo.
    pub paths: Vec<PathBuf>,
    /// Check what is staged, and not the files on disk.
    pub staged: bool,
    /// Leave out what `[posts]` excludes even when it is named.
    pub force_exclude: bool,
    /// Let a run without any post pass.
    pub allow_empty: bool,
    /// The policy file to use in place of those beside the posts.
    pub config: Option<PathBuf>,
    /// What the command line says about rules.
    pub overrides: Overrides,
    /// The day the check is made for; today by the clock when not given.
    pub today: Option<Date>,
    /// Number of threads; one for each core when not given.
    pub jobs: Option<usize>,
    /// What to do with safe fixes.
    pub fix: Fixing,
    /// The call that would fix what can be fixed, to be shown.
    pub fix_command: Option<String>,
    /// How the report looks.
    pub format: Format,
    /// Its dress.
    pub style: Style,
    /// Where it goes; standard output when not given.
    pub output: Option<PathBuf>,
    /// Tell which posts and policies were read.
    pub verbose: bool,
    /// Count hits per rule.
    pub statistics: bool,
}

/// What to do with the fixes that change no meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fixing {
    /// Offer them.
    #[default]
    Offer,
    /// Show what they would change, and write nothing.
    Show,
    /// Write them to the files.
    Write,
}

/// Where a run reads and writes besides files.
pub struct Console<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The folder the program was started in.
    pub cwd: PathBuf,
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

    let root = source::find_root(&console.cwd, &options.paths);
    let source = open_source(options, &root, console)?;
    let mut policies = Policies::new(&*source, &options.overrides);
    if let Some(path) = &options.config {
        policies.fix_to(&source::absolute(&console.cwd, path), &root)?;
    }
    let listing = source.list()?;
    let mut loaded = loading::load(&*source, listing, &mut policies, options)?;
    let mut report = Report {
        posts: loaded.jobs.len(),
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

    report.skipped = std::mem::take(&mut loaded.skipped);
    if options.verbose {
        output::list_posts(&loaded.jobs, console);
    }
    let mut files = in_parallel(&loaded.jobs, today, options.jobs);
    let mut diff = String::new();
    match options.fix {
        Fixing::Offer => {}
        Fixing::Show => diff = fixing::diff(&loaded.jobs, &files, today),
        Fixing::Write => files = fixing::apply(&loaded, files, today, &mut report),
    }
    let fails = files.iter().any(FileReport::fails) || !diff.is_empty();
    let foreign = foreign(&files);
    report.files = files;
    report.files.retain(|file| !file.findings.is_empty());
    report.statistics = options.statistics.then(|| report.count_rules());
    if report.posts == 0 {
        report.nothing_checked = Some(nothing_checked(options, &report, loaded.seen));
    } else {
        report.notices.extend(policies.notice());
        report.notices.extend(foreign);
    }
    report.elapsed = started.elapsed();
    let exit = exit(options, &report, loaded.seen, fails);
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

fn open_source(
    options: &Options,
    root: &Path,
    console: &Console<'_>,
) -> Result<Box<dyn Source>, SourceError> {
    Ok(if options.staged {
        Box::new(Staged::open()?)
    } else {
        Box::new(Tree::new(root, &console.cwd, &options.paths))
    })
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

fn exit(options: &Options, report: &Report, seen: usize, fails: bool) -> Exit {
    let is_unread = report.skipped.iter().any(|skipped| skipped.broken);
    let is_vain = report.posts == 0 && !may_be_empty(options, report, seen);
    if is_unread || is_vain {
        Exit::Broken
    } else if fails {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

/// True when a run without a post is no surprise: a commit without one, or
/// files from a hook that the policy leaves out.
fn may_be_empty(options: &Options, report: &Report, seen: usize) -> bool {
    let left_out = options.force_exclude && seen > 0 && !options.paths.is_empty();
    options.allow_empty || ((options.staged || left_out) && report.skipped.is_empty())
}

/// Nothing checked is never "ok".
fn nothing_checked(options: &Options, report: &Report, seen: usize) -> String {
    if !report.skipped.is_empty() {
        return "no post was checked".to_owned();
    }
    if options.staged {
        return "0 staged posts: nothing to check".to_owned();
    }
    let files = match seen {
        0 => "there is no file here".to_owned(),
        1 => "1 file was seen, and it is no post".to_owned(),
        _ => format!("{seen} files were seen, and none is a post"),
    };
    let way_out = if may_be_empty(options, report, seen) {
        ""
    } else {
        "; name a folder with posts, say in [posts] of sayso.toml which files are posts, or pass \
         --allow-empty"
    };
    format!("no posts matched: {files}{way_out}")
}

fn in_parallel(jobs: &[Job], today: Date, threads: Option<usize>) -> Vec<FileReport> {
    // Starting threads costs more than a few posts do.
    const FEW: usize = 4;
    if threads == Some(1) || jobs.len() <= FEW {
        return jobs.iter().map(|job| engine::lint(job, today)).collect();
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build();
    match pool {
        Ok(pool) => pool.install(|| engine::lint_all(jobs, today)),
        Err(_) => jobs.iter().map(|job| engine::lint(job, today)).collect(),
    }
}
