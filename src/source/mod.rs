//! Where posts come from, and the only home of git2 and of reading or writing
//! files.

mod commits;
mod filter;
mod git;
mod input;
mod key_file;
mod root;
mod staged;
mod tree;
mod write;

use std::path::PathBuf;

use crate::finding::Skipped;

use filter::Filter;
use git::{Changed, Git};

pub use commits::{Commits, Range};
pub use git::Reader;
pub use input::Input;
pub use key_file::{KeyFile, read_key};
pub use root::{absolute, find_root, from_root};
pub use staged::Staged;
pub use tree::{Tree, policy_text, read_policy};
pub use write::{WriteError, create, keep, read_document, replace, write_report};

/// The name of a policy file.
pub const POLICY_FILE: &str = "sayso.toml";

/// How large a policy, a picture, or another file beside the posts, may be.
const MOST_BYTES: u64 = 64 << 20;

/// A place that posts are read from, by several threads if need be.
pub trait Source: Sync {
    /// The files in it, ordered by path, and what was left out of them.
    fn list(&self) -> Result<Listing, SourceError>;

    /// What is at a place of it.
    fn read(&self, place: &Place) -> Result<Vec<u8>, String>;

    /// The content of the file at `path` (from the root), when there is one: a
    /// policy, or another file beside the posts, of 64 MiB at most.
    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String>;

    /// False when there is surely no folder at `path` (from the root).
    fn may_have_folder(&self, _path: &str) -> bool {
        true
    }

    /// True when there is a file at `path` (from the root), readable or not.
    fn has_file(&self, path: &str) -> bool;

    /// Who wrote the lines of `text`, the file at `path` from the root: the
    /// first line of each stretch, and the author where it is committed.
    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)>;

    /// Whether the file at `path` is the same on disk, where that matters:
    /// somebody may take the one there for the one that counts. None when there
    /// is none on disk.
    fn is_same_on_disk(&self, _path: &str) -> Option<bool> {
        Some(true)
    }

    /// The policy file in the folder `dir` (from the root, `""` for the root
    /// itself), when there is one.
    fn policy(&self, dir: &str) -> Result<Option<String>, SourceError> {
        let path = join(dir, POLICY_FILE);
        match self.file(&path) {
            Ok(None) => Ok(None),
            Ok(Some(bytes)) => policy_text(&path, bytes).map(Some),
            Err(reason) => Err(SourceError::new(format!(
                "the policy {path} cannot be read: {reason}"
            ))),
        }
    }
}

/// The path of `name` in the folder `dir`.
pub fn join(dir: &str, name: &str) -> String {
    if dir.is_empty() {
        name.to_owned()
    } else {
        format!("{dir}/{name}")
    }
}

/// The files a source offers.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files that may be posts.
    pub files: Vec<SourceFile>,
    /// Files that were named and cannot be posts.
    pub skipped: Vec<Skipped>,
    /// Links that were found in folders, and not followed.
    pub links: Vec<String>,
    /// Folders whose files are all among them, but hidden ones.
    pub folders: Vec<String>,
    /// Files that git was told of and that are not staged (`git add -N`).
    pub intended: Vec<String>,
    /// True when the files are what a change leaves behind.
    pub is_change: bool,
}

/// A file in a source.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the root, with `/`; for people where it is not UTF-8.
    pub path: String,
    /// Size in bytes.
    pub size: u64,
    /// True when it was named itself, and not found in a folder.
    pub named: bool,
    /// Where the source finds it again.
    pub place: Place,
    /// Where the versions are that it was made from: none for a new file, and
    /// several in a merge.
    pub before: Vec<Place>,
}

/// A file that a change leaves behind, if `filter` lets it in.
fn blob_file(git: &dyn Git, filter: &Filter, changed: &Changed) -> Option<SourceFile> {
    let path = String::from_utf8_lossy(&changed.path).into_owned();
    filter.admits(&path).then(|| SourceFile {
        size: git.size(&changed.blob).unwrap_or_default(),
        named: filter.names(&path),
        place: Place::Blob(changed.blob.clone()),
        before: changed.before.iter().cloned().map(Place::Blob).collect(),
        path,
    })
}

/// Where a source finds a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A file on disk.
    Disk(PathBuf),
    /// A blob in the repository, by its id in hex.
    Blob(String),
    /// Handed over by whoever started the program.
    Given,
}

/// A policy, or another file beside the posts, in git.
fn settings(git: &dyn Git, blob: &str) -> Result<Vec<u8>, String> {
    match git.size(blob) {
        Some(size) if size > MOST_BYTES => Err(too_large(size)),
        _ => git.read(blob),
    }
}

/// Why a source cannot be read at all.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl SourceError {
    pub(crate) fn new(message: impl Into<String>) -> SourceError {
        SourceError {
            message: message.into(),
            help: None,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> SourceError {
        self.help = Some(help.into());
        self
    }
}

/// Text of a file, or why it is none: "not UTF-8 at byte 12".
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    const LOOKED_AT: usize = 8000;
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if utf16 {
        return Err(NotText::Utf16);
    }
    if is_lfs_pointer(head) {
        return Err(NotText::LfsPointer);
    }
    if head.contains(&0) {
        return Err(NotText::Binary);
    }
    String::from_utf8(bytes).map_err(|error| NotText::At(error.utf8_error().valid_up_to()))
}

/// True for the note that Git LFS keeps in place of a large file.
pub fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// The first byte that is not UTF-8.
    At(usize),
    /// UTF-16, by its byte order mark.
    Utf16,
    /// A zero byte near the start.
    Binary,
    /// The note that Git LFS keeps in place of a large file.
    LfsPointer,
}

/// Says that a file of so many bytes is too large to be what it should be.
fn too_large(size: u64) -> String {
    format!("it has {size} bytes, and {MOST_BYTES} are the most")
}

/// A message about a file that cannot be read, without the jargon of the system.
pub(crate) fn io_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "it does not exist".to_owned(),
        ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file".to_owned(),
        _ => error.to_string(),
    }
}
