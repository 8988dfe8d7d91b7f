//! `[rules]`, and for whom there are others: `[audience.NAME]`, `[[overrides]]`.

use serde_json::{Map, Value, json};

use super::shape::{list, shape_of, table, texts, told, with_default};
use crate::finding::Level;
use crate::rules::{Entry, OptionDoc, RULES};

pub(super) fn level() -> Value {
    told(
        "Level",
        "How much a finding weighs: an error must not go out, for a warning an editor would ask \
         for a change, advice is worth a thought. A rule that is off does not run.",
        json!(["warning"]),
        json!({ "enum": Level::ALL.map(Level::name) }),
    )
}

/// The id of a built-in rule.
pub(super) fn built_in() -> Value {
    let ids: Vec<_> = RULES.iter().map(|rule| rule.meta.id).collect();
    json!({ "enum": ids })
}

/// The id of a rule: a built-in one, or one of the policy's own.
pub(super) fn rule_name() -> Value {
    told(
        "Rule",
        "The id of a rule; `sayso rules` lists them.",
        json!(["evidence/superlative"]),
        json!({
            "anyOf": [
                { "$ref": "#/$defs/built-in" },
                { "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$" },
            ],
        }),
    )
}

/// The table `rules`, which stands in three places.
pub(super) fn rules() -> Value {
    let rules: Map<String, Value> = RULES
        .iter()
        .map(|entry| (entry.meta.id.to_owned(), rule(entry)))
        .collect();
    json!({
        "type": "object",
        "properties": rules,
        "propertyNames": { "$ref": "#/$defs/rule" },
        "additionalProperties": {
            "title": "A rule of the policy's own",
            "description": "Its level; all else stands in its [[rule]].",
            "anyOf": [
                { "$ref": "#/$defs/level" },
                table(json!({ "level": { "$ref": "#/$defs/level" } })),
            ],
        },
    })
}

fn rule(entry: &Entry) -> Value {
    let meta = entry.meta;
    let usual = if meta.on_by_default {
        meta.level
    } else {
        Level::Off
    };
    let level = json!({ "$ref": "#/$defs/level" });
    let mut keys = Map::new();
    keys.insert(
        "level".to_owned(),
        with_default(json!(usual.name()), level.clone()),
    );
    let mut examples = vec![json!(meta.level.name())];
    for OptionDoc {
        name,
        what,
        example,
    } in meta.options
    {
        let (shape, example) = shape_of(example);
        examples.push(json!({ *name: example }));
        let shape = told(name, &format!("{what}."), json!([example]), shape);
        keys.insert((*name).to_owned(), shape);
    }
    let shape = json!({ "anyOf": [level, table(Value::Object(keys))] });
    let shape = told(meta.summary, meta.why, Value::Array(examples), shape);
    with_default(json!(usual.name()), shape)
}

pub(super) fn audience() -> Value {
    told(
        "Audiences",
        "Who some posts speak to and as whom, each under a name of its own. A post is for the \
         audience that `audience` in its front matter names, else for the one whose paths it is at.",
        json!([{ "personal": { "paths": ["content/people/**"] } }]),
        json!({ "type": "object", "additionalProperties": table(condition()) }),
    )
}

pub(super) fn overrides() -> Value {
    let mut one = table(condition());
    one["anyOf"] = json!([
        { "required": ["paths"] },
        { "required": ["tags"] },
        { "required": ["when"], "properties": { "when": { "minProperties": 1 } } },
    ]);
    told(
        "Overrides",
        "Rules for some posts: those for which all that is stated holds. The last one counts.",
        json!([[{ "tags": ["launch"], "rules": { "evidence/superlative": "error" } }]]),
        list(one),
    )
}

/// Which posts are meant, and their rules.
fn condition() -> Value {
    let value = json!({ "type": ["string", "number", "boolean"] });
    json!({
        "paths": told(
            "Where",
            "The posts at these paths.",
            json!([["content/press/**"]]),
            json!({ "$ref": "#/$defs/paths" }),
        ),
        "tags": told(
            "Tags",
            "The posts with one of these tags or categories.",
            json!([["launch"]]),
            texts(),
        ),
        "when": told(
            "Front matter",
            "The posts whose front matter has these values, or one of several.",
            json!([{ "draft": true, "layout": ["press", "news"] }]),
            json!({
                "type": "object",
                "additionalProperties": { "anyOf": [value, list(json!({}))] },
            }),
        ),
        "rules": told(
            "Their rules",
            "What these posts are asked: levels and options by rule.",
            json!([{ "conversation/announcement-voice": "off" }]),
            json!({ "$ref": "#/$defs/rules" }),
        ),
    })
}
