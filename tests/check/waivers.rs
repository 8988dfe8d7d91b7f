//! Waivers in a post: what they cover, when they count, and that one which does
//! not count says so beside the finding.

use serde_json::{Value, json};

use crate::support::{Ran, Sandbox, post};

const REASON: &str = "the figure is due in March";

/// A comment that waives these rules.
fn allow(rules: &str) -> String {
    format!("<!-- sayso: allow {rules}: {REASON} -->")
}

/// A post whose placeholder has this comment above it, checked.
fn waived_by(comment: &str) -> Ran {
    let text = post(&format!("<!-- {comment} -->\nWe saved [TK] hours."));
    Sandbox::new().write("a.md", text).check(&[])
}

/// Lines of the findings that are open in a post with this body.
fn open_lines(body: &str) -> Vec<i64> {
    let report = Sandbox::new().write("a.md", post(body)).check_json(&[]);
    let findings = report["findings"].as_array().expect("a list").iter();
    let open = findings.filter(|finding| finding["waived"].is_null());
    open.filter_map(|finding| finding["start"]["line"].as_i64())
        .collect()
}

/// These words are in what was printed, wrapped or not.
#[track_caller]
fn says(ran: &Ran, words: &str) {
    let folded: Vec<&str> = ran.out.split_whitespace().collect();
    assert!(folded.join(" ").contains(words), "no {words:?} in {ran}");
}

#[test]
fn a_comment_covers_the_next_block_and_no_more() {
    let comment = allow("reputation/placeholder");
    assert_eq!(open_lines(&format!("{comment}\n[TK]\n[TK]\n\n[TK]")), [9]);
    let list = format!("{comment}\n\n- [TK]\n- [TK]\n\n[TK]");
    assert_eq!(open_lines(&list), [10]);
    assert_eq!(open_lines(&format!("{comment}\n\n## [TK]\n\n[TK]")), [9]);
    // What covers nothing is told of, too.
    assert_eq!(open_lines(&format!("[TK]\n\n{comment}\n")), [5, 7]);
}

#[test]
fn a_comment_in_a_block_covers_that_block() {
    let comment = allow("reputation/placeholder");
    let paragraph = format!("One [TK] {comment} two [TK]\n\n[TK]");
    assert_eq!(open_lines(&paragraph), [7]);
    let item = format!("- [TK]\n- [TK] {comment}\n- [TK]");
    assert_eq!(open_lines(&item), [5, 7]);
}

#[test]
fn a_comment_covers_the_rules_it_names() {
    let body = "We are the only cloud provider in the world with [TK].";
    let with = |rules: &str| open_lines(&format!("{}\n{body}", allow(rules)));
    assert_eq!(with("reputation/placeholder").len(), 1);
    assert_eq!(with("evidence/superlative").len(), 1);
    assert_eq!(with("evidence/superlative, reputation/placeholder"), [0; 0]);
}

#[test]
fn waivers_above_each_other_are_for_the_same_block() {
    let [one, two] = ["evidence/superlative", "reputation/placeholder"].map(allow);
    let body = "We are the only cloud provider in the world with [TK].";
    assert_eq!(open_lines(&format!("{one}\n{two}\n{body}")), [0; 0]);
    let with_remark = format!("{two}\n<!-- a remark -->\n\n{body}");
    assert_eq!(open_lines(&with_remark), [8]);
}

#[test]
fn a_comment_that_is_code_is_no_waiver() {
    let comment = allow("reputation/placeholder");
    assert_eq!(open_lines(&format!("```\n{comment}\n```\n[TK]")), [8]);
    assert_eq!(open_lines(&format!("`{comment}` [TK]")), [5]);
}

