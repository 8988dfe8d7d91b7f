//! `judgement/blanket-waiver`: a permission for more than anybody has read.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, GivenWaiver, Meta, Rule, WaiverPlace};

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BlanketWaiver {}

impl Rule for BlanketWaiver {
    const META: Meta = Meta {
        id: "judgement/blanket-waiver",
        summary: "A waiver for a whole post, a whole question, or every rule",
        why: "Whoever gives a waiver has looked at one claim. A waiver for the whole post also \
              covers what is written into it next week, and one for every rule covers faults \
              nobody has thought of. The narrow waiver costs one line and says what was meant.",
        leaves_alone: "Waivers of a post that are pinned to words of it; waivers of what stands in \
                       the front matter, where no comment can be beside the words; waivers in \
                       `sayso.toml`, which are for a post and cannot be nearer.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: A week\ndate: 2026-05-04\nsayso:\n  allow:\n    - rule: evidence/superlative\n      reason: audited figures, filing due in March\n---\nWe are the only cloud provider in the country.\n",
                hits: &[
                    "rule: evidence/superlative\n      reason: audited figures, filing due in March",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "<!-- sayso: allow * by editor: we have read all of this -->\nWe are the only cloud provider in the country.\n",
                hits: &["<!-- sayso: allow * by editor: we have read all of this -->"],
                fixed: None,
            },
            Example::Bad {
                text: "<!-- sayso: allow evidence: the filing has all of it -->\nWe are the only cloud provider in the country.\n",
                hits: &["<!-- sayso: allow evidence: the filing has all of it -->"],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow-file evidence/superlative pin 32cc6daaea22: audited figures, filing due in March -->\n\nWe are the only cloud provider in the country.\n",
            ),
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for BlanketWaiver {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            // One that does not count has other faults to mend first.
            if given.allowed == 0 {
                continue;
            }
            if let Some((says, label, help)) = blanket(given) {
                out.report(given.waiver.span, format!("{} {says}", given.name()))
                    .label(label)
                    .help(help);
            }
        }
    }
}

/// What is too wide about it.
fn blanket(given: &GivenWaiver) -> Option<(&'static str, &'static str, &'static str)> {
    let waiver = &given.waiver;
    if waiver.rules.iter().any(|id| !id.contains('/')) {
        return Some((
            "is for rules that nobody has named",
            "also for faults that nobody has seen yet",
            "name the rule that speaks here, as in: allow evidence/superlative",
        ));
    }
    let is_wide = waiver.covers_file
        && waiver.pins.is_empty()
        && given.could_be_nearer
        && !matches!(waiver.place, WaiverPlace::Policy(_));
    is_wide.then_some((
        "is for the whole post",
        "also for what is written here next",
        "put it in a comment above the words it is for, or pin it to them: `sayso waive` does both",
    ))
}
