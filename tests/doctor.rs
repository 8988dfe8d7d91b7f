//! `sayso doctor`: a line for each thing that a check depends on.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::path::{Path, PathBuf};

use support::{GOOD, Ran, SAYSO, Sandbox};

const WORKFLOW: &str = "on: push\njobs:\n  check:\n    steps:\n      - run: sayso check\n";

/// A repository in which everything is in place.
fn healthy() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    sandbox.stage("sayso.toml", "[posts]\ninclude = [\"content/**/*.md\"]\n");
    sandbox.stage(".github/workflows/check.yml", WORKFLOW);
    sandbox.sayso(&["hook", "install"]).exits(0);
    sandbox
}

/// `sayso doctor`, where sayso is found on the PATH.
fn doctor(sandbox: &Sandbox) -> Ran {
    let folder = Path::new(SAYSO).parent().expect("a folder").to_owned();
    doctor_with(sandbox, &[folder])
}

/// The same with these folders in front of the usual ones that have no sayso.
fn doctor_with(sandbox: &Sandbox, folders: &[PathBuf]) -> Ran {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let usual = std::env::split_paths(&path).filter(|folder| !folder.join("sayso").exists());
    let path = std::env::join_paths(folders.iter().cloned().chain(usual));
    let mut command = sandbox.command(SAYSO);
    Ran::of(command.arg("doctor").env("PATH", path.expect("a PATH")))
}

/// Every line starts with one of three words.
#[track_caller]
fn assert_lines(ran: &Ran) {
    let words = ["ok     ", "look   ", "wrong  "];
    let is_told = |line: &str| words.iter().any(|word| line.starts_with(word));
    assert!(!ran.out.is_empty() && ran.out.lines().all(is_told), "{ran}");
}

#[test]
fn where_all_is_in_place_every_line_is_ok() {
    let sandbox = healthy();
    let ran = doctor(&sandbox);
    ran.exits(0);
    assert_lines(&ran);
    for line in [
        "ok     git: ",
        "ok     repository: ",
        "ok     hooks folder: .git/hooks\n",
        "ok     pre-commit: sayso's\n",
        "ok     policy: sayso.toml\n",
        "ok     posts: 1, such as content/first.md\n",
        "ok     generator: ",
        "ok     baseline: none",
        "ok     CI: .github/workflows/check.yml calls sayso\n",
    ] {
        ran.says(line);
    }
    ran.says(&format!(
        "ok     sayso: {}; on the PATH",
        env!("CARGO_PKG_VERSION")
    ));
    sandbox.write(".sayso/baseline.json", "{}");
    doctor(&sandbox)
        .exits(0)
        .says("ok     baseline: .sayso/baseline.json\n");
}

#[test]
fn what_is_missing_is_told_with_what_to_do() {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    let ran = doctor_with(&sandbox, &[]);
    ran.exits(1);
    assert_lines(&ran);
    for line in [
        "look   pre-commit: none; `sayso hook install`",
        "not on the PATH",
        "look   policy: no sayso.toml, so the built-in one counts; `sayso init`",
        "look   CI: no file calls sayso",
    ] {
        ran.says(line);
    }
    ran.is_silent_about("wrong ");
}

#[test]
fn a_faulty_policy_is_wrong() {
    let sandbox = healthy();
    sandbox.write("sayso.toml", "[rulse]\n[policy]\nfail-on = \"eror\"\n");
    let ran = doctor(&sandbox);
    ran.exits(2)
        .says("wrong  policy: 2 to mend in sayso.toml; `sayso check`");
}

#[test]
fn what_a_policy_says_for_nothing_is_worth_a_look() {
    let sandbox = healthy();
    sandbox.write(
        "sayso.toml",
        "[[overrides]]\npaths = [\"gone/**\"]\nrules = { \"evidence/superlative\" = \"off\" }\n",
    );
    let ran = doctor(&sandbox);
    ran.exits(1)
        .says("look   policy: 1 said for nothing; `sayso config lint`");
}

#[test]
fn a_policy_without_a_post_is_wrong() {
    let sandbox = healthy();
    sandbox.write("sayso.toml", "[posts]\ninclude = [\"gone/**/*.md\"]\n");
    doctor(&sandbox).exits(2).says("wrong  posts: none among ");
}

#[test]
fn a_hook_whose_program_is_gone_is_told() {
    let sandbox = healthy();
    let hook = ".git/hooks/pre-commit";
    sandbox.write(hook, sandbox.read(hook).replace(SAYSO, "/nowhere/sayso"));
    // Another one takes its place, as the hook does it.
    let ran = doctor(&sandbox);
    ran.exits(1).says("calls /nowhere/sayso, which is gone; ");
    let ran = doctor_with(&sandbox, &[]);
    ran.exits(2)
        .says("wrong  pre-commit calls /nowhere/sayso, which is gone: ");
}

#[test]
fn another_version_on_the_path_is_told() {
    let sandbox = healthy();
    let other = Sandbox::new();
    let script = "#!/bin/sh\necho 'sayso 0.0.1'\n";
    let program = other.join("sayso");
    // Written by another process, so that nobody holds it open when it starts.
    let mut command = other.command("sh");
    command.args([
        "-c",
        "printf %s \"$1\" > \"$2\" && chmod +x \"$2\"",
        "sh",
        script,
    ]);
    Ran::of(command.arg(&program)).exits(0);
    let ran = doctor_with(&sandbox, &[other.path().to_owned()]);
    ran.exits(1).says("version 0.0.1; keep one of them");
}

#[test]
fn without_git_and_without_a_repository_posts_are_looked_at_all_the_same() {
    let sandbox = Sandbox::new();
    sandbox.write("first.md", GOOD);
    let ran = doctor(&sandbox);
    ran.exits(1)
        .says("look   repository: there is no git repository here");
    ran.says("ok     posts: 1, such as first.md");

    let mut command = sandbox.command(SAYSO);
    let ran = Ran::of(command.arg("doctor").env("PATH", sandbox.path()));
    ran.exits(2)
        .says("wrong  git: the program git cannot be started");
    ran.says("ok     posts: 1, such as first.md");
}

#[test]
fn a_workflow_that_only_speaks_of_sayso_does_not_count() {
    let sandbox = healthy();
    sandbox.write(".github/workflows/check.yml", "on: push\n# sayso check\n");
    doctor(&sandbox)
        .exits(1)
        .says("look   CI: no file calls sayso");
    sandbox.write(".gitlab-ci.yml", "check:\n  script: sayso check\n");
    doctor(&sandbox)
        .exits(0)
        .says("ok     CI: .gitlab-ci.yml calls sayso");
}