#[test]
fn json_lists_a_waived_finding_with_its_permission_and_counts_it_apart() {
    let sandbox = Sandbox::new();
    let full = allow("reputation/placeholder until 2027-01-31 by Jo Doe");
    let short = allow("reputation/placeholder");
    let body = format!("{full}\n[TK]\n\n{short}\n[TK]\n\n[TK]");
    let report = sandbox.write("a.md", post(&body)).check_json(&[]);
    let counts = [&report["summary"]["waived"], &report["summary"]["errors"]];
    assert_eq!(counts, [2, 1]);
    let waived = [0, 1, 2].map(|number: usize| &report["findings"][number]["waived"]);
    let full = json!({ "reason": REASON, "by": "Jo Doe", "until": "2027-01-31" });
    let short = json!({ "reason": REASON, "by": null, "until": null });
    assert_eq!(waived, [&full, &short, &Value::Null]);
}

#[test]
fn people_see_the_number_and_not_the_finding() {
    let ran = waived_by(&format!("sayso: allow reputation/placeholder: {REASON}"));
    ran.exits(0).is_silent_about("[TK]");
    ran.says("sayso: nothing found in 1 post · 1 waived · ");
}

#[test]
fn without_a_reason_it_does_not_count() {
    for (reason, told) in [
        ("", "gives no reason"),
        (": ok", "does not say why"),
        (": n/a.......................!", "does not say why"),
    ] {
        let ran = waived_by(&format!("sayso: allow reputation/placeholder{reason}"));
        ran.exits(1).says("a.md:6:10");
        says(&ran, "the waiver here does not count: it does not say why");
        let told = format!("this waiver of reputation/placeholder {told}");
        says(&ran, &format!("{told}, so it does not count"));
    }
}

#[test]
fn the_last_day_counts_and_the_day_after_does_not() {
    let until = |day: &str| {
        let rule = format!("reputation/placeholder until {day}");
        waived_by(&format!("sayso: allow {rule}: {REASON}"))
    };
    // The day the tests are run for.
    until("2026-11-24").exits(0);
    let ran = until("2026-11-23");
    ran.exits(1);
    says(
        &ran,
        "the waiver here does not count: it ended on 2026-11-23",
    );
    let ran = until("soon");
    ran.exits(1);
    says(&ran, "`until soon` is no date such as 2027-01-31");
}

#[test]
fn a_rule_that_is_not_known_is_told_with_the_nearest_one_if_any() {
    let ran = waived_by(&format!("sayso: allow reputation/placehoder: {REASON}"));
    ran.exits(1);
    let near = "the nearest is `reputation/placeholder`";
    says(
        &ran,
        &format!("there is no rule `reputation/placehoder`; {near}"),
    );
    let ran = waived_by(&format!("sayso: allow marketing/claims: {REASON}"));
    ran.exits(1);
    says(&ran, "there is no rule `marketing/claims`");
}

#[test]
fn what_is_written_wrong_is_told_in_whole_sentences() {
    let ran = waived_by("sayso: ignore this line");
    ran.exits(1).is_silent_about("this waiver of  ");
    says(&ran, "a waiver starts with `sayso: allow`");
}

#[test]
fn a_comment_beside_a_secret_does_not_count_and_says_so() {
    let comment = allow("confidential/confidential-marking");
    let sandbox = Sandbox::new();
    let body = format!("{comment}\n**Internal use only**\n\nText.");
    let ran = sandbox.write("a.md", post(&body)).check(&[]);
    ran.exits(1);
    let elsewhere = "`confidential/confidential-marking` is waived in sayso.toml";
    says(
        &ran,
        &format!("the waiver here does not count: {elsewhere}"),
    );
    assert_eq!(sandbox.check_json(&[])["summary"]["waived"], 0);
}

#[test]
fn a_forgotten_colon_behind_the_name_is_no_matter() {
    let sandbox = Sandbox::new();
    let body = "<!-- sayso allow reputation/placeholder: the number is due in May -->\nWe saved [TK] hours.\n";
    sandbox.write("a.md", crate::support::post(body));
    sandbox.check(&["a.md"]).exits(0).says("1 waived");
}
