//! Writing: posts that were fixed, and reports.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Why a file was left as it is.
#[derive(Debug)]
pub enum WriteError {
    /// It is not what it was when it was read.
    Changed,
    /// It is a link; writing would replace the link by a file.
    Link,
    /// It may not be written.
    ReadOnly,
    /// It is there, and must not be replaced.
    Exists,
    /// Its folder is a link that leads out of the repo.
    Outside,
    /// The system says no.
    Io(io::Error),
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            WriteError::Changed => f.write_str("it was changed while it was being checked"),
            WriteError::Link => f.write_str("it is a link to another file"),
            WriteError::ReadOnly => f.write_str("it is read-only"),
            WriteError::Exists => f.write_str("it is there already"),
            WriteError::Outside => f.write_str("its folder is a link that leads out of the repo"),
            WriteError::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                f.write_str("you may not write to its folder")
            }
            WriteError::Io(error) => f.write_str(&super::io_reason(error)),
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> WriteError {
        WriteError::Io(error)
    }
}

/// Replaces the file at `path` by `after`, when it still is `before`. Whoever
/// reads it meanwhile sees the one or the other, whole; the mode bits stay.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), WriteError> {
    let meta = fs::symlink_metadata(path)?;
    if meta.is_symlink() {
        return Err(WriteError::Link);
    }
    if meta.permissions().readonly() {
        return Err(WriteError::ReadOnly);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(after)?;
    file.as_file().set_permissions(meta.permissions())?;
    file.as_file().sync_all()?;
    if fs::read(path)? != before {
        return Err(WriteError::Changed);
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The text of a document that was written before.
pub fn read_document(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| super::io_reason(&error))?;
    String::from_utf8(bytes).map_err(|_| "it is no text in UTF-8".to_owned())
}

/// Writes a new file, whole or not at all, and never over another.
pub fn create(path: &Path, text: &str) -> Result<(), WriteError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = new_file().tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(WriteError::Exists),
        Err(error) => Err(error.error.into()),
    }
}

/// Writes `text` to the file at `path` from `root`, in a folder that is made
/// when it is not there. What the file held `before` is replaced, and nothing
/// else; a link is not followed out of the root.
pub fn keep(root: &Path, path: &str, before: Option<&str>, text: &str) -> Result<(), WriteError> {
    let path = root.join(path);
    let folder = path.parent().unwrap_or(root);
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error.into()),
        _ => {}
    }
    // A link to nowhere leads out as well.
    let real = fs::canonicalize(folder).map_err(|_| WriteError::Outside)?;
    if !real.starts_with(fs::canonicalize(root)?) {
        return Err(WriteError::Outside);
    }
    match before {
        Some(before) => replace(&path, before.as_bytes(), text.as_bytes()),
        None => create(&path, text),
    }
}

/// How a new file is made: who may read it is for the umask to say, as for any
/// other file of the repo.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Writes a report to `path`.
pub fn write_report(path: &Path, report: &[u8]) -> io::Result<()> {
    fs::write(path, report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "newer").expect("write");
        assert!(matches!(
            replace(&path, b"older", b"fixed"),
            Err(WriteError::Changed)
        ));
        assert_eq!(fs::read_to_string(&path).expect("read"), "newer");
        assert_eq!(fs::read_dir(folder.path()).expect("list").count(), 1);
        replace(&path, b"newer", b"fixed").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("read"), "fixed");
    }
}
