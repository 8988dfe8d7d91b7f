//! `reputation/insensitive-term`: terms that exclude people, with a neutral one at hand.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::coarse::LOADED;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::spoken::Spoken;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InsensitiveTerm {
    /// Terms that may be used.
    allow: Vec<String>,
}

impl Rule for InsensitiveTerm {
    const META: Meta = Meta {
        id: "reputation/insensitive-term",
        summary: "Terms that exclude people, for which a neutral one is at hand",
        why: "Some readers are the people such a term is about, and they notice first. The neutral \
              term says the same and costs nothing. The list is short on purpose: only terms that \
              careful publications have given up.",
        leaves_alone: "Names, quotations, titles of works, code and addresses, and whatever is a \
                       matter of house style, such as \"whitelist\" or \"guys\": a company's own \
                       `[[rule]]` can say so.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "allow",
            what: "Terms that may be used here",
            example: r#"["slave node"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "The lift is for handicapped people, and each slave node is near.\n",
                hits: &["handicapped people", "slave node"],
                fixed: None,
            },
            Example::Bad {
                text: "Ines is wheelchair-bound.\n",
                hits: &["wheelchair-bound"],
                fixed: None,
            },
            Example::Good("We execute the job, disable the button and read a master's degree.\n"),
            Example::Good("Add the address to the whitelist, guys.\n"),
            Example::Good("The law speaks of “handicapped people”. See slave-node.example.com.\n"),
            Example::Good("The Center for Handicapped Children is its name.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| LOADED.iter().map(|term| Phrase::new(term.words)).collect());

impl Check for InsensitiveTerm {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let term = &LOADED[hit.phrase];
            if self
                .allow
                .iter()
                .any(|own| own.eq_ignore_ascii_case(term.words))
            {
                continue;
            }
            let Some(said) = spoken.hear(hit).filter(|said| !said.is_name()) else {
                continue;
            };
            let finding = out.report(
                said.span(),
                format!("\"{}\" excludes some readers", said.words()),
            );
            finding
                .label(term.why)
                .help(format!("write \"{}\"", term.instead));
            if term.fits && post.slice(said.span()) == said.words() {
                let title = format!("write \"{}\"", term.instead);
                let place = said.span();
                finding.fix(Fix::edit(
                    Applicability::Suggestion,
                    title,
                    place,
                    term.instead,
                ));
            }
        }
    }
}
