//! Posts as they stand in the git index: what the commit will hold, whatever
//! the work tree says.

use std::path::Path;

use git2::{Delta, DiffOptions, ErrorCode, Index, Repository, Tree as GitTree};

use super::{Listing, Place, Source, SourceError, SourceFile, blame};

/// The index of a repository, compared with its last commit.
pub struct Staged {
    repo: Repository,
    index: Index,
}

/// Modes of ordinary files in an index; links and submodules have others.
const FILE_MODES: [u32; 2] = [0o100_644, 0o100_755];

impl Staged {
    /// Opens the repository that git says we are in: under `git commit -a` or
    /// with a path, the index is not the usual one, and only the environment
    /// tells which it is.
    pub fn open() -> Result<Staged, SourceError> {
        let repo = Repository::open_from_env().map_err(cannot_open)?;
        if repo.is_bare() {
            return Err(SourceError::new("a bare repository has nothing staged"));
        }
        let index = repo.index().map_err(|error| {
            SourceError::new(format!("the git index cannot be read: {}", error.message()))
                .help("run the check on the files instead: sayso check")
        })?;
        if index.has_conflicts() {
            return Err(SourceError::new("some files are still in conflict")
                .help("resolve them and `git add` them first; `git status` lists them"));
        }
        Ok(Staged { repo, index })
    }

    /// The commit that the index is compared with; none before the first one.
    fn head(&self) -> Result<Option<GitTree<'_>>, SourceError> {
        match self.repo.head() {
            Ok(head) => head.peel_to_tree().map(Some).map_err(unreadable),
            Err(error) if error.code() == ErrorCode::UnbornBranch => Ok(None),
            Err(error) => Err(unreadable(error)),
        }
    }

    /// True for `git add --intent-to-add`: the file is known and not staged.
    fn is_only_intended(&self, path: &[u8]) -> bool {
        let entry = self
            .index
            .find_prefix(path)
            .ok()
            .and_then(|at| self.index.get(at));
        entry.is_some_and(|entry| {
            entry.path == path
                && git2::IndexEntryExtendedFlag::from_bits_truncate(entry.flags_extended)
                    .is_intent_to_add()
        })
    }

    /// The trees of the branches that a merge in progress brings in.
    fn merged_in(&self) -> Vec<GitTree<'_>> {
        let heads =
            std::fs::read_to_string(self.repo.path().join("MERGE_HEAD")).unwrap_or_default();
        heads
            .lines()
            .filter_map(|id| git2::Oid::from_str(id).ok())
            .filter_map(|id| self.repo.find_commit(id).ok()?.tree().ok())
            .collect()
    }

    fn blob(&self, id: &str) -> Result<Vec<u8>, String> {
        let id = git2::Oid::from_str(id).map_err(|error| error.message().to_owned())?;
        self.repo
            .find_blob(id)
            .map(|blob| blob.content().to_owned())
            .map_err(|error| error.message().to_owned())
    }
}

impl Source for Staged {
    fn list(&self) -> Result<Listing, SourceError> {
        let head = self.head()?;
        let mut options = DiffOptions::new();
        options.ignore_submodules(true);
        let diff = self
            .repo
            .diff_tree_to_index(head.as_ref(), Some(&self.index), Some(&mut options))
            .map_err(unreadable)?;
        // What another branch wrote is not this commit's doing.
        let merged_in = self.merged_in();
        let is_theirs = |path: &[u8], id: git2::Oid| {
            let path = Path::new(std::str::from_utf8(path).unwrap_or_default());
            merged_in
                .iter()
                .any(|tree| tree.get_path(path).is_ok_and(|entry| entry.id() == id))
        };
        let mut listing = Listing::default();
        for delta in diff.deltas() {
            let file = delta.new_file();
            let Some(path) = file.path_bytes() else {
                continue;
            };
            let is_new = matches!(
                delta.status(),
                Delta::Added | Delta::Modified | Delta::Typechange | Delta::Renamed | Delta::Copied
            );
            let same = delta.old_file().id() == file.id();
            if !is_new || same || file.id().is_zero() {
                continue;
            }
            if !FILE_MODES.contains(&u32::from(file.mode())) {
                continue;
            }
            if self.is_only_intended(path) || is_theirs(path, file.id()) {
                continue;
            }
            let size = self
                .repo
                .odb()
                .and_then(|odb| odb.read_header(file.id()))
                .map_or(0, |(size, _)| size as u64);
            listing.files.push(SourceFile {
                path: String::from_utf8_lossy(path).into_owned(),
                size,
                named: false,
                place: Place::Blob(file.id().to_string()),
            });
        }
        listing.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(listing)
    }

    fn read(&self, file: &SourceFile) -> Result<Vec<u8>, String> {
        match &file.place {
            Place::Blob(id) => self.blob(id),
            Place::Disk(_) => Err("it is not in the index".into()),
        }
    }

    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)> {
        blame::authors(&self.repo, Path::new(path), text)
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        match self.index.get_path(Path::new(path), 0) {
            Some(entry) if FILE_MODES.contains(&entry.mode) => {
                self.blob(&entry.id.to_string()).map(Some)
            }
            _ => Ok(None),
        }
    }
}

fn cannot_open(error: git2::Error) -> SourceError {
    match error.code() {
        ErrorCode::NotFound => SourceError::new("this folder is not in a git repository")
            .help("run `git init`, or check files instead: sayso check PATH"),
        ErrorCode::Owner => SourceError::new("this repository belongs to another user")
            .help("if you trust it: git config --global --add safe.directory \"$PWD\""),
        _ => SourceError::new(format!(
            "the git repository cannot be opened: {}",
            error.message()
        ))
        .help("run the check on the files instead: sayso check"),
    }
}

fn unreadable(error: git2::Error) -> SourceError {
    SourceError::new(format!(
        "the git repository cannot be read: {}",
        error.message()
    ))
    .help("run `git status` to see what git makes of it")
}
