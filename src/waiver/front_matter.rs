//! Waivers in the front matter, under `sayso.allow`; they cover the whole post.
//!
//! ```yaml
//! sayso:
//!   allow:
//!     - rule: evidence/superlative
//!       reason: audited figure, filing due in March
//!       by: legal
//!       until: 2027-01-31
//!     - evidence/guarantee by legal: the warranty is on our terms page
//! ```

use crate::finding::fold_blanks;
use crate::post::Post;
use crate::post::front_matter::{Data, Entry, Value, When};
use crate::rules::{Waiver, WaiverPlace};

use super::parse;
use super::pin::is_pin;

/// Where generators keep what is not theirs: Zola in `extra`, Hugo in `params`.
const KEYS: [&str; 3] = ["sayso.allow", "extra.sayso.allow", "params.sayso.allow"];

/// The waivers in the front matter of `post`.
pub(super) fn find(post: &Post) -> Vec<Waiver> {
    let mut found = Vec::new();
    let Some(front_matter) = post.front_matter() else {
        return found;
    };
    for value in KEYS.into_iter().filter_map(|key| front_matter.get(key)) {
        match &value.data {
            Data::Null => {}
            Data::List(items) => items.iter().for_each(|item| one(item, &mut found)),
            _ => one(value, &mut found),
        }
    }
    found
}

/// A waiver that is one value, or a table of several.
fn one(value: &Value, found: &mut Vec<Waiver>) {
    let mut waiver = Waiver {
        place: WaiverPlace::FrontMatter,
        span: value.span,
        covers_file: true,
        allows: true,
        ..Waiver::default()
    };
    match &value.data {
        Data::Text { text, verbatim } => {
            parse::line(text, verbatim.map(|span| span.start), &mut waiver);
        }
        Data::Table(entries) if entries.iter().any(|entry| is(entry, "rule")) => {
            table(entries, &mut waiver);
        }
        // `- evidence/superlative: why` is a table in YAML.
        Data::Table(entries) if !entries.is_empty() => {
            for entry in entries {
                let mut waiver = Waiver {
                    span: entry.key_span.cover(entry.value.span),
                    ..waiver.clone()
                };
                parse::head(&entry.key, None, &mut waiver);
                match entry.value.as_text() {
                    Some(reason) => waiver.reason = fold_blanks(reason),
                    None => waiver.misread = Some(SHAPE.into()),
                }
                found.push(waiver);
            }
            return;
        }
        _ => waiver.misread = Some(SHAPE.into()),
    }
    found.push(waiver);
}

const SHAPE: &str = "a waiver in the front matter has a `rule` and a `reason`";

fn is(entry: &Entry, key: &str) -> bool {
    entry.key.eq_ignore_ascii_case(key)
}

/// Reads `{ rule, reason, by, until, pin }`.
fn table(entries: &[Entry], waiver: &mut Waiver) {
    for entry in entries {
        let value = &entry.value;
        if value.is_blank() {
            continue;
        }
        let text = match &value.data {
            // A digest may look like a number.
            Data::Number(text) => Some(text.as_str()),
            _ => value.as_text(),
        };
        let wanted = match entry.key.to_ascii_lowercase().as_str() {
            "rule" => {
                waiver.rules = texts(value);
                waiver.rules.is_empty().then_some("the id of a rule")
            }
            "reason" => {
                waiver.reason = fold_blanks(text.unwrap_or_default());
                text.is_none().then_some("a text")
            }
            "by" => {
                waiver.by = text.map(fold_blanks);
                text.is_none().then_some("a name")
            }
            "until" => {
                waiver.until = text.and_then(When::parse).map(|when| when.date);
                waiver.until_span = value.verbatim();
                waiver
                    .until
                    .is_none()
                    .then_some("a date such as 2027-01-31")
            }
            "pin" => {
                waiver.pins = match text {
                    Some(text) => text.split_whitespace().map(str::to_owned).collect(),
                    None => texts(value),
                };
                waiver
                    .pins
                    .iter_mut()
                    .for_each(|pin| pin.make_ascii_lowercase());
                waiver.pins_span = value.verbatim();
                let is_good = !waiver.pins.is_empty() && waiver.pins.iter().all(|pin| is_pin(pin));
                (!is_good).then_some("what `sayso waive` writes")
            }
            key => {
                waiver.misread = Some(format!(
                    "`{key}` is not known here; a waiver has rule, reason, by, until and pin"
                ));
                None
            }
        };
        if let Some(wanted) = wanted {
            waiver.misread = Some(format!("`{}` should be {wanted}", entry.key));
        }
    }
    if waiver.rules.is_empty() && waiver.misread.is_none() {
        waiver.misread = Some("it names no rule".into());
    }
}

