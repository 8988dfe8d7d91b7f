//! Which files are checked: named ones, those in folders, those of the repo.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::process::Command;

use support::{BAD, Ran, Sandbox, TODAY};

/// The paths that were checked, in the order of the report. Every post in
/// these tests has one finding.
#[track_caller]
fn checked(ran: &Ran) -> Vec<&str> {
    let place = ":5:10: error[reputation/placeholder]";
    let lines = ran.out.lines().filter_map(|line| line.split_once(place));
    let paths: Vec<&str> = lines.map(|(path, _)| path).collect();
    let total = format!("in {} post", paths.len());
    assert!(ran.out.contains(&total), "{}{}", ran.out, ran.err);
    paths
}

fn with_posts(paths: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", "");
    for path in paths {
        sandbox.write(path, BAD);
    }
    sandbox
}

fn check(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    sandbox.check(&[&["--format", "concise"], arguments].concat())
}

#[test]
fn nothing_named_is_the_whole_repo_ordered_by_path() {
    let sandbox = with_posts(&["b/z.md", "b-a.md", "a.mdx", "b.md", "b/a.markdown", "ä.md"]);
    sandbox.write("notes.txt", BAD).write("README.md", BAD);
    sandbox.write("node_modules/x/y.md", BAD);
    let expected = ["a.mdx", "b-a.md", "b.md", "b/a.markdown", "b/z.md", "ä.md"];
    assert_eq!(checked(&check(&sandbox, &[])), expected);
}

#[test]
fn in_a_git_repo_the_whole_repo_is_meant_from_every_folder() {
    let sandbox = Sandbox::git();
    sandbox.write("a.md", BAD).write("content/b.md", BAD);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.args(["check", "--today", TODAY, "--format", "concise"]);
    command.current_dir(sandbox.join("content"));
    let ran = Ran::from(command.output().expect("sayso"));
    assert_eq!(checked(&ran), ["a.md", "content/b.md"]);
}

#[test]
fn files_and_folders_are_checked_once_however_often_they_are_named() {
    let sandbox = with_posts(&["a.md", "in/b.md", "in/deep/c.md", "out/d.md"]);
    let full = sandbox.join("a.md").display().to_string();
    let ran = check(&sandbox, &["in", "a.md", "./in/../a.md", &full, "in/b.md"]);
    assert_eq!(checked(&ran), ["a.md", "in/b.md", "in/deep/c.md"]);
}

#[test]
fn ignore_files_are_obeyed_with_and_without_git() {
    for sandbox in [Sandbox::new(), Sandbox::git()] {
        sandbox.write(".gitignore", "drafts/\n*.tmp.md\n!kept.tmp.md\n");
        sandbox
            .write(".ignore", "old.md\n")
            .write("in/.gitignore", "/b.md\n");
        let ignored = ["drafts/x.md", "a.tmp.md", "old.md", "in/b.md"];
        for path in ["a.md", "kept.tmp.md", "in/in/b.md"].iter().chain(&ignored) {
            sandbox.write(path, BAD);
        }
        assert_eq!(
            checked(&check(&sandbox, &[])),
            ["a.md", "in/in/b.md", "kept.tmp.md"]
        );
        assert_eq!(
            checked(&check(&sandbox, &["old.md"])),
            ["old.md"],
            "it is named"
        );
    }
}

#[test]
fn the_policy_says_what_is_a_post() {
    let sandbox = with_posts(&["blog/a.md", "blog/old/b.md", "blog/c.md", "docs/d.md"]);
    let posts = "[posts]\ninclude = [\"blog/**/*.md\"]\nexclude = [\"**/old/**\", \"blog/c.md\"]\n";
    sandbox.write("sayso.toml", posts);
    assert_eq!(checked(&check(&sandbox, &[])), ["blog/a.md"]);
    assert_eq!(checked(&check(&sandbox, &["blog"])), ["blog/a.md"]);
}

#[test]
fn patterns_are_meant_from_the_folder_of_the_policy() {
    let sandbox = with_posts(&["site/blog/a.md", "site/docs/b.md"]);
    sandbox.write("site/sayso.toml", "[posts]\ninclude = [\"blog/*.md\"]\n");
    assert_eq!(checked(&check(&sandbox, &[])), ["site/blog/a.md"]);
}

