//! The paths that were named, where files come from git.

use std::path::{Path, PathBuf};

use super::root::{absolute, from_root};

/// Files and folders, as they are told from the root; none stands for all.
#[derive(Debug)]
pub(super) struct Filter(Vec<String>);

impl Filter {
    pub(super) fn new(root: &Path, cwd: &Path, paths: &[PathBuf]) -> Filter {
        let told = |path: &PathBuf| from_root(root, &absolute(cwd, path));
        Filter(paths.iter().map(told).collect())
    }

    /// True when `path` was named itself.
    pub(super) fn names(&self, path: &str) -> bool {
        self.0.iter().any(|named| named == path)
    }

    /// True when `path` was named, or a folder above it.
    pub(super) fn admits(&self, path: &str) -> bool {
        self.0.is_empty()
            || self.0.iter().any(|named| {
                let rest = path.strip_prefix(named.as_str());
                rest.is_some_and(|rest| {
                    named.is_empty() || rest.is_empty() || rest.starts_with('/')
                })
            })
    }
}
