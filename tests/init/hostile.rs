//! Names and titles that try to be more than that.

use crate::support::{Sandbox, post};
use crate::written;

#[test]
fn a_name_of_a_folder_stays_a_name() {
    for name in ["a\"] #", "[b]{c}*", "it's", "d?e", "two words", "é𐐀"] {
        let sandbox = Sandbox::new();
        sandbox.write(&format!("{name}/press/x.md"), post("A week."));
        sandbox.write(&format!("{name}/people/x.md"), post("A week."));
        let policy = written(&sandbox);
        assert!(policy.contains("[audience.personal]"), "{policy}");
        sandbox.check(&[]).exits(0).says("in 2 posts");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_breaks_lines_or_is_not_utf_8_breaks_nothing() {
    use std::os::unix::ffi::OsStrExt;
    let sandbox = Sandbox::new();
    sandbox.write("two\nlines/press/x.md", post("A week."));
    let folder = sandbox
        .join("blog")
        .join(std::ffi::OsStr::from_bytes(b"\xff"));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("x.md"), post("A week.")).expect("a post");
    written(&sandbox);
    let ran = sandbox.check(&[]);
    ran.exits(0).says("in 2 posts");
}

#[test]
fn a_title_adds_no_line_to_the_policy() {
    for title in [
        "'Acme\\n[rules]'",
        "'Acme\u{2028}x = 1'",
        "'Acme\u{1b}[31m'",
        "'Acme\"]\nx = 1'",
        "'\u{202e}emcA'",
        "'{{ site.name }}'",
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(
            "_config.yml",
            format!("title: {title}\nurl: 'https://a\"b.example'\n"),
        );
        sandbox.write("_posts/2026-05-04-a.md", "Text.\n");
        let policy = written(&sandbox);
        assert!(
            policy.starts_with("# What your company decided"),
            "{policy}"
        );
        assert!(policy.contains("# names ="), "{policy}");
        assert!(policy.contains("# domains ="), "{policy}");
    }
}

#[test]
fn what_cannot_be_read_is_no_post_and_stops_nothing() {
    let sandbox = Sandbox::new();
    sandbox
        .write("blog/a.md", b"caf\xe9")
        .write("blog/b.md", b"\0");
    sandbox.write("blog/c.md", post("A week."));
    sandbox.write("hugo.toml", b"\xff");
    let ran = sandbox.sayso(&["init", "--yes"]);
    ran.exits(0).says("1: 1 in blog");
}
