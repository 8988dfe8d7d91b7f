//! `evidence/weasel-attribution`: "it is widely believed", by nobody in particular.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::claim::hearsay;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::passage::report_unbacked;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct WeaselAttribution {}

impl Rule for WeaselAttribution {
    const META: Meta = Meta {
        id: "evidence/weasel-attribution",
        summary: "An opinion that is put in the mouth of nobody in particular",
        why: "\"It is widely believed\" borrows the weight of a crowd that may not exist, and \
              readers cannot ask it why. Say who believes it and where they said so, or say that \
              you do.",
        leaves_alone: "Opinions that the same or the next sentence turns against, what is asked, \
                       supposed or quoted, \"some say\", \"widely regarded as\", sentences about oneself, and paragraphs with a link, a \
                       sourced footnote or a stated method.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "It is widely believed that kites calm a team.\n",
                hits: &["It is widely believed"],
                fixed: None,
            },
            Example::Bad {
                text: "- Many people believe that kites are the best toy for a team.\n",
                hits: &["Many people believe"],
                fixed: None,
            },
            Example::Good("Many people say that kites calm a team. We disagree.\n"),
            Example::Good("Many believe that kites calm a team, but they scare the birds.\n"),
            Example::Good(
                "It is widely believed, [says Jo Doe](https://example.org), that kites help.\n",
            ),
            Example::Good("“Many people say that kites calm a team,” said Ines.\n"),
            Example::Good("Do many people believe that kites calm a team?\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| hearsay::signs().map(Phrase::new).collect());

impl Check for WeaselAttribution {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let said = (
            "does not say by whom",
            "say who and where, or say that you think so",
        );
        report_unbacked(post, cx, out, said, |sentence, sign, said| {
            hearsay::find(sentence, sign, said.next)
        });
    }
}
