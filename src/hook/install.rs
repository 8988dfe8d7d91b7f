//! Putting the hooks into a repository, beside what is already there, and
//! taking them out again.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::change::Change;
use super::manager::{self, Kind, Manager};
use super::script::is_ours;
use super::{Hook, HookError, Repo, lines};

/// Where hooks are looked for when none are to run.
const NO_HOOKS: &str = "/dev/null";

/// How the hooks are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// The hook for messages too.
    pub commit_msg: bool,
    /// Beside a program that manages the hooks.
    pub force: bool,
    /// Only say what would be done.
    pub dry_run: bool,
}

/// Installs the hooks for the repository around `cwd`, calling `program`. What
/// comes back says what was done.
pub fn install(cwd: &Path, program: &Path, wish: Wish) -> Result<String, HookError> {
    let repo = Repo::find(cwd)?;
    let is_installed = |hook: Hook| repo.is_private && is_ours(&repo.hooks.join(hook.name()));
    let hooks: Vec<Hook> = Hook::ALL
        .into_iter()
        .filter(|hook| *hook == Hook::PreCommit || wish.commit_msg || is_installed(*hook))
        .collect();
    let managers = manager::managers(&repo);
    if let Some(called) = called_already(&repo, &managers, &hooks) {
        let file = called?;
        return Ok(format!("{file} calls sayso already: nothing to do\n"));
    }
    let has_way_around = repo.is_private;
    let is_ours_already = is_installed(Hook::PreCommit);
    if !managers.is_empty() && !(has_way_around && (wish.force || is_ours_already)) {
        return Err(managed(&repo, &managers, &hooks));
    }
    if !repo.is_private {
        return Err(elsewhere(&repo, &hooks));
    }
    // All is known before anything is written.
    let changes = hooks
        .iter()
        .map(|hook| Change::install(&repo, *hook, program))
        .collect::<Result<Vec<_>, _>>()?;
    let mut said = make(&changes, wish.dry_run)?;
    if !wish.dry_run {
        for hook in hooks {
            let _ = writeln!(said, "from now on `git commit` checks {}", hook.purpose());
        }
    }
    Ok(said)
}

/// Takes the hooks out, and puts back those that were there before.
pub fn uninstall(cwd: &Path, dry_run: bool) -> Result<String, HookError> {
    let repo = Repo::find(cwd)?;
    // A setting that leads elsewhere may be newer than the hook.
    let mut folders = vec![&repo.own_hooks];
    if repo.is_private && repo.hooks != repo.own_hooks {
        folders.push(&repo.hooks);
    }
    let changes: Vec<Change> = folders
        .into_iter()
        .flat_map(|folder| Hook::ALL.map(|hook| Change::remove(folder, hook)))
        .flatten()
        .collect();
    if changes.is_empty() {
        return Ok("no hook of sayso is installed\n".to_owned());
    }
    make(&changes, dry_run)
}

fn make(changes: &[Change], dry_run: bool) -> Result<String, HookError> {
    let mut said = String::new();
    for change in changes {
        if !dry_run {
            change.make()?;
        }
        said.push_str(&change.told(dry_run));
    }
    if dry_run {
        said.push_str("nothing was changed\n");
    }
    Ok(said)
}

/// The file that calls us for all `hooks`, when we did not install them; an
/// error when its manager has yet to install its own.
fn called_already(
    repo: &Repo,
    managers: &[Manager],
    hooks: &[Hook],
) -> Option<Result<String, HookError>> {
    let by_all = |calls: &dyn Fn(Hook) -> bool| hooks.iter().all(|hook| calls(*hook));
    if let Some(manager) = managers
        .iter()
        .find(|manager| by_all(&|hook| manager.calls_us(repo, hook)))
    {
        let file = manager.file(Hook::PreCommit);
        let missing = hooks
            .iter()
            .find(|hook| !manager.has_installed(repo, **hook));
        return Some(match missing {
            None => Ok(file),
            Some(hook) => Err(HookError::new(
                format!(
                    "{file} calls sayso already, but {} has not installed its {} hook",
                    manager.kind.name(),
                    hook.name()
                ),
                format!("run {}", lines::install_command(manager.kind, *hook)),
            )),
        });
    }
    let by_hand = |hook: Hook| {
        let path = repo.hooks.join(hook.name());
        let text = fs::read_to_string(&path).unwrap_or_default();
        (!repo.is_private || !is_ours(&path)) && manager::calls_us(&text, hook)
    };
    by_all(&by_hand).then(|| Ok(repo.shown(&repo.hooks.join(Hook::PreCommit.name()))))
}

/// Why nothing was installed where a program manages the hooks.
fn managed(repo: &Repo, managers: &[Manager], hooks: &[Hook]) -> HookError {
    let names: Vec<&str> = managers.iter().map(|one| one.kind.name()).collect();
    let mut text = String::new();
    for manager in managers {
        for &hook in hooks.iter().filter(|hook| !manager.calls_us(repo, **hook)) {
            let place = lines::place(manager.kind, &manager.file(hook));
            let _ = write!(text, "{place}:\n\n{}\n\n", lines::lines(manager.kind, hook));
            if manager.kind != Kind::Husky || !manager.has_installed(repo, hook) {
                let next = lines::install_command(manager.kind, hook);
                let _ = write!(text, "then run {next}\n\n");
            }
        }
    }
    HookError {
        message: format!(
            "nothing was installed: the hooks of this repo are in the hands of {}",
            names.join(" and ")
        ),
        help: match (managers.len(), repo.is_private) {
            (1, true) => "have it call sayso; or `sayso hook install --force` installs beside it",
            (1, false) => "have it call sayso",
            _ => "have one of them call sayso",
        }
        .to_owned(),
        lines: Some(text),
    }
}

/// Why nothing was installed where git looks for hooks in another folder: what
/// stands there is shared, by a team or by all repositories, and a script with a
/// path of this machine has no place in it.
fn elsewhere(repo: &Repo, hooks: &[Hook]) -> HookError {
    if repo.hooks == Path::new(NO_HOOKS) {
        return HookError::new(
            format!(
                "nothing was installed: git is told to run no hooks (core.hooksPath is {NO_HOOKS})"
            ),
            "`git config core.hooksPath .git/hooks` has git run those of this repo again",
        );
    }
    let folder = repo.shown(&repo.hooks);
    let whose = if repo.is_for_all {
        " for all your repositories"
    } else {
        ""
    };
    let mut text = String::new();
    for &hook in hooks {
        let call = if repo.is_for_all {
            lines::shared_call(hook)
        } else {
            format!("{} || exit $?", lines::call(hook))
        };
        let name = hook.name();
        let _ = write!(text, "add this line to {folder}/{name}:\n\n{call}\n\n");
    }
    HookError {
        message: format!(
            "nothing was installed: git takes its hooks{whose} from {folder} (core.hooksPath)"
        ),
        help: if repo.is_for_all {
            "add sayso there; or `git config core.hooksPath .git/hooks` leaves those hooks out in \
             this repo"
        } else {
            "add sayso there; those who share the folder have it then too"
        }
        .to_owned(),
        lines: Some(text),
    }
}
