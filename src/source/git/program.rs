//! Reading with the `git` program, which reads whatever git itself can.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::answers::{complaint, is_file_mode, raw_changes, stretches, zero_ended};
use super::batch::{Answer, Batch};
use super::{Changed, Failure, Git, Index, NOT_HERE, no_repository, unreadable};
use crate::source::SourceError;

/// A repository, read by calls of `git` in a folder of it.
pub(super) struct Program {
    folder: PathBuf,
    sizes: RefCell<Option<Batch>>,
    contents: RefCell<Option<Batch>>,
    /// The blobs of commits, by path; under "" those of the index.
    files: RefCell<FxHashMap<String, Arc<Files>>>,
}

/// Ordinary files by path.
#[derive(Default)]
struct Files {
    blobs: FxHashMap<Vec<u8>, String>,
    is_unmerged: bool,
}

/// What is said where there is no such program.
pub(super) const NO_PROGRAM: &str = "the program git cannot be started";

impl Program {
    /// The repository around `folder`, or the one that the environment names.
    pub(super) fn open(folder: &Path) -> Result<Program, Failure> {
        let program = Program {
            folder: folder.to_owned(),
            sizes: RefCell::default(),
            contents: RefCell::default(),
            files: RefCell::default(),
        };
        let found = program.output(["rev-parse", "--git-dir"]);
        let output = found.map_err(|_| Failure::Unable(SourceError::new(NO_PROGRAM)))?;
        if output.status.success() {
            return Ok(program);
        }
        Err(Failure::Unable(cannot_open(&String::from_utf8_lossy(
            &output.stderr,
        ))))
    }

    /// The repository around `folder`, and the top of its work tree.
    pub(super) fn around(folder: &Path) -> Option<(Program, PathBuf)> {
        let here = Program::open(folder).ok()?;
        let top = PathBuf::from(here.line(["rev-parse", "--show-toplevel"]).ok()?);
        Some((Program::open(&top).ok()?, top))
    }

    fn command(&self) -> Command {
        let mut git = Command::new("git");
        git.arg("--no-pager").arg("-C").arg(&self.folder);
        // Reading changes nothing, asks nobody and fetches nothing.
        git.args(["-c", "core.fsmonitor=false"]);
        git.env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_LITERAL_PATHSPECS", "0")
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        git
    }

    fn output<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> std::io::Result<Output> {
        self.command().args(arguments).output()
    }

    /// What `git` answers; or what it complains about.
    fn ask<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, String> {
        let output = self
            .output(arguments)
            .map_err(|error| format!("{NO_PROGRAM}: {error}"))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(complaint(&String::from_utf8_lossy(&output.stderr)))
    }

    /// An answer of one line.
    fn line<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<String, String> {
        let answer = self.ask(arguments)?;
        Ok(String::from_utf8_lossy(&answer).trim_end().to_owned())
    }

    /// The path of a file of the repository itself.
    fn git_path(&self, name: &str) -> Option<PathBuf> {
        let path = self.line(["rev-parse", "--git-path", name]).ok()?;
        Some(self.folder.join(path))
    }

    /// The files of a `commit`; with "" those of the index.
    fn files(&self, commit: &str) -> Result<Arc<Files>, String> {
        if let Some(known) = self.files.borrow().get(commit) {
            return Ok(known.clone());
        }
        // `<mode> <id> <stage>\t<path>` and `<mode> <type> <id>\t<path>`.
        let (answer, id_at) = if commit.is_empty() {
            (
                self.ask(["ls-files", "--stage", "-z", "--full-name", ":/"]),
                1,
            )
        } else {
            (self.ask(["ls-tree", "-r", "-z", "--full-tree", commit]), 2)
        };
        let mut files = Files::default();
        for entry in zero_ended(&answer?) {
            let Some(tab) = entry.iter().position(|byte| *byte == b'\t') else {
                continue;
            };
            let told = String::from_utf8_lossy(&entry[..tab]);
            let told: Vec<&str> = told.split(' ').collect();
            files.is_unmerged |= commit.is_empty() && told.get(2) != Some(&"0");
            if let (Some(mode), Some(id)) = (told.first(), told.get(id_at))
                && is_file_mode(mode)
            {
                let path = entry[tab + 1..].to_vec();
                files.blobs.insert(path, (*id).to_owned());
            }
        }
        let files = Arc::new(files);
        self.files
            .borrow_mut()
            .insert(commit.to_owned(), files.clone());
        Ok(files)
    }

    /// Asks one of the two programs that stay.
    fn blob(&self, id: &str, has_content: bool) -> Result<Option<Answer>, String> {
        let cell = if has_content {
            &self.contents
        } else {
            &self.sizes
        };
        let mut batch = cell.borrow_mut();
        let batch = match &mut *batch {
            Some(batch) => batch,
            none => {
                let started = Batch::start(self.command(), has_content);
                none.insert(started.map_err(|error| error.to_string())?)
            }
        };
        batch.ask(id).map_err(|error| error.to_string())
    }

    /// The empty tree, which a first commit is compared with.
    fn empty_tree(&self) -> Result<String, String> {
        self.line(["hash-object", "-t", "tree", "--stdin"])
    }
}

impl Git for Program {
    fn is_bare(&self) -> Result<bool, String> {
        Ok(self.line(["rev-parse", "--is-bare-repository"])? == "true")
    }

