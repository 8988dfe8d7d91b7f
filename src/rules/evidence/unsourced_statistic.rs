//! `evidence/unsourced-statistic`: "60% of adults", counted by nobody.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::evidence::{Scope, Wanted, looked_for};
use crate::finding::{Findings, Level};
use crate::language::claim::share;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::passage::{Unbacked, unbacked};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnsourcedStatistic {
    /// Whether only a source in the same paragraph counts.
    same_paragraph: bool,
}

impl Rule for UnsourcedStatistic {
    const META: Meta = Meta {
        id: "evidence/unsourced-statistic",
        summary: "A figure about people at large, without a source",
        why: "\"60% of adults\" was counted by somebody, somewhere, some time ago. Without the \
              source readers cannot tell whether it still holds, for whom it holds, or whether \
              it ever did; and a figure that is copied from post to post soon has none left.",
        leaves_alone: "The company's own figures (we, our), shares of somebody in particular (our \
                       users, the people who came), 100%, sentences that name who counted, goals, \
                       examples and questions, tables, quotations, and any section with a link to \
                       another site, a sourced footnote or a stated method. A report that is \
                       named and linked at the top covers the whole post.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "same-paragraph",
            what: "Whether only a source in the same paragraph counts",
            example: "true",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Today, 60% of adults own a kite.\n",
                hits: &["60% of adults"],
                fixed: None,
            },
            Example::Bad {
                text: "Nearly one in four small\nbusinesses flies a kite.\n",
                hits: &["one in four small\nbusinesses"],
                fixed: None,
            },
            Example::Bad {
                text: "## Kites\n\n7.5 percent of parents fly one.\n\n## Sky\n\n[More](https://example.org).\n",
                hits: &["7.5 percent of parents"],
                fixed: None,
            },
            Example::Good("[60% of adults](https://example.org/kites) own a kite.\n"),
            Example::Good("60% of our customers own a kite.\n"),
            Example::Good("We asked around: 60% of adults own a kite.\n"),
            Example::Good("Kite Weekly found that 60% of adults own a kite.\n"),
            Example::Good("Suppose that 60% of adults own a kite.\n"),
            Example::Good("Our aim is that 60% of adults own a kite by 2030.\n"),
            Example::Good("“60% of adults own a kite,” says Ines.\n"),
            Example::Good("It works for 100% of users who have a kite.\n"),
            Example::Good("| A |\n|---|\n| 60% of adults own a kite. |\n"),
            Example::Good("```\n60% of users own a kite\n```\n"),
            Example::Good(
                "Notes on [the yearly kite survey](https://example.org).\n\n## People\n\n60% of adults own a kite.\n",
            ),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| share::signs().map(Phrase::new).collect());

impl Check for UnsourcedStatistic {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let wanted = Wanted {
            scope: if self.same_paragraph {
                Scope::Paragraph
            } else {
                Scope::Section
            },
            own_pages: true,
        };
        let claims = unbacked(post, cx, signs(post, cx), wanted, |sentence, sign, _| {
            share::find(sentence, sign)
        });
        let is_in_text = |claim: &Unbacked<'_>| claim.kind != BlockKind::TableCell;
        for claim in claims.into_iter().filter(is_in_text) {
            let words = claim.words;
            out.report(
                post.prose().source(claim.place),
                format!("\"{words}\" is a figure that somebody counted, and nothing here says who"),
            )
            .label(looked_for(wanted.scope, claim.kind))
            .help("link the source and say of which year it is, or drop the figure");
        }
    }
}

/// The phrases and the signs `%`, in the order of the text.
fn signs(post: &Post, cx: &Context<'_>) -> Vec<Range<usize>> {
    let text = post.prose().text().as_bytes();
    let percent = memchr::memchr_iter(b'%', text).map(|at| at..at + 1);
    let phrases = cx.hits.iter().map(|hit| hit.text.clone());
    let mut signs: Vec<Range<usize>> = percent.chain(phrases).collect();
    signs.sort_by_key(|sign| sign.start);
    signs
}
