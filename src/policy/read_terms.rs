//! What `[policy]` says of waivers and reviews.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::raw::Placed;
use super::read::tables;
use super::read_rules::{Strangers, meet};
use super::section::Section;
use crate::finding::{Findings, Question};
use crate::rules::ReviewDemand;

/// What one file says of waivers and reviews. A key that is not there decides
/// nothing.
#[derive(Debug, Default)]
pub struct RawTerms {
    /// `[policy] approvers`
    pub approvers: BTreeMap<String, Placed<Vec<String>>>,
    /// `[policy] unwaivable`
    pub unwaivable: Option<Placed<Vec<String>>>,
    /// `[policy] max-waiver-days`
    pub max_days: Option<Placed<u32>>,
    /// `[policy] require-pins`
    pub require_pins: Option<Placed<bool>>,
    /// `[[policy.review]]`
    pub reviews: Vec<Placed<ReviewDemand>>,
}

/// Takes the keys about waivers and reviews out of `[policy]`.
pub(super) fn terms(section: &mut Section<'_, '_>, strangers: &mut Strangers) -> RawTerms {
    let mut terms = RawTerms {
        approvers: approvers(section),
        ..RawTerms::default()
    };
    let unwaivable: Option<Spanned<Vec<Spanned<String>>>> = section.take(
        "unwaivable",
        "a list of rules, such as [\"evidence/guarantee\"]",
    );
    terms.unwaivable = unwaivable.map(|listed| {
        let span = listed.span().into();
        let mut value = Vec::new();
        for one in listed.into_inner() {
            if Question::from_id(one.get_ref()).is_none() {
                meet(one.get_ref(), one.span(), strangers);
            }
            value.push(one.into_inner());
        }
        Placed { value, span }
    });
    terms.max_days = section.placed("max-waiver-days", "a number of days, such as 180");
    terms.require_pins = section.placed("require-pins", "true or false");
    if let Some(value) = section.raw("review") {
        terms.reviews = tables("policy.review", value, section.faults)
            .into_iter()
            .filter_map(|(table, span)| {
                Some(Placed {
                    span: span.clone().into(),
                    value: review(table, span, section.faults)?,
                })
            })
            .collect();
    }
    terms
}

/// `approvers = ["legal"]`, or a table of such lists by question, where `*` is
/// every question that has none of its own.
fn approvers(section: &mut Section<'_, '_>) -> BTreeMap<String, Placed<Vec<String>>> {
    const LIST: &str = "a list of names, such as [\"legal\"]";
    let mut found = BTreeMap::new();
    let is_list = section
        .peek("approvers")
        .is_some_and(|value| !matches!(value, DeValue::Table(_)));
    if is_list {
        let names = section.placed("approvers", LIST);
        found.extend(names.map(|names| ("*".to_owned(), names)));
        return found;
    }
    let Some(table) = section.table("approvers") else {
        return found;
    };
    let mut inner = Section::new("[policy.approvers]", table, section.faults);
    // A rule of the policy's own is of a group that only it knows.
    for name in inner.names() {
        if let Some(names) = inner.placed_at(&name, LIST) {
            found.insert(name, names);
        }
    }
    found
}

fn review(
    table: DeTable<'_>,
    whole: std::ops::Range<usize>,
    faults: &mut Findings,
) -> Option<ReviewDemand> {
    let mut section = Section::new("[[policy.review]]", table, faults);
    let mut list = |key| {
        section
            .take::<Vec<String>>(key, "a list of texts")
            .unwrap_or_default()
    };
    let demand = ReviewDemand {
        tags: list("tags"),
        audiences: list("audiences"),
        by: list("by"),
    };
    section.finish();
    if demand.tags.is_empty() && demand.audiences.is_empty() {
        faults
            .report(whole.into(), "this review is for no post")
            .label("no `tags`, no `audiences`")
            .help("say which posts are meant: tags = [\"earnings\"]");
        return None;
    }
    Some(demand)
}
