//! `sayso check --staged` on real repositories, made by the `git` program: the
//! index is checked, and nothing but the index.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use sha2::{Digest, Sha256};
use support::{BAD, GOOD, Ran, Sandbox, TODAY};

/// Switches off the rule that [`BAD`] breaks.
const LENIENT: &str = "[rules]\n\"reputation/placeholder\" = \"off\"\n";

/// A repository with one commit, which holds a good post.
fn repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("content/first.md", GOOD);
    sandbox.run_git(&["add", "."]);
    commit(&sandbox);
    sandbox
}

fn commit(sandbox: &Sandbox) {
    sandbox.run_git(&["commit", "--quiet", "--no-verify", "--message", "posts"]);
}

/// Writes a file and stages it.
fn stage(sandbox: &Sandbox, name: &str, content: impl AsRef<[u8]>) {
    sandbox.write(name, content);
    sandbox.run_git(&["add", "--", name]);
}

/// How many posts were looked at, and where something was found.
fn looked_at(sandbox: &Sandbox) -> (u64, Vec<String>) {
    summary(&sandbox.check_json(&["--staged"]))
}

fn summary(report: &Value) -> (u64, Vec<String>) {
    let findings = report["findings"].as_array().expect("findings");
    let places = findings
        .iter()
        .map(|finding| {
            format!(
                "{}:{}:{}",
                finding["path"].as_str().expect("a path"),
                finding["start"]["line"],
                finding["start"]["column"]
            )
        })
        .collect();
    (
        report["summary"]["posts"].as_u64().expect("a number"),
        places,
    )
}

fn places(expected: &[&str]) -> Vec<String> {
    expected.iter().map(|&place| place.to_owned()).collect()
}

/// Nothing was staged that could be a post: said in words, and no failure.
#[track_caller]
fn assert_nothing_staged(sandbox: &Sandbox) {
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("0 staged posts"), "{ran:?}");
    assert_eq!(looked_at(sandbox), (0, vec![]));
}

/// `sayso check` in a folder other than the top one, with what the sandbox
/// lets `git` see.
fn check_in(sandbox: &Sandbox, folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    for (name, value) in sandbox.git_command(&[]).get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
        .args(["check", "--today", TODAY])
        .args(arguments)
        .current_dir(folder);
    Ran::from(command.output().expect("sayso"))
}

/// Puts entries into the index, as `git update-index --index-info` reads them.
fn index_info(sandbox: &Sandbox, lines: &str) {
    let mut child = sandbox
        .git_command(&["update-index", "--index-info"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("git");
    child
        .stdin
        .take()
        .expect("its input")
        .write_all(lines.as_bytes())
        .expect("to be read");
    assert!(child.wait().expect("git").success());
}

/// The id of `content` as a blob.
fn blob(sandbox: &Sandbox, content: &str) -> String {
    sandbox.write(".git/content-of-a-blob", content);
    sandbox
        .run_git(&["hash-object", "-w", "--", ".git/content-of-a-blob"])
        .trim()
        .to_owned()
}

/// A hash of the index, and one for every file of the work tree with its mode.
fn state(sandbox: &Sandbox) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let index = sandbox
        .run_git(&["rev-parse", "--git-path", "index"])
        .trim()
        .to_owned();
    let bytes = fs::read(sandbox.join(&index)).unwrap_or_default();
    found.insert("the index".to_owned(), hash(&bytes));
    walk(sandbox.path(), sandbox.path(), &mut found);
    found
}

fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = entry.path();
        let kind = entry.file_type().expect("its kind");
        if kind.is_dir() {
            if entry.file_name() != ".git" {
                walk(root, &path, found);
            }
            continue;
        }
        let bytes = if kind.is_symlink() {
            let target = fs::read_link(&path).expect("a target");
            target.to_string_lossy().into_owned().into_bytes()
        } else {
            fs::read(&path).expect("a file")
        };
        let meta = fs::symlink_metadata(&path).expect("its mode");
        let name = path.strip_prefix(root).expect("inside").to_string_lossy();
        found.insert(
            name.into_owned(),
            format!("{:?} {}", meta.permissions(), hash(&bytes)),
        );
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn before_the_first_commit_all_that_is_staged_is_checked() {
    let sandbox = Sandbox::git();
    assert_nothing_staged(&sandbox);
    stage(&sandbox, "content/bad.md", BAD);
    stage(&sandbox, "content/good.md", GOOD);
    sandbox.write("content/not-staged.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("reputation/placeholder"), "{ran:?}");
    assert_eq!(looked_at(&sandbox), (2, places(&["content/bad.md:5:10"])));
}

#[test]
fn only_what_the_commit_changes_is_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/old.md", BAD);
    commit(&sandbox);
    assert_nothing_staged(&sandbox);
    stage(&sandbox, "content/new.md", GOOD);
    sandbox.write("content/first.md", BAD);
    sandbox.write("content/untracked.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(looked_at(&sandbox), (1, vec![]));
}

#[test]
fn a_post_that_is_good_on_disk_and_bad_in_the_index_is_found() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", BAD);
    sandbox.write("content/post.md", GOOD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("content/post.md:5:10"), "{ran:?}");
    assert!(ran.out.contains("[TK]"), "the words of the blob: {ran:?}");
}

#[test]
fn a_post_that_is_bad_on_disk_and_good_in_the_index_passes() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", GOOD);
    sandbox.write("content/post.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(looked_at(&sandbox), (1, vec![]));
}

#[test]
fn the_staged_policy_counts_and_not_the_one_on_disk() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", BAD);
    stage(&sandbox, "sayso.toml", LENIENT);
    sandbox.write(
        "sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"error\"\n",
    );
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(looked_at(&sandbox), (1, vec![]));
}

