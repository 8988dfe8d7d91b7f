//! `sayso check --staged` on real repositories, made by the `git` program: the
//! index is checked, and nothing but the index.

#![allow(clippy::expect_used, reason = "a test says what it expects")]
#![allow(clippy::print_stderr, reason = "and what it cannot try here")]

#[path = "../support/mod.rs"]
mod support;

mod bytes;
mod changes;
mod damage;
mod fix;
mod forms;
mod index;
mod layouts;
mod merges;
mod names;
mod owner;
mod policy;
mod situations;

use serde_json::Value;
use support::{GOOD, Ran, SAYSO, Sandbox, TODAY};

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
    assert_staged_by(|arguments| sandbox.check(arguments), posts, places);
}

/// The same where `check` calls sayso in some way of its own.
#[track_caller]
fn assert_staged_by(check: impl Fn(&[&str]) -> Ran, posts: u64, places: &[&str]) {
    assert_found(&check(&STAGED_JSON), posts, places);
    for reader in READERS {
        let ran = check(&[&STAGED_JSON[..], &["--git", reader]].concat());
        assert_found(&ran, posts, places);
    }
}

/// The same where libgit2 cannot read the repository: by itself it says so, and
/// never passes.
#[track_caller]
fn assert_staged_for_git_alone(check: impl Fn(&[&str]) -> Ran, posts: u64, places: &[&str]) {
    assert_found(&check(&STAGED_JSON), posts, places);
    let ran = check(&[&STAGED_JSON[..], &["--git", "program"]].concat());
    assert_found(&ran, posts, places);
    let ran = check(&[&STAGED_JSON[..], &["--git", "library"]].concat());
    assert_eq!(ran.exits(2).out, "");
    ran.complains("sayso: ");
}

/// Nobody can say what is staged: an error in these words, whoever reads.
#[track_caller]
fn assert_unreadable(sandbox: &Sandbox, words: &str) {
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.exits(2).complains(words).out, "");
    for reader in READERS {
        let ran = sandbox.check(&["--staged", "--git", reader]);
        assert_eq!(ran.exits(2).complains("sayso: ").out, "");
    }
}

/// `sayso check` in a folder of the sandbox, with these variables.
fn check_with(
    sandbox: &Sandbox,
    folder: &str,
    variables: &[(&str, &str)],
    arguments: &[&str],
) -> Ran {
    let mut sayso = sandbox.command(SAYSO);
    sayso.args(["check", "--today", TODAY]).args(arguments);
    let variables = variables.iter().copied();
    Ran::of(sayso.envs(variables).current_dir(sandbox.join(folder)))
}

/// The path as text.
fn text(path: &std::path::Path) -> &str {
    path.to_str().expect("UTF-8")
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