#[test]
fn a_named_file_is_a_post_unless_exclusion_is_forced() {
    let sandbox = with_posts(&["a.md", "old/b.md", "README.md"]);
    sandbox.write(
        "sayso.toml",
        "[posts]\nexclude = [\"old/**\", \"README.md\"]\n",
    );
    let ran = check(&sandbox, &["old/b.md", "a.md"]);
    assert_eq!(checked(&ran), ["a.md", "old/b.md"]);
    let ran = check(&sandbox, &["--force-exclude", "old/b.md", "a.md"]);
    assert_eq!(checked(&ran), ["a.md"]);
    // A hook runner passes what was changed, and that may be all excluded.
    let ran = check(&sandbox, &["--force-exclude", "old/b.md", "README.md"]);
    assert_eq!((ran.code, checked(&ran).len()), (0, 0));
    let ran = check(&sandbox, &["--force-exclude", "old/none.md"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
}

#[test]
fn names_with_blanks_quotes_and_other_letters_are_shown_as_they_are() {
    let names = [
        "'it''s'.md",
        "-dash.md",
        "a b/c d.md",
        "a,b:c.md",
        "quo\"te.md",
        "日本.md",
    ];
    let sandbox = with_posts(&names);
    assert_eq!(checked(&check(&sandbox, &[])), names);
    let ran = check(&sandbox, &[&["--"], &names[..]].concat());
    assert_eq!(checked(&ran), names);
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A repo with links to a folder and a post beside it.
    fn with_links() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.write("outside/o.md", BAD).write("repo/in.md", BAD);
        for (target, name) in [
            ("../outside", "folder"),
            ("../outside/o.md", "file.md"),
            ("in.md", "inside.md"),
            ("none.md", "broken.md"),
            (".", "loop"),
        ] {
            symlink(target, sandbox.join("repo").join(name)).expect("a link");
        }
        sandbox.run_git(&["init", "--quiet", "repo"]);
        sandbox
    }

    fn check(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.args(["check", "--today", TODAY, "--format", "concise"]);
        command.args(arguments).current_dir(sandbox.join("repo"));
        Ran::from(command.output().expect("sayso"))
    }

    #[test]
    fn a_walk_follows_none() {
        assert_eq!(checked(&check(&with_links(), &[])), ["in.md"]);
    }

    #[test]
    fn a_named_one_is_followed_inside_the_repo_only() {
        let sandbox = with_links();
        assert_eq!(checked(&check(&sandbox, &["inside.md"])), ["inside.md"]);
        let ran = check(&sandbox, &["file.md", "in.md"]);
        assert_eq!(checked(&ran), ["in.md"]);
        let told = "file.md: not checked: a link that leads out of the repo\n";
        assert!(ran.out.contains(told), "{}", ran.out);
        assert_eq!(check(&sandbox, &["broken.md"]).code, 2);
    }

    #[test]
    fn a_folder_that_leads_out_of_the_repo_is_not_followed_either() {
        for path in ["folder", "folder/o.md"] {
            let ran = check(&with_links(), &[path, "in.md"]);
            assert_eq!(checked(&ran), ["in.md"], "{path}");
            assert!(ran.out.contains("leads out of the repo"), "{}", ran.out);
        }
    }
}

#[cfg(target_os = "linux")]
mod bytes {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    fn write(sandbox: &Sandbox, name: &[u8]) {
        std::fs::write(sandbox.path().join(OsStr::from_bytes(name)), BAD).expect("a file");
    }

    #[test]
    fn a_name_that_is_not_utf8_is_shown_as_far_as_it_can_be() {
        let sandbox = with_posts(&[]);
        write(&sandbox, b"caf\xe9.md");
        assert_eq!(checked(&check(&sandbox, &[])), ["caf\u{fffd}.md"]);
    }

    #[test]
    fn two_names_that_look_alike_are_two_posts() {
        let sandbox = with_posts(&[]);
        write(&sandbox, b"caf\xe8.md");
        write(&sandbox, b"caf\xe9.md");
        assert_eq!(checked(&check(&sandbox, &[])).len(), 2);
    }

    #[test]
    fn a_name_does_nothing_to_a_terminal() {
        let sandbox = with_posts(&["a\u{1b}[31m\n\u{202e}.md"]);
        for format in ["human", "concise", "github"] {
            let ran = sandbox.check(&["--verbose", "--format", format]);
            let said = ran.out + &ran.err;
            let is_harmful = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(!said.contains(is_harmful), "{format}: {said:?}");
        }
    }
}