#[test]
fn a_policy_that_is_only_on_disk_does_not_count() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", BAD);
    sandbox.write("sayso.toml", LENIENT);
    sandbox.write("content/sayso.toml", "this is no policy");
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("no sayso.toml found"), "{ran:?}");
}

#[test]
fn a_policy_that_was_committed_and_is_gone_from_the_disk_counts() {
    let sandbox = repo();
    stage(&sandbox, "sayso.toml", LENIENT);
    commit(&sandbox);
    fs::remove_file(sandbox.join("sayso.toml")).expect("a policy");
    stage(&sandbox, "content/post.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!ran.out.contains("no sayso.toml found"), "{ran:?}");
}

#[test]
fn a_policy_taken_out_of_the_index_counts_no_more() {
    let sandbox = repo();
    stage(&sandbox, "sayso.toml", LENIENT);
    commit(&sandbox);
    sandbox.run_git(&["rm", "--quiet", "--cached", "sayso.toml"]);
    stage(&sandbox, "content/post.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 1, "{ran:?}");
}

#[test]
fn the_staged_policy_nearest_to_the_post_counts() {
    let sandbox = repo();
    stage(
        &sandbox,
        "sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"error\"\n",
    );
    stage(&sandbox, "drafts/sayso.toml", LENIENT);
    stage(&sandbox, "drafts/2026/post.md", BAD);
    stage(&sandbox, "content/post.md", BAD);
    assert_eq!(looked_at(&sandbox), (2, places(&["content/post.md:5:10"])));
}

#[test]
fn a_faulty_staged_policy_stops_the_run_at_its_line() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", GOOD);
    stage(
        &sandbox,
        "sayso.toml",
        "[rules]\n\"reputation/placehodler\" = \"off\"\n",
    );
    sandbox.write("sayso.toml", LENIENT);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.out.contains("sayso.toml:2:"), "{ran:?}");
    assert!(ran.out.contains("reputation/placeholder"), "{ran:?}");
}

#[test]
fn what_the_staged_policy_excludes_is_no_post() {
    let sandbox = repo();
    stage(
        &sandbox,
        "sayso.toml",
        "[posts]\ninclude = [\"content/**/*.md\"]\nexclude = [\"content/archive/**\"]\n",
    );
    stage(&sandbox, "content/archive/post.md", BAD);
    stage(&sandbox, "notes/post.md", BAD);
    stage(&sandbox, "README.md", BAD);
    assert_nothing_staged(&sandbox);
}

