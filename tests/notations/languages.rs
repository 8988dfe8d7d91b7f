//! What a post is written in: its front matter says, else the policy, else its
//! words tell; and the rules that read English leave the others alone.

use crate::support::{GOOD, Sandbox};
use crate::{inspected, site};

const NOTICE: &str = "not in English: the rules that read English were not run on";

/// A claim that `evidence/superlative` flags, after enough English or German.
const ENGLISH: &str = "This is what we have been up to in the last weeks, and how it went for \
                       all of us. Acme is the world's fastest database.";
const GERMAN: &str = "Das ist es, was wir in den letzten Wochen gemacht haben, und so ging es \
                      für uns alle aus. Wir sind nicht stolz, aber auch nicht traurig. \
                      Acme ist \"the world's fastest database\". Acme is the world's fastest database.";

fn post(front_matter: &str, body: &str) -> String {
    format!("---\ntitle: Acme\ndate: 2026-05-04\n{front_matter}---\n{body}\n")
}

#[track_caller]
fn language(sandbox: &Sandbox, front_matter: &str, body: &str) -> String {
    sandbox.write("post.md", post(front_matter, body));
    let json = inspected(sandbox, "post.md");
    json["language"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn the_front_matter_beats_the_policy_and_both_the_words() {
    let sandbox = Sandbox::new();
    assert_eq!(language(&sandbox, "", ENGLISH), "en");
    assert_eq!(language(&sandbox, "", GERMAN), "de");
    assert_eq!(language(&sandbox, "", "Acme."), "none");
    sandbox.write("sayso.toml", "[posts]\nlanguage = \"fr\"\n");
    assert_eq!(language(&sandbox, "", ENGLISH), "fr");
    for (said, code) in [
        ("lang: de-AT\n", "de"),
        ("language: en_GB\n", "en"),
        ("locale: \" nl \"\n", "nl"),
        ("lang: EN\n", "EN"),
        ("lang: 3\nlocale: it\n", "it"),
    ] {
        assert_eq!(language(&sandbox, said, ENGLISH), code, "{said}");
    }
}

#[test]
fn a_key_without_a_value_says_nothing() {
    let sandbox = Sandbox::new();
    for said in ["lang:\n", "lang: \"\"\n", "lang: ' '\n"] {
        assert_eq!(language(&sandbox, said, ENGLISH), "en", "{said}");
    }
}

#[test]
fn english_rules_leave_a_german_post_alone_and_say_so() {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", "[company]\nnames = [\"Acme\"]\n");
    sandbox.write("a.md", post("", ENGLISH));
    let ran = sandbox.check_concise(&[]);
    ran.says("a.md:5:").says("evidence/superlative");
    ran.is_silent_about(NOTICE);
    sandbox.write("b.md", post("", GERMAN));
    let ran = sandbox.check_concise(&[]);
    ran.says("a.md:5:").is_silent_about("b.md");
    ran.says(&format!(
        "1 post is {NOTICE} it (`lang` in the front matter"
    ));
    sandbox.write("c.md", post("lang: pl\n", ENGLISH));
    let ran = sandbox.check_concise(&[]);
    ran.says(&format!("2 posts are {NOTICE} them"))
        .is_silent_about("c.md");
    sandbox.write("c.md", post("lang: EN-us\n", GERMAN));
    sandbox
        .check_concise(&["c.md"])
        .says("evidence/superlative");
}

#[test]
fn every_rule_that_reads_no_english_runs_on_any_post() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "b.md",
        post("", &format!("{GERMAN} Es fehlt [TK].\n\n![](a.png)")),
    );
    let ran = sandbox.check_concise(&[]);
    ran.says("reputation/placeholder")
        .says("helpful/missing-alt-text");
    ran.says(NOTICE);
}

#[test]
fn the_policy_tells_the_language_of_all_posts() {
    let sandbox = site(
        "sayso.toml",
        "[company]\nnames = [\"Acme\"]\n[posts]\nlanguage = \"de\"\n",
    );
    sandbox
        .write("a.md", post("", ENGLISH))
        .write("b.md", post("lang: en\n", ENGLISH));
    let ran = sandbox.check_concise(&[]);
    ran.says("b.md:").is_silent_about("a.md:");
    ran.says(&format!("1 post is {NOTICE}"));
}

#[test]
fn a_short_post_is_read_as_english_when_nothing_tells() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", GOOD);
    sandbox.check(&[]).exits(0).is_silent_about(NOTICE);
}

#[test]
fn japanese_has_sentences_and_words() {
    let text = "# 新しい地図\n\n「速い」と言われます。でも、まだ遅い！次はAcmeです。\n";
    let sandbox = Sandbox::new();
    sandbox.write("post.md", text);
    let json = inspected(&sandbox, "post.md");
    assert_eq!(json["language"], "ja");
    assert_eq!(json["blocks"][0]["text"], "新しい地図");
    let sentences = &json["blocks"][1]["sentences"];
    let expected = [
        "「速い」と言われます。",
        "でも、まだ遅い！",
        "次はAcmeです。",
    ];
    assert_eq!(*sentences, serde_json::json!(expected));
    let ran = sandbox.check(&["--only", "evidence/superlative"]);
    ran.exits(0).says(NOTICE);
}
