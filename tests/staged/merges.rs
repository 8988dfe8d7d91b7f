//! A merge that is about to be concluded: what either side had is not new.

use crate::support::{BAD, GOOD, post};
use crate::*;

/// Two branches of a repository with this post.
fn two_sides(both: &str, theirs: &str, ours: &str) -> Sandbox {
    let sandbox = repo();
    sandbox.stage("content/post.md", both);
    sandbox.commit_unchecked();
    sandbox.run_git(&["checkout", "--quiet", "-b", "theirs"]);
    sandbox.stage("content/post.md", theirs);
    sandbox.commit_unchecked();
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    sandbox.stage("content/post.md", ours);
    sandbox.commit_unchecked();
    sandbox
}

#[test]
fn lines_of_either_side_are_not_new() {
    let body = |first: &str, second: &str| post(&format!("{first}\n\nMiddle.\n\n{second}"));
    let [before, theirs, ours] = ["A plain line.", "They saved [TK].", "We saved [TK]."];
    let sandbox = two_sides(
        &body(before, before),
        &body(theirs, before),
        &body(before, ours),
    );
    sandbox.run_git(&["merge", "--quiet", "--no-commit", "theirs"]);
    let merged = sandbox.read("content/post.md");
    assert_eq!(merged, body(theirs, ours));
    assert_staged(&sandbox, 1, &[]);
    sandbox.check(&["--staged"]).says("2 older findings hidden");
    sandbox.stage("content/post.md", format!("{merged}\nAll saved [TK].\n"));
    assert_staged(&sandbox, 1, &["content/post.md:11:11"]);
}

/// Resolved to what one side has: there is nothing of ours in it.
#[test]
fn a_post_that_one_side_has_is_not_checked() {
    let sandbox = two_sides(GOOD, BAD, &GOOD.replace("We", "I"));
    sandbox.try_git(&["merge", "--quiet", "theirs"]).fails();
    sandbox.stage("content/post.md", BAD);
    assert_staged(&sandbox, 0, &[]);
}

#[test]
fn a_merge_may_have_more_than_two_sides() {
    let sandbox = repo();
    for branch in ["one", "two"] {
        sandbox.run_git(&["checkout", "--quiet", "-b", branch, "main"]);
        sandbox.stage(&format!("content/{branch}.md"), BAD);
        sandbox.commit_unchecked();
    }
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    sandbox.run_git(&["merge", "--quiet", "--no-commit", "--no-ff", "one", "two"]);
    assert_eq!(sandbox.read(".git/MERGE_HEAD").lines().count(), 2);
    assert_nothing_staged(&sandbox);
    sandbox.stage("content/two.md", format!("{BAD}We saved [TK] days.\n"));
    assert_staged(&sandbox, 1, &["content/two.md:6:10"]);
}

/// A work tree beside the first one has a merge of its own.
#[test]
fn a_merge_in_another_work_tree_is_not_ours() {
    let sandbox = two_sides(GOOD, BAD, GOOD.trim_end());
    let elsewhere = Sandbox::new();
    let linked = elsewhere.join("linked");
    sandbox.add_worktree(&linked);
    let merge = ["merge", "--quiet", "--no-commit", "theirs"];
    sandbox.try_git(&[&["-C", text(&linked)], &merge[..]].concat());
    sandbox.stage("content/post.md", BAD);
    assert_staged(&sandbox, 1, &["content/post.md:5:10"]);
    elsewhere.write("linked/content/post.md", BAD);
    sandbox.run_git(&["-C", text(&linked), "add", "content/post.md"]);
    assert_staged_by(|a| sandbox.check_in(&linked, a), 0, &[]);
}
