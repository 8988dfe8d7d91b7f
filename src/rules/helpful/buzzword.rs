//! `helpful/buzzword`: words that sound like something and say nothing.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::Quotations;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Buzzword {
    /// Phrases that may be used.
    allow: Vec<String>,
}

impl Rule for Buzzword {
    const META: Meta = Meta {
        id: "helpful/buzzword",
        summary: "Words that fill a sentence and say nothing, from a short list",
        why: "Every company writes the same of itself in these words, so they tell readers nothing \
              about this one. People who know the field skip the sentence, and others cannot find \
              out what is meant. The plain word is shorter.",
        leaves_alone: "Quotations, and any word that is also the plain name of a thing (robust, \
                       platform, ecosystem, solution): the list is short on purpose.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[OptionDoc {
            name: "allow",
            what: "Phrases that may be used",
            example: r#"["thought leadership"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Our best-of-breed tools unlock the power of data in today's fast-paced world.\n",
                hits: &[
                    "best-of-breed",
                    "unlock the power of",
                    "in today's fast-paced world",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "We leverage synergies and pick the low-hanging fruit.\n",
                hits: &["synergies", "low-hanging fruit"],
                fixed: None,
            },
            Example::Good("Our robust platform is a solution for a large ecosystem.\n"),
            Example::Good("He said “we need synergies” and went home.\n"),
        ],
    };
}

/// What says nothing, and what to write in its place.
const PLAIN: &[(&str, &str)] = &[
    ("synergy", "say what works better together, and how"),
    ("synergies", "say what works better together, and how"),
    ("synergistic", "say what works better together, and how"),
    ("best of breed", "say what it does better than others"),
    ("best in breed", "say what it does better than others"),
    ("paradigm shift", "say what changes, and for whom"),
    ("game changer", "say what changes, and for whom"),
    ("game changing", "say what changes, and for whom"),
    ("low hanging fruit", "say what is easy to do first"),
    ("move the needle", "say what gets better, and by how much"),
    ("moves the needle", "say what gets better, and by how much"),
    ("moving the needle", "say what gets better, and by how much"),
    ("boil the ocean", "say what would be too much"),
    ("think outside the box", "say what was new about the idea"),
    ("unlock the power of", "say what readers can do with it"),
    ("unleash the power of", "say what readers can do with it"),
    ("harness the power of", "say \"use\", and what for"),
    ("harnessing the power of", "say \"using\", and what for"),
    ("unlocking the power of", "say what readers can do with it"),
    ("unleashing the power of", "say what readers can do with it"),
    (
        "in today's fast paced world",
        "start with what the sentence is about",
    ),
    (
        "in today's digital age",
        "start with what the sentence is about",
    ),
    (
        "in today's digital world",
        "start with what the sentence is about",
    ),
    (
        "in today's digital landscape",
        "start with what the sentence is about",
    ),
    ("ever changing landscape", "say what changes"),
    ("ever evolving landscape", "say what changes"),
    ("rapidly evolving landscape", "say what changes"),
    ("rapidly changing landscape", "say what changes"),
    (
        "take it to the next level",
        "say what gets better, and by how much",
    ),
    ("to the next level", "say what gets better, and by how much"),
    ("thought leader", "say what the person has done"),
    ("thought leaders", "say what the people have done"),
    ("thought leadership", "say what you know, and how"),
    ("bleeding edge", "say what is new about it"),
    (
        "turnkey solution",
        "say what is in it, and what is left to do",
    ),
    (
        "turnkey solutions",
        "say what is in them, and what is left to do",
    ),
];

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| PLAIN.iter().map(|(words, _)| Phrase::new(words)).collect());

impl Check for Buzzword {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let allowed: Vec<Phrase> = self.allow.iter().map(|own| Phrase::new(own)).collect();
        for hit in cx.hits {
            let block = &prose.blocks()[prose.block_at(hit.text.start)];
            let is_quoted = block.kind == BlockKind::Quote
                || Quotations::of(prose.block_text(block)).hold(hit.text.start - block.text.start);
            let is_ours = !matches!(block.kind, BlockKind::FrontMatter | BlockKind::AltText);
            if is_quoted || !is_ours || allowed.contains(&PHRASES[hit.phrase]) {
                continue;
            }
            let words = &prose.text()[hit.text.clone()];
            out.report(
                prose.source(hit.text.clone()),
                format!("\"{words}\" tells readers nothing"),
            )
            .label("it fits any company and any product")
            .help(PLAIN[hit.phrase].1);
        }
    }
}
