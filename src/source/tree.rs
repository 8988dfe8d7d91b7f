//! Posts on disk: files that are named, and the files in folders.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::root::{absolute, from_root};
use super::{Listing, POLICY_FILE, Place, Source, SourceError, SourceFile, io_reason};
use crate::finding::Skipped;

/// Files and folders below a root.
#[derive(Debug)]
pub struct Tree {
    root: PathBuf,
    paths: Vec<PathBuf>,
}

impl Tree {
    /// The `paths`, as seen from `cwd`; none stands for all of `root`.
    pub fn new(root: &Path, cwd: &Path, paths: &[PathBuf]) -> Tree {
        let paths = if paths.is_empty() {
            vec![root.to_owned()]
        } else {
            paths.iter().map(|path| absolute(cwd, path)).collect()
        };
        Tree {
            root: root.to_owned(),
            paths,
        }
    }

    /// A file that was named. A link is followed only inside the root.
    fn named(&self, path: &Path, listing: &mut Listing) -> Result<(), SourceError> {
        let shown = from_root(&self.root, path);
        let real = fs::canonicalize(path).map_err(|error| missing(path, &error))?;
        let real_root = fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone());
        if fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink())
            && !real.starts_with(&real_root)
        {
            listing.skipped.push(Skipped {
                path: shown,
                reason: "a link that leads out of the repo".into(),
                broken: false,
            });
            return Ok(());
        }
        let size = fs::metadata(path).map_or(0, |meta| meta.len());
        listing.files.push(SourceFile {
            path: shown,
            size,
            named: true,
            place: Place::Disk(path.to_owned()),
        });
        Ok(())
    }

    /// The files in a folder that no `.gitignore` or `.ignore` leaves out.
    fn folder(&self, path: &Path, listing: &mut Listing) {
        let walk = WalkBuilder::new(path)
            .require_git(false)
            .follow_links(false)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let size = entry.metadata().map_or(0, |meta| meta.len());
                    listing.files.push(SourceFile {
                        path: from_root(&self.root, entry.path()),
                        size,
                        named: false,
                        place: Place::Disk(entry.into_path()),
                    });
                }
                Ok(_) => {}
                Err(error) => listing.skipped.push(Skipped {
                    path: from_root(&self.root, path),
                    reason: format!("could not be walked: {error}"),
                    broken: true,
                }),
            }
        }
    }
}

impl Source for Tree {
    fn list(&self) -> Result<Listing, SourceError> {
        let mut listing = Listing::default();
        for path in &self.paths {
            let meta = fs::metadata(path).map_err(|error| missing(path, &error))?;
            if meta.is_dir() {
                self.folder(path, &mut listing);
            } else {
                self.named(path, &mut listing)?;
            }
        }
        listing
            .files
            .sort_by(|a, b| (&a.path, !a.named).cmp(&(&b.path, !b.named)));
        listing.files.dedup_by(|b, a| a.path == b.path);
        Ok(listing)
    }

    fn read(&self, file: &SourceFile) -> Result<Vec<u8>, String> {
        match &file.place {
            Place::Disk(path) => fs::read(path).map_err(|error| io_reason(&error)),
            Place::Blob(_) => Err("it is not on disk".into()),
        }
    }

    fn policy(&self, dir: &str) -> Result<Option<String>, SourceError> {
        let path = self.root.join(dir).join(POLICY_FILE);
        match fs::read(&path) {
            Ok(bytes) => policy_text(&from_root(&self.root, &path), bytes).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(SourceError::new(format!(
                "the policy {} cannot be read: {}",
                path.display(),
                io_reason(&error)
            ))),
        }
    }
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
pub(super) fn policy_text(shown: &str, bytes: Vec<u8>) -> Result<String, SourceError> {
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