    fn head(&self) -> Result<Option<String>, String> {
        if let Some(commit) = self.commit("HEAD")? {
            return Ok(Some(commit));
        }
        let broken = || "its last commit (HEAD) cannot be found".to_owned();
        let branch = self.line(["symbolic-ref", "--quiet", "HEAD"]);
        let branch = branch.map_err(|_| broken())?;
        // A branch that leads to nothing is known, too.
        let is_known = self.line(["rev-parse", "--verify", "--quiet", "HEAD"]);
        let is_known = is_known.is_ok();
        let file = self.git_path(&branch);
        if is_known || file.is_some_and(|file| fs::symlink_metadata(file).is_ok()) {
            return Err(broken());
        }
        Ok(None)
    }

    fn commit(&self, revision: &str) -> Result<Option<String>, String> {
        let commit = format!("{revision}^{{commit}}");
        let wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options"];
        let found = self.line(wanted.into_iter().chain([commit.as_str()]));
        // An id by itself is taken on trust.
        let is_here = |id: &String| self.ask(["cat-file", "-e", id]).is_ok();
        Ok(found.ok().filter(is_here))
    }

    fn merge_base(&self, one: &str, other: &str) -> Option<String> {
        self.line(["merge-base", one, other]).ok()
    }

    fn merged_in(&self) -> Vec<String> {
        let heads = self.git_path("MERGE_HEAD");
        heads.map(|path| merge_heads(&path)).unwrap_or_default()
    }

    fn staged(&self, since: Option<&str>) -> Result<Index, String> {
        if self.files("")?.is_unmerged {
            return Ok(Index {
                is_unmerged: true,
                ..Index::default()
            });
        }
        let since = match since {
            Some(commit) => commit.to_owned(),
            None => self.empty_tree()?,
        };
        let staged = |intended: &str| -> Result<Vec<Changed>, String> {
            let wanted = ["diff-index", "--cached", intended];
            let told = self.ask(wanted.into_iter().chain(RAW).chain([since.as_str()]))?;
            Ok(raw_changes(&told))
        };
        let changed = staged("--ita-invisible-in-index")?;
        let mut intended: Vec<Vec<u8>> = staged("--ita-visible-in-index")?
            .into_iter()
            .map(|file| file.path)
            .collect();
        let is_staged = |path: &[u8]| changed.binary_search_by(|file| (*file.path).cmp(path));
        intended.retain(|path| is_staged(path).is_err());
        Ok(Index {
            changed,
            is_unmerged: false,
            intended,
        })
    }

    fn between(&self, since: Option<&str>, until: &str) -> Result<Vec<Changed>, String> {
        let since = match since {
            Some(commit) => commit.to_owned(),
            None => self.empty_tree()?,
        };
        let wanted = ["diff-tree", "-r"];
        let commits = [since.as_str(), until];
        let changed = self.ask(wanted.into_iter().chain(RAW).chain(commits))?;
        Ok(raw_changes(&changed))
    }

    fn in_index(&self, path: &str) -> Result<Option<String>, String> {
        Ok(self.files("")?.blobs.get(path.as_bytes()).cloned())
    }

    fn in_commit(&self, commit: &str, path: &[u8]) -> Result<Option<String>, String> {
        Ok(self.files(commit)?.blobs.get(path).cloned())
    }

    fn size(&self, blob: &str) -> Option<u64> {
        Some(self.blob(blob, false).ok()??.size)
    }

    fn read(&self, blob: &str) -> Result<Vec<u8>, String> {
        match self.blob(blob, true)? {
            Some(answer) => Ok(answer.content),
            None => Err(NOT_HERE.to_owned()),
        }
    }

    fn authors(&self, path: &Path, text: &str) -> Vec<(usize, Option<String>)> {
        let mut blame = self.command();
        blame.args(["blame", "--line-porcelain", "--contents", "-", "--"]);
        blame.arg(path).stdin(Stdio::piped());
        blame.env("GIT_LITERAL_PATHSPECS", "1");
        answer_to(&mut blame, text.as_bytes())
            .map(|told| stretches(&String::from_utf8_lossy(&told)))
            .unwrap_or_default()
    }
}

/// How a comparison is told: modes, ids, one letter, path.
const RAW: [&str; 6] = [
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--ignore-submodules",
];

/// What a program answers to `input`.
fn answer_to(command: &mut Command, input: &[u8]) -> Option<Vec<u8>> {
    let started = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = started.ok()?;
    let mut stdin = child.stdin.take()?;
    std::thread::scope(|scope| {
        // It may answer before it has read everything.
        scope.spawn(move || stdin.write_all(input));
        let output = child.wait_with_output().ok()?;
        output.status.success().then_some(output.stdout)
    })
}

/// The commits in a file such as `MERGE_HEAD`.
pub(super) fn merge_heads(file: &Path) -> Vec<String> {
    let heads = fs::read_to_string(file).unwrap_or_default();
    heads.lines().map(str::to_owned).collect()
}

fn cannot_open(said: &str) -> SourceError {
    let trust = said
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("git config --global --add safe.directory"));
    if let Some(trust) = trust {
        return SourceError::new("this repository belongs to another user")
            .help(format!("if you trust it: {trust}"));
    }
    if said.contains("not a git repository") {
        return no_repository();
    }
    unreadable(&complaint(said))
}
