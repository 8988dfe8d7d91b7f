//! `[[waiver]]`

use serde_json::{Value, json};

use super::shape::{list, table, texts, told, with_default};
use crate::finding::Question;

fn pin() -> Value {
    json!({ "type": "string", "pattern": "^[0-9A-Fa-f]{12}$" })
}

/// What `[policy]` demands of waivers and reviews, key by key.
pub(super) fn terms() -> Value {
    json!({
        "approvers": told(
            "Who may allow what",
            "The names of those who may give a waiver, by question, where * is every question \
             that has no names of its own; or one list for all.",
            json!([{ "confidential": ["legal"], "*": ["editor"] }, ["legal"]]),
            json!({ "anyOf": [
                texts(),
                { "type": "object", "additionalProperties": texts() },
            ] }),
        ),
        "unwaivable": told(
            "What nobody may allow",
            "Rules and questions for which no waiver counts.",
            json!([["evidence/superlative", "reputation"]]),
            list(json!({ "anyOf": [
                { "$ref": "#/$defs/rule" },
                { "enum": Question::ALL.map(Question::id) },
            ] })),
        ),
        "max-waiver-days": told(
            "How long a waiver may be",
            "For how many days from the day of the check a waiver may be given; it has to say \
             until when, then.",
            json!([180]),
            json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        ),
        "require-pins": with_default(json!(false), told(
            "Pins",
            "True when a waiver must name the words it is for by their digest.",
            json!([true]),
            json!({ "type": "boolean" }),
        )),
        "review": told(
            "Reviews",
            "Posts that somebody must have read before they go out, and says so in their front \
             matter: reviewed-by: legal 2026-05-04 pin 3f9a1c2b4d5e.",
            json!([[{ "tags": ["earnings"], "by": ["legal"] }]]),
            list(review()),
        ),
    })
}

fn review() -> Value {
    let names =
        |title, description, example: &str| told(title, description, json!([[example]]), texts());
    let mut review = table(json!({
        "tags": names("Tags", "Posts with one of these tags.", "earnings"),
        "audiences": names("Audiences", "Posts for one of these audiences.", "press"),
        "by": names("By whom", "Who may review them; anybody without it.", "legal"),
    }));
    review["anyOf"] = json!([
        { "required": ["tags"], "properties": { "tags": { "minItems": 1 } } },
        { "required": ["audiences"], "properties": { "audiences": { "minItems": 1 } } },
    ]);
    review
}

pub(super) fn waiver() -> Value {
    let mut one = table(json!({
        "rule": told(
            "Rule",
            "The rule whose findings may stay.",
            json!(["confidential/confidential-marking"]),
            json!({ "$ref": "#/$defs/rule" }),
        ),
        "path": told(
            "Post",
            "The path of one post, from the folder of this file.",
            json!(["content/blog/old-memo.md"]),
            json!({ "type": "string", "not": { "pattern": "[*?\\[]" } }),
        ),
        "reason": told(
            "Reason",
            "Why the words may stay, in 15 letters or more.",
            json!(["the memo was declassified in 2024"]),
            // A letter of a script that writes words in one or two counts twice.
            json!({ "type": "string", "minLength": 8 }),
        ),
        "by": told(
            "Who allowed it",
            "The name of a person or a team.",
            json!(["legal"]),
            json!({ "type": "string" }),
        ),
        "until": told(
            "Until when",
            "The last day it counts; a date stands without quotation marks.",
            json!(["2027-01-31"]),
            json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}" }),
        ),
        "pin": told(
            "For which words",
            "The digest of the words it is for, as `sayso waive` writes it, or several. When the \
             words change it does not count.",
            json!(["3f9a1c2b4d5e"]),
            json!({ "anyOf": [pin(), list(pin())] }),
        ),
    }));
    one["required"] = json!(["rule", "path", "reason"]);
    told(
        "Waivers",
        "Permissions to keep a finding; for what is confidential, this is the only place.",
        json!([[{
            "rule": "confidential/confidential-marking",
            "path": "content/blog/old-memo.md",
            "reason": "the memo was declassified in 2024",
            "until": "2027-01-31",
        }]]),
        list(one),
    )
}
