//! Which files are checked: named ones, those in folders, those of the repo.

use crate::checked;
use crate::support::{BAD, Sandbox};

fn with_posts(paths: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", "");
    for path in paths {
        sandbox.write(path, BAD);
    }
    sandbox
}

#[test]
fn nothing_named_is_the_whole_repo_ordered_by_path() {
    let sandbox = with_posts(&["b/z.md", "b-a.md", "a.mdx", "b.md", "b/a.markdown", "ä.md"]);
    sandbox.write("notes.txt", BAD).write("README.md", BAD);
    sandbox.write("node_modules/x/y.md", BAD);
    let expected = ["a.mdx", "b-a.md", "b.md", "b/a.markdown", "b/z.md", "ä.md"];
    assert_eq!(checked(&sandbox.check_concise(&[])), expected);
}

#[test]
fn in_a_git_repo_the_whole_repo_is_meant_from_every_folder() {
    let sandbox = Sandbox::git();
    sandbox.write("a.md", BAD).write("content/b.md", BAD);
    let ran = sandbox.check_in("content", &["--format", "concise"]);
    assert_eq!(checked(&ran), ["a.md", "content/b.md"]);
}

#[test]
fn files_and_folders_are_checked_once_however_often_they_are_named() {
    let sandbox = with_posts(&["a.md", "in/b.md", "in/deep/c.md", "out/d.md"]);
    let full = sandbox.join("a.md").display().to_string();
    let ran = sandbox.check_concise(&["in", "a.md", "./in/../a.md", &full, "in/b.md"]);
    assert_eq!(checked(&ran), ["a.md", "in/b.md", "in/deep/c.md"]);
}

#[test]
fn ignore_files_are_obeyed_with_and_without_git() {
    for sandbox in [Sandbox::new(), Sandbox::git()] {
        sandbox.write(".gitignore", "drafts/\n*.tmp.md\n!kept.tmp.md\n");
        sandbox.write(".ignore", "old.md\n");
        sandbox.write("in/.gitignore", "/b.md\n");
        let ignored = ["drafts/x.md", "a.tmp.md", "old.md", "in/b.md"];
        for path in ["a.md", "kept.tmp.md", "in/in/b.md"].iter().chain(&ignored) {
            sandbox.write(path, BAD);
        }
        let ran = sandbox.check_concise(&[]);
        assert_eq!(checked(&ran), ["a.md", "in/in/b.md", "kept.tmp.md"]);
        // It is named.
        let ran = sandbox.check_concise(&["old.md"]);
        assert_eq!(checked(&ran), ["old.md"]);
    }
}

#[test]
fn the_policy_says_what_is_a_post() {
    let sandbox = with_posts(&["blog/a.md", "blog/old/b.md", "blog/c.md", "docs/d.md"]);
    let posts = "[posts]\ninclude = [\"blog/**/*.md\"]\nexclude = [\"**/old/**\", \"blog/c.md\"]\n";
    sandbox.write("sayso.toml", posts);
    for arguments in [&[][..], &["blog"]] {
        assert_eq!(checked(&sandbox.check_concise(arguments)), ["blog/a.md"]);
    }
}

#[test]
fn patterns_are_meant_from_the_folder_of_the_policy() {
    let sandbox = with_posts(&["site/blog/a.md", "site/docs/b.md"]);
    sandbox.write("site/sayso.toml", "[posts]\ninclude = [\"blog/*.md\"]\n");
    assert_eq!(checked(&sandbox.check_concise(&[])), ["site/blog/a.md"]);
}

#[test]
fn a_policy_says_nothing_about_a_folder_whose_name_starts_alike() {
    let sandbox = Sandbox::new();
    sandbox.write("cities/a.md", BAD);
    sandbox.write("ci/p.toml", "[posts]\ninclude = [\"cities/*.md\"]\n");
    let ran = sandbox.check_concise(&["--config", "ci/p.toml"]);
    assert_eq!(checked(&ran), ["cities/a.md"]);
}

#[test]
fn a_named_file_is_a_post_unless_exclusion_is_forced() {
    let sandbox = with_posts(&["a.md", "old/b.md", "README.md"]);
    let policy = "[posts]\nexclude = [\"old/**\", \"README.md\"]\n";
    sandbox.write("sayso.toml", policy);
    let ran = sandbox.check_concise(&["old/b.md", "a.md"]);
    assert_eq!(checked(&ran), ["a.md", "old/b.md"]);
    let ran = sandbox.check_concise(&["--force-exclude", "old/b.md", "a.md"]);
    assert_eq!(checked(&ran), ["a.md"]);
    // A hook runner passes what was changed, and that may be all excluded.
    let ran = sandbox.check(&["--force-exclude", "old/b.md", "README.md"]);
    ran.exits(0).says("sayso: no posts matched: ");
    let ran = sandbox.check(&["--force-exclude", "old/none.md"]);
    ran.exits(2);
}

#[test]
fn the_name_of_a_folder_means_all_that_is_in_it() {
    for pattern in ["in/deep", "in/deep/", "./in/deep", "/in/deep", "in/deep/**"] {
        let sandbox = with_posts(&["a.md", "in/b.md", "in/deep/c.md", "in/deeper/d.md"]);
        sandbox.write(
            "sayso.toml",
            format!("[posts]\nexclude = [\"{pattern}\"]\n"),
        );
        let ran = sandbox.check_concise(&[]);
        assert_eq!(
            checked(&ran),
            ["a.md", "in/b.md", "in/deeper/d.md"],
            "{pattern}"
        );
    }
}

#[test]
fn a_named_file_that_is_no_markdown_is_not_checked() {
    let sandbox = with_posts(&["a.md"]);
    sandbox.write("hugo.toml", "title = \"[TK]\"\n");
    let ran = sandbox.check(&["hugo.toml"]);
    ran.exits(2)
        .says("not checked: hugo.toml: not a Markdown file\n");
    ran.says("sayso: no post was checked · ");
    sandbox.check(&["hugo.toml", "a.md"]).exits(1);
}
