//! `reputation/machine-residue`: what a chat with a language model left behind.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{PhraseList, WordList, residue, words};
use crate::lexicon::Phrase;
use crate::post::{Block, BlockKind, Post};
use crate::rules::kind::is_draft;
use crate::rules::mention::{Mentions, is_led_in};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::{Span, whole_characters};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MachineResidue {}

impl Rule for MachineResidue {
    const META: Meta = Meta {
        id: "reputation/machine-residue",
        summary: "What was copied along from a chat: `oaicite`, \"As an AI language model, I\"",
        why: "A marker or an apology of a chat program says that the text was copied and not read. \
              Readers take screenshots of it, and doubt the figures beside it. The parameters that \
              assistants add to links also tell every linked site where the text came from.",
        leaves_alone: "Quotations, code, italics, templates to copy, and sentences in which nobody \
                       speaks as the machine: \"As an AI language model, it …\".",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "Wikipedia, Signs of AI writing",
            url: "https://en.wikipedia.org/wiki/Wikipedia:Signs_of_AI_writing",
        }],
        examples: &[
            Example::Bad {
                text: "Maps grew :contentReference[oaicite:0]{index=0}. So did we citeturn0search1.\n",
                hits: &[":contentReference[oaicite:0]{index=0}", "citeturn0search1"],
                fixed: Some("Maps grew. So did we.\n"),
            },
            Example::Bad {
                text: "See [the test](https://example.com/test?utm_source=chatgpt.com).\n",
                hits: &["?utm_source=chatgpt.com"],
                fixed: Some("See [the test](https://example.com/test).\n"),
            },
            Example::Bad {
                text: "As an AI language model, I have no office. As of my last knowledge update, \
                       it rained.\n",
                hits: &["As an AI language model", "As of my last knowledge update"],
                fixed: None,
            },
            Example::Bad {
                text: "Certainly! Here is a post about maps:\n\nMaps are fun.\n\nWrite to [Your Company].\n",
                hits: &["Certainly! Here is a post about maps:", "[Your Company]"],
                fixed: None,
            },
            Example::Good(
                "As an AI language model, Kelvin knows no office. As an AI company, we do.\n",
            ),
            Example::Good(
                "It said: “As an AI language model, I cannot.”\n\n> As an AI, I cannot.\n",
            ),
            Example::Good("Search for `oaicite` and `?utm_source=chatgpt.com` in your posts.\n"),
            Example::Good("Use this template: Dear [Name], greetings, [Your Name].\n"),
            Example::Good("## A letter to copy\n\nYours, [Your Name]\n"),
            Example::Good("Sure, here's the thing. Ask [your name](https://example.com/name).\n"),
        ],
    };
}

/// Slots of a letter that nobody filled in.
const SLOTS: PhraseList = PhraseList::new(
    "your name; your full name; your company; your company name; company name; your company's name; \
     your organization; your organization name; your job title; your title; your position; your \
     email; your email address; your phone number; your website; your contact information; insert \
     name; insert company name; your product; your product name",
);

/// What a text to copy is called.
const SAMPLES: WordList = WordList::new(
    "template templates letter letters email emails e-mail script sample samples example examples \
     prompt prompts copy worksheet form checklist",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    residue::CONFESSIONS
        .iter()
        .chain(residue::EXCUSES.iter())
        .map(Phrase::new)
        .collect()
});

