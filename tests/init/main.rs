//! `sayso init`: a first policy that fits the repo.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod asks;
mod fits;
mod hostile;
mod known;
mod refuses;

use std::fs;
use std::path::Path;

use support::{Ran, Sandbox};

/// The example blog without its policy.
fn acme() -> Sandbox {
    let sandbox = Sandbox::new();
    let blog = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/acme-blog");
    copy(&blog, sandbox.path());
    fs::remove_file(sandbox.join("sayso.toml")).expect("its policy");
    sandbox
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copy");
        }
    }
}

/// `sayso init --yes`, and then a check that reads what it wrote without fault.
#[track_caller]
fn written(sandbox: &Sandbox) -> String {
    sandbox.sayso(&["init", "--yes"]).exits(0);
    let ran: Ran = sandbox.check(&["--allow-empty", "--fail-on", "never"]);
    ran.exits(0).is_silent_about("[policy]:");
    ran.is_silent_about("built-in general policy");
    sandbox.read("sayso.toml")
}
