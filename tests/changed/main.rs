//! Only what I changed: `--staged`, `--base`, `--range` and `--stdin-filename`
//! tell what a change brought, and count what was there before.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod base;
mod clones;
mod input;
mod lines;
mod scope;

use support::{Ran, Sandbox, post};

/// A repository whose last commit holds `content/post.md` with this body.
fn with_post(body: &str) -> Sandbox {
    let sandbox = Sandbox::git();
    commit(&sandbox, "content/post.md", &post(body));
    sandbox
}

fn commit(sandbox: &Sandbox, path: &str, content: &str) {
    sandbox.stage(path, content);
    sandbox.commit_unchecked();
}

/// A new branch, and it is checked out.
fn branch(sandbox: &Sandbox, name: &str) {
    sandbox.run_git(&["checkout", "--quiet", "-b", name]);
}

fn switch(sandbox: &Sandbox, to: &str) {
    sandbox.run_git(&["checkout", "--quiet", to]);
}

/// What a run found, as `path:line rule`, and how much older it hides; the same
/// whoever reads the repository.
#[track_caller]
fn found(sandbox: &Sandbox, arguments: &[&str]) -> (Vec<String>, u64) {
    let told = |more: &[&str]| {
        let report = sandbox.check_json(&[arguments, more].concat());
        let hidden = report["summary"]["hidden"].as_u64().expect("a count");
        let findings = report["findings"].as_array().expect("findings").iter();
        let line = |finding: &serde_json::Value| {
            let [path, rule] = ["path", "rule"].map(|key| finding[key].as_str().expect(key));
            format!("{path}:{} {rule}", finding["start"]["line"])
        };
        let open = findings.filter(|finding| finding["waived"].is_null());
        (open.map(line).collect::<Vec<_>>(), hidden)
    };
    let found = told(&[]);
    for reader in ["library", "program"] {
        assert_eq!(told(&["--git", reader]), found, "{reader}");
    }
    found
}

/// It found these, and hides so many.
#[track_caller]
fn assert_found(sandbox: &Sandbox, arguments: &[&str], expected: &[&str], hidden: u64) {
    let (found, older) = found(sandbox, arguments);
    assert_eq!(
        (found, older),
        (expected.iter().map(|s| (*s).to_owned()).collect(), hidden)
    );
}

/// `content/post.md` with this body is staged, and this is told of it.
#[track_caller]
fn assert_staged(sandbox: &Sandbox, body: &str, expected: &[&str], hidden: u64) {
    sandbox.stage("content/post.md", post(body));
    assert_found(sandbox, &["--staged"], expected, hidden);
}

/// The last line that is printed, without its time.
fn verdict(ran: &Ran) -> String {
    let out = ran.stable_out();
    out.lines()
        .last()
        .unwrap_or_default()
        .replace(" · [time]", "")
}
