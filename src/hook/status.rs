//! What is installed, whose it is, and whether it works.

use std::fs;
use std::path::PathBuf;

use super::manager::{self, Manager};
use super::script::{is_ours, program_of};
use super::{Hook, Repo, can_start, change, lines};

/// How it stands with one hook.
#[derive(Debug)]
pub struct HookState {
    /// Which.
    pub hook: Hook,
    /// Where git looks for it.
    pub path: PathBuf,
    /// Whose it is.
    pub owner: Owner,
    /// True when git will start it.
    pub is_executable: bool,
    /// The hook that was there before, when it is kept and runs first.
    pub keeps: Option<String>,
}

/// Whose a hook is.
#[derive(Debug, PartialEq, Eq)]
pub enum Owner {
    /// There is none.
    Nobody,
    /// Ours; with the program it calls.
    Ours(Program),
    /// That of a program which manages hooks.
    Manager {
        /// Its name.
        name: &'static str,
        /// The file that says what it runs.
        file: String,
        /// True when that file calls sayso.
        calls_us: bool,
        /// The command that installs its hooks.
        install: &'static str,
    },
    /// Somebody else's.
    Other {
        /// True when it calls sayso.
        calls_us: bool,
    },
}

/// The program that a hook of ours calls first.
#[derive(Debug, PartialEq, Eq)]
pub enum Program {
    /// It is there, and can be started.
    There(PathBuf),
    /// It is not, and the hook looks for another.
    Gone(PathBuf),
    /// The script does not say.
    Unknown,
}

impl HookState {
    /// True when a commit is checked by it.
    pub fn is_fine(&self) -> bool {
        match &self.owner {
            Owner::Nobody => false,
            Owner::Ours(program) => self.is_executable && matches!(program, Program::There(_)),
            Owner::Manager { calls_us, .. } | Owner::Other { calls_us } => {
                *calls_us && self.is_executable
            }
        }
    }
}

/// How it stands with `hook` in `repo`.
pub fn state(repo: &Repo, hook: Hook) -> HookState {
    let path = repo.hooks.join(hook.name());
    let text = fs::read_to_string(&path).unwrap_or_default();
    let managers = manager::managers(repo);
    let owner = if repo.is_private && is_ours(&path) {
        Owner::Ours(match program_of(&text) {
            Some(program) if can_start(&program) => Program::There(program),
            Some(program) => Program::Gone(program),
            None => Program::Unknown,
        })
    } else if let Some(manager) = best(repo, &managers, hook) {
        Owner::Manager {
            name: manager.kind.name(),
            file: manager.file(hook),
            calls_us: manager.calls_us(repo, hook),
            install: lines::install_command(manager.kind, hook),
        }
    } else if change::is_there(&path) {
        Owner::Other {
            calls_us: manager::calls_us(&text, hook),
        }
    } else {
        Owner::Nobody
    };
    let kept = hook.kept();
    HookState {
        hook,
        is_executable: can_start(&path),
        keeps: can_start(&repo.hooks.join(&kept)).then_some(kept),
        path,
        owner,
    }
}

/// The manager that calls us, or else any.
fn best<'a>(repo: &Repo, managers: &'a [Manager], hook: Hook) -> Option<&'a Manager> {
    let calling = managers.iter().find(|one| one.calls_us(repo, hook));
    calling.or(managers.first())
}

/// Our hook in the repository, when git looks for hooks in another folder.
pub fn idle_hook(repo: &Repo) -> Option<PathBuf> {
    let path = repo.own_hooks.join(Hook::PreCommit.name());
    (!repo.is_private && is_ours(&path)).then_some(path)
}
