//! `judgement/unknown-approver`: a permission by somebody who cannot give it.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, WaiverFault, one_of};

/// The rule has no options; `[policy] approvers` names who may allow what.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnknownApprover {}

impl Rule for UnknownApprover {
    const META: Meta = Meta {
        id: "judgement/unknown-approver",
        summary: "A waiver by nobody, or by somebody who may not allow the rule",
        why: "Whether a claim can be backed up is for legal to say at one company and for an \
              editor at another, and the policy names them by question (`approvers`). A waiver \
              that names somebody else, or nobody, is a decision that was never made. When it \
              goes wrong there is nobody to ask.",
        leaves_alone: "Questions the policy names no approvers for.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow conversation/announcement-voice by Lee: the customer asked for this line -->\nWe are thrilled to announce that we have moved.\n",
                hits: &[
                    "<!-- sayso: allow conversation/announcement-voice by Lee: the customer asked for this line -->",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "<!-- sayso: allow conversation/announcement-voice: the customer asked for this line -->\nWe are thrilled to announce that we have moved.\n",
                hits: &[
                    "<!-- sayso: allow conversation/announcement-voice: the customer asked for this line -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow conversation/announcement-voice by Editor: the customer asked for this line -->\nWe are thrilled to announce that we have moved.\n",
            ),
        ],
    };
}

impl Check for UnknownApprover {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            let approvers = given.fault(|fault| match fault {
                WaiverFault::UnknownApprover { approvers, .. } => Some(one_of(approvers)),
                _ => None,
            });
            let Some(approvers) = approvers else {
                continue;
            };
            let says = match &given.waiver.by {
                Some(by) => format!("is by {by}, who may not allow it"),
                None => "does not say who allowed it".to_owned(),
            };
            let finding = out
                .report(
                    given.waiver.span,
                    format!("{} {says}, so it does not count", given.name()),
                )
                .label(format!("this is for {approvers} to allow"));
            match given.waiver.by {
                Some(_) => finding.help(format!("ask {approvers}, and name who agreed")),
                None => finding.help(format!(
                    "ask {approvers}, and name who agreed before the colon: by NAME"
                )),
            };
        }
    }
}
