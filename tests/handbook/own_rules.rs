//! The company's own rules, in the document and explained.

use crate::support::Sandbox;

const POLICY: &str = r#"
[company]
names = ["Acme"]

[[rule]]
id = "acme/no-synergy"
message = "say what you mean instead of `{match}`"
phrases = ["synergy", "win-win"]
help = "name what people do together"
why = "Nobody can picture a synergy."
link = "https://acme.example/style"
paths = ["content/press"]
examples = { good = ["Two teams share one office."], bad = ["We expect synergy."] }

[[rule]]
id = "confidential/acme-projects"
message = "`{match}` is not out yet"
phrases = ["Falcon"]
level = "error"
examples = { good = ["A falcon flew by."], bad = ["Project Falcon is late."] }

[[rule]]
id = "acme/off"
message = "say less"
phrases = ["verbose"]
level = "off"

[rules]
"acme/no-synergy" = "advice"

[audience.personal]
rules = { "acme/no-synergy" = "off", "acme/off" = "warning" }
"#;

fn acme() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", POLICY);
    sandbox
}

#[test]
fn they_stand_behind_the_questions_or_below_the_one_they_ask() {
    let ran = acme().sayso(&["policy"]);
    ran.exits(0)
        .says(
            "## What Acme asks besides\n\n### Say what you mean instead of `…`\n\n\
             **Advice**: it does not stop the post. The rule is `acme/no-synergy`; it is for posts \
             that are at `content/press`.\n\nNobody can picture a synergy.\n",
        )
        .says("What to do: name what people do together.\n\nFine:\n")
        .says("Read more: <https://acme.example/style>\n")
        .is_silent_about("### Say less");
    let at = |words: &str| ran.out.find(words).expect(words);
    assert!(at("`confidential/acme-projects`") < at("## Does this make the company look bad?"));
}

#[test]
fn the_words_they_look_for_are_nobody_elses_business() {
    acme()
        .sayso(&["policy"])
        .is_silent_about("Falcon")
        .is_silent_about("win-win");
}

#[test]
fn an_audience_may_have_other_levels() {
    acme()
        .sayso(&["policy"])
        .says("Say what you mean instead of `…` (`acme/no-synergy`): **not asked** here.")
        .says("Say less (`acme/off`): **warning** here, and not asked elsewhere.");
}

#[test]
fn they_are_explained_like_the_others() {
    let repo = acme();
    repo.write("content/press/a.md", "Text.\n");
    repo.sayso(&["explain", "acme/no-synergy"])
        .exits(0)
        .says("acme/no-synergy (warning, a rule of this policy)")
        .says("  │ We expect synergy.\n")
        .says("Your policy says:\n\n  advice: it does not stop the post (sayso.toml:29)\n");
    let explain = ["explain", "acme/no-synergy", "--path"];
    repo.sayso(&[&explain[..], &["content/press/a.md"]].concat())
        .says("  advice: it does not stop the post (sayso.toml:29)\n");
    repo.sayso(&[&explain[..], &["content"]].concat())
        .says("  off: the rule is for other posts\n");
    repo.sayso(&["explain", "confidential/acme-projects"])
        .says("  error: it stops the post (sayso.toml:16)\n");
    repo.sayso(&["explain", "acme/no-sinergy"])
        .exits(2)
        .complains("did you mean `acme/no-synergy`?");
}
