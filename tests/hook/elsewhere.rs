//! Where `core.hooksPath` has git look for hooks in another folder.

use crate::support::{BAD, SAYSO};
use crate::*;

const LINE: &str = "sayso hook run pre-commit \"$@\"";

/// `sayso hook install`, where the user has set the folder for all repositories.
fn install_with_global(sandbox: &Sandbox, home: &Sandbox, hooks: &Path) -> Ran {
    let settings = format!("[core]\n\thooksPath = {}\n", hooks.display());
    home.write("gitconfig", settings.replace('\\', "/"));
    let mut command = sandbox.command(SAYSO);
    command.args(["hook", "install"]);
    Ran::of(command.env("GIT_CONFIG_GLOBAL", home.join("gitconfig")))
}

/// What a team keeps in the repo is shared, so no path of this machine goes there.
#[test]
fn into_a_folder_of_the_team_nothing_is_written() {
    let sandbox = repo();
    let theirs = "#!/bin/sh\nnpm test\n";
    write_script(&sandbox.join(".githooks/pre-commit"), theirs);
    sandbox.run_git(&["config", "core.hooksPath", ".githooks"]);
    for folder in [".", "content"] {
        let ran = sandbox.sayso_in(folder, &["hook", "install"]);
        ran.exits(2).complains("core.hooksPath");
        ran.complains("add this line to .githooks/pre-commit:");
        ran.complains(&format!("\n{LINE} || exit $?\n"));
    }
    assert_eq!(sandbox.read(".githooks/pre-commit"), theirs);
    assert!(!sandbox.join(HOOK).exists());
    // Not even by force, since git would not run it.
    sandbox.sayso(&["hook", "install", "--force"]).exits(2);
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn the_line_that_is_told_works_and_is_seen() {
    let sandbox = repo();
    let path = Path::new(SAYSO).parent().expect("a folder").display();
    let theirs = format!("#!/bin/sh\nPATH='{path}':$PATH\n{LINE} || exit $?\necho 'and more'\n");
    write_script(&sandbox.join(".githooks/pre-commit"), &theirs);
    sandbox.run_git(&["config", "core.hooksPath", ".githooks"]);
    let ran = sandbox.sayso(&["hook", "install"]);
    ran.exits(0)
        .says(".githooks/pre-commit calls sayso already");
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    sandbox.stage("content/new.md", GOOD);
    assert_passes(&sandbox, &[], "and more");
}

/// Telling git where it looks anyhow is how a folder for all is left out here.
#[test]
fn a_folder_in_the_repository_is_as_good_as_the_usual_one() {
    let sandbox = repo();
    let home = Sandbox::new();
    sandbox.run_git(&["config", "core.hooksPath", ".git/hooks"]);
    install_with_global(&sandbox, &home, &home.join("hooks")).exits(0);
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
}

#[test]
fn a_hooks_path_for_all_repositories_is_left_alone() {
    let sandbox = repo();
    let home = Sandbox::new();
    let hooks = home.join("hooks");
    let ran = install_with_global(&sandbox, &home, &hooks);
    ran.exits(2).complains("for all your repositories");
    // Repositories without a policy are none of its business.
    ran.complains(&format!("\n[ ! -f sayso.toml ] || {LINE} || exit $?\n"));
    assert!(!hooks.exists());
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn the_line_for_all_repositories_checks_those_with_a_policy() {
    let sandbox = repo();
    let home = Sandbox::new();
    let path = Path::new(SAYSO).parent().expect("a folder").display();
    let script = format!(
        "#!/bin/sh\nPATH='{path}':$PATH\n[ ! -f sayso.toml ] || {LINE} || exit $?\necho 'and more'\n"
    );
    write_script(&home.join("hooks/pre-commit"), &script);
    let hooks = home.join("hooks");
    sandbox.run_git(&["config", "core.hooksPath", hooks.to_str().expect("UTF-8")]);
    sandbox.stage("content/new.md", BAD);
    assert_passes(&sandbox, &[], "and more");
    sandbox.stage("content/new.md", GOOD);
    sandbox.stage("sayso.toml", "");
    assert_passes(&sandbox, &[], "and more");
    sandbox.stage("content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
}

#[test]
fn where_no_hooks_are_to_run_that_is_said() {
    let sandbox = repo();
    sandbox.run_git(&["config", "core.hooksPath", "/dev/null"]);
    let ran = sandbox.sayso(&["hook", "install"]);
    ran.exits(2).complains("git is told to run no hooks");
}
