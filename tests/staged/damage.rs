//! A damaged repository is never a repository without a staged post.

use std::fs;

use crate::support::BAD;
use crate::*;

fn with_bad_post() -> Sandbox {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox
}

/// The file that holds an object.
fn object(sandbox: &Sandbox, revision: &str) -> std::path::PathBuf {
    let id = sandbox.run_git(&["rev-parse", revision]);
    let (folder, name) = id.trim().split_at(2);
    sandbox.join(&format!(".git/objects/{folder}/{name}"))
}

#[test]
fn a_head_that_says_nothing_is_an_error() {
    for head in ["garbage\n", "", "ref: \n"] {
        let sandbox = with_bad_post();
        sandbox.write(".git/HEAD", head);
        assert_unreadable(&sandbox, "sayso: ");
    }
}

#[test]
fn a_branch_that_leads_nowhere_is_an_error() {
    let missing = format!("{}\n", "12".repeat(20));
    for branch in ["", "garbage\n", &missing] {
        let sandbox = with_bad_post();
        sandbox.write(".git/refs/heads/main", branch);
        assert_unreadable(&sandbox, "git repository cannot be read");
    }
    // The same where git keeps all branches in one file.
    let sandbox = with_bad_post();
    fs::remove_file(sandbox.join(".git/refs/heads/main")).expect("a branch");
    let packed = format!("{} refs/heads/main\n", missing.trim());
    sandbox.write(".git/packed-refs", packed);
    assert_unreadable(&sandbox, "git repository cannot be read");
}

#[test]
fn a_commit_or_tree_that_is_gone_is_an_error() {
    for revision in ["HEAD", "HEAD^{tree}", "HEAD:content"] {
        let sandbox = with_bad_post();
        fs::remove_file(object(&sandbox, revision)).expect("an object");
        assert_unreadable(&sandbox, "git repository cannot be read");
    }
}

#[test]
fn a_damaged_index_is_an_error() {
    for index in [&b"garbage"[..], b"DIRC\0\0\0\x02\0\0\0\x05", b""] {
        let sandbox = with_bad_post();
        sandbox.write(".git/index", index);
        assert_unreadable(&sandbox, "git repository cannot be read");
    }
}

#[test]
fn a_staged_post_whose_content_is_gone_fails_the_run() {
    let sandbox = with_bad_post();
    let content = object(&sandbox, ":content/bad.md");
    fs::remove_file(&content).expect("an object");
    for reader in READERS {
        let ran = sandbox.check(&["--staged", "--git", reader]);
        ran.exits(2)
            .says("not checked: content/bad.md: git does not have it here");
    }
    fs::write(&content, "garbage").expect("an object");
    for reader in READERS {
        let ran = sandbox.check(&["--staged", "--git", reader]);
        ran.exits(2).says("not checked: content/bad.md: ");
    }
}
