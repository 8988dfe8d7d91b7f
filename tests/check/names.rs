//! Names of files: any that a file may have is checked, and shown as it is as
//! far as that does no harm.

use crate::checked;
use crate::support::{BAD, Sandbox};

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
    let sandbox = Sandbox::new();
    for name in names {
        sandbox.write(name, BAD);
    }
    assert_eq!(checked(&sandbox.check_concise(&[])), names);
    let ran = sandbox.check_concise(&[&["--"], &names[..]].concat());
    assert_eq!(checked(&ran), names);
}

#[cfg(unix)]
#[test]
fn a_name_does_nothing_to_a_terminal() {
    let sandbox = Sandbox::new();
    sandbox.write("a\u{1b}[31m\n\u{202e}.md", BAD);
    for format in ["human", "concise", "github"] {
        let ran = sandbox.check(&["--verbose", "--format", format]);
        let is_harmful = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!ran.out.contains(is_harmful), "{format}: {ran:?}");
        assert!(!ran.err.contains(is_harmful), "{format}: {ran:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf8_may_look_alike_and_are_two_posts() {
    use std::os::unix::ffi::OsStrExt;
    let sandbox = Sandbox::new();
    for name in [b"caf\xe8.md", b"caf\xe9.md"] {
        let path = sandbox.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(path, BAD).expect("a file");
    }
    let ran = sandbox.check_concise(&[]);
    assert_eq!(checked(&ran), ["caf\u{fffd}.md", "caf\u{fffd}.md"]);
}
