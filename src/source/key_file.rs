//! The file that holds the key of the sealed list.

use std::fs;
use std::path::Path;

use super::{SourceError, io_reason};

/// What is in a key file, and who else may read it.
pub struct KeyFile {
    /// Its text.
    pub text: String,
    /// True when others than its owner may read it.
    pub is_shared: bool,
}

/// Reads the key file at `path`, which must be outside of the repo at `root`.
pub fn read_key(path: &Path, root: &Path) -> Result<KeyFile, SourceError> {
    let unread = |error: &std::io::Error| {
        SourceError::new(format!(
            "the key in {} cannot be read: {}",
            path.display(),
            io_reason(error)
        ))
        .help("see what SAYSO_SEAL_KEY_FILE is set to")
    };
    let real = fs::canonicalize(path).map_err(|error| unread(&error))?;
    if fs::canonicalize(root).is_ok_and(|root| real.starts_with(root)) {
        return Err(SourceError::new(format!(
            "the key in {} is inside the repo, where it may be committed",
            path.display()
        ))
        .help(
            "move it out of the repo; if it was ever pushed, `sayso seal rotate` makes another",
        ));
    }
    let text = fs::read_to_string(&real).map_err(|error| unread(&error))?;
    Ok(KeyFile {
        is_shared: is_shared(&real),
        text,
    })
}

#[cfg(unix)]
fn is_shared(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

/// Who may read a file is not told by its mode here.
#[cfg(not(unix))]
fn is_shared(_path: &Path) -> bool {
    false
}
