//! `evidence/testimonial`: a buyer praises the company, and nobody says what for.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::language::Quotations;
use crate::language::promise::testimonial;
use crate::lexicon::Phrase;
use crate::post::{Block, BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Testimonial {}

impl Rule for Testimonial {
    const META: Meta = Meta {
        id: "evidence/testimonial",
        summary: "Quoted praise by a customer, without what they got or what is typical",
        why: "Readers take one happy customer for the usual case, and want to know whether the \
              customer was paid. Where money and health are concerned, the law asks that both be \
              said. One line under the quotation does. This is not legal advice.",
        leaves_alone: "Quotations that do not name the company or a product, or that no customer \
                       signs, quotations without praise, speakers and pull quotes, and posts that \
                       say who was paid or what is typical.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[
            Source {
                title: "16 CFR Part 255: Guides Concerning Use of Endorsements and Testimonials in Advertising",
                url: "https://www.ecfr.gov/current/title-16/part-255",
            },
            Source {
                title: "17 CFR 275.206(4)-1: Investment adviser marketing",
                url: "https://www.ecfr.gov/current/title-17/section-275.206(4)-1",
            },
        ],
        examples: &[
            Example::Bad {
                text: "> Acme changed my life. I sleep again.\n>\n> — Ines Berg\n",
                hits: &["changed my life"],
                fixed: None,
            },
            Example::Bad {
                text: "“I highly recommend Acme Cloud,” says Ines Berg, a customer since 2019.\n",
                hits: &["highly recommend"],
                fixed: None,
            },
            Example::Good(
                "> Acme changed my life.\n>\n> — Ines Berg\n\nInes was not paid. Her results are not typical.\n",
            ),
            Example::Good("> The river changed my life.\n>\n> — Ines Berg\n"),
            Example::Good("“I highly recommend Acme Cloud,” says Ines, who wrote it.\n"),
            Example::Good("> We love Acme.\n>\n> — Jo Doe, founder of Acme\n"),
            Example::Good("> Acme stores 40 maps a day.\n>\n> — Ines Berg, a customer\n"),
            Example::Good("We highly recommend Acme Cloud to our customers.\n"),
            Example::Good("Acme met “an amazing crowd,” says Jo. Some were customers.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| testimonial::phrases().map(Phrase::new).collect());

impl Check for Testimonial {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() {
            return;
        }
        let prose = post.prose();
        let names = names(cx.company);
        let mut done = 0;
        for hit in cx.hits {
            let index = prose.block_at(hit.text.start);
            let block = &prose.blocks()[index];
            if hit.text.start < done || !is_signed(post, index, hit.text.start, &names) {
                continue;
            }
            done = block.text.end;
            if testimonial::is_disclosed(prose.text()) {
                return;
            }
            let words = &prose.text()[hit.text.clone()];
            out.report(
                prose.source(hit.text.clone()),
                format!("\"{words}\" is praise by a customer, and readers will take it for the usual case"),
            )
            .label("nothing in this post says whether they were paid, or what is typical")
            .help("say below the quotation what the customer got for it, and what others can expect");
        }
    }
}

/// A longer block is no praise, in bytes.
const LONGEST: usize = 2000;

fn names(company: &Company) -> Vec<&str> {
    let names = company.names.iter().chain(&company.products);
    names.map(String::as_str).collect()
}

/// True when the praise at `at` in block `index` is of the company, and quoted
/// from somebody who buys from it.
fn is_signed(post: &Post, index: usize, at: usize, names: &[&str]) -> bool {
    let prose = post.prose();
    let block = &prose.blocks()[index];
    let text = prose.block_text(block);
    match block.kind {
        _ if text.len() > LONGEST => false,
        BlockKind::Quote => {
            let signature = signature(post, index);
            testimonial::names_one(text, names)
                && signature.is_some_and(|by| !testimonial::names_one(by, names))
        }
        BlockKind::Paragraph | BlockKind::ListItem => {
            let at = at - block.text.start;
            let opening = text[..at].rfind(['“', '"', '«']);
            let closing = text[at..].find(['”', '"', '»']).map(|end| at + end);
            let (Some(opening), Some(closing)) = (opening, closing) else {
                return false;
            };
            let behind = &text[closing..];
            let by = behind.split_once(". ").map_or(behind, |(by, _)| by);
            Quotations::of(text).hold(at)
                && testimonial::names_one(&text[opening..closing], names)
                && testimonial::names_a_buyer(by)
        }
        _ => false,
    }
}

/// The line that signs the quotation in block `index`: its own last one, or the
/// next block.
fn signature(post: &Post, index: usize) -> Option<&str> {
    let prose = post.prose();
    let block = &prose.blocks()[index];
    let last = prose
        .lines(block)
        .pop()
        .map(|line| &prose.text()[line.text]);
    let is_beside = |next: &&Block| next.section == block.section;
    let next = prose
        .blocks()
        .get(index + 1)
        .filter(is_beside)
        .map(|next| prose.block_text(next));
    [last, next]
        .into_iter()
        .flatten()
        .find(|line| testimonial::is_signature(line))
}
