//! Waivers: what they cover, when they count, and that one which does not
//! count says so beside the finding.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use serde_json::{Value, json};
use support::{Ran, Sandbox};

const REASON: &str = "the figure is due in March";

/// A post with this body and nothing wrong around it.
fn post(body: &str) -> String {
    format!("---\ntitle: A week\ndate: 2026-05-04\n---\n{body}\n")
}

/// A post whose placeholder has this comment above it, checked.
fn waived_by(comment: &str) -> Ran {
    let text = post(&format!("<!-- {comment} -->\nWe saved [TK] hours."));
    Sandbox::new().write("a.md", text).check(&[])
}

/// A post with a marking, checked under a policy with this waiver.
fn marked(waiver: &str) -> (Ran, Value) {
    let sandbox = Sandbox::new();
    sandbox.write("blog/a.md", post("**Internal use only**\n\nText."));
    sandbox.write("sayso.toml", waiver);
    (sandbox.check(&[]), sandbox.check_json(&[]))
}

#[track_caller]
fn says(ran: &Ran, words: &str) {
    // Notes are wrapped; the words count.
    let folded: Vec<&str> = ran.out.split_whitespace().collect();
    let folded = folded.join(" ");
    assert!(folded.contains(words), "no {words:?} in {}", ran.out);
}

/// Lines of the findings that are open in a post with this body.
fn open_lines(body: &str) -> Vec<i64> {
    let report = Sandbox::new().write("a.md", post(body)).check_json(&[]);
    let findings = report["findings"].as_array().expect("a list").iter();
    let open = findings.filter(|finding| finding["waived"].is_null());
    open.filter_map(|finding| finding["start"]["line"].as_i64())
        .collect()
}

#[test]
fn a_comment_covers_the_next_block_and_no_more() {
    let comment = format!("<!-- sayso: allow reputation/placeholder: {REASON} -->");
    assert_eq!(open_lines(&format!("{comment}\n[TK]\n[TK]\n\n[TK]")), [9]);
    assert_eq!(
        open_lines(&format!("{comment}\n\n- [TK]\n- [TK]\n\n[TK]")),
        [10]
    );
    assert_eq!(open_lines(&format!("{comment}\n\n## [TK]\n\n[TK]")), [9]);
    assert_eq!(open_lines(&format!("[TK]\n\n{comment}\n")), [5]);
}

#[test]
fn a_comment_in_a_block_covers_that_block() {
    let comment = format!("<!-- sayso: allow reputation/placeholder: {REASON} -->");
    assert_eq!(
        open_lines(&format!("One [TK] {comment} two [TK]\n\n[TK]")),
        [7]
    );
    assert_eq!(
        open_lines(&format!("- [TK]\n- [TK] {comment}\n- [TK]")),
        [5, 7]
    );
}

#[test]
fn a_comment_covers_the_rules_it_names() {
    let body = "We are the only cloud provider in the world with [TK].";
    let with =
        |rules: &str| open_lines(&format!("<!-- sayso: allow {rules}: {REASON} -->\n{body}"));
    assert_eq!(with("reputation/placeholder").len(), 1);
    assert_eq!(with("evidence/superlative").len(), 1);
    assert_eq!(with("evidence/superlative, reputation/placeholder"), [0; 0]);
}

#[test]
fn waivers_above_each_other_are_for_the_same_block() {
    let [one, two] = ["evidence/superlative", "reputation/placeholder"]
        .map(|rule| format!("<!-- sayso: allow {rule}: {REASON} -->"));
    let body = "We are the only cloud provider in the world with [TK].";
    assert_eq!(open_lines(&format!("{one}\n{two}\n{body}")), [0; 0]);
    assert_eq!(
        open_lines(&format!("{two}\n<!-- a remark -->\n\n{body}")),
        [8]
    );
}

#[test]
fn a_comment_that_is_code_is_no_waiver() {
    let comment = format!("<!-- sayso: allow reputation/placeholder: {REASON} -->");
    assert_eq!(open_lines(&format!("```\n{comment}\n```\n[TK]")), [8]);
    assert_eq!(open_lines(&format!("`{comment}` [TK]")), [5]);
}

#[test]
fn json_lists_a_waived_finding_with_its_permission_and_counts_it_apart() {
    let sandbox = Sandbox::new();
    let full = format!("allow reputation/placeholder until 2027-01-31 by Jo Doe: {REASON}");
    let short = format!("allow reputation/placeholder: {REASON}");
    let body = format!("<!-- sayso: {full} -->\n[TK]\n\n<!-- sayso: {short} -->\n[TK]\n\n[TK]");
    let report = sandbox
        .write("a.md", post(&body))
        .check_json(&["--statistics"]);
    let counts = [&report["summary"]["waived"], &report["summary"]["errors"]];
    assert_eq!(counts, [2, 1]);
    let waived = |number: usize| &report["findings"][number]["waived"];
    let expected = json!({ "reason": REASON, "by": "Jo Doe", "until": "2027-01-31" });
    assert_eq!(waived(0), &expected);
    assert_eq!(
        waived(1),
        &json!({ "reason": REASON, "by": null, "until": null })
    );
    assert_eq!(waived(2), &Value::Null);
}

