//! `evidence/overstatement`: "drastically reduces costs", by how much?

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::claim::effect;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::passage::report_unbacked;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Overstatement {}

impl Rule for Overstatement {
    const META: Meta = Meta {
        id: "evidence/overstatement",
        summary: "A great effect, without a number or evidence",
        why: "\"Drastically reduces costs\" is what everybody writes, so readers skip it; whoever \
              takes it seriously asks by how much. One number, or one example, says more than \
              the adverb.",
        leaves_alone: "Sentences with a number, what is possible, planned, to come, asked, \
                       denied or supposed, other adverbs, quotations, headings, and paragraphs with a link \
                       to another site, a sourced footnote or a stated method.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "The new kite drastically reduces the time we wait.\n",
                hits: &["drastically reduces"],
                fixed: None,
            },
            Example::Good("The new kite drastically reduces the wait, from 3 days to 1.\n"),
            Example::Good("A kite can dramatically improve the mood.\n"),
            Example::Good("- Vastly improved the string.\n"),
            Example::Good("Would a kite dramatically improve the mood?\n"),
            Example::Good("The mood was dramatically different.\n"),
            Example::Good("Kites [dramatically improve](https://example.org/kites) the mood.\n"),
            Example::Good("“Kites dramatically improve the mood,” says Ines.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| effect::signs().map(Phrase::new).collect());

impl Check for Overstatement {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let said = (
            "does not say by how much",
            "give the number and where it comes from, or an example, or drop the adverb",
        );
        report_unbacked(post, cx, out, said, |sentence, sign, _| {
            effect::find(sentence, sign.start)
        });
    }
}
