//! `sayso check --staged` on real repositories, made by the `git` program: the
//! index is checked, and nothing but the index.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod index;
mod names;
mod policy;
mod situations;

use serde_json::Value;
use support::{GOOD, Ran, Sandbox};

/// libgit2, and the `git` program that stands in where that fails.
const READERS: [&str; 2] = ["library", "program"];

const STAGED_JSON: [&str; 3] = ["--staged", "--format", "json"];

/// A repository with one commit, which holds a good post.
fn repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    sandbox.commit_unchecked();
    sandbox
}

/// So many staged posts are looked at, and something is found at these places,
/// whoever reads the repository.
#[track_caller]
fn assert_staged(sandbox: &Sandbox, posts: u64, places: &[&str]) {
    assert_found(&sandbox.check(&STAGED_JSON), posts, places);
    for reader in READERS {
        let ran = sandbox.check(&[&STAGED_JSON[..], &["--git", reader]].concat());
        assert_found(&ran, posts, places);
    }
}

/// The same for a run with [`STAGED_JSON`].
#[track_caller]
fn assert_found(ran: &Ran, posts: u64, places: &[&str]) {
    ran.exits(i32::from(!places.is_empty()));
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = report["findings"].as_array().expect("findings").iter();
    let place = |finding: &Value| {
        let path = finding["path"].as_str().expect("a path");
        let start = &finding["start"];
        format!("{path}:{}:{}", start["line"], start["column"])
    };
    let found: Vec<String> = findings.map(place).collect();
    assert_eq!(found, places);
    assert_eq!(report["summary"]["posts"], posts);
}

/// Nothing was staged that could be a post: said in one line, and no failure.
#[track_caller]
fn assert_nothing_staged(sandbox: &Sandbox) {
    let ran = sandbox.check(&["--staged"]);
    let line = "sayso: 0 staged posts: nothing to check · [time]\n";
    assert!(ran.exits(0).stable_out().ends_with(line), "{ran}");
    assert_staged(sandbox, 0, &[]);
}
