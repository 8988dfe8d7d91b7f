//! Waivers in the policy: for one post and one rule, until a day.

use serde_json::{Value, json};

use crate::support::{Ran, Sandbox, post};

const REASON: &str = "the banner is the documented example";

const WAIVER: &str = "[[waiver]]
rule = \"confidential/confidential-marking\"
path = \"blog/a.md\"
reason = \"the banner is the documented example\"
by = \"legal\"
";

/// A post with a marking, checked under a policy with this waiver.
fn marked(waiver: &str) -> (Ran, Value) {
    let sandbox = Sandbox::new();
    sandbox.write("blog/a.md", post("**Internal use only**\n\nText."));
    sandbox.write("sayso.toml", waiver);
    (sandbox.check(&[]), sandbox.check_json(&[]))
}

#[test]
fn it_counts_for_what_is_confidential_to_its_last_day() {
    // There is something to waive.
    marked("").0.exits(1);
    let (ran, report) = marked(&format!("{WAIVER}until = 2026-11-24\n"));
    ran.exits(0).says("nothing found in 1 post · 1 waived");
    let expected = json!({ "reason": REASON, "by": "legal", "until": "2026-11-24" });
    assert_eq!(report["findings"][0]["waived"], expected);

    let (ran, report) = marked(&format!("{WAIVER}until = 2026-11-23\n"));
    ran.exits(1).says("it ended on 2026-11-23");
    assert_eq!(report["summary"]["waived"], 0);
}

#[test]
fn it_is_for_one_post_and_one_rule() {
    let rule = "confidential/confidential-marking";
    for (from, to) in [("blog/a.md", "a.md"), (rule, "reputation/placeholder")] {
        marked(&WAIVER.replace(from, to)).0.exits(1);
    }
}

#[test]
fn its_path_is_meant_from_the_folder_of_the_policy() {
    let sandbox = Sandbox::new();
    sandbox.write("site/blog/a.md", post("**Internal use only**\n\nText."));
    sandbox.write("site/sayso.toml", WAIVER);
    sandbox.check(&[]).exits(0);
}

#[test]
fn it_counts_for_every_rule_it_may_name() {
    let sandbox = Sandbox::new();
    let comment = "<!-- sayso: allow evidence/superlative: ok -->";
    let claim = "We are the only cloud provider in the country.";
    sandbox.write("blog/a.md", post(&format!("{comment}\n{claim}")));
    let rule = "confidential/confidential-marking";
    let waiver = WAIVER.replace(rule, "judgement/unexplained-waiver");
    let ran = sandbox.write("sayso.toml", waiver).check(&[]);
    ran.exits(0).says("1 warning in 1 post · 1 waived");
}

#[test]
fn a_pattern_is_no_post() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", crate::support::GOOD).write(
        "sayso.toml",
        "[[waiver]]\nrule = \"reputation/placeholder\"\npath = \"content/**\"\nreason = \"the whole archive is old\"\n",
    );
    let ran = sandbox.check(&[]);
    ran.exits(2).says("sayso.toml:3:8");
    ran.says("a waiver names one post, and no pattern");
}
