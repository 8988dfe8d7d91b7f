//! However a commit is made, a bad post is refused and a good one passes.

use crate::support::BAD;
use crate::*;

#[test]
fn a_plain_commit_of_a_bad_post_is_refused() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    sandbox.stage("content/first.md", BAD);
    assert_refused(&sandbox, &[], "content/first.md:5:10");
}

#[test]
fn the_first_commit_is_refused_too() {
    let sandbox = Sandbox::git();
    install(&sandbox);
    sandbox.stage("content/new.md", BAD);
    commit(&sandbox, &[]).fails().complains(BAD_MESSAGE);
    sandbox.stage("content/new.md", GOOD);
    let ran = commit(&sandbox, &[]);
    ran.exits(0).complains("nothing found in 1 post");
}

#[test]
fn a_commit_of_all_changes_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["-a"], "content/first.md:5:10");
    // The same file, staged when it was good.
    sandbox.stage("content/first.md", good());
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["-a"], "content/first.md:5:10");
}

#[test]
fn a_commit_of_a_path_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    let path = "content/first.md";
    sandbox.write(path, BAD);
    assert_refused(&sandbox, &[path], "content/first.md:5:10");
    // Something else is staged, and good.
    sandbox.stage("content/other.md", GOOD);
    assert_refused(&sandbox, &[path], "content/first.md:5:10");
    assert_refused(&sandbox, &["--include", path], "content/first.md:5:10");
}

#[test]
fn an_amended_commit_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &["--amend"], "content/new.md:5:10");
    sandbox.run_git(&["reset", "--quiet", "--hard"]);
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["--amend", "-a"], "content/first.md:5:10");
}

#[test]
fn good_posts_pass_however_they_are_committed() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", GOOD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
    sandbox.write("content/first.md", good());
    sandbox.write("content/second.md", good());
    assert_passes(&sandbox, &["-a"], "nothing found in 2 posts");
    sandbox.write("content/first.md", GOOD);
    assert_passes(&sandbox, &["content/first.md"], "nothing found in 1 post");
    sandbox.stage("content/second.md", GOOD);
    assert_passes(&sandbox, &["--amend"], "nothing found in 1 post");
    assert_eq!(sandbox.run_git(&["status", "--porcelain"]), "");
}

#[test]
fn with_a_path_the_other_staged_posts_are_not_checked() {
    let sandbox = hooked();
    sandbox.stage("content/bad.md", BAD);
    sandbox.write("content/first.md", good());
    assert_passes(&sandbox, &["content/first.md"], "nothing found in 1 post");
    // The bad one is still staged, and not committed.
    let status = sandbox.run_git(&["status", "--porcelain"]);
    assert_eq!(status, "A  content/bad.md\n");
}

#[test]
fn the_hook_reads_the_index_and_not_the_work_tree() {
    let sandbox = hooked();
    sandbox.stage("content/first.md", BAD);
    sandbox.write("content/first.md", good());
    assert_refused(&sandbox, &[], "content/first.md:5:10");
    assert_passes(&sandbox, &["-a"], "nothing found in 1 post");

    sandbox.stage("content/second.md", good());
    sandbox.write("content/second.md", BAD);
    sandbox.write("content/untracked.md", BAD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
}

#[test]
fn a_commit_without_a_post_says_so_and_passes() {
    let sandbox = repo();
    sandbox.stage("content/old.md", BAD);
    sandbox.commit_unchecked();
    install(&sandbox);
    let nothing = "0 staged posts: nothing to check";
    // The last commit holds a bad post; a new message for it brings nothing in.
    assert_passes(&sandbox, &["--amend", "--message", "other words"], nothing);
    assert_passes(&sandbox, &["--allow-empty"], nothing);
    sandbox.stage("picture.svg", "<svg/>\n");
    assert_passes(&sandbox, &[], nothing);
    sandbox.run_git(&["rm", "--quiet", "content/old.md"]);
    assert_passes(&sandbox, &[], nothing);
}

#[test]
fn the_hook_uses_the_staged_policy_and_fails_on_a_fault_in_it() {
    let sandbox = hooked();
    sandbox.stage("content/bad.md", BAD);
    let policy = "[rules]\n\"reputation/placeholder\" = \"off\"\n";
    sandbox.write("sayso.toml", policy);
    assert_refused(&sandbox, &[], "content/bad.md:5:10");
    sandbox.run_git(&["add", "sayso.toml"]);
    assert_passes(&sandbox, &[], "nothing found in 1 post");

    sandbox.stage("content/good.md", GOOD);
    sandbox.stage("sayso.toml", "[rulse]\n");
    commit(&sandbox, &[]).fails().complains("sayso.toml:1:");
}
