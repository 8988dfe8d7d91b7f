//! `--diff`: what `--fix` would do, and nothing is written.

use super::fix::{FIXED_PIXEL, PIXEL};
use crate::support::{GOOD, LATIN_1, Sandbox, post};

#[test]
fn it_writes_nothing_and_is_what_fix_would_do() {
    let sandbox = Sandbox::git();
    let crlf = post(&format!("Text.\n\n{PIXEL}\n\nno end"));
    sandbox.write("a b.md", crlf.trim_end().replace('\n', "\r\n"));
    sandbox.write("c.md", post(PIXEL)).write("good.md", GOOD);
    let posts = || [sandbox.read("a b.md"), sandbox.read("c.md")];
    let before = posts();
    for arguments in [&["--diff"][..], &["--fix", "--diff"]] {
        let ran = sandbox.check(arguments);
        ran.exits(1).is_silent_about("good.md");
        ran.says("--- a/c.md\n+++ b/c.md\n@@ -2,4 +2,4 @@\n");
        ran.says(&format!("\n-{PIXEL}\n+{FIXED_PIXEL}\n"));
        assert_eq!(posts(), before);
        sandbox.write("patch", ran.out);
    }
    sandbox.run_git(&["apply", "patch"]);
    let patched = posts();
    sandbox
        .write("a b.md", &before[0])
        .write("c.md", &before[1]);
    sandbox.check(&["--fix"]).exits(0);
    assert_eq!(posts(), patched);
    assert_eq!(sandbox.check(&["--diff"]).exits(0).out, "");
}

#[test]
fn it_says_what_was_not_looked_at() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("cafe.md", LATIN_1).check(&["--diff"]);
    ran.exits(2).complains("not checked: cafe.md: ");
}

#[test]
fn what_no_fix_settles_is_counted_beside_it() {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", crate::support::BAD);
    let ran = sandbox.check(&["--diff"]);
    ran.exits(1)
        .complains("there is nothing that --fix would change\n");
    ran.complains("sayso: 1 error in 1 post · ");
    for arguments in [["--diff", "--format=json"], ["--diff", "--output=x"]] {
        sandbox.check(&arguments).exits(2);
    }
}
