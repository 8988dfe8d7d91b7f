//! What is staged tells the generator of what is staged.

use crate::support::Sandbox;

const POST: &str = "---
title: A week
date: 2026-05-04
---
{{< a \"[TK]\" >}} is Hugo.

{% a \"[TK]\" %} is Liquid.
";

/// The lines of [`POST`] that are prose, when it is staged.
#[track_caller]
fn prose(sandbox: &Sandbox) -> Vec<u64> {
    let json = sandbox.check_json(&["--staged", "--only", "reputation/placeholder"]);
    let findings = json["findings"].as_array().expect("findings").iter();
    findings
        .map(|finding| finding["start"]["line"].as_u64().expect("a line"))
        .collect()
}

#[test]
fn settings_count_when_they_are_in_the_index() {
    let sandbox = Sandbox::git();
    sandbox.stage("blog/post.md", POST);
    sandbox.write("hugo.toml", "");
    assert_eq!(
        prose(&sandbox),
        [] as [u64; 0],
        "unknown: both are templates"
    );
    sandbox.stage("hugo.toml", "");
    assert_eq!(prose(&sandbox), [7]);
    std::fs::remove_file(sandbox.join("hugo.toml")).expect("settings");
    sandbox.write("_config.yml", "");
    assert_eq!(prose(&sandbox), [7], "what is on disk does not count");
}

#[test]
fn settings_of_an_older_commit_and_hidden_ones_count() {
    let sandbox = Sandbox::git();
    sandbox.stage("a/hugo.toml", "").stage("b/.eleventy.js", "");
    sandbox.commit_unchecked();
    sandbox.stage("a/blog/post.md", POST);
    assert_eq!(prose(&sandbox), [7]);
    sandbox.commit_unchecked();
    sandbox.stage("b/blog/post.md", &POST.replace("{% a", "{{ a"));
    assert_eq!(prose(&sandbox), [] as [u64; 0]);
}

#[test]
fn settings_that_are_a_staged_link_are_not_read() {
    let sandbox = Sandbox::git();
    sandbox.stage("post.md", POST);
    let text = sandbox
        .write("target", "")
        .try_git(&["hash-object", "-w", "target"]);
    let entry = format!("120000,{},hugo.toml", text.out.trim());
    sandbox.run_git(&["update-index", "--add", "--cacheinfo", &entry]);
    assert_eq!(prose(&sandbox), [] as [u64; 0]);
}

#[test]
fn the_staged_policy_beats_the_staged_files() {
    let sandbox = Sandbox::git();
    sandbox.stage("hugo.toml", "").stage("post.md", POST);
    sandbox.stage("sayso.toml", "[posts]\ngenerator = \"jekyll\"\n");
    assert_eq!(prose(&sandbox), [] as [u64; 0]);
    sandbox.stage("sayso.toml", "[posts]\ngenerator = \"none\"\n");
    assert_eq!(prose(&sandbox), [5, 7]);
}
