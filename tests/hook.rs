//! The git hook: installed by `sayso hook install`, called by real commits of
//! the `git` program.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{BAD, GOOD, Ran, Sandbox};

/// What a commit with [`BAD`] is refused with.
const MESSAGE: &str = "error[reputation/placeholder]: \"[TK]\" still waits for its text";
/// The program that is tested.
const OURS: &str = env!("CARGO_BIN_EXE_sayso");
const HOOK: &str = ".git/hooks/pre-commit";
const KEPT: &str = ".git/hooks/pre-commit.before-sayso";

/// A repository with one commit of two good posts, and no hook.
fn repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("content/first.md", GOOD);
    sandbox.write("content/second.md", GOOD);
    sandbox.run_git(&["add", "."]);
    sandbox.run_git(&["commit", "--quiet", "--no-verify", "--message", "posts"]);
    sandbox
}

/// The same, with our hook.
fn hooked() -> Sandbox {
    let sandbox = repo();
    install(&sandbox);
    sandbox
}

#[track_caller]
fn install(sandbox: &Sandbox) -> Ran {
    let ran = sandbox.sayso(&["hook", "install"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

/// `sayso hook install` by this copy of the program, in this folder, with what
/// the sandbox lets `git` see.
fn installer(sandbox: &Sandbox, program: impl AsRef<Path>, folder: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    for (name, value) in sandbox.git_command(&[]).get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.args(["hook", "install"]).current_dir(folder);
    command
}

fn stage(sandbox: &Sandbox, name: &str, content: &str) {
    sandbox.write(name, content);
    sandbox.run_git(&["add", "--", name]);
}

/// Another good post.
fn good() -> String {
    format!("{GOOD}One more line.\n")
}

/// `git commit` with these arguments.
fn commit(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    let mut all = vec!["commit", "--message", "a post"];
    all.extend(arguments);
    Ran::from(sandbox.git_command(&all).output().expect("git"))
}

fn head(sandbox: &Sandbox) -> String {
    sandbox.run_git(&["rev-parse", "HEAD"])
}

/// The bytes of the index and of every file of the work tree.
fn state(sandbox: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    found.insert(
        "the index".to_owned(),
        fs::read(sandbox.join(".git/index")).expect("an index"),
    );
    let mut folders = vec![sandbox.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.ends_with(".git") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).expect("a file");
            found.insert(path.display().to_string(), bytes);
        }
    }
    found
}

/// Lets git write into the index what it would write there on any commit, so
/// that a change of it is not git's own.
fn settle(sandbox: &Sandbox) {
    let mut refresh = sandbox.git_command(&["update-index", "-q", "--refresh"]);
    refresh.output().expect("git");
    sandbox.run_git(&["write-tree"]);
}

/// A hook of somebody else.
fn foreign(sandbox: &Sandbox, script: &str) {
    write_script(&sandbox.join(HOOK), script);
}

/// Writes a script that can be started. Another process does it: a program that
/// this one holds open for writing, if only for a moment and in a child of
/// another test, cannot be started ("text file busy").
fn write_script(path: &Path, script: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    let source = tempfile::NamedTempFile::new().expect("a file");
    fs::write(source.path(), script).expect("a script");
    copy_program(source.path(), path);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("its mode");
    }
}

/// Copies a program, for the same reason by another process where that is easy.
fn copy_program(from: &Path, to: &Path) {
    if cfg!(unix) {
        let copied = Command::new("cp").arg("-p").args([from, to]).status();
        assert!(copied.expect("cp").success());
    } else {
        fs::copy(from, to).expect("a copy");
    }
}

/// The commit is refused with the message, and nothing has moved.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, arguments: &[&str], place: &str) {
    settle(sandbox);
    let (before, commit_before) = (state(sandbox), head(sandbox));
    let ran = commit(sandbox, arguments);
    assert_ne!(ran.code, 0, "{arguments:?}: {ran:?}");
    assert!(ran.err.contains(MESSAGE), "{arguments:?}: {ran:?}");
    assert!(ran.err.contains(place), "{arguments:?}: {ran:?}");
    assert_eq!(head(sandbox), commit_before, "{arguments:?}: no commit");
    let after = state(sandbox);
    for (name, bytes) in &before {
        assert!(
            after.get(name) == Some(bytes),
            "{arguments:?}: {name} is changed"
        );
    }
    assert_eq!(after.len(), before.len(), "{arguments:?}: no new file");
}

