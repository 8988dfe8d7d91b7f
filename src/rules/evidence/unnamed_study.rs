//! `evidence/unnamed-study`: "studies show", and no word on which.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::claim::study;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::passage::report_unbacked;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnnamedStudy {}

impl Rule for UnnamedStudy {
    const META: Meta = Meta {
        id: "evidence/unnamed-study",
        summary: "Studies or experts that are cited and not named",
        why: "\"Studies show\" asks readers to trust somebody they cannot look up. Those who know \
              the field will ask which studies, and those who do not will repeat a claim that may \
              never have been made. Name the study and link it, or say it as your own opinion.",
        leaves_alone: "Studies with an article or a name (the, these, our, Example Labs), what is asked, \
                       supposed or quoted, headings, and any paragraph with a link, a sourced \
                       footnote, a citation or a stated method.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Studies show that teams with kites sleep better.\n",
                hits: &["Studies show"],
                fixed: None,
            },
            Example::Bad {
                text: "It is worth a try: multiple recent\nstudies have found that kites calm a team.\n",
                hits: &["multiple recent\nstudies have found"],
                fixed: None,
            },
            Example::Bad {
                text: "- We like kites because experts agree that they help.\n",
                hits: &["experts agree"],
                fixed: None,
            },
            Example::Good(
                "[Studies show](https://example.org/kites) that teams with kites sleep better.\n",
            ),
            Example::Good(
                "Studies show that kites help.[^1]\n\n[^1]: Jo Doe, *Kites at work*, 2021.\n",
            ),
            Example::Good("The studies show that kites help, and these experts agree with us.\n"),
            Example::Good("Our research shows that kites help more than we thought.\n"),
            Example::Good("Example Labs research shows that kites help more than balloons.\n"),
            Example::Good("“Studies show that kites help teams,” said Ines.\n"),
            Example::Good("Ines: Studies show that kites help teams.\n"),
            Example::Good("When user research shows that a kite is wrong, take a balloon.\n"),
            Example::Good("## Studies show that kites help\n\nSo we heard, and read on.\n"),
            Example::Good("Do studies show that kites help teams?\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| study::signs().map(Phrase::new).collect());

impl Check for UnnamedStudy {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let said = (
            "does not say which or who",
            "name the study and link it, or say it as your own view",
        );
        report_unbacked(post, cx, out, said, |sentence, sign, _| {
            study::find(sentence, sign.start)
        });
    }
}
