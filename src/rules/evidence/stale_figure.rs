//! `evidence/stale-figure`: "as of 2019", in a post of 2026.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::evidence::{Scope, Wanted, find};
use crate::finding::{Findings, Level};
use crate::language::claim::{Sentence, as_of};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::kind::date_of;
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleFigure {
    /// How many years make a figure old.
    years: u16,
}

impl Default for StaleFigure {
    fn default() -> StaleFigure {
        StaleFigure { years: 3 }
    }
}

impl Rule for StaleFigure {
    const META: Meta = Meta {
        id: "evidence/stale-figure",
        summary: "A figure that was old when the post came out",
        why: "Readers take a figure in the present tense for one of today. One that was three \
              years old on the day of the post is news from another market, and a newer one is \
              mostly a search away.",
        leaves_alone: "Posts without a date, history (was, had, since), sentences without a figure \
                       or without \"as of\", those with a link or a footnote, and quotations.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "years",
            what: "How many years before the post make a figure old",
            example: "5",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ndate: 2026-05-04\n---\nAs of May 2019, 40% of teams fly a kite.\n",
                hits: &["As of May 2019"],
                fixed: None,
            },
            Example::Good(
                "---\ndate: 2026-05-04\n---\nAs of March 2026, 40% of teams fly a kite.\n",
            ),
            Example::Good("---\ndate: 2026-05-04\n---\nAs of 2019, 40% of teams had a kite.\n"),
            Example::Good("---\ndate: 2026-05-04\n---\nAs of 2019, the kite is free.\n"),
            Example::Good("---\ndate: 2020-05-04\n---\nAs of 2019, 40% of teams fly a kite.\n"),
            Example::Good(
                "---\ndate: 2026-05-04\n---\n[As of 2019](https://example.org/kites), 40% of teams fly a kite.\n",
            ),
            Example::Good("As of 2019, 40% of teams fly a kite.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| as_of::signs().map(Phrase::new).collect());

impl Check for StaleFigure {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() {
            return;
        }
        let Some(today) = date_of(post) else {
            return;
        };
        const WANTED: Wanted = Wanted {
            scope: Scope::Sentence,
            own_pages: false,
        };
        let mut passages = Passages::of(post);
        for hit in cx.hits {
            let passage = passages.around(hit.text.start);
            let Some(said) = passage.sentence(hit.text.start) else {
                continue;
            };
            let place = said.inside(&hit.text);
            let Some((found, year)) = as_of::find(&Sentence::new(said.text), place.start) else {
                continue;
            };
            let is_backed = find(post, said.place(), WANTED, cx.company).is_some();
            let age = today.year() - year;
            if i32::from(age) < i32::from(self.years)
                || is_backed
                || passage.is_said_by_others(hit.text.start, &[])
            {
                continue;
            }
            let words = &said.text[found.clone()];
            out.report(
                post.prose().source(said.outside(found)),
                format!("the figure \"{words}\" was {age} years old when this post came out"),
            )
            .label(format!("the post is of {}", today.year()))
            .help("look for a newer figure, or say why the old one still holds");
        }
    }
}
