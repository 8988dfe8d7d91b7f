//! Programs: whether one can be started, and which.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// True when the program at `path` is there and may be started.
pub fn can_start(path: &Path) -> bool {
    let Ok(meta) = fs::metadata(path) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        meta.is_file() && meta.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    meta.is_file()
}

/// The first `sayso` in `folders`.
pub fn find_in(folders: &[PathBuf]) -> Option<PathBuf> {
    let name = if cfg!(windows) { "sayso.exe" } else { "sayso" };
    folders
        .iter()
        .map(|folder| folder.join(name))
        .find(|program| can_start(program))
}

/// The version that a `sayso` says it is.
pub fn version_of(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    said.strip_prefix("sayso ").map(str::to_owned)
}
