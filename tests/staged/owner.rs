//! A repository that belongs to somebody else is read when git would read it.

#![cfg(unix)]

use std::os::unix::fs::MetadataExt;
use std::process::Command;

use crate::support::BAD;
use crate::*;

/// A repository of another user; none when only root could make one.
fn of_another_user() -> Option<Sandbox> {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    let owner = std::fs::metadata(sandbox.path()).expect("a folder").uid();
    if owner != 0 {
        eprintln!("skipped: only root can give a folder away");
        return None;
    }
    let mut chown = Command::new("chown");
    chown.args(["-R", "1000:1000"]).arg(sandbox.path());
    Ran::of(&mut chown).exits(0);
    Some(sandbox)
}

#[test]
fn a_repository_of_another_user_is_not_read_and_git_s_way_out_is_told() {
    let Some(sandbox) = of_another_user() else {
        return;
    };
    assert_unreadable(&sandbox, "this repository belongs to another user");
    let ran = sandbox.check(&["--staged"]);
    ran.complains("git config --global --add safe.directory /");
    ran.complains(text(sandbox.path()));
}

#[test]
fn a_repository_that_is_declared_safe_is_read() {
    let Some(sandbox) = of_another_user() else {
        return;
    };
    let around = format!("{}/*", text(sandbox.path().parent().expect("a folder")));
    for safe in ["*", text(sandbox.path()), &around] {
        let variables = [
            ("GIT_CONFIG_COUNT", "1"),
            ("GIT_CONFIG_KEY_0", "safe.directory"),
            ("GIT_CONFIG_VALUE_0", safe),
        ];
        let mut git = sandbox.command("git");
        let git = git.args(["status", "--porcelain"]).envs(variables);
        if Ran::of(git).code != 0 {
            eprintln!("skipped: this git does not take {safe}");
            continue;
        }
        let found = ["content/bad.md:5:10"];
        let check = |arguments: &[&str]| check_with(&sandbox, ".", &variables, arguments);
        assert_staged_for_git_alone(check, 1, &found);
    }
}
