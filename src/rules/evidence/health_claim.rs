//! `evidence/health-claim`: a product is said to cure, treat or prevent, and nothing backs it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::promise::{Statement, health};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::claimed::{claims, is_backed};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct HealthClaim {}

impl Rule for HealthClaim {
    const META: Meta = Meta {
        id: "evidence/health-claim",
        summary: "A product said to cure, treat or prevent a disease, without evidence",
        why: "People act on what a product is said to do for their health, and some leave a \
              treatment that works. The law of many places lets only approved products claim to \
              cure, treat or prevent a disease, and \"clinically proven\" needs a trial behind it. \
              This is not legal advice.",
        leaves_alone: "What doctors and hospitals treat, what others' products do, research news, \
                       denials, hopes and questions, quotations, headings, and any claim in a \
                       paragraph with a link to another site, a sourced footnote or a stated method.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "FTC, Health Products Compliance Guidance",
                url: "https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance",
            },
            Source {
                title: "CAP Code, section 12: Medicines, medical devices, health-related products and beauty products",
                url: "https://www.asa.org.uk/type/non_broadcast/code_section/12.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: "Our herbal tea cures migraines.\n",
                hits: &["cures migraines"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme Cloud treats anxiety. Our new drops can help prevent\nseasonal **flu**.\n",
                hits: &["treats anxiety", "prevent\nseasonal **flu"],
                fixed: None,
            },
            Example::Bad {
                text: "- Our serum is clinically proven to work.\n- Try our scientifically proven formula.\n",
                hits: &["clinically proven", "scientifically proven"],
                fixed: None,
            },
            Example::Good("We treat patients with diabetes at three clinics.\n"),
            Example::Good(
                "A new drug treats asthma in mice, a study says, and is clinically proven.\n",
            ),
            Example::Good("Our herbal tea does not cure migraines. Does our tea cure colds?\n"),
            Example::Good("Our app could one day help prevent strokes.\n"),
            Example::Good("> Our herbal tea cures migraines.\n\nThat is what they wrote.\n"),
            Example::Good("## Our tea cures migraines\n\nSo said an advert of 1890.\n"),
            Example::Good(
                "Our serum is clinically proven, in [a trial with 312 people](https://example.org/trial).\n",
            ),
            Example::Good("Our linter treats warnings as a disease and prevents bugs.\n"),
            Example::Good("Our app helps people with diabetes to keep a diary.\n"),
            Example::Good("Our firewall cures nothing, and our patch prevents infinite loops.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| health::phrases().map(Phrase::new).collect());

impl Check for HealthClaim {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let find = |said: &Statement<'_>| Some((health::find(said)?, ()));
        for claim in claims(post, cx, find, |block| is_backed(post, cx, block)) {
            out.report(
                claim.span,
                format!("\"{}\" is a medical claim, and nothing here backs it up", claim.words),
            )
            .label("no trial, link or footnote nearby")
            .help("link the trial or the approval, or say what people use it for instead of what it heals");
        }
    }
}
