//! Where a repository, its work tree and its index may lie.

use crate::support::{BAD, GOOD};
use crate::*;

const FOUND: [&str; 1] = ["content/bad.md:5:10"];

#[test]
fn a_submodule_is_a_repository_of_its_own() {
    let theme = repo();
    let sandbox = repo();
    let add = ["-c", "protocol.file.allow=always", "submodule", "add", "-q"];
    sandbox.run_git(&[&add[..], &[text(theme.path()), "theme"]].concat());
    // For the repository around it, it is a commit and no post.
    assert_nothing_staged(&sandbox);
    sandbox.commit_unchecked();

    let inside = |arguments: &[&str]| sandbox.check_in("theme", arguments);
    sandbox.write("theme/content/bad.md", BAD);
    sandbox.run_git(&["-C", "theme", "add", "content/bad.md"]);
    assert_staged_by(inside, 1, &FOUND);
    assert_nothing_staged(&sandbox);
    // Named from outside, it is not taken for the whole repository.
    sandbox.stage("content/bad.md", BAD);
    let ran = sandbox.check(&[&STAGED_JSON[..], &["theme"]].concat());
    assert_found(&ran, 0, &[]);

    sandbox.run_git(&["reset", "--quiet"]);
    sandbox.run_git(&["-C", "theme", "commit", "--quiet", "--message", "bad"]);
    sandbox.run_git(&["add", "theme"]);
    assert_staged_by(inside, 0, &[]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn paths_of_another_repository_are_not_taken_for_ours() {
    let (sandbox, other) = (repo(), repo());
    sandbox.stage("content/bad.md", BAD);
    for path in [text(other.path()), text(&other.join("content/bad.md"))] {
        let ran = sandbox.check(&[&STAGED_JSON[..], &[path]].concat());
        assert_found(&ran, 0, &[]);
    }
}

#[test]
fn a_git_folder_may_lie_elsewhere() {
    let sandbox = Sandbox::new();
    let elsewhere = "--separate-git-dir=../elsewhere.git";
    sandbox.run_git(&["init", "--quiet", elsewhere]);
    sandbox.stage("content/bad.md", BAD);
    sandbox.stage("content/good.md", GOOD);
    assert_staged(&sandbox, 2, &FOUND);
    for folder in ["content", "."] {
        // This is how git calls a hook there.
        let git_dir = sandbox.join("../elsewhere.git");
        let mut variables = vec![("GIT_INDEX_FILE", text(&git_dir).to_owned() + "/index")];
        if folder == "." {
            variables.push(("GIT_DIR", text(&git_dir).to_owned()));
        }
        let variables: Vec<_> = variables.iter().map(|(n, v)| (*n, &**v)).collect();
        assert_staged_by(|a| check_with(&sandbox, folder, &variables, a), 2, &FOUND);
    }
}

/// As those do who keep their home folder in git.
#[test]
fn the_environment_may_name_repository_and_work_tree() {
    for bare in [false, true] {
        let sandbox = Sandbox::new();
        sandbox.write("content/bad.md", BAD);
        sandbox.write("untracked.md", BAD);
        let git_dir = sandbox.join("../elsewhere.git");
        let mut init = vec!["init", "--quiet", text(&git_dir)];
        init.extend(bare.then_some("--bare"));
        sandbox.run_git(&init);
        let git_dir = if bare { git_dir } else { git_dir.join(".git") };
        let told = ["--git-dir", text(&git_dir), "--work-tree", "."];
        sandbox.run_git(&[&told[..], &["add", "content"]].concat());
        let variables = [
            ("GIT_DIR", text(&git_dir)),
            ("GIT_WORK_TREE", text(sandbox.path())),
        ];
        for folder in [".", "content"] {
            let check = |a: &[&str]| check_with(&sandbox, folder, &variables, a);
            if bare {
                assert_staged_for_git_alone(check, 1, &FOUND);
            } else {
                assert_staged_by(check, 1, &FOUND);
            }
        }
    }
}

#[test]
fn the_environment_may_name_the_index() {
    let sandbox = repo();
    let next = sandbox.join(".git/next-index");
    let git = |arguments: &[&str]| {
        let mut git = sandbox.command("git");
        Ran::of(git.args(arguments).env("GIT_INDEX_FILE", &next)).exits(0);
    };
    git(&["read-tree", "HEAD"]);
    sandbox.write("content/bad.md", BAD);
    git(&["add", "content/bad.md"]);
    sandbox.stage("content/worse.md", BAD);
    assert_staged(&sandbox, 1, &["content/worse.md:5:10"]);

    let absolute = [("GIT_INDEX_FILE", text(&next))];
    for folder in [".", "content"] {
        assert_staged_by(|a| check_with(&sandbox, folder, &absolute, a), 1, &FOUND);
    }
    // A relative one is told from the top, wherever the program is started.
    let relative = [("GIT_INDEX_FILE", ".git/next-index")];
    assert_staged_by(|a| check_with(&sandbox, ".", &relative, a), 1, &FOUND);
    let from_below = |a: &[&str]| check_with(&sandbox, "content", &relative, a);
    assert_staged_for_git_alone(from_below, 1, &FOUND);
}

#[test]
fn a_detached_head_is_a_head() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "--detach"]);
    assert_nothing_staged(&sandbox);
    sandbox.stage("content/bad.md", BAD);
    assert_staged(&sandbox, 1, &FOUND);
}

/// A branch without a commit, in a repository that has some elsewhere.
#[test]
fn a_branch_without_a_commit_is_compared_with_nothing() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "--orphan", "new"]);
    sandbox.stage("content/bad.md", BAD);
    assert_staged(&sandbox, 2, &FOUND);
}

#[test]
fn a_shallow_clone_is_compared_with_its_last_commit() {
    let origin = repo();
    origin.stage("content/old.md", BAD);
    origin.commit_unchecked();
    let sandbox = Sandbox::new();
    let url = format!("file://{}", text(origin.path()));
    sandbox.run_git(&["clone", "--quiet", "--depth", "1", &url, "."]);
    assert_nothing_staged(&sandbox);
    sandbox.stage("content/bad.md", BAD);
    assert_staged(&sandbox, 1, &FOUND);
}

/// A clone that leaves the files of old commits where they are.
#[test]
fn what_a_partial_clone_lacks_is_not_fetched() {
    let origin = repo();
    origin.run_git(&["config", "uploadpack.allowFilter", "true"]);
    origin.stage("content/bad.md", BAD);
    origin.commit_unchecked();
    let sandbox = Sandbox::new();
    let url = format!("file://{}", text(origin.path()));
    let clone = ["clone", "--quiet", "--no-checkout", "--filter=blob:none"];
    sandbox.run_git(&[&clone[..], &[&url, "."]].concat());
    sandbox.run_git(&["read-tree", "HEAD"]);
    sandbox.stage("content/bad.md", format!("{BAD}We saved [TK] days.\n"));

    let missing = || sandbox.run_git(&["rev-list", "--objects", "--all", "--missing=print"]);
    let before = missing();
    assert_eq!(before.matches('?').count(), 2, "{before}");
    let found = ["content/bad.md:5:10", "content/bad.md:6:10"];
    assert_staged(&sandbox, 1, &found);
    for reader in READERS {
        let ran = sandbox.check(&["--staged", "--git", reader]);
        ran.exits(1).says(
            "the earlier version of content/bad.md cannot be read (git does not have it here): \
             all of it was checked",
        );
    }
    assert_eq!(missing(), before);
}
