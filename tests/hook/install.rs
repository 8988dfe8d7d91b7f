//! Where `sayso hook install` puts the hook, where it refuses to, and how the
//! hook is taken out again.

use crate::support::{BAD, SAYSO};
use crate::*;

#[test]
fn installed_from_a_sub_folder_it_works_from_anywhere() {
    let sandbox = repo();
    let ran = sandbox.sayso_in("content", &["hook", "install"]);
    ran.exits(0).says("pre-commit").is_silent_about("..");
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    let ran = sandbox.try_git(&["-C", "content", "commit", "--message", "a post"]);
    ran.fails().complains("content/new.md:5:10");
}

#[test]
fn a_linked_work_tree_shares_the_hook() {
    let sandbox = repo();
    let elsewhere = Sandbox::new();
    let linked = elsewhere.join("linked");
    sandbox.add_worktree(&linked);
    sandbox.sayso_in(&linked, &["hook", "install"]).exits(0);

    let linked = linked.to_str().expect("UTF-8");
    elsewhere.write("linked/content/there.md", BAD);
    sandbox.run_git(&["-C", linked, "add", "."]);
    let ran = sandbox.try_git(&["-C", linked, "commit", "--message", "a post"]);
    ran.fails().complains("content/there.md:5:10");
    sandbox.stage("content/here.md", BAD);
    assert_refused(&sandbox, &[], "content/here.md:5:10");
}

#[test]
fn the_hooks_folder_is_made_when_it_is_not_there() {
    let sandbox = repo();
    // The templates of a git may bring one along.
    let _ = fs::remove_dir_all(sandbox.join(".git/hooks"));
    install(&sandbox);
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
}

#[test]
fn the_script_is_plain_shell_and_calls_an_absolute_path() {
    let sandbox = hooked();
    let script = sandbox.read(HOOK);
    assert!(script.starts_with("#!/bin/sh\n"), "{script}");
    assert!(!script.contains('\r'), "{script}");
    assert!(Path::new(SAYSO).is_absolute());
    assert!(script.contains(&format!("'{SAYSO}'")), "{script}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let meta = fs::metadata(sandbox.join(HOOK)).expect("a hook");
        let mode = meta.permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{mode:o}");
    }
}

#[test]
fn installing_anew_mends_a_damaged_hook() {
    let sandbox = hooked();
    let whole = sandbox.read(HOOK);
    let damaged = whole.replace(SAYSO, "/nowhere/sayso");
    assert_ne!(damaged, whole);
    sandbox.write(HOOK, damaged);
    install(&sandbox);
    assert_eq!(sandbox.read(HOOK), whole);
    assert!(!sandbox.join(KEPT).exists());
}

#[test]
fn the_hook_comes_and_goes_without_a_trace() {
    let sandbox = repo();
    sandbox.write("content/first.md", BAD);
    let before = sandbox.state();
    install(&sandbox);
    sandbox.sayso(&["hook", "uninstall"]).exits(0);
    assert_eq!(sandbox.state(), before);
    assert!(!sandbox.join(HOOK).exists());
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    ran.exits(0).says("no hook of sayso");
}

/// The hook may have been there before the setting was.
#[test]
fn uninstalling_works_where_hooks_come_from_elsewhere() {
    let sandbox = hooked();
    sandbox.run_git(&["config", "core.hooksPath", ".husky"]);
    sandbox.sayso(&["hook", "uninstall"]).exits(0);
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn without_a_repository_there_is_nothing_to_install_into() {
    let sandbox = Sandbox::new();
    for action in ["install", "uninstall"] {
        let ran = sandbox.sayso(&["hook", action]);
        ran.exits(2).complains("no git repository here");
        ran.complains("git init");
    }
    let written = fs::read_dir(sandbox.path()).expect("a folder").count();
    assert_eq!(written, 0);
}

/// Nobody commits in a bare repository, so the hook would never run there.
#[test]
fn a_bare_repository_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.run_git(&["init", "--quiet", "--bare", "."]);
    sandbox
        .sayso(&["hook", "install"])
        .exits(2)
        .complains("bare");
    assert!(!sandbox.join("hooks/pre-commit").exists());
}
