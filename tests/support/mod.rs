//! A folder to try things in, and the program run in it.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The day every test is run for.
pub const TODAY: &str = "2026-11-24";

/// A folder of its own, gone when the test ends.
pub struct Sandbox {
    folder: tempfile::TempDir,
}

impl Sandbox {
    /// An empty folder, no git repository.
    pub fn new() -> Sandbox {
        Sandbox {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    /// A folder with an empty git repository, made by the `git` program.
    pub fn git() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.run_git(&["init", "--quiet", "--initial-branch=main"]);
        sandbox
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The path of `name` in it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Writes a file, with the folders it needs.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Sandbox {
        let path = self.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, content).expect("a file");
        self
    }

    /// Reads a file as text.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.join(name)).expect("a text")
    }

    /// Runs `git` and asks that it succeeds; what comes back is what it printed.
    pub fn run_git(&self, arguments: &[&str]) -> String {
        let output = self.git_command(arguments).output().expect("git");
        assert!(
            output.status.success(),
            "git {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// `git` in this folder, with nobody's settings.
    pub fn git_command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.path());
        clean(&mut command);
        command
    }

    /// `sayso` in this folder.
    pub fn sayso(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.args(arguments).current_dir(self.path());
        clean(&mut command);
        Ran::from(command.output().expect("sayso"))
    }

    /// `sayso check` for the day of the tests.
    pub fn check(&self, arguments: &[&str]) -> Ran {
        let mut all = vec!["check", "--today", TODAY];
        all.extend(arguments);
        self.sayso(&all)
    }

    /// `sayso check --format json`, parsed.
    pub fn check_json(&self, arguments: &[&str]) -> serde_json::Value {
        let mut all = vec!["--format", "json"];
        all.extend(arguments);
        serde_json::from_str(&self.check(&all).out).expect("JSON")
    }
}

/// Settings of whoever runs the tests must not matter.
fn clean(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "Jo")
        .env("GIT_AUTHOR_EMAIL", "jo@acme.example")
        .env("GIT_COMMITTER_NAME", "Jo")
        .env("GIT_COMMITTER_EMAIL", "jo@acme.example")
        .env_remove("CI")
        .env_remove("NO_COLOR");
}

/// How a program went.
#[derive(Debug)]
pub struct Ran {
    /// Exit status.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained about.
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Ran {
    /// What was printed, without the time it took.
    pub fn stable_out(&self) -> String {
        without_time(&self.out)
    }
}

/// `text` with "12 ms" written as "[time]".
pub fn without_time(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        match line.rsplit_once(" · ") {
            Some((before, time)) if line.starts_with("sayso: ") && time.ends_with("s\n") => {
                out.push_str(before);
                out.push_str(" · [time]\n");
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// A post without a fault.
pub const GOOD: &str = "---\ntitle: A week without meetings\ndate: 2026-05-04\n---\nWe tried it. Tell us how you would.\n";

/// A post with one error: a placeholder at 5:10.
pub const BAD: &str =
    "---\ntitle: A week without meetings\ndate: 2026-05-04\n---\nWe saved [TK] hours.\n";
