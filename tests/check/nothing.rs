//! A run that finds no post to check says so in one line, and is not ok unless
//! that was allowed.

use crate::support::{LATIN_1, Sandbox};

#[test]
fn a_folder_without_posts_is_not_ok_unless_that_is_allowed() {
    let sandbox = Sandbox::new();
    sandbox.write("in/a.txt", "x").write("in/b.txt", "x");
    let ran = sandbox.check(&["in"]);
    let told = "sayso: no posts matched: 2 files were seen, and none is a post";
    ran.exits(2).says(told).says("pass --allow-empty · ");
    assert_eq!(ran.out.lines().count(), 1, "{ran}");
    let ran = sandbox.check(&["in", "--allow-empty"]);
    ran.exits(0).says(told).is_silent_about("--allow-empty");
}

#[test]
fn one_file_that_is_no_post_is_not_called_a_post() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("in/a.txt", "x").check(&["in"]);
    ran.says("no posts matched: 1 file was seen");
    ran.is_silent_about("is a post");
}

#[test]
fn a_post_that_cannot_be_read_did_match() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("cafe.md", LATIN_1).check(&["cafe.md"]);
    ran.exits(2).is_silent_about("no posts matched");
}
