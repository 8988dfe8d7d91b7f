//! Who speaks to whom, and whether anybody can answer: what the company and its
//! presets make of it.

use crate::support::{Ran, Sandbox};

/// A story of more than 100 words that asks nobody anything.
fn story() -> String {
    "The kite went up at noon, and the wind from the sea took it over the pier. ".repeat(7)
}

/// A check of one post by one rule, with a policy.
fn check(rule: &str, policy: &str, path: &str, post: &str) -> Ran {
    let sandbox = Sandbox::new();
    let sandbox = sandbox.write("sayso.toml", policy).write(path, post);
    sandbox.sayso(&["check", "--only", rule, "--fail-on", "advice", path])
}

#[test]
fn a_post_that_asks_nothing_is_offered_the_companys_closing() {
    let rule = "conversation/missing-invitation";
    let post = format!("# Kites\n\n{}\n", story());
    check(rule, "", "post.md", &post)
        .exits(1)
        .says("without asking its readers anything")
        .says("holds a closing for all posts");
    let policy =
        "[company]\ninvitation = \"Which kite do you fly? Write to kites@acme.example.\"\n";
    check(rule, policy, "post.md", &post)
        .exits(1)
        .says("or close as your posts do: Which kite do")
        .is_silent_about("sayso.toml holds");
    let closed = format!("{post}\nWhich kite do you fly? Write to kites@acme.example.\n");
    check(rule, policy, "post.md", &closed).exits(0);
    check(rule, "[company]\ncomments = true\n", "post.md", &post).exits(0);
    check(rule, "", "docs/page.md", &post).exits(0);
}

#[test]
fn comments_are_a_place_to_answer() {
    let rule = "conversation/invitation-without-channel";
    let post = "The kite is back from the sea. Let us know what you think of its new tail.\n";
    check(rule, "", "post.md", post)
        .exits(1)
        .says("\"Let us know\" does not say where");
    check(rule, "[company]\ncomments = true\n", "post.md", post).exits(0);
}

#[test]
fn what_the_company_says_of_itself_is_shown_with_its_place() {
    let policy = "[company]\ninvitation = \"Write to us.\"\ncomments = true\n";
    let sandbox = Sandbox::new();
    sandbox
        .write("sayso.toml", policy)
        .sayso(&["config", "show"])
        .exits(0)
        .says("invitation = \"Write to us.\"")
        .says("comments = true")
        .says("sayso.toml:3");
    let wrong = "[company]\ninvitation = [\"Write\"]\ncomments = \"yes\"\n";
    check("conversation/dead-end", wrong, "post.md", "A kite.\n")
        .exits(2)
        .says("`invitation`")
        .says("`comments`");
}

/// True when `preset` tells of `rule` in `post`.
fn tells(preset: &str, rule: &str, post: &str) -> bool {
    let policy = format!("extends = [\"sayso:{preset}\"]\n[company]\nnames = [\"Acme\"]\n");
    let sandbox = Sandbox::new();
    let sandbox = sandbox.write("sayso.toml", &policy).write("post.md", post);
    let ran = sandbox.check(&["--format", "concise", "post.md"]);
    ran.out.contains(&format!("[{rule}]"))
}

#[test]
fn each_audience_has_its_own_voice() {
    let person = "---\ntitle: A year\ndate: 2026-05-04\n---\nI spent the year at Acme, and it was \
                  a good one for all of us who were there.\n";
    for (rule, on, off) in [
        ("mindset/missing-disclaimer", "personal", "professional"),
        ("conversation/missing-byline", "professional", "general"),
    ] {
        assert!(tells(on, rule, person), "{on} {rule}");
        assert!(!tells(off, rule, person), "{off} {rule}");
    }
    let release = "---\ntitle: Kites\ndate: 2026-05-04\n---\nNORTHPORT, May 4, 2026 — Acme ships \
                   the kites that all of us have been waiting for.\n\n###\n";
    assert!(tells("professional", "conversation/press-release", release));
    assert!(!tells("press", "conversation/press-release", release));
}

#[test]
fn a_limit_of_a_network_is_the_policys() {
    let rule = "mindset/over-network-limit";
    let text = "kites ".repeat(60);
    check(rule, "", "social/launch.bluesky.md", &text)
        .exits(1)
        .says("Bluesky will not take this text: it counts 359 characters there")
        .says("cut 59 characters");
    check(rule, "", "social/launch.mastodon.md", &text).exits(0);
    let own = "[rules]\n\"mindset/over-network-limit\" = { mastodon = 200 }\n";
    check(rule, own, "social/launch.mastodon.md", &text).exits(1);
}

#[test]
fn a_paid_link_is_told_in_any_preset() {
    let post = "We flew all of them for a year, and [this one](https://acme.pxf.io/kite) was the \
                best of all.\n";
    for preset in ["general", "professional", "personal", "press"] {
        assert!(
            tells(preset, "mindset/undisclosed-affiliate", post),
            "{preset}"
        );
    }
}
