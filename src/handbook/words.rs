//! Values of a policy in words.

use toml::Value;

use crate::finding::{FailOn, Level, Question};
use crate::policy::Condition;
use crate::rules::Meta;

/// The character to show for `c`: what steers a terminal, or turns text around,
/// is shown as a stand-in.
pub(super) fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        c if c.is_control() => '\u{fffd}',
        '\u{200e}'
        | '\u{200f}'
        | '\u{61c}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        c => c,
    }
}

/// `text` in one line, every run of blanks as one space. Blanks at its ends
/// stay, since it may be a part of a sentence.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(visible(c));
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// "a", "a and b", "a, b and c".
pub(super) fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A value as people write it.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => format!("“{text}”"),
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        Value::Array(values) if values.is_empty() => "nothing".to_owned(),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(self::value).collect();
            values.join(", ")
        }
        Value::Table(table) => {
            let pairs = table
                .iter()
                .map(|(key, one)| format!("“{key}”: {}", self::value(one)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) => value.to_string(),
    }
}

/// The value of an option of the rule `meta`. Words that a rule keeps inside
/// the company are counted, and not told.
pub(super) fn option_value(meta: &Meta, option: &Value) -> String {
    let count = match option {
        _ if meta.question() != Question::Confidential => return value(option),
        Value::String(_) => 1,
        Value::Array(values) => values.len(),
        Value::Table(table) => table.len(),
        _ => return value(option),
    };
    let entries = if count == 1 { "entry" } else { "entries" };
    format!("{count} {entries}, kept in the policy file")
}

/// An option and its value: "How many sentences at the start are looked at: 3".
pub(super) fn option(meta: &Meta, name: &str, option: &Value) -> String {
    let told = meta.options.iter().find(|told| told.name == name);
    let what = told.map_or(name, |told| told.what);
    format!("{what}: {}", option_value(meta, option))
}

/// A level as the first word of a line.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Off => "Off",
        Level::Advice => "Advice",
        Level::Warning => "Warning",
        Level::Error => "Error",
    }
}

/// What a finding of `level` does to a post.
pub(super) fn effect(level: Level, fail_on: FailOn) -> &'static str {
    if fail_on.fails(level) {
        "it stops the post"
    } else {
        "it does not stop the post"
    }
}

/// Which posts `condition` is for: "are at `content/press` and have the tag
/// “launch”"; none when it states nothing. Patterns count from `dir`, which is
/// empty where the reader knows it.
pub(super) fn condition(condition: &Condition, dir: &str) -> Option<String> {
    let mut parts = Vec::new();
    if condition.paths.is_some() {
        let patterns: Vec<String> = condition
            .patterns
            .iter()
            .map(|pattern| format!("`{}`", below(dir, pattern)))
            .collect();
        parts.push(format!("are at {}", listed(&patterns, "or")));
    }
    if let Some(tags) = &condition.tags {
        let tags: Vec<String> = tags.iter().map(|tag| format!("“{tag}”")).collect();
        parts.push(format!("have the tag {}", listed(&tags, "or")));
    }
    for (key, values) in &condition.when {
        let values: Vec<String> = values.iter().map(value).collect();
        parts.push(format!("say that `{key}` is {}", listed(&values, "or")));
    }
    (!parts.is_empty()).then(|| listed(&parts, "and"))
}

/// A pattern as it is from the root when it counts from `dir`.
pub(super) fn below(dir: &str, pattern: &str) -> String {
    if dir.is_empty() {
        pattern.to_owned()
    } else {
        format!("{dir}/{pattern}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn values_are_told_in_words() {
        let value = |text: &str| {
            let table: toml::Table = format!("a = {text}").parse().expect("TOML");
            super::value(&table["a"])
        };
        assert_eq!(value("['a', 'b']"), "“a”, “b”");
        assert_eq!(value("true"), "yes");
        assert_eq!(value("[]"), "nothing");
        assert_eq!(value("{ a = 1, b = 'c' }"), "“a”: 1; “b”: “c”");
        assert_eq!(value("2027-01-31"), "2027-01-31");
    }

    #[test]
    fn what_is_confidential_is_counted() {
        let entry = rules::find("confidential/confidential-marking").expect("a rule");
        let value = Value::Array(vec![Value::String("Falcon".into())]);
        let told = option(entry.meta, "also", &value);
        assert_eq!(
            told,
            "Markings of the company's own: 1 entry, kept in the policy file"
        );
    }

    #[test]
    fn text_is_one_line_without_anything_unseen() {
        assert_eq!(
            folded("a\n  b\u{1b}[31m\u{202e}"),
            "a b\u{fffd}[31m\u{fffd}"
        );
    }
}
