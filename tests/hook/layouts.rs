//! Commits where git calls the hook in a way of its own: merges, work trees and
//! repositories that lie elsewhere.

use crate::support::BAD;
use crate::*;

/// Commits a bad and then a good post in the folder that `git` works in, which
/// is `folder` of the sandbox.
#[track_caller]
fn assert_guarded(sandbox: &Sandbox, folder: &str, git: &[&str]) {
    let run = |arguments: &[&str]| sandbox.try_git(&[git, arguments].concat());
    let file = format!("{folder}/content/new.md");
    for path in [&[][..], &["content/new.md"]] {
        let commit = [&["commit", "--message", "a post"], path].concat();
        sandbox.write(&file, format!("{BAD}{}\n", path.len()));
        run(&["add", "content/new.md"]).exits(0);
        let head = run(&["rev-parse", "HEAD"]).out;
        let ran = run(&commit);
        ran.fails().complains(BAD_MESSAGE);
        ran.complains("content/new.md:5:10");
        assert_eq!(run(&["rev-parse", "HEAD"]).out, head);
        sandbox.write(&file, format!("{GOOD}{}\n", path.len()));
        run(&["add", "content/new.md"]).exits(0);
        let ran = run(&commit);
        ran.exits(0).complains("nothing found in 1 post");
        assert_ne!(run(&["rev-parse", "HEAD"]).out, head);
    }
}

#[test]
fn in_a_linked_work_tree() {
    let sandbox = hooked();
    sandbox.add_worktree(&sandbox.join("../linked"));
    assert_guarded(&sandbox, "../linked", &["-C", "../linked"]);
}

#[test]
fn with_a_git_folder_elsewhere() {
    let sandbox = Sandbox::new();
    let elsewhere = "--separate-git-dir=../elsewhere.git";
    sandbox.run_git(&["init", "--quiet", elsewhere]);
    sandbox.stage("content/first.md", GOOD);
    sandbox.commit_unchecked();
    install(&sandbox);
    assert_guarded(&sandbox, ".", &["-C", "."]);
    assert_guarded(&sandbox, "content/..", &["-C", "content/.."]);
}

#[test]
fn with_a_repository_that_is_named_to_git() {
    let sandbox = repo();
    install(&sandbox);
    fs::rename(sandbox.join(".git"), sandbox.join("../named.git")).expect("a move");
    let git = ["--git-dir=../named.git", "--work-tree=."];
    assert_guarded(&sandbox, ".", &git);
}

#[test]
fn in_a_submodule() {
    let theme = repo();
    let sandbox = repo();
    let path = theme.path().to_str().expect("UTF-8");
    let add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q"];
    sandbox.run_git(&[&add[..], &[path, "theme"]].concat());
    sandbox.sayso_in("theme", &["hook", "install"]).exits(0);
    assert_guarded(&sandbox, "theme", &["-C", "theme"]);
}

#[test]
fn on_no_branch() {
    let sandbox = hooked();
    sandbox.run_git(&["checkout", "--quiet", "--detach"]);
    assert_guarded(&sandbox, ".", &["-C", "."]);
}

#[test]
fn with_an_index_that_only_git_can_read() {
    let sandbox = hooked();
    sandbox.run_git(&["config", "core.splitIndex", "true"]);
    sandbox.run_git(&["update-index", "--split-index"]);
    assert_guarded(&sandbox, ".", &["-C", "."]);
}

/// What the other branch brings was checked there; what is resolved is not.
#[test]
fn concluding_a_merge() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "-b", "theirs"]);
    sandbox.stage("content/theirs.md", BAD);
    sandbox.stage("content/first.md", GOOD.replace("We tried", "They tried"));
    sandbox.commit_unchecked();
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    sandbox.stage("content/first.md", GOOD.replace("We tried", "I tried"));
    sandbox.commit_unchecked();
    install(&sandbox);
    sandbox.try_git(&["merge", "--quiet", "theirs"]).fails();
    // Git itself asks for this.
    commit(&sandbox, &[]).fails();
    sandbox.stage("content/first.md", BAD);
    assert_refused(&sandbox, &[], "content/first.md:5:10");
    sandbox.stage("content/first.md", good());
    let ran = commit(&sandbox, &[]);
    ran.exits(0).complains("nothing found in 1 post");
    ran.is_silent_about("theirs.md");
}

/// Only what is named is committed, and only that is checked.
#[test]
fn with_only_and_include() {
    let sandbox = hooked();
    sandbox.stage("content/other.md", BAD);
    sandbox.write("content/first.md", good());
    let only = ["--only", "content/first.md"];
    assert_passes(&sandbox, &only, "nothing found in 1 post");
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &only, "content/first.md:5:10");
    sandbox.write("content/first.md", GOOD);
    let include = ["--include", "content/first.md"];
    assert_refused(&sandbox, &include, "content/other.md:5:10");
}

/// An old line is nobody's business, in a hook least of all.
#[test]
fn only_what_the_commit_changes_stops_it() {
    let sandbox = repo();
    sandbox.stage("content/old.md", BAD);
    sandbox.commit_unchecked();
    install(&sandbox);
    sandbox.stage("content/old.md", format!("{BAD}One more line.\n"));
    assert_passes(&sandbox, &[], "1 older finding hidden (--all shows them)");
}
