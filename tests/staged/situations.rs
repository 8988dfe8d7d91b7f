//! Where `--staged` may be called, and staged files that cannot be checked.

use crate::support::{BAD, GOOD, LATIN_1, LFS_POINTER};
use crate::*;

#[test]
fn a_folder_without_a_repository_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("content/post.md", GOOD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.exits(2).out, "");
    ran.complains("not in a git repository");
    ran.complains("sayso check PATH");
    // What is offered there works.
    sandbox.check(&["content"]).exits(0);
}

#[test]
fn a_bare_repository_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.run_git(&["init", "--quiet", "--bare", "."]);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.exits(2).complains("bare").out, "");
}

#[test]
fn from_a_sub_folder_everything_staged_is_checked_the_same() {
    let sandbox = repo();
    sandbox.stage(
        "sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"off\"\n",
    );
    sandbox.stage(
        "content/sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"error\"\n",
    );
    for path in ["content/blog/post.md", "content/post.md", "other/post.md"] {
        sandbox.stage(path, BAD);
    }
    let found = ["content/blog/post.md:5:10", "content/post.md:5:10"];
    for folder in [".", "content", "content/blog", "other"] {
        assert_found(&sandbox.check_in(folder, &STAGED_JSON), 3, &found);
    }
}

#[test]
fn a_linked_work_tree_has_an_index_of_its_own() {
    let sandbox = repo();
    let elsewhere = Sandbox::new();
    let linked = elsewhere.join("linked");
    sandbox.add_worktree(&linked);
    sandbox.stage("content/here.md", BAD);
    elsewhere.write("linked/content/there.md", BAD);
    sandbox.run_git(&["-C", linked.to_str().expect("UTF-8"), "add", "."]);

    assert_staged(&sandbox, 1, &["content/here.md:5:10"]);
    for folder in [linked.clone(), linked.join("content")] {
        let ran = sandbox.check_in(folder, &STAGED_JSON);
        assert_found(&ran, 1, &["content/there.md:5:10"]);
    }
}

#[test]
fn of_what_is_staged_only_the_named_paths_are_checked() {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox.stage("content-too/bad.md", BAD);
    for reader in READERS {
        let mut arguments = vec!["--git", reader, "content"];
        arguments.extend(STAGED_JSON);
        assert_found(&sandbox.check(&arguments), 1, &["content/bad.md:5:10"]);
        let ran = sandbox.check_in("content", &[&STAGED_JSON[..], &["../content-too"]].concat());
        assert_found(&ran, 1, &["content-too/bad.md:5:10"]);
    }
}

#[test]
fn a_post_in_latin_1_is_named_with_its_byte_and_fails_the_run() {
    let sandbox = repo();
    sandbox.stage("content/cafe.md", LATIN_1);
    let told = "not checked: content/cafe.md: not UTF-8 at byte 47\n";
    let ran = sandbox.check(&["--staged"]);
    ran.exits(2).says(told);
    ran.is_silent_about("0 staged posts");
    ran.is_silent_about("nothing to check");
    // The others are checked all the same.
    sandbox.stage("content/bad.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(2).says(told).says("content/bad.md:5:10");
}

#[test]
fn a_git_lfs_pointer_is_named_and_does_not_fail_the_run() {
    let sandbox = repo();
    sandbox.stage("content/good.md", GOOD);
    sandbox.stage("content/x.md", LFS_POINTER);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0)
        .says("not checked: content/x.md: a Git LFS pointer\n");
    ran.says("nothing found in 1 post · 1 not checked");
}
