//! The forms in which git may keep an index, and the settings around it.

use std::fs;

use crate::support::{BAD, GOOD};
use crate::*;

const FOUND: [&str; 1] = ["content/bad.md:5:10"];

#[test]
fn a_split_index_is_read_by_git() {
    let sandbox = repo();
    sandbox.run_git(&["update-index", "--split-index"]);
    sandbox.stage("content/bad.md", BAD);
    let mut names = fs::read_dir(sandbox.join(".git")).expect("a repository");
    let is_shared = |name: &str| name.starts_with("sharedindex.");
    assert!(names.any(|entry| is_shared(&entry.expect("a name").file_name().to_string_lossy())));
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &FOUND);
}

#[test]
fn a_sparse_index_is_read_by_git() {
    let sandbox = repo();
    sandbox.stage("elsewhere/deep/post.md", GOOD);
    sandbox.commit_unchecked();
    let cone = ["sparse-checkout", "set", "--cone", "--sparse-index"];
    sandbox.run_git(&[&cone[..], &["content"]].concat());
    sandbox.stage("content/bad.md", BAD);
    let entries = sandbox.run_git(&["ls-files", "--sparse"]);
    assert!(entries.contains("elsewhere/\n"), "{entries}");
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &FOUND);
}

#[test]
fn ids_of_sha_256_are_read_by_git() {
    let sandbox = Sandbox::new();
    let init = ["init", "--quiet", "--object-format=sha256"];
    if sandbox.try_git(&init).code != 0 {
        eprintln!("skipped: this git knows no SHA-256");
        return;
    }
    sandbox.stage("content/bad.md", BAD);
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &FOUND);
    sandbox.commit_unchecked();
    sandbox.stage("content/bad.md", format!("{BAD}We saved [TK] days.\n"));
    let found = ["content/bad.md:6:10"];
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &found);
}

#[test]
fn reftables_are_read_by_git() {
    let sandbox = Sandbox::new();
    let init = ["init", "--quiet", "--ref-format=reftable"];
    if sandbox.try_git(&init).code != 0 {
        eprintln!("skipped: this git knows no reftables");
        return;
    }
    sandbox.stage("content/bad.md", BAD);
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &FOUND);
    sandbox.commit_unchecked();
    sandbox.stage("content/worse.md", BAD);
    let found = ["content/worse.md:5:10"];
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &found);
}

#[test]
fn an_index_of_version_4_and_an_untracked_cache_are_read() {
    let sandbox = repo();
    sandbox.run_git(&["update-index", "--index-version", "4"]);
    sandbox.run_git(&["update-index", "--force-untracked-cache"]);
    sandbox.stage("content/bad.md", BAD);
    assert_staged(&sandbox, 1, &FOUND);
}

/// What a repository names as a watcher of its files is a program of its own.
#[cfg(unix)]
#[test]
fn a_watcher_of_files_is_not_asked() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = repo();
    let (watcher, asked) = (sandbox.join(".git/watcher"), sandbox.join(".git/asked"));
    let script = format!("#!/bin/sh\ntouch '{}'\nprintf 'now\\0/\\0'\n", text(&asked));
    fs::write(&watcher, script).expect("a script");
    fs::set_permissions(&watcher, fs::Permissions::from_mode(0o755)).expect("its mode");
    sandbox.run_git(&["config", "core.fsmonitor", text(&watcher)]);
    sandbox.run_git(&["update-index", "--fsmonitor"]);
    sandbox.stage("content/bad.md", BAD);
    sandbox.run_git(&["status"]);
    fs::remove_file(&asked).expect("git to have asked it");
    assert_staged(&sandbox, 1, &FOUND);
    assert!(!asked.exists());
}

#[test]
fn a_post_that_git_takes_for_unchanged_is_read_from_the_index() {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox.run_git(&["update-index", "--assume-unchanged", "content/bad.md"]);
    sandbox.write("content/bad.md", GOOD);
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &FOUND);
    sandbox.commit_unchecked();
    sandbox.run_git(&["update-index", "--no-assume-unchanged", "content/bad.md"]);
    sandbox.stage("content/bad.md", format!("{BAD}We saved [TK] days.\n"));
    sandbox.run_git(&["update-index", "--assume-unchanged", "content/bad.md"]);
    let found = ["content/bad.md:6:10"];
    assert_staged_for_git_alone(|arguments| sandbox.check(arguments), 1, &found);
}

#[test]
fn an_index_that_another_program_has_locked_is_read_and_stays_locked() {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    sandbox.write(".git/index.lock", "");
    assert_staged(&sandbox, 1, &FOUND);
    assert!(sandbox.join(".git/index.lock").exists());
}

/// On macOS and Windows a new repository is told that case does not count.
#[test]
fn where_case_does_not_count_a_new_case_is_a_new_name() {
    let sandbox = repo();
    sandbox.run_git(&["config", "core.ignoreCase", "true"]);
    sandbox.stage("content/Bad.md", BAD);
    sandbox.commit_unchecked();
    sandbox.run_git(&["mv", "content/Bad.md", "content/bad.md"]);
    assert_staged(&sandbox, 1, &FOUND);
    // The policy that counts is the one with the right name.
    let lenient = "[rules]\n\"reputation/placeholder\" = \"off\"\n";
    sandbox.stage("SAYSO.toml", "no policy");
    assert_staged(&sandbox, 1, &FOUND);
    sandbox.write("sayso.toml", lenient);
    sandbox.run_git(&["-c", "core.ignoreCase=false", "add", "sayso.toml"]);
    let names = sandbox.run_git(&["ls-files", "*.toml"]);
    assert_eq!(names, "SAYSO.toml\nsayso.toml\n");
    assert_staged(&sandbox, 1, &[]);
}

/// Whoever calls git may have told it to take `:/` for a name.
#[test]
fn the_policy_is_found_where_patterns_are_names() {
    let sandbox = repo();
    sandbox.stage("content/bad.md", BAD);
    let lenient = "[rules]\n\"reputation/placeholder\" = \"off\"\n";
    sandbox.stage("sayso.toml", lenient);
    let variables = [("GIT_LITERAL_PATHSPECS", "1")];
    assert_staged_by(|a| check_with(&sandbox, ".", &variables, a), 1, &[]);
}
