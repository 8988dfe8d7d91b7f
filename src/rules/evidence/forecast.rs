//! `evidence/forecast`: "our fund returned 12% a year", and nobody says that it can fall.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::promise::{Statement, forecast};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::claimed::claims;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Forecast {}

impl Rule for Forecast {
    const META: Meta = Meta {
        id: "evidence/forecast",
        summary: "Past or hoped-for returns of an own investment, without the caveat",
        why: "A return that was is read as a return that will be, and people put their savings on \
              it. Regulators ask that past and hypothetical returns come with their period and \
              with the risk of loss. The caveat belongs in the same post. This is not legal advice.",
        leaves_alone: "Markets and other companies' funds, numbers that are no returns, denials, \
                       questions, quotations, headings, and posts that say anywhere that past \
                       performance is no guarantee or that money can be lost.",
        level: Level::Warning,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "17 CFR 275.206(4)-1: Investment adviser marketing",
                url: "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
            },
            Source {
                title: "FINRA Rule 2210: Communications with the Public, see (d)(1)",
                url: "https://www.finra.org/rules-guidance/rulebooks/finra-rules/2210",
            },
        ],
        examples: &[
            Example::Bad {
                text: "Our growth fund returned 12% a year since 2019.\n",
                hits: &["returned 12"],
                fixed: None,
            },
            Example::Bad {
                text: "- Acme's strategies have consistently outperformed the market.\n- We offer projected returns of 9% on bonds.\n",
                hits: &["outperformed", "projected returns of 9"],
                fixed: None,
            },
            Example::Good(
                "Our growth fund returned 12% a year since 2019.\n\nPast performance is no guarantee.\n",
            ),
            Example::Good("The market returned 7% a year, and RivalDB's fund earned 9% in May.\n"),
            Example::Good("Our API returned 12% of its rows. Our model gained 3% in accuracy.\n"),
            Example::Good(
                "Our fund has not returned 12% a year. Has our fund returned 12% a year?\n",
            ),
            Example::Good("“Our fund returned 12% a year,” said Jo.\n"),
            Example::Good("## Our fund returned 12% a year\n\nA talk in May.\n"),
            Example::Good("At an expected return of 5% a year, 100 become 105.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| forecast::phrases().map(Phrase::new).collect());

impl Check for Forecast {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let find = |said: &Statement<'_>| Some((forecast::find(said)?, ()));
        let claims = claims(post, cx, find, |_| false);
        if claims.is_empty() || forecast::has_caveat(post.prose().text()) {
            return;
        }
        for claim in claims {
            out.report(
                claim.span,
                format!("\"{}\" tells of a return, and nothing here says that money can be lost", claim.words),
            )
            .label("no caveat about past performance or loss in this post")
            .help("name the period and the fees, and say that past or expected returns are no guarantee");
        }
    }
}
