//! What a run prints for people and for GitHub.

use crate::support::{BAD, Sandbox};

const POLICY: &str = "[policy]
url = \"https://acme.example/policy\"
[company]
products = [\"Acme Cloud\"]
";

/// A post with a claim, which is a warning.
pub const CLAIM: &str = "---
title: A week
date: 2026-05-04
---
Acme Cloud is the world's fastest database.
";

/// A claim, which is a warning, and a placeholder, which is an error.
pub fn two_posts() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", POLICY);
    sandbox.write("claim.md", CLAIM).write("bad.md", BAD);
    sandbox
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
    let ran = sandbox.check_concise(&[]);
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
    ::error file=x%2Cy%3Az.md,line=5,col=10,endLine=5,endColumn=13,title=reputation/placeholder::"XX%25" still waits for its text%0Ameant to be filled in%0Awrite what belongs here, or take the sentence out%0ADoes this make the company look bad?
    ::warning file=claim.md,line=5,col=19,endLine=5,endColumn=34,title=evidence/superlative::"world's fastest" is a claim readers can test, and nothing here backs it up%0Ano link, footnote or method in this paragraph%0Alink the benchmark, say what you measured and when, or drop the claim%0ACan I back up what I am saying?
    sayso: 1 error and 1 warning in 2 posts · [time]
    "#);
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
fn rules_are_listed_and_explained() {
    let sandbox = Sandbox::new();
    let list = sandbox.sayso(&["rules"]);
    assert!(list.exits(0).out.lines().count() >= 7, "{list}");
    for line in list.out.lines() {
        let id = line.split_whitespace().next().expect("an id");
        let ran = sandbox.sayso(&["explain", id]);
        ran.exits(0).says(&format!("\n  \"{id}\" = "));
        assert!(ran.out.starts_with(&format!("{id} (")), "{ran}");
    }
    let ran = sandbox.sayso(&["explain", "reputation/placeholder"]);
    ran.says("Does this make the company look bad?\n");
    ran.says("│ We moved [TK] customers in [XX] days, TKTK.\n");
    ran.says("│ Spanish [ES], Turkmen [TK], Welsh [CY]\n");
    let ran = sandbox.sayso(&["explain", "evidence/superlatives"]);
    ran.exits(2);
    ran.complains("did you mean `evidence/superlative`?");
}
