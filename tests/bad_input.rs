//! What cannot be read, is not a post, or means harm: it is said, nothing
//! panics, and the other posts are checked all the same.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::process::{Command, Stdio};

use support::{BAD, GOOD, Ran, Sandbox, TODAY};

/// A post with this body and nothing wrong around it.
fn post(body: &str) -> String {
    format!("---\ntitle: A week\ndate: 2026-05-04\n---\n{body}\n")
}

#[track_caller]
fn says(ran: &Ran, words: &str) {
    assert!(ran.out.contains(words), "no {words:?} in {}", ran.out);
}

#[track_caller]
fn is_silent_about(ran: &Ran, words: &str) {
    assert!(!ran.out.contains(words), "{words:?} in {}", ran.out);
}

#[test]
fn a_path_that_does_not_exist_is_named_and_breaks_the_run() {
    let sandbox = Sandbox::new();
    sandbox.write("good.md", GOOD);
    let ran = sandbox.check(&["good.md", "nope.md"]);
    let told = "nope.md cannot be checked: it does not exist\n";
    assert!(ran.err.contains(told), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

#[test]
fn a_path_is_told_back_as_it_was_typed() {
    let ran = Sandbox::new().check(&["posts/nope.md"]);
    assert!(ran.err.starts_with("sayso: posts/nope.md "), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said_and_the_others_are_checked() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox
        .write("bad.md", BAD)
        .write("closed.md", GOOD)
        .write("in/a.md", GOOD);
    let chmod = |name: &str, mode| {
        let mode = PermissionsExt::from_mode(mode);
        std::fs::set_permissions(sandbox.join(name), mode).expect("chmod");
    };
    chmod("closed.md", 0o000);
    if std::fs::read(sandbox.join("closed.md")).is_ok() {
        println!("skipped: this user (root?) may read files without permission to");
        return;
    }
    chmod("in", 0o000);
    let ran = sandbox.check(&[]);
    chmod("in", 0o700);
    assert_eq!(ran.code, 2);
    says(&ran, "not checked: closed.md: you may not read it\n");
    says(&ran, "1 error in 1 post · 2 not checked");
    says(&ran, "not checked: in: ");
}

#[test]
fn bytes_that_are_not_utf8_are_told_by_place_and_the_others_are_checked() {
    let sandbox = Sandbox::new();
    sandbox
        .write("bad.md", BAD)
        .write("latin1.md", b"caf\xe9 [TK]");
    let ran = sandbox.check(&[]);
    assert_eq!(ran.code, 2);
    says(&ran, "not checked: latin1.md: not UTF-8 at byte 3\n");
    says(&ran, "bad.md:5:10");
    let summary = &sandbox.check_json(&[])["summary"];
    let skipped = serde_json::json!([{ "path": "latin1.md", "reason": "not UTF-8 at byte 3" }]);
    assert_eq!(
        (&summary["skipped"], &summary["posts"]),
        (&skipped, &1.into())
    );
}

#[test]
fn utf16_is_recognised_and_the_way_out_is_said() {
    let sandbox = Sandbox::new();
    sandbox
        .write("little.md", b"\xff\xfeH\0i\0")
        .write("big.md", b"\xfe\xff\0H\0i");
    let ran = sandbox.check(&[]);
    assert_eq!(ran.code, 2);
    says(&ran, "not checked: little.md: UTF-16; save it as UTF-8\n");
    says(&ran, "not checked: big.md: UTF-16; save it as UTF-8\n");
}

#[test]
fn a_zero_byte_does_not_carry_a_post_past_the_check() {
    let sandbox = Sandbox::new();
    sandbox
        .write("good.md", GOOD)
        .write("zero.md", BAD.replace("hours", "ho\0urs"));
    let ran = sandbox.check(&[]);
    says(&ran, "not checked: zero.md: ");
    assert_eq!(ran.code, 2, "a post was not looked at: {}", ran.out);
}

#[test]
fn an_empty_file_is_a_post_without_front_matter() {
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("empty.md", "")
        .check(&["--format", "concise"]);
    assert_eq!(ran.code, 1);
    says(&ran, "empty.md:1:1: error[mindset/missing-front-matter] ");
}

#[test]
fn a_file_over_the_limit_is_skipped_and_that_is_said() {
    let sandbox = Sandbox::new();
    let huge = std::fs::File::create(sandbox.join("huge.md")).expect("a file");
    huge.set_len(50_000_000).expect("a sparse file");
    let ran = sandbox.write("bad.md", BAD).check(&[]);
    says(
        &ran,
        "not checked: huge.md: 50000000 bytes; the limit is 5000000 ([posts] max-bytes)\n",
    );
    says(&ran, "1 error in 1 post · 1 not checked");
}

#[test]
fn the_limit_is_a_setting() {
    let sandbox = Sandbox::new();
    sandbox
        .write("bad.md", BAD)
        .write("sayso.toml", "[posts]\nmax-bytes = 10\n");
    says(
        &sandbox.check(&[]),
        "bytes; the limit is 10 ([posts] max-bytes)\n",
    );
    sandbox.write("sayso.toml", "[posts]\nmax-bytes = 1000\n");
    assert_eq!(sandbox.check(&[]).code, 1);
}

#[test]
fn front_matter_that_cannot_be_read_is_a_finding_at_its_line() {
    let sandbox = Sandbox::new();
    sandbox.write("open.md", "---\ntitle: A week\n\nText.\n");
    sandbox.write(
        "alias.md",
        "---\ntitle: A week\nauthor: *nobody\n---\nText.\n",
    );
    let ran = sandbox.check(&["--format", "concise"]);
    assert_eq!(ran.code, 1);
    says(
        &ran,
        "open.md:1:1: error[mindset/broken-front-matter] the front matter opens here",
    );
    says(&ran, "alias.md:3:");
}

#[test]
fn a_folder_without_posts_is_not_ok_unless_that_is_allowed() {
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("in/a.txt", "x")
        .write("in/b.txt", "x")
        .check(&["in"]);
    assert_eq!(ran.code, 2);
    says(
        &ran,
        "no posts matched: 2 files were seen, and none is a post",
    );
    let allowed = sandbox.check(&["in", "--allow-empty"]);
    assert_eq!(allowed.code, 0);
    is_silent_about(&allowed, "pass --allow-empty");
}

#[test]
fn one_file_that_is_no_post_is_not_called_a_post() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("in/a.txt", "x").check(&["in"]);
    says(&ran, "no posts matched: 1 file was seen");
    is_silent_about(&ran, "is a post");
}

#[test]
fn a_post_that_cannot_be_read_did_match() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("latin1.md", b"\xe9").check(&["latin1.md"]);
    assert_eq!(ran.code, 2);
    is_silent_about(&ran, "no posts matched");
}

#[test]
fn a_reader_that_leaves_early_changes_nothing_but_what_it_reads() {
    let sandbox = Sandbox::new();
    // More than a pipe holds, so that the program meets the closed end.
    sandbox.write("bad.md", post(&"We saved [TK] hours.\n\n".repeat(600)));
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(["check", "--today", TODAY])
        .current_dir(sandbox.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sayso");
    drop(child.stdout.take());
    let ran = Ran::from(child.wait_with_output().expect("an end"));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
}

#[test]
fn what_a_post_would_do_to_a_terminal_is_shown_as_stand_ins() {
    let sandbox = Sandbox::new();
    let body = "\u{1b}[31mWe\u{7} saved \u{202e}[TK \u{1b}]\u{2066} hours\u{9b}2J\u{200b}.";
    sandbox.write("esc.md", post(body));
    let is_harmful = |c: char| {
        let hides = matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        hides || (c.is_control() && c != '\n')
    };
    for format in ["human", "concise", "github"] {
        let ran = sandbox.check(&["--format", format]);
        assert_eq!(ran.code, 1);
        assert!(!ran.out.contains(is_harmful), "{format}: {:?}", ran.out);
    }
    let human = sandbox.check(&[]);
    says(
        &human,
        "␛[31mWe␇ saved \u{fffd}[TK ␛]\u{fffd} hours\u{fffd}2J\u{fffd}.",
    );
    says(&human, "\"[TK ␛]\" still waits");
}

#[test]
fn a_line_of_100_kb_does_not_fill_the_report() {
    let sandbox = Sandbox::new();
    let part = format!("[TK] {}", "words ".repeat(16));
    let ran = sandbox
        .write("long.md", post(&part.repeat(1000)))
        .check(&[]);
    says(&ran, "1000 errors in 1 post");
    says(&ran, &format!("┌─ long.md:5:{}\n", 999 * part.len() + 1));
    assert!(ran.out.len() < 1_000_000, "{} bytes", ran.out.len());
    let longest = ran.out.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(250), "{longest:?}");
}

#[test]
fn front_matter_that_means_harm_is_survived() {
    let mut aliases = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, of) in ('b'..='k').zip('a'..) {
        let list = vec![format!("*{of}"); 9].join(", ");
        aliases.push_str(&format!("{name}: &{name} [{list}]\n"));
    }
    let block: String = (0..1000)
        .map(|level| format!("{:level$}a:\n", ""))
        .collect();
    let open = "[".repeat(10_000);
    let closed = format!("{open}{}", "]".repeat(10_000));
    let sandbox = Sandbox::new();
    for text in [
        format!("---\n{aliases}---\n"),
        format!("---\n{block}---\n"),
        format!("---\na: {open}\n---\n"),
        format!("+++\na = {closed}\n+++\n"),
        format!("{{\"a\": {closed}}}\n"),
        "{\"a\":".repeat(10_000),
    ] {
        let ran = sandbox.write("post.md", &text).check(&["post.md"]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{text:.40}");
        says(&ran, "sayso: 1 error in 1 post");
        assert!(ran.out.len() < 5000, "{text:.40}: {} bytes", ran.out.len());
    }
}

#[test]
fn markdown_that_means_harm_is_survived() {
    let sandbox = Sandbox::new();
    let pieces = "[|![|[](|>|- |1. |*a _b |<div>|<!--|{{ |{% |{{< |&#|\\|`` ` ";
    for piece in pieces.split('|').chain(["|"]) {
        sandbox.write("post.md", post(&piece.repeat(10_000)));
        let ran = sandbox.check(&["post.md"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{piece}");
        says(&ran, "nothing found in 1 post");
    }
}
