//! `sayso hook status`: what is installed, whose, and whether it works.

use crate::support::SAYSO;
use crate::*;

fn status(sandbox: &Sandbox) -> Ran {
    sandbox.sayso(&["hook", "status"])
}

#[test]
fn without_a_hook_it_says_how_to_install_one() {
    let sandbox = repo();
    let ran = status(&sandbox);
    ran.exits(1).says("pre-commit: none; `sayso hook install`");
}

#[test]
fn ours_is_told_with_the_program_it_calls() {
    let sandbox = hooked();
    let ran = status(&sandbox);
    ran.exits(0).says("pre-commit: sayso's\n");
    ran.says(&format!("pre-commit calls {SAYSO}, which is there"));
    ran.says("commit-msg: none");
    assert_eq!(ran.out.lines().count(), 4, "{ran}");
}

#[test]
fn a_hook_that_was_kept_is_told() {
    let sandbox = repo();
    write_script(&sandbox.join(HOOK), "#!/bin/sh\nexit 0\n");
    status(&sandbox)
        .exits(1)
        .says("pre-commit: your own; it does not call sayso");
    install(&sandbox);
    status(&sandbox)
        .exits(0)
        .says("pre-commit.before-sayso, runs first");
}

#[test]
fn a_program_that_is_gone_is_told() {
    let sandbox = hooked();
    let damaged = sandbox.read(HOOK).replace(SAYSO, "/nowhere/sayso");
    sandbox.write(HOOK, damaged);
    let ran = status(&sandbox);
    ran.exits(1)
        .says("pre-commit calls /nowhere/sayso, which is gone");
    install(&sandbox);
    status(&sandbox).exits(0);
}

#[cfg(unix)]
#[test]
fn a_hook_that_git_does_not_start_is_told_and_mended() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = hooked();
    let plain = fs::Permissions::from_mode(0o644);
    fs::set_permissions(sandbox.join(HOOK), plain).expect("its mode");
    status(&sandbox).exits(1).says("git does not start it");
    install(&sandbox).says("renewed");
    status(&sandbox).exits(0);
}

#[test]
fn a_hook_that_is_no_longer_run_is_told() {
    let sandbox = hooked();
    sandbox.run_git(&["config", "core.hooksPath", ".githooks"]);
    let ran = status(&sandbox);
    ran.exits(1)
        .says("hooks folder: .githooks (core.hooksPath)");
    ran.says(".git/hooks/pre-commit is sayso's and is not run");
}

#[test]
fn without_a_repository_there_is_no_status() {
    let sandbox = Sandbox::new();
    status(&sandbox)
        .exits(2)
        .complains("no git repository here");
}
