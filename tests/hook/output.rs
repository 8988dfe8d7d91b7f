//! What a writer reads when a commit is stopped: the verdict first, whole
//! findings, and no more than a window holds.

use crate::support::{BAD, post};
use crate::*;

/// All that is shown in a window, git's own lines among it.
const WINDOW: usize = 40;

/// What a stopped commit said.
#[track_caller]
fn refused(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let ran = commit(sandbox, arguments);
    ran.fails();
    let said = format!("{}{}", ran.out, ran.err);
    assert!(said.lines().count() <= WINDOW, "{ran}");
    assert!(said.starts_with("sayso: "), "{ran}");
    assert!(!said.contains(['\u{1b}', '\r']), "{ran}");
    said
}

/// A post in which `count` words still wait, in a warning and then in errors.
fn long(count: usize) -> String {
    let mut body = "We are the world's first database for maps.\n".to_owned();
    for number in 0..count {
        body.push_str(&format!("\nWe saved [TK] hours in week {number}.\n"));
    }
    body.push_str("\nWould you? Tell us: hello@acme.example.\n");
    post(&body)
}

#[test]
fn the_verdict_comes_first_and_the_last_line_says_what_to_do() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", BAD);
    let said = refused(&sandbox, &[]);
    assert!(said.starts_with("sayso: 1 error in 1 post · "), "{said}");
    let last = said.lines().last();
    assert!(last.is_some_and(|line| line.starts_with("nothing was committed: ")));
    assert!(said.contains("5 │ We saved [TK] hours."), "{said}");
    assert!(!said.contains("more finding"), "{said}");
}

#[test]
fn whole_findings_are_shown_the_heaviest_first_and_the_rest_is_counted() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", long(30));
    let said = refused(&sandbox, &[]);
    assert!(
        said.starts_with("sayso: 30 errors and 2 warnings in 1 post"),
        "{said}"
    );
    // The warnings stand first in the post, and are not shown.
    assert!(!said.contains("warning[evidence/superlative]"), "{said}");
    let shown = said.matches("error[").count();
    assert!(shown > 1, "{said}");
    assert_eq!(said.matches("sayso explain").count(), shown, "{said}");
    let rest = format!("{} more findings: sayso check --staged\n", 32 - shown);
    assert!(said.contains(&rest), "{said}");
    sandbox
        .check(&["--staged"])
        .exits(1)
        .says("warning[evidence/superlative]");
}

/// After `git commit -a` was stopped, nothing is staged.
#[test]
fn the_rest_is_where_it_still_is() {
    let sandbox = hooked();
    sandbox.write("content/first.md", long(30));
    sandbox.stage("content/Jo's post.md", BAD);
    let said = refused(&sandbox, &["-a"]);
    let command = "more findings: sayso check 'content/Jo'\\''s post.md' content/first.md\n";
    assert!(said.contains(command), "{said}");
}

#[test]
fn one_giant_finding_still_fits() {
    let sandbox = hooked();
    let words = "word ".repeat(5000);
    sandbox.stage(
        "content/new.md",
        post(&format!("[TK {words}\n{words}]\n\n{words}[TK]")),
    );
    let said = refused(&sandbox, &[]);
    assert!(said.contains("reputation/placeholder"), "{said}");
}

#[test]
fn posts_that_cannot_be_read_do_not_fill_the_window() {
    let sandbox = hooked();
    for number in 0..60 {
        sandbox.stage(&format!("content/{number}.md"), support::LATIN_1);
    }
    sandbox.stage("content/new.md", BAD);
    let said = refused(&sandbox, &[]);
    assert!(said.contains("60 not checked"), "{said}");
    assert!(said.contains("more like these"), "{said}");
    assert!(said.contains(BAD_MESSAGE), "{said}");
}

#[test]
fn what_does_not_stop_a_commit_is_told_too() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", long(0));
    let before = head(&sandbox);
    let ran = commit(&sandbox, &[]);
    ran.exits(0).complains("warning[evidence/superlative]");
    ran.is_silent_about("nothing was committed");
    assert_ne!(head(&sandbox), before);
}

/// Whatever else lies around: edits that are not staged, an index that is not
/// fresh, files git does not know.
#[test]
fn a_stopped_commit_leaves_everything_as_it_was() {
    let sandbox = hooked();
    sandbox.stage("content/new.md", BAD);
    sandbox.write("content/new.md", format!("{BAD}An edit.\n"));
    sandbox.write("content/first.md", good());
    sandbox.write("content/unknown.md", BAD);
    sandbox.write("content/intended.md", BAD);
    sandbox.run_git(&["add", "--intent-to-add", "content/intended.md"]);
    fs::remove_file(sandbox.join("content/second.md")).expect("a post");
    assert_refused(&sandbox, &[], "content/new.md:5:10");
    assert_refused(&sandbox, &["-a"], "content/new.md:5:10");
    assert_refused(&sandbox, &["content/new.md"], "content/new.md:5:10");
}
