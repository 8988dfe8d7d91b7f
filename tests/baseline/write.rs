//! What is written down, and what is not.

use serde_json::Value;

use crate::support::{BAD, GOOD, LATIN_1, Sandbox, post};
use crate::{FILE, add, archive, baseline, entries, known};

#[test]
fn it_has_a_line_for_each_finding_in_the_order_of_paths() {
    let sandbox = archive();
    let ran = baseline(&sandbox, &[]);
    ran.exits(0)
        .says("     2 added    reputation/placeholder\n");
    ran.says("is written: 3 known findings, 3 added\n");
    ran.says("commit the file");
    let text = sandbox.read(FILE);
    let parsed: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(parsed["version"], 1);
    let entries = entries(&sandbox);
    let keys: Vec<(String, String, usize)> = entries
        .iter()
        .map(|line| {
            let entry: Value = serde_json::from_str(line.trim_end_matches(',')).expect("JSON");
            let text = |key: &str| entry[key].as_str().expect(key).to_owned();
            assert_eq!(entry.as_object().map(|keys| keys.len()), Some(3));
            (text("path"), text("rule"), text("fingerprint").len())
        })
        .collect();
    let key = |path: &str, rule: &str| (path.to_owned(), rule.to_owned(), 64);
    let wanted = [
        key("blog/a.md", "reputation/placeholder"),
        key("blog/c.md", "evidence/superlative"),
        key("blog/c.md", "reputation/placeholder"),
    ];
    assert_eq!(keys, wanted);
}

#[test]
fn its_fingerprints_are_those_of_the_report() {
    let sandbox = archive();
    let report = sandbox.check_json(&[]);
    baseline(&sandbox, &[]).exits(0);
    let text = sandbox.read(FILE);
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), 3);
    for finding in findings {
        let print = finding["fingerprint"].as_str().expect("a text");
        assert!(text.contains(print), "{print}");
    }
}

#[test]
fn nothing_of_the_words_is_in_it() {
    let sandbox = archive();
    let memo = "**Confidential**\n\nProject Heron starts in May.";
    sandbox.write("blog/b.md", post(memo));
    baseline(&sandbox, &[]).exits(0);
    let text = sandbox.read(FILE);
    assert!(text.contains("confidential/confidential-marking"));
    for word in ["Confidential", "Heron", "TK", "XX%", "fastest", "saved"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn written_again_it_says_what_changed() {
    let sandbox = known();
    let before = sandbox.read(FILE);
    baseline(&sandbox, &[]).exits(0).says("stays as it is");
    assert_eq!(sandbox.read(FILE), before);
    sandbox.write("blog/a.md", GOOD);
    add(&sandbox, "blog/c.md", "And [TK] more. And [TK] more.");
    let would = baseline(&sandbox, &["--dry-run"]);
    would.exits(0).says("would be written");
    assert_eq!(sandbox.read(FILE), before);
    let ran = baseline(&sandbox, &[]);
    ran.exits(0)
        .says("     2 added    reputation/placeholder\n");
    ran.says("     1 dropped  reputation/placeholder\n");
    ran.says("is written: 4 known findings, 2 added, 1 dropped");
    sandbox.check(&[]).exits(0).says("4 known findings hidden");
}

#[test]
fn a_part_of_the_posts_leaves_the_entries_of_the_others() {
    let sandbox = known();
    sandbox.write("blog/c.md", GOOD);
    add(&sandbox, "blog/a.md", "And XX% more.");
    baseline(&sandbox, &["blog/a.md"]).exits(0);
    assert_eq!(entries(&sandbox).len(), 4);
}

#[test]
fn a_waived_finding_has_its_answer_already() {
    let sandbox = archive();
    let waiver = "<!-- sayso: allow reputation/placeholder until 2026-11-30: the number is due in \
                  March -->";
    sandbox.write(
        "blog/a.md",
        post(&format!("{waiver}\nWe saved [TK] hours.")),
    );
    baseline(&sandbox, &[]).exits(0);
    assert_eq!(entries(&sandbox).len(), 2);
    // When the waiver has ended, nothing hides what it was for.
    let later = sandbox.sayso(&["check", "--today", "2026-12-01"]);
    later.exits(1).says("error[reputation/placeholder]");
    later.says("error[judgement/expired-waiver]");
}

#[test]
fn what_is_wrong_with_a_waiver_stays_in_sight() {
    let sandbox = archive();
    let waiver = "<!-- sayso: allow reputation/placeholder -->";
    sandbox.write(
        "blog/a.md",
        post(&format!("{waiver}\nWe saved [TK] hours.")),
    );
    let ran = baseline(&sandbox, &[]);
    ran.exits(0)
        .says("1 finding stays open: what is about a waiver");
    assert!(!sandbox.read(FILE).contains("judgement"));
    let ran = sandbox.check(&[]);
    ran.exits(1).says("error[judgement/unexplained-waiver]");
}

#[test]
fn what_nobody_may_allow_stays_in_sight() {
    let sandbox = known();
    let policy = "[policy]\nunwaivable = [\"reputation/placeholder\"]\n";
    sandbox.write("sayso.toml", policy);
    sandbox.check(&[]).exits(1).says("1 known finding hidden");
    baseline(&sandbox, &[])
        .exits(0)
        .says("2 findings stay open");
    assert_eq!(entries(&sandbox).len(), 1);
}

#[test]
fn a_post_that_needs_a_review_may_be_known() {
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "[[policy.review]]\ntags = [\"earnings\"]\n");
    let text = post("We grew.").replace("title:", "tags: [earnings]\ntitle:");
    sandbox.write("blog/a.md", text);
    baseline(&sandbox, &[]).exits(0);
    assert!(sandbox.read(FILE).contains("judgement/missing-review"));
    sandbox
        .check(&[])
        .exits(0)
        .says("nothing new found in 1 post");
}

#[test]
fn where_nothing_can_be_known_nothing_is_written() {
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "");
    baseline(&sandbox, &[])
        .exits(2)
        .complains("no posts matched");
    sandbox.write("blog/a.md", BAD);
    sandbox.write("sayso.toml", "[rulez]\n");
    let ran = baseline(&sandbox, &[]);
    ran.exits(2).complains("a policy file has faults");
    assert!(!sandbox.join(FILE).exists());
}

#[test]
fn a_post_that_cannot_be_read_is_named_and_keeps_its_entries() {
    let sandbox = known();
    sandbox.write("blog/a.md", LATIN_1);
    let ran = baseline(&sandbox, &[]);
    ran.exits(2)
        .complains("not checked: blog/a.md: not UTF-8 at byte 47");
    assert_eq!(entries(&sandbox).len(), 3);
}

#[test]
fn another_policy_can_be_named() {
    let sandbox = archive();
    sandbox.write(
        "other.toml",
        "[rules]\n\"evidence/superlative\" = \"off\"\n",
    );
    baseline(&sandbox, &["--config", "other.toml"]).exits(0);
    assert_eq!(entries(&sandbox).len(), 2);
}
