//! Which generator makes a page of a post: the policy says, else the files of
//! the nearest site tell.

use crate::support::Sandbox;
use crate::{PROBE, generator, prose, site};

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
    for path in ["blog/a.md", "docs/a.md", "docs/guide/b.md", "docsy/a.md"] {
        sandbox.write(path, PROBE);
    }
    for (path, name, lines) in [
        ("blog/a.md", "hugo", &[7, 9][..]),
        ("docsy/a.md", "hugo", &[7, 9]),
        ("docs/a.md", "docusaurus", &[]),
        ("docs/guide/b.md", "docusaurus", &[]),
    ] {
        assert_eq!(generator(&sandbox, path), name, "{path}");
        assert_eq!(prose(&sandbox, &[], path), lines, "{path}");
    }
}

#[test]
fn settings_are_found_above_the_folder_that_is_walked() {
    let sandbox = site("sites/a/hugo.toml", "");
    let path = "sites/a/blog/2026/post.md";
    sandbox.write("sayso.toml", "").write(path, PROBE);
    for folder in [".", "sites", "sites/a", "sites/a/blog", path] {
        assert_eq!(prose(&sandbox, &[folder], path), [7, 9], "{folder}");
    }
    sandbox.write("other/post.md", PROBE);
    let both = ["sites/a/blog", "other"];
    assert_eq!(prose(&sandbox, &both, path), [7, 9]);
    assert_eq!(prose(&sandbox, &both, "other/post.md"), [9]);
}

#[test]
fn the_policy_beats_the_files() {
    let sandbox = site("hugo.toml", "");
    sandbox.write("post.md", PROBE);
    assert_eq!(prose(&sandbox, &[], "post.md"), [7, 9]);
    for (name, lines) in [
        ("none", &[5, 7, 9][..]),
        ("jekyll", &[9]),
        ("docusaurus", &[]),
        ("hugo", &[7, 9]),
    ] {
        let policy = format!("[posts]\ngenerator = \"{name}\"\n");
        sandbox.write("sayso.toml", policy);
        assert_eq!(prose(&sandbox, &[], "post.md"), lines, "{name}");
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
        let ran = sandbox.sayso_in("repo", &["inspect", "post.md"]);
        assert!(ran.out.starts_with("generator: unknown"), "{ran}");
        let ran = sandbox.check_in("repo", &["--format", "concise"]);
        ran.says("post.md:9:2:").is_silent_about("post.md:7:");
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
        assert_eq!(prose(&sandbox, &["blog/post.md"], "blog/post.md"), [7, 9]);
        assert_eq!(prose(&sandbox, &["."], "blog/post.md"), [7, 9]);
    }
}
