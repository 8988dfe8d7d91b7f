//! The report for programs: its keys, its places and its fingerprints.

use serde_json::{Value, json};

use super::report::{CLAIM, two_posts};
use crate::support::{BAD, GOOD, Sandbox};

#[track_caller]
fn assert_fingerprint(value: &Value) {
    let text = value.as_str().expect("a text");
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    assert!(text.len() == 64 && is_hex, "{text:?}");
}

#[test]
fn it_has_exactly_the_keys_that_were_promised() {
    let mut report = two_posts().check_json(&[]);
    let mut finding = report["findings"][1].take();
    report["findings"].take();
    let version = env!("CARGO_PKG_VERSION");
    let expected = json!({
        "schema_version": 1, "tool": { "name": "sayso", "version": version },
        "summary": { "posts": 2, "pictures": 0, "errors": 1, "warnings": 1, "advice": 0, "waived": 0,
                     "hidden": 0, "skipped": [], "not_checked": [] },
        "findings": null });
    assert_eq!(report, expected);

    assert_fingerprint(&finding["fingerprint"].take());
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
fn it_shows_a_fix_with_its_edits() {
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
    assert_fingerprint(&sandbox.check_json(&[])["findings"][0]["fingerprint"]);
}
