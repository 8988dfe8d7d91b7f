//! The JSON Schema of `sayso.toml`, by which an editor completes keys, says
//! what they are for, and marks what is wrong while it is being written.
//!
//! It says what `policy` reads; a test holds the two together, key by key.

mod custom;
mod matcher;
mod rules;
mod shape;
mod tables;
mod waiver;

use serde_json::{Value, json};

use crate::policy::{PREFIX, preset_names};
use shape::{list, table};

/// The draft of JSON Schema that is spoken here.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema as it is printed.
pub fn text() -> String {
    let mut text = format!("{:#}", schema());
    text.push('\n');
    text
}

/// The schema.
pub fn schema() -> Value {
    let mut schema = table(json!({
        "extends": extends(),
        "policy": tables::policy(),
        "company": tables::company(),
        "posts": tables::posts(),
        "rules": {
            "title": "Rules",
            "description": "What every post is asked: levels and options by rule.",
            "examples": [{ "evidence/superlative": "error" }],
            "default": {},
            "$ref": "#/$defs/rules",
        },
        "audience": rules::audience(),
        "overrides": rules::overrides(),
        "rule": custom::custom(),
        "waiver": waiver::waiver(),
    }));
    schema["$schema"] = json!(DRAFT);
    schema["title"] = json!("sayso.toml");
    schema["description"] = json!("What a company decided about the posts it publishes.");
    schema["$defs"] = json!({
        "level": rules::level(),
        "built-in": rules::built_in(),
        "rule": rules::rule_name(),
        "rules": rules::rules(),
        "paths": tables::paths(),
    });
    schema
}

fn extends() -> Value {
    let presets: Vec<String> = preset_names()
        .map(|name| format!("{PREFIX}{name}"))
        .collect();
    let one = json!({
        "anyOf": [
            { "enum": presets },
            { "type": "string", "not": { "pattern": format!("^{PREFIX}") } },
        ],
    });
    json!({
        "title": "Policies to start from",
        "description": "Presets, and files by their path from this one. They are read first; what \
                        stands here has the last word.",
        "examples": [["sayso:professional", "../base.toml"], "sayso:press"],
        "default": [],
        "anyOf": [one.clone(), list(one)],
    })
}
