//! `reputation/typo`: a word that is known to be misspelt.

use std::ops::Range;

use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{Quotations, WordList, corrections, words};
use crate::post::{Block, BlockKind, Post};
use crate::rules::mention::is_joined;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Typo {
    /// Words that are right.
    allow: Vec<String>,
}

impl Rule for Typo {
    const META: Meta = Meta {
        id: "reputation/typo",
        summary: "A word that is known to be misspelt",
        why: "Readers forgive one slip and count the second. In a title, a summary or a link \
              preview it is the first thing they see of the company, and it stays in every feed \
              that copied it. Only words of a list of known misspellings are told, so a word \
              that no dictionary has is no reason to be stopped.",
        leaves_alone: "Names and other words with a capital, unless they are long; short words; \
                       quotations, code, addresses, handles and slugs; whatever `[company]` lists \
                       under names, products or words, and what stands in `.sayso/words`.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "allow",
            what: "Words that are right here; `words` in [company] counts for every rule",
            example: r#"["seperated"]"#,
        }],
        sources: &[Source {
            title: "typos, the list of known misspellings",
            url: "https://github.com/crate-ci/typos",
        }],
        examples: &[
            Example::Bad {
                text: "---\ntitle: How we recieve feedback\n---\nWe publically thank everybody.\n",
                hits: &["recieve", "publically"],
                fixed: Some(
                    "---\ntitle: How we receive feedback\n---\nWe publicly thank everybody.\n",
                ),
            },
            Example::Bad {
                text: "## Our Accessiblity Plan\n\n![A seperate entrance](door.jpg)\n",
                hits: &["Accessiblity", "seperate"],
                fixed: Some("## Our Accessibility Plan\n\n![A separate entrance](door.jpg)\n"),
            },
            Example::Good("Mr. Flagg and Santa Claus met in Berkley.\n"),
            Example::Good("She wrote “we recieve”, as `recieve` does. See recieve.example.com.\n"),
            Example::Good("> We recieve feedback.\n\nThat is what they said.\n"),
            Example::Good(
                "---\ntitle: A week\nslug: how-we-recieve-feedback\n---\nIt went well.\n",
            ),
            Example::Good("The #recieve tag and @recieve and the_recieve_file are names.\n"),
        ],
    };
}

/// The shortest word that is looked at, in letters; and the shortest one with a
/// capital, since shorter ones are names as often as not.
const SHORTEST: usize = 5;
const SHORTEST_NAME: usize = 8;
/// The shortest one that may be put right without asking.
const SHORTEST_SURE: usize = 6;

/// What the list holds and careful people write.
const SPELT_SO: WordList = WordList::new(
    "requestor requestors leafs parms inferrable transferrable calculador verbage gettin changin",
);

impl Check for Typo {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        for block in prose.blocks() {
            let text = prose.block_text(block);
            if !is_read(block, text) {
                continue;
            }
            let mut quotations: Option<Quotations> = None;
            for word in words(text) {
                let known = self.corrections(text, &word, cx.company);
                if known.is_empty() {
                    continue;
                }
                let quotations = quotations.get_or_insert_with(|| Quotations::of(text));
                if !quotations.hold(word.start) {
                    let range = block.text.start + word.start..block.text.start + word.end;
                    report(post, range, known, out);
                }
            }
        }
    }
}

impl Typo {
    /// What the word at `word` should be, when it is certainly misspelt.
    fn corrections(
        &self,
        text: &str,
        word: &Range<usize>,
        company: &Company,
    ) -> &'static [&'static str] {
        let written = &text[word.clone()];
        if written.len() < SHORTEST || !written.bytes().all(|b| b.is_ascii_alphabetic()) {
            return &[];
        }
        let is_lower = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_name = !is_lower(written);
        if is_name && (written.len() < SHORTEST_NAME || !is_lower(&written[1..])) {
            return &[];
        }
        let known = corrections(written);
        let is_right = known.is_empty()
            || is_joined(text, word)
            || SPELT_SO.has(written)
            || company.knows(written)
            || self
                .allow
                .iter()
                .any(|own| own.eq_ignore_ascii_case(written));
        if is_right { &[] } else { known }
    }
}

/// True for a block whose words its author wrote as words.
fn is_read(block: &Block, text: &str) -> bool {
    match block.kind {
        BlockKind::Quote => false,
        // A slug is no sentence.
        BlockKind::FrontMatter => text.contains(' '),
        _ => true,
    }
}

fn report(post: &Post, range: Range<usize>, known: &[&str], out: &mut Findings) {
    let prose = post.prose();
    let span = prose.source(range.clone());
    let word = &prose.text()[range];
    let dressed = |right: &str| {
        let mut letters = right.chars();
        match (word.chars().next(), letters.next()) {
            (Some(first), Some(letter)) if first.is_uppercase() => {
                letter.to_uppercase().chain(letters).collect()
            }
            _ => right.to_owned(),
        }
    };
    let known: Vec<String> = known.iter().map(|right| dressed(right)).collect();
    let named: Vec<String> = known.iter().map(|right| format!("\"{right}\"")).collect();
    let finding = out.report(span, format!("\"{word}\" is misspelt"));
    finding
        .label(format!("for {}", named.join(" or ")))
        .help("put it right; if it is a name, list it under `words` in [company] of sayso.toml");
    // Markup in the middle of the word stays a matter for people.
    if let [right] = &known[..]
        && post.slice(span) == word
    {
        let is_sure = word.len() >= SHORTEST_SURE;
        let applicability = if is_sure {
            Applicability::Safe
        } else {
            Applicability::Suggestion
        };
        let title = format!("write \"{right}\"");
        finding.fix(Fix::edit(applicability, title, span, right.as_str()));
    }
}
