//! Pictures in commits and in the index: checked as git has them, also those
//! that no post uses.

use std::fs;

use serde_json::Value;

use crate::check::{about_jo, harmless, portrait, with_portrait};
use crate::support::{GOOD, Sandbox};

const ALONE: &str =
    "assets/jo.jpg: error[confidential/image-location] \"jo.jpg\" says where it was taken\n";
const READERS: [&str; 2] = ["library", "program"];

fn repo() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    sandbox.commit_unchecked();
    sandbox
}

#[test]
fn the_index_counts_and_not_the_disk() {
    for reader in READERS {
        let sandbox = with_portrait();
        sandbox.run_git(&["add", "."]);
        sandbox.write("content/people/jo.jpg", harmless());
        let ran = sandbox.check_concise(&["--staged", "--git", reader]);
        ran.exits(1)
            .says("content/people/jo.md:5:19: error[confidential/image-location]");
        ran.says("sayso: 1 error in 1 post and 1 picture");
        sandbox.run_git(&["add", "."]);
        sandbox.write("content/people/jo.jpg", portrait());
        sandbox.check(&["--staged", "--git", reader]).exits(0);
    }
}

#[test]
fn a_picture_that_is_staged_alone_is_checked() {
    let sandbox = repo();
    sandbox.stage("assets/jo.jpg", portrait());
    for reader in READERS {
        let ran = sandbox.check_concise(&["--staged", "--git", reader]);
        ran.exits(1).says(ALONE).says("sayso: 1 error in 1 picture");
    }
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1)
        .says("= assets/jo.jpg: GPS coordinates in the EXIF data\n");
    ran.says("fix 1 of them: sayso check --fix assets/jo.jpg && git add assets/jo.jpg\n");
    let ran = sandbox.check(&["--staged", "--format", "github"]);
    ran.says("::error file=assets/jo.jpg,title=confidential/image-location::\"jo.jpg\" says");
    let report = sandbox.check_json(&["--staged"]);
    let finding: &Value = &report["findings"][0];
    assert_eq!(finding["path"], "assets/jo.jpg");
    assert_eq!(
        finding["fix"]["title"],
        "take the coordinates out of assets/jo.jpg"
    );

    // What it says to do settles it.
    let ran = sandbox.check(&["--fix", "assets/jo.jpg"]);
    ran.exits(0).says("nothing found in 1 picture · 1 fixed");
    sandbox.run_git(&["add", "assets/jo.jpg"]);
    sandbox
        .check(&["--staged"])
        .exits(0)
        .says("nothing found in 1 picture");
}

#[test]
fn commits_are_checked_for_pictures_too() {
    let sandbox = repo();
    sandbox.stage("assets/jo.jpg", portrait());
    sandbox.commit_unchecked();
    fs::remove_file(sandbox.join("assets/jo.jpg")).expect("to be removed");
    for reader in READERS {
        let ran = sandbox.check_concise(&["--base", "HEAD~1", "--git", reader]);
        ran.exits(1).says(ALONE);
        let ran = sandbox.check_concise(&["--range", "HEAD~1..HEAD", "--git", reader]);
        ran.exits(1).says(ALONE);
    }
    sandbox.check(&["--base", "HEAD"]).exits(0);
}

/// The post is as it was; the picture that it shows became another one.
#[test]
fn a_picture_that_changes_under_a_post_is_told() {
    let sandbox = with_portrait();
    sandbox.write("content/people/jo.jpg", harmless());
    sandbox.run_git(&["add", "."]);
    sandbox.commit_unchecked();
    sandbox.stage("content/people/jo.jpg", portrait());
    let ran = sandbox.check_concise(&["--staged"]);
    ran.exits(1)
        .says("content/people/jo.jpg: error[confidential/image-location]");
    // With the post in the same commit, its line is where people look.
    sandbox.stage("content/people/jo.md", format!("{}\nMore.\n", about_jo()));
    let ran = sandbox.check_concise(&["--staged"]);
    ran.exits(1)
        .says("jo.jpg: error[")
        .says("1 older finding hidden");
}

#[test]
fn the_fix_of_a_staged_picture_is_told_by_its_post() {
    let sandbox = with_portrait();
    sandbox.run_git(&["add", "."]);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1)
        .says("sayso check --fix content/people/jo.md && git add content/people/jo.jpg\n");
}

#[test]
fn a_waiver_for_a_picture_names_the_picture() {
    let sandbox = repo();
    sandbox.stage("assets/jo.jpg", portrait());
    sandbox.stage(
        "sayso.toml",
        "[[waiver]]\nrule = \"confidential/image-location\"\npath = \"assets/jo.jpg\"\n\
         reason = \"taken in a public park\"\n",
    );
    sandbox.check(&["--staged"]).exits(0).says("1 waived");
    // It is not taken for one whose post is gone.
    let ran = sandbox.sayso(&["config", "lint"]);
    ran.exits(0).is_silent_about("there is no post");
    let ran = sandbox.sayso(&["audit"]);
    ran.exits(0)
        .says("taken in a public park")
        .says("not checked")
        .is_silent_about("no such post");
}

#[test]
fn what_the_policy_leaves_out_and_other_files_are_passed_over() {
    let sandbox = repo();
    sandbox.stage("drafts/jo.jpg", portrait());
    sandbox.stage("vendor/jo.jpg", portrait());
    sandbox.stage("assets/jo.bin", portrait());
    sandbox.stage("sayso.toml", "[posts]\nexclude = [\"drafts/**\"]\n");
    sandbox
        .check(&["--staged"])
        .exits(0)
        .says("0 staged posts: nothing to check");
    sandbox.check(&["assets/jo.bin"]).exits(2);
    // As pre-commit names files.
    let named = ["--force-exclude", "drafts/jo.jpg", "assets/jo.bin"];
    sandbox
        .check(&named)
        .exits(0)
        .is_silent_about("image-location");
    sandbox.check(&named[1..2]).exits(1).says("image-location");
}
