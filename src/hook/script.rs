//! The script of a hook.

use std::fs;
use std::path::{Path, PathBuf};

/// A hook that can be installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// Checks the posts that a commit is about to take in.
    PreCommit,
    /// Checks the message of a commit.
    CommitMsg,
}

impl Hook {
    /// Every one of them.
    pub const ALL: [Hook; 2] = [Hook::PreCommit, Hook::CommitMsg];

    /// The name git knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Hook::PreCommit => "pre-commit",
            Hook::CommitMsg => "commit-msg",
        }
    }

    /// What it sees to.
    pub(super) fn purpose(self) -> &'static str {
        match self {
            Hook::PreCommit => "the posts it is about to take in",
            Hook::CommitMsg => "its message for what is confidential",
        }
    }

    /// Where a hook that was there before is kept.
    pub(super) fn kept(self) -> String {
        format!("{}.before-sayso", self.name())
    }
}

/// How the second line of a script starts, by which it is known as ours.
const MARKER: &str = "# sayso: checks ";
/// How the line starts that names the program.
const PROGRAM: &str = "installed=";

/// The script. The path of the program is baked in, since graphical git clients
/// start hooks with another PATH than a terminal has. What is checked is for the
/// program to say, so that a later version may check more.
pub(super) fn script(hook: Hook, program: &Path) -> String {
    let (name, kept, purpose) = (hook.name(), hook.kept(), hook.purpose());
    let program = program.to_string_lossy().replace('\'', r"'\''");
    format!(
        r#"#!/bin/sh
{MARKER}{purpose}. `sayso hook uninstall` takes it out.
before="$(dirname "$0")/{kept}"
if [ -x "$before" ]; then
    "$before" "$@" || exit $?
fi
{PROGRAM}'{program}'
for program in "$installed" "$(command -v sayso)" "$HOME/.cargo/bin/sayso" "$HOME/.local/bin/sayso" /usr/local/bin/sayso /opt/homebrew/bin/sayso; do
    if [ -x "$program" ]; then
        exec "$program" hook run {name} "$@"
    fi
done
echo "sayso is not installed, so this commit was not checked." >&2
echo "Install it (see its README), or take the hook out: rm \"$0\"" >&2
exit 1
"#
    )
}

/// True when the hook at `path` is ours.
pub(super) fn is_ours(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines()
        .nth(1)
        .is_some_and(|line| line.starts_with(MARKER))
}

/// The program that a script of ours calls first.
pub(super) fn program_of(script: &str) -> Option<PathBuf> {
    let line = script
        .lines()
        .find_map(|line| line.strip_prefix(PROGRAM)?.strip_prefix('\''))?;
    let path = line.strip_suffix('\'')?.replace(r"'\''", "'");
    Some(PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_read_as_it_was_written() {
        let program = Path::new("/home/jo/Jo's tools $HOME/sayso");
        let script = script(Hook::PreCommit, program);
        assert_eq!(program_of(&script).as_deref(), Some(program));
    }
}
