//! From the files of a source to posts that can be checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::generators::Generators;
use super::policies::{InForce, Policies, parent};
use super::seal::{self, Opened};
use super::{Console, Options, Scope};
use crate::engine::Job;
use crate::finding::Skipped;
use crate::policy::Layers;
use crate::post::Generator;
use crate::rules::is_picture_name;
use crate::source::{self, Listing, NotText, Place, Source, SourceError, SourceFile, Tree};
use crate::waiver::Authors;

/// The posts of a run.
pub(super) struct Loaded {
    pub(super) jobs: Vec<Job>,
    /// Where each job was read from.
    pub(super) places: Vec<Place>,
    pub(super) skipped: Vec<Skipped>,
    /// How many files were looked at, posts or not.
    pub(super) seen: usize,
    /// The first of them that are no posts, and why.
    pub(super) others: Vec<Skipped>,
    /// What there is to say about the posts.
    pub(super) notices: Vec<String>,
    /// True when all of the root was looked at.
    pub(super) is_whole: bool,
    /// Pictures to be checked for themselves: those of a change, and those that
    /// were named.
    pub(super) pictures: Vec<Job>,
}

impl Loaded {
    /// Has the posts searched for sealed terms. What comes back says why they
    /// are not, where that is to be told.
    pub(super) fn look_for(&mut self, sealed: Opened) -> Option<String> {
        for job in &mut self.jobs {
            job.seal.clone_from(&sealed.seal);
        }
        self.notices.extend(sealed.notice);
        sealed.not_checked
    }
}

/// How many files that are no posts are remembered.
const MOST_OTHERS: usize = 10;

/// Reads the posts among the files of `listing`, each with its policy.
pub(super) fn load(
    source: &dyn Source,
    listing: Listing,
    policies: &mut Policies<'_>,
    options: &Options,
) -> Result<Loaded, SourceError> {
    let mut generators = Generators::new(source, &listing);
    let mut loaded = Loaded {
        jobs: Vec::new(),
        places: Vec::new(),
        skipped: listing.skipped,
        seen: listing.files.len(),
        others: Vec::new(),
        notices: Vec::new(),
        is_whole: listing.folders.iter().any(String::is_empty),
        pictures: Vec::new(),
    };
    for file in listing.files {
        let dir = parent(&file.path).unwrap_or_default().to_owned();
        let in_force = policies.of(&dir)?;
        if !in_force.layers.is_post(&file.path) {
            let is_asked_for = file.named || listing.is_change;
            let may_leave_out = options.force_exclude || !file.named;
            let is_left_out = may_leave_out && in_force.layers.excludes(&file.path);
            if is_picture_name(&file.path) && is_asked_for && !is_left_out {
                policies.used_for(&dir, &in_force);
                loaded.pictures.push(picture(file.path, in_force.layers));
                continue;
            }
            if !file.named || options.force_exclude {
                if loaded.others.len() < MOST_OTHERS {
                    loaded.others.push(no_post(file.path));
                }
                continue;
            }
            if !is_markdown(&file.path) {
                loaded.skipped.push(Skipped {
                    path: file.path,
                    reason: "not a Markdown file".to_owned(),
                    broken: false,
                });
                continue;
            }
        }
        match read(source, &file, &in_force) {
            Ok(text) => {
                policies.used_for(&dir, &in_force);
                let told = in_force.layers.generator();
                let is_about_change = options.scope == Scope::Lines;
                let before = is_about_change.then(|| before(source, &file, &mut loaded.notices));
                loaded.jobs.push(Job {
                    authors: authors(source, &file.path, &text),
                    path: file.path.clone(),
                    generator: told.unwrap_or_else(|| generators.of(&dir)),
                    text: text.into(),
                    before: before.unwrap_or_default(),
                    seal: None,
                    layers: in_force.layers,
                });
                loaded.places.push(file.place);
            }
            Err((reason, broken)) => loaded.skipped.push(Skipped {
                path: file.path,
                reason,
                broken,
            }),
        }
    }
    loaded.skipped.sort();
    Ok(loaded)
}

