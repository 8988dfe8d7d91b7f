//! The policy file: every fault in it is told at its place in one run, and the
//! file nearest to a post decides about it.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::process::Command;

use support::{BAD, GOOD, Ran, Sandbox, TODAY};

const CONCISE: [&str; 2] = ["--format", "concise"];

#[track_caller]
fn says(ran: &Ran, words: &str) {
    assert!(
        ran.out.contains(words),
        "no {words:?} in {}{}",
        ran.out,
        ran.err
    );
}

#[track_caller]
fn complains(ran: &Ran, words: &str) {
    assert!(ran.err.contains(words), "no {words:?} in {}", ran.err);
}

/// A policy that gives this level to the rule that the post breaks.
fn level(level: &str) -> String {
    format!("[rules]\n\"reputation/placeholder\" = \"{level}\"\n")
}

/// A folder with a post that waits for a number, and this policy.
fn with_policy(policy: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("bad.md", BAD).write("sayso.toml", policy);
    sandbox
}

/// `sayso check` started in the folder `cwd` of the sandbox.
fn check_in(sandbox: &Sandbox, cwd: &str, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.args(["check", "--today", TODAY, "--format", "concise"]);
    command.args(arguments).current_dir(sandbox.join(cwd));
    Ran::from(command.output().expect("sayso"))
}

