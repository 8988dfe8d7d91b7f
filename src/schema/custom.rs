//! `[[rule]]`: the company's own rules.

use serde_json::{Value, json};

use super::matcher::{count, front_matter, pattern, phrases, require, swap, unicode, unless};
use super::shape::{list, one_of, table, texts, told, with_default, words};
use crate::policy::CUSTOM_KINDS;

pub(super) fn custom() -> Value {
    let mut one = table(keys());
    one["required"] = json!(["id", "message"]);
    one["oneOf"] = one_of(&CUSTOM_KINDS);
    one["dependentRequired"] = json!({ "unicode": ["pattern"], "fix": ["swap"] });
    // Front matter and links are where they are, and speak for the whole post.
    let within = json!({ "properties": { "unless": { "not": { "required": ["within"] } } } });
    let elsewhere = json!({ "oneOf": one_of(&["link", "front-matter"]) });
    one["dependentSchemas"] = json!({
        "require": within,
        "count": within,
        "front-matter": within,
        "where": {
            "properties": { "front-matter": false, "require": { "not": elsewhere } },
        },
    });
    told(
        "Rules of your own",
        "What no built-in rule asks: words to avoid or to swap, what must appear, how much of it.",
        json!([[{
            "id": "acme/no-synergy",
            "message": "say what you mean instead of `{match}`",
            "phrases": ["synergy", "synergies"],
        }]]),
        list(one),
    )
}

fn keys() -> Value {
    let text = || json!({ "type": "string" });
    json!({
        "id": told(
            "Name",
            "Two names with a slash between them: the company, and what is wrong.",
            json!(["acme/no-synergy"]),
            json!({
                "type": "string",
                "pattern": "^[a-z0-9-]+/[a-z0-9-]+$",
                "not": { "$ref": "#/$defs/built-in" },
            }),
        ),
        "message": told(
            "Message",
            "What the author is told; {match} stands for the words found, {better} for the better \
             ones, {count} for how many.",
            json!(["say what you mean instead of `{match}`"]),
            words(),
        ),
        "help": told(
            "Help",
            "What to write instead, with the same placeholders as the message.",
            json!(["name what the two teams do together"]),
            words(),
        ),
        "level": with_default(json!("warning"), json!({ "$ref": "#/$defs/level" })),
        "phrases": phrases(),
        "swap": swap(),
        "fix": with_default(json!("suggest"), told(
            "How a better word gets in",
            "Whether --fix writes it (safe), only when asked for (unsafe), or shows it (suggest).",
            json!(["safe"]),
            json!({ "enum": ["safe", "unsafe", "suggest"] }),
        )),
        "pattern": pattern(),
        "unicode": unicode(),
        "require": require(),
        "count": count(),
        "front-matter": front_matter(),
        "where": told(
            "Where it looks",
            "Places of a post, or front-matter:KEY for a key of its front matter. Without it, the \
             rule looks at all that readers read.",
            json!([["title", "heading", "front-matter:description"]]),
            json!({
                "type": "array",
                "minItems": 1,
                "items": { "anyOf": [
                    { "enum": [
                        "title", "heading", "paragraph", "list", "quote", "table", "caption",
                        "alt", "footnote", "link-text", "link-target", "code", "comment",
                        "sentence", "post",
                    ] },
                    { "type": "string", "pattern": "^front-matter:." },
                ] },
            }),
        ),
        "unless": unless(),
        "paths": told(
            "Which posts",
            "The posts at these paths.",
            json!([["content/press/**"]]),
            json!({ "$ref": "#/$defs/paths" }),
        ),
        "audience": told("Audience", "The posts for this audience.", json!(["press"]), text()),
        "why": told(
            "Why",
            "What goes wrong in the world, and for whom.",
            json!(["Readers do not know what the word stands for."]),
            text(),
        ),
        "link": told(
            "More",
            "The address of a page that says more.",
            json!(["https://acme.example/style#synergy"]),
            text(),
        ),
        "examples": told(
            "Examples",
            "Short posts that the rule must be silent about, and ones it must flag.",
            json!([{ "good": ["We work together."], "bad": ["We have synergy."] }]),
            table(json!({
                "good": told(
                    "Good",
                    "The rule is silent about these.",
                    json!([["We work together."]]),
                    texts(),
                ),
                "bad": told(
                    "Bad",
                    "The rule flags these.",
                    json!([["We have synergy."]]),
                    texts(),
                ),
            })),
        ),
    })
}
