//! `evidence/carbon-claim`: "we are carbon neutral", and nobody says what was counted.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::promise::carbon::{self, Carbon};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::claimed::{block_text, claims, is_explained};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct CarbonClaim {}

impl Rule for CarbonClaim {
    const META: Meta = Meta {
        id: "evidence/carbon-claim",
        summary: "Carbon neutral, net zero or offset, without what was counted and how",
        why: "\"Carbon neutral\" can mean the office, or everything down to the suppliers; cut, or \
              paid for elsewhere. Readers cannot tell, and regulators have begun to ask. Say what \
              is counted, for which year, how, and what was offset; a target needs a plan that \
              anybody can read. This is not legal advice.",
        leaves_alone: "Countries, policies and other companies, plans and strategies by name, \
                       denials, questions and conditions, quotations, headings, claims in a \
                       paragraph with a scope, a standard, an amount in tonnes or a link, and \
                       targets beside any link.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "16 CFR 260.5: Carbon offsets",
                url: "https://www.ecfr.gov/current/title-16/section-260.5",
            },
            Source {
                title: "Directive (EU) 2024/825: Empowering consumers for the green transition",
                url: "https://eur-lex.europa.eu/eli/dir/2024/825/oj",
            },
        ],
        examples: &[
            Example::Bad {
                text: "We are proud to be carbon-neutral. Our hosting has been **climate\nneutral** since 2019.\n",
                hits: &["carbon-neutral", "climate\nneutral"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme will be net zero by 2040.\n",
                hits: &["net zero"],
                fixed: None,
            },
            Example::Bad {
                text: "- We offset all our emissions.\n- Our goal is to reach net zero by 2030.\n",
                hits: &["offset all our emissions", "net zero"],
                fixed: None,
            },
            Example::Good(
                "We are carbon neutral for scope 1 and 2, audited for 2025 by Example Labs.\n",
            ),
            Example::Good("We are carbon neutral ([report](https://example.org/report)).\n"),
            Example::Good("Acme will be net zero by 2040; [our plan](/climate-plan) says how.\n"),
            Example::Good("The country wants to be net zero by 2050, and so does RivalDB.\n"),
            Example::Good("We wrote down our net-zero plan and help others to write theirs.\n"),
            Example::Good("We are not carbon neutral yet. Are we carbon neutral?\n"),
            Example::Good("If we were carbon neutral, we would say so.\n"),
            Example::Good("“We are carbon neutral,” said Jo.\n"),
            Example::Good("## How we became carbon neutral\n\nA talk in May.\n"),
            Example::Good("The offset of our pointer and the net of zero points are right.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| carbon::phrases().map(Phrase::new).collect());

impl Check for CarbonClaim {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        // Reports and plans are published on the own site as a rule.
        let settles =
            |block| carbon::has_method(block_text(post, block)) || is_explained(post, cx, block);
        for claim in claims(post, cx, carbon::find, settles) {
            let (fault, label, help) = match claim.what {
                Carbon::Reached => (
                    "does not say what is counted, and how",
                    "no scope, standard, amount or report in this paragraph",
                    "say which emissions, which year and how much is offset, and link the report",
                ),
                Carbon::Target => (
                    "is a target, and nothing here says how it will be met",
                    "no link to a plan in this paragraph",
                    "link the plan with its steps and dates, or leave the target to the page that has it",
                ),
                Carbon::Offset => (
                    "does not say how much, and by what",
                    "no amount, project or report in this paragraph",
                    "say how many tonnes, of which year, through which projects, and link the certificate",
                ),
            };
            out.report(claim.span, format!("\"{}\" {fault}", claim.words))
                .label(label)
                .help(help);
        }
    }
}
