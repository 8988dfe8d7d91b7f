//! The git hook: installed by `sayso hook install`, called by real commits of
//! the `git` program.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod commit;
mod dry_run;
mod elsewhere;
mod foreign;
mod install;
mod layouts;
mod managers;
mod message;
mod output;
mod places;
mod program;
mod status;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::{BAD_MESSAGE, GOOD, Ran, Sandbox};

const HOOK: &str = ".git/hooks/pre-commit";
/// Where a hook that was there before is kept.
const KEPT: &str = ".git/hooks/pre-commit.before-sayso";

/// A repository with one commit of two good posts, and no hook.
fn repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    sandbox.stage("content/second.md", GOOD);
    sandbox.commit_unchecked();
    sandbox
}

/// The same, with our hook.
fn hooked() -> Sandbox {
    let sandbox = repo();
    install(&sandbox);
    sandbox
}

#[track_caller]
fn install(sandbox: &Sandbox) -> Ran {
    let ran = sandbox.sayso(&["hook", "install"]);
    ran.exits(0);
    ran
}

/// Another good post.
fn good() -> String {
    format!("{GOOD}One more line.\n")
}

/// `git commit` with these arguments.
fn commit(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.try_git(&[&["commit", "--message", "a post"], arguments].concat())
}

fn head(sandbox: &Sandbox) -> String {
    sandbox.run_git(&["rev-parse", "HEAD"])
}

/// Git writes into the index what it would write there on any commit, so that
/// a change of it is not git's own.
fn settle_index(sandbox: &Sandbox) {
    sandbox.try_git(&["update-index", "-q", "--refresh"]);
    sandbox.run_git(&["write-tree"]);
}

/// The commit is refused with the message, and nothing has moved.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, arguments: &[&str], place: &str) {
    settle_index(sandbox);
    let before = (sandbox.state(), head(sandbox));
    let ran = commit(sandbox, arguments);
    ran.fails().complains(BAD_MESSAGE).complains(place);
    assert_eq!((sandbox.state(), head(sandbox)), before, "{arguments:?}");
}

/// The commit is made, and the hook has said so much.
#[track_caller]
fn assert_passes(sandbox: &Sandbox, arguments: &[&str], verdict: &str) {
    let before = head(sandbox);
    commit(sandbox, arguments).exits(0).complains(verdict);
    assert_ne!(head(sandbox), before, "{arguments:?}");
}

/// Writes a script that can be started. Another process does it: a program that
/// this one holds open for writing, if only for a moment and in a child of
/// another test, cannot be started ("text file busy").
fn write_script(path: &Path, script: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    let source = tempfile::NamedTempFile::new().expect("a file");
    fs::write(source.path(), script).expect("a script");
    copy_program(source.path(), path);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("its mode");
    }
}

/// Copies a program, for the same reason by another process where that is easy.
fn copy_program(from: &Path, to: &Path) {
    if cfg!(unix) {
        let copied = Command::new("cp").arg("-p").args([from, to]).status();
        assert!(copied.expect("cp").success());
    } else {
        fs::copy(from, to).expect("a copy");
    }
}
