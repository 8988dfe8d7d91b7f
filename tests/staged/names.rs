//! Names of staged files that would be trouble in a shell or a log.

#![cfg(unix)]

use crate::support::BAD;
use crate::*;

#[test]
fn names_with_blanks_quotes_and_line_breaks_are_checked() {
    let sandbox = repo();
    for name in [
        "a post.md",
        "it's \"here\".md",
        "two\nlines.md",
        "\u{fc}ber.md",
    ] {
        sandbox.stage(&format!("content/{name}"), BAD);
    }
    let found = [
        "content/a post.md:5:10",
        "content/it's \"here\".md:5:10",
        "content/two\nlines.md:5:10",
        "content/\u{fc}ber.md:5:10",
    ];
    assert_staged(&sandbox, 4, &found);

    let ran = sandbox.check(&["--staged", "--format", "concise", "--quiet"]);
    // A line break in a name starts no line.
    assert_eq!(ran.exits(1).out.lines().count(), 4, "{ran}");
    let ran = sandbox.check(&["--staged", "--format", "github"]);
    ran.says("::error file=content/two%0Alines.md,");
}

/// For a log, every line that a program prints can be a command.
#[test]
fn a_name_cannot_put_a_line_of_its_own_into_the_log() {
    let sandbox = repo();
    sandbox.stage("content/x\n::error::gotcha.md", BAD);
    for format in ["human", "concise", "github"] {
        let ran = sandbox.check(&["--staged", "--verbose", "--format", format]);
        for line in ran.exits(1).out.lines().chain(ran.err.lines()) {
            assert!(!line.trim_start().starts_with("::error::"), "{ran}");
        }
    }
}

/// Names on Linux are bytes; for people they are told as well as can be.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_checked() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let sandbox = repo();
    let name = OsStr::from_bytes(b"content/caf\xe9.md");
    std::fs::write(sandbox.path().join(name), BAD).expect("a post");
    sandbox.run_git(&["add", "."]);
    assert_staged(&sandbox, 1, &["content/caf\u{fffd}.md:5:10"]);
}
