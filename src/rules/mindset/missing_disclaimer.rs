//! `mindset/missing-disclaimer`: a personal post that names the employer, and
//! does not say for whom it speaks.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{Address, WordList, disclosure, words};
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, kind, whole};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingDisclaimer {}

impl Rule for MissingDisclaimer {
    const META: Meta = Meta {
        id: "mindset/missing-disclaimer",
        summary: "A personal post that names the employer without \"views are my own\"",
        why: "People spend time with a person, and invest it in a professional: LinkedIn's study \
              \"The Mindset Divide\" (2012) found that they come to personal networks for those \
              they know, and to professional ones for what they can use, and that they expect \
              other things of each. A post on a person's own page that names the employer is read \
              as both. One line says which voice it is.",
        leaves_alone: "Posts in which no \"I\" speaks, that do not name the company, or that say \
                       whose views they are; and whatever people write about pay, hours, safety or \
                       unions, which is theirs to say.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "I spent a year at Acme, and I learned to fly.\n",
                hits: &["Acme"],
                fixed: None,
            },
            Example::Good("I spent a year at Acme. Views are my own.\n"),
            Example::Good("I spent a year in Northport, and I learned to fly.\n"),
            Example::Good("Acme ships kites. They fly.\n"),
            Example::Good("I work at Acme, and our union asks for better pay.\n"),
        ],
    };
}

/// What workers may speak of as they like (29 U.S.C. 157).
const PROTECTED: WordList = WordList::new(
    "pay paid wage wages salary salaries overtime union unions unionize unionise strike strikes shift shifts \
     safety unsafe injury injuries harassment discrimination layoff layoffs bargaining conditions \
     understaffed workload benefits pension leave",
);

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| disclosure::own_views().map(Phrase::new).collect());

impl Check for MissingDisclaimer {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn can_tell(&self, cx: &Context<'_>) -> bool {
        !cx.company.names.is_empty()
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if !cx.hits.is_empty() || !kind::is_post(post) {
            return;
        }
        let prose = post.prose();
        let said = || whole::running(post).filter(|block| block.kind != BlockKind::Quote);
        let mut address = Address::default();
        said().for_each(|block| address.add(prose.block_text(block)));
        let is_protected = |text: &str| words(text).any(|word| PROTECTED.has(&text[word]));
        if address.one == 0 || said().any(|block| is_protected(prose.block_text(block))) {
            return;
        }
        let names: Vec<&str> = cx.company.names.iter().map(String::as_str).collect();
        let named = said().find_map(|block| {
            let place = mentions(prose.block_text(block), &names)
                .into_iter()
                .next()?;
            let base = block.text.start;
            Some(base + place.start..base + place.end)
        });
        if let Some(place) = named {
            let words = &prose.text()[place.clone()];
            let span: Span = prose.source(place.clone());
            out.report(
                span,
                format!("\"{words}\" is named, and nothing says for whom this post speaks"),
            )
            .label("no \"views are my own\" in this post")
            .help(format!(
                "add a line: I work at {words}; the views here are my own"
            ));
        }
    }
}

/// Where `text` names one of `names` as a whole word, from front to back.
pub(super) fn mentions(text: &str, names: &[&str]) -> Vec<Range<usize>> {
    let is_word = |c: char| c.is_alphanumeric();
    let named = names.iter().filter(|name| !name.is_empty());
    let mut found: Vec<Range<usize>> = named
        .flat_map(|name| text.match_indices(*name))
        .map(|(at, name)| at..at + name.len())
        .filter(|place| {
            !text[..place.start].ends_with(is_word) && !text[place.end..].starts_with(is_word)
        })
        .collect();
    // Of two names in one place the longer one is meant.
    found.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    found.dedup_by_key(|place| place.start);
    found
}
