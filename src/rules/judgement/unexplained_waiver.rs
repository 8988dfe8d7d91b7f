//! `judgement/unexplained-waiver`: a permission without a reason.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, is_reason};
use crate::span::Span;

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
                text: "<!-- sayso: allow evidence/superlative -->\nNothing is claimed here.\n",
                hits: &["<!-- sayso: allow evidence/superlative -->"],
                fixed: Some("Nothing is claimed here.\n"),
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
            Example::Good("<!-- an ordinary remark -->\nText.\n"),
        ],
    };
}

impl Check for UnexplainedWaiver {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for waiver in cx.waivers {
            if is_reason(&waiver.reason) {
                continue;
            }
            let (says, label) = if waiver.reason.is_empty() {
                ("gives no reason", "no reason")
            } else {
                ("does not say why", "too short to be a reason")
            };
            let rules = waiver.rules.join(", ");
            let finding = out
                .report(
                    waiver.span,
                    format!("this waiver of {rules} {says}, so it does not count"),
                )
                .label(label)
                .help(
                    "write behind the colon why the words may stay, for whoever reads it in a \
                     year, or take the waiver out and change the words",
                );
            if waiver.is_idle && waiver.reason.is_empty() {
                finding.fix(Fix::edit(
                    Applicability::Safe,
                    "take out a waiver that allows nothing",
                    with_line_break(post.text(), waiver.span),
                    "",
                ));
            }
        }
    }
}

/// The span, and the line break behind it when nothing else is on its line.
fn with_line_break(text: &str, span: Span) -> Span {
    let before = &text[..span.start as usize];
    let after = &text[span.end as usize..];
    let starts_line = before.is_empty() || before.ends_with('\n');
    let rest = after.trim_start_matches([' ', '\t']);
    let break_len = if rest.starts_with("\r\n") {
        2
    } else {
        usize::from(rest.starts_with('\n'))
    };
    if starts_line && break_len > 0 {
        let blanks = after.len() - rest.len();
        return Span::new(span.start as usize, span.end as usize + blanks + break_len);
    }
    span
}
