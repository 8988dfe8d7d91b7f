//! Which generator makes a page of a post: the policy says, else the files of
//! the nearest site tell.

use crate::support::Sandbox;
use crate::{generator, site};

/// A line for each notation, with a placeholder that only those see who do not
/// take the line for a template.
const PROBE: &str = "---
title: A week
date: 2026-05-04
---
{{< a \"[TK]\" >}} is Hugo.

{% a \"[TK]\" %} is Liquid.

{\"[TK]\"} is MDX.
";

/// The lines of [`PROBE`] at `path` that are prose, in a walk of `folder`.
#[track_caller]
fn prose(sandbox: &Sandbox, folder: &str, path: &str) -> Vec<usize> {
    let arguments = ["--only", "reputation/placeholder", folder];
    let json = sandbox.check_json(&arguments);
    let findings = json["findings"].as_array().expect("findings").iter();
    findings
        .filter(|finding| finding["path"] == path)
        .map(|finding| finding["start"]["line"].as_u64().expect("a line") as usize)
        .collect()
}

#[test]
fn each_generator_is_told_by_its_settings() {
    for (settings, holds, name) in [
        ("hugo.toml", "", "hugo"),
        ("hugo.yaml", "", "hugo"),
        ("config.toml", "baseURL = 'https://example.com'\n", "hugo"),
        ("config.yaml", "baseURL: https://example.com\n", "hugo"),
        ("_config.yml", "", "jekyll"),
        ("eleventy.config.js", "", "eleventy"),
        (".eleventy.js", "", "eleventy"),
        ("docusaurus.config.js", "", "docusaurus"),
        ("astro.config.mjs", "", "astro"),
        ("config.toml", "base_url = 'https://example.com'\n", "zola"),
        ("zola.toml", "", "zola"),
        ("mkdocs.yml", "", "mkdocs"),
        ("config.toml", "key = 1\n", "unknown"),
        ("package.json", "{}", "unknown"),
    ] {
        let sandbox = site(settings, holds);
        sandbox.write("content/blog/post.md", "Words.\n");
        let told = generator(&sandbox, "content/blog/post.md");
        assert_eq!(told, name, "{settings}");
    }
}

#[test]
fn the_nearest_site_tells() {
    let sandbox = site("hugo.toml", "");
    sandbox.write("docs/docusaurus.config.js", "");
    for path in ["blog/a.md", "docs/a.md", "docs/guide/b.md"] {
        sandbox.write(path, PROBE);
    }
    assert_eq!(generator(&sandbox, "blog/a.md"), "hugo");
    assert_eq!(generator(&sandbox, "docs/guide/b.md"), "docusaurus");
    assert_eq!(prose(&sandbox, ".", "blog/a.md"), [7, 9]);
    assert_eq!(
        prose(&sandbox, ".", "docs/a.md"),
        prose(&sandbox, ".", "docs/guide/b.md")
    );
    assert!(!prose(&sandbox, ".", "docs/a.md").contains(&9));
}

#[test]
fn settings_are_found_above_the_folder_that_is_walked() {
    let sandbox = site("sites/a/_config.yml", "");
    sandbox.write("sayso.toml", "");
    sandbox.write("sites/a/blog/2026/post.md", PROBE);
    for folder in [".", "sites", "sites/a/blog", "sites/a/blog/2026/post.md"] {
        let lines = prose(&sandbox, folder, "sites/a/blog/2026/post.md");
        assert_eq!(lines, [9], "{folder}");
    }
}

#[test]
fn a_folder_of_posts_by_this_name_is_jekylls() {
    let sandbox = Sandbox::new();
    for folder in ["_posts", "blog/_posts", "_posts/2026"] {
        let path = format!("{folder}/2026-05-04-a.md");
        sandbox.write(&path, "Words.\n");
        assert_eq!(generator(&sandbox, &path), "jekyll", "{folder}");
    }
    sandbox.write("site/mkdocs.yml", "");
    sandbox.write("site/_posts/a.md", "Words.\n");
    assert_eq!(generator(&sandbox, "site/_posts/a.md"), "mkdocs");
    sandbox.write("old_posts/a.md", "Words.\n");
    assert_eq!(generator(&sandbox, "old_posts/a.md"), "unknown");
}

#[test]
fn the_policy_beats_the_files() {
    let sandbox = site("hugo.toml", "");
    sandbox.write("post.md", PROBE);
    assert_eq!(prose(&sandbox, ".", "post.md"), [7, 9]);
    for (name, lines) in [
        ("none", &[5, 7, 9][..]),
        ("jekyll", &[9]),
        ("hugo", &[7, 9]),
    ] {
        sandbox.write("sayso.toml", format!("[posts]\ngenerator = \"{name}\"\n"));
        assert_eq!(prose(&sandbox, ".", "post.md"), lines, "{name}");
        assert_eq!(generator(&sandbox, "post.md"), name);
    }
}

#[test]
fn a_generator_that_nobody_knows_is_a_fault_of_the_policy() {
    let sandbox = site("sayso.toml", "[posts]\ngenerator = \"hugoo\"\n");
    sandbox.write("post.md", "Words.\n");
    let ran = sandbox.check(&[]);
    ran.exits(2).says("sayso.toml:2:13").says("hugo");
    for name in ["unknown", ""] {
        sandbox.write("sayso.toml", format!("[posts]\ngenerator = \"{name}\"\n"));
        sandbox.check(&[]).exits(2);
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn settings_that_are_a_link_out_of_the_repo_are_not_read() {
        let sandbox = Sandbox::new();
        sandbox.write("outside.toml", "base_url = \"https://example.com\"\n");
        sandbox
            .write("repo/sayso.toml", "")
            .write("repo/post.md", PROBE);
        symlink("../outside.toml", sandbox.join("repo/config.toml")).expect("a link");
        let told = |arguments: &[&str]| sandbox.sayso_in("repo", arguments).out.clone();
        let shown = told(&["inspect", "post.md"]);
        assert!(shown.starts_with("generator: unknown"), "{shown}");
    }

    #[test]
    fn settings_that_are_a_link_in_the_repo_are_read_in_a_walk_and_by_name() {
        let sandbox = Sandbox::new();
        sandbox
            .write("sayso.toml", "")
            .write("shared/mine.toml", "");
        sandbox.write("blog/post.md", PROBE);
        symlink("../shared/mine.toml", sandbox.join("blog/hugo.toml")).expect("a link");
        assert_eq!(generator(&sandbox, "blog/post.md"), "hugo");
        assert_eq!(prose(&sandbox, "blog/post.md", "blog/post.md"), [7, 9]);
        assert_eq!(prose(&sandbox, ".", "blog/post.md"), [7, 9]);
    }
}