#[test]
fn people_see_the_number_and_not_the_finding() {
    let ran = waived_by(&format!("sayso: allow reputation/placeholder: {REASON}"));
    assert_eq!(ran.code, 0);
    assert!(!ran.out.contains("[TK]"), "{}", ran.out);
    says(&ran, "sayso: nothing found in 1 post · 1 waived · ");
}

#[test]
fn without_a_reason_it_does_not_count() {
    for (reason, told) in [
        ("", "gives no reason"),
        (": ok", "does not say why"),
        (": n/a.......................!", "does not say why"),
    ] {
        let ran = waived_by(&format!("sayso: allow reputation/placeholder{reason}"));
        assert_eq!(ran.code, 1, "{reason}");
        says(&ran, "a.md:6:10");
        says(
            &ran,
            "the waiver above it does not count: it does not say why",
        );
        says(
            &ran,
            &format!("this waiver of reputation/placeholder {told}, so it does not count"),
        );
    }
}

#[test]
fn the_last_day_counts_and_the_day_after_does_not() {
    let until = |day: &str| {
        waived_by(&format!(
            "sayso: allow reputation/placeholder until {day}: {REASON}"
        ))
    };
    assert_eq!(until("2026-11-24").code, 0, "the day the tests are run for");
    let ran = until("2026-11-23");
    assert_eq!(ran.code, 1);
    says(
        &ran,
        "the waiver above it does not count: it ended on 2026-11-23",
    );
    let ran = until("soon");
    assert_eq!(ran.code, 1);
    says(&ran, "`until soon` is no date such as 2027-01-31");
}

#[test]
fn a_rule_that_is_not_known_is_told_with_the_nearest_one() {
    let ran = waived_by(&format!("sayso: allow reputation/placehoder: {REASON}"));
    assert_eq!(ran.code, 1);
    says(
        &ran,
        "there is no rule `reputation/placehoder`; the nearest is `reputation/placeholder`",
    );
}

#[test]
fn a_rule_that_nothing_is_near_to_is_told_as_well() {
    let ran = waived_by(&format!("sayso: allow marketing/claims: {REASON}"));
    assert_eq!(ran.code, 1);
    says(&ran, "there is no rule `marketing/claims`");
}

#[test]
fn what_is_written_wrong_is_told_in_whole_sentences() {
    let ran = waived_by("sayso: ignore this line");
    assert_eq!(ran.code, 1);
    says(&ran, "a waiver starts with `sayso: allow`");
    assert!(!ran.out.contains("this waiver of  "), "{}", ran.out);
}

#[test]
fn a_comment_beside_a_secret_does_not_count_and_says_so() {
    let comment =
        "<!-- sayso: allow confidential/confidential-marking: cleared by legal in May -->";
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.md",
        post(&format!("{comment}\n**Internal use only**\n\nText.")),
    );
    let ran = sandbox.check(&[]);
    assert_eq!(ran.code, 1);
    says(
        &ran,
        "the waiver above it does not count: `confidential/confidential-marking` is waived in sayso.toml",
    );
    assert_eq!(sandbox.check_json(&[])["summary"]["waived"], 0);
}

const WAIVER: &str = "[[waiver]]
rule = \"confidential/confidential-marking\"
path = \"blog/a.md\"
reason = \"the banner is the documented example\"
by = \"legal\"
";

#[test]
fn a_waiver_in_the_policy_counts_for_what_is_confidential() {
    assert_eq!(marked("").0.code, 1, "there is something to waive");
    let (ran, report) = marked(&format!("{WAIVER}until = 2026-11-24\n"));
    assert_eq!(ran.code, 0, "{}", ran.out);
    says(&ran, "nothing found in 1 post · 1 waived");
    let reason = "the banner is the documented example";
    let expected = json!({ "reason": reason, "by": "legal", "until": "2026-11-24" });
    assert_eq!(report["findings"][0]["waived"], expected);
}

#[test]
fn a_waiver_in_the_policy_is_for_one_post_and_one_rule() {
    for (from, to) in [
        ("blog/a.md", "a.md"),
        (
            "confidential/confidential-marking",
            "reputation/placeholder",
        ),
    ] {
        assert_eq!(marked(&WAIVER.replace(from, to)).0.code, 1, "{to}");
    }
}

#[test]
fn a_path_in_the_policy_is_meant_from_its_folder() {
    let sandbox = Sandbox::new();
    sandbox.write("site/blog/a.md", post("**Internal use only**\n\nText."));
    sandbox.write("site/sayso.toml", WAIVER);
    assert_eq!(sandbox.check(&[]).code, 0);
}

#[test]
fn a_waiver_in_the_policy_that_has_ended_says_so() {
    let (ran, report) = marked(&format!("{WAIVER}until = 2026-11-23\n"));
    assert_eq!((ran.code, &report["summary"]["waived"]), (1, &0.into()));
    says(&ran, "it ended on 2026-11-23");
}

#[test]
fn a_waiver_in_the_policy_counts_for_every_rule_it_may_name() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "blog/a.md",
        post("<!-- sayso: allow evidence/superlative: ok -->\nText."),
    );
    let waiver = WAIVER.replace(
        "confidential/confidential-marking",
        "judgement/unexplained-waiver",
    );
    let ran = sandbox.write("sayso.toml", waiver).check(&[]);
    // Or the policy is told that this one cannot be waived.
    assert!(ran.code == 0 || ran.code == 2, "{}", ran.out);
}
