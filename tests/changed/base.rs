//! What a branch changed since it left another.

use crate::support::{BAD, GOOD, post};
use crate::*;

const NEW: &str = "content/new.md:5 reputation/placeholder";

/// A branch `topic` with a bad post, and a branch `main` that has gone on since
/// with a bad post of its own.
fn with_topic() -> Sandbox {
    let sandbox = with_post("Text.");
    branch(&sandbox, "topic");
    commit(&sandbox, "content/new.md", BAD);
    switch(&sandbox, "main");
    commit(&sandbox, "content/theirs.md", BAD);
    commit(&sandbox, "content/post.md", &post("Theirs: [TK]."));
    switch(&sandbox, "topic");
    sandbox
}

#[test]
fn what_others_did_later_is_not_mine() {
    let sandbox = with_topic();
    for arguments in [
        &["--base", "main"][..],
        &["--range", "main..topic"],
        &["--range", "main...topic"],
        &["--range", "main.."],
        &["--range", "main..HEAD"],
    ] {
        assert_found(&sandbox, arguments, &[NEW], 0);
    }
    switch(&sandbox, "main");
    assert_found(&sandbox, &["--range", "main..topic"], &[NEW], 0);
    let theirs = [
        "content/post.md:5 reputation/placeholder",
        "content/theirs.md:5 reputation/placeholder",
    ];
    assert_found(&sandbox, &["--range", "topic..main"], &theirs, 0);
    assert_found(&sandbox, &["--range", "topic.."], &theirs, 0);
}

/// Merged in, their work has been checked on its way to main.
#[test]
fn what_was_merged_in_from_the_base_is_not_mine() {
    let sandbox = with_topic();
    sandbox.run_git(&["merge", "--quiet", "--no-edit", "main"]);
    assert_found(&sandbox, &["--base", "main"], &[NEW], 0);
}

#[test]
fn the_commit_is_checked_and_not_the_disk_or_the_index() {
    let sandbox = with_topic();
    sandbox.write("content/new.md", GOOD);
    sandbox.stage("content/staged.md", BAD);
    let before = sandbox.state();
    assert_found(&sandbox, &["--base", "main"], &[NEW], 0);
    assert_eq!(sandbox.state(), before);
}

#[test]
fn the_policy_is_the_one_of_the_commit() {
    let lenient = "[rules]\n\"reputation/placeholder\" = \"off\"\n";
    let sandbox = with_topic();
    sandbox.stage("sayso.toml", lenient);
    assert_found(&sandbox, &["--base", "main"], &[NEW], 0);
    sandbox.commit_unchecked();
    sandbox.write("sayso.toml", "no policy");
    assert_found(&sandbox, &["--base", "main"], &[], 0);
}

#[test]
fn of_what_changed_only_the_named_paths_are_checked() {
    let sandbox = with_topic();
    commit(&sandbox, "notes/new.md", BAD);
    assert_found(&sandbox, &["--base", "main", "content"], &[NEW], 0);
    let ran = sandbox.check_in("notes", &["--base", "main", "--format", "concise", "."]);
    ran.exits(1).says("notes/new.md:5:10");
    ran.is_silent_about("content/new.md");
    let ran = sandbox.check(&["--base", "main", "content/post.md"]);
    ran.exits(0)
        .says("no file has changed since main: nothing to check");
}

#[test]
fn without_a_change_that_is_said() {
    let sandbox = with_topic();
    let ran = sandbox.check(&["--base", "HEAD"]);
    let told = "sayso: no file has changed since HEAD: nothing to check";
    assert_eq!(verdict(ran.exits(0)), told);
}

#[test]
fn where_no_changed_file_is_a_post_it_is_said_why() {
    let sandbox = with_post("Text.");
    let policy = "[posts]\ninclude = [\"content/**\"]\n";
    commit(&sandbox, "sayso.toml", policy);
    branch(&sandbox, "topic");
    sandbox.stage("logo.svg", "<svg/>\n");
    sandbox.stage("notes.md", BAD);
    sandbox.commit_unchecked();
    let ran = sandbox.check(&["--base", "main"]);
    let told = "sayso: no posts matched: 2 files were seen, and none is a post: logo.svg (not a \
                Markdown file), notes.md ([posts] leaves it out)";
    assert_eq!(verdict(ran.exits(0)), told);
}

