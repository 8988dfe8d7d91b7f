//! The orchestrator: the one place that sees the whole line from a source to
//! an exit status, and the only one that reads the clock.

mod fixing;
mod loading;
mod policies;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::Date;

use crate::engine::{self, Job};
use crate::exit::Exit;
use crate::finding::{FileReport, Report};
use crate::policy::Overrides;
use crate::render::{self, Format, Style};
use crate::source::{self, Source, SourceError, Staged, Tree};

use loading::Loaded;
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
    /// Apply safe fixes to the files.
    pub fix: bool,
    /// The call that would fix what can be fixed, to be shown.
    pub fix_command: Option<String>,
    /// Show what `fix` would do, and write nothing.
    pub diff: bool,
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
        Err(error) => {
            // When standard error is gone too there is nobody to tell.
            let _ = writeln!(console.err, "sayso: {}", render::harmless(&error.message));
            if let Some(help) = error.help {
                let _ = writeln!(console.err, "       {}", render::harmless(&help));
            }
            Exit::Broken
        }
    }
}

fn try_check(options: &Options, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    let started = Instant::now();
    let today = options.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let root = source::find_root(&console.cwd, &options.paths);
    let source: Box<dyn Source> = if options.staged {
        Box::new(Staged::open()?)
    } else {
        Box::new(Tree::new(&root, &console.cwd, &options.paths))
    };

    let mut policies = Policies::new(&*source, &options.overrides);
    if let Some(path) = &options.config {
        policies.fix_to(&source::absolute(&console.cwd, path), &root)?;
    }
    let listing = source.list()?;
    let loaded = loading::load(&*source, listing, &mut policies, options)?;
    let faults = policies.take_faults();
    if !faults.is_empty() {
        let mut report = Report {
            files: faults,
            elapsed: started.elapsed(),
            ..Report::default()
        };
        report
            .notices
            .push("no post was checked: the policy has to be mended first".to_owned());
        write_report(&report, options, console)?;
        return Ok(Exit::Broken);
    }

    let Loaded {
        jobs,
        files,
        skipped,
        seen,
    } = loaded;
    if options.verbose {
        for job in &jobs {
            let _ = writeln!(console.err, "checking {}", render::harmless(&job.path));
        }
    }
    let reports = in_parallel(&jobs, today, options.jobs);
    let mut report = Report {
        posts: jobs.len(),
        skipped,
        fix_command: options.fix_command.clone(),
        ..Report::default()
    };

    let reports = if options.fix && !options.diff {
        fixing::apply(&jobs, &files, reports, today, &mut report)
    } else {
        reports
    };
    let fails = jobs
        .iter()
        .zip(&reports)
        .any(|(job, file)| fails(job, file));
    if options.diff {
        let diff = fixing::diff(&jobs, reports, today);
        write_out(diff.as_bytes(), console)?;
        for skipped in &report.skipped {
            let line = format!("not checked: {}: {}", skipped.path, skipped.reason);
            let _ = writeln!(console.err, "{}", render::harmless(&line));
        }
        if diff.is_empty() {
            let _ = writeln!(console.err, "sayso: nothing that --fix would change");
        }
        let exit = exit(options, &report, seen, fails || !diff.is_empty());
        return Ok(exit);
    }
    report.files = reports
        .into_iter()
        .filter(|file| !file.findings.is_empty())
        .collect();
    report.statistics = options.statistics.then(|| report.count_rules());
    report.elapsed = started.elapsed();
    let exit = exit(options, &report, seen, fails);
    if report.posts == 0 && report.skipped.is_empty() {
        report.nothing_checked = Some(nothing_checked(options, seen));
    } else {
        report.notices.extend(policies.notice());
    }
    write_report(&report, options, console)?;
    Ok(exit)
}

fn fails(job: &Job, file: &FileReport) -> bool {
    file.findings
        .iter()
        .any(|finding| finding.waived.is_none() && job.policy.fail_on.fails(finding.level))
}

fn exit(options: &Options, report: &Report, seen: usize, fails: bool) -> Exit {
    let nothing_expected = options.allow_empty
        || options.staged
        || (options.force_exclude && seen > 0 && !options.paths.is_empty());
    let is_unread = report.skipped.iter().any(|skipped| skipped.broken);
    if is_unread || (report.posts == 0 && !nothing_expected) {
        Exit::Broken
    } else if fails {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

/// Nothing checked is never "ok".
fn nothing_checked(options: &Options, seen: usize) -> String {
    if options.staged {
        return "0 staged posts: nothing to check".to_owned();
    }
    let files = match seen {
        0 => "there is no file here".to_owned(),
        1 => "1 file was seen, and it is no post".to_owned(),
        _ => format!("{seen} files were seen, and none is a post"),
    };
    let way_out = if options.allow_empty {
        "name a folder with posts"
    } else {
        "name a folder with posts, or pass --allow-empty"
    };
    let rule = if seen == 0 {
        ""
    } else {
        " by [posts] in sayso.toml"
    };
    format!("no posts matched: {files}{rule}; {way_out}")
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

fn write_report(
    report: &Report,
    options: &Options,
    console: &mut Console<'_>,
) -> Result<(), SourceError> {
    let mut bytes = Vec::new();
    render::render(report, options.format, options.style, &mut bytes)
        .map_err(|error| SourceError::new(format!("the report cannot be made: {error}")))?;
    match &options.output {
        Some(path) => source::write_report(&console.cwd.join(path), &bytes).map_err(|error| {
            SourceError::new(format!(
                "the report cannot be written to {}: {}",
                path.display(),
                source::WriteError::from(error)
            ))
        })?,
        None => write_out(&bytes, console)?,
    }
    if options.style.quiet || (options.format != Format::Json && options.output.is_none()) {
        return Ok(());
    }
    // A program or a file has the report; people are told here.
    let _ = write!(console.err, "{}", render::summary(report));
    Ok(())
}

/// Writes to standard output. A reader that has seen enough closes the pipe,
/// and that is no error.
fn write_out(bytes: &[u8], console: &mut Console<'_>) -> Result<(), SourceError> {
    let written = console
        .out
        .write_all(bytes)
        .and_then(|()| console.out.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(SourceError::new(format!(
            "the report cannot be written: {error}"
        ))),
        _ => Ok(()),
    }
}
