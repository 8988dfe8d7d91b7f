//! A folder of its own, and programs run in it with nobody's settings.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Ran;

/// The program that is tested.
pub const SAYSO: &str = env!("CARGO_BIN_EXE_sayso");

/// The day every test is run for.
pub const TODAY: &str = "2026-11-24";

/// A folder of its own, gone when the test ends.
pub struct Sandbox {
    around: tempfile::TempDir,
    path: PathBuf,
}

impl Sandbox {
    /// An empty folder, no git repository.
    pub fn new() -> Sandbox {
        let around = tempfile::tempdir().expect("a folder");
        let path = around.path().join("repo");
        fs::create_dir(&path).expect("a folder");
        fs::create_dir(around.path().join("home")).expect("a home");
        Sandbox { around, path }
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path of `name` in it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Writes a file, with the folders it needs.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Sandbox {
        let path = self.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, content).expect("a file");
        self
    }

    /// Reads a file as text.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.join(name)).expect(name)
    }

    /// A program that is started in this folder, for somebody called Jo who has
    /// set nothing: the settings of whoever runs the tests must not matter.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GIT_") {
                command.env_remove(name);
            }
        }
        let ours = ["CI", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];
        let more = ["FORCE_COLOR", "SAYSO_SEAL_KEY", "SAYSO_SEAL_KEY_FILE"];
        for name in ours.into_iter().chain(more) {
            command.env_remove(name);
        }
        let home = self.around.path().join("home");
        command
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("HOME", home)
            .env("GIT_CEILING_DIRECTORIES", self.around.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_NAME", "Jo")
            .env("GIT_AUTHOR_EMAIL", "jo@acme.example")
            .env("GIT_COMMITTER_NAME", "Jo")
            .env("GIT_COMMITTER_EMAIL", "jo@acme.example")
            .current_dir(&self.path);
        command
    }

    /// `sayso` in this folder.
    pub fn sayso(&self, arguments: &[&str]) -> Ran {
        self.sayso_in(".", arguments)
    }

    /// `sayso` in a folder of this one, or in any other.
    pub fn sayso_in(&self, folder: impl AsRef<Path>, arguments: &[&str]) -> Ran {
        let mut command = self.command(SAYSO);
        command.args(arguments).current_dir(self.path.join(folder));
        Ran::of(&mut command)
    }

    /// `sayso check` for the day of the tests.
    pub fn check(&self, arguments: &[&str]) -> Ran {
        self.check_in(".", arguments)
    }

    /// The same in another folder.
    pub fn check_in(&self, folder: impl AsRef<Path>, arguments: &[&str]) -> Ran {
        self.sayso_in(folder, &[&["check", "--today", TODAY], arguments].concat())
    }

    /// `sayso check --format concise`, a line for each finding.
    pub fn check_concise(&self, arguments: &[&str]) -> Ran {
        self.check(&[&["--format", "concise"], arguments].concat())
    }

    /// `sayso check --format json`, parsed.
    pub fn check_json(&self, arguments: &[&str]) -> serde_json::Value {
        let ran = self.check(&[&["--format", "json"], arguments].concat());
        serde_json::from_str(&ran.out).expect("JSON")
    }
}
