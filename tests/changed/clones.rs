//! Clones as CI makes them: not all commits are there.

use crate::support::BAD;
use crate::*;

const NEW: &str = "content/new.md:5 reputation/placeholder";

/// A repository with a bad post on main, and a pull request for it that brings
/// another: HEAD is the commit that merges the two.
fn with_pull_request() -> Sandbox {
    let sandbox = with_post("Text.");
    commit(&sandbox, "content/old.md", BAD);
    branch(&sandbox, "topic");
    commit(&sandbox, "content/new.md", BAD);
    commit(&sandbox, "content/more.md", &post("More."));
    switch(&sandbox, "main");
    commit(&sandbox, "content/theirs.md", BAD);
    branch(&sandbox, "pull");
    sandbox.run_git(&["merge", "--quiet", "--no-edit", "--no-ff", "topic"]);
    sandbox
}

/// A clone of its last commits.
fn clone(origin: &Sandbox, depth: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let url = format!("file://{}", origin.path().to_str().expect("UTF-8"));
    let clone = ["clone", "--quiet", "--branch", "pull", "--depth", depth];
    sandbox.run_git(&[&clone[..], &[&url, "."]].concat());
    sandbox
}

/// As GitHub Actions checks out a pull request by itself.
#[test]
fn the_last_commit_alone_has_no_base() {
    let sandbox = clone(&with_pull_request(), "1");
    let all = [NEW, "content/old.md:5 reputation/placeholder"];
    let all = [&all[..], &["content/theirs.md:5 reputation/placeholder"]].concat();
    for base in ["HEAD^1", "main", "origin/main"] {
        assert_found(&sandbox, &["--base", base], &all, 0);
        let told = format!("there is no commit `{base}` in this clone: every post was checked");
        for reader in ["library", "program"] {
            let ran = sandbox.check(&["--base", base, "--git", reader]);
            ran.exits(1).says(&told);
            let ran = sandbox.check(&["--base", base, "--require-base", "--git", reader]);
            ran.exits(2).complains("fetch-depth: 0");
        }
    }
}

#[test]
fn with_its_parents_the_merge_has_the_branch_it_goes_to_as_base() {
    let sandbox = clone(&with_pull_request(), "2");
    assert_found(&sandbox, &["--base", "HEAD^1"], &[NEW], 0);
    assert_found(&sandbox, &["--base", "HEAD^1", "--require-base"], &[NEW], 0);
    assert_found(&sandbox, &["--range", "HEAD^1..HEAD"], &[NEW], 0);
}

/// The other end was fetched, and the commit that both come from was not.
#[test]
fn a_clone_without_the_common_commit_has_no_base() {
    let origin = with_pull_request();
    let sandbox = clone(&origin, "1");
    let fetch = ["fetch", "--quiet", "--depth", "1", "origin"];
    sandbox.run_git(&[&fetch[..], &["main:refs/remotes/origin/main"]].concat());
    for reader in ["library", "program"] {
        let ran = sandbox.check(&["--base", "origin/main", "--git", reader]);
        ran.exits(1).says("`origin/main` has no commit in common");
        ran.says("3 errors in 5 posts");
    }
    // What is offered helps.
    let help = "git fetch --unshallow origin main";
    let ran = sandbox.check(&["--base", "origin/main", "--require-base"]);
    ran.exits(2).complains(help);
    let words: Vec<&str> = help.split(' ').skip(1).collect();
    sandbox.run_git(&words);
    assert_found(&sandbox, &["--base", "origin/main"], &[NEW], 0);
}

/// The files of older commits are elsewhere, and stay there.
#[test]
fn what_a_partial_clone_lacks_is_not_fetched() {
    let origin = with_pull_request();
    origin.run_git(&["config", "uploadpack.allowFilter", "true"]);
    let body = "We saved [TK].\n\nThey saved [TK].";
    commit(&origin, "content/post.md", &post(body));
    commit(
        &origin,
        "content/post.md",
        &post(&format!("{body}\n\nMore.")),
    );
    let sandbox = Sandbox::new();
    let url = format!("file://{}", origin.path().to_str().expect("UTF-8"));
    let clone = ["clone", "--quiet", "--branch", "pull", "--filter=blob:none"];
    sandbox.run_git(&[&clone[..], &[&url, "."]].concat());

    let missing = || sandbox.run_git(&["rev-list", "--objects", "--all", "--missing=print"]);
    let before = missing();
    assert!(before.contains('?'), "{before}");
    let old = [5, 7].map(|line| format!("content/post.md:{line} reputation/placeholder"));
    let old = old.each_ref().map(String::as_str);
    assert_found(&sandbox, &["--base", "HEAD^"], &old, 0);
    let ran = sandbox.check(&["--base", "HEAD^"]);
    ran.exits(1)
        .says("the earlier version of content/post.md cannot be read");
    ran.says("all of it was checked");
    assert_eq!(missing(), before);
}
