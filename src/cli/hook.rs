//! `sayso hook`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};

use super::this_program;
use crate::exit::Exit;
use crate::hook::{self, HookError, Wish};
use crate::run::{self, Commit, Console};

#[derive(Debug, Subcommand)]
pub(super) enum HookAction {
    /// Put the hook into this repository, beside what is already there
    Install {
        /// Check commit messages for what is confidential, too
        #[arg(long)]
        commit_msg: bool,
        /// Install beside a program that manages the hooks, such as husky
        #[arg(long)]
        force: bool,
        /// Say what would be done, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Take it out and put back what was there before
    Uninstall {
        /// Say what would be done, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Say what is installed, whose it is, and whether it works
    Status,
    /// What the hooks call: check what a commit takes in, or its message
    Run {
        /// The hook
        #[arg(value_enum)]
        hook: HookName,
        /// What git hands to the hook
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum HookName {
    /// The posts that are staged
    PreCommit,
    /// The message, in the file that is named
    CommitMsg,
}

pub(super) fn run(action: HookAction, auto_color: bool, console: &mut Console<'_>) -> Exit {
    match action {
        HookAction::Install {
            commit_msg,
            force,
            dry_run,
        } => {
            let wish = Wish {
                commit_msg,
                force,
                dry_run,
            };
            match this_program() {
                Ok(program) => tell(hook::install(&console.cwd, &program, wish), console),
                Err(error) => {
                    let _ = writeln!(console.err, "sayso: its own path is not known: {error}");
                    Exit::Broken
                }
            }
        }
        HookAction::Uninstall { dry_run } => tell(hook::uninstall(&console.cwd, dry_run), console),
        HookAction::Status => run::hook_status(console),
        HookAction::Run { hook, arguments } => called(hook, &arguments, auto_color, console),
    }
}

/// A hook calls; git tells about the commit in the environment.
fn called(hook: HookName, arguments: &[OsString], color: bool, console: &mut Console<'_>) -> Exit {
    // For `commit -a` and `commit PATH` git makes an index that it locks.
    let index = std::env::var_os("GIT_INDEX_FILE").map(PathBuf::from);
    let is_lock = |index: PathBuf| index.extension().is_some_and(|ending| ending == "lock");
    let commit = Commit {
        stays_staged: !index.is_some_and(is_lock),
        // Git says so when it starts none.
        was_edited: std::env::var_os("GIT_EDITOR").is_none_or(|editor| editor != ":"),
        color,
    };
    match (hook, arguments) {
        (HookName::PreCommit, _) => run::pre_commit(commit, console),
        (HookName::CommitMsg, [file, ..]) => run::commit_msg(Path::new(file), commit, console),
        (HookName::CommitMsg, []) => {
            let _ = writeln!(
                console.err,
                "sayso: name the file with the message, as git does: sayso hook run commit-msg FILE"
            );
            Exit::Broken
        }
    }
}

fn tell(done: Result<String, HookError>, console: &mut Console<'_>) -> Exit {
    match done {
        Ok(said) => {
            let _ = console.out.write_all(said.as_bytes());
            Exit::Clean
        }
        Err(error) => {
            let HookError {
                message,
                help,
                lines,
            } = error;
            let _ = writeln!(console.err, "sayso: {message}\n       {help}");
            if let Some(lines) = lines {
                let _ = writeln!(console.err, "\n{}", lines.trim_end());
            }
            Exit::Broken
        }
    }
}
