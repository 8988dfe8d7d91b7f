//! `sayso waive`, `sayso audit` and `sayso config lint`, as people call them.

use crate::support::Sandbox;

const POST: &str = "---\ntitle: A\ndate: 2026-05-04\n---\nWe are the only cloud provider in the country.\n\n**Confidential**\n";
const REASON: &str = "audited figure, filing due in March";
const MARKING: &str = "confidential/confidential-marking";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write("sayso.toml", "[company]\nnames = [\"Acme\"]\n");
    sandbox.write("blog/a.md", POST);
    sandbox
}

/// Allows the claim in the post.
fn waive(sandbox: &Sandbox, by: &str) {
    let claim = ["waive", "blog/a.md:5", "superlative"];
    let ran = sandbox.sayso(&[&claim[..], &["--reason", REASON, "--by", by]].concat());
    ran.exits(0);
}

#[test]
fn a_waiver_is_written_and_holds_until_the_words_change() {
    let sandbox = sandbox();
    let ran = sandbox.sayso(&[
        "waive",
        "blog/a.md:5:8",
        "superlative",
        "--reason",
        REASON,
        "--by",
        "legal",
    ]);
    ran.exits(0)
        .says("blog/a.md\n<!-- sayso: allow evidence/superlative by legal pin ");
    let check = || sandbox.check_concise(&["--only", "evidence/superlative"]);
    check().exits(0).says("1 waived").is_silent_about("warning");
    sandbox.write(
        "blog/a.md",
        sandbox
            .read("blog/a.md")
            .replace("only cloud", "only big cloud"),
    );
    check().says("warning[evidence/superlative]");
    sandbox.check(&[]).says("judgement/outdated-waiver");
}

#[test]
fn what_is_confidential_is_waived_in_the_policy() {
    let sandbox = sandbox();
    let ran = sandbox.sayso(&[
        "waive",
        "blog/a.md:7",
        MARKING,
        "--reason",
        REASON,
        "--by",
        "legal",
    ]);
    ran.exits(0).says("sayso.toml\n[[waiver]]");
    assert_eq!(sandbox.read("blog/a.md"), POST);
    assert!(sandbox.read("sayso.toml").starts_with("[company]"));
    sandbox
        .check(&["--only", MARKING])
        .exits(0)
        .says("1 waived");
    // Without a policy, the waiver begins one.
    let sandbox = Sandbox::git();
    sandbox.write("a.md", POST);
    sandbox
        .sayso(&["waive", "a.md:7", MARKING, "--reason", REASON])
        .exits(0);
    sandbox.check(&["--only", MARKING]).exits(0);
}

#[test]
fn what_cannot_be_waived_is_told() {
    let sandbox = sandbox();
    for (place, rule, told) in [
        (
            "blog/a.md:6",
            "evidence/superlative",
            "it is found on line 5",
        ),
        ("blog/a.md:5", "evidence/suprlative", "evidence/superlative"),
        ("blog/none.md:5", "evidence/superlative", "does not exist"),
        ("blog/a.md", "evidence/superlative", "as in blog/a.md:12"),
    ] {
        sandbox
            .sayso(&["waive", place, rule, "--reason", REASON])
            .exits(2)
            .complains(told);
    }
    let ran = sandbox.sayso(&[
        "waive",
        "blog/a.md:5",
        "evidence/superlative",
        "--reason",
        "ok",
    ]);
    ran.exits(2);
    assert_eq!(sandbox.read("blog/a.md"), POST);
}

#[test]
fn who_allows_their_own_words_is_told() {
    let sandbox = sandbox();
    waive(&sandbox, "ines");
    let commit = |name: &str| {
        let author = format!("--author={name} <{name}@acme.example>");
        sandbox.run_git(&["add", "."]);
        sandbox.run_git(&["commit", "--quiet", "--amend", "-m", "a", &author]);
    };
    sandbox.run_git(&["commit", "--quiet", "--allow-empty", "-m", "a"]);
    commit("zoe");
    sandbox.check(&[]).is_silent_about("self-approved");
    commit("ines");
    sandbox.check(&[]).says("judgement/self-approved");
}

#[test]
fn an_audit_lists_every_waiver() {
    let sandbox = sandbox();
    waive(&sandbox, "legal");
    let gone =
        format!("[[waiver]]\nrule = \"{MARKING}\"\npath = \"gone.md\"\nreason = \"{REASON}\"\n");
    sandbox.write("sayso.toml", gone);
    let ran = sandbox.sayso(&["audit"]);
    ran.exits(0)
        .says("blog/a.md:5")
        .says("legal")
        .says("sayso.toml:1")
        .says("2 waivers");
    let ran = sandbox.sayso(&["audit", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(json.to_string().contains(REASON), "{ran}");
    sandbox
        .sayso(&["audit", "--format", "csv", "--output", "audit.csv"])
        .exits(0);
    assert_eq!(sandbox.read("audit.csv").lines().count(), 3);
}

#[test]
fn what_a_policy_says_for_nothing_is_told() {
    let sandbox = sandbox();
    sandbox
        .sayso(&["config", "lint"])
        .exits(0)
        .says("\"Acme\" stands in no post");
    let policy = "[company]\nproducts = [\"Confidential\"]\n[[overrides]]\ntags = [\"none\"]\nrules = {}\n\
                  [audience.press]\npaths = [\"press/**\"]\n[audience.people]\npaths = [\"blog/**\"]\n";
    sandbox.write("sayso.toml", policy);
    let ran = sandbox.sayso(&["config", "lint"]);
    ran.exits(0)
        .says("sayso.toml:3:1")
        .says("no post is for the audience `press`");
    ran.is_silent_about("`people`")
        .is_silent_about("stands in no post");
}
