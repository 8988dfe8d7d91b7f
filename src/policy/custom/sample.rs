//! Rules for the tests of this folder.

use jiff::civil::date;
use toml::de::{DeTable, DeValue};

use super::CustomRule;
use crate::company::Company;
use crate::finding::{Finding, Findings, Level, POLICY_RULE};

/// A rule of these lines, with its faults, and the file they stand in.
pub(super) fn read(lines: &str) -> (Option<CustomRule>, Vec<Finding>, String) {
    let file = format!("[[rule]]\n{lines}\n");
    let mut faults = Findings::new(POLICY_RULE, Level::Error, None);
    let mut table = DeTable::parse(&file).expect("TOML").into_inner();
    let value = table.remove("rule").map(|value| value.into_inner());
    let Some(DeValue::Array(rules)) = value else {
        panic!("no list of rules: {file}");
    };
    let rule = rules.into_iter().next().expect("a rule");
    let span = rule.span();
    let DeValue::Table(table) = rule.into_inner() else {
        panic!("no table: {file}");
    };
    let rule = CustomRule::read(table, span, &file, &mut faults);
    let faults = faults.into_vec();
    assert!(rule.is_some() || !faults.is_empty(), "{file}");
    (rule, faults, file)
}

/// A rule without a fault: these lines, an id and a message.
pub(super) fn rule(lines: &str) -> CustomRule {
    let message = if lines.contains("message = ") {
        ""
    } else {
        "message = 'm'\n"
    };
    let (rule, faults, _) = read(&format!("id = 'acme/a'\n{message}{lines}"));
    assert!(faults.is_empty(), "{lines}: {faults:?}");
    rule.expect("a rule")
}

/// The words that a rule of these lines flags in `text`.
pub(super) fn flagged(lines: &str, text: &str) -> Vec<String> {
    let (post, found) = found(lines, text);
    found
        .iter()
        .map(|found| post.slice(found.span).to_owned())
        .collect()
}

/// What a rule of these lines finds in `text`.
pub(super) fn found(lines: &str, text: &str) -> (crate::post::Post, Vec<Finding>) {
    let company = Company {
        domains: vec!["acme.example".into()],
        ..Company::default()
    };
    rule(lines).try_on(text, &company, date(2026, 11, 24))
}
