//! What `sayso explain` says about one's own policy.

use crate::acme;
use crate::support::Sandbox;

#[test]
fn the_policy_is_told_with_the_line_that_decided() {
    acme()
        .sayso(&["explain", "evidence/superlative"])
        .exits(0)
        .says("What to do about the first: link the benchmark")
        .says("Your policy says:\n\n  error: it stops the post (sayso.toml:20)\n")
        .says("  also: “gold standard” (sayso.toml:20)\n")
        .says("  The policy: https://acme.example/policy\n")
        .says("  The training: https://acme.example/training\n");
}

#[test]
fn a_post_has_the_policy_of_its_place() {
    let repo = acme();
    repo.write(
        "content/people/sayso.toml",
        "[rules]\n\"reputation/placeholder\" = \"off\"\n",
    );
    repo.write("content/people/jo.md", "Text.\n");
    let rule = |rule: &str, path: &str| repo.sayso(&["explain", rule, "--path", path]);
    rule("evidence/superlative", "content/people/jo.md")
        .exits(0)
        .says("Your policy for content/people/jo.md, whose audience is “personal”, says:")
        .says("  advice: it does not stop the post (sayso.toml:26)\n");
    rule("reputation/placeholder", "content/people")
        .exits(0)
        .says("  off: the rule is not asked (content/people/sayso.toml:2)\n");
    rule("helpful/missing-alt-text", ".")
        .exits(0)
        .says("Your policy says:\n\n  error: it stops the post (as the rule comes)\n");
    rule("helpful/missing-alt-text", "none.md").exits(2);
}

#[test]
fn what_is_confidential_is_not_told() {
    acme()
        .sayso(&["explain", "confidential/confidential-marking"])
        .exits(0)
        .says("  also: 1 entry, kept in the policy file (sayso.toml:21)\n")
        .is_silent_about("Falcon");
}

#[test]
fn without_a_policy_there_is_nothing_to_tell() {
    Sandbox::new()
        .sayso(&["explain", "evidence/superlative"])
        .exits(0)
        .is_silent_about("Your policy");
}

#[test]
fn a_rule_is_explained_however_broken_the_policy_is() {
    let repo = Sandbox::new();
    repo.write("sayso.toml", "rules = 3\n");
    repo.sayso(&["explain", "evidence/superlative"])
        .exits(0)
        .says("evidence/superlative (warning")
        .says("Your policy cannot be read as it is; `sayso check` says why.");
}

#[test]
fn a_question_is_told_with_its_rules() {
    let sandbox = Sandbox::new();
    for arguments in [
        &["explain", "--question", "mindset"] as &[_],
        &["explain", "mindset"],
    ] {
        sandbox
            .sayso(arguments)
            .exits(0)
            .says("Who is speaking, to whom, and why?\n")
            .says("\nmindset/missing-front-matter (error)\n")
            .is_silent_about("evidence/");
    }
    sandbox
        .sayso(&["explain", "--question", "evidense"])
        .exits(2)
        .complains("did you mean `evidence`?");
    sandbox
        .sayso(&["explain", "evidence/superlatve"])
        .exits(2)
        .complains("did you mean `evidence/superlative`?");
    sandbox.sayso(&["explain"]).exits(2);
}
