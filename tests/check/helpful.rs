//! What the rules on the shape of a post make of the site and the post around.

use crate::support::{Ran, Sandbox};

/// A check of `content/blog/post.md` by one rule.
fn check(sandbox: &Sandbox, rule: &str, post: &str) -> Ran {
    let rule = format!("helpful/{rule}");
    let sandbox = sandbox.write("content/blog/post.md", post);
    sandbox.sayso(&["check", "--only", &rule, "--fail-on", "advice"])
}

#[test]
fn a_generator_may_make_the_summary() {
    let body = "We walked along ninety roads, and on each of them we found a bridge. ".repeat(5);
    let post = format!("---\ntitle: Ninety roads\n---\n{body}\n");
    let sandbox = Sandbox::new();
    check(&sandbox, "missing-summary", &post)
        .exits(1)
        .says("post.md:2:8")
        .says("perhaps the first sentence: `description: \"We walked\n");
    let cut = post.replace("title", "summary: We walked along ninety roads,\ntitle");
    check(&sandbox, "missing-summary", &cut)
        .exits(1)
        .says("breaks off in mid-sentence");
    sandbox.write("docusaurus.config.js", "");
    check(&sandbox, "missing-summary", &post).exits(0);
    check(&sandbox, "missing-summary", &cut).exits(1);
}

#[test]
fn the_two_longest_sentences_are_named_with_their_lines() {
    let hard = "Organizational considerations necessitated administrative reorganization of \
                documentation infrastructure";
    let long = format!(
        "Notwithstanding {}.",
        "considerable international coordination ".repeat(8).trim()
    );
    let longer = format!(
        "Participating {}.",
        "organizations systematically evaluate ".repeat(9).trim()
    );
    let lines = format!("{hard}.\n").repeat(6);
    let post = format!("---\ntitle: On maps\n---\n{lines}\n{long}\n\n{longer}\n");
    check(&Sandbox::new(), "hard-to-read", &post)
        .exits(1)
        .says("the text below this title reads at grade")
        .says("28 words in line 13: \"Participating organizations")
        .says("25 words in line 11: \"Notwithstanding considerable");
}

#[test]
fn a_stretch_ends_where_something_is_shown() {
    let paragraph = format!(
        "{}\n\n",
        "Here we tell a little more of it all. ".repeat(10).trim()
    );
    let long = paragraph.repeat(7);
    let sandbox = Sandbox::new();
    check(&sandbox, "wall-of-text", &long)
        .exits(1)
        .says("630 words follow");
    for rest in [
        "![A map](a.png)",
        "{{< map a >}}",
        "## A heading",
        "- an item",
        "```\ncode\n```",
    ] {
        let parted = format!("{}{rest}\n\n{}", paragraph.repeat(4), paragraph.repeat(3));
        check(&sandbox, "wall-of-text", &parted).exits(0);
    }
}
