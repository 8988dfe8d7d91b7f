//! What a staged file may be made of, and what git makes of it on the way.

use crate::support::{BAD, GOOD};
use crate::*;

const FOUND: [&str; 1] = ["content/post.md:5:10"];

fn utf_16(text: &str, mark: &str) -> Vec<u8> {
    let units = mark.encode_utf16().chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[test]
fn marks_and_line_ends_are_no_obstacle() {
    for text in [
        format!("\u{feff}{BAD}"),
        BAD.replace('\n', "\r\n"),
        BAD.replace('\n', "\r"),
        BAD.trim_end().to_owned(),
    ] {
        let sandbox = repo();
        sandbox.stage("content/post.md", &text);
        assert_staged(&sandbox, 1, &FOUND);
    }
}

#[test]
fn what_is_no_utf_8_text_is_named_and_fails_the_run() {
    let zero = "not a text file: it has a zero byte";
    for (bytes, told) in [
        (utf_16(BAD, "\u{feff}"), "UTF-16; save it as UTF-8"),
        (utf_16(BAD, ""), zero),
        (format!("{BAD}\0").into_bytes(), zero),
    ] {
        let sandbox = repo();
        sandbox.stage("content/post.md", bytes);
        for reader in READERS {
            let ran = sandbox.check(&["--staged", "--git", reader]);
            ran.exits(2)
                .says(&format!("not checked: content/post.md: {told}\n"));
        }
    }
}

/// On Windows files have CRLF on disk and LF in git.
#[test]
fn line_ends_that_git_turns_around_are_no_difference() {
    for settings in ["autocrlf", "attributes"] {
        let sandbox = repo();
        if settings == "autocrlf" {
            sandbox.run_git(&["config", "core.autocrlf", "true"]);
        } else {
            sandbox.stage(".gitattributes", "* text eol=crlf\n");
        }
        sandbox.stage("content/post.md", BAD.replace('\n', "\r\n"));
        let policy = "[rules]\n\"evidence/superlative\" = \"error\"\n";
        sandbox.stage("sayso.toml", policy.replace('\n', "\r\n"));
        let staged = sandbox.run_git(&["cat-file", "blob", ":content/post.md"]);
        assert_eq!(staged, BAD);
        assert_staged(&sandbox, 1, &FOUND);
        let ran = sandbox.check(&["--staged"]);
        ran.exits(1).is_silent_about("on disk");
    }
}

/// What a filter makes of a file for git is what gets published.
#[cfg(unix)]
#[test]
fn a_filtered_post_is_read_as_git_keeps_it_and_no_filter_is_run() {
    let sandbox = repo();
    let run = sandbox.join(".git/was-run");
    let filter = |words: &str| format!("touch '{}'; sed '{words}'", text(&run));
    let [clean, smudge] = ["s/later/[TK]/", "s/\\[TK\\]/later/"].map(filter);
    sandbox.run_git(&["config", "filter.later.clean", &clean]);
    sandbox.run_git(&["config", "filter.later.smudge", &smudge]);
    sandbox.run_git(&["config", "filter.later.required", "true"]);
    sandbox.stage(".gitattributes", "*.md filter=later\n");
    sandbox.stage("content/post.md", BAD.replace("[TK]", "later"));
    std::fs::remove_file(&run).expect("git to have run it");
    assert_staged(&sandbox, 1, &FOUND);
    assert!(!run.exists());
}

#[test]
fn a_post_that_was_no_text_before_is_new_as_a_whole() {
    let sandbox = repo();
    sandbox.stage("content/post.md", utf_16(BAD, "\u{feff}"));
    sandbox.commit_unchecked();
    sandbox.stage("content/post.md", BAD);
    assert_staged(&sandbox, 1, &FOUND);
    sandbox.stage("content/post.md", GOOD);
    assert_staged(&sandbox, 1, &[]);
}
