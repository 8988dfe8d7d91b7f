//! `helpful/wall-of-text`: a page with nothing for the eye to rest on.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::readability::written_words;
use crate::language::sentences;
use crate::post::{Block, BlockKind, Post};
use crate::rules::exhibit::is_shown;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct WallOfText {
    /// The most words of a paragraph.
    max_paragraph: usize,
    /// The most words without a heading, a list, an image or a quotation.
    max_stretch: usize,
}

impl Default for WallOfText {
    fn default() -> WallOfText {
        WallOfText {
            max_paragraph: 150,
            max_stretch: 500,
        }
    }
}

impl Rule for WallOfText {
    const META: Meta = Meta {
        id: "helpful/wall-of-text",
        summary: "A very long paragraph, or a long stretch without a heading or list",
        why: "On a screen, people look before they read: at headings, lists and the first words of \
              paragraphs. A block of two hundred words has one first word, and on a telephone it \
              fills more than the page. Whoever looks for the one fact in it gives up.",
        leaves_alone: "Paragraphs up to 150 words, and stretches up to 500 words; a heading, list, \
                       image, film, quotation, table, piece of code \
                       or bold opening ends a stretch.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[
            OptionDoc {
                name: "max-paragraph",
                what: "The most words of a paragraph",
                example: "120",
            },
            OptionDoc {
                name: "max-stretch",
                what: "The most words without a heading, a list, an image or a quotation",
                example: "400",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: LONG,
                hits: &["We draw maps by hand, and that takes time."],
                fixed: None,
            },
            Example::Good("We draw maps by hand.\n\nThat takes time.\n\n- It is slow.\n"),
        ],
    };
}

/// A paragraph of 154 words.
const LONG: &str = "We draw maps by hand, and that takes time. Each one takes a week, and two people \
look at it before it is sold. When a road is new, somebody walks along it and writes down what \
is there. That is slow, and it is why our maps are right. Last year we walked along ninety roads \
in four towns. In one of them the bridge on the old map had been gone for ten years. Nobody had \
told the people who print maps, and so it stayed on paper. We took it out. If you know of a \
bridge that is gone, or a path that is new, write to us. We read every letter, and we answer \
most of them within a week. In the next year we want to walk along the roads of four more towns, \
and we look for people who know them well and like to walk in rain, snow and wind with a pencil.\n";

impl Check for WallOfText {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut stretch = Stretch::default();
        for block in prose.blocks() {
            let is_body = post.body().contains(block.span);
            if !is_body || block.kind == BlockKind::AltText {
                continue;
            }
            let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Html);
            if !is_text || rests_before(post, stretch.end, block) {
                stretch.report(self.max_stretch, out);
            }
            if !is_text {
                continue;
            }
            let words = written_words(prose.block_text(block)).count();
            if words > self.max_paragraph {
                // It is told by itself, and parts the stretch in two.
                stretch.report(self.max_stretch, out);
                out.report(
                    first_sentence(post, block),
                    format!("this paragraph runs on for {words} words"),
                )
                .label(format!(
                    "{words} words; the limit is {}",
                    self.max_paragraph
                ))
                .help("start a new paragraph where a new thought begins, or make a list of it");
                continue;
            }
            stretch.add(post, block, words);
        }
        stretch.report(self.max_stretch, out);
    }
}

/// Paragraphs with nothing between them.
#[derive(Default)]
struct Stretch {
    words: usize,
    opening: Span,
    /// Where the last of them ends.
    end: u32,
}

impl Stretch {
    fn add(&mut self, post: &Post, block: &Block, words: usize) {
        if self.words == 0 {
            self.opening = first_sentence(post, block);
        }
        self.words += words;
        self.end = block.span.end;
    }

    /// Tells of it when it is longer than `limit`, and starts anew.
    fn report(&mut self, limit: usize, out: &mut Findings) {
        let Stretch { words, opening, .. } = std::mem::take(self);
        if words > limit {
            out.report(
                opening,
                format!("{words} words follow with nothing for the eye to rest on"),
            )
            .label(format!(
                "no heading, list, image or quotation; the limit is {limit}"
            ))
            .help("put a heading where the subject changes, or make a list of what is one");
        }
    }
}

/// True when readers see something else between byte `end` and the end of
/// `block`, or when the block opens in bold, as under a heading of its own.
fn rests_before(post: &Post, end: u32, block: &Block) -> bool {
    let between = Span {
        start: end.min(block.span.end),
        end: block.span.end,
    };
    const BOLD: [&str; 4] = ["**", "__", "<strong", "<b>"];
    let before = post.slice(between).trim_start();
    end > 0 && (is_shown(post, between) || BOLD.iter().any(|mark| before.starts_with(mark)))
}

fn first_sentence(post: &Post, block: &Block) -> Span {
    let prose = post.prose();
    let first = sentences(prose.block_text(block));
    let first = first.first().cloned().unwrap_or_default();
    prose.source(block.text.start + first.start..block.text.start + first.end)
}
