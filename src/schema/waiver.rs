//! `[[waiver]]`

use serde_json::{Value, json};

use super::shape::{list, table, told};

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
