//! Every fault in the policy file is told at its place, in one run.

use serde_json::Value;

use crate::support::{BAD, Sandbox};

/// A folder with a post, and this policy.
fn with_policy(policy: impl AsRef<[u8]>) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD).write("sayso.toml", policy);
    sandbox
}

/// Each fault of `policy` as "line:column words / help".
fn faults(policy: &str) -> Vec<String> {
    let report = with_policy(policy).check_json(&[]);
    let findings = report["findings"].as_array().expect("a list");
    let told = |finding: &Value| {
        assert_eq!(finding["path"], "sayso.toml");
        let (line, column) = (&finding["start"]["line"], &finding["start"]["column"]);
        let words = finding["text"].as_str().expect("a text");
        let help = finding["help"].as_str().unwrap_or("-");
        format!("{line}:{column} {words} / {help}")
    };
    findings.iter().map(told).collect()
}

#[test]
fn every_fault_is_told_at_its_place_in_one_run() {
    let policy = r#"polcy = 1
[company]
nmaes = ["Acme"]
products = "Acme Cloud"
[posts]
include = ["content/**", "{a"]
[rules]
"evidence/superlatve" = "error"
"helpful/missing-alt-text" = "eror"
"mindset/missing-front-matter" = { keyz = ["title"], keys = "title" }
"reputation/placeholder" = 3
[[waiver]]
rule = "confidential/confidential-markng"
path = "a.md"
reason = "ok"
until = "2027-01-31"
bye = "legal"
[[waiver]]
by = "legal"
"#;
    let told = [
        "1:1 polcy / did you mean `policy`?",
        "3:1 nmaes / did you mean `names`?",
        "4:12 \"Acme Cloud\" / -",
        "6:26 \"{a\" / `*` stands for part of a name, `**` for any folders",
        "8:1 \"evidence/superlatve\" / did you mean `evidence/superlative`?",
        "9:30 \"eror\" / did you mean \"error\"?",
        "10:36 keyz / did you mean `keys`?",
        "10:61 \"title\" / it should be a list in square brackets",
        "11:28 3 / -",
        "13:8 \"confidential/confidential-markng\" / did you mean `confidential/confidential-marking`?",
        "15:10 \"ok\" / -",
        "16:9 \"2027-01-31\" / -",
        "17:1 bye / did you mean `by`?",
        "18:1 [[waiver]] / -",
        "18:1 [[waiver]] / -",
        "18:1 [[waiver]] / -",
    ];
    assert_eq!(faults(policy), told);
    let ran = with_policy(policy).check_concise(&[]);
    ran.exits(2).says("this waiver has no `path`\n");
    ran.says("sayso: no post was checked: mend the policy first · ");
}

#[test]
fn what_is_no_toml_is_told_at_its_place() {
    let sandbox = with_policy("[company]\nnames = [\"Acme\" \"Acme Cloud\"]\n");
    let ran = sandbox.check_concise(&[]);
    ran.exits(2).is_silent_about("bad.md");
    ran.says("sayso.toml:2:17: error[policy] this is not TOML: ");
}

#[test]
fn a_slip_in_the_notation_brings_no_fault_that_is_not_there() {
    // The key stands in a section that is known; only its bracket is open.
    let told = faults("[rules\n\"reputation/placeholder\" = \"off\"\n");
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_policy_that_is_no_text_is_told_by_name() {
    let ran = with_policy(b"# caf\xe9\n").check(&[]);
    ran.exits(2);
    ran.complains("the policy sayso.toml is not UTF-8 at byte 5\n");
}

#[test]
fn an_item_of_a_list_is_called_what_it_is() {
    let sandbox = with_policy("[company]\nnames = [\"Acme\", 4]\n");
    let fault = &sandbox.check_json(&[])["findings"][0];
    assert_eq!(fault["text"], "4");
    assert_eq!(fault["notes"][0], "this is a number");
}

#[test]
fn the_nearest_word_is_offered_for_every_setting_that_takes_words() {
    let near = "2:11 \"warnings\" / did you mean \"warning\"?";
    assert_eq!(faults("[policy]\nfail-on = \"warnings\"\n"), [near]);
}
