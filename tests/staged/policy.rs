//! The policy of a commit is the staged one.

use std::fs;

use crate::support::{BAD, GOOD};
use crate::*;

/// Switches off the rule that [`BAD`] breaks.
const LENIENT: &str = "[rules]\n\"reputation/placeholder\" = \"off\"\n";
const STRICT: &str = "[rules]\n\"reputation/placeholder\" = \"error\"\n";

#[test]
fn the_staged_policy_counts_and_not_the_one_on_disk() {
    let sandbox = repo();
    sandbox.stage("content/post.md", BAD);
    sandbox.stage("sayso.toml", LENIENT);
    sandbox.write("sayso.toml", STRICT);
    assert_staged(&sandbox, 1, &[]);
}

#[test]
fn a_policy_that_is_only_on_disk_does_not_count() {
    let sandbox = repo();
    sandbox.stage("content/post.md", BAD);
    sandbox.write("sayso.toml", LENIENT);
    sandbox.write("content/sayso.toml", "this is no policy");
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1).says("no sayso.toml found");
}

#[test]
fn a_policy_that_was_committed_and_is_gone_from_the_disk_counts() {
    let sandbox = repo();
    sandbox.stage("sayso.toml", LENIENT);
    sandbox.commit_unchecked();
    fs::remove_file(sandbox.join("sayso.toml")).expect("a policy");
    sandbox.stage("content/post.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0).is_silent_about("no sayso.toml found");
}

#[test]
fn a_policy_taken_out_of_the_index_counts_no_more() {
    let sandbox = repo();
    sandbox.stage("sayso.toml", LENIENT);
    sandbox.commit_unchecked();
    sandbox.run_git(&["rm", "--quiet", "--cached", "sayso.toml"]);
    sandbox.stage("content/post.md", BAD);
    assert_staged(&sandbox, 1, &["content/post.md:5:10"]);
}

#[test]
fn the_staged_policy_nearest_to_the_post_counts() {
    let sandbox = repo();
    sandbox.stage("sayso.toml", STRICT);
    sandbox.stage("archive/sayso.toml", LENIENT);
    sandbox.stage("archive/2026/post.md", BAD);
    sandbox.stage("content/post.md", BAD);
    assert_staged(&sandbox, 2, &["content/post.md:5:10"]);
}

#[test]
fn a_faulty_staged_policy_stops_the_run_at_its_line() {
    let sandbox = repo();
    sandbox.stage("content/post.md", GOOD);
    sandbox.stage("sayso.toml", LENIENT.replace("holder", "hodler"));
    sandbox.write("sayso.toml", LENIENT);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(2).says("sayso.toml:2:");
    ran.says("reputation/placeholder");
}

#[test]
fn what_the_staged_policy_excludes_is_no_post() {
    let sandbox = repo();
    sandbox.stage(
        "sayso.toml",
        "[posts]\ninclude = [\"content/**/*.md\"]\nexclude = [\"content/archive/**\"]\n",
    );
    sandbox.stage("content/archive/post.md", BAD);
    sandbox.stage("notes/post.md", BAD);
    sandbox.stage("README.md", BAD);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_policy_that_is_another_on_disk_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", GOOD);
    sandbox.stage("sayso.toml", STRICT);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0).is_silent_about("on disk");
    sandbox.write("sayso.toml", LENIENT);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0)
        .says("the staged sayso.toml was used, and the one on disk is another");
    // Where there is none, nobody takes it for the one that counts.
    fs::remove_file(sandbox.join("sayso.toml")).expect("a policy");
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0).is_silent_about("on disk");
}

#[test]
fn a_policy_that_is_not_staged_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", GOOD);
    sandbox.write("sayso.toml", STRICT);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0)
        .says("sayso.toml is not staged, so it did not count");
}
