//! The index is checked, whatever the disk says, and left as it is.

use std::fs;

use crate::support::{BAD, GOOD, LATIN_1};
use crate::*;

#[test]
fn before_the_first_commit_all_that_is_staged_is_checked() {
    let sandbox = Sandbox::git();
    assert_nothing_staged(&sandbox);
    sandbox.stage("content/bad.md", BAD);
    sandbox.stage("content/good.md", GOOD);
    sandbox.write("content/not-staged.md", BAD);
    assert_staged(&sandbox, 2, &["content/bad.md:5:10"]);
}

#[test]
fn only_what_the_commit_changes_is_checked() {
    let sandbox = repo();
    sandbox.stage("content/old.md", BAD);
    sandbox.commit_unchecked();
    assert_nothing_staged(&sandbox);
    sandbox.stage("content/new.md", GOOD);
    sandbox.stage("picture.png", b"\x89PNG\r\n\x1a\n\0");
    sandbox.write("content/first.md", BAD);
    sandbox.write("content/untracked.md", BAD);
    assert_staged(&sandbox, 1, &[]);
}

#[test]
fn a_post_that_is_good_on_disk_and_bad_in_the_index_is_found() {
    let sandbox = repo();
    sandbox.stage("content/post.md", BAD);
    sandbox.write("content/post.md", GOOD);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1).says("content/post.md:5:10");
    ran.says("5 │ We saved [TK] hours.");
}

#[test]
fn a_post_that_is_bad_on_disk_and_good_in_the_index_passes() {
    let sandbox = repo();
    sandbox.stage("content/post.md", GOOD);
    sandbox.write("content/post.md", BAD);
    assert_staged(&sandbox, 1, &[]);
}

#[test]
fn a_staged_post_that_is_not_on_disk_is_checked_and_not_brought_back() {
    let sandbox = repo();
    sandbox.stage("content/post.md", BAD);
    sandbox.stage("sub/post.md", BAD);
    fs::remove_file(sandbox.join("content/post.md")).expect("a post");
    fs::remove_dir_all(sandbox.join("sub")).expect("a folder");
    assert_staged(&sandbox, 2, &["content/post.md:5:10", "sub/post.md:5:10"]);
    assert!(!sandbox.join("content/post.md").exists());
}

#[test]
fn a_post_left_out_of_the_work_tree_is_checked() {
    let sandbox = repo();
    sandbox.stage("content/post.md", BAD);
    sandbox.run_git(&["update-index", "--skip-worktree", "content/post.md"]);
    fs::remove_file(sandbox.join("content/post.md")).expect("a post");
    assert_staged(&sandbox, 1, &["content/post.md:5:10"]);
}

#[test]
fn a_post_that_is_only_intended_is_not_checked() {
    let sandbox = repo();
    sandbox.write("content/post.md", BAD);
    sandbox.write("content/post.md.more.md", BAD);
    sandbox.run_git(&["add", "--intent-to-add", "content"]);
    assert_nothing_staged(&sandbox);
    for reader in READERS {
        let ran = sandbox.check(&["--staged", "--git", reader]);
        ran.exits(0)
            .says("content/post.md and 1 more are known to git and not staged");
    }
    // Its neighbour with almost the same name is no reason to leave it out.
    sandbox.run_git(&["add", "content/post.md.more.md"]);
    assert_staged(&sandbox, 1, &["content/post.md.more.md:5:10"]);
}

#[test]
fn an_empty_post_is_staged_and_not_merely_intended() {
    let sandbox = repo();
    sandbox.stage("content/empty.md", "");
    assert_staged(&sandbox, 1, &["content/empty.md:1:1"]);
}

#[test]
fn index_and_work_tree_stay_byte_for_byte_as_they_are() {
    let sandbox = repo();
    let check = |what: &str, code: i32| {
        let before = sandbox.state();
        for format in ["human", "json"] {
            let ran = sandbox.check(&["--staged", "--format", format]);
            assert_eq!(ran.code, code, "{what}: {ran}");
            assert_eq!(sandbox.state(), before, "{what}");
        }
    };
    check("nothing staged", 0);
    sandbox.stage("content/good.md", GOOD);
    check("a good post", 0);
    sandbox.stage("content/bad.md", BAD);
    check("a bad post", 1);
    sandbox.write(
        "content/bad.md",
        format!("{BAD}An edit that is not staged.\n"),
    );
    check("partly staged", 1);
    // Git would look at this one again, since its time no longer fits.
    sandbox.write("content/good.md", GOOD);
    check("an index that is not fresh", 1);
    fs::remove_file(sandbox.join("content/good.md")).expect("a post");
    check("a post gone from the disk", 1);
    sandbox.write("content/intended.md", BAD);
    sandbox.run_git(&["add", "--intent-to-add", "content/intended.md"]);
    check("a post that is only intended", 1);
    sandbox.stage("content/cafe.md", LATIN_1);
    check("a post in Latin-1", 2);
    sandbox.stage("sayso.toml", "no policy");
    check("a faulty policy", 2);
}
