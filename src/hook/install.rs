//! Putting the hook into a repository, beside what is already there, and
//! taking it out again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::source;

/// Why the hook was not installed.
#[derive(Debug)]
pub struct HookError {
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl HookError {
    fn new(message: impl Into<String>, help: impl Into<String>) -> HookError {
        HookError {
            message: message.into(),
            help: help.into(),
        }
    }
}

/// The second line of the script, by which it is known as ours.
const MARKER: &str = "# sayso: checks the posts in this commit.";
const NAME: &str = "pre-commit";
/// Where a hook that was there before is kept.
const KEPT: &str = "pre-commit.before-sayso";

/// Installs the hook for the repository around `cwd`, calling `program`. What
/// comes back says what was done.
pub fn install(cwd: &Path, program: &Path) -> Result<String, HookError> {
    let folder = hooks_folder(cwd)?;
    if git(cwd, &["rev-parse", "--is-bare-repository"]).is_ok_and(|answer| answer == "true") {
        return Err(HookError::new(
            "this is a bare repository, in which nobody commits",
            "install the hook in a clone that people work in",
        ));
    }
    if let Some(elsewhere) = other_hooks_path(cwd) {
        return Err(HookError::new(
            format!("git is told to take its hooks from {elsewhere} (core.hooksPath)"),
            "add this line to the pre-commit hook there: sayso check --staged",
        ));
    }
    fs::create_dir_all(&folder).map_err(|error| cannot_write(&folder, &error))?;
    let hook = folder.join(NAME);
    let kept = folder.join(KEPT);
    let mut said = String::new();
    if is_there(&hook) && !is_ours(&hook) {
        if is_there(&kept) {
            return Err(HookError::new(
                format!(
                    "{} and {} both hold another hook",
                    hook.display(),
                    kept.display()
                ),
                "put the two together by hand, then try again",
            ));
        }
        fs::rename(&hook, &kept).map_err(|error| cannot_write(&hook, &error))?;
        said = format!("the hook that was there is kept as {KEPT} and runs first\n");
    }
    write_script(&hook, &script(program)).map_err(|error| cannot_write(&hook, &error))?;
    Ok(format!(
        "{said}installed {}\nfrom now on `git commit` checks the posts it is about to take in\n",
        hook.display()
    ))
}

/// Takes the hook out, and puts back the one that was there before.
pub fn uninstall(cwd: &Path) -> Result<String, HookError> {
    let folder = hooks_folder(cwd)?;
    let hook = folder.join(NAME);
    let kept = folder.join(KEPT);
    if !is_there(&hook) || !is_ours(&hook) {
        return Ok("no hook of sayso is installed\n".to_owned());
    }
    fs::remove_file(&hook).map_err(|error| cannot_write(&hook, &error))?;
    if is_there(&kept) {
        fs::rename(&kept, &hook).map_err(|error| cannot_write(&hook, &error))?;
        return Ok(format!(
            "removed; {} is the one from before again\n",
            hook.display()
        ));
    }
    Ok(format!("removed {}\n", hook.display()))
}

/// The folder of the repository's own hooks.
fn hooks_folder(cwd: &Path) -> Result<PathBuf, HookError> {
    let common = git(cwd, &["rev-parse", "--git-common-dir"]).map_err(|message| {
        HookError::new(
            format!("there is no git repository here: {message}"),
            "go to the folder of your content repo, or run `git init` there",
        )
    })?;
    Ok(source::absolute(cwd, &Path::new(&common).join("hooks")))
}

/// Where git was told to look for hooks, when that is not the usual folder. A
/// setting of the user or of another hook manager is not touched.
fn other_hooks_path(cwd: &Path) -> Option<String> {
    git(cwd, &["config", "--get", "core.hooksPath"])
        .ok()
        .filter(|path| !path.is_empty())
}

/// True when something stands there, be it a link to nowhere.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// What git answers, without its line break.
fn git(cwd: &Path, arguments: &[&str]) -> Result<String, String> {
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

fn is_ours(hook: &Path) -> bool {
    fs::read_to_string(hook).is_ok_and(|text| {
        text.lines()
            .nth(1)
            .is_some_and(|line| line.starts_with(MARKER))
    })
}

fn cannot_write(path: &Path, error: &io::Error) -> HookError {
    HookError::new(
        format!("{} cannot be written: {error}", path.display()),
        "see who owns the folder and whether you may write to it",
    )
}

fn write_script(path: &Path, script: &str) -> io::Result<()> {
    fs::write(path, script)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// The hook. The path of the program is baked in, since graphical git clients
/// start hooks with another PATH than a terminal has.
fn script(program: &Path) -> String {
    let quoted = program.to_string_lossy().replace('\'', r"'\''");
    format!(
        r#"#!/bin/sh
{MARKER} `sayso hook uninstall` takes it out.
before="$(dirname "$0")/{KEPT}"
if [ -x "$before" ]; then
    "$before" "$@" || exit $?
fi
for program in '{quoted}' "$(command -v sayso)" "$HOME/.cargo/bin/sayso" "$HOME/.local/bin/sayso" /usr/local/bin/sayso /opt/homebrew/bin/sayso; do
    if [ -x "$program" ]; then
        exec "$program" check --staged
    fi
done
echo "sayso is not installed, so the posts in this commit were not checked." >&2
echo "Install it (see its README), or take the hook out: rm \"$0\"" >&2
exit 1
"#
    )
}
