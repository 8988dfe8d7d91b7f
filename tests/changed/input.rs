//! A post from standard input, as an editor hands it over before it is saved.

use std::io::Write;
use std::process::Stdio;

use crate::support::{BAD, GOOD, LATIN_1, SAYSO, TODAY};
use crate::*;

const LENIENT: &str = "[rules]\n\"reputation/placeholder\" = \"off\"\n";

/// `sayso check --stdin-filename` in a folder, with these bytes on its input.
fn check_in(sandbox: &Sandbox, folder: &str, bytes: &[u8], arguments: &[&str]) -> Ran {
    let mut sayso = sandbox.command(SAYSO);
    sayso.args(["check", "--today", TODAY, "--stdin-filename"]);
    sayso.args(arguments).current_dir(sandbox.join(folder));
    sayso
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut sayso = sayso.spawn().expect("sayso");
    let mut input = sayso.stdin.take().expect("its input");
    // A refused call reads nothing.
    let _ = input.write_all(bytes);
    drop(input);
    Ran::from(sayso.wait_with_output().expect("sayso"))
}

fn check(sandbox: &Sandbox, text: &str, arguments: &[&str]) -> Ran {
    check_in(sandbox, ".", text.as_bytes(), arguments)
}

#[test]
fn a_file_that_need_not_exist_is_checked_in_a_repository_or_not() {
    for sandbox in [Sandbox::new(), Sandbox::git()] {
        let ran = check(&sandbox, BAD, &["content/new/post.md"]);
        ran.exits(1).says("content/new/post.md:5:10");
        ran.says("1 error in 1 post");
        check(&sandbox, GOOD, &["content/new/post.md"]).exits(0);
        assert!(!sandbox.join("content").exists());
    }
}

#[test]
fn what_is_handed_over_counts_and_not_what_is_on_disk() {
    let sandbox = Sandbox::git();
    sandbox.write("content/post.md", BAD);
    check(&sandbox, GOOD, &["content/post.md"]).exits(0);
    sandbox.write("content/post.md", GOOD);
    let ran = check(&sandbox, BAD, &["content/post.md"]);
    ran.exits(1).says("5 │ We saved [TK] hours.");
    assert_eq!(sandbox.read("content/post.md"), GOOD);
}

#[test]
fn the_policy_is_the_one_of_its_path() {
    let sandbox = Sandbox::git();
    sandbox.write("archive/sayso.toml", LENIENT);
    check(&sandbox, BAD, &["archive/2026/post.md"]).exits(0);
    check(&sandbox, BAD, &["content/post.md"]).exits(1);
    let absolute = sandbox.join("archive/post.md");
    check(&sandbox, BAD, &[absolute.to_str().expect("UTF-8")]).exits(0);
    let ran = check_in(&sandbox, "archive", BAD.as_bytes(), &["../content/post.md"]);
    ran.exits(1).says("content/post.md:5:10");
}

/// An editor may have a file open that belongs to another repository.
#[test]
fn a_path_outside_has_the_policy_of_its_own_place() {
    let (sandbox, other) = (Sandbox::git(), Sandbox::git());
    sandbox.write("sayso.toml", LENIENT);
    let path = other.join("content/post.md");
    let path = path.to_str().expect("UTF-8");
    check(&sandbox, BAD, &[path])
        .exits(1)
        .says("content/post.md:5:10");
    other.write("sayso.toml", LENIENT);
    sandbox.write("sayso.toml", "");
    check(&sandbox, BAD, &[path]).exits(0);
}

#[test]
fn what_is_no_utf_8_text_is_named() {
    let ran = check_in(&Sandbox::new(), ".", LATIN_1, &["post.md"]);
    ran.exits(2)
        .says("not checked: post.md: not UTF-8 at byte 47");
}

#[test]
fn nothing_on_standard_input_is_an_empty_post() {
    let ran = check(&Sandbox::new(), "", &["post.md"]);
    ran.exits(1).says("post.md:1:1");
}

#[test]
fn what_is_no_post_is_left_out_where_the_policy_has_the_say() {
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "[posts]\nexclude = [\"archive/**\"]\n");
    check(&sandbox, BAD, &["archive/post.md"]).exits(1);
    let ran = check(&sandbox, BAD, &["archive/post.md", "--force-exclude"]);
    ran.exits(0).says("1 file was seen, and it is no post");
    let ran = check(&sandbox, BAD, &["picture.svg"]);
    ran.says("not checked: picture.svg: not a Markdown file");
    let ran = check(&sandbox, BAD, &["content/post.md", "--force-exclude"]);
    ran.exits(1);
}

#[test]
fn it_stands_alone() {
    let sandbox = Sandbox::git();
    for more in ["--staged", "--base=main", "--fix", "content"] {
        let ran = check(&sandbox, BAD, &["post.md", more]);
        assert_eq!(ran.exits(2).out, "", "{more}");
    }
}

#[test]
fn what_it_would_fix_can_be_shown() {
    let body = post("<img src=\"p.gif\" width=\"1\" height=\"1\">");
    let ran = check(&Sandbox::new(), &body, &["post.md", "--diff"]);
    ran.exits(1).says("+<img alt=\"\" src=");
}
