//! Writing: posts that were fixed, and reports.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Why a post was left as it is.
#[derive(Debug)]
pub enum WriteError {
    /// It is not what it was when it was read.
    Changed,
    /// It is a link; writing would replace the link by a file.
    Link,
    /// It may not be written.
    ReadOnly,
    /// The system says no.
    Io(io::Error),
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            WriteError::Changed => f.write_str("it was changed while it was being checked"),
            WriteError::Link => f.write_str("it is a link to another file"),
            WriteError::ReadOnly => f.write_str("it is read-only"),
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

/// Replaces the post at `path` by `after`, when it still is `before`. Whoever
/// reads it meanwhile sees the one or the other, whole; the mode bits stay.
pub fn replace(path: &Path, before: &str, after: &str) -> Result<(), WriteError> {
    let meta = fs::symlink_metadata(path)?;
    if meta.is_symlink() {
        return Err(WriteError::Link);
    }
    if meta.permissions().readonly() {
        return Err(WriteError::ReadOnly);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(after.as_bytes())?;
    file.as_file().set_permissions(meta.permissions())?;
    file.as_file().sync_all()?;
    if fs::read(path)? != before.as_bytes() {
        return Err(WriteError::Changed);
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
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
            replace(&path, "older", "fixed"),
            Err(WriteError::Changed)
        ));
        assert_eq!(fs::read_to_string(&path).expect("read"), "newer");
        assert_eq!(fs::read_dir(folder.path()).expect("list").count(), 1);
        replace(&path, "newer", "fixed").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("read"), "fixed");
    }
}
