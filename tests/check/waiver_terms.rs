//! What a policy demands of waivers and reviews, and waivers in front matter.

use crate::support::{Ran, Sandbox};

const REASON: &str = "the figure is due in March";

/// A post with a placeholder, and what is said of it in the front matter and in
/// a comment, under this `[policy]`.
fn checked(policy: &str, front_matter: &str, comment: &str) -> Ran {
    let comment = match comment {
        "" => String::new(),
        words => format!("<!-- sayso: allow reputation/placeholder {words}: {REASON} -->\n"),
    };
    let text = format!(
        "---\ntitle: A week\ndate: 2026-05-04\n{front_matter}---\n{comment}We saved [TK] hours.\n"
    );
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", format!("[policy]\n{policy}\n"));
    sandbox.write("a.md", text).check_concise(&[])
}

#[test]
fn approvers_are_named_by_question_or_for_all() {
    let by_question = "approvers = { reputation = [\"Legal\"], \"*\" = [\"Lee\"] }";
    let others = "approvers = { evidence = [\"Legal\"] }";
    for (policy, comment, code) in [
        (by_question, "by legal", 0),
        (by_question, "by lee", 1),
        (by_question, " ", 1),
        ("approvers = [\"Lee\"]", "by lee", 0),
        ("approvers = [\"Lee\"]", "by jo", 1),
        (others, " ", 0),
    ] {
        let ran = checked(policy, "", comment);
        ran.exits(code);
        if code == 1 {
            ran.says("error[judgement/unknown-approver]");
        }
    }
}

#[test]
fn what_nobody_may_waive_adds_up() {
    for listed in ["reputation/placeholder", "reputation"] {
        let ran = checked(&format!("unwaivable = [\"{listed}\"]"), "", " ");
        ran.exits(1).says("error[judgement/forbidden-waiver]");
    }
    let sandbox = Sandbox::new();
    let post = crate::support::post(&format!(
        "<!-- sayso: allow reputation/placeholder: {REASON} -->\nWe saved [TK] hours."
    ));
    sandbox.write(
        "sayso.toml",
        "[policy]\nunwaivable = [\"reputation/placeholder\"]\n",
    );
    sandbox.write("blog/sayso.toml", "[policy]\nunwaivable = []\n");
    sandbox.write("blog/a.md", post).check(&[]).exits(1);
}

#[test]
fn a_waiver_ends_within_the_days_that_are_allowed() {
    let policy = "max-waiver-days = 30";
    checked(policy, "", "until 2026-12-24").exits(0);
    for words in [" ", "until 2026-12-25"] {
        let ran = checked(policy, "", words);
        ran.exits(1).says("error[judgement/expired-waiver]");
        ran.says("2026-12-24 is the last day the policy allows");
    }
}

#[test]
fn a_pin_may_be_asked_for() {
    let policy = "require-pins = true";
    checked(policy, "", " ")
        .exits(1)
        .says("error[judgement/outdated-waiver]");
    // printf 'We saved [TK] hours.' | sha256sum
    checked(policy, "", "pin a400985795e6").exits(0);
    checked("", "", "pin 0123456789ab")
        .exits(1)
        .says("given for other words");
}

#[test]
fn the_front_matter_waives_for_the_whole_post() {
    let line = format!("sayso: {{ allow: [reputation/placeholder pin a400985795e6: {REASON}] }}\n");
    checked("", &line, "")
        .exits(0)
        .is_silent_about("judgement/");
    let block =
        format!("sayso:\n  allow:\n    - rule: reputation/placeholder\n      reason: {REASON}\n");
    checked("", &block, "")
        .exits(0)
        .says("warning[judgement/blanket-waiver]");
    // What is said to sayso is no text of the post.
    let block = block
        .replace("the figure", "\"[TK] the figure")
        .replace("March", "March\"");
    let ran = checked("", &block, "");
    ran.exits(0).is_silent_about("reputation/placeholder]");
    let unknown = block.replace(
        "rule: reputation/placeholder",
        "rule: reputation/placeholders",
    );
    let ran = checked("", &unknown, "");
    ran.exits(1).says("warning[judgement/unused-waiver]");
}

#[test]
fn a_whole_post_may_be_waived_in_a_comment() {
    let sandbox = Sandbox::new();
    let text = |command: &str| {
        let comment = format!("<!-- sayso: {command} reputation/placeholder: {REASON} -->");
        crate::support::post(&format!("{comment}\n\nOne [TK].\n\nTwo [TK]."))
    };
    sandbox
        .write("a.md", text("allow-file"))
        .check(&[])
        .exits(0);
    sandbox.write("a.md", text("allow")).check(&[]).exits(1);
}

#[test]
fn a_waiver_that_counts_silences_one_that_does_not() {
    let line = format!("sayso: {{ allow: [reputation/placeholder until 2026-01-01: {REASON}] }}\n");
    let ran = checked("", &line, "pin a400985795e6");
    ran.exits(1).says("error[judgement/expired-waiver]");
    ran.is_silent_about("error[reputation/placeholder]");
}

#[test]
fn some_posts_need_a_review() {
    let policy = "[[policy.review]]\ntags = [\"earnings\"]\nby = [\"legal\"]";
    let warns = "warning[judgement/missing-review]";
    let tagged = |review: &str| checked(policy, &format!("tags: [Earnings]\n{review}"), " ");
    tagged("").exits(0).says(warns);
    tagged("reviewed-by: legal 2026-05-04\n").is_silent_about(warns);
    tagged("reviewed-by: jo 2026-05-04\n").says("does not count: it is by jo");
    checked(policy, "tags: [life]\n", " ").is_silent_about(warns);
}

#[test]
fn what_the_policy_cannot_mean_is_told_at_its_place() {
    for (policy, told) in [
        (
            "approvers = \"legal\"",
            "`approvers` should be a list of names",
        ),
        (
            "approvers = { evidence = \"legal\" }",
            "`evidence` should be a list of names",
        ),
        (
            "unwaivable = [\"evidence/superlatve\"]",
            "there is no rule `evidence/superlatve`",
        ),
        (
            "max-waiver-days = -1",
            "`max-waiver-days` should be a number of days",
        ),
        ("require-pins = 1", "`require-pins` should be true or false"),
        (
            "[[policy.review]]\nby = [\"legal\"]",
            "this review is for no post",
        ),
        ("[[policy.review]]\ntag = [\"a\"]", "has no key `tag`"),
    ] {
        checked(policy, "", "").exits(2).says(told);
    }
}
