//! Where git looks for the hooks of a repository.

use std::path::{Path, PathBuf};

use super::{HookError, git};
use crate::source;

/// A repository that people commit in.
#[derive(Debug)]
pub struct Repo {
    /// The top of the work tree, where hooks are run.
    pub top: PathBuf,
    /// The folder in which git looks for hooks.
    pub hooks: PathBuf,
    /// The folder of hooks in the repository itself.
    pub own_hooks: PathBuf,
    /// True when `hooks` lies in the repository, where only this clone sees it.
    pub is_private: bool,
    /// True when the folder of hooks is set for all repositories of this user.
    pub is_for_all: bool,
    /// True for one of several work trees of a repository.
    pub is_linked: bool,
}

impl Repo {
    /// The repository around `cwd`.
    pub fn find(cwd: &Path) -> Result<Repo, HookError> {
        if git::ask(cwd, &["rev-parse", "--is-bare-repository"]).is_ok_and(|said| said == "true") {
            return Err(HookError::new(
                "this is a bare repository, in which nobody commits",
                "install the hook in a clone that people work in",
            ));
        }
        let no_repo = |said: String| {
            HookError::new(
                format!("there is no git repository here: {said}"),
                "go to the folder of your content repo, or run `git init` there",
            )
        };
        let top = git::ask(cwd, &["rev-parse", "--show-toplevel"]).map_err(no_repo)?;
        let top = PathBuf::from(top);
        // A relative path counts from where git is asked, and hooks run at the top.
        let path = |arguments: &[&str]| {
            let answer = git::ask(&top, arguments).map_err(no_repo)?;
            Ok(source::absolute(&top, Path::new(&answer)))
        };
        let common = path(&["rev-parse", "--git-common-dir"])?;
        let hooks = path(&["rev-parse", "--git-path", "hooks"])?;
        let scope = git::ask(&top, &["config", "--show-scope", "--get", "core.hooksPath"]);
        Ok(Repo {
            is_private: hooks.starts_with(&common),
            own_hooks: common.join("hooks"),
            is_for_all: scope
                .is_ok_and(|scope| scope.starts_with("global") || scope.starts_with("system")),
            is_linked: path(&["rev-parse", "--git-dir"])? != common,
            hooks,
            top,
        })
    }

    /// `path` from the top of the work tree, when it is in there.
    pub(super) fn shown(&self, path: &Path) -> String {
        source::from_root(&self.top, path)
    }
}
