//! What a rule of the policy's own looks for, and what excuses it.

use serde_json::{Value, json};

use super::shape::{one_of, table, texts, told, with_default, words};

pub(super) fn swap() -> Value {
    told(
        "Better words",
        "Words, and what to write in their place.",
        json!([{ "utilize": "use", "github": "GitHub" }]),
        json!({
            "type": "object",
            "minProperties": 1,
            "propertyNames": { "pattern": "\\S" },
            "additionalProperties": { "type": "string" },
        }),
    )
}

pub(super) fn require() -> Value {
    let mut require = table(json!({
        "phrases": phrases(),
        "pattern": pattern(),
        "unicode": unicode(),
        "link": told(
            "A link",
            "The start of the address that a link must lead to.",
            json!(["acme.example/legal"]),
            json!({ "type": "string" }),
        ),
        "front-matter": told(
            "A key",
            "The key of the front matter that must be set.",
            json!(["author"]),
            json!({ "type": "string" }),
        ),
    }));
    require["oneOf"] = one_of(&["phrases", "pattern", "link", "front-matter"]);
    require["dependentRequired"] = json!({ "unicode": ["pattern"] });
    told(
        "What must appear",
        "One of some phrases, a text like a pattern, a link, or a key of the front matter.",
        json!([{ "link": "acme.example/legal" }]),
        require,
    )
}

pub(super) fn count() -> Value {
    let number = |title, description, example: u32| {
        let shape = json!({ "type": "integer", "minimum": 0 });
        told(title, description, json!([example]), shape)
    };
    let mut count = table(json!({
        "of": told(
            "Of what",
            "What is counted.",
            json!(["hashtags"]),
            json!({ "enum": ["words", "hashtags", "headings", "links", "images"] }),
        ),
        "phrases": phrases(),
        "pattern": pattern(),
        "unicode": unicode(),
        "at-least": number("At least", "Fewer are too few.", 1),
        "at-most": number("At most", "More are too many.", 3),
    }));
    count["oneOf"] = one_of(&["of", "phrases", "pattern"]);
    count["anyOf"] = json!([{ "required": ["at-least"] }, { "required": ["at-most"] }]);
    count["dependentRequired"] = json!({ "unicode": ["pattern"] });
    told(
        "How many",
        "What is counted, and how many of it there may be.",
        json!([{ "of": "hashtags", "at-most": 3 }]),
        count,
    )
}

pub(super) fn front_matter() -> Value {
    let mut setting = table(json!({
        "key": told(
            "Key",
            "The key of the front matter; a.b for a key inside another.",
            json!(["audience"]),
            json!({ "type": "string", "minLength": 1 }),
        ),
        "required": with_default(json!(false), told(
            "Required",
            "Whether every post must have it.",
            json!([true]),
            json!({ "type": "boolean" }),
        )),
        "type": told(
            "Type",
            "What stands behind it; a flag is true or false.",
            json!(["date"]),
            json!({ "enum": ["text", "list", "date", "number", "flag"] }),
        ),
        "one-of": told(
            "Allowed values",
            "What may stand behind it, or in its list.",
            json!([["professional", "personal"]]),
            texts(),
        ),
        "pattern": pattern(),
        "unicode": unicode(),
    }));
    setting["required"] = json!(["key"]);
    setting["anyOf"] = one_of(&["required", "type", "one-of", "pattern"]);
    setting["dependentRequired"] = json!({ "unicode": ["pattern"] });
    told(
        "A key of the front matter",
        "What must stand behind it.",
        json!([{ "key": "date", "type": "date" }]),
        setting,
    )
}

pub(super) fn unless() -> Value {
    let mut unless = table(json!({
        "phrases": phrases(),
        "evidence": with_default(json!(false), told(
            "Evidence",
            "Whether a link, a footnote or another source nearby excuses the words.",
            json!([true]),
            json!({ "type": "boolean" }),
        )),
        "within": with_default(json!("paragraph"), told(
            "How near",
            "How near the excuse must be.",
            json!(["section"]),
            json!({ "enum": ["sentence", "paragraph", "section", "post"] }),
        )),
    }));
    unless["anyOf"] = one_of(&["phrases", "evidence"]);
    told(
        "What excuses it",
        "Words or evidence near by, with which the rule is silent.",
        json!([{ "evidence": true, "within": "section" }]),
        unless,
    )
}

pub(super) fn phrases() -> Value {
    told(
        "Phrases",
        "Words to look for, whole and in any case.",
        json!([["synergy", "win-win"]]),
        json!({ "type": "array", "minItems": 1, "items": words() }),
    )
}

pub(super) fn pattern() -> Value {
    told(
        "Pattern",
        "A regular expression; in 'single quotes' a backslash stands for itself.",
        json!(["Q[1-4]"]),
        json!({ "type": "string", "minLength": 1 }),
    )
}

pub(super) fn unicode() -> Value {
    let flag = json!({ "type": "boolean" });
    let what = "Whether \\d, \\w and \\s of the pattern know letters beyond a to z.";
    with_default(
        json!(false),
        told("All alphabets", what, json!([true]), flag),
    )
}
