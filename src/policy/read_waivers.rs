//! `[[waiver]]`

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeTable;

use super::read_rules::{Strangers, meet};
use super::section::Section;
use crate::finding::Findings;
use crate::rules::is_reason;
use crate::waiver::{PolicyWaiver, is_pin};

/// One waiver; `whole` is all of it.
pub(super) fn waiver(
    table: DeTable<'_>,
    whole: Range<usize>,
    strangers: &mut Strangers,
    faults: &mut Findings,
) -> Option<PolicyWaiver> {
    let mut section = Section::new("[[waiver]]", table, faults);
    let rule: Option<Spanned<String>> = section.take("rule", "the id of a rule");
    let path: Option<Spanned<String>> =
        section.take("path", "the path of a post, from this file's folder");
    let reason: Option<Spanned<String>> = section.take("reason", "a text of a sentence or so");
    let by = section.take("by", "the name of who allowed it");
    let until: Option<Spanned<toml::value::Datetime>> = section.take(
        "until",
        "a date such as 2027-01-31, without quotation marks",
    );
    let pins = pins(&mut section);
    let faults = &mut *section.faults;
    let missing = [
        ("rule", rule.is_none()),
        ("path", path.is_none()),
        ("reason", reason.is_none()),
    ];
    for (key, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        faults
            .report(whole.clone().into(), format!("this waiver has no `{key}`"))
            .label("every waiver has a rule, a path and a reason");
    }
    if let Some(path) = path
        .as_ref()
        .filter(|path| path.get_ref().contains(['*', '?', '[']))
    {
        faults
            .report(
                path.span().into(),
                "a waiver names one post, and no pattern",
            )
            .label("a pattern");
    }
    if let Some(rule) = &rule {
        meet(rule.get_ref(), rule.span(), strangers);
    }
    if let Some(reason) = reason
        .as_ref()
        .filter(|reason| !is_reason(reason.get_ref()))
    {
        faults
            .report(reason.span().into(), "this reason does not say why")
            .label("fewer than 15 characters");
    }
    let until = until.and_then(|until| {
        let date: Option<Date> = until
            .get_ref()
            .date
            .and_then(|date| Date::new(date.year as i16, date.month as i8, date.day as i8).ok());
        if date.is_none() {
            faults
                .report(until.span().into(), "`until` is a day, such as 2027-01-31")
                .label("no day");
        }
        date
    });
    section.finish();
    Some(PolicyWaiver {
        rule: rule?.into_inner(),
        path: path?.into_inner().trim_start_matches("./").to_owned(),
        reason: reason?.into_inner(),
        by,
        until,
        pins,
        span: whole.into(),
        at: String::new(),
    })
}

/// `pin`: one digest, or a list of them.
fn pins(section: &mut Section<'_, '_>) -> Vec<String> {
    const WANTED: &str = "what `sayso waive` writes, such as \"3f9a1c2b4d5e\"";
    let is_text = section
        .peek("pin")
        .is_some_and(|value| value.as_str().is_some());
    let pins: Vec<Spanned<String>> = if is_text {
        section.take("pin", WANTED).into_iter().collect()
    } else {
        section.take("pin", WANTED).unwrap_or_default()
    };
    for pin in pins.iter().filter(|pin| !is_pin(pin.get_ref())) {
        section
            .faults
            .report(pin.span().into(), format!("`pin` should be {WANTED}"))
            .label("not 12 hex digits");
    }
    pins.into_iter()
        .map(|pin| pin.into_inner().to_ascii_lowercase())
        .collect()
}
