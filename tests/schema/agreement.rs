//! The schema knows the keys that the reader knows, and takes the values that
//! it takes.

use std::collections::BTreeSet;

use serde_json::Value;
use toml::toml;

use super::places::{Place, only, places};
use super::words::subschemas;
use super::{faults, json_of, validator};

fn keys_in(schema: &Value, place: &Place) -> BTreeSet<String> {
    let table = schema.pointer(&place.at).expect(&place.at);
    let keys = table["properties"].as_object().expect("a table");
    keys.keys().cloned().collect()
}

#[test]
fn every_table_of_the_schema_is_compared() {
    let schema = sayso::schema::schema();
    let mut all = Vec::new();
    subschemas(String::new(), &schema, &mut all);
    let closed: BTreeSet<String> = all
        .iter()
        .filter(|(_, part)| part["additionalProperties"] == false)
        .map(|(at, _)| at.clone())
        .filter(|at| at != "/$defs/rules/additionalProperties/anyOf/1")
        .collect();
    let compared = places().into_iter().map(|place| place.at).collect();
    assert_eq!(closed, compared);
}

/// The reader lists its keys when it meets one that it does not know.
#[test]
fn the_schema_knows_the_keys_that_the_reader_knows() {
    let schema = sayso::schema::schema();
    for place in places() {
        let mut known = BTreeSet::new();
        for policy in &place.policies {
            let policy = policy(only("zzzzzzzzzzzzzzzz", 1)).to_string();
            let (_, faults) = sayso::policy::read(&policy);
            let helps = faults.iter().filter_map(|fault| fault.help.as_deref());
            let listed = helps.filter_map(|help| help.strip_prefix("the keys here are "));
            known.extend(
                listed
                    .flat_map(|listed| listed.split(", "))
                    .map(str::to_owned),
            );
        }
        assert_eq!(keys_in(&schema, &place), known, "{}", place.at);
    }
}

/// The reader lists the words that it takes when it meets another one.
#[test]
fn the_schema_knows_the_words_that_the_reader_knows() {
    let schema = sayso::schema::schema();
    let mut seen = 0;
    for place in places() {
        for key in keys_in(&schema, &place) {
            let at = format!("{}/properties/{key}", place.at);
            let Some(words) = schema.pointer(&at).and_then(|key| words(key, &schema)) else {
                continue;
            };
            let is_list = schema.pointer(&format!("{at}/items")).is_some();
            let wrong = if is_list {
                vec!["zzzz"].into()
            } else {
                toml::Value::from("zzzz")
            };
            let told: Vec<String> = place
                .policies
                .iter()
                .flat_map(|policy| faults(&policy(only(&key, wrong.clone())).to_string()))
                .filter_map(|fault| Some(fault.split_once(" is one of ")?.1.to_owned()))
                .collect();
            let told = told.first().expect(&at);
            let known: BTreeSet<String> =
                told.split(", ").map(|word| word.replace('"', "")).collect();
            assert_eq!(words, known, "{at}");
            seen += 1;
        }
    }
    assert!(seen >= 10, "{seen}");
}

/// The words that may stand behind a key, or in its list.
fn words(key: &Value, schema: &Value) -> Option<BTreeSet<String>> {
    if let Some(pointer) = key["$ref"].as_str() {
        return words(schema.pointer(pointer.trim_start_matches('#'))?, schema);
    }
    let listed = || key.pointer("/items/anyOf/0/enum");
    let words = key.get("enum").or_else(listed)?.as_array()?;
    words
        .iter()
        .map(|word| Some(word.as_str()?.to_owned()))
        .collect()
}

#[test]
fn the_schema_takes_the_values_that_the_reader_takes() {
    let schema = sayso::schema::schema();
    let validator = validator();
    let samples = toml! {
        samples = [
            "text", "", " ", 1, 0, -1, 1.5, true, 2027-01-31, [], ["text"], [""], [1], [["text"]],
            {}, { x = 1 }, { x = "text" }, { "" = "text" }, { x = { y = 1 } },
        ]
    };
    let samples = samples["samples"].as_array().expect("a list");
    let mut wrong = Vec::new();
    for place in places() {
        for key in keys_in(&schema, &place) {
            for (policy, sample) in place
                .policies
                .iter()
                .flat_map(|policy| samples.iter().map(move |sample| (policy, sample)))
            {
                let policy = policy(only(&key, sample.clone())).to_string();
                let faults = faults(&policy);
                let is_valid = validator.is_valid(&json_of(&policy));
                // In JSON a date is a text, so that the schema may take one too many.
                let is_lenient = sample.is_datetime() && is_valid;
                if faults.is_empty() != is_valid && !is_lenient {
                    wrong.push(format!("{policy}the reader says {faults:?}\n"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
