//! Posts that mean harm: nothing panics, nothing hangs, and nothing reaches a
//! terminal.

use std::process::Stdio;

use crate::support::{Ran, SAYSO, Sandbox, post};

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
        assert!(!ran.exits(1).out.contains(is_harmful), "{format}: {ran:?}");
    }
    let ran = sandbox.check(&[]);
    ran.says("␛[31mWe␇ saved \u{fffd}[TK ␛]\u{fffd} hours\u{fffd}2J\u{fffd}.");
    ran.says("\"[TK ␛]\" still waits");
}

#[test]
fn a_line_of_100_kb_does_not_fill_the_report() {
    let sandbox = Sandbox::new();
    let part = format!("[TK] {}", "words ".repeat(16));
    sandbox.write("long.md", post(&part.repeat(1000)));
    let only = ["--only", "reputation/placeholder"];
    let ran = sandbox.check(&only);
    ran.says("1000 errors in 1 post");
    // The human report shows the first hundred of a kind, and says so.
    ran.says(&format!("┌─ long.md:5:{}\n", 99 * part.len() + 1));
    ran.says("long.md: 900 more of reputation/placeholder; --format concise lists them all\n");
    assert!(ran.out.len() < 100_000, "{} bytes", ran.out.len());
    let all = sandbox.check(&["--only", "reputation/placeholder", "--format", "concise"]);
    all.says(&format!("long.md:5:{}: ", 999 * part.len() + 1));
    let longest = ran.out.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(250), "{longest:?}");
}

#[test]
fn a_reader_that_leaves_early_changes_nothing_but_what_it_reads() {
    let sandbox = Sandbox::new();
    // More than a pipe holds, so that the program meets the closed end.
    let body = "We saved [TK] hours.\n\n".repeat(600);
    sandbox.write("bad.md", post(&body));
    let mut child = sandbox
        .command(SAYSO)
        .arg("check")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("sayso");
    drop(child.stdout.take());
    let ran = Ran::from(child.wait_with_output().expect("an end"));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
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
        assert!(ran.out.len() < 5000, "{text:.40}: {} bytes", ran.out.len());
        let ran = sandbox.check(&["--only", "mindset", "post.md"]);
        ran.says("sayso: 1 error in 1 post");
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
        // What is said is about the post as a whole, which talks to nobody.
        ran.says("in 1 post").is_silent_about("error[");
        let mut arguments = vec!["post.md"];
        for question in ["confidential", "evidence", "mindset", "judgement"] {
            arguments.extend(["--only", question]);
        }
        sandbox.check(&arguments).says("nothing found in 1 post");
    }
}
