//! What the options of `sayso check` make of a run.

use serde_json::Value;

use super::report::{CLAIM, two_posts};
use crate::support::{BAD, GOOD, LATIN_1, Sandbox};

#[test]
fn a_report_in_a_file_leaves_the_verdict_for_the_people() {
    let sandbox = two_posts();
    let ran = sandbox.check(&["--format", "json", "--output", "report.json"]);
    ran.exits(1);
    ran.complains("sayso: 1 error and 1 warning in 2 posts · ");
    assert_eq!(ran.out, "");
    let report: Value = serde_json::from_str(&sandbox.read("report.json")).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1);
    let ran = sandbox.check(&["--output", "none/report.txt"]);
    ran.exits(2);
    ran.complains("the report cannot be written to none/report.txt: ");
}

#[test]
fn quiet_is_findings_only() {
    let sandbox = two_posts();
    for format in ["human", "concise", "github"] {
        let ran = sandbox.check(&["--quiet", "--format", format]);
        ran.exits(1).says("still waits for its text");
        ran.is_silent_about("sayso: ");
        assert_eq!(ran.err, "", "{format}");
    }
    let ran = sandbox.write("bad.md", GOOD).check(&["-q", "bad.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn quiet_does_not_keep_the_reason_of_a_broken_run() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("cafe.md", LATIN_1).check(&["--quiet"]);
    ran.exits(2).says("not checked: cafe.md: ");
}

#[test]
fn the_level_that_fails_a_run_is_a_choice() {
    let sandbox = two_posts();
    let code = |fail_on: &str, level: &str| {
        let rule = format!("evidence/superlative={level}");
        let arguments = ["claim.md", "--fail-on", fail_on, "--rule", &rule];
        sandbox.check(&arguments).code
    };
    let codes = |fail_on| ["error", "warning", "advice"].map(|level| code(fail_on, level));
    assert_eq!(codes("error"), [1, 0, 0]);
    assert_eq!(codes("warning"), [1, 1, 0]);
    assert_eq!(codes("advice"), [1, 1, 1]);
    assert_eq!(codes("never"), [0, 0, 0]);
    sandbox.check(&["claim.md"]).exits(0);
}

#[test]
fn the_last_level_for_a_rule_wins_and_only_picks_rules_and_questions() {
    let sandbox = two_posts();
    let says = |arguments: &[&str], words| {
        sandbox.check(arguments).says(words);
    };
    let [off, error] = ["off", "error"].map(|level| format!("evidence/superlative={level}"));
    says(&["--rule", &off, "--rule", &error], "2 errors in 2 posts");
    says(&["--rule", &off], "1 error in 2 posts");
    says(&["--only", "evidence"], "1 warning in 2 posts");
    let both = ["--only", "evidence", "--only", "reputation/placeholder"];
    says(&both, "1 error and 1 warning in 2 posts");
    says(&both[2..], "1 error in 2 posts");
}

#[test]
fn a_name_that_is_not_known_is_told_with_the_nearest_one() {
    let sandbox = two_posts();
    for (argument, near) in [
        ("--rule=evidence/superlatve=error", "`evidence/superlative`"),
        (
            "--rule=evidence/superlative=eror",
            "use error, warning, advice or off",
        ),
        ("--only=reputation/placehoder", "`reputation/placeholder`"),
        ("--fail-on=eror", "use error, warning, advice or never"),
        ("--format=jsn", "'json'"),
        ("--today=tomorrow", "use a date such as 2027-01-31"),
        ("--jobs=0", "1..=512"),
        ("--only=evidnce", "`evidence`"),
    ] {
        let ran = sandbox.sayso(&["check", argument]);
        assert_eq!(ran.exits(2).complains(near).out, "", "{argument}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let sandbox = two_posts();
    for number in 0..60 {
        let path = format!("{}/{number}.md", number % 7);
        sandbox.write(&path, [BAD, CLAIM, GOOD][number % 3]);
    }
    let one = sandbox.check(&["--jobs", "1"]);
    one.says("21 errors and 21 warnings in 62 posts");
    let eight = sandbox.check(&["--jobs", "8"]);
    assert_eq!(eight.stable_out(), one.stable_out());
    let reports = ["1", "8"].map(|jobs| sandbox.check_json(&["--jobs", jobs]));
    assert_eq!(reports[0], reports[1]);
}