#[track_caller]
fn assert_passes(sandbox: &Sandbox, arguments: &[&str], verdict: &str) {
    let before = head(sandbox);
    let ran = commit(sandbox, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
    assert!(
        ran.err.contains(verdict),
        "the hook has run: {arguments:?}: {ran:?}"
    );
    assert_ne!(head(sandbox), before, "{arguments:?}: a commit");
}

#[test]
fn a_plain_commit_of_a_bad_post_is_refused() {
    let sandbox = hooked();
    stage(&sandbox, "content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    stage(&sandbox, "content/first.md", BAD);
    assert_refused(&sandbox, &[], "content/first.md:5:10");
}

#[test]
fn the_first_commit_is_refused_too() {
    let sandbox = Sandbox::git();
    install(&sandbox);
    stage(&sandbox, "content/new.md", BAD);
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains(MESSAGE), "{ran:?}");
    stage(&sandbox, "content/new.md", GOOD);
    let ran = commit(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("nothing found in 1 post"), "{ran:?}");
}

#[test]
fn a_commit_of_all_changes_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["-a"], "content/first.md:5:10");
    // The same file, staged when it was good.
    stage(&sandbox, "content/first.md", &good());
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["-a"], "content/first.md:5:10");
}

#[test]
fn a_commit_of_a_path_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["content/first.md"], "content/first.md:5:10");
    // Something else is staged, and good.
    stage(&sandbox, "content/other.md", GOOD);
    assert_refused(&sandbox, &["content/first.md"], "content/first.md:5:10");
    assert_refused(
        &sandbox,
        &["--only", "content/first.md"],
        "content/first.md:5:10",
    );
    assert_refused(
        &sandbox,
        &["--include", "content/first.md"],
        "content/first.md:5:10",
    );
}

#[test]
fn an_amended_commit_with_a_bad_post_is_refused() {
    let sandbox = hooked();
    stage(&sandbox, "content/new.md", BAD);
    assert_refused(&sandbox, &["--amend"], "content/new.md:5:10");
    assert_refused(&sandbox, &["--amend", "--no-edit"], "content/new.md:5:10");
    sandbox.run_git(&["reset", "--quiet", "--hard"]);
    sandbox.write("content/first.md", BAD);
    assert_refused(&sandbox, &["--amend", "-a"], "content/first.md:5:10");
}