/// Each fault of `policy` as "line:column words / help".
fn faults(policy: &str) -> Vec<String> {
    let json = with_policy(policy).check_json(&[]);
    let findings = json["findings"].as_array().expect("a list");
    let told = |finding: &serde_json::Value| {
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
    let globs = "`*` stands for part of a name, `**` for any folders";
    let told = [
        "1:1 polcy / did you mean `policy`?",
        "3:1 nmaes / did you mean `names`?",
        "4:12 \"Acme Cloud\" / -",
        &format!("6:26 \"{{a\" / {globs}"),
        "8:1 \"evidence/superlatve\" / did you mean `evidence/superlative`?",
        "9:30 \"eror\" / did you mean \"error\"?",
        "10:36 keyz / did you mean `keys`?",
        "10:61 \"title\" / -",
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
    let ran = with_policy(policy).check(&CONCISE);
    assert_eq!(ran.code, 2);
    says(
        &ran,
        "no post was checked: the policy has to be mended first\n",
    );
    says(&ran, "this waiver has no `path`\n");
}

#[test]
fn what_is_no_toml_is_told_at_its_place() {
    let ran = with_policy("[company]\nnames = [\"Acme\" \"Acme Cloud\"]\n").check(&CONCISE);
    assert_eq!(ran.code, 2);
    says(&ran, "sayso.toml:2:17: error[policy] this is not TOML: ");
    assert!(!ran.out.contains("bad.md"), "{}", ran.out);
}

#[test]
fn a_slip_in_the_notation_brings_no_fault_that_is_not_there() {
    // The key stands in a section that is known; only its bracket is open.
    let told = faults(&level("off").replace(']', ""));
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_policy_that_is_no_text_is_told_by_name() {
    let sandbox = with_policy("");
    let ran = sandbox.write("sayso.toml", b"# caf\xe9\n").check(&[]);
    assert_eq!(ran.code, 2);
    complains(&ran, "the policy sayso.toml is not UTF-8 at byte 5\n");
}

#[test]
fn an_item_of_a_list_is_called_what_it_is() {
    let json = with_policy("[company]\nnames = [\"Acme\", 4]\n").check_json(&[]);
    let fault = &json["findings"][0];
    assert_eq!(fault["text"], "4");
    assert_eq!(fault["notes"][0], "this is a number");
}

#[test]
fn the_nearest_word_is_offered_for_every_setting_that_takes_words() {
    let near = "2:11 \"warnings\" / did you mean \"warning\"?";
    assert_eq!(faults("[policy]\nfail-on = \"warnings\"\n"), [near]);
}

#[test]
fn the_nearest_policy_decides_wherever_the_program_is_started() {
    let sandbox = with_policy(&level("warning"));
    sandbox.write("content/people/sayso.toml", level("advice"));
    sandbox.write("content/a.md", BAD);
    sandbox.write("content/people/jo/b.md", BAD);
    sandbox.write("strict/sayso.toml", level("error"));
    for (cwd, path) in [(".", "content"), ("strict", "../content")] {
        let ran = check_in(&sandbox, cwd, &[path]);
        assert_eq!(ran.code, 0, "{cwd}: {}", ran.out);
        says(&ran, "content/a.md:5:10: warning[reputation/placeholder]");
        says(&ran, "content/people/jo/b.md:5:10: advice[reputation/");
    }
}

#[test]
fn a_policy_above_the_working_directory_is_found_without_git() {
    let sandbox = with_policy(&level("warning"));
    sandbox.write("content/a.md", BAD);
    for arguments in [&[][..], &["a.md"], &["."]] {
        let ran = check_in(&sandbox, "content", arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.out);
        says(&ran, "a.md:5:10: warning[reputation/placeholder]");
    }
}

#[test]
fn a_policy_that_is_named_takes_the_place_of_all_others() {
    let sandbox = with_policy("polcy = \"broken, and not read\"\n");
    sandbox.write("ci/lax.toml", level("advice"));
    let ran = sandbox.check(&["--config", "ci/lax.toml", "bad.md"]);
    assert_eq!(ran.code, 0);
    says(&ran, "advice[reputation/placeholder]");
    says(&ran, "set in ci/lax.toml:2\n");
    let ran = sandbox.check(&["--config", "ci/none.toml"]);
    assert_eq!(ran.code, 2);
    complains(&ran, "ci/none.toml cannot be read: it does not exist\n");
}

#[test]
fn a_policy_in_one_folder_says_nothing_about_a_folder_whose_name_starts_alike() {
    let sandbox = Sandbox::new();
    sandbox.write("cities/a.md", BAD);
    sandbox.write("ci/p.toml", "[posts]\ninclude = [\"cities/*.md\"]\n");
    let ran = sandbox.check(&["--config", "ci/p.toml"]);
    says(&ran, "cities/a.md:5:10");
}

#[test]
fn a_policy_is_shown_by_its_plain_path() {
    let sandbox = Sandbox::new();
    sandbox.write("content/a.md", BAD);
    sandbox.write("ci/p.toml", "polcy = 1\n");
    sandbox.run_git(&["init", "--quiet"]);
    let ran = check_in(&sandbox, "content", &["--config", "../ci/p.toml"]);
    assert!(ran.out.starts_with("ci/p.toml:1:1: "), "{}", ran.out);
}

#[test]
fn levels_and_off_take_effect() {
    for (name, code) in [("error", 1), ("warning", 0), ("advice", 0)] {
        let ran = with_policy(&level(name)).check(&[]);
        assert_eq!(ran.code, code, "{name}");
        says(&ran, &format!("{name}[reputation/placeholder]"));
        says(&ran, "  = set in sayso.toml:2\n");
    }
    let ran = with_policy(&level("off")).check(&[]);
    assert_eq!(ran.code, 0);
    says(&ran, "nothing found in 1 post");
}

#[test]
fn options_take_effect_with_and_without_a_level() {
    let keys = "{ level = \"warning\", keys = [\"title\", \"author\"] }";
    let policy = format!("[rules]\n\"mindset/missing-front-matter\" = {keys}\n");
    let ran = with_policy(&policy).check(&CONCISE);
    says(&ran, "bad.md:1:1: warning[mindset/missing-front-matter] ");
    says(&ran, "this post has no `author`\n");
    let sandbox = with_policy("[rules]\n\"reputation/placeholder\" = { also = [\"SOON\"] }\n");
    sandbox.write("bad.md", BAD.replace("TK", "SOON"));
    says(
        &sandbox.check(&CONCISE),
        "error[reputation/placeholder] \"[SOON]\"",
    );
}

#[test]
fn the_policy_says_what_fails_a_run_and_the_command_line_has_the_last_word() {
    let sandbox = with_policy(&format!(
        "policy.fail-on = \"warning\"\n{}",
        level("warning")
    ));
    assert_eq!(sandbox.check(&[]).code, 1);
    assert_eq!(sandbox.check(&["--fail-on", "error"]).code, 0);
}

#[test]
fn without_a_policy_the_built_in_one_is_used_and_that_is_said_once() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("a.md", GOOD).write("b/c.md", GOOD).check(&[]);
    let line = "no sayso.toml found: the built-in general policy was used\n";
    assert_eq!(ran.out.matches(line).count(), 1, "{}", ran.out);
    let ran = sandbox.write("sayso.toml", "").check(&[]);
    assert!(!ran.out.contains("built-in"), "{}", ran.out);
}
