//! `--fix` and `--diff`: what is safe is changed, and not one byte besides.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::path::PathBuf;

use support::{GOOD, Ran, Sandbox};

const PIXEL: &str = "<img src=\"p.gif\" width=\"1\" height=\"1\">";
const FIXED_PIXEL: &str = "<img alt=\"\" src=\"p.gif\" width=\"1\" height=\"1\">";

/// A post with this body and nothing wrong around it.
fn post(body: &str) -> String {
    format!("---\ntitle: A week\ndate: 2026-05-04\n---\n{body}\n")
}

#[track_caller]
fn says(ran: &Ran, words: &str) {
    assert!(ran.out.contains(words), "no {words:?} in {}", ran.out);
}

/// Every file of the sandbox.
fn files(sandbox: &Sandbox) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(sandbox.path()).expect("a folder");
    entries.map(|entry| entry.expect("a file").path()).collect()
}

#[test]
fn safe_fixes_are_written_and_the_rest_is_left_and_told() {
    let sandbox = Sandbox::new();
    let body = format!("We are thrilled to announce that we moved.\n\n{PIXEL}\n\n![](x.png)");
    let ran = sandbox.write("a.md", post(&body)).check(&["--fix"]);
    assert_eq!(
        sandbox.read("a.md"),
        post(&body.replace(PIXEL, FIXED_PIXEL))
    );
    assert_eq!(ran.code, 1);
    says(&ran, "\"x.png\" says nothing to readers");
    says(
        &ran,
        "sayso: 1 error and 1 piece of advice in 1 post · 1 fixed · ",
    );
    assert!(!ran.out.contains("p.gif"), "{}", ran.out);
}

#[test]
fn what_may_change_the_meaning_is_not_written() {
    let sandbox = Sandbox::new();
    let text =
        "---\ntitle: Acme Cloud 3: what is new # or \"news\"?\ndate: 2026-05-04\n---\nText.\n";
    let ran = sandbox.write("a.md", text).check(&["--fix"]);
    assert_eq!((ran.code, sandbox.read("a.md").as_str()), (1, text));
}

#[test]
fn every_other_byte_stays() {
    let sandbox = Sandbox::new();
    let body =
        format!("Two blanks  \n\ttab \u{a0}\u{200b}e\u{301}\n\n{PIXEL}\n\n\n - a\n* b\n\nno end");
    let before = format!("\u{feff}{}", post(&body).trim_end()).replace('\n', "\r\n");
    let before = before.replace("\r\n\r\n\r\n", "\r\n\n\r\n");
    let ran = sandbox.write("a.md", &before).check(&["--fix"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert_eq!(sandbox.read("a.md"), before.replace(PIXEL, FIXED_PIXEL));
}

#[cfg(unix)]
#[test]
fn mode_bits_stay_and_nothing_is_left_behind() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    let path = sandbox.write("a.md", post(PIXEL)).join("a.md");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o750)).expect("chmod");
    assert_eq!(sandbox.check(&["--fix"]).code, 0);
    assert_eq!(sandbox.read("a.md"), post(FIXED_PIXEL));
    let mode = std::fs::metadata(&path)
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o7777, 0o750);
    assert_eq!(files(&sandbox), [path]);
}

