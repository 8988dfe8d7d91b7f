//! Repositories, made by the `git` program.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{Ran, Sandbox};

impl Sandbox {
    /// A folder with an empty git repository.
    pub fn git() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.run_git(&["init", "--quiet", "--initial-branch=main"]);
        sandbox
    }

    /// Runs `git`, however it ends.
    pub fn try_git(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command("git").args(arguments))
    }

    /// Runs `git` and asks that it succeeds; what comes back is what it printed.
    #[track_caller]
    pub fn run_git(&self, arguments: &[&str]) -> String {
        let ran = self.try_git(arguments);
        assert_eq!(ran.code, 0, "git {arguments:?}: {ran}");
        ran.out
    }

    /// Writes a file and stages it.
    pub fn stage(&self, name: &str, content: impl AsRef<[u8]>) -> &Sandbox {
        self.write(name, content);
        self.run_git(&["add", "--", name]);
        self
    }

    /// Commits what is staged, without asking any hook.
    pub fn commit_unchecked(&self) {
        self.run_git(&["commit", "--quiet", "--no-verify", "--message", "posts"]);
    }

    /// Adds a work tree of this repository, with a branch of its own, at `path`.
    pub fn add_worktree(&self, path: &Path) {
        let path = path.to_str().expect("UTF-8");
        self.run_git(&["worktree", "add", "--quiet", "-b", "linked", path]);
    }

    /// A hash of the index, and one for every file of the work tree with its
    /// mode.
    pub fn state(&self) -> BTreeMap<String, String> {
        let index = self.run_git(&["rev-parse", "--git-path", "index"]);
        let index = fs::read(self.join(index.trim())).unwrap_or_default();
        let mut state = BTreeMap::from([("the index".to_owned(), hash(&index))]);
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let meta = fs::symlink_metadata(&path).expect("its mode");
                if path.ends_with(".git") {
                    continue;
                }
                if meta.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = if meta.is_symlink() {
                    let target = fs::read_link(&path).expect("a target");
                    target.into_os_string().into_encoded_bytes()
                } else {
                    fs::read(&path).expect("a file")
                };
                let told = format!("{:?} {}", meta.permissions(), hash(&bytes));
                state.insert(path.display().to_string(), told);
            }
        }
        state
    }
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
