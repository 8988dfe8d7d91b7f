//! Reading with libgit2, without starting a program.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use git2::{
    Commit, Delta, Diff, DiffOptions, ErrorCode, Index as GitIndex, IndexEntry,
    IndexEntryExtendedFlag, IndexEntryFlag, Oid, Repository, Tree,
};
use rustc_hash::FxHashSet;

use super::{Changed, Failure, Git, Index, NOT_HERE, is_file, no_repository, unreadable};
use crate::source::SourceError;

/// A repository.
pub(super) struct Library {
    repo: Repository,
    /// True once its index was seen to be the one that git means.
    has_index: Cell<bool>,
}

impl Library {
    /// Opens the repository that git says we are in: under `git commit -a` or
    /// with a path, the index is not the usual one, and only the environment
    /// tells which it is.
    pub(super) fn open() -> Result<Library, Failure> {
        let repo = Repository::open_from_env().map_err(|error| cannot_open(&error))?;
        Ok(Library::of(repo))
    }

    /// The repository around `folder`, and the top of its work tree.
    pub(super) fn around(folder: &Path) -> Option<(Library, PathBuf)> {
        let repo = Repository::discover(folder).ok()?;
        let top = repo.workdir()?.to_owned();
        Some((Library::of(repo), top))
    }

    fn of(repo: Repository) -> Library {
        let has_index = Cell::default();
        Library { repo, has_index }
    }

    /// The index. The repository keeps it after it was read.
    fn index(&self) -> Result<GitIndex, String> {
        let index = self.repo.index().map_err(reason)?;
        if !self.has_index.get() && self.is_astray(&index) {
            return Err("its index is told from another folder".to_owned());
        }
        self.has_index.set(true);
        Ok(index)
    }

    /// True when the path of the index is told from the top of the work tree, as
    /// in a hook, and libgit2 has looked for it from here.
    fn is_astray(&self, index: &GitIndex) -> bool {
        let path = index.path().filter(|path| path.is_relative());
        path.is_some_and(|path| {
            let from_top = self.repo.workdir().map(|top| top.join(path));
            let real = |path: &Path| fs::canonicalize(path).ok();
            from_top.is_none_or(|from_top| real(&from_top) != real(path))
        })
    }

    fn find(&self, commit: &str) -> Result<Commit<'_>, String> {
        let id = Oid::from_str(commit).map_err(reason)?;
        self.repo.find_commit(id).map_err(reason)
    }

    fn tree(&self, commit: &str) -> Result<Tree<'_>, String> {
        self.find(commit)?.tree().map_err(reason)
    }

    fn maybe_tree(&self, commit: Option<&str>) -> Result<Option<Tree<'_>>, String> {
        commit.map(|commit| self.tree(commit)).transpose()
    }
}

impl Git for Library {
    fn is_bare(&self) -> Result<bool, String> {
        Ok(self.repo.is_bare())
    }

    fn head(&self) -> Result<Option<String>, String> {
        match self.repo.head() {
            Ok(head) => {
                let commit = head.peel_to_commit().map_err(reason)?;
                Ok(Some(commit.id().to_string()))
            }
            Err(error) if error.code() == ErrorCode::UnbornBranch => Ok(None),
            Err(error) => Err(reason(error)),
        }
    }

    fn commit(&self, revision: &str) -> Result<Option<String>, String> {
        let found = self.repo.revparse_single(revision);
        match found.and_then(|found| found.peel_to_commit()) {
            Ok(commit) => Ok(Some(commit.id().to_string())),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            // There are ways of writing it that only git itself knows.
            Err(error) => Err(reason(error)),
        }
    }

    fn merge_base(&self, one: &str, other: &str) -> Option<String> {
        let [one, other] = [one, other].map(|id| Oid::from_str(id).ok());
        Some(self.repo.merge_base(one?, other?).ok()?.to_string())
    }

    fn merged_in(&self) -> Vec<String> {
        super::program::merge_heads(&self.repo.path().join("MERGE_HEAD"))
    }

    fn staged(&self, since: Option<&str>) -> Result<Index, String> {
        let index = self.index()?;
        if index.has_conflicts() {
            return Ok(Index {
                is_unmerged: true,
                ..Index::default()
            });
        }
        let mut intended = FxHashSet::default();
        for entry in index.iter() {
            let extended = IndexEntryExtendedFlag::from_bits_truncate(entry.flags_extended);
            // `git update-index --assume-unchanged`; it may be new all the same.
            if IndexEntryFlag::from_bits_truncate(entry.flags).is_valid() {
                return Err("libgit2 leaves out files that are taken for unchanged".to_owned());
            }
            if extended.is_intent_to_add() {
                intended.insert(entry.path);
            }
        }
        let since = self.maybe_tree(since)?;
        let diff = self
            .repo
            .diff_tree_to_index(since.as_ref(), Some(&index), Some(&mut options()))
            .map_err(reason)?;
        let mut changed = changed(&diff);
        // For libgit2 they are added.
        changed.retain(|file| !intended.contains(&file.path));
        let mut intended: Vec<Vec<u8>> = intended.into_iter().collect();
        intended.sort();
        Ok(Index {
            changed,
            is_unmerged: false,
            intended,
        })
    }