#[test]
fn good_posts_pass_however_they_are_committed() {
    let sandbox = hooked();
    stage(&sandbox, "content/new.md", GOOD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
    sandbox.write("content/first.md", good());
    sandbox.write("content/second.md", good());
    assert_passes(&sandbox, &["-a"], "nothing found in 2 posts");
    sandbox.write("content/first.md", GOOD);
    assert_passes(&sandbox, &["content/first.md"], "nothing found in 1 post");
    sandbox.write("content/second.md", GOOD);
    sandbox.run_git(&["add", "."]);
    assert_passes(&sandbox, &["--amend"], "nothing found in 1 post");
    assert_eq!(sandbox.run_git(&["status", "--porcelain"]), "");
}

#[test]
fn with_a_path_the_other_staged_posts_are_not_checked() {
    let sandbox = hooked();
    stage(&sandbox, "content/bad.md", BAD);
    sandbox.write("content/first.md", good());
    assert_passes(&sandbox, &["content/first.md"], "nothing found in 1 post");
    assert_eq!(
        sandbox.run_git(&["status", "--porcelain"]),
        "A  content/bad.md\n",
        "the bad one is still staged, and not committed"
    );
}

#[test]
fn the_hook_reads_the_index_and_not_the_work_tree() {
    let sandbox = hooked();
    stage(&sandbox, "content/first.md", BAD);
    sandbox.write("content/first.md", good());
    assert_refused(&sandbox, &[], "content/first.md:5:10");
    assert_passes(&sandbox, &["-a"], "nothing found in 1 post");

    stage(&sandbox, "content/second.md", &good());
    sandbox.write("content/second.md", BAD);
    sandbox.write("content/untracked.md", BAD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
}

#[test]
fn a_commit_without_a_post_says_so_and_passes() {
    let sandbox = repo();
    stage(&sandbox, "content/old.md", BAD);
    let ran = commit(&sandbox, &[]);
    assert_eq!(ran.code, 0, "no hook yet: {ran:?}");
    install(&sandbox);
    // The last commit holds a bad post; a new message for it brings nothing in.
    assert_passes(
        &sandbox,
        &["--amend", "--message", "other words"],
        "0 staged posts",
    );
    assert_passes(&sandbox, &["--allow-empty"], "0 staged posts");
    stage(&sandbox, "picture.svg", "<svg/>\n");
    assert_passes(&sandbox, &[], "0 staged posts");
    sandbox.run_git(&["rm", "--quiet", "content/old.md"]);
    assert_passes(&sandbox, &[], "0 staged posts");
}

#[test]
fn the_hook_uses_the_staged_policy() {
    let sandbox = hooked();
    stage(&sandbox, "content/bad.md", BAD);
    sandbox.write(
        "sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"off\"\n",
    );
    assert_refused(&sandbox, &[], "content/bad.md:5:10");
    sandbox.run_git(&["add", "sayso.toml"]);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
}

#[test]
fn a_fault_of_the_policy_fails_the_commit() {
    let sandbox = hooked();
    stage(&sandbox, "content/good.md", GOOD);
    stage(&sandbox, "sayso.toml", "[rulse]\n");
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("sayso.toml:1:"), "{ran:?}");
}

#[test]
fn installed_from_a_sub_folder_it_works_from_anywhere() {
    let sandbox = repo();
    let ran = Ran::from(
        installer(&sandbox, OURS, &sandbox.join("content"))
            .output()
            .expect("sayso"),
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(sandbox.join(HOOK).exists());
    stage(&sandbox, "content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    let ran = Ran::from(
        sandbox
            .git_command(&["-C", "content", "commit", "--message", "a post"])
            .output()
            .expect("git"),
    );
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("content/new.md:5:10"), "{ran:?}");
}

#[test]
fn the_path_of_the_hook_is_shown_without_detours() {
    let sandbox = repo();
    let ran = Ran::from(
        installer(&sandbox, OURS, &sandbox.join("content"))
            .output()
            .expect("sayso"),
    );
    assert!(ran.out.contains("hooks"), "{ran:?}");
    assert!(!ran.out.contains(".."), "{ran:?}");
}

#[test]
fn a_linked_work_tree_shares_the_hook() {
    let sandbox = repo();
    let elsewhere = Sandbox::new();
    let linked = elsewhere.join("linked");
    let linked_name = linked.to_str().expect("UTF-8");
    sandbox.run_git(&["worktree", "add", "--quiet", "-b", "linked", linked_name]);
    let ran = Ran::from(installer(&sandbox, OURS, &linked).output().expect("sayso"));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(sandbox.join(HOOK).exists(), "in the folder that both share");

    elsewhere.write("linked/content/there.md", BAD);
    sandbox.run_git(&["-C", linked_name, "add", "."]);
    let ran = Ran::from(
        sandbox
            .git_command(&["-C", linked_name, "commit", "--message", "a post"])
            .output()
            .expect("git"),
    );
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("content/there.md:5:10"), "{ran:?}");
    stage(&sandbox, "content/here.md", BAD);
    assert_refused(&sandbox, &[], "content/here.md:5:10");
}

