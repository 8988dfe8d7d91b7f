//! The command that fixes what is staged is offered where it does just that.

use crate::support::post;
use crate::*;

/// A post that `--fix` mends.
fn fixable() -> String {
    post("<img src=\"p.gif\" width=\"1\" height=\"1\">")
}

const COMMAND: &str = "sayso check --fix content/post.md && git add content/post.md";

#[test]
fn what_is_staged_and_on_disk_is_fixed_by_the_command_that_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", fixable());
    sandbox.check(&["--staged"]).says(COMMAND);
    sandbox.check(&["--fix", "content/post.md"]);
    sandbox.run_git(&["add", "content/post.md"]);
    assert_staged(&sandbox, 1, &[]);
    let fixed = sandbox.run_git(&["cat-file", "blob", ":content/post.md"]);
    assert!(fixed.contains("alt="), "{fixed}");
}

/// The command would take in edits that are not staged.
#[test]
fn where_the_disk_has_something_else_no_command_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", fixable());
    sandbox.write("content/post.md", format!("{}More.\n", fixable()));
    sandbox.check(&["--staged"]).is_silent_about("git add");
    // One of two is enough.
    sandbox.stage("content/other.md", fixable());
    sandbox.check(&["--staged"]).is_silent_about("git add");
    std::fs::remove_file(sandbox.join("content/post.md")).expect("a post");
    sandbox.check(&["--staged"]).is_silent_about("git add");
}

#[test]
fn line_ends_that_git_turns_around_do_not_hide_the_command() {
    let sandbox = repo();
    sandbox.run_git(&["config", "core.autocrlf", "true"]);
    sandbox.stage("content/post.md", fixable().replace('\n', "\r\n"));
    sandbox.check(&["--staged"]).says(COMMAND);
}

/// Its paths count from the top.
#[test]
fn in_a_sub_folder_no_command_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", fixable());
    let ran = sandbox.check_in("content", &["--staged"]);
    ran.exits(1).says("p.gif").is_silent_about("git add");
}

#[test]
fn a_name_is_told_as_a_shell_takes_it() {
    let sandbox = repo();
    sandbox.stage("content/it's a post.md", fixable());
    let ran = sandbox.check(&["--staged"]);
    ran.says(r"git add 'content/it'\''s a post.md'");
}

#[test]
fn where_nothing_can_be_fixed_no_command_is_told() {
    let sandbox = repo();
    sandbox.stage("content/post.md", crate::support::BAD);
    sandbox.check(&["--staged"]).is_silent_about("git add");
}