#[test]
fn nothing_staged_is_said_and_passes() {
    let sandbox = repo();
    assert_nothing_staged(&sandbox);
    sandbox.write("content/first.md", BAD);
    assert_nothing_staged(&sandbox);
    stage(&sandbox, "picture.png", b"\x89PNG\r\n\x1a\n\0");
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_deleted_post_is_not_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    commit(&sandbox);
    sandbox.run_git(&["rm", "--quiet", "content/bad.md"]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_post_taken_out_of_the_index_and_left_on_disk_is_not_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    commit(&sandbox);
    sandbox.run_git(&["rm", "--quiet", "--cached", "content/bad.md"]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_renamed_post_without_a_change_is_not_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    commit(&sandbox);
    sandbox.run_git(&["mv", "content/bad.md", "content/renamed.md"]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_renamed_post_with_a_change_is_checked_under_its_new_name() {
    let sandbox = repo();
    let mut text = GOOD.to_owned();
    text.push_str(&"\nA line that makes the two look alike.\n".repeat(20));
    stage(&sandbox, "content/post.md", &text);
    commit(&sandbox);
    sandbox.run_git(&["mv", "content/post.md", "content/renamed.md"]);
    text.push_str("\nWe saved [TK] hours.\n");
    stage(&sandbox, "content/renamed.md", &text);
    assert_eq!(
        looked_at(&sandbox),
        (1, places(&["content/renamed.md:47:10"]))
    );
}

#[test]
fn a_change_of_mode_is_not_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    commit(&sandbox);
    sandbox.run_git(&["update-index", "--chmod=+x", "content/bad.md"]);
    assert!(
        sandbox
            .run_git(&["diff", "--cached", "--raw"])
            .contains("100755"),
        "the mode is staged"
    );
    assert_nothing_staged(&sandbox);
}

#[test]
fn an_executable_post_is_a_post() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    sandbox.run_git(&["update-index", "--chmod=+x", "content/bad.md"]);
    assert_eq!(looked_at(&sandbox), (1, places(&["content/bad.md:5:10"])));
}

#[test]
fn a_link_is_not_checked() {
    let sandbox = repo();
    let target = blob(&sandbox, BAD);
    let entry = format!("120000,{target},content/link.md");
    sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_link_that_becomes_a_post_is_checked() {
    let sandbox = repo();
    let target = blob(&sandbox, "first.md");
    let entry = format!("120000,{target},content/link.md");
    sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
    commit(&sandbox);
    stage(&sandbox, "content/link.md", BAD);
    assert!(
        sandbox
            .run_git(&["diff", "--cached", "--raw"])
            .starts_with(":120000 100644"),
        "the type has changed"
    );
    assert_eq!(looked_at(&sandbox), (1, places(&["content/link.md:5:10"])));
}

#[test]
fn a_gitlink_is_not_checked() {
    let sandbox = repo();
    // A commit that is here, and one that is not.
    let here = sandbox.run_git(&["rev-parse", "HEAD"]);
    for (id, path) in [
        (here.trim(), "themes/here.md"),
        (
            "1234567890123456789012345678901234567890",
            "themes/elsewhere.md",
        ),
    ] {
        let entry = format!("160000,{id},{path}");
        sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
    }
    assert_nothing_staged(&sandbox);
}

#[test]
fn a_post_that_is_only_intended_is_not_checked() {
    let sandbox = repo();
    sandbox.write("content/post.md", BAD);
    sandbox.write("content/post.md.more.md", BAD);
    sandbox.run_git(&["add", "--intent-to-add", "content"]);
    assert_nothing_staged(&sandbox);
    // Its neighbour with almost the same name is no reason to leave it out.
    sandbox.run_git(&["add", "content/post.md.more.md"]);
    assert_eq!(
        looked_at(&sandbox),
        (1, places(&["content/post.md.more.md:5:10"]))
    );
    sandbox.run_git(&["add", "content/post.md"]);
    assert_eq!(looked_at(&sandbox).0, 2);
}

#[test]
fn an_empty_post_is_staged_and_not_merely_intended() {
    let sandbox = repo();
    stage(&sandbox, "content/empty.md", "");
    assert_eq!(looked_at(&sandbox).0, 1);
}

#[test]
fn files_in_conflict_have_to_be_resolved_first() {
    let sandbox = repo();
    sandbox.run_git(&["checkout", "--quiet", "-b", "other"]);
    stage(&sandbox, "content/first.md", format!("{GOOD}Theirs.\n"));
    commit(&sandbox);
    sandbox.run_git(&["checkout", "--quiet", "main"]);
    stage(&sandbox, "content/first.md", format!("{GOOD}Ours.\n"));
    commit(&sandbox);
    let merge = sandbox
        .git_command(&["merge", "--quiet", "other"])
        .output()
        .expect("git");
    assert!(!merge.status.success(), "the merge is in conflict");

    let before = state(&sandbox);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("resolve"), "{ran:?}");
    assert_eq!(state(&sandbox), before);

    stage(
        &sandbox,
        "content/first.md",
        format!("{GOOD}We saved [TK] hours.\n"),
    );
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("content/first.md:6:10"), "{ran:?}");
}

/// A file may be in conflict without a version of its own in the index.
#[test]
fn a_file_deleted_by_one_side_is_in_conflict_too() {
    let sandbox = repo();
    let ours = blob(&sandbox, GOOD);
    let theirs = blob(&sandbox, BAD);
    index_info(
        &sandbox,
        &format!("100644 {ours} 1\tcontent/x.md\n100644 {theirs} 3\tcontent/x.md\n"),
    );
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.err.contains("resolve"), "{ran:?}");
}

