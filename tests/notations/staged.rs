//! What is staged tells the generator of what is staged.

use std::fs;

use crate::support::Sandbox;
use crate::{PROBE, prose};

const NONE: [u64; 0] = [];

#[track_caller]
fn staged_prose(sandbox: &Sandbox, path: &str) -> Vec<u64> {
    prose(sandbox, &["--staged"], path)
}

#[test]
fn settings_count_when_they_are_in_the_index() {
    let sandbox = Sandbox::git();
    sandbox.stage("post.md", PROBE);
    sandbox.write("hugo.toml", "");
    assert_eq!(staged_prose(&sandbox, "post.md"), [9]);
    sandbox.stage("hugo.toml", "");
    assert_eq!(staged_prose(&sandbox, "post.md"), [7, 9]);
    fs::remove_file(sandbox.join("hugo.toml")).expect("settings");
    sandbox.write("docusaurus.config.js", "");
    assert_eq!(staged_prose(&sandbox, "post.md"), [7, 9]);
}

#[test]
fn settings_of_an_older_commit_count_and_so_do_hidden_ones() {
    let sandbox = Sandbox::git();
    sandbox.stage("a/hugo.toml", "");
    sandbox.stage("a/b/.eleventy.js", "");
    sandbox.commit_unchecked();
    for path in ["a/post.md", "a/b/blog/post.md"] {
        sandbox.stage(path, PROBE);
    }
    assert_eq!(staged_prose(&sandbox, "a/post.md"), [7, 9]);
    assert_eq!(staged_prose(&sandbox, "a/b/blog/post.md"), [9]);
}

#[test]
fn what_a_config_holds_is_read_from_the_index() {
    let sandbox = Sandbox::git();
    sandbox.stage("post.md", PROBE);
    sandbox.stage("config.toml", "baseURL = \"https://example.com\"\n");
    sandbox.write("config.toml", "key = 1\n");
    assert_eq!(staged_prose(&sandbox, "post.md"), [7, 9]);
}

#[test]
fn settings_that_are_a_staged_link_are_not_read() {
    let sandbox = Sandbox::git();
    sandbox.stage("post.md", PROBE);
    sandbox.write("target", "");
    let blob = sandbox.run_git(&["hash-object", "-w", "target"]);
    let entry = format!("120000,{},hugo.toml", blob.trim());
    sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
    assert_eq!(staged_prose(&sandbox, "post.md"), [9]);
}

#[test]
fn the_staged_policy_beats_the_staged_files() {
    let sandbox = Sandbox::git();
    sandbox.stage("hugo.toml", "").stage("post.md", PROBE);
    sandbox.stage("sayso.toml", "[posts]\ngenerator = \"docusaurus\"\n");
    assert_eq!(staged_prose(&sandbox, "post.md"), NONE);
    sandbox.stage("sayso.toml", "[posts]\ngenerator = \"none\"\n");
    assert_eq!(staged_prose(&sandbox, "post.md"), [5, 7, 9]);
}
