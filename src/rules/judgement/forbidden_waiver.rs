//! `judgement/forbidden-waiver`: a permission that nobody can give, or not there.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, WaiverFault};

/// The rule has no options; `[policy] unwaivable` names further rules.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ForbiddenWaiver {}

impl Rule for ForbiddenWaiver {
    const META: Meta = Meta {
        id: "judgement/forbidden-waiver",
        summary: "A waiver of a rule that may not be waived, or not in the post",
        why: "A password or a card number does harm the moment it is out, whatever the reason \
              for it was, so nobody can allow one; a policy may name more such rules \
              (`unwaivable`). What is confidential can be allowed in `sayso.toml` only: a comment \
              beside the words would point every reader of the repository at them. Rules about \
              waivers are allowed there as well, since a post does not judge itself.",
        leaves_alone: "Waivers in `sayso.toml` of what may be waived; waivers with nothing to \
                       allow, which are unused.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow confidential/confidential-marking: the banner is only an example -->\n**Internal use only**\n\nText.\n",
                hits: &[
                    "<!-- sayso: allow confidential/confidential-marking: the banner is only an example -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for ForbiddenWaiver {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            let span = given.waiver.span;
            let unwaivable = given.fault(|fault| match fault {
                WaiverFault::Unwaivable(rule) => Some(rule.clone()),
                _ => None,
            });
            let elsewhere = given.fault(|fault| match fault {
                WaiverFault::PolicyOnly(rule) => Some(rule.clone()),
                _ => None,
            });
            if let Some(rule) = unwaivable {
                out.report(span, format!("{} does not count", given.name()))
                    .label(format!("nobody may allow {rule}"))
                    .help("take the waiver out and change the words");
            } else if let Some(rule) = elsewhere {
                out.report(
                    span,
                    format!("{} does not count in a post", given.name()),
                )
                .label(format!("{rule} is allowed in sayso.toml only"))
                .help(
                    "take it out of the post; `sayso waive` writes the [[waiver]] for sayso.toml",
                );
            }
        }
    }
}
