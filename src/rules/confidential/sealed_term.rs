//! `confidential/sealed-term`: a term of the list that is itself a secret.

use std::cmp::Reverse;
use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::seal::{Notation, Seal};
use crate::span::Span;

/// The rule has no options: its terms are in a file of their own.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SealedTerm {}

impl Rule for SealedTerm {
    const META: Meta = Meta {
        id: "confidential/sealed-term",
        summary: "A codename, or a name that is not out yet, from the repo's sealed list",
        why: "A codename, a customer before the contract is announced, a product before its \
              launch: that the company knows the name is the secret. A list of such names in a \
              policy would give them all away, so they are kept as keyed digests in \
              `.sayso/sealed`. A name that slips into a post is stopped here, and no report \
              repeats it.",
        leaves_alone: "Every word that is not on the list, and every word when there is no list, \
                       or no key to it.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "RFC 2104, HMAC: Keyed-Hashing for Message Authentication",
            url: "https://www.rfc-editor.org/rfc/rfc2104",
        }],
        // The examples' company has sealed "Blue Heron".
        examples: &[
            Example::Bad {
                text: "Next spring we ship Blue Heron to everybody.\n",
                hits: &["Blue Heron"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Why BLUE-HERON’s cache is fast\nslug: blueheron-cache\n---\nIt is.\n",
                hits: &["BLUE-HERON", "blueheron"],
                fixed: None,
            },
            Example::Bad {
                text: "See [the plan](https://acme.example/blue_heron/plan), or Blue\nHe**ron**.\n",
                hits: &["blue_heron", "Blue\nHe**ron"],
                fixed: None,
            },
            Example::Bad {
                text: "Call `startBlueHeron()`.\n\n<!-- Blue Heron: ask legal -->\n",
                hits: &["BlueHeron", "Blue Heron"],
                fixed: None,
            },
            Example::Good("A heron, blue in the evening light, stood by the lake.\n"),
            Example::Good("The blue herons left in autumn.\n"),
        ],
    };
}

impl Check for SealedTerm {
    fn can_tell(&self, cx: &Context<'_>) -> bool {
        cx.seal.is_some()
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let Some(seal) = cx.seal else {
            return;
        };
        let mut found = in_file(post, seal);
        found.extend(in_words(post, seal));
        found.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
        // Of words found twice, or in a longer term, the longer is enough.
        let mut end = 0;
        found.retain(|(span, _)| {
            let is_new = span.end > end;
            end = end.max(span.end);
            is_new
        });
        for (span, id) in found {
            report(out, span, &format!("(id {id}) stands here"));
        }
        for (place, text) in aside(post) {
            for found in seal.find(&text, Notation::Source) {
                report(
                    out,
                    post.opening(),
                    &format!("(id {}) stands in {place}", found.id),
                );
            }
        }
    }
}

fn report(out: &mut Findings, span: Span, place: &str) {
    out.report(span, format!("a term of the sealed list {place}"))
        .conceal()
        .label("a name that is not to be published")
        .help("write around it, or ask whoever keeps the list whether it may be published by now");
}

/// What is found in the file as it stands: words, keys, addresses, code, comments.
fn in_file(post: &Post, seal: &Seal) -> Vec<(Span, String)> {
    let found = seal.find(post.text(), Notation::Source).into_iter();
    found.map(|one| (one.text.into(), one.id)).collect()
}

/// What is found in the words as a reader sees them, where these are not beside
/// each other in the file.
fn in_words(post: &Post, seal: &Seal) -> Vec<(Span, String)> {
    let prose = post.prose();
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for seam in prose.seams(post.text()) {
        let block = &prose.blocks()[prose.block_at(seam)].text;
        let near = around(
            &prose.text()[block.clone()],
            seam - block.start,
            seal.reach(),
        );
        let near = block.start + near.start..block.start + near.end;
        match stretches.last_mut() {
            Some(last) if near.start <= last.end => last.end = last.end.max(near.end),
            _ => stretches.push(near),
        }
    }
    let mut all = Vec::new();
    for stretch in stretches {
        for found in seal.find(&prose.text()[stretch.clone()], Notation::Plain) {
            let words = stretch.start + found.text.start..stretch.start + found.text.end;
            all.push((prose.source(words), found.id));
        }
    }
    all
}

/// The place `at`, so many words before the one it is in, and as many behind.
fn around(text: &str, at: usize, words: usize) -> Range<usize> {
    let starts_word = |pair: &[u8]| pair[0].is_ascii_whitespace() && !pair[1].is_ascii_whitespace();
    let bytes = text.as_bytes();
    let before = bytes[..at].windows(2).enumerate().rev();
    let behind = bytes[at..].windows(2).enumerate();
    let mut starts = before.filter(|(_, pair)| starts_word(pair));
    let mut ends = behind.filter(|(_, pair)| starts_word(pair));
    let last = words.saturating_sub(1);
    let start = starts.nth(last).map_or(0, |(number, _)| number + 1);
    let end = ends
        .nth(last)
        .map_or(bytes.len(), |(number, _)| at + number + 1);
    start..end
}

/// What belongs to the post and does not stand in its text.
fn aside(post: &Post) -> Vec<(&'static str, String)> {
    vec![(
        "the name of this file or its folders",
        post.path().to_owned(),
    )]
}