/// A picture that is checked for itself, as a post without a text.
fn picture(path: String, layers: Arc<Layers>) -> Job {
    Job {
        path,
        generator: Generator::Unknown,
        text: "".into(),
        before: Vec::new(),
        seal: None,
        layers,
        authors: Authors::default(),
    }
}

fn no_post(path: String) -> Skipped {
    let reason = if is_markdown(&path) {
        "[posts] leaves it out"
    } else {
        "not a Markdown file"
    };
    Skipped {
        reason: reason.to_owned(),
        path,
        broken: false,
    }
}

/// The versions that a post was made from. When one of them cannot be had, the
/// whole post counts as new.
fn before(source: &dyn Source, file: &SourceFile, notices: &mut Vec<String>) -> Vec<Arc<str>> {
    let mut versions = Vec::new();
    for place in &file.before {
        match source.read(place) {
            Ok(bytes) => versions.extend(source::decode(bytes).ok().map(Arc::from)),
            Err(reason) => {
                notices.push(format!(
                    "the earlier version of {} cannot be read ({reason}): all of it was checked",
                    file.path
                ));
                return Vec::new();
            }
        }
    }
    versions
}

/// The posts on disk at `paths`, when their policies, or the one that is named
/// by `config` in place of them, are without fault.
pub(super) fn load_all(
    paths: &[PathBuf],
    config: Option<&Path>,
    console: &Console<'_>,
) -> Result<Loaded, SourceError> {
    let options = Options {
        paths: paths.to_vec(),
        ..Options::default()
    };
    let root = source::find_root(&console.cwd, paths);
    let tree = Tree::new(&root, &console.cwd, paths);
    let mut policies = Policies::new(&tree, &options.overrides);
    if let Some(config) = config {
        policies.fix_to(&source::absolute(&console.cwd, config), &root)?;
    }
    let listing = tree.list()?;
    let mut loaded = load(&tree, listing, &mut policies, &options)?;
    loaded.look_for(seal::open(&tree, &root, false, console)?);
    if policies.take_faults().is_empty() {
        return Ok(loaded);
    }
    Err(SourceError::new("a policy file has faults").help("`sayso check` tells them"))
}

/// Who wrote the lines of a post, where a waiver in it makes that matter.
fn authors(source: &dyn Source, path: &str, text: &str) -> Authors {
    let names_approver = text.contains("sayso") && text.contains("by");
    if !names_approver {
        return Authors::default();
    }
    Authors::new(source.authors(path, text))
}

/// The text of a post; or why there is none, and whether that fails the run.
fn read(
    source: &dyn Source,
    file: &SourceFile,
    in_force: &InForce,
) -> Result<String, (String, bool)> {
    let limit = in_force.layers.max_bytes();
    if file.size > limit {
        let reason = format!(
            "{} bytes; the limit is {limit} ([posts] max-bytes)",
            file.size
        );
        return Err((reason, false));
    }
    let bytes = source.read(&file.place).map_err(|reason| (reason, true))?;
    source::decode(bytes).map_err(|fault| match fault {
        NotText::At(byte) => (format!("not UTF-8 at byte {byte}"), true),
        NotText::Utf16 => ("UTF-16; save it as UTF-8".to_owned(), true),
        NotText::LfsPointer => ("a Git LFS pointer".to_owned(), false),
        // A zero byte must not carry a post past the check; an image is no post.
        NotText::Binary => {
            let is_markdown = [".md", ".mdx", ".markdown"]
                .iter()
                .any(|ending| file.path.to_ascii_lowercase().ends_with(ending));
            (
                "not a text file: it has a zero byte".to_owned(),
                is_markdown,
            )
        }
    })
}

fn is_markdown(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    [".md", ".mdx", ".markdown", ".mdown", ".mkd"]
        .iter()
        .any(|ending| path.ends_with(ending))
}
