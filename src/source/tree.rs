//! Posts on disk: files that are named, and the files in folders.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::git;
use super::root::{absolute, from_root};
use super::{Listing, MOST_BYTES, Place, Source, SourceError, SourceFile, io_reason, too_large};
use crate::finding::Skipped;

/// Files and folders below a root.
#[derive(Debug)]
pub struct Tree {
    root: PathBuf,
    paths: Vec<Named>,
}

/// A path as it was given, and from the root of the file system.
#[derive(Debug)]
struct Named {
    given: PathBuf,
    absolute: PathBuf,
}

impl Tree {
    /// The `paths`, as seen from `cwd`; none stands for all of `root`.
    pub fn new(root: &Path, cwd: &Path, paths: &[PathBuf]) -> Tree {
        let everything = [root.to_owned()];
        let paths = if paths.is_empty() { &everything } else { paths };
        Tree {
            root: root.to_owned(),
            paths: paths
                .iter()
                .map(|path| Named {
                    given: path.clone(),
                    absolute: absolute(cwd, path),
                })
                .collect(),
        }
    }

    /// True when `path` leads out of the root, by a link in it.
    fn leads_out(&self, path: &Path) -> bool {
        let real = fs::canonicalize(path);
        let root = fs::canonicalize(&self.root);
        matches!((real, root), (Ok(real), Ok(root)) if !real.starts_with(&root))
    }

    fn skip(&self, path: &Path, reason: impl Into<String>, broken: bool) -> Skipped {
        Skipped {
            path: from_root(&self.root, path),
            reason: reason.into(),
            broken,
        }
    }

    /// The files in a folder that no `.gitignore` or `.ignore` leaves out. What
    /// a user ignores everywhere does not count: a laptop and CI see the same.
    fn folder(&self, path: &Path, listing: &mut Listing) {
        let walk = WalkBuilder::new(path)
            .require_git(false)
            .git_global(false)
            .follow_links(false)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let size = entry.metadata().map_or(0, |meta| meta.len());
                    listing
                        .files
                        .push(self.file(entry.into_path(), size, false));
                }
                Ok(entry) if entry.path_is_symlink() => {
                    listing.links.push(from_root(&self.root, entry.path()));
                }
                Ok(_) => {}
                Err(error) => {
                    let (at, reason) = explain(&error, path);
                    listing.skipped.push(self.skip(at, reason, true));
                }
            }
        }
    }

    fn file(&self, path: PathBuf, size: u64, named: bool) -> SourceFile {
        SourceFile {
            path: from_root(&self.root, &path),
            size,
            named,
            place: Place::Disk(path),
            before: Vec::new(),
        }
    }
}

/// Where a walk stopped, and why.
fn explain<'a>(error: &'a ignore::Error, folder: &'a Path) -> (&'a Path, String) {
    match error {
        ignore::Error::WithPath { path, err } => (path, explain(err, folder).1),
        ignore::Error::WithDepth { err, .. } => explain(err, folder),
        ignore::Error::Io(error) => (folder, io_reason(error)),
        other => (folder, other.to_string()),
    }
}

impl Source for Tree {
    fn list(&self) -> Result<Listing, SourceError> {
        let mut listing = Listing::default();
        for Named { given, absolute } in &self.paths {
            let meta = fs::metadata(absolute).map_err(|error| missing(given, &error))?;
            if self.leads_out(absolute) {
                let skipped = self.skip(absolute, "a link that leads out of the repo", false);
                listing.skipped.push(skipped);
            } else if meta.is_dir() {
                self.folder(absolute, &mut listing);
                listing.folders.push(from_root(&self.root, absolute));
            } else if meta.is_file() {
                let file = self.file(absolute.clone(), meta.len(), true);
                listing.files.push(file);
            } else {
                listing
                    .skipped
                    .push(self.skip(absolute, "not a file", true));
            }
        }
        // What was named and found once more counts as named.
        listing
            .files
            .sort_by(|a, b| (&a.path, &a.place, !a.named).cmp(&(&b.path, &b.place, !b.named)));
        listing.files.dedup_by(|b, a| a.place == b.place);
        Ok(listing)
    }

    fn read(&self, place: &Place) -> Result<Vec<u8>, String> {
        match place {
            Place::Disk(path) => fs::read(path).map_err(|error| io_reason(&error)),
            Place::Blob(_) | Place::Given => Err("it is not on disk".into()),
        }
    }

    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)> {
        let Some((git, top)) = git::around(&self.root) else {
            return Vec::new();
        };
        let [file, top] = [&self.root.join(path), &top].map(fs::canonicalize);
        match (file, top) {
            (Ok(file), Ok(top)) => file
                .strip_prefix(top)
                .map_or_else(|_| Vec::new(), |path| git.authors(path, text)),
            _ => Vec::new(),
        }
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let path = self.root.join(path);
        match fs::symlink_metadata(&path) {
            // Its folder may be the link.
            Ok(_) if self.leads_out(&path) => {
                Err("it is a link that leads out of the repo".to_owned())
            }
            Ok(_) => match fs::metadata(&path) {
                Ok(meta) if meta.len() > MOST_BYTES => Err(too_large(meta.len())),
                _ => fs::read(&path).map(Some).map_err(|error| io_reason(&error)),
            },
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(io_reason(&error)),
        }
    }

    fn may_have_folder(&self, path: &str) -> bool {
        self.root.join(path).is_dir()
    }

    fn has_file(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }
}

fn is_absent(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The policy file at `path`, which must be there.
pub fn read_policy(path: &Path) -> Result<String, SourceError> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        SourceError::new(format!(
            "the policy {shown} cannot be read: {}",
            io_reason(&error)
        ))
    })?;
    policy_text(&shown, bytes)
}

/// The text of a policy file.
pub fn policy_text(shown: &str, bytes: Vec<u8>) -> Result<String, SourceError> {
    String::from_utf8(bytes).map_err(|error| {
        SourceError::new(format!(
            "the policy {shown} is not UTF-8 at byte {}",
            error.utf8_error().valid_up_to()
        ))
        .help("save it as UTF-8")
    })
}

fn missing(path: &Path, error: &std::io::Error) -> SourceError {
    SourceError::new(format!(
        "{} cannot be checked: {}",
        path.display(),
        io_reason(error)
    ))
    .help("give the path of a post or of a folder with posts")
}