/// A text, or the texts of a list.
fn texts(value: &Value) -> Vec<String> {
    match &value.data {
        Data::Text { text, .. } => vec![text.trim().to_owned()],
        Data::List(items) => items
            .iter()
            .filter_map(|item| match &item.data {
                Data::Number(text) => Some(text.clone()),
                _ => item.as_text().map(str::to_owned),
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn read(text: &str) -> Vec<Waiver> {
        find(&Post::parse("a.md", text, Generator::Unknown))
    }

    #[track_caller]
    fn is_full(waivers: &[Waiver]) {
        let [waiver] = waivers else {
            panic!("{waivers:?}");
        };
        assert_eq!(waiver.misread, None);
        assert!(waiver.covers_file && waiver.allows);
        assert_eq!(waiver.rules, ["evidence/superlative"]);
        assert_eq!(waiver.reason, "audited: the filing is due");
        assert_eq!(waiver.by.as_deref(), Some("legal"));
        assert_eq!(waiver.pins, ["123456789012"]);
        let until = waiver.until.map(|until| until.to_string());
        assert_eq!(until.as_deref(), Some("2027-01-31"));
    }

    #[test]
    fn every_format_has_a_table() {
        let yaml = "---\nsayso:\n  allow:\n    - rule: evidence/superlative\n      reason: 'audited: the filing is due'\n      by: legal\n      until: 2027-01-31\n      pin: 123456789012\n---\n";
        is_full(&read(yaml));
        let toml = "+++\n[[sayso.allow]]\nrule = \"evidence/superlative\"\nreason = \"audited: the filing is due\"\nby = \"legal\"\nuntil = 2027-01-31\npin = [\"123456789012\"]\n+++\n";
        is_full(&read(toml));
        is_full(&read(&toml.replace("[[sayso", "[[extra.sayso")));
        let json = "{\"sayso\": {\"allow\": {\"rule\": [\"evidence/superlative\"], \"reason\": \"audited: the filing is due\", \"by\": \"legal\", \"until\": \"2027-01-31\", \"pin\": \"123456789012\"}}}\n";
        is_full(&read(json));
    }

    #[test]
    fn a_line_is_enough() {
        let head = "evidence/superlative by legal until 2027-01-31 pin 123456789012";
        let reason = "audited: the filing is due";
        for item in [
            format!("    - '{head}: {reason}'"),
            format!("    - {head}: '{reason}'"),
            format!("    {head}: '{reason}'"),
        ] {
            is_full(&read(&format!("---\nsayso:\n  allow:\n{item}\n---\n")));
        }
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        for (yaml, told) in [
            (
                "[{rule: a/b, untill: 2027-01-31}]",
                "`untill` is not known here",
            ),
            ("[{rule: a/b, until: soon}]", "`until` should be a date"),
            ("[{rule: a/b, pin: 12}]", "`pin` should be what"),
            ("[{rule: }]", "it names no rule"),
            ("[{a/b: [x]}]", "a waiver in the front matter has"),
            ("12", "a waiver in the front matter has"),
            ("[[a/b]]", "a waiver in the front matter has"),
        ] {
            let found = read(&format!("---\nsayso:\n  allow: {yaml}\n---\n"));
            let misread = found[0].misread.as_deref().expect(yaml);
            assert!(misread.starts_with(told), "{yaml}: {misread}");
        }
        assert!(read("---\nsayso:\n  allow:\n---\n").is_empty());
    }
}
