//! `judgement/self-approved`: a permission to oneself.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, WaiverFault};

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SelfApproved {}

impl Rule for SelfApproved {
    const META: Meta = Meta {
        id: "judgement/self-approved",
        summary: "A waiver by the person who wrote the words",
        why: "A second pair of eyes sees what the first no longer does, and that is what an \
              approver is for. When the name in the waiver is that of the author of the words in \
              git, nobody else has looked. Such a waiver does not count, \
              unless the policy turns this rule off.",
        leaves_alone: "Waivers that name nobody; words whose author git does not know, as those \
                       of a file that is not committed.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "<!-- sayso: allow evidence/superlative by Jo Doe: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
                hits: &[
                    "<!-- sayso: allow evidence/superlative by Jo Doe: audited figure, filing due in March -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative by legal: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for SelfApproved {
    fn check(&self, _post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for given in cx.waivers {
            let is_own = given.fault(|fault| (*fault == WaiverFault::SelfApproved).then_some(()));
            let (Some(()), Some(by)) = (is_own, &given.waiver.by) else {
                continue;
            };
            let author = given.author.as_deref().unwrap_or(by);
            let author = match author.split_once('<') {
                Some((name, _)) if !name.trim().is_empty() => name.trim(),
                _ => author,
            };
            out.report(
                given.waiver.span,
                format!(
                    "{} is by {by}, who wrote the words, so it does not count",
                    given.name()
                ),
            )
            .label(format!("git says the words are by {author}"))
            .help("ask somebody else to read them, and name who agreed");
        }
    }
}