#[test]
fn fixes_that_follow_from_fixes_are_written_in_one_run() {
    let sandbox = Sandbox::new();
    let drafts = "draft: true\n".repeat(3);
    let head = format!("---\ntitle: A week: how it went\n{drafts}---\n");
    sandbox.write("a.md", format!("{head}{PIXEL} and {PIXEL}\n"));
    let ran = sandbox.check(&["--fix"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let head = "---\ntitle: \"A week: how it went\"\ndraft: true\n---\n";
    let after = format!("{head}{FIXED_PIXEL} and {FIXED_PIXEL}\n");
    assert_eq!(sandbox.read("a.md"), after);
    says(&ran, "nothing found in 1 post · 5 fixed · ");

    let again = sandbox.check(&["--fix"]);
    assert_eq!((again.code, sandbox.read("a.md")), (0, after));
    assert!(!again.out.contains("fixed"), "{}", again.out);
    assert_eq!(sandbox.check(&["--diff"]).out, "");
}

#[test]
fn a_diff_writes_nothing_and_is_what_fix_would_do() {
    let sandbox = Sandbox::git();
    let crlf = post(&format!("Text.\n\n{PIXEL}\n\nno end"));
    sandbox.write("a b.md", crlf.trim_end().replace('\n', "\r\n"));
    sandbox.write("c.md", post(PIXEL)).write("good.md", GOOD);
    let before = [sandbox.read("a b.md"), sandbox.read("c.md")];
    for arguments in [&["--diff"][..], &["--fix", "--diff"]] {
        let ran = sandbox.check(arguments);
        assert_eq!(ran.code, 1);
        says(&ran, "--- a/c.md\n+++ b/c.md\n@@ -2,4 +2,4 @@\n");
        says(&ran, &format!("\n-{PIXEL}\n+{FIXED_PIXEL}\n"));
        assert!(!ran.out.contains("good.md"), "{}", ran.out);
        assert_eq!([sandbox.read("a b.md"), sandbox.read("c.md")], before);
        sandbox.write("patch", ran.out);
    }
    sandbox.run_git(&["apply", "patch"]);
    let patched = [sandbox.read("a b.md"), sandbox.read("c.md")];
    sandbox
        .write("a b.md", &before[0])
        .write("c.md", &before[1]);
    assert_eq!(sandbox.check(&["--fix"]).code, 0);
    assert_eq!([sandbox.read("a b.md"), sandbox.read("c.md")], patched);
    assert_eq!(sandbox.check(&["--diff"]).code, 0);
}

#[test]
fn a_diff_says_what_was_not_looked_at() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("latin1.md", b"\xe9").check(&["--diff"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("latin1.md"), "{:?}{:?}", ran.out, ran.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_must_not_be_written_is_left_and_that_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox
        .write("closed.md", post(PIXEL))
        .write("open.md", post(PIXEL));
    let closed = sandbox.join("closed.md");
    std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o444)).expect("chmod");
    let ran = sandbox.check(&["--fix"]);
    assert_eq!((ran.code, sandbox.read("closed.md")), (1, post(PIXEL)));
    assert_eq!(sandbox.read("open.md"), post(FIXED_PIXEL));
    says(&ran, "closed.md was not fixed: it is read-only\n");
    says(&ran, "sayso: 1 error in 2 posts · 1 fixed");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let sandbox = Sandbox::new();
    sandbox.write("real.md", post(PIXEL));
    std::os::unix::fs::symlink("real.md", sandbox.join("link.md")).expect("a link");
    let ran = sandbox.check(&["--fix", "link.md"]);
    assert_eq!((ran.code, sandbox.read("real.md")), (1, post(PIXEL)));
    says(
        &ran,
        "link.md was not fixed: it is a link to another file\n",
    );
    let meta = std::fs::symlink_metadata(sandbox.join("link.md")).expect("a link");
    assert!(meta.is_symlink());
}

#[test]
fn what_somebody_allowed_is_not_fixed() {
    let sandbox = Sandbox::new();
    let reason = "the counter refuses any other form";
    let waived = format!("<!-- sayso: allow helpful/missing-alt-text: {reason} -->\n{PIXEL}");
    sandbox.write("a.md", post(&format!("{waived}\n\n{PIXEL}")));
    let ran = sandbox.check(&["--fix"]);
    let after = post(&format!("{waived}\n\n{FIXED_PIXEL}"));
    assert_eq!((ran.code, sandbox.read("a.md")), (0, after));
    says(&ran, "nothing found in 1 post · 1 fixed · 1 waived · ");
}

#[test]
fn a_remark_to_colleagues_is_never_taken_out() {
    let sandbox = Sandbox::new();
    let text = post("<!-- sayso: ask Devi whether the figure holds -->\n\nWe saved hours.");
    sandbox.write("a.md", &text).check(&["--fix"]);
    assert_eq!(sandbox.read("a.md"), text);
}

#[test]
fn a_waiver_of_a_rule_that_was_not_asked_is_not_taken_out() {
    let text = post("<!-- sayso: allow reputation/placeholder: in March -->\nWe saved [TK] hours.");
    for arguments in [
        ["--only", "judgement"],
        ["--rule", "reputation/placeholder=off"],
    ] {
        let sandbox = Sandbox::new();
        sandbox
            .write("a.md", &text)
            .check(&[&["--fix"], &arguments[..]].concat());
        assert_eq!(sandbox.read("a.md"), text, "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_command_that_is_offered_can_be_pasted() {
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("my post.md", post(PIXEL))
        .check(&["my post.md"]);
    let (_, command) = ran
        .out
        .split_once("fix 1 of them: sayso ")
        .expect("an offer");
    let script = format!("\"$0\" {} --today 2026-11-24", command.trim());
    let status = std::process::Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_sayso")])
        .current_dir(sandbox.path())
        .output()
        .expect("a shell")
        .status;
    assert_eq!(
        (status.code(), sandbox.read("my post.md")),
        (Some(0), post(FIXED_PIXEL)),
        "{command}"
    );
}