    fn between(&self, since: Option<&str>, until: &str) -> Result<Vec<Changed>, String> {
        let (since, until) = (self.maybe_tree(since)?, self.tree(until)?);
        let diff = self
            .repo
            .diff_tree_to_tree(since.as_ref(), Some(&until), Some(&mut options()))
            .map_err(reason)?;
        Ok(changed(&diff))
    }

    fn in_index(&self, path: &str) -> Result<Option<String>, String> {
        let index = self.index()?;
        let is_it = |entry: &IndexEntry| entry.path == path.as_bytes();
        let entry = match index.get_path(Path::new(path), 0) {
            // Where case does not count, any of several namesakes is found.
            Some(entry) if !is_it(&entry) => index.iter().find(is_it),
            entry => entry,
        };
        Ok(entry
            .filter(|entry| is_file(entry.mode))
            .map(|entry| entry.id.to_string()))
    }

    fn in_commit(&self, commit: &str, path: &[u8]) -> Result<Option<String>, String> {
        let mut tree = self.tree(commit)?;
        let mut parts = path.split(|byte| *byte == b'/').peekable();
        while let Some(part) = parts.next() {
            let Some((id, mode)) = tree
                .iter()
                .find(|entry| entry.name_bytes() == part)
                .map(|entry| (entry.id(), entry.filemode() as u32))
            else {
                return Ok(None);
            };
            if parts.peek().is_none() {
                return Ok(is_file(mode).then(|| id.to_string()));
            }
            match self.repo.find_tree(id) {
                Ok(below) => tree = below,
                Err(_) => return Ok(None),
            }
        }
        Ok(None)
    }

    fn size(&self, blob: &str) -> Option<u64> {
        let id = Oid::from_str(blob).ok()?;
        let (size, _) = self.repo.odb().ok()?.read_header(id).ok()?;
        Some(size as u64)
    }

    fn read(&self, blob: &str) -> Result<Vec<u8>, String> {
        let id = Oid::from_str(blob).map_err(reason)?;
        match self.repo.find_blob(id) {
            Ok(blob) => Ok(blob.content().to_owned()),
            Err(error) if error.code() == ErrorCode::NotFound => Err(NOT_HERE.to_owned()),
            Err(error) => Err(reason(error)),
        }
    }

    fn authors(&self, path: &Path, text: &str) -> Vec<(usize, Option<String>)> {
        let Ok(committed) = self.repo.blame_file(path, None) else {
            return Vec::new();
        };
        let Ok(blame) = committed.blame_buffer(text.as_bytes()) else {
            return Vec::new();
        };
        blame
            .iter()
            .map(|stretch| {
                let is_committed = !stretch.final_commit_id().is_zero();
                let author = stretch.final_signature().filter(|_| is_committed);
                let author = author.map(|author| {
                    let name = String::from_utf8_lossy(author.name_bytes());
                    let mail = String::from_utf8_lossy(author.email_bytes());
                    format!("{name} <{mail}>")
                });
                (stretch.final_start_line(), author)
            })
            .collect()
    }
}

fn options() -> DiffOptions {
    let mut options = DiffOptions::new();
    options.ignore_submodules(true);
    options
}

/// The files that a diff leaves behind.
fn changed(diff: &Diff<'_>) -> Vec<Changed> {
    let mut changed: Vec<Changed> = diff
        .deltas()
        .filter(|delta| delta.status() != Delta::Deleted)
        .filter_map(|delta| {
            let (old, new) = (delta.old_file(), delta.new_file());
            let is_other = old.id() != new.id() && !new.id().is_zero();
            if !is_other || !is_file(new.mode().into()) {
                return None;
            }
            let was_file = !old.id().is_zero() && is_file(old.mode().into());
            Some(Changed {
                path: new.path_bytes()?.to_owned(),
                blob: new.id().to_string(),
                before: was_file.then(|| old.id().to_string()).into_iter().collect(),
            })
        })
        .collect();
    changed.sort_by(|a, b| a.path.cmp(&b.path));
    changed
}

fn reason(error: git2::Error) -> String {
    error.message().to_owned()
}

fn cannot_open(error: &git2::Error) -> Failure {
    Failure::Unable(match error.code() {
        ErrorCode::NotFound => no_repository(),
        ErrorCode::Owner => SourceError::new("this repository belongs to another user")
            .help("if you trust it: git config --global --add safe.directory \"$PWD\""),
        _ => unreadable(error.message()),
    })
}
