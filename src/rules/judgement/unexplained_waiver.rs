//! `judgement/unexplained-waiver`: a permission without a reason.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, WaiverFault};

/// The rule has no options: what is no reason does not count, whatever a policy says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnexplainedWaiver {}

impl Rule for UnexplainedWaiver {
    const META: Meta = Meta {
        id: "judgement/unexplained-waiver",
        summary: "A waiver that does not say why",
        why: "A waiver is a person's decision to keep something a policy warns about. Months \
              later, somebody has to know whether it still holds, and \"ok\" does not tell. The \
              reason is what an auditor, a lawyer or the next editor reads, so a waiver without \
              one does not count.",
        leaves_alone: "Waivers with a reason, however short-lived; whether the reason is good is for \
                       people to judge.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow evidence/superlative: ok -->\nWe are the only cloud provider in the country.\n",
                hits: &["<!-- sayso: allow evidence/superlative: ok -->"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: A week\ndate: 2026-05-04\nsayso:\n  allow:\n    - evidence/superlative\n---\nWe are the only cloud provider in the country.\n",
                hits: &["evidence/superlative"],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
            Example::Good("<!-- an ordinary remark -->\nText.\n"),
        ],
    };
}

impl Check for UnexplainedWaiver {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            let is_unexplained =
                |fault: &WaiverFault| matches!(fault, WaiverFault::Unexplained).then_some(());
            if given.fault(is_unexplained).is_none() {
                continue;
            }
            let (says, label) = if given.waiver.reason.is_empty() {
                ("gives no reason", "no reason")
            } else {
                ("does not say why", "too short to be a reason")
            };
            out.report(
                given.waiver.span,
                format!("{} {says}, so it does not count", given.name()),
            )
            .label(label)
            .help(
                "write behind the colon why the words may stay, for whoever reads it in a year, \
                 or take the waiver out and change the words",
            );
        }
    }
}
