//! `evidence/unsourced-comparison`: "40% faster than RivalDB", measured by nobody.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::evidence::{Scope, Wanted, looked_for};
use crate::finding::{Findings, Level};
use crate::language::claim::comparison;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::passage::{Unbacked, unbacked};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnsourcedComparison {}

impl Rule for UnsourcedComparison {
    const META: Meta = Meta {
        id: "evidence/unsourced-comparison",
        summary: "A comparison with a rival, without how it was measured",
        why: "A number against a rival is a claim about two products, and the rival will check \
              it. Readers want to know what was measured, on what, when and with which versions. \
              Advertising law in many places asks that a comparison can be verified.",
        leaves_alone: "Comparisons without a number (but for the competitors that [company] names), \
                       with the company's own products or earlier versions, with the past, what is \
                       asked, denied or supposed, quotations, and any section with a table, a \
                       word on benchmarks, a link to another site, a sourced footnote or a \
                       stated method.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "CAP Code, section 3: Misleading advertising",
            url: "https://www.asa.org.uk/type/non_broadcast/code_section/03.html",
        }],
        examples: &[
            Example::Bad {
                text: "Our maps load **ten times\nfaster** than traditional maps.\n",
                hits: &["ten times\nfaster** than traditional"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme Cloud is 40% faster than RivalDB.\n",
                hits: &["40% faster than RivalDB"],
                fixed: None,
            },
            Example::Bad {
                text: "It is now cheaper than RivalDB.\n",
                hits: &["cheaper than RivalDB"],
                fixed: None,
            },
            Example::Good("Acme Cloud is 40% faster than last year.\n"),
            Example::Good("Acme Cloud 3 is 40% faster than Acme Cloud 2.\n"),
            Example::Good("It is cheaper than lunch.\n"),
            Example::Good(
                "Acme Cloud is 40% faster than RivalDB in [this test](https://example.org/test).\n",
            ),
            Example::Good("We measured it over 12 runs: Acme Cloud is 40% faster than RivalDB.\n"),
            Example::Good("## The benchmark\n\nAcme Cloud is 40% faster than RivalDB on a desk.\n"),
            Example::Good("Is Acme Cloud 40% faster than RivalDB?\n"),
            Example::Good("It is not 40% faster than RivalDB.\n"),
            Example::Good("“It is 40% faster than RivalDB,” says Ines.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| vec![Phrase::new(comparison::SIGN)]);

impl Check for UnsourcedComparison {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        const WANTED: Wanted = Wanted {
            scope: Scope::Section,
            own_pages: true,
        };
        let own = cx.company.own_names();
        let places = cx.hits.iter().map(|hit| hit.text.clone());
        let claims = unbacked(post, cx, places, WANTED, |sentence, sign, _| {
            comparison::find(sentence, sign.start, &own, &cx.company.competitors)
        });
        for claim in claims {
            if shows_measurement(post, &claim) {
                continue;
            }
            let words = claim.words;
            out.report(
                post.prose().source(claim.place),
                format!("\"{words}\" is a comparison that readers and rivals can check"),
            )
            .label(looked_for(WANTED.scope, claim.kind))
            .help("link the test, say what you measured and when, or drop the comparison");
        }
    }
}

/// True when the section shows what was measured: in a table, or in words on
/// a benchmark.
fn shows_measurement(post: &Post, claim: &Unbacked<'_>) -> bool {
    let prose = post.prose();
    let section = prose.blocks()[prose.block_at(claim.place.start)].section;
    let mut blocks = prose
        .blocks()
        .iter()
        .filter(|block| block.section == section);
    blocks.any(|block| {
        let text = prose.block_text(block).as_bytes();
        let has = |word: &[u8]| memchr::memmem::find(text, word).is_some();
        block.kind == BlockKind::TableCell || has(b"enchmark") || has(b"easured")
    })
}
