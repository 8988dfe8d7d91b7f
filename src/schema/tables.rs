//! `[policy]`, `[company]` and `[posts]`.

use serde_json::{Value, json};

use super::shape::{list, table, texts, told, with_default};
use super::waiver;
use crate::finding::FailOn;
use crate::policy::Layers;
use crate::post::Generator;

pub(super) fn policy() -> Value {
    let (usual, _) = FailOn::ALL
        .into_iter()
        .find(|(_, fail_on)| *fail_on == FailOn::default())
        .unwrap_or(FailOn::ALL[0]);
    let text = || json!({ "type": "string" });
    let mut keys = json!({
        "name": told(
            "Name",
            "What the policy is called.",
            json!(["Acme social media policy"]),
            text(),
        ),
        "url": told(
            "Address",
            "Where people read the policy; it is printed with every finding.",
            json!(["https://acme.example/policy"]),
            text(),
        ),
        "training": told(
            "Training",
            "Where people learn the policy.",
            json!(["https://acme.example/training"]),
            text(),
        ),
        "fail-on": with_default(json!(usual), told(
            "What fails",
            "The lightest level that makes a check fail: never means that none does.",
            json!(["warning"]),
            json!({ "enum": names(FailOn::ALL) }),
        )),
    });
    if let (Some(keys), Value::Object(terms)) = (keys.as_object_mut(), waiver::terms()) {
        keys.extend(terms);
    }
    told(
        "The policy",
        "What the policy is called, where it is, when a check fails, and what it takes to allow \
         a finding.",
        json!([{ "url": "https://acme.example/policy", "fail-on": "warning" }]),
        table(keys),
    )
}

pub(super) fn company() -> Value {
    let list = |title, description, example: &[&str]| {
        let shape = told(title, description, json!([example]), texts());
        with_default(json!([]), shape)
    };
    told(
        "The company",
        "Facts that several rules need.",
        json!([{ "names": ["Acme"], "products": ["Acme Cloud"] }]),
        table(json!({
            "names": list("Names", "What the company is called.", &["Acme"]),
            "products": list("Products", "What it sells.", &["Acme Cloud"]),
            "competitors": list("Competitors", "Who else sells it.", &["RivalDB"]),
            "domains": list(
                "Own sites",
                "Its domains, with those below them: a link there proves little.",
                &["acme.example"],
            ),
            "internal-hosts": list(
                "Internal hosts",
                "Hosts that only its people reach; *. stands for any name below.",
                &["*.corp.acme.example"],
            ),
            "words": list(
                "Words",
                "Words that are right though they look misspelt; .sayso/words holds more, one a \
                 line.",
                &["cloudlet"],
            ),
            "invitation": told(
                "Invitation",
                "What your posts close with, in Markdown, to ask readers for an answer and to say \
                 where: a post without any gets it suggested.",
                json!(["What would you have done? Write to us at hello@acme.example."]),
                json!({ "type": "string" }),
            ),
            "comments": with_default(
                json!(false),
                told(
                    "Comments",
                    "True when readers can comment below every post of your site.",
                    json!([true]),
                    json!({ "type": "boolean" }),
                ),
            ),
        })),
    )
}

pub(super) fn posts() -> Value {
    let paths = |title, description, example| {
        let shape = json!({ "$ref": "#/$defs/paths" });
        told(title, description, json!([[example]]), shape)
    };
    told(
        "The posts",
        "Which files are posts, and how they are read.",
        json!([{ "include": ["content/blog/**/*.md"], "language": "en" }]),
        table(json!({
            "include": paths(
                "Which files",
                "Patterns for the files that are posts. Without it, all Markdown is a post but \
                 README, CHANGELOG and the like, and what others wrote.",
                "content/**/*.md",
            ),
            "exclude": with_default(json!([]), paths(
                "Which files not",
                "Patterns for files that are no posts all the same.",
                "content/archive/**",
            )),
            "max-bytes": with_default(json!(Layers::default().max_bytes()), told(
                "Largest post",
                "Larger files are skipped, and said to be.",
                json!([1_000_000]),
                json!({ "type": "integer", "minimum": 0 }),
            )),
            "generator": told(
                "Generator",
                "What makes pages of the posts. Without it, the files around them tell.",
                json!(["hugo"]),
                json!({ "enum": names(Generator::NAMED) }),
            ),
            "language": told(
                "Language",
                "The code of the language the posts are in. Without it, `lang` in the front \
                 matter tells, and else the words.",
                json!(["en"]),
                json!({ "type": "string" }),
            ),
        })),
    )
}

/// Path patterns, wherever some are asked for.
pub(super) fn paths() -> Value {
    told(
        "Paths",
        "Patterns for paths from the folder of this file: * is any part of a name, ** any \
         folders. The name of a folder stands for all that is in it.",
        json!([["content/people/**"]]),
        list(json!({ "type": "string" })),
    )
}

fn names<T, const N: usize>(named: [(&'static str, T); N]) -> Vec<&'static str> {
    named.into_iter().map(|(name, _)| name).collect()
}
