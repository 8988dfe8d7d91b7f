//! `--fix`: what is safe is changed, and not one byte besides.

use std::fs;

use crate::support::{Ran, SAYSO, Sandbox, post};

pub const PIXEL: &str = "<img src=\"p.gif\" width=\"1\" height=\"1\">";
pub const FIXED_PIXEL: &str = "<img alt=\"\" src=\"p.gif\" width=\"1\" height=\"1\">";

#[test]
fn safe_fixes_are_written_and_the_rest_is_left_and_told() {
    let sandbox = Sandbox::new();
    let body = format!("We are thrilled to announce that we moved.\n\n{PIXEL}\n\n![](x.png)");
    let ran = sandbox.write("a.md", post(&body)).check(&["--fix"]);
    let after = post(&body.replace(PIXEL, FIXED_PIXEL));
    assert_eq!(sandbox.read("a.md"), after);
    ran.exits(1).says("\"x.png\" says nothing to readers");
    ran.says("sayso: 1 error and 1 piece of advice in 1 post · 1 fixed · ");
    ran.is_silent_about("p.gif");
}

#[test]
fn what_may_change_the_meaning_is_not_written() {
    let sandbox = Sandbox::new();
    let title = "title: Acme Cloud 3: what is new # or \"news\"?";
    let text = format!("---\n{title}\ndate: 2026-05-04\n---\nText.\n");
    sandbox.write("a.md", &text).check(&["--fix"]).exits(1);
    assert_eq!(sandbox.read("a.md"), text);
}

#[test]
fn every_other_byte_stays() {
    let sandbox = Sandbox::new();
    let blanks = "Two blanks  \n\ttab \u{a0}\u{202f}e\u{301}";
    let body = format!("{blanks}\n\n{PIXEL}\n\n\n - a\n* b\n\nno end");
    let before = format!("\u{feff}{}", post(&body).trim_end()).replace('\n', "\r\n");
    let before = before.replace("\r\n\r\n\r\n", "\r\n\n\r\n");
    sandbox.write("a.md", &before).check(&["--fix"]).exits(0);
    assert_eq!(sandbox.read("a.md"), before.replace(PIXEL, FIXED_PIXEL));
}

#[test]
fn fixes_that_follow_from_fixes_are_written_in_one_run() {
    let sandbox = Sandbox::new();
    let drafts = "draft: true\n".repeat(3);
    let head = format!("---\ntitle: A week: how it went\n{drafts}---\n");
    sandbox.write("a.md", format!("{head}{PIXEL} and {PIXEL}\n"));
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0).says("nothing found in 1 post · 5 fixed · ");
    let head = "---\ntitle: \"A week: how it went\"\ndraft: true\n---\n";
    let after = format!("{head}{FIXED_PIXEL} and {FIXED_PIXEL}\n");
    assert_eq!(sandbox.read("a.md"), after);

    sandbox.check(&["--fix"]).exits(0).is_silent_about("fixed");
    assert_eq!(sandbox.read("a.md"), after);
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_file_stays_and_nothing_is_left_behind() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    let path = sandbox.write("a.md", post(PIXEL)).join("a.md");
    fs::set_permissions(&path, PermissionsExt::from_mode(0o750)).expect("chmod");
    sandbox.check(&["--fix"]).exits(0);
    assert_eq!(sandbox.read("a.md"), post(FIXED_PIXEL));
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o7777, 0o750);
    let files = fs::read_dir(sandbox.path()).expect("a folder").count();
    assert_eq!(files, 1);
}

#[cfg(unix)]
#[test]
fn a_file_that_must_not_be_written_is_left_and_that_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.write("closed.md", post(PIXEL));
    sandbox.write("open.md", post(PIXEL));
    let closed = sandbox.join("closed.md");
    fs::set_permissions(&closed, PermissionsExt::from_mode(0o444)).expect("chmod");
    let ran = sandbox.check(&["--fix"]);
    ran.exits(1).says("sayso: 1 error in 2 posts · 1 fixed");
    ran.says("closed.md was not fixed: it is read-only\n");
    assert_eq!(sandbox.read("closed.md"), post(PIXEL));
    assert_eq!(sandbox.read("open.md"), post(FIXED_PIXEL));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let sandbox = Sandbox::new();
    sandbox.write("real.md", post(PIXEL));
    std::os::unix::fs::symlink("real.md", sandbox.join("link.md")).expect("a link");
    let ran = sandbox.check(&["--fix", "link.md"]);
    ran.exits(1);
    ran.says("link.md was not fixed: it is a link to another file\n");
    assert_eq!(sandbox.read("real.md"), post(PIXEL));
    let meta = fs::symlink_metadata(sandbox.join("link.md")).expect("a link");
    assert!(meta.is_symlink());
}

#[test]
fn what_somebody_allowed_is_not_fixed() {
    let sandbox = Sandbox::new();
    let reason = "the counter refuses any other form";
    let waived = format!("<!-- sayso: allow helpful/missing-alt-text: {reason} -->\n{PIXEL}");
    sandbox.write("a.md", post(&format!("{waived}\n\n{PIXEL}")));
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0);
    ran.says("nothing found in 1 post · 1 fixed · 1 waived · ");
    let after = post(&format!("{waived}\n\n{FIXED_PIXEL}"));
    assert_eq!(sandbox.read("a.md"), after);
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
        ["--fix", "--only", "judgement"],
        ["--fix", "--rule", "reputation/placeholder=off"],
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("a.md", &text).check(&arguments);
        assert_eq!(sandbox.read("a.md"), text, "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_command_that_is_offered_can_be_pasted() {
    let sandbox = Sandbox::new();
    sandbox.write("my post.md", post(PIXEL));
    let ran = sandbox.check(&["my post.md"]);
    let (_, command) = ran
        .out
        .split_once("fix 1 of them: sayso ")
        .expect("an offer");
    let mut shell = sandbox.command("sh");
    Ran::of(shell.args(["-c", &format!("\"$0\" {command}"), SAYSO])).exits(0);
    assert_eq!(sandbox.read("my post.md"), post(FIXED_PIXEL), "{command}");
}
