//! `sayso hook status`: what is installed, whose it is, and whether it works.

use std::path::Path;

use super::{Console, output};
use crate::exit::Exit;
use crate::hook::{self, Hook, HookState, Owner, Program, Repo};
use crate::render;
use crate::source;

/// How it stands with something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Word {
    /// It is as it should be.
    Ok,
    /// It wants a look.
    Look,
    /// It cannot work.
    Wrong,
}

/// How it stands, and what to do about it.
pub(super) type Line = (Word, String);

/// Tells how it stands with the hooks.
pub fn hook_status(console: &mut Console<'_>) -> Exit {
    let repo = match Repo::find(&console.cwd) {
        Ok(repo) => repo,
        Err(error) => {
            let error = source::SourceError::new(error.message).help(error.help);
            return output::error(&error, console);
        }
    };
    let lines = lines(&repo, None);
    let mut out = String::new();
    for (_, line) in lines {
        out.push_str(&render::harmless(&line));
        out.push('\n');
    }
    if let Err(error) = output::write_out(out.as_bytes(), console) {
        return output::error(&error, console);
    }
    if hook::state(&repo, Hook::PreCommit).is_fine() {
        Exit::Clean
    } else {
        Exit::Findings
    }
}

/// How it stands with the hooks of `repo`, where `on_path` is the `sayso` that
/// a hook finds when the program it names is gone.
pub(super) fn lines(repo: &Repo, on_path: Option<&Path>) -> Vec<Line> {
    let shown = source::from_root(&repo.top, &repo.hooks);
    let whose = match (repo.is_private, repo.is_for_all) {
        (true, _) => "",
        (false, true) => " (core.hooksPath, for all your repositories)",
        (false, false) => " (core.hooksPath)",
    };
    let mut lines = vec![(Word::Ok, format!("hooks folder: {shown}{whose}"))];
    if let Some(idle) = hook::idle_hook(repo) {
        let path = source::from_root(&repo.top, &idle);
        lines.push((
            Word::Look,
            format!("{path} is sayso's and is not run, since git takes its hooks from {shown}"),
        ));
    }
    for hook in Hook::ALL {
        let state = hook::state(repo, hook);
        lines.push(of_hook(repo, &state));
        lines.extend(of_program(&state, on_path));
    }
    lines
}

fn of_hook(repo: &Repo, state: &HookState) -> Line {
    let name = state.hook.name();
    let flag = match state.hook {
        Hook::PreCommit => "",
        Hook::CommitMsg => " --commit-msg",
    };
    // Nobody has to have their messages checked.
    let look = match state.hook {
        Hook::PreCommit => Word::Look,
        Hook::CommitMsg => Word::Ok,
    };
    let install = format!("`sayso hook install{flag}`");
    match &state.owner {
        Owner::Nobody if repo.is_private => (look, format!("{name}: none; {install} installs it")),
        Owner::Nobody => (
            look,
            format!("{name}: none; {install} shows the line to add"),
        ),
        Owner::Ours(_) if !state.is_executable => (
            Word::Wrong,
            format!("{name}: sayso's, and git does not start it: {install} mends that"),
        ),
        Owner::Ours(_) => {
            let first = match &state.keeps {
                Some(kept) => format!("; the hook from before, {kept}, runs first"),
                None => String::new(),
            };
            (Word::Ok, format!("{name}: sayso's{first}"))
        }
        Owner::Manager {
            name: manager,
            file,
            calls_us: true,
            install,
        } if !state.is_executable => (
            look,
            format!(
                "{name}: {file} calls sayso, but {manager} has not installed it: run {install}"
            ),
        ),
        Owner::Manager {
            name: manager,
            file,
            calls_us: true,
            ..
        } => (
            Word::Ok,
            format!("{name}: run by {manager}; {file} calls sayso"),
        ),
        Owner::Manager {
            name: manager,
            file,
            calls_us: false,
            ..
        } => (
            look,
            format!(
                "{name}: run by {manager}; {file} does not call sayso: {install} shows the lines to add"
            ),
        ),
        Owner::Other { calls_us: true } if !state.is_executable => (
            Word::Wrong,
            format!("{name}: your own, and git does not start it: make it executable"),
        ),
        Owner::Other { calls_us: true } => (Word::Ok, format!("{name}: your own; it calls sayso")),
        Owner::Other { calls_us: false } if repo.is_private => (
            look,
            format!("{name}: your own; it does not call sayso: {install} keeps it and adds sayso"),
        ),
        Owner::Other { calls_us: false } => (
            look,
            format!("{name}: your own; it does not call sayso: {install} shows the line to add"),
        ),
    }
}

/// The program that a hook of ours calls.
fn of_program(state: &HookState, on_path: Option<&Path>) -> Option<Line> {
    let Owner::Ours(program) = &state.owner else {
        return None;
    };
    let name = state.hook.name();
    Some(match program {
        Program::There(path) => (
            Word::Ok,
            format!(
                "{name} calls {}, which is there and can be started",
                path.display()
            ),
        ),
        Program::Gone(path) => {
            let gone = format!("{name} calls {}, which is gone", path.display());
            match on_path {
                Some(other) => (
                    Word::Look,
                    format!(
                        "{gone}; {} takes its place: `sayso hook install` names it",
                        other.display()
                    ),
                ),
                None => (
                    Word::Wrong,
                    format!("{gone}: `sayso hook install` names this program in its place"),
                ),
            }
        }
        Program::Unknown => (
            Word::Look,
            format!("{name} is from another version: `sayso hook install` renews it"),
        ),
    })
}
