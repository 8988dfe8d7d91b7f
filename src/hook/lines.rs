//! What to add where another program, or another folder, has the hooks.

use super::Hook;
use super::manager::{Kind, Notation};

/// The line of a shell script that calls us.
pub(super) fn call(hook: Hook) -> String {
    format!("sayso hook run {} \"$@\"", hook.name())
}

/// The same for a script that all repositories share: only where there is a
/// policy, and so that the rest of the script runs.
pub(super) fn shared_call(hook: Hook) -> String {
    format!("[ ! -f sayso.toml ] || {} || exit $?", call(hook))
}

/// The lines that make a manager of `kind` run `hook`.
pub(super) fn lines(kind: Kind, hook: Hook) -> String {
    let name = hook.name();
    let is_message = hook == Hook::CommitMsg;
    // How each hands on the file with the message.
    let run = |file: &str| match hook {
        Hook::PreCommit => format!("sayso hook run {name}"),
        Hook::CommitMsg => format!("sayso hook run {name} {file}"),
    };
    match kind {
        Kind::Husky => call(hook),
        Kind::OldHusky => {
            let run = run("$HUSKY_GIT_PARAMS");
            format!("\"husky\": {{ \"hooks\": {{ \"{name}\": \"{run}\" }} }}")
        }
        Kind::SimpleGitHooks => {
            format!("\"simple-git-hooks\": {{ \"{name}\": \"{}\" }}", run("$1"))
        }
        Kind::Yorkie => {
            format!("\"gitHooks\": {{ \"{name}\": \"{}\" }}", run("$GIT_PARAMS"))
        }
        Kind::Lefthook(Notation::Yaml) => format!(
            "{name}:\n  commands:\n    sayso:\n      run: {}",
            run("{1}")
        ),
        Kind::Lefthook(Notation::Toml) => {
            format!("[{name}.commands.sayso]\nrun = \"{}\"", run("{1}"))
        }
        Kind::Lefthook(Notation::Json) => format!(
            "\"{name}\": {{ \"commands\": {{ \"sayso\": {{ \"run\": \"{}\" }} }} }}",
            run("{1}")
        ),
        // These stash what is not staged and name the files, so that
        // `--all-files` works too.
        Kind::PreCommit if is_message => "  - repo: local\n    hooks:\n      \
             - id: sayso-message\n        name: sayso, the commit message\n        \
             entry: sayso hook run commit-msg\n        language: system\n        \
             stages: [commit-msg]"
            .to_owned(),
        Kind::PreCommit => "  - repo: local\n    hooks:\n      - id: sayso\n        \
             name: sayso\n        entry: sayso check --force-exclude\n        \
             language: system\n        types_or: [markdown, mdx]\n        \
             require_serial: true"
            .to_owned(),
        Kind::Prek if is_message => "[[repos]]\nrepo = \"local\"\n\n[[repos.hooks]]\n\
             id = \"sayso-message\"\nname = \"sayso, the commit message\"\n\
             entry = \"sayso hook run commit-msg\"\nlanguage = \"system\"\n\
             stages = [\"commit-msg\"]"
            .to_owned(),
        Kind::Prek => "[[repos]]\nrepo = \"local\"\n\n[[repos.hooks]]\nid = \"sayso\"\n\
             name = \"sayso\"\nentry = \"sayso check --force-exclude\"\n\
             language = \"system\"\ntypes_or = [\"markdown\", \"mdx\"]\nrequire_serial = true"
            .to_owned(),
    }
}

/// Where in the file they go.
pub(super) fn place(kind: Kind, file: &str) -> String {
    match kind {
        Kind::PreCommit => format!("add these lines to {file}, under `repos:`"),
        Kind::Lefthook(Notation::Yaml) => {
            format!("add these lines to {file}, to the keys that are there")
        }
        Kind::Lefthook(Notation::Toml) | Kind::Prek => format!("add these lines to {file}"),
        Kind::Lefthook(Notation::Json) | Kind::OldHusky | Kind::SimpleGitHooks | Kind::Yorkie => {
            format!("add this to {file}, to the keys that are there")
        }
        Kind::Husky => format!("add this line to {file}"),
    }
}

/// The command that makes the manager put its hooks into the repository.
pub(super) fn install_command(kind: Kind, hook: Hook) -> &'static str {
    match (kind, hook) {
        (Kind::PreCommit, Hook::PreCommit) => "`pre-commit install`, or `prek install`",
        (Kind::PreCommit, Hook::CommitMsg) => {
            "`pre-commit install --hook-type commit-msg`, or the same with `prek`"
        }
        (Kind::Prek, Hook::PreCommit) => "`prek install`",
        (Kind::Prek, Hook::CommitMsg) => "`prek install --hook-type commit-msg`",
        (Kind::Lefthook(_), _) => "`lefthook install`",
        (Kind::SimpleGitHooks, _) => "`npx simple-git-hooks`",
        (Kind::Husky, _) => "`npx husky`",
        (Kind::OldHusky | Kind::Yorkie, _) => "`npm install`",
    }
}
