//! What the policy and the post around it make of a claim.

use crate::support::{Ran, Sandbox};

const SITE: &str = "[company]\nnames = [\"Acme\"]\ncompetitors = [\"RivalDB\"]\n\
                    domains = [\"acme.example\"]\n";

/// A check of one post by one rule, with a policy.
fn check(rule: &str, policy: &str, post: &str) -> Ran {
    let sandbox = Sandbox::new();
    let sandbox = sandbox.write("sayso.toml", policy).write("post.md", post);
    let rule = format!("evidence/{rule}");
    sandbox.sayso(&["check", "--only", &rule, "--fail-on", "advice", "post.md"])
}

#[test]
fn a_figure_is_backed_in_its_section_or_in_its_paragraph() {
    let rule = "unsourced-statistic";
    let post = "60% of adults own a kite.\n\nAll of it is in a longer text that goes on for a while \
                and that we read with joy in every summer that it does not rain: [the kite book](https://example.org/kites).\n";
    let strict = "[rules]\n\"evidence/unsourced-statistic\" = { same-paragraph = true }\n";
    check(rule, SITE, post).exits(0);
    check(rule, strict, post)
        .exits(1)
        .says("\"60% of adults\" is a figure that somebody counted")
        .says("no link, footnote or method in this paragraph");
    let elsewhere = post.replace("All of it", "## The book\n\nAll of it");
    check(rule, SITE, &elsewhere)
        .exits(1)
        .says("no link, footnote, named source or method in this section");
    // The company's own page is where its own figures are.
    let own = "60% of adults own a kite, [as we said](https://acme.example/kites).\n";
    check(rule, SITE, own).exits(0);
    let far = "60% of adults own a kite.\n\nSo we [sell some](https://acme.example/buy) of them to \
               whoever wants one, in every colour that there is, and we send them by post to wherever there is wind.\n";
    check(rule, SITE, far).exits(1);
}

#[test]
fn a_rival_is_one_that_the_policy_names() {
    let rule = "unsourced-comparison";
    let post = "Acme Cloud is cheaper than RivalDB.\n";
    check(rule, SITE, post)
        .exits(1)
        .says("\"cheaper than RivalDB\" is a comparison");
    check(rule, "", post).exits(0);
}

#[test]
fn a_weekday_is_read_by_the_year_of_the_post() {
    let rule = "wrong-weekday";
    let post = "We meet on Wednesday, May 5.\n";
    let dated = |day: &str| format!("---\ntitle: A\ndate: {day}\n---\n{post}");
    check(rule, SITE, post).exits(0);
    // May 5 is a Wednesday in 2027.
    check(rule, SITE, &dated("2026-04-01")).exits(0);
    check(rule, SITE, &dated("2024-04-01"))
        .exits(1)
        .says("in 2024 this date is a Sunday");
}

#[test]
fn a_footnote_without_use_is_kept_by_a_safe_fix() {
    let sandbox = Sandbox::new();
    let post =
        "---\ntitle: A\ndate: 2026-05-04\n---\nKites help.\n\n[^1]: Jo Doe, *Kites*, 2021.\n";
    sandbox.write("sayso.toml", SITE).write("post.md", post);
    let ran = sandbox.sayso(&["check", "--fix", "post.md"]);
    ran.says("nothing refers to the footnote \"[^1]\"");
    assert_eq!(sandbox.read("post.md"), post);
}
