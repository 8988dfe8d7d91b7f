//! `sayso baseline`: what is known, hidden, dropped and compared.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod broken;
mod compare;
mod hide;
mod links;
mod merge;
mod prune;
mod write;

use support::{Ran, Sandbox, TODAY, post};

const FILE: &str = ".sayso/baseline.json";

/// A repo with two posts: an error and a warning in the one, an error in the
/// other.
fn archive() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "");
    sandbox.write("blog/a.md", post("We saved [TK] hours."));
    let claim = "Our cloud is the world's fastest database.";
    sandbox.write("blog/c.md", post(&format!("{claim}\n\nIt takes XX% less.")));
    sandbox
}

/// The same with a baseline.
fn known() -> Sandbox {
    let sandbox = archive();
    baseline(&sandbox, &[]).exits(0);
    sandbox
}

/// `sayso baseline` for the day of the tests.
fn baseline(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.sayso(&[&["baseline", "--today", TODAY], arguments].concat())
}

/// The lines of the baseline that are entries.
fn entries(sandbox: &Sandbox) -> Vec<String> {
    let text = sandbox.read(FILE);
    let entries = text.lines().filter(|line| line.starts_with("{\""));
    entries.map(str::to_owned).collect()
}

/// Puts one more sentence behind a post.
fn add(sandbox: &Sandbox, name: &str, words: &str) {
    let text = sandbox.read(name);
    sandbox.write(name, format!("{text}\n{words}\n"));
}
