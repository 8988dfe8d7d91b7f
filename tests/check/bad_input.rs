//! What cannot be read or is not a post: it is said, and the other posts are
//! checked all the same.

use crate::support::{BAD, GOOD, LATIN_1, LFS_POINTER, Sandbox};

#[test]
fn a_path_that_does_not_exist_is_named_as_it_was_typed() {
    let sandbox = Sandbox::new();
    sandbox.write("good.md", GOOD);
    let ran = sandbox.check(&["good.md", "posts/nope.md"]);
    ran.complains("sayso: posts/nope.md cannot be checked: it does not exist\n");
    assert_eq!(ran.exits(2).out, "");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said_and_the_others_are_checked() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD);
    sandbox.write("closed.md", GOOD).write("in/a.md", GOOD);
    let chmod = |name: &str, mode| {
        let mode = PermissionsExt::from_mode(mode);
        std::fs::set_permissions(sandbox.join(name), mode).expect("chmod");
    };
    chmod("closed.md", 0o000);
    if std::fs::read(sandbox.join("closed.md")).is_ok() {
        println!("skipped: this user (root?) may read files without permission to");
        return;
    }
    chmod("in", 0o000);
    let ran = sandbox.check(&[]);
    chmod("in", 0o700);
    ran.exits(2).says("1 error in 1 post · 2 not checked");
    ran.says("not checked: closed.md: you may not read it\n");
    ran.says("not checked: in: ");
}

#[test]
fn bytes_that_are_not_utf8_are_told_by_place_and_the_others_are_checked() {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD).write("cafe.md", LATIN_1);
    let told = "not checked: cafe.md: not UTF-8 at byte 47\n";
    for format in ["human", "concise"] {
        let ran = sandbox.check(&["--format", format]);
        ran.exits(2).says(told).says("bad.md:5:10");
    }
    let summary = &sandbox.check_json(&[])["summary"];
    let skipped = serde_json::json!([{ "path": "cafe.md", "reason": "not UTF-8 at byte 47" }]);
    let found = (&summary["skipped"], &summary["posts"]);
    assert_eq!(found, (&skipped, &1.into()));
}

#[test]
fn utf16_is_recognised_and_the_way_out_is_said() {
    let sandbox = Sandbox::new();
    sandbox.write("little.md", b"\xff\xfeH\0i\0");
    sandbox.write("big.md", b"\xfe\xff\0H\0i");
    let ran = sandbox.check(&[]);
    ran.exits(2);
    ran.says("not checked: little.md: UTF-16; save it as UTF-8\n");
    ran.says("not checked: big.md: UTF-16; save it as UTF-8\n");
}

#[test]
fn a_zero_byte_does_not_carry_a_post_past_the_check() {
    let sandbox = Sandbox::new();
    sandbox.write("good.md", GOOD);
    sandbox.write("zero.md", BAD.replace("hours", "ho\0urs"));
    let ran = sandbox.check(&[]);
    ran.exits(2).says("not checked: zero.md: ");
}

/// Its post is elsewhere, and no fault of whoever runs the check.
#[test]
fn a_git_lfs_pointer_is_named_and_does_not_fail_the_run() {
    let sandbox = Sandbox::new();
    sandbox.write("good.md", GOOD).write("x.md", LFS_POINTER);
    let ran = sandbox.check(&[]);
    ran.exits(0).says("not checked: x.md: a Git LFS pointer\n");
    ran.says("nothing found in 1 post · 1 not checked");
}

#[test]
fn an_empty_file_is_a_post_without_front_matter() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("empty.md", "").check_concise(&[]);
    ran.exits(1);
    ran.says("empty.md:1:1: error[mindset/missing-front-matter] ");
}

#[test]
fn a_file_over_the_limit_is_skipped_and_that_is_said() {
    let sandbox = Sandbox::new();
    let huge = std::fs::File::create(sandbox.join("huge.md")).expect("a file");
    huge.set_len(50_000_000).expect("a sparse file");
    let ran = sandbox.write("bad.md", BAD).check(&[]);
    let limit = "the limit is 5000000 ([posts] max-bytes)";
    ran.says(&format!("not checked: huge.md: 50000000 bytes; {limit}\n"));
    ran.says("1 error in 1 post · 1 not checked");
}

#[test]
fn the_limit_is_a_setting() {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD);
    sandbox.write("sayso.toml", "[posts]\nmax-bytes = 10\n");
    let ran = sandbox.check(&[]);
    ran.says("bytes; the limit is 10 ([posts] max-bytes)\n");
    sandbox.write("sayso.toml", "[posts]\nmax-bytes = 1000\n");
    sandbox.check(&[]).exits(1);
}

#[test]
fn front_matter_that_cannot_be_read_is_a_finding_at_its_line() {
    let sandbox = Sandbox::new();
    sandbox.write("open.md", "---\ntitle: A week\n\nText.\n");
    let alias = "---\ntitle: A week\nauthor: *nobody\n---\nText.\n";
    sandbox.write("alias.md", alias);
    let ran = sandbox.check_concise(&[]);
    let broken = "error[mindset/broken-front-matter] ";
    ran.exits(1).says("alias.md:3:");
    ran.says(&format!("open.md:1:1: {broken}the front matter opens here"));
}
