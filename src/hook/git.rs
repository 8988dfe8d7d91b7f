//! What the `git` program answers. It is started by itself, never by a shell.

use std::path::Path;
use std::process::Command;

/// What git answers, without its line break; or what it complains about.
pub(super) fn ask(cwd: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(cwd)
        .output()
        .map_err(|error| format!("the program git cannot be started: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(said.trim().trim_start_matches("fatal: ").to_owned());
    }
    let answer = String::from_utf8_lossy(&output.stdout);
    Ok(answer.trim_end_matches(['\n', '\r']).to_owned())
}

/// The version of git, as in `2.47.3`.
pub fn git_version(cwd: &Path) -> Result<String, String> {
    let answer = ask(cwd, &["--version"])?;
    Ok(answer.trim_start_matches("git version ").to_owned())
}
