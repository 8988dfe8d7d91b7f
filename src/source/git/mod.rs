//! A repository as posts are read from it, whoever does the reading.
//!
//! libgit2 reads it first. It cannot read a split or a sparse index, reftables
//! or SHA-256, and does not know all settings of ownership; whenever it fails,
//! the `git` program reads the same.

mod answers;
mod batch;
mod library;
mod program;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::SourceError;

use library::Library;
use program::Program;

/// What reads a repository.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reader {
    /// libgit2, and the `git` program where that fails.
    #[default]
    Any,
    /// libgit2 alone.
    Library,
    /// The `git` program alone.
    Program,
}

/// A repository that can be read.
pub(super) trait Git: Send {
    /// True for a repository without a work tree.
    fn is_bare(&self) -> Result<bool, String>;

    /// The last commit; none before the first one.
    fn head(&self) -> Result<Option<String>, String>;

    /// The commit that `revision` names, when there is one.
    fn commit(&self, revision: &str) -> Result<Option<String>, String>;

    /// The last commit that is in the history of both.
    fn merge_base(&self, one: &str, other: &str) -> Option<String>;

    /// The commits that a merge in progress brings in.
    fn merged_in(&self) -> Vec<String>;

    /// The index, compared with the commit `since`.
    fn staged(&self, since: Option<&str>) -> Result<Index, String>;

    /// The files of the commit `until` that are others in `since`; all of them
    /// without one.
    fn between(&self, since: Option<&str>, until: &str) -> Result<Vec<Changed>, String>;

    /// The file at `path` in the index.
    fn in_index(&self, path: &str) -> Result<Option<String>, String>;

    /// The file at `path` in a commit.
    fn in_commit(&self, commit: &str, path: &[u8]) -> Result<Option<String>, String>;

    /// Size of a blob in bytes.
    fn size(&self, blob: &str) -> Option<u64>;

    /// Content of a blob.
    fn read(&self, blob: &str) -> Result<Vec<u8>, String>;

    /// Who wrote the `text` of the file at `path` (from the top of the work
    /// tree): the first line of each stretch, counted from 1, and its author as
    /// `Name <mail>`; none for lines that are not committed. Empty when git
    /// does not know the file.
    fn authors(&self, path: &Path, text: &str) -> Vec<(usize, Option<String>)>;
}

/// A repository that several threads ask, one after the other.
pub(super) struct Shared(Mutex<Box<dyn Git>>);

impl Shared {
    pub(super) fn new(git: Box<dyn Git>) -> Shared {
        Shared(Mutex::new(git))
    }

    /// The repository, for as long as nobody else needs it.
    pub(super) fn lock(&self) -> MutexGuard<'_, Box<dyn Git>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is staged.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Files that the next commit changes, ordered by path.
    pub(super) changed: Vec<Changed>,
    /// True while a merge leaves some file in conflict.
    pub(super) is_unmerged: bool,
    /// Files that git was told of (`git add -N`) and that are not staged.
    pub(super) intended: Vec<Vec<u8>>,
}

/// A file that a change leaves behind. Links and submodules are none, and what
/// only changes its mode has not changed.
#[derive(Debug)]
pub(super) struct Changed {
    pub(super) path: Vec<u8>,
    /// Its blob.
    pub(super) blob: String,
    /// The blobs it was before, where it was a file: several in a merge.
    pub(super) before: Vec<String>,
}

/// Modes of ordinary files; links and submodules have others.
const FILE_MODES: [u32; 2] = [0o100_644, 0o100_755];

fn is_file(mode: u32) -> bool {
    FILE_MODES.contains(&mode)
}

/// What is said of an object that a clone has not got.
const NOT_HERE: &str = "git does not have it here";

/// Why a repository is not read.
pub(super) enum Failure {
    /// Whoever tried cannot read it; another one may.
    Unable(SourceError),
    /// It was read, and what was asked cannot be done with it.
    Refused(SourceError),
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Failure {
        Failure::Refused(error)
    }
}

impl From<String> for Failure {
    fn from(reason: String) -> Failure {
        Failure::Unable(unreadable(&reason))
    }
}

/// Tries `work` on the repository around the current folder, with one reader
/// after the other until one can do it.
pub(super) fn open<T>(
    reader: Reader,
    work: impl Fn(Box<dyn Git>) -> Result<T, Failure>,
) -> Result<T, SourceError> {
    let by_library = || work(Box::new(Library::open()?));
    let by_program = || work(Box::new(Program::open(Path::new("."))?));
    let done = match reader {
        Reader::Library => by_library(),
        Reader::Program => by_program(),
        Reader::Any => match by_library() {
            Err(Failure::Unable(first)) => match by_program() {
                // Of the two, one that takes a damaged repository for none, or is
                // not there, has less to say.
                Err(Failure::Unable(error))
                    if error.message == program::NO_PROGRAM || error == no_repository() =>
                {
                    Err(Failure::Unable(first))
                }
                // What git itself says is what people find help for.
                done => done,
            },
            done => done,
        },
    };
    done.map_err(|failure| match failure {
        Failure::Unable(error) | Failure::Refused(error) => error,
    })
}

/// The repository around `folder`, and the top of its work tree.
pub(super) fn around(folder: &Path) -> Option<(Box<dyn Git>, PathBuf)> {
    if let Some((git, top)) = Library::around(folder) {
        return Some((Box::new(git), top));
    }
    let (git, top) = Program::around(folder)?;
    Some((Box::new(git), top))
}

fn no_repository() -> SourceError {
    SourceError::new("this folder is not in a git repository")
        .help("run `git init`, or check files instead: sayso check PATH")
}

fn unreadable(reason: &str) -> SourceError {
    SourceError::new(format!("the git repository cannot be read: {reason}"))
        .help("run `git status` to see what git makes of it")
}
