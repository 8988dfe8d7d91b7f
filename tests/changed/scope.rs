//! How much is told of what a changed post has.

use crate::support::post;
use crate::*;

const OLD: &str = "We saved [TK].\n\nThey saved [TK].";
const LINES: [&str; 2] = [
    "content/post.md:5 reputation/placeholder",
    "content/post.md:7 reputation/placeholder",
];

/// A post with two older findings and a harmless new line.
fn changed() -> Sandbox {
    let sandbox = with_post(OLD);
    sandbox.stage("content/post.md", post(&format!("{OLD}\n\nMore.")));
    sandbox
}

#[test]
fn older_findings_are_counted_and_do_not_fail() {
    let sandbox = changed();
    let ran = sandbox.check(&["--staged"]);
    let told = "sayso: nothing found in 1 post · 2 older findings hidden (--all shows them)";
    assert_eq!(verdict(ran.exits(0)), told);
    ran.is_silent_about("[TK]");
    assert_found(&sandbox, &["--staged"], &[], 2);
    sandbox.check(&["--staged", "--fail-on", "advice"]).exits(0);

    sandbox.stage(
        "content/post.md",
        post(&format!("{OLD}\n\nAll saved [TK].")),
    );
    let ran = sandbox.check(&["--staged"]);
    let told = "sayso: 1 error in 1 post · 2 older findings hidden (--all shows them)";
    assert_eq!(verdict(ran.exits(1)), told);
}

#[test]
fn every_format_tells_the_same() {
    let sandbox = changed();
    for format in ["concise", "github"] {
        let ran = sandbox.check(&["--staged", "--format", format]);
        ran.exits(0).is_silent_about("[TK]");
        let said = ran.out.clone() + &ran.err;
        assert!(said.contains("2 older findings hidden"), "{ran}");
    }
    let ran = sandbox.check(&["--staged", "--quiet"]);
    assert_eq!(ran.exits(0).out, "");
}

#[test]
fn all_of_the_changed_files_is_told_when_asked_for() {
    let sandbox = changed();
    sandbox.run_git(&["commit", "--quiet", "--message", "more"]);
    sandbox.stage("content/new.md", post("Text."));
    sandbox.commit_unchecked();
    for scope in ["--changed-files", "--all"] {
        assert_found(&sandbox, &["--base", "HEAD~2", scope], &LINES, 0);
        // What was not touched is not told either way.
        assert_found(&sandbox, &["--base", "HEAD^", scope], &[], 0);
        let ran = sandbox.check(&["--base", "HEAD~2", scope]);
        assert_eq!(verdict(ran.exits(1)), "sayso: 2 errors in 2 posts");
    }
}

#[test]
fn without_a_change_everything_is_told() {
    let sandbox = changed();
    let report = sandbox.check_json(&["content"]);
    assert_eq!(report["summary"]["errors"], 2);
    assert_eq!(report["summary"]["hidden"], 0);
}

#[test]
fn the_two_scopes_exclude_each_other() {
    let ran = changed().check(&["--staged", "--all", "--changed-files"]);
    ran.exits(2).complains("--changed-files");
}