#[test]
fn the_hooks_folder_is_made_when_it_is_not_there() {
    let sandbox = repo();
    let hooks = sandbox.join(".git/hooks");
    if hooks.exists() {
        fs::remove_dir_all(&hooks).expect("a folder");
    }
    install(&sandbox);
    stage(&sandbox, "content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
}

#[test]
fn the_script_is_plain_shell_and_calls_an_absolute_path() {
    let sandbox = hooked();
    let script = sandbox.read(HOOK);
    assert!(script.starts_with("#!/bin/sh\n"), "{script}");
    assert!(!script.contains('\r'), "{script}");
    let program = Path::new(OURS);
    assert!(program.is_absolute());
    assert!(
        script.contains(&format!("'{}'", program.display())),
        "{script}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(sandbox.join(HOOK))
            .expect("a hook")
            .permissions()
            .mode();
        assert_eq!(mode & 0o111, 0o111, "{mode:o}");
    }
}

#[test]
fn installing_touches_neither_index_nor_work_tree() {
    let sandbox = repo();
    sandbox.write("content/first.md", BAD);
    let before = state(&sandbox);
    install(&sandbox);
    sandbox.sayso(&["hook", "uninstall"]);
    assert!(state(&sandbox) == before);
}

#[test]
fn a_foreign_hook_is_kept_and_runs_first() {
    let sandbox = repo();
    let theirs = "#!/bin/sh\necho 'the other hook' \"$#\"\n";
    foreign(&sandbox, theirs);
    let said = install(&sandbox).out;
    assert!(said.contains("pre-commit.before-sayso"), "{said}");
    assert_eq!(sandbox.read(KEPT), theirs);

    stage(&sandbox, "content/new.md", BAD);
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    let first = ran.err.find("the other hook 0").expect("the other hook");
    let second = ran.err.find(MESSAGE).expect("our message");
    assert!(first < second, "{ran:?}");

    stage(&sandbox, "content/new.md", GOOD);
    assert_passes(&sandbox, &[], "the other hook");
}

#[test]
fn a_foreign_hook_that_fails_fails_the_commit() {
    let sandbox = repo();
    foreign(
        &sandbox,
        "#!/bin/sh\necho 'the other hook says no'\nexit 3\n",
    );
    install(&sandbox);
    stage(&sandbox, "content/new.md", GOOD);
    let before = head(&sandbox);
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("the other hook says no"), "{ran:?}");
    assert!(
        !ran.err.contains("nothing found"),
        "ours has not run: {ran:?}"
    );
    assert_eq!(head(&sandbox), before);
}

