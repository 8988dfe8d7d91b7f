//! `evidence/guarantee`: "guaranteed returns", "100% secure": a promise without an exception.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::promise::{Statement, guarantee};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::claimed::{claims, is_backed};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guarantee {}

impl Rule for Guarantee {
    const META: Meta = Meta {
        id: "evidence/guarantee",
        summary: "A promise without an exception: guaranteed returns, 100% secure",
        why: "Nothing is without risk, and readers who lose money or data will quote the sentence \
              that said so. Where money and health are concerned, regulators treat such promises as \
              misleading. Say what you do, what can go wrong, and who stands in for it. This is not \
              legal advice.",
        leaves_alone: "What software guarantees of itself (order, delivery, types), other companies, \
                       denials, conditions and warnings, quotations, headings, refunds, the risk-free \
                       rate, insured deposits, and promises with a link to another site, a sourced \
                       footnote or a stated method.",
        level: Level::Warning,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "FINRA Rule 2210: Communications with the Public, see (d)(1)(B)",
                url: "https://www.finra.org/rules-guidance/rulebooks/finra-rules/2210",
            },
            Source {
                title: "17 CFR 275.206(4)-1: Investment adviser marketing",
                url: "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
            },
            Source {
                title: "FTC, Health Products Compliance Guidance",
                url: "https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance",
            },
        ],
        examples: &[
            Example::Bad {
                text: "We offer guaranteed returns of 8% a year.\n",
                hits: &["guaranteed returns"],
                fixed: None,
            },
            Example::Bad {
                text: "Put your savings to work and enjoy risk-free\nprofits.\n",
                hits: &["risk-free\nprofits"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme Cloud is **100% secure**. With Acme, your data is completely safe.\n",
                hits: &["100% secure", "completely safe"],
                fixed: None,
            },
            Example::Bad {
                text: "- Our vault is unhackable.\n- Our backup never fails.\n",
                hits: &["unhackable", "never fails"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme guarantees steady profits, whatever the market does.\n",
                hits: &["guarantees steady profits"],
                fixed: None,
            },
            Example::Good("At-least-once delivery is guaranteed, and we guarantee the order.\n"),
            Example::Good(
                "The function is guaranteed to return; our parser never fails to be slow.\n",
            ),
            Example::Good("We do not offer guaranteed returns, and nothing is 100% secure.\n"),
            Example::Good("Beware of anybody who says we offer guaranteed returns.\n"),
            Example::Good("RivalDB is unhackable, they say. “We are unhackable,” says Jo.\n"),
            Example::Good("Is Acme Cloud 100% secure?\n"),
            Example::Good("## Guaranteed returns and other stories\n\nA history.\n"),
            Example::Good("We use the risk-free rate of three-month bills.\n"),
            Example::Good("We offer a risk-free trial, and 30 days to change your mind.\n"),
            Example::Good("Our deposits are FDIC insured and pay guaranteed interest.\n"),
            Example::Good("Run `unhackable --now`: we made it 100% offline.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| guarantee::phrases().map(Phrase::new).collect());

impl Check for Guarantee {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let find = |said: &Statement<'_>| Some((guarantee::find(said)?, ()));
        for claim in claims(post, cx, find, |block| is_backed(post, cx, block)) {
            out.report(
                claim.span,
                format!("\"{}\" promises what nobody can promise", claim.words),
            )
            .label("no exception, and no link, footnote or method nearby")
            .help("say what you do and what can still go wrong, link the terms of the guarantee, or drop it");
        }
    }
}
