//! YAML files of this repository, read by what is in them.

use std::fs;
use std::path::Path;

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// The file `name` from the root of this repository.
pub fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(path).expect(name);
    let mut events = Parser::new_from_str(&text)
        .map(|event| event.expect("YAML").0)
        .filter(|event| !matches!(event, Event::Comment(..)))
        .skip_while(|event| matches!(event, Event::StreamStart | Event::DocumentStart(..)));
    let first = events.next().expect("a document");
    node(first, &mut events)
}

/// The value that starts with this event.
fn node<'a>(event: Event<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Value {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => match &*text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "" => Value::Null,
            text => Value::String(text.to_owned()),
        },
        Event::Scalar(text, ..) => Value::String(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().expect("an item") {
                    Event::SequenceEnd => return Value::Array(items),
                    event => items.push(node(event, events)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut entries = Map::new();
            loop {
                match events.next().expect("a key") {
                    Event::MappingEnd => return Value::Object(entries),
                    Event::Scalar(key, ..) => {
                        let value = events.next().expect("a value");
                        entries.insert(key.into_owned(), node(value, events));
                    }
                    other => panic!("a key that is no word: {other:?}"),
                }
            }
        }
        other => panic!("not expected here: {other:?}"),
    }
}