#[test]
fn a_folder_without_a_repository_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.write("content/post.md", GOOD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("not in a git repository"), "{ran:?}");
    assert!(ran.err.contains("sayso check PATH"), "what helps: {ran:?}");
    assert_eq!(
        sandbox.check(&["."]).code,
        0,
        "paths work without a repository"
    );
}

#[test]
fn a_bare_repository_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.run_git(&["init", "--quiet", "--bare", "."]);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("bare"), "{ran:?}");
}

#[test]
fn a_staged_post_that_is_not_on_disk_is_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", BAD);
    stage(&sandbox, "sub/post.md", BAD);
    fs::remove_file(sandbox.join("content/post.md")).expect("a post");
    fs::remove_dir_all(sandbox.join("sub")).expect("a folder");
    assert_eq!(
        looked_at(&sandbox),
        (2, places(&["content/post.md:5:10", "sub/post.md:5:10"]))
    );
    assert!(
        !sandbox.join("content/post.md").exists(),
        "it is not brought back"
    );
}

#[test]
fn a_post_left_out_of_the_work_tree_is_checked() {
    let sandbox = repo();
    stage(&sandbox, "content/post.md", BAD);
    sandbox.run_git(&["update-index", "--skip-worktree", "content/post.md"]);
    fs::remove_file(sandbox.join("content/post.md")).expect("a post");
    assert_eq!(looked_at(&sandbox), (1, places(&["content/post.md:5:10"])));
}

/// A post with one byte that is Latin-1 and not UTF-8.
const LATIN_1: &[u8] = b"---\ntitle: Coffee\ndate: 2026-05-04\n---\nIn a caf\xe9.\n";

#[test]
fn a_post_in_latin_1_is_named_with_its_byte_and_fails_the_run() {
    let sandbox = repo();
    stage(&sandbox, "content/cafe.md", LATIN_1);
    stage(&sandbox, "content/bad.md", BAD);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.out.contains("content/cafe.md"), "{ran:?}");
    let byte = LATIN_1.iter().position(|&b| b == 0xe9).expect("a byte");
    assert!(
        ran.out.contains(&format!("not UTF-8 at byte {byte}")),
        "{ran:?}"
    );
    assert!(
        ran.out.contains("content/bad.md:5:10"),
        "the others are checked all the same: {ran:?}"
    );
}

