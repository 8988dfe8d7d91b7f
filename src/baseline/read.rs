//! Reading the file of a baseline. One that cannot be read is a fault with its
//! place: nobody may take it for one that knows nothing, or everything.

use std::collections::BTreeSet;

use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, de};
use serde_json::error::Category;

use super::{Entry, VERSION};
use crate::span::{BOM, LineIndex, Position};

/// Why a baseline cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Position,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u64,
    known: Vec<Option<Entry>>,
}

/// What every version of the file has.
#[derive(Deserialize)]
struct Opening {
    version: Option<serde_json::Value>,
}

/// The marks that git leaves at both ends of a conflict. Another line of the
/// file starts with a brace, a bracket or a quotation mark.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The entries in `text`.
pub(super) fn document(text: &str) -> Result<BTreeSet<Entry>, Fault> {
    let json = text.strip_prefix(BOM).unwrap_or(text);
    match serde_json::from_str::<Document>(json) {
        Ok(document) if document.version == VERSION => {
            Ok(document.known.into_iter().flatten().collect())
        }
        outcome => Err(fault(json, outcome.err())),
    }
}

fn fault(json: &str, error: Option<serde_json::Error>) -> Fault {
    let anew = "take back the last change to it, or delete it and write it anew: sayso baseline";
    if let Some(at) = conflict(json) {
        return Fault {
            place: position(json, at),
            message: "git left a merge conflict here".to_owned(),
            help: "keep the entries of both sides, take out the lines with <<<<<<<, ======= and \
                   >>>>>>>, and let `sayso baseline --prune` put the rest in order"
                .to_owned(),
        };
    }
    if let Some(fault) = version(json) {
        return fault;
    }
    let (at, message) = match error {
        Some(error) => {
            let message = match error.classify() {
                Category::Eof => "the file ends too early",
                Category::Data => {
                    "a baseline has entries of a `path`, a `rule` and a `fingerprint` of 64 hex \
                     digits, and this is something else"
                }
                Category::Syntax | Category::Io => "this is not JSON",
            };
            (offset(json, &error), message)
        }
        None => (0, "this is no baseline"),
    };
    Fault {
        place: position(json, at),
        message: message.to_owned(),
        help: anew.to_owned(),
    }
}

/// What is wrong with the version, where there is JSON that could have one.
fn version(json: &str) -> Option<Fault> {
    let opening: Opening = serde_json::from_str(json).ok()?;
    let known = serde_json::Value::from(VERSION);
    match opening.version {
        Some(version) if version == known => None,
        Some(version) => Some(Fault {
            place: position(json, json.find("\"version\"").unwrap_or(0)),
            message: format!("version {version} of the file is not one that this sayso reads"),
            help: format!(
                "use the sayso that wrote it, or delete it and write one of version {VERSION}: \
                 sayso baseline"
            ),
        }),
        None => Some(Fault {
            place: position(json, 0),
            message: "this is no baseline: it does not tell its `version`".to_owned(),
            help: "delete it and write it anew: sayso baseline".to_owned(),
        }),
    }
}

/// Where the first mark of a conflict stands.
fn conflict(json: &str) -> Option<usize> {
    let mut at = 0;
    json.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        CONFLICT
            .iter()
            .any(|mark| line.starts_with(mark))
            .then_some(start)
    })
}

fn position(text: &str, at: usize) -> Position {
    LineIndex::new(text).position(text, at.min(text.len()) as u32)
}

/// The byte at which the reader stopped; it counts the bytes of a line from 1.
fn offset(json: &str, error: &serde_json::Error) -> usize {
    let lines = json.split_inclusive('\n');
    let before: usize = lines
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = before + error.column().saturating_sub(1);
    (0..=at.min(json.len()))
        .rev()
        .find(|&at| json.is_char_boundary(at))
        .unwrap_or(0)
}

/// The fingerprint of an entry.
pub(super) fn fingerprint<'de, D: Deserializer<'de>>(reader: D) -> Result<String, D::Error> {
    let text = String::deserialize(reader)?;
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() == 64 && text.bytes().all(is_digit) {
        return Ok(text);
    }
    Err(D::Error::invalid_value(
        de::Unexpected::Str(&text),
        &"64 hex digits",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (usize, usize, String) {
        let fault = document(text).expect_err(text);
        (fault.place.line, fault.place.column, fault.message)
    }

    #[test]
    fn a_fault_has_its_place() {
        for (text, line, column, said) in [
            ("", 1, 1, "ends too early"),
            ("{\"version\": 1, \"known\": [", 1, 25, "ends too early"),
            ("known: é", 1, 1, "not JSON"),
            (
                "{\"version\": 1, \"known\": [{\"path\": \"é\" x",
                1,
                39,
                "not JSON",
            ),
            ("[]", 1, 2, "a baseline has entries"),
            ("{\"known\": []}", 1, 1, "does not tell its `version`"),
            ("{\n\"version\": 2, \"more\": {}}", 2, 1, "version 2"),
            ("{\"version\": \"1\", \"known\": []}", 1, 2, "version \"1\""),
            ("{\n<<<<<<< ours\n", 2, 1, "merge conflict"),
            ("{\"version\": 1}", 1, 14, "a baseline has entries"),
            (
                "{\"version\": 1, \"known\": [\n{\"path\": \"a\", \"rule\": \"b\", \"fingerprint\": \"F\"}]}",
                2,
                46,
                "64 hex digits",
            ),
            (
                "{\"version\": 1, \"known\": [\n{\"path\": \"a\"}]}",
                2,
                13,
                "64 hex digits",
            ),
        ] {
            let (at_line, at_column, message) = told(text);
            assert!(message.contains(said), "{text}: {message}");
            assert_eq!((at_line, at_column), (line, column), "{text}");
        }
    }

    #[test]
    fn a_mark_of_a_conflict_in_a_path_is_none() {
        let text = "{\"version\": 1, \"known\": [{\"path\": \"<<<<<<< a\\n=======\", \"rule\": \
                    \"b\", \"fingerprint\": \"0\"}]}";
        assert!(told(text).2.contains("64 hex digits"));
    }
}
