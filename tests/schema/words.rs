//! What the schema says to people.

use serde_json::Value;

use crate::support::Sandbox;

/// Every subschema of `schema`, with the way to it.
pub fn subschemas<'s>(at: String, schema: &'s Value, found: &mut Vec<(String, &'s Value)>) {
    match schema {
        Value::Object(entries) => {
            found.push((at.clone(), schema));
            for (key, value) in entries {
                let is_value = ["examples", "default", "enum"].contains(&key.as_str());
                if !is_value || at.ends_with("/properties") {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    subschemas(format!("{at}/{key}"), value, found);
                }
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                subschemas(format!("{at}/{number}"), item, found);
            }
        }
        _ => {}
    }
}

/// Every key of every table, with its subschema; a condition on a key tells
/// nothing of it.
fn keys(schema: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    subschemas(String::new(), schema, &mut found);
    found
        .iter()
        .filter(|(at, _)| at.rsplit('/').nth(1) == Some("properties"))
        .filter(|(at, _)| !at.contains("/items/anyOf/") && !at.contains("/dependentSchemas/"))
        .map(|(at, key)| (at.clone(), with_referred(key, schema)))
        .collect()
}

/// The subschema, with what it refers to.
fn with_referred(key: &Value, schema: &Value) -> Value {
    let mut whole = key["$ref"]
        .as_str()
        .and_then(|pointer| schema.pointer(pointer.trim_start_matches('#')))
        .cloned()
        .unwrap_or_else(|| key.clone());
    if let (Some(whole), Some(own)) = (whole.as_object_mut(), key.as_object()) {
        whole.extend(own.clone());
    }
    whole
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::draft202012::meta::is_valid(
        &sayso::schema::schema()
    ));
}

#[test]
fn every_key_is_explained() {
    let schema = sayso::schema::schema();
    let keys = keys(&schema);
    assert!(keys.len() > 40, "{}", keys.len());
    for (at, key) in keys {
        for word in ["title", "description"] {
            let text = key[word].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{at} has no {word}");
        }
        let text = key["description"].as_str().unwrap_or_default();
        assert!(text.ends_with('.'), "{at}: {text}");
        let examples = key["examples"].as_array().map_or(0, Vec::len);
        assert!(examples > 0, "{at} has no example");
    }
}

#[test]
fn every_example_and_every_default_is_valid() {
    let schema = sayso::schema::schema();
    let mut all = Vec::new();
    subschemas(String::new(), &schema, &mut all);
    for (at, part) in all {
        let told = part["examples"].as_array().into_iter().flatten();
        for value in told.chain(part.get("default")) {
            let mut whole = part.clone();
            whole["$defs"] = schema["$defs"].clone();
            assert!(jsonschema::is_valid(&whole, value), "{at}: {value}");
        }
    }
}

#[test]
fn the_program_prints_it() {
    let ran = Sandbox::new().sayso(&["config", "schema"]);
    let printed: Value = serde_json::from_str(&ran.exits(0).out).expect("JSON");
    assert_eq!(printed, sayso::schema::schema());
}
