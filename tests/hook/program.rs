//! The program that the hook calls: in a folder with an odd name, moved
//! elsewhere, or gone.

use std::path::PathBuf;

use crate::support::BAD;
use crate::*;

/// A repository whose hook calls a program in a folder that a shell could take
/// for something else.
struct Installed {
    sandbox: Sandbox,
    folder: Sandbox,
    program: PathBuf,
}

fn installed() -> Installed {
    let sandbox = repo();
    let folder = Sandbox::new();
    let program = folder.join("Jo's tools $HOME/sayso");
    fs::create_dir(program.parent().expect("a folder")).expect("a folder");
    copy_program(Path::new(support::SAYSO), &program);
    Ran::of(sandbox.command(&program).args(["hook", "install"])).exits(0);
    Installed {
        sandbox,
        folder,
        program,
    }
}

impl Installed {
    /// A commit where `sayso` is found only in these folders, if at all.
    fn commit(&self, found_in: &[PathBuf]) -> Ran {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let usual = std::env::split_paths(&path);
        let usual = usual.filter(|folder| !folder.join("sayso").exists());
        let path = std::env::join_paths(found_in.iter().cloned().chain(usual));
        let mut commit = self.sandbox.command("git");
        commit.args(["commit", "--message", "a post"]);
        Ran::of(commit.env("PATH", path.expect("a path")))
    }
}

#[test]
fn the_program_may_stand_in_a_folder_with_an_odd_name() {
    let Installed {
        sandbox, program, ..
    } = &installed();
    sandbox.stage("content/new.md", BAD);
    assert_refused(sandbox, &[], "content/new.md:5:10");
    sandbox.stage("content/new.md", GOOD);
    assert_passes(sandbox, &[], "nothing found in 1 post");

    // It is this copy that is called, and no other on the machine.
    fs::remove_file(program).expect("the copy");
    write_script(program, "#!/bin/sh\necho \"a stand-in: $*\"\nexit 1\n");
    sandbox.stage("content/new.md", good());
    let ran = commit(sandbox, &[]);
    ran.fails().complains("a stand-in: hook run pre-commit");
}

#[test]
fn a_program_that_has_moved_is_found_on_the_path() {
    let installed = installed();
    let elsewhere = installed.folder.join("bin");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::rename(&installed.program, elsewhere.join("sayso")).expect("moved");
    installed.sandbox.stage("content/new.md", BAD);
    installed
        .commit(&[elsewhere])
        .fails()
        .complains(BAD_MESSAGE);
}

#[test]
fn without_the_program_the_commit_fails_and_says_what_to_do() {
    let usual = ["/usr/local/bin/sayso", "/opt/homebrew/bin/sayso"];
    if usual.iter().any(|path| Path::new(path).exists()) {
        eprintln!("skipped: sayso is installed on this machine, where every hook looks");
        return;
    }
    let installed = installed();
    fs::remove_file(&installed.program).expect("the copy");
    installed.sandbox.stage("content/new.md", GOOD);
    let before = head(&installed.sandbox);
    let ran = installed.commit(&[]);
    ran.fails().complains("sayso is not installed");
    ran.complains("this commit was not checked");
    // Which file it is.
    ran.complains(".git/hooks/pre-commit");
    assert_eq!(head(&installed.sandbox), before);
}