impl Check for MachineResidue {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        parameters(post, out);
        let prose = post.prose();
        let confessions = residue::CONFESSIONS.iter().count();
        let mut hits = cx.hits.iter().peekable();
        let markers = residue::markers(prose.text());
        let mut markers = markers.iter().peekable();
        let has_slots = !is_draft(post) && !is_sample(post);
        let first = prose
            .blocks()
            .iter()
            .position(|block| block.kind == BlockKind::Paragraph);
        let mut done = 0;
        for (index, block) in prose.blocks().iter().enumerate() {
            let text = prose.block_text(block);
            let base = block.text.start;
            let mut found: Vec<Range<usize>> = Vec::new();
            while let Some(hit) = hits.next_if(|hit| hit.text.start < block.text.end) {
                let place = hit.text.start - base..hit.text.end - base;
                let is_whole =
                    hit.phrase >= confessions || residue::speaks_of_itself(&text[place.end..]);
                if is_whole && hit.text.start >= done {
                    done = hit.text.end;
                    found.push(place);
                }
            }
            let mut marked: Vec<Range<usize>> = Vec::new();
            while let Some(marker) = markers.next_if(|marker| marker.start < block.text.end) {
                marked.push(marker.start - base..marker.end - base);
            }
            if first == Some(index) {
                found.extend(residue::greeting(text));
            }
            if has_slots && !is_led_in(post, index) {
                found.extend(slots(text));
            }
            if (found.is_empty() && marked.is_empty()) || block.kind == BlockKind::Quote {
                continue;
            }
            let mentions = Mentions::of(post, block);
            for place in &marked {
                if !mentions.quote(place) {
                    marker(post, block, place, out);
                }
            }
            found.sort_by_key(|place| place.start);
            for place in found {
                if !mentions.hold(&place) {
                    spoken(post, base + place.start..base + place.end, out);
                }
            }
        }
    }
}

/// Links that an assistant put its parameter into.
fn parameters(post: &Post, out: &mut Findings) {
    let mut spans: Vec<Span> = post
        .links()
        .iter()
        .map(|link| link.destination_span)
        .filter_map(|address| {
            let found = residue::assistant_parameter(post.slice(address))?;
            let start = address.start as usize;
            Some(Span::new(start + found.start, start + found.end))
        })
        .collect();
    spans.sort();
    spans.dedup();
    for span in spans {
        let parameter = post.slice(span).trim_matches(['?', '&']);
        let title = format!("take \"{parameter}\" out of the address");
        out.report(
            span,
            format!("\"{parameter}\" says that a chat program gave this link"),
        )
        .label("added to the address by the program")
        .help("take it out, and see that the page says what the post says")
        .fix(Fix::edit(Applicability::Safe, title, span, ""));
    }
}

fn marker(post: &Post, block: &Block, place: &Range<usize>, out: &mut Findings) {
    let prose = post.prose();
    let base = block.text.start;
    let span = prose.source(base + place.start..base + place.end);
    // The blank before it goes along, unless a word follows.
    let text = prose.block_text(block);
    let takes_blank = text[..place.start].ends_with(' ')
        && !text[place.end..]
            .trim_start_matches(' ')
            .starts_with(char::is_alphanumeric);
    let start = base + place.start - usize::from(takes_blank);
    let cut = prose.source(start..base + place.end);
    out.report(
        span,
        format!("\"{}\" is a marker of a chat program", post.slice(span)),
    )
    .label("stands for a source that was not copied along")
    .help("take it out, and link the source if the sentence needs one")
    .fix(Fix::edit(
        Applicability::Safe,
        "take the marker out",
        cut,
        "",
    ));
}

fn spoken(post: &Post, range: Range<usize>, out: &mut Findings) {
    let span = post.prose().source(range);
    let words = post.slice(span);
    let (what, label) = if words.starts_with('[') {
        (
            "still waits for its text",
            "a slot of a letter that a program wrote",
        )
    } else {
        (
            "is how a chat program talks",
            "nobody at the company speaks so",
        )
    };
    out.report(span, format!("\"{words}\" {what}"))
        .label(label)
        .help("read the passage again and write what the company has to say, or take it out");
}

/// Slots in square brackets, with their brackets.
fn slots(text: &str) -> Vec<Range<usize>> {
    /// Of a slot, in bytes.
    const LONGEST: usize = 80;
    text.match_indices('[')
        .filter_map(|(start, _)| {
            let slot = whole_characters(text, start..start + LONGEST);
            let len = slot.find(']')?;
            let inner = slot[1..len].to_lowercase().replace('’', "'");
            SLOTS
                .iter()
                .any(|slot| slot == inner)
                .then_some(start..start + len + 1)
        })
        .collect()
}

/// True for a post that has a text to copy, as its title or a heading says.
fn is_sample(post: &Post) -> bool {
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(_)))
        .map(|block| prose.block_text(block))
        .any(|text| words(text).any(|word| SAMPLES.has(&text[word])))
}
