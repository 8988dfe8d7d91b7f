//! What a commit can do to a file: delete, rename, change its mode or its kind.

use std::io::Write;
use std::process::Stdio;

use crate::support::{BAD, GOOD};
use crate::*;

/// A repository whose last commit holds a bad post.
fn with_bad_post() -> Sandbox {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox.commit_unchecked();
    sandbox
}

/// Puts an entry into the index that need not be on disk.
fn add_entry(sandbox: &Sandbox, mode: &str, id: &str, path: &str) {
    let entry = format!("{mode},{id},{path}");
    sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
}

/// The id of `content` as a blob.
fn blob(sandbox: &Sandbox, content: &str) -> String {
    sandbox.write(".git/content-of-a-blob", content);
    let id = sandbox.run_git(&["hash-object", "-w", "--", ".git/content-of-a-blob"]);
    id.trim().to_owned()
}

#[test]
fn a_deleted_post_is_not_checked() {
    let sandbox = with_bad_post();
    sandbox.run_git(&["rm", "--quiet", "content/bad.md"]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_post_taken_out_of_the_index_and_left_on_disk_is_not_checked() {
    let sandbox = with_bad_post();
    sandbox.run_git(&["rm", "--quiet", "--cached", "content/bad.md"]);
    assert_nothing_staged(&sandbox);
}

/// Moving a draft to the posts publishes it, so a new name is reason enough.
#[test]
fn a_renamed_post_without_a_change_is_checked() {
    let sandbox = repo();
    sandbox.stage("drafts/bad.md", BAD);
    sandbox.commit_unchecked();
    sandbox.run_git(&["mv", "drafts/bad.md", "content/bad.md"]);
    assert_staged(&sandbox, 1, &["content/bad.md:5:10"]);
}

#[test]
fn a_renamed_post_with_a_change_is_checked_under_its_new_name() {
    let sandbox = repo();
    let alike = "\nalike-alike-alike-alike-alike-alike\n".repeat(20);
    let text = format!("{GOOD}{alike}");
    sandbox.stage("content/post.md", &text);
    sandbox.commit_unchecked();
    sandbox.run_git(&["mv", "content/post.md", "content/renamed.md"]);
    sandbox.stage(
        "content/renamed.md",
        format!("{text}\nWe saved [TK] hours.\n"),
    );
    assert_staged(&sandbox, 1, &["content/renamed.md:47:10"]);
}

#[test]
fn a_change_of_mode_is_not_checked() {
    let sandbox = with_bad_post();
    sandbox.run_git(&["update-index", "--chmod=+x", "content/bad.md"]);
    let staged = sandbox.run_git(&["diff", "--cached", "--raw"]);
    assert!(staged.contains("100755"), "{staged}");
    assert_nothing_staged(&sandbox);
}

#[test]
fn an_executable_post_is_a_post() {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox.run_git(&["update-index", "--chmod=+x", "content/bad.md"]);
    assert_staged(&sandbox, 1, &["content/bad.md:5:10"]);
}

#[test]
fn a_link_is_checked_when_it_becomes_a_post_and_not_before() {
    let sandbox = repo();
    let target = blob(&sandbox, BAD);
    add_entry(&sandbox, "120000", &target, "content/link.md");
    assert_nothing_staged(&sandbox);
    sandbox.commit_unchecked();
    sandbox.stage("content/link.md", format!("{BAD}No link any more.\n"));
    let staged = sandbox.run_git(&["diff", "--cached", "--raw"]);
    assert!(staged.starts_with(":120000 100644"), "{staged}");
    assert_staged(&sandbox, 1, &["content/link.md:5:10"]);
}

#[test]
fn a_gitlink_is_not_checked() {
    let sandbox = repo();
    // A commit that is here, and one that is not.
    let here = sandbox.run_git(&["rev-parse", "HEAD"]);
    add_entry(&sandbox, "160000", here.trim(), "themes/here.md");
    let elsewhere = "1234567890".repeat(4);
    add_entry(&sandbox, "160000", &elsewhere, "themes/elsewhere.md");
    assert_nothing_staged(&sandbox);
}

#[test]
fn files_in_conflict_have_to_be_resolved_first() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "-b", "other"]);
    sandbox.stage("content/first.md", format!("{GOOD}Theirs.\n"));
    sandbox.commit_unchecked();
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    sandbox.stage("content/first.md", format!("{GOOD}Ours.\n"));
    sandbox.commit_unchecked();
    sandbox.try_git(&["merge", "--quiet", "other"]).fails();

    let before = sandbox.state();
    sandbox.check(&["--staged"]).exits(2).complains("resolve");
    assert_eq!(sandbox.state(), before);
    sandbox.stage("content/first.md", BAD);
    assert_staged(&sandbox, 1, &["content/first.md:5:10"]);
}

/// A file may be in conflict without a version of its own in the index.
#[test]
fn a_file_deleted_by_one_side_is_in_conflict_too() {
    let sandbox = repo();
    let [base, theirs] = [GOOD, BAD].map(|content| blob(&sandbox, content));
    let mut update = sandbox.command("git");
    update.args(["update-index", "--index-info"]);
    let mut update = update.stdin(Stdio::piped()).spawn().expect("git");
    let entries = format!("100644 {base} 1\tcontent/x.md\n100644 {theirs} 3\tcontent/x.md\n");
    let mut input = update.stdin.take().expect("its input");
    input.write_all(entries.as_bytes()).expect("to be read");
    drop(input);
    assert!(update.wait().expect("git").success());
    sandbox.check(&["--staged"]).exits(2).complains("resolve");
}

/// What the other branch brings into a merge was written, and checked, there.
#[test]
fn concluding_a_merge_asks_only_for_what_it_changes() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "-b", "theirs"]);
    sandbox.stage("content/theirs.md", BAD);
    sandbox.stage("content/first.md", GOOD.replace("We tried", "They tried"));
    sandbox.commit_unchecked();
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    sandbox.stage("content/first.md", GOOD.replace("We tried", "I tried"));
    sandbox.commit_unchecked();
    sandbox.try_git(&["merge", "--quiet", "theirs"]).fails();
    sandbox.stage("content/first.md", GOOD);
    assert_staged(&sandbox, 1, &[]);
    sandbox.stage("content/first.md", BAD);
    assert_staged(&sandbox, 1, &["content/first.md:5:10"]);
}
