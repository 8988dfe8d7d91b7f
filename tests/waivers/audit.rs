//! The list of waivers and reviews, with what each of them came to.

use sayso::engine::{self, Job};
use sayso::finding::Secrets;
use sayso::policy::Overrides;
use sayso::post::Post;
use sayso::rules::{GivenWaiver, Reviews};
use sayso::waiver::{self, Authors, Kind, PolicyWaiver, Row, State, pin_of};

use crate::support::layers;
use crate::{TODAY, job};

const POLICY: &str = r#"
[policy]
approvers = { helpful = ["editor"] }
max-waiver-days = 365

[[policy.review]]
tags = ["earnings"]
by = ["legal"]

[[policy.review]]
tags = ["security"]

[[waiver]]
rule = "confidential/confidential-marking"
path = "a.md"
reason = "the banner is the documented example"
until = 2027-01-31
"#;

const POST: &str = r#"---
title: A week
date: 2026-05-04
tags: [earnings, life]
reviewed-by: legal 2026-05-04
---
**Internal use only**

<!-- sayso: allow evidence/superlative until 2027-01-31 by Lee: audited figure, filing due -->
We are the only cloud provider in the country.

<!-- sayso: allow evidence/superlative until 2026-11-23: audited figure, filing due -->
We are the only cloud provider in the world.

<!-- sayso: allow helpful/missing-alt-text until 2027-01-31: the caption says it -->
![](team.jpg)

<!-- sayso: allow evidence/superlative until 2027-01-31: audited figure, filing due -->
Nothing is claimed here.

<!-- sayso: allow reputation/placeholder until 2027-01-31 by Jo Doe: due in the summer -->
We saved [TK] hours.

<!-- sayso: allow evidence/superlatve until 2027-01-31: audited figure, filing due -->
We are the first cloud provider in the country.
"#;

fn rows(policy: &str, text: &str) -> Vec<Row> {
    let job = Job {
        layers: layers(policy, Overrides::default()),
        before: Vec::new(),
        authors: Authors::new(vec![(1, Some("Jo Doe <jo@acme.example>".into()))]),
        ..job("a.md", text)
    };
    engine::audit(&job, TODAY, &mut Secrets::default())
}

#[test]
fn every_waiver_and_review_has_a_row_with_its_state() {
    let rows = rows(POLICY, POST);
    let told: Vec<_> = rows
        .iter()
        .map(|row| (&*row.at, row.kind, row.state))
        .collect();
    assert_eq!(
        told,
        [
            ("sayso.toml:13", Kind::Waiver, State::Counts),
            ("a.md:5", Kind::Review, State::Counts),
            ("a.md:9", Kind::Waiver, State::Counts),
            ("a.md:12", Kind::Waiver, State::Expired),
            ("a.md:15", Kind::Waiver, State::UnknownApprover),
            ("a.md:18", Kind::Waiver, State::Unused),
            ("a.md:21", Kind::Waiver, State::SelfApproved),
            ("a.md:24", Kind::Waiver, State::Unreadable),
        ]
    );
    assert_eq!(rows[2].by.as_deref(), Some("Lee"));
    assert_eq!(rows[2].allows, 1);
    assert!(rows[2].pins.is_empty());
    let words = "We are the only cloud provider in the country.";
    assert_eq!(rows[2].now, [pin_of(words)]);
    // What is confidential is not told of, not even as a digest.
    assert!(rows[0].now.is_empty());
    assert_eq!(rows[3].remark, "it ended on 2026-11-23");
    assert_eq!(rows[6].author.as_deref(), Some("Jo Doe <jo@acme.example>"));
}

#[test]
fn who_wrote_the_words_may_allow_them_where_the_policy_says_so() {
    let policy = format!("{POLICY}\n[rules]\n\"judgement/self-approved\" = \"off\"\n");
    let row = rows(&policy, POST).remove(6);
    assert_eq!(row.state, State::Counts);
    assert!(row.author.is_some());
}

#[test]
fn a_review_that_is_not_there_has_a_row_too() {
    let text = POST
        .replace("earnings, life", "security")
        .replace("reviewed-by", "by");
    let rows = rows(POLICY, &text);
    assert_eq!(
        (rows[1].kind, rows[1].state),
        (Kind::Review, State::Missing)
    );
    assert_eq!(rows[1].remark, "the tag `security` asks for a review");
}

#[test]
fn a_waiver_in_the_policy_for_no_post_is_told_of() {
    let waiver = PolicyWaiver {
        rule: "confidential/internal-host".into(),
        path: "gone.md".into(),
        at: "sayso.toml:8".into(),
        ..PolicyWaiver::default()
    };
    let waivers = [waiver];
    let rows = waiver::audit_policy(&waivers, |path| path == "a.md");
    assert_eq!((&*rows[0].path, rows[0].state), ("gone.md", State::NoPost));
    assert!(waiver::audit_policy(&waivers, |_| true).is_empty());
}

#[test]
fn a_post_without_any_has_no_row() {
    let post = Post::parse("a.md", "Text.\n", Default::default());
    let none: [GivenWaiver; 0] = [];
    assert!(waiver::audit(&post, &none, &Reviews::default()).is_empty());
    assert!(rows("", "Text.\n").is_empty());
}
