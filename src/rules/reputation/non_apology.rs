//! `reputation/non-apology`: an apology that takes itself back.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::kind::is_about_incident;
use crate::rules::spoken::Spoken;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NonApology {}

impl Rule for NonApology {
    const META: Meta = Meta {
        id: "reputation/non-apology",
        summary: "An apology that takes itself back: \"sorry if\", \"mistakes were made\"",
        why: "Whoever was hurt by an incident reads the apology word by word. \"If anyone was \
              affected\" doubts them, and \"mistakes were made\" leaves out by whom. Such a sentence \
              is quoted more often than the rest of the post.",
        leaves_alone: "Posts that are not about an incident, quotations, and apologies that name \
                       what happened.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: The outage of 4 May\n---\nMistakes were made. We are sorry if anyone was \
                       affected, and apologize for any inconvenience.\n",
                hits: &[
                    "Mistakes were made",
                    "sorry if anyone",
                    "apologize for any inconvenience",
                ],
                fixed: None,
            },
            Example::Good(
                "---\ntitle: The outage of 4 May\n---\nWe lost your orders for two hours. We are sorry.\n",
            ),
            Example::Good("# Moving day\n\nWe apologize for any inconvenience.\n"),
            Example::Good("# The outage of 4 May\n\nNobody wants to hear “mistakes were made”.\n"),
        ],
    };
}

/// Phrases that take an apology back, and what to write.
const TURNS: [(&str, &str); 16] = [
    ("mistakes were made", BY_WHOM),
    ("errors were made", BY_WHOM),
    ("sorry if anyone", DOUBT),
    ("sorry if any", DOUBT),
    ("sorry if you", DOUBT),
    ("sorry if this", DOUBT),
    ("sorry to anyone who may have", DOUBT),
    ("apologize if anyone", DOUBT),
    ("apologise if anyone", DOUBT),
    ("apologize if you", DOUBT),
    ("apologise if you", DOUBT),
    ("sorry you feel", DOUBT),
    ("sorry that you feel", DOUBT),
    ("apologize for any inconvenience", ANY),
    ("apologise for any inconvenience", ANY),
    ("sorry for any inconvenience", ANY),
];

const BY_WHOM: &str = "say who did what: \"we shipped a change that deleted your drafts\"";
const DOUBT: &str = "say that you are sorry for what happened, and name it";
const ANY: &str =
    "name what it cost readers: \"you could not log in for two hours, and we are sorry\"";

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| TURNS.iter().map(|(words, _)| Phrase::new(words)).collect());

impl Check for NonApology {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() || !is_about_incident(post) {
            return;
        }
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let Some(said) = spoken.hear(hit) else {
                continue;
            };
            let (_, instead) = TURNS[hit.phrase];
            out.report(
                said.span(),
                format!("\"{}\" is no apology to whoever was hurt", said.words()),
            )
            .label("names neither who did it nor what it did")
            .help(instead);
        }
    }
}
