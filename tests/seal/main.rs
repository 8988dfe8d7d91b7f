//! The sealed list, as the program keeps it and searches for it.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod faults;
mod keep;
mod keys;
mod places;
mod variants;

use std::io::Write;
use std::process::{Command, Stdio};

use support::{Ran, SAYSO, Sandbox, TODAY};

/// Where the list is.
const LIST: &str = ".sayso/sealed";

/// A repository with a key to its sealed list.
struct Keeper {
    sandbox: Sandbox,
    key: String,
}

impl Keeper {
    /// One whose list has these terms; without any, there is no list.
    fn of(terms: &[&str]) -> Keeper {
        let sandbox = Sandbox::git();
        let key = new_key(&sandbox);
        let keeper = Keeper { sandbox, key };
        if !terms.is_empty() {
            keeper.seal("add", &terms.join("\n")).exits(0);
        }
        keeper
    }

    /// `sayso` with the key.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.sandbox.command(SAYSO);
        command.args(arguments).env("SAYSO_SEAL_KEY", &self.key);
        command
    }

    /// `sayso seal`, with terms on standard input.
    fn seal(&self, action: &str, terms: &str) -> Ran {
        fed(&mut self.command(&["seal", action]), terms)
    }

    /// `sayso check` with the key, a line for each finding.
    fn check(&self, arguments: &[&str]) -> Ran {
        let check = ["check", "--today", TODAY, "--format", "concise"];
        Ran::of(&mut self.command(&[&check, arguments].concat()))
    }
}

fn new_key(sandbox: &Sandbox) -> String {
    let ran = sandbox.sayso(&["seal", "new-key"]);
    ran.exits(0).complains("shown once");
    ran.out.trim().to_owned()
}

/// Runs `command` with `text` on its standard input.
fn fed(command: &mut Command, text: &str) -> Ran {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program");
    let mut input = child.stdin.take().expect("its input");
    // A program that complains first need not read.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    child.wait_with_output().expect("its output").into()
}
