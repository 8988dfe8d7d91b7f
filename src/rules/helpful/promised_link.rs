//! `helpful/promised-link`: "see the press release", and no link to it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::passage::{Passages, Said};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PromisedLink {}

impl Rule for PromisedLink {
    const META: Meta = Meta {
        id: "helpful/promised-link",
        summary: "\"See the press release\" or \"sign up here\", and no link",
        why: "The sentence tells readers to go somewhere and does not take them there. They \
              search for it, or give up. Most often the text was written first, and the link was \
              to be added when the page was out.",
        leaves_alone: "A link, an address or a shortcode in the same sentence, in the next one or in \
                       the block behind it, what stands above or below, and quotations.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "For all changes, see the release notes. We hope you like them.\n",
                hits: &["see the release notes"],
                fixed: None,
            },
            Example::Bad {
                text: "Seats are free. Sign up here!\n",
                hits: &["Sign up here"],
                fixed: None,
            },
            Example::Good(
                "For all changes, see the [release notes](notes.md). Sign up [here](s.md).\n",
            ),
            Example::Good("For all changes, see the release notes. They are [here](notes.md).\n"),
            Example::Good("Sign up here:\n\n<https://example.com/signup>\n"),
            Example::Good(
                "You can see the release notes below. People who sign up here in town are glad.\n",
            ),
            Example::Good("Jo says “see the press release” to everybody.\n"),
        ],
    };
}

/// What tells readers to go to a page, which is somewhere else.
const SENT: PhraseList = PhraseList::new(
    "see the press release; read the press release; see the full press release; read the full press release; \
     see our press release; read our press release; see the release notes; read the release notes; \
     see our release notes; see the full release notes; read the full release notes; see the changelog; \
     see the full changelog; read the changelog; read the full announcement; see the full announcement; \
     read the announcement; see the announcement; read the full report; see the full report; \
     download the full report; download the report; download the white paper; download the whitepaper; \
     read the white paper; read the whitepaper; read the full story; read the full article; \
     read the full post; read the full blog post; read the blog post; see the blog post; \
     read the full interview; read the case study; see the case study; see the documentation; \
     read the documentation; see our documentation; see the docs; read the docs; see the faq; read the faq; \
     watch the recording; watch the full recording; watch the video; watch the full video; watch the webinar; \
     view the slides; download the slides; visit our website; visit the website; visit our site; \
     visit the event page; visit the registration page; fill out the form; fill in the form; \
     fill out this form; fill in this form; take the survey; take our survey",
);

/// The same, for a link on its last word.
const HERE: PhraseList = PhraseList::new(
    "sign up here; register here; apply here; download it here; learn more here; read more here; \
     find out more here; read it here; watch it here; see it here; is described here; are described here; \
     is available here; are available here; be found here; get it here; rsvp here; subscribe here; join here; get started here; \
     read about it here; watch the video here; details here; more information here",
);

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| SENT.iter().chain(HERE.iter()).map(Phrase::new).collect());

impl Check for PromisedLink {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut passages = Passages::of(post);
        let names = cx.company.own_names();
        let sent = SENT.iter().count();
        for hit in cx.hits {
            let passage = passages.around(hit.text.start);
            let Some(said) = passage.sentence(hit.text.start) else {
                continue;
            };
            let place = said.inside(&hit.text);
            let is_meant = if hit.phrase < sent {
                is_order(&said.text[..place.start]) && !is_elsewhere(&said.text[place.end..])
            } else {
                ends(&said.text[place.end..])
            };
            if !is_meant
                || passage.is_said_by_others(hit.text.start, &names)
                || is_led(post, passage.index, said)
            {
                continue;
            }
            let words = &prose.text()[hit.text.clone()];
            out.report(
                prose.source(hit.text.clone()),
                format!("\"{words}\", and nothing here leads there"),
            )
            .label("no link in this sentence or the next")
            .help("link the page that is meant, or take the words out");
        }
    }
}

/// True when what stands before the words lets them be an order: nothing, a
/// comma, "please", "you can".
fn is_order(before: &str) -> bool {
    let before = before.trim_end();
    let last = before
        .rsplit([' ', '\u{a0}'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    before.is_empty()
        || before.ends_with([',', ';', ':', '–', '—', '('])
        || matches!(last.as_str(), "please" | "can" | "and" | "or" | "to") && is_address(before)
}

/// True when a reader is spoken to: "please", "you can", "to learn more".
fn is_address(before: &str) -> bool {
    let lower = before.to_lowercase();
    let lower = lower.trim();
    ["please", "you can", "you can also"]
        .into_iter()
        .any(|end| lower.ends_with(end))
}

/// True when the words go on to say where the page is.
fn is_elsewhere(rest: &str) -> bool {
    let words = rest.to_lowercase();
    [
        "below",
        "above",
        "attached",
        "right",
        "left",
        "http",
        "www.",
        "@",
        ".com",
        ".org",
        ".gov",
        " on page",
        "at the end",
    ]
    .into_iter()
    .any(|sign| words.contains(sign))
}

/// True when "here" is the last word of a clause.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_end();
    rest.is_empty() || rest == "." || rest == "!" || rest == ")." || rest.starts_with(", ")
}

/// True when a link, an address or something that is shown stands in the
/// sentence, the next one, or the block behind.
fn is_led(post: &Post, index: usize, said: Said<'_>) -> bool {
    let prose = post.prose();
    let blocks = prose.blocks();
    let block = &blocks[index];
    let place = said.place();
    let end = (place.end + 1 + said.next.len()).min(block.text.end);
    let here = prose.source(place.start..end);
    // The last sentence of a paragraph may lead in what is behind it.
    let is_last = said.next.is_empty();
    let reach = match blocks.get(index + 1) {
        Some(next) if is_last => here.cover(next.span),
        None if is_last => Span {
            end: post.body().end,
            ..here
        },
        _ => here,
    };
    let is_item = block.kind == BlockKind::TableCell;
    let is_in = |span: Span| span.overlaps(reach);
    is_item
        || said.text.contains("www.")
        || said.next.contains("www.")
        || post.links().iter().any(|link| is_in(link.span))
        || post.embeds().iter().any(|embed| is_in(embed.span))
        || post.images().iter().any(|image| is_in(image.span))
        || !post.templates_in(reach).is_empty()
        || post.code().iter().any(|code| is_in(code.span))
}
