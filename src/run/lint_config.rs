//! `sayso config lint`: what in the policy files is there for nothing.

use std::path::PathBuf;
use std::sync::Arc;

use super::loading::{self, Loaded};
use super::{Console, output};
use crate::exit::Exit;
use crate::finding::{FileReport, Report};
use crate::policy::{self, Layer};
use crate::post::Post;
use crate::render::{self, Format, Style};
use crate::source::SourceError;

/// Tells what the policy files say for nothing: overrides and audiences of no
/// post, waivers of posts that are gone, names that stand nowhere.
pub fn lint_config(console: &mut Console<'_>) -> Exit {
    match try_lint(console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_lint(console: &mut Console<'_>) -> Result<(), SourceError> {
    let everything: [PathBuf; 0] = [];
    let loaded = loading::load_all(&everything, None, console)?;
    let report = Report {
        posts: loaded.jobs.len(),
        files: said_for_nothing(&loaded),
        ..Report::default()
    };
    let mut bytes = Vec::new();
    render::render(&report, Format::Human, Style::default(), &mut bytes)
        .map_err(|error| SourceError::new(format!("the report cannot be made: {error}")))?;
    output::write_out(&bytes, console)
}

/// What each policy file of the posts says for nothing.
pub(super) fn said_for_nothing(loaded: &Loaded) -> Vec<FileReport> {
    let mut layers: Vec<&Arc<Layer>> = Vec::new();
    for layer in loaded.jobs.iter().flat_map(|job| job.layers.files()) {
        let is_preset = layer.file.path.starts_with(policy::PREFIX);
        if !is_preset && !layers.iter().any(|known| Arc::ptr_eq(known, layer)) {
            layers.push(layer);
        }
    }
    let mut files = Vec::new();
    for layer in layers {
        let is_under = |files: &[Arc<Layer>]| files.iter().any(|file| Arc::ptr_eq(file, layer));
        let posts: Vec<Post> = loaded
            .jobs
            .iter()
            .filter(|job| is_under(job.layers.files()))
            .map(|job| Post::parse(job.path.clone(), job.text.clone(), job.generator))
            .collect();
        let findings = policy::lint(layer, &posts);
        if !findings.is_empty() {
            let file = &layer.file;
            let text = file.text.as_str().into();
            files.push(FileReport::new(file.path.clone(), text, findings));
        }
    }
    files
}
