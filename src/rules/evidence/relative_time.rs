//! `evidence/relative-time`: "recently", on a page that is to last.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::post::front_matter::Reading;
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RelativeTime {}

impl Rule for RelativeTime {
    const META: Meta = Meta {
        id: "evidence/relative-time",
        summary: "\"Recently\" or \"last year\" in a post marked as evergreen",
        why: "A page that is to last is read in years that its author did not think of, and \
              \"last year\" is then another year. A date stays true.",
        leaves_alone: "Every post without `evergreen: true` in its front matter, headings and \
                       quotations.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\nevergreen: true\n---\nWe recently bought a kite.\n",
                hits: &["recently"],
                fixed: None,
            },
            Example::Good("We recently bought a kite.\n"),
            Example::Good("---\nevergreen: true\n---\nWe bought a kite in May 2026.\n"),
            Example::Good("---\nevergreen: true\n---\n“We recently bought a kite,” Ines said.\n"),
        ],
    };
}

const TIMES: PhraseList = PhraseList::new(
    "recently; lately; yesterday; tomorrow; last week; last month; last quarter; last year; this week; \
     this month; this quarter; this year; next week; next month; next quarter; next year; a few weeks \
     ago; a few months ago; a few years ago; coming soon",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| TIMES.iter().map(Phrase::new).collect());

impl Check for RelativeTime {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let is_evergreen = post
            .front_matter()
            .is_some_and(|front_matter| front_matter.flag("evergreen") == Reading::Is(true));
        if !is_evergreen {
            return;
        }
        let mut passages = Passages::of(post);
        for hit in cx.hits {
            let passage = passages.around(hit.text.start);
            let at = hit.text.start;
            if passage.sentence(at).is_none() || passage.is_said_by_others(at, &[]) {
                continue;
            }
            let words = &post.prose().text()[hit.text.clone()];
            out.report(
                post.prose().source(hit.text.clone()),
                format!("\"{words}\" will mean another time to those who read this later"),
            )
            .label("this post is marked as evergreen")
            .help("write the date, or take the words out");
        }
    }
}
