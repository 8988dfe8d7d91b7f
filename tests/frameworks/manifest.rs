//! The hook of `.pre-commit-hooks.yaml`, as pre-commit and prek run it.

use std::io::Write;
use std::path::Path;

use crate::framework::{Framework, manifest_hook, repo_with_hook};
use crate::support::{BAD, BAD_MESSAGE, GOOD, Sandbox};

/// What the entry promises: a file that is named and no post is left alone,
/// and a run that was given only such files passes.
#[test]
fn the_entry_leaves_files_out_that_are_no_posts() {
    let hook = manifest_hook();
    let entry = hook["entry"].as_str().expect("an entry");
    let entry = entry.strip_prefix("sayso ").expect("our program");
    let mut arguments: Vec<&str> = entry.split_whitespace().collect();
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "[posts]\nexclude = [\"archive/**\"]\n");
    sandbox.write("archive/old.md", BAD);
    sandbox.write("content/new.md", BAD);
    arguments.push("archive/old.md");
    sandbox.sayso(&arguments).exits(0);
    arguments.push("content/new.md");
    let ran = sandbox.sayso(&arguments);
    ran.exits(1).says("content/new.md:5:10");
    ran.is_silent_about("archive");
}

#[test]
fn pre_commit_runs_the_hook() {
    try_everything("pre-commit");
}

#[test]
fn prek_runs_the_hook() {
    try_everything("prek");
}

/// In one test, since an environment takes longer than all that is tried in it.
fn try_everything(name: &str) {
    let framework = match Framework::install(name) {
        Ok(framework) => framework,
        Err(reason) => {
            // Past the test harness, which keeps back what a passing test prints.
            let _ = writeln!(std::io::stderr(), "skipped: {reason}");
            return;
        }
    };
    the_manifest_is_valid(&framework);
    a_bad_post_fails_and_the_message_is_shown(&framework);
    a_good_post_passes(&framework);
    files_that_are_no_posts_pass(&framework);
    all_files_are_checked_on_demand(&framework);
    names_with_blanks_arrive_whole(&framework);
    three_hundred_files_are_one_run(&framework);
    a_commit_is_refused(&framework);
}

fn the_manifest_is_valid(framework: &Framework) {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
    let manifest = manifest.to_str().expect("UTF-8");
    let ran = framework.run(&Sandbox::git(), &["validate-manifest", manifest]);
    ran.exits(0);
}

fn a_bad_post_fails_and_the_message_is_shown(framework: &Framework) {
    let sandbox = repo_with_hook();
    sandbox.stage("content/post.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    ran.exits(1).says(BAD_MESSAGE).says("content/post.md:5:10");
    ran.says("1 error in 1 post");
    sandbox.stage("content/post.mdx", BAD);
    framework
        .run(&sandbox, &["run"])
        .says("2 errors in 2 posts");
}

fn a_good_post_passes(framework: &Framework) {
    let sandbox = repo_with_hook();
    sandbox.stage("content/post.md", GOOD);
    let ran = framework.run(&sandbox, &["run", "--verbose"]);
    ran.exits(0).says("nothing found in 1 post");
}

fn files_that_are_no_posts_pass(framework: &Framework) {
    let sandbox = repo_with_hook();
    sandbox.stage("README.md", BAD);
    sandbox.stage("main.py", "print('[TK]')\n");
    framework.run(&sandbox, &["run"]).exits(0);
    sandbox.stage("sayso.toml", "[posts]\nexclude = [\"archive/**\"]\n");
    sandbox.stage("archive/post.md", BAD);
    framework.run(&sandbox, &["run"]).exits(0);
}

fn all_files_are_checked_on_demand(framework: &Framework) {
    let sandbox = repo_with_hook();
    sandbox.stage("content/old.md", BAD);
    sandbox.commit_unchecked();
    sandbox.stage("content/new.md", GOOD);
    framework.run(&sandbox, &["run"]).exits(0);
    sandbox.commit_unchecked();
    // Nothing is staged any more.
    let ran = framework.run(&sandbox, &["run", "--all-files"]);
    ran.exits(1).says("content/old.md:5:10");
    ran.says("1 error in 2 posts");
}

fn names_with_blanks_arrive_whole(framework: &Framework) {
    let sandbox = repo_with_hook();
    sandbox.stage("content/a  good post.md", GOOD);
    sandbox.stage("press releases/it's new.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    ran.exits(1).says("press releases/it's new.md:5:10");
    ran.says("1 error in 2 posts");
}

fn three_hundred_files_are_one_run(framework: &Framework) {
    let sandbox = repo_with_hook();
    for number in 0..300 {
        sandbox.write(&format!("content/post number {number}.md"), GOOD);
    }
    sandbox.run_git(&["add", "."]);
    let ran = framework.run(&sandbox, &["run", "--verbose"]);
    ran.exits(0).says("nothing found in 300 posts");
    sandbox.stage("content/post number 123.md", BAD);
    let ran = framework.run(&sandbox, &["run"]);
    ran.exits(1).says("content/post number 123.md:5:10");
    ran.says("1 error in 300 posts");
}

fn a_commit_is_refused(framework: &Framework) {
    let sandbox = repo_with_hook();
    framework.run(&sandbox, &["install"]).exits(0);
    sandbox.stage("content/post.md", BAD);
    framework.commit(&sandbox).fails().complains(BAD_MESSAGE);
    sandbox.stage("content/post.md", GOOD);
    framework.commit(&sandbox).exits(0);
}