#[test]
fn an_unknown_base_is_said_and_every_post_is_checked() {
    let sandbox = with_topic();
    let told = "there is no commit `nowhere` in this clone: every post was checked, and not what \
                changed";
    for arguments in [["--base", "nowhere"], ["--range", "nowhere..topic"]] {
        let ran = sandbox.check(&arguments);
        ran.exits(1).says("content/new.md:5:10").says(told);
        ran.says("1 error in 2 posts");
        assert_found(&sandbox, &arguments, &[NEW], 0);
    }
}

#[test]
fn an_unknown_base_is_an_error_where_one_is_required() {
    let sandbox = with_topic();
    let ran = sandbox.check(&["--base", "origin/main", "--require-base"]);
    assert_eq!(ran.exits(2).out, "");
    ran.complains(
        "there is no commit `origin/main` in this clone, and --require-base asks for one",
    );
    ran.complains("git fetch --unshallow origin main");
    ran.complains("fetch-depth: 0");
    sandbox
        .check(&["--base", "main", "--require-base"])
        .exits(1);
}

#[test]
fn histories_without_a_common_commit_are_told_so() {
    let sandbox = with_topic();
    sandbox.run_git(&["checkout", "--quiet", "--orphan", "island"]);
    sandbox.commit_unchecked();
    let ran = sandbox.check(&["--base", "main"]);
    ran.exits(1).says("`main` has no commit in common");
    let ran = sandbox.check(&["--base", "main", "--require-base"]);
    ran.exits(2).complains("has no commit in common");
}

#[test]
fn an_unknown_tip_is_an_error() {
    let sandbox = with_topic();
    for reader in ["library", "program"] {
        let ran = sandbox.check(&["--range", "main..nowhere", "--git", reader]);
        assert_eq!(ran.exits(2).out, "");
        ran.complains("there is no commit `nowhere`");
    }
    let empty = Sandbox::git();
    empty
        .check(&["--base", "main"])
        .exits(2)
        .complains("`HEAD`");
}

/// What looks like an option, or like several revisions, is a name.
#[test]
fn no_base_is_taken_for_something_else() {
    let sandbox = with_topic();
    for base in [
        "--base=--all",
        "--base=main topic",
        "--base=",
        "--base=HEAD:content",
    ] {
        let ran = sandbox.check(&[base]);
        ran.says("there is no commit");
    }
    sandbox
        .check(&["--range", "main"])
        .exits(2)
        .complains("main..topic");
}

/// Git knows more ways to name a commit than libgit2 does.
#[test]
fn whatever_git_takes_for_a_commit_is_one() {
    let sandbox = with_topic();
    let id = sandbox.run_git(&["merge-base", "main", "topic"]);
    sandbox.run_git(&[
        "tag",
        "--annotate",
        "--message",
        "a tag",
        "start",
        id.trim(),
    ]);
    for base in [
        id.trim(),
        &id[..8],
        "start",
        "HEAD^",
        "HEAD~1",
        "@~",
        ":/posts",
        "topic^{/posts}",
    ] {
        let ran = sandbox.check(&["--base", base, "--require-base"]);
        assert_ne!(ran.code, 2, "{base}: {ran}");
    }
}

#[test]
fn a_bare_repository_has_ranges() {
    let origin = with_topic();
    let sandbox = Sandbox::new();
    let path = origin.path().to_str().expect("UTF-8");
    sandbox.run_git(&["clone", "--quiet", "--bare", path, "."]);
    assert_found(&sandbox, &["--base", "main"], &[NEW], 0);
    assert_found(&sandbox, &["--base", "main", "content"], &[NEW], 0);
    assert_found(&sandbox, &["--base", "main", "notes"], &[], 0);
}

#[test]
fn a_folder_without_a_repository_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("content/post.md", GOOD);
    let ran = sandbox.check(&["--base", "main"]);
    assert_eq!(ran.exits(2).out, "");
    ran.complains("not in a git repository");
}
