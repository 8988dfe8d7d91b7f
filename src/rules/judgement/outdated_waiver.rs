//! `judgement/outdated-waiver`: a permission for words that are others now.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, GivenWaiver, Meta, Rule, WaiverFault};

/// The rule has no options; `[policy] require-pins` asks for pins everywhere.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct OutdatedWaiver {}

impl Rule for OutdatedWaiver {
    const META: Meta = Meta {
        id: "judgement/outdated-waiver",
        summary: "A waiver for words that have changed since it was given",
        why: "Whoever allowed \"the only provider in the country\" did not allow \"the only \
              provider in the world\". `sayso waive` pins a waiver to the words it is given for, \
              and when they change it does not count until somebody has read the new ones. A \
              policy may ask for a pin in every waiver (`require-pins`).",
        leaves_alone: "Waivers without a pin, unless the policy asks for one; a new wrap, other \
                       blanks, and edits to other paragraphs.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow evidence/superlative pin 32cc6daaea22: audited figure, filing due in March -->\nWe are the only cloud provider in the world.\n",
                hits: &[
                    "<!-- sayso: allow evidence/superlative pin 32cc6daaea22: audited figure, filing due in March -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative pin 32cc6daaea22: audited figure, filing due in March -->\nWe are the only cloud\nprovider in the country.\n\nAnother paragraph.\n",
            ),
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for OutdatedWaiver {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            let has = |wanted: &WaiverFault| given.fault(|fault| (fault == wanted).then_some(()));
            if has(&WaiverFault::Outdated).is_some() {
                report_outdated(given, out);
            } else if has(&WaiverFault::Unpinned).is_some() {
                report_unpinned(given, out);
            }
        }
    }
}

fn report_outdated(given: &GivenWaiver, out: &mut Findings) {
    let finding = out
        .report(
            given.waiver.span,
            format!(
                "{} was given for other words, so it does not count for these",
                given.name()
            ),
        )
        .label("the words have changed since");
    match given.pins_to_write() {
        Some(pins) => finding.help(format!(
            "when the new words may stay too, have them approved again, as in: {pins}; else take \
             the waiver out and change them"
        )),
        None => finding.help(
            "when the new words may stay too, take the waiver out and let `sayso waive` write a \
             new one; else change them",
        ),
    };
    if let Some(span) = given.waiver.pins_span {
        finding.fix(Fix::edit(
            Applicability::Suggestion,
            "once the new words are approved, pin the waiver to them",
            span,
            given.pins_now.join(" "),
        ));
    }
}

fn report_unpinned(given: &GivenWaiver, out: &mut Findings) {
    let finding = out
        .report(
            given.waiver.span,
            format!("{} is for any words, so it does not count", given.name()),
        )
        .label("no pin, and the policy asks for one");
    match given.pins_to_write() {
        Some(pins) => finding.help(format!(
            "let `sayso waive` write it, or name the words as they are now: {pins}"
        )),
        None => finding.help("let `sayso waive` write it"),
    };
}
