//! The schema of `sayso.toml`: that it is one, that it says what every key is
//! for, and that it takes what the program takes, and nothing else.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod places;
mod policies;
mod words;

use serde_json::{Value, json};

/// The text of a policy, as JSON has it: a date is a text there.
fn json_of(policy: &str) -> Value {
    let table: toml::Table = policy.parse().expect("TOML");
    plain(&toml::Value::Table(table))
}

fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Array(items) => items.iter().map(plain).collect(),
        toml::Value::Table(entries) => {
            let entries = entries.iter();
            entries
                .map(|(key, value)| (key.clone(), plain(value)))
                .collect()
        }
    }
}

/// What the program says about a policy that stands alone.
fn faults(policy: &str) -> Vec<String> {
    let (raw, mut faults) = sayso::policy::read(policy);
    faults.extend(sayso::policy::strangers(&raw, &[]));
    faults.into_iter().map(|fault| fault.message).collect()
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&sayso::schema::schema()).expect("a schema")
}
