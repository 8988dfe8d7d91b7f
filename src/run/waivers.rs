//! `sayso waive` and `sayso audit`: permissions, written and listed.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::site::Files;
use super::{Console, loading, output};
use crate::engine::{self, Job, World};
use crate::exit::Exit;
use crate::finding::Secrets;
use crate::fix::Edit;
use crate::policy::{Layer, Scope, below};
use crate::render::{self, audit};
use crate::source::{self, POLICY_FILE, Place, SourceError, Tree};
use crate::waiver::{self, Request, Written};

/// What `sayso waive` was asked to do.
#[derive(Debug)]
pub struct WaiveOptions {
    /// The post.
    pub path: PathBuf,
    /// The line of the finding, counted from 1.
    pub line: usize,
    /// The rule.
    pub rule: String,
    /// Why the finding may stay.
    pub reason: String,
    /// Who says so.
    pub by: Option<String>,
    /// The last day it may.
    pub until: Option<Date>,
    /// The day it is for; today by the clock when not given.
    pub today: Option<Date>,
}

/// What `sayso audit` was asked to do.
#[derive(Debug, Default)]
pub struct AuditOptions {
    /// Files and folders; none for the repo.
    pub paths: Vec<PathBuf>,
    /// How the list looks.
    pub format: audit::Format,
    /// Where it goes; standard output when not given.
    pub output: Option<PathBuf>,
    /// The day it is for; today by the clock when not given.
    pub today: Option<Date>,
}

/// Runs `sayso waive`.
pub fn waive(options: &WaiveOptions, console: &mut Console<'_>) -> Exit {
    match try_waive(options, console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_waive(options: &WaiveOptions, console: &mut Console<'_>) -> Result<(), SourceError> {
    let paths = [options.path.clone()];
    let root = source::find_root(&console.cwd, &paths);
    let loaded = loading::load_all(&paths, None, console)?;
    let (Some(job), Some(Place::Disk(file))) = (loaded.jobs.first(), loaded.places.first()) else {
        return Err(
            SourceError::new(format!("{} is no post", options.path.display()))
                .help("give the path of a post and a line, as a report shows them: blog/a.md:12"),
        );
    };
    // The nearest file that is one: presets are not written to.
    let is_file = |layer: &&std::sync::Arc<Layer>| layer.file.path.ends_with(".toml");
    let layer = job.layers.files().iter().rev().find(is_file);
    let dir = layer.map_or("", |layer| layer.dir.as_str());
    let request = Request {
        rule: &options.rule,
        line: options.line,
        reason: &options.reason,
        by: options.by.as_deref(),
        until: options.until,
        path_in_policy: below(dir, &job.path),
    };
    let tree = Tree::new(&root, &console.cwd, &[]);
    let world = World {
        today: options.today.unwrap_or_else(super::today),
        site: &Files::new(&tree),
    };
    let written = engine::waive(job, &request, world).map_err(SourceError::new)?;
    let (shown, waiver) = match written {
        Written::InPost(Edit { span, text }) => {
            let mut post = job.text.to_string();
            post.replace_range(span.range(), &text);
            source::replace(file, job.text.as_bytes(), post.as_bytes())
                .map_err(|why| SourceError::new(format!("{} was not changed: {why}", job.path)))?;
            (job.path.clone(), text)
        }
        Written::InPolicy(text) => {
            let path = layer.map_or(POLICY_FILE, |layer| layer.file.path.as_str());
            append(
                &root.join(path),
                layer.map(|layer| &*layer.file.text),
                &text,
            )
            .map_err(|why| SourceError::new(format!("{path} was not changed: {why}")))?;
            (path.to_owned(), text)
        }
    };
    let lines: Vec<String> = waiver.trim().lines().map(render::harmless).collect();
    let told = format!("{}\n{}\n", render::harmless(&shown), lines.join("\n"));
    output::write_out(told.as_bytes(), console)
}

/// Adds `text` to the end of a policy file, or begins one.
fn append(path: &Path, before: Option<&str>, text: &str) -> Result<(), source::WriteError> {
    match before {
        Some(before) => {
            let gap = if before.ends_with('\n') { "\n" } else { "\n\n" };
            let after = format!("{before}{gap}{text}");
            source::replace(path, before.as_bytes(), after.as_bytes())
        }
        None => source::create(path, text),
    }
}

/// Runs `sayso audit`: lists every waiver and review in force.
pub fn audit(options: &AuditOptions, console: &mut Console<'_>) -> Exit {
    match try_audit(options, console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_audit(options: &AuditOptions, console: &mut Console<'_>) -> Result<(), SourceError> {
    let loaded = loading::load_all(&options.paths, None, console)?;
    let root = source::find_root(&console.cwd, &options.paths);
    let tree = Tree::new(&root, &console.cwd, &[]);
    let world = World {
        today: options.today.unwrap_or_else(super::today),
        site: &Files::new(&tree),
    };
    let mut rows: Vec<waiver::Row> = Vec::new();
    let mut by_policy: Vec<waiver::Row> = Vec::new();
    let mut secrets = Secrets::default();
    for job in &loaded.jobs {
        rows.extend(engine::audit(job, world, &mut secrets));
        let waivers = &job.layers.policy(Scope::General).waivers;
        let is_read = |path: &str| loaded.jobs.iter().any(|job: &Job| job.path == path);
        for row in waiver::audit_policy(waivers, is_read) {
            if !by_policy.contains(&row) {
                by_policy.push(row);
            }
        }
    }
    rows.extend(by_policy);
    rows.iter_mut().for_each(|row| row.conceal(&secrets));
    let mut bytes = Vec::new();
    audit::render(&rows, options.format, &mut bytes)
        .map_err(|error| SourceError::new(format!("the list cannot be made: {error}")))?;
    match &options.output {
        Some(path) => source::write_report(&console.cwd.join(path), &bytes).map_err(|error| {
            SourceError::new(format!(
                "the list cannot be written to {}: {}",
                path.display(),
                source::WriteError::from(error)
            ))
        }),
        None => output::write_out(&bytes, console),
    }
}
