//! `confidential/material-nonpublic`: a deal, result or lay-off that is not out yet.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{Quotations, is_announced, sentences, unannounced, unannounced_signs};
use crate::lexicon::Phrase;
use crate::post::{Block, BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MaterialNonpublic {}

impl Rule for MaterialNonpublic {
    const META: Meta = Meta {
        id: "confidential/material-nonpublic",
        summary: "A deal, result or lay-off of the company that it has not disclosed",
        why: "What a company with shares on a market plans to buy, cut or report moves its price. \
              Told in a post before it is disclosed to everybody at once, it can break the law \
              and makes insiders of readers. Legal and investor relations want to see such a \
              sentence first.",
        leaves_alone: "Other companies, questions, conditions and denials, quotations, bare words \
                       such as earnings or merger, and paragraphs or posts that announce: the \
                       announcement is the disclosure.",
        level: Level::Warning,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "17 CFR Part 243: Regulation FD",
            url: "https://www.ecfr.gov/current/title-17/part-243",
        }],
        examples: &[
            Example::Bad {
                text: "In May, Acme will acquire RivalDB and its maps.\n",
                hits: &["Acme will acquire RivalDB"],
                fixed: None,
            },
            Example::Bad {
                text: "Our unannounced Q3 results say so. We plan to lay off 40 people.\n",
                hits: &["Our unannounced Q3 results", "We plan to lay off 40 people"],
                fixed: None,
            },
            Example::Bad {
                text: "- Ahead of our earnings, a hint: it went well.\n",
                hits: &["Ahead of our earnings"],
                fixed: None,
            },
            Example::Good("Today we announced that Acme will acquire RivalDB.\n"),
            Example::Good("RivalDB will acquire Example Labs, and we wish them well.\n"),
            Example::Good("Will Acme acquire RivalDB? We will not acquire RivalDB.\n"),
            Example::Good("“We will acquire RivalDB,” said nobody here.\n"),
            Example::Good(
                "Our dividend, our guidance and our results are on the investors' page.\n",
            ),
            Example::Good("We will acquire new skills and merge with main.\n"),
            Example::Good("> We plan to lay off 40 people.\n\nThat was RivalDB.\n"),
            Example::Good("---\ntitle: Acme announces a deal\n---\nAcme will acquire RivalDB.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| unannounced_signs().map(Phrase::new).collect());

impl Check for MaterialNonpublic {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() || titles(post).any(is_announced) {
            return;
        }
        let prose = post.prose();
        let names: Vec<&str> = cx.company.names.iter().map(String::as_str).collect();
        let mut done = 0;
        for hit in cx.hits {
            let block = &prose.blocks()[prose.block_at(hit.text.start)];
            if hit.text.start < done || !says(block) || is_announced(prose.block_text(block)) {
                continue;
            }
            let text = prose.block_text(block);
            let at = hit.text.start - block.text.start;
            let Some(sentence) = sentences(text).into_iter().find(|one| one.contains(&at)) else {
                continue;
            };
            done = block.text.start + sentence.end;
            let found = unannounced(&text[sentence.clone()], &names)
                .map(|found| sentence.start + found.start..sentence.start + found.end)
                .filter(|found| !Quotations::of(text).hold(found.start));
            let Some(found) = found else {
                continue;
            };
            let words = &text[found.clone()];
            out.report(
                prose.source(block.text.start + found.start..block.text.start + found.end),
                format!("\"{words}\" may be news to the market"),
            )
            .label("about the company itself, and nothing here says that it is out")
            .help("ask legal or investor relations first, or link the announcement");
        }
    }
}

fn says(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Title
            | BlockKind::Heading(_)
            | BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::TableCell
            | BlockKind::FrontMatter
            | BlockKind::Html
    )
}

/// The title of the post and its main heading.
fn titles(post: &Post) -> impl Iterator<Item = &str> {
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)))
        .map(|block| prose.block_text(block))
}
