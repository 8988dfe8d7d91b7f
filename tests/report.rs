//! What a run prints, in every format, and what the options make of it.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::process::{Command, Stdio};

use serde_json::{Value, json};
use support::{BAD, GOOD, Ran, Sandbox, TODAY};

const POLICY: &str = "[policy]
url = \"https://acme.example/policy\"
[company]
products = [\"Acme Cloud\"]
";
const CLAIM: &str = "---
title: A week
date: 2026-05-04
---
Acme Cloud is the world's fastest database.
";

/// A claim, which is a warning, and a placeholder, which is an error.
fn two_posts() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", POLICY);
    sandbox.write("claim.md", CLAIM).write("bad.md", BAD);
    sandbox
}

#[track_caller]
fn says(ran: &Ran, words: &str) {
    assert!(ran.out.contains(words), "no {words:?} in {}", ran.out);
}

#[track_caller]
fn complains(ran: &Ran, words: &str) {
    assert!(ran.err.contains(words), "no {words:?} in {}", ran.err);
}

#[track_caller]
fn is_fingerprint(value: &Value) {
    let text = value.as_str().expect("a text");
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(text.len() == 64 && is_hex, "{text:?}");
}

#[test]
fn a_warning_reads_as_a_colleague_would_say_it() {
    let ran = two_posts().check(&["claim.md"]);
    insta::assert_snapshot!(ran.stable_out(), @r#"
    warning[evidence/superlative]: "world's fastest" is a claim readers can test, and nothing here backs it up
      ┌─ claim.md:5:19
      │
    5 │ Acme Cloud is the world's fastest database.
      │                   ^^^^^^^^^^^^^^^ no link, footnote or method in this paragraph
      │
      = Can I back up what I am saying?
      = help: link the benchmark, say what you measured and when, or drop the claim
      = policy: https://acme.example/policy · sayso explain evidence/superlative

    sayso: 1 warning in 1 post · [time]
    "#);
}

#[test]
fn concise_is_a_line_a_finding_even_for_words_over_two_lines() {
    let sandbox = two_posts();
    sandbox.write("claim.md", CLAIM.replace("world's ", "world's\n"));
    let ran = sandbox.check(&["--format", "concise"]);
    insta::assert_snapshot!(ran.stable_out(), @r#"
    bad.md:5:10: error[reputation/placeholder] "[TK]" still waits for its text
    claim.md:5:19: warning[evidence/superlative] "world's fastest" is a claim readers can test, and nothing here backs it up
    sayso: 1 error and 1 warning in 2 posts · [time]
    "#);
}

#[test]
fn github_gets_one_escaped_command_a_finding_errors_first() {
    let sandbox = two_posts();
    sandbox.write("x,y:z.md", BAD.replace("[TK]", "XX%"));
    let ran = sandbox.check(&["--format", "github", "claim.md", "x,y:z.md"]);
    insta::assert_snapshot!(ran.stable_out(), @r#"
    ::error file=x%2Cy%3Az.md,line=5,col=10,endLine=5,endColumn=13,title=reputation/placeholder::"XX%25" still waits for its text%0Awrite what belongs here, or take the sentence out%0ADoes this make the company look bad?
    ::warning file=claim.md,line=5,col=19,endLine=5,endColumn=34,title=evidence/superlative::"world's fastest" is a claim readers can test, and nothing here backs it up%0Alink the benchmark, say what you measured and when, or drop the claim%0ACan I back up what I am saying?
    sayso: 1 error and 1 warning in 2 posts · [time]
    "#);
}

#[test]
fn json_has_exactly_the_keys_that_were_promised() {
    let mut report = two_posts().check_json(&[]);
    let mut finding = report["findings"][1].take();
    report["findings"].take();
    let version = env!("CARGO_PKG_VERSION");
    let expected = json!({
        "schema_version": 1, "tool": { "name": "sayso", "version": version },
        "summary": { "posts": 2, "errors": 1, "warnings": 1, "advice": 0, "waived": 0,
                     "hidden": 0, "skipped": [], "not_checked": [] },
        "findings": null });
    assert_eq!(report, expected);

    is_fingerprint(&finding["fingerprint"].take());
    for key in ["message", "help"] {
        assert!(finding[key].take().is_string(), "{key}");
    }
    let byte = CLAIM.find("world's").expect("a claim");
    let expected = json!({
        "rule": "evidence/superlative", "question": "evidence", "level": "warning",
        "path": "claim.md", "text": "world's fastest", "message": null, "help": null,
        "start": { "line": 5, "column": 19, "byte": byte },
        "end": { "line": 5, "column": 34, "byte": byte + 15 },
        "notes": ["no link, footnote or method in this paragraph"],
        "fix": null, "fingerprint": null, "waived": null });
    assert_eq!(finding, expected);
}

#[test]
fn json_shows_a_fix_with_its_edits() {
    let sandbox = Sandbox::new();
    let pixel = "<img src=\"p.gif\" width=\"1\" height=\"1\">\n";
    sandbox.write("a.md", format!("{GOOD}\n{pixel}"));
    let mut fix = sandbox.check_json(&[])["findings"][0]["fix"].take();
    assert!(fix["title"].take().is_string());
    let at = GOOD.len() + "\n<img".len();
    let edit = json!({ "start_byte": at, "end_byte": at, "text": " alt=\"\"" });
    let expected = json!({ "title": null, "applicability": "safe", "edits": [edit] });
    assert_eq!(fix, expected);
}

#[test]
fn columns_count_code_points_and_bytes_count_the_file_as_it_is() {
    let text = format!("\u{feff}{BAD}").replace("We saved", "a𐐀b");
    let text = text.replace('\n', "\r\n");
    let sandbox = Sandbox::new();
    let report = sandbox.write("bad.md", &text).check_json(&[]);
    let finding = &report["findings"][0];
    let byte = text.find("[TK]").expect("a placeholder");
    let start = json!({ "line": 5, "column": 5, "byte": byte });
    let end = json!({ "line": 5, "column": 9, "byte": byte + 4 });
    assert_eq!((&finding["start"], &finding["end"]), (&start, &end));

    sandbox.write("bad.md", "\u{feff}# [TK]\r\n");
    let report = sandbox.check_json(&["--only", "reputation"]);
    let start = json!({ "line": 1, "column": 3, "byte": 5 });
    assert_eq!(report["findings"][0]["start"], start);
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_tells_equal_words_apart() {
    let prints = |text: &str| -> Vec<String> {
        let report = Sandbox::new().write("bad.md", text).check_json(&[]);
        let findings = report["findings"].as_array().expect("a list").iter();
        findings
            .map(|finding| finding["fingerprint"].to_string())
            .collect()
    };
    let before = prints(BAD);
    let moved = BAD.replace("We saved", "New.\n\nWe think we saved");
    assert_eq!(prints(&moved), before);
    let twice = prints(&BAD.replace("hours", "hours, [TK] days"));
    assert_eq!((twice.len(), &twice[0]), (2, &before[0]));
    assert_ne!(twice[0], twice[1]);
}

#[test]
fn faults_of_the_policy_have_fingerprints_too() {
    let sandbox = two_posts();
    sandbox.write("sayso.toml", "polcy = 1\n");
    is_fingerprint(&sandbox.check_json(&[])["findings"][0]["fingerprint"]);
}

#[test]
fn a_report_in_a_file_leaves_the_verdict_for_the_people() {
    let sandbox = two_posts();
    let ran = sandbox.check(&["--format", "json", "--output", "report.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    complains(&ran, "sayso: 1 error and 1 warning in 2 posts · ");
    let report: Value = serde_json::from_str(&sandbox.read("report.json")).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1);
    let ran = sandbox.check(&["--output", "none/report.txt"]);
    assert_eq!(ran.code, 2);
    complains(&ran, "the report cannot be written to none/report.txt: ");
}

#[test]
fn quiet_is_findings_only() {
    let sandbox = two_posts();
    for format in ["human", "concise"] {
        let ran = sandbox.check(&["--quiet", "--format", format]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{format}");
        says(&ran, "still waits for its text");
        assert!(!ran.out.contains("sayso: "), "{format}: {}", ran.out);
    }
    let ran = sandbox.write("bad.md", GOOD).check(&["-q", "bad.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn quiet_is_findings_only_for_github_too() {
    let ran = two_posts().check(&["--quiet", "--format", "github"]);
    assert!(
        ran.out.lines().all(|line| line.starts_with("::")),
        "{}",
        ran.out
    );
}

#[test]
fn quiet_does_not_keep_the_reason_of_a_broken_run() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("latin1.md", b"\xe9").check(&["--quiet"]);
    assert_eq!(ran.code, 2);
    let said = ran.out + &ran.err;
    assert!(said.contains("latin1.md: "), "{said:?}");
}

#[test]
fn statistics_count_the_findings_of_each_rule_in_every_format() {
    let sandbox = two_posts();
    sandbox.write("bad.md", BAD.replace("hours", "[TK]"));
    for format in ["human", "json", "concise", "github"] {
        let ran = sandbox.check(&["--statistics", "--format", format]);
        let said = ran.out + &ran.err;
        let counts = "     2  reputation/placeholder\n     1  evidence/superlative\n";
        assert!(said.contains(counts), "{format}: {said}");
    }
}

#[test]
fn colour_comes_when_it_is_asked_for() {
    let sandbox = two_posts();
    let escapes = |ran: &Ran| ran.out.matches('\u{1b}').count();
    assert!(escapes(&sandbox.check(&["--color", "always"])) > 10);
    assert_eq!(escapes(&sandbox.check(&["--color", "never"])), 0);
    assert_eq!(escapes(&sandbox.check(&[])), 0, "a pipe is no terminal");
}

#[cfg(target_os = "linux")]
#[test]
fn colour_comes_on_a_terminal_unless_no_color_is_set() {
    let sandbox = two_posts();
    // `script` of util-linux runs a command on a terminal of its own.
    let on_terminal = |no_color: Option<&str>| {
        let run = format!("'{}' check --today {TODAY}", env!("CARGO_BIN_EXE_sayso"));
        let mut command = Command::new("script");
        command.args(["--quiet", "--return", "--command", &run, "/dev/null"]);
        command
            .env("TERM", "xterm")
            .env_remove("CI")
            .env_remove("NO_COLOR");
        command.envs(no_color.map(|value| ("NO_COLOR", value)));
        command
            .current_dir(sandbox.path())
            .stdin(Stdio::null())
            .output()
    };
    let Ok(output) = on_terminal(None) else {
        println!("skipped: there is no `script` to make a terminal with");
        return;
    };
    let plain = Ran::from(on_terminal(Some("1")).expect("script"));
    assert_eq!(
        (plain.code, plain.out.contains('\u{1b}')),
        (1, false),
        "{}",
        plain.out
    );
    assert!(Ran::from(output).out.contains("\u{1b}["));
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
    assert_eq!(sandbox.check(&["claim.md"]).code, 0);
}

#[test]
fn the_last_level_for_a_rule_wins_and_only_picks_rules_and_questions() {
    let sandbox = two_posts();
    let [off, error] = ["off", "error"].map(|level| format!("evidence/superlative={level}"));
    let ran = sandbox.check(&["--rule", &off, "--rule", &error]);
    says(&ran, "2 errors in 2 posts");
    says(&sandbox.check(&["--rule", &off]), "1 error in 2 posts");
    says(
        &sandbox.check(&["--only", "evidence"]),
        "1 warning in 2 posts",
    );
    let both = ["--only", "evidence", "--only", "reputation/placeholder"];
    says(&sandbox.check(&both), "1 error and 1 warning in 2 posts");
    says(&sandbox.check(&both[2..]), "1 error in 2 posts");
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
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{argument}");
        complains(&ran, near);
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
    says(&one, "21 errors and 21 warnings in 62 posts");
    let eight = sandbox.check(&["--jobs", "8"]);
    assert_eq!(eight.stable_out(), one.stable_out());
    let reports = ["1", "8"].map(|jobs| sandbox.check_json(&["--jobs", jobs]));
    assert_eq!(reports[0], reports[1]);
}

#[test]
fn rules_are_listed_and_explained() {
    let sandbox = Sandbox::new();
    let list = sandbox.sayso(&["rules"]);
    assert_eq!((list.code, list.out.lines().count() >= 7), (0, true));
    for line in list.out.lines() {
        let id = line.split_whitespace().next().expect("an id");
        let ran = sandbox.sayso(&["explain", id]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.starts_with(&format!("{id} (")), "{}", ran.out);
        says(&ran, &format!("\n  \"{id}\" = "));
    }
    let ran = sandbox.sayso(&["explain", "reputation/placeholder"]);
    says(&ran, "Does this make the company look bad?\n");
    says(&ran, "│ We moved [TK] customers in [XX] days, TKTK.\n");
    says(&ran, "│ Spanish [ES], Turkmen [TK], Welsh [CY]\n");
    let ran = sandbox.sayso(&["explain", "evidence/superlatives"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    complains(&ran, "did you mean `evidence/superlative`?");
}