#[test]
fn a_post_that_could_not_be_read_is_not_called_nothing_staged() {
    let sandbox = repo();
    stage(&sandbox, "content/cafe.md", LATIN_1);
    let ran = sandbox.check(&["--staged"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.out.contains("not UTF-8 at byte"), "{ran:?}");
    assert!(!ran.out.contains("0 staged posts"), "{ran:?}");
    assert!(!ran.out.contains("nothing to check"), "{ran:?}");
}

#[test]
fn from_a_sub_folder_everything_staged_is_checked_the_same() {
    let sandbox = repo();
    stage(&sandbox, "sayso.toml", LENIENT);
    stage(&sandbox, "content/sayso.toml", "[rules]\n");
    stage(&sandbox, "content/blog/post.md", BAD);
    stage(&sandbox, "content/post.md", BAD);
    stage(&sandbox, "other/post.md", BAD);
    let arguments = ["--staged", "--format", "json"];
    let top = sandbox.check(&arguments);
    for folder in ["content", "content/blog", "other"] {
        let ran = check_in(&sandbox, &sandbox.join(folder), &arguments);
        assert_eq!(ran.code, top.code, "{folder}: {ran:?}");
        assert_eq!(ran.out, top.out, "{folder}");
    }
    let report = serde_json::from_str(&top.out).expect("JSON");
    assert_eq!(
        summary(&report),
        (
            3,
            places(&["content/blog/post.md:5:10", "content/post.md:5:10"])
        )
    );
}

#[test]
fn a_linked_work_tree_has_an_index_of_its_own() {
    let sandbox = repo();
    let elsewhere = Sandbox::new();
    let linked = elsewhere.join("linked");
    let linked_name = linked.to_str().expect("UTF-8");
    sandbox.run_git(&["worktree", "add", "--quiet", "-b", "linked", linked_name]);
    stage(&sandbox, "content/here.md", BAD);
    elsewhere.write("linked/content/there.md", BAD);
    sandbox.run_git(&["-C", linked_name, "add", "."]);

    assert_eq!(looked_at(&sandbox), (1, places(&["content/here.md:5:10"])));
    for folder in ["linked", "linked/content"] {
        let ran = check_in(
            &sandbox,
            &elsewhere.join(folder),
            &["--staged", "--format", "json"],
        );
        assert_eq!(ran.code, 1, "{ran:?}");
        let report = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(summary(&report), (1, places(&["content/there.md:5:10"])));
    }
}

#[cfg(unix)]
#[test]
fn names_with_blanks_quotes_and_line_breaks_are_checked() {
    let sandbox = repo();
    let names = [
        "content/a post.md",
        "content/it's \"here\".md",
        "content/two\nlines.md",
        "content/\u{fc}ber.md",
    ];
    for name in names {
        stage(&sandbox, name, BAD);
    }
    let mut expected: Vec<String> = names.iter().map(|name| format!("{name}:5:10")).collect();
    expected.sort();
    assert_eq!(looked_at(&sandbox), (4, expected));

    let ran = sandbox.check(&["--staged", "--format", "concise", "--quiet"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(
        ran.out.lines().count(),
        4,
        "a line break in a name starts no line: {ran:?}"
    );
    let ran = sandbox.check(&["--staged", "--format", "github"]);
    assert!(
        ran.out.contains("::error file=content/two%0Alines.md,"),
        "{ran:?}"
    );
}

/// For a log, every line that a program prints can be a command.
#[cfg(unix)]
#[test]
fn a_name_cannot_put_a_line_of_its_own_into_the_log() {
    let sandbox = repo();
    stage(&sandbox, "content/x\n::error::gotcha.md", BAD);
    for format in ["human", "concise", "github"] {
        let ran = sandbox.check(&["--staged", "--verbose", "--format", format]);
        assert_eq!(ran.code, 1, "{ran:?}");
        for line in ran.out.lines().chain(ran.err.lines()) {
            assert!(!line.trim_start().starts_with("::error::"), "{ran:?}");
        }
    }
}

/// Paths beside `--staged` either narrow the check or are refused; to pass
/// over them in silence would do neither.
#[test]
fn paths_beside_staged_are_not_passed_over() {
    let sandbox = repo();
    stage(&sandbox, "content/bad.md", BAD);
    stage(&sandbox, "other/good.md", GOOD);
    let ran = sandbox.check(&["--staged", "other"]);
    assert!(
        ran.code == 2 || !ran.out.contains("content/bad.md"),
        "{ran:?}"
    );
}

#[test]
fn index_and_work_tree_stay_byte_for_byte_as_they_are() {
    let sandbox = repo();
    let check = |what: &str, code: i32| {
        let before = state(&sandbox);
        for format in ["human", "json"] {
            let ran = sandbox.check(&["--staged", "--format", format]);
            assert_eq!(ran.code, code, "{what}: {ran:?}");
            assert_eq!(state(&sandbox), before, "{what}");
        }
    };
    check("nothing staged", 0);
    stage(&sandbox, "content/good.md", GOOD);
    check("a good post", 0);
    stage(&sandbox, "content/bad.md", BAD);
    check("a bad post", 1);
    sandbox.write(
        "content/bad.md",
        format!("{BAD}An edit that is not staged.\n"),
    );
    check("partly staged", 1);
    // Git would look at this one again, since its time no longer fits.
    sandbox.write("content/good.md", GOOD);
    check("an index that is not fresh", 1);
    fs::remove_file(sandbox.join("content/good.md")).expect("a post");
    check("a post gone from the disk", 1);
    sandbox.write("content/intended.md", BAD);
    sandbox.run_git(&["add", "--intent-to-add", "content/intended.md"]);
    check("a post that is only intended", 1);
    stage(&sandbox, "content/cafe.md", LATIN_1);
    check("a post in Latin-1", 2);
    stage(&sandbox, "sayso.toml", "no policy");
    check("a faulty policy", 2);
}

/// The check above can see a change.
#[test]
fn the_state_tells_a_change_of_index_or_work_tree() {
    let sandbox = repo();
    let first = state(&sandbox);
    sandbox.write("content/first.md", BAD);
    let second = state(&sandbox);
    assert_ne!(first, second);
    sandbox.run_git(&["add", "content/first.md"]);
    let third = state(&sandbox);
    assert_ne!(second["the index"], third["the index"]);
}