#[test]
fn what_a_foreign_hook_stages_is_checked() {
    let sandbox = repo();
    foreign(
        &sandbox,
        "#!/bin/sh\nsed 's/\\[TK\\]/four/' content/new.md > tmp && mv tmp content/new.md\n\
         git add content/new.md\n",
    );
    install(&sandbox);
    stage(&sandbox, "content/new.md", BAD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");
    assert!(
        sandbox
            .run_git(&["show", "HEAD:content/new.md"])
            .contains("We saved four hours.")
    );
}

#[test]
fn installing_twice_changes_nothing_more() {
    let sandbox = repo();
    foreign(&sandbox, "#!/bin/sh\necho 'the other hook'\n");
    install(&sandbox);
    let (hook, kept) = (sandbox.read(HOOK), sandbox.read(KEPT));
    let said = install(&sandbox).out;
    assert!(
        !said.contains("the hook that was there is kept"),
        "ours is not kept as somebody else's: {said}"
    );
    assert_eq!(sandbox.read(HOOK), hook);
    assert_eq!(sandbox.read(KEPT), kept);

    stage(&sandbox, "content/new.md", GOOD);
    let ran = commit(&sandbox, &[]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(ran.err.matches("the other hook").count(), 1, "{ran:?}");
    assert_eq!(ran.err.matches("nothing found").count(), 1, "{ran:?}");
    let hooks = fs::read_dir(sandbox.join(".git/hooks")).expect("hooks");
    let ours = hooks
        .map(|entry| entry.expect("a hook").file_name())
        .filter(|name| name.to_string_lossy().starts_with("pre-commit"))
        .filter(|name| !name.to_string_lossy().ends_with(".sample"))
        .count();
    assert_eq!(ours, 2);
}

#[test]
fn installing_anew_mends_a_damaged_hook() {
    let sandbox = hooked();
    let whole = sandbox.read(HOOK);
    let damaged = whole.replace(OURS, "/nowhere/sayso");
    assert_ne!(damaged, whole);
    sandbox.write(HOOK, damaged);
    install(&sandbox);
    assert_eq!(sandbox.read(HOOK), whole);
    assert!(!sandbox.join(KEPT).exists());
}

#[test]
fn two_foreign_hooks_are_left_as_they_are() {
    let sandbox = repo();
    foreign(&sandbox, "#!/bin/sh\necho new\n");
    sandbox.write(KEPT, "#!/bin/sh\necho old\n");
    let ran = sandbox.sayso(&["hook", "install"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("pre-commit.before-sayso"), "{ran:?}");
    assert_eq!(sandbox.read(HOOK), "#!/bin/sh\necho new\n");
    assert_eq!(sandbox.read(KEPT), "#!/bin/sh\necho old\n");
}

#[test]
fn uninstalling_restores_the_foreign_hook() {
    let sandbox = repo();
    let theirs = "#!/bin/sh\necho 'the other hook'\n";
    foreign(&sandbox, theirs);
    let mode = fs::metadata(sandbox.join(HOOK))
        .expect("a hook")
        .permissions();
    install(&sandbox);
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(sandbox.read(HOOK), theirs);
    let restored = fs::metadata(sandbox.join(HOOK)).expect("a hook");
    assert_eq!(restored.permissions(), mode);
    assert!(!sandbox.join(KEPT).exists());
    stage(&sandbox, "content/new.md", BAD);
    assert_passes(&sandbox, &[], "the other hook");
}

#[test]
fn uninstalling_takes_our_hook_out_and_nothing_else() {
    let sandbox = hooked();
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!sandbox.join(HOOK).exists());
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("no hook of sayso"), "{ran:?}");

    let theirs = "#!/bin/sh\necho 'the other hook'\n";
    foreign(&sandbox, theirs);
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    assert!(ran.out.contains("no hook of sayso"), "{ran:?}");
    assert_eq!(sandbox.read(HOOK), theirs);
}

#[cfg(unix)]
#[test]
fn a_hook_that_is_a_link_is_kept_as_the_link_it_is() {
    let sandbox = repo();
    let theirs = "#!/bin/sh\necho 'the other hook'\n";
    write_script(&sandbox.join("scripts/check"), theirs);
    fs::create_dir_all(sandbox.join(".git/hooks")).expect("hooks");
    std::os::unix::fs::symlink("../../scripts/check", sandbox.join(HOOK)).expect("a link");
    install(&sandbox);
    assert_eq!(sandbox.read("scripts/check"), theirs);
    stage(&sandbox, "content/new.md", BAD);
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("the other hook"), "{ran:?}");
    assert!(ran.err.contains(MESSAGE), "{ran:?}");
    sandbox.sayso(&["hook", "uninstall"]);
    let link = fs::read_link(sandbox.join(HOOK)).expect("a link");
    assert_eq!(link, Path::new("../../scripts/check"));
    assert_eq!(sandbox.read("scripts/check"), theirs);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_that_leads_nowhere() {
    let sandbox = repo();
    fs::create_dir_all(sandbox.join(".git/hooks")).expect("hooks");
    std::os::unix::fs::symlink("../../scripts-of-another-branch", sandbox.join(HOOK))
        .expect("a link");
    sandbox.sayso(&["hook", "install"]);
    assert!(!sandbox.join("scripts-of-another-branch").exists());
}

#[test]
fn where_hooks_come_from_elsewhere_the_line_to_add_is_shown() {
    let sandbox = repo();
    sandbox.write(".husky/pre-commit", "npm test\n");
    sandbox.run_git(&["config", "core.hooksPath", ".husky"]);
    let ran = sandbox.sayso(&["hook", "install"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("core.hooksPath"), "{ran:?}");
    assert!(ran.err.contains(".husky"), "{ran:?}");
    assert!(ran.err.contains("sayso check --staged"), "{ran:?}");
    assert_eq!(sandbox.read(".husky/pre-commit"), "npm test\n");
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn a_hooks_path_for_all_repositories_is_left_alone() {
    let sandbox = repo();
    let home = Sandbox::new();
    fs::create_dir(home.join("hooks")).expect("a folder");
    let settings = format!("[core]\n\thooksPath = {}\n", home.join("hooks").display());
    home.write("gitconfig", settings.replace('\\', "/"));
    let ran = Ran::from(
        installer(&sandbox, OURS, sandbox.path())
            .env("GIT_CONFIG_GLOBAL", home.join("gitconfig"))
            .output()
            .expect("sayso"),
    );
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("core.hooksPath"), "{ran:?}");
    assert!(!home.join("hooks/pre-commit").exists());
    assert!(!sandbox.join(HOOK).exists());
}

#[test]
fn uninstalling_does_not_tell_to_install() {
    let sandbox = hooked();
    sandbox.run_git(&["config", "core.hooksPath", ".husky"]);
    let ran = sandbox.sayso(&["hook", "uninstall"]);
    assert!(!ran.err.contains("add this line"), "{ran:?}");
}

#[test]
fn without_a_repository_there_is_nothing_to_install_into() {
    let sandbox = Sandbox::new();
    for action in ["install", "uninstall"] {
        let ran = sandbox.sayso(&["hook", action]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains("no git repository here"), "{ran:?}");
        assert!(ran.err.contains("git init"), "what helps: {ran:?}");
    }
    assert_eq!(
        fs::read_dir(sandbox.path()).expect("a folder").count(),
        0,
        "nothing is written"
    );
}

/// Nobody commits in a bare repository, so the hook would never run there.
#[test]
fn a_bare_repository_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.run_git(&["init", "--quiet", "--bare", "."]);
    let ran = sandbox.sayso(&["hook", "install"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(!sandbox.join("hooks/pre-commit").exists());
}

/// The program in a folder with a blank and an apostrophe, and a repository
/// whose hook calls it there.
fn installed_from_an_odd_folder() -> (Sandbox, Sandbox, PathBuf) {
    let sandbox = repo();
    let folder = Sandbox::new();
    let program = folder.join("Jo's tools $HOME/sayso");
    fs::create_dir(program.parent().expect("a folder")).expect("a folder");
    copy_program(Path::new(OURS), &program);
    let ran = Ran::from(
        installer(&sandbox, &program, sandbox.path())
            .output()
            .expect("sayso"),
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    (sandbox, folder, program)
}

#[test]
fn the_program_may_stand_in_a_folder_with_an_odd_name() {
    let (sandbox, _folder, program) = installed_from_an_odd_folder();
    stage(&sandbox, "content/new.md", BAD);
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    stage(&sandbox, "content/new.md", GOOD);
    assert_passes(&sandbox, &[], "nothing found in 1 post");

    // It is this copy that is called, and no other on the machine.
    fs::remove_file(&program).expect("the copy");
    write_script(&program, "#!/bin/sh\necho \"a stand-in: $*\"\nexit 1\n");
    stage(&sandbox, "content/new.md", &good());
    let ran = commit(&sandbox, &[]);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("a stand-in: check --staged"), "{ran:?}");
}

/// The folders of `PATH` that hold no `sayso`.
fn path_without_sayso() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .filter(|folder| !folder.join("sayso").exists())
        .collect()
}

fn commit_with(sandbox: &Sandbox, home: &Path, path: &OsString) -> Ran {
    let mut command = sandbox.git_command(&["commit", "--message", "a post"]);
    command.env("HOME", home).env("PATH", path);
    Ran::from(command.output().expect("git"))
}

#[test]
fn a_program_that_has_moved_is_found_on_the_path() {
    let (sandbox, folder, program) = installed_from_an_odd_folder();
    let elsewhere = folder.join("bin");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::rename(&program, elsewhere.join("sayso")).expect("moved");
    stage(&sandbox, "content/new.md", BAD);
    let mut path = vec![elsewhere];
    path.extend(path_without_sayso());
    let path = std::env::join_paths(path).expect("a path");
    let ran = commit_with(&sandbox, folder.path(), &path);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains(MESSAGE), "{ran:?}");
}

#[test]
fn without_the_program_the_commit_fails_and_says_what_to_do() {
    let usual = ["/usr/local/bin/sayso", "/opt/homebrew/bin/sayso"];
    if usual.iter().any(|path| Path::new(path).exists()) {
        eprintln!("skipped: sayso is installed on this machine, where every hook looks");
        return;
    }
    let (sandbox, folder, program) = installed_from_an_odd_folder();
    fs::remove_file(&program).expect("the copy");
    stage(&sandbox, "content/new.md", GOOD);
    let path = std::env::join_paths(path_without_sayso()).expect("a path");
    let before = head(&sandbox);
    let ran = commit_with(&sandbox, folder.path(), &path);
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("sayso is not installed"), "{ran:?}");
    assert!(ran.err.contains("not checked"), "{ran:?}");
    assert!(ran.err.contains("pre-commit"), "which file: {ran:?}");
    assert_eq!(head(&sandbox), before);
}
