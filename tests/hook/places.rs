//! Repositories whose hooks are not in `.git/hooks` below the work tree.

use crate::support::BAD;
use crate::*;

/// In the work tree at `folder` a bad post is refused and a good one passes.
#[track_caller]
fn assert_checked_in(sandbox: &Sandbox, folder: &str) {
    let git = |arguments: &[&str]| sandbox.try_git(&[&["-C", folder], arguments].concat());
    sandbox.write(&format!("{folder}/content/there.md"), BAD);
    git(&["add", "."]).exits(0);
    let ran = git(&["commit", "--message", "a post"]);
    ran.fails().complains("content/there.md:5:10");
    sandbox.write(&format!("{folder}/content/there.md"), GOOD);
    let ran = git(&["commit", "--all", "--message", "a post"]);
    ran.exits(0).complains("nothing found in 1 post");
}

#[test]
fn a_submodule_has_its_own_hook() {
    let library = repo();
    let sandbox = repo();
    let from = library.path().to_str().expect("UTF-8");
    sandbox.run_git(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        from,
        "sub",
    ]);
    let ran = sandbox.sayso_in("sub", &["hook", "install"]);
    ran.exits(0).says(".git/modules/sub/hooks/pre-commit");
    assert!(!sandbox.join(HOOK).exists());
    assert_checked_in(&sandbox, "sub");
    sandbox
        .sayso_in("sub/content", &["hook", "status"])
        .exits(0);
    sandbox.sayso_in("sub", &["hook", "uninstall"]).exits(0);
    assert!(!sandbox.join(".git/modules/sub/hooks/pre-commit").exists());
}

#[test]
fn a_git_dir_that_stands_elsewhere_has_the_hook() {
    let sandbox = Sandbox::new();
    let apart = sandbox.join("apart.git");
    let apart = apart.to_str().expect("UTF-8");
    sandbox.run_git(&["init", "--quiet", "--separate-git-dir", apart, "work"]);
    let ran = sandbox.sayso_in("work", &["hook", "install"]);
    ran.exits(0).says("apart.git/hooks/pre-commit");
    assert_checked_in(&sandbox, "work");
}

/// All work trees of a repository share its hooks.
#[test]
fn the_hook_of_a_linked_work_tree_is_that_of_the_repository() {
    let sandbox = repo();
    sandbox.add_worktree(&sandbox.join("linked"));
    let ran = sandbox.sayso_in("linked", &["hook", "install", "--commit-msg"]);
    ran.exits(0).is_silent_about("worktrees");
    assert!(sandbox.join(HOOK).exists());
    sandbox.sayso_in("linked", &["hook", "status"]).exits(0);
    assert_checked_in(&sandbox, "linked");

    sandbox.write("linked/content/there.md", good());
    let message = "A post\n\n**Internal use only**\n\nMore.";
    let ran = sandbox.try_git(&["-C", "linked", "commit", "--all", "--message", message]);
    ran.fails().complains("commit message:3:3");
}
