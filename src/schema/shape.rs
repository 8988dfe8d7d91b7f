//! The few shapes that values have.

use serde_json::{Value, json};

/// A table with these keys and no others.
pub(super) fn table(keys: Value) -> Value {
    json!({ "type": "object", "properties": keys, "additionalProperties": false })
}

/// A list of what `item` is.
pub(super) fn list(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// A list of texts.
pub(super) fn texts() -> Value {
    list(json!({ "type": "string" }))
}

/// A text with a word in it.
pub(super) fn words() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

/// For each of the `keys`, that it is there.
pub(super) fn one_of(keys: &[&str]) -> Value {
    keys.iter()
        .map(|key| json!({ "required": [key] }))
        .collect()
}

/// What `shape` is, with what people are told of it.
pub(super) fn told(title: &str, description: &str, examples: Value, mut shape: Value) -> Value {
    shape["title"] = json!(title);
    shape["description"] = json!(description);
    shape["examples"] = examples;
    shape
}

/// The same, for a key that has a value when nobody sets it.
pub(super) fn with_default(default: Value, mut shape: Value) -> Value {
    shape["default"] = default;
    shape
}

/// The shape of values like `example`, which is written in TOML.
pub(super) fn shape_of(example: &str) -> (Value, Value) {
    let read: Option<toml::Table> = format!("example = {example}").parse().ok();
    let example = read.and_then(|mut table| table.remove("example"));
    let Some(example) = example else {
        return (json!({}), Value::Null);
    };
    (shape(&example), plain(&example))
}

fn shape(example: &toml::Value) -> Value {
    match example {
        toml::Value::String(_) => json!({ "type": "string" }),
        toml::Value::Datetime(_) => json!({ "type": "string", "format": "date" }),
        toml::Value::Integer(_) => json!({ "type": "integer", "minimum": 0 }),
        toml::Value::Float(_) => json!({ "type": "number" }),
        toml::Value::Boolean(_) => json!({ "type": "boolean" }),
        toml::Value::Array(items) => items
            .first()
            .map_or(json!({ "type": "array" }), |item| list(shape(item))),
        toml::Value::Table(entries) => match entries.values().next() {
            Some(value) => json!({ "type": "object", "additionalProperties": shape(value) }),
            None => json!({ "type": "object" }),
        },
    }
}

/// The value as JSON has it: a date is a text there.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Array(items) => items.iter().map(plain).collect(),
        toml::Value::Table(entries) => entries
            .iter()
            .map(|(key, value)| (key.clone(), plain(value)))
            .collect(),
    }
}
