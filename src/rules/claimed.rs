//! Where a post claims something of the company that speaks in it.

use std::ops::Range;

use super::Context;
use super::passage::Passages;
use crate::company::Company;
use crate::evidence;
use crate::language::promise::{Speaker, Statement};
use crate::post::Post;
use crate::span::Span;

/// A claim, where it stands.
#[derive(Debug)]
pub struct Claim<'a, T> {
    /// Its words.
    pub words: &'a str,
    /// Where they stand in the file.
    pub span: Span,
    /// What it claims.
    pub what: T,
}

/// The claims that `find` reads from the sentences around the hits of a rule,
/// one for each sentence, in the blocks that `settles` does not say to back or
/// to explain theirs.
pub fn claims<'a, T>(
    post: &'a Post,
    cx: &Context<'_>,
    find: impl Fn(&Statement<'_>) -> Option<(Range<usize>, T)>,
    settles: impl Fn(usize) -> bool,
) -> Vec<Claim<'a, T>> {
    /// A sentence with more hits than this is a list of words.
    const TRIES: usize = 8;
    let speaker = speaker(cx.company);
    let names = cx.company.own_names();
    let mut passages = Passages::of(post);
    let mut found = Vec::new();
    let mut done = 0;
    let mut tried = (0, 0);
    let mut settled: Option<(usize, bool)> = None;
    for hit in cx.hits {
        if hit.text.start < done {
            continue;
        }
        let passage = passages.around(hit.text.start);
        let Some(said) = passage.sentence(hit.text.start) else {
            continue;
        };
        let tries = if tried.0 == said.start {
            tried.1 + 1
        } else {
            1
        };
        tried = (said.start, tries);
        if tries > TRIES || hit.text.end > said.place().end {
            continue;
        }
        let claim = Statement::new(said.text, said.inside(&hit.text), &speaker)
            .and_then(|statement| find(&statement));
        let Some((range, what)) = claim else {
            continue;
        };
        done = said.place().end;
        let place = said.outside(range.clone());
        if passage.is_said_by_others(place.start, &names) {
            continue;
        }
        let index = passage.index;
        let (_, is_settled) = *match settled.take().filter(|(known, _)| *known == index) {
            Some(known) => settled.insert(known),
            None => settled.insert((index, settles(index))),
        };
        if !is_settled {
            found.push(Claim {
                words: &said.text[range],
                span: post.prose().source(place),
                what,
            });
        }
    }
    found
}

/// True when something backs the claims of block number `index`.
pub fn is_backed(post: &Post, cx: &Context<'_>, index: usize) -> bool {
    evidence::for_block(post, index, false, cx.company).is_some()
}

/// The same, where a page of the company's own will do.
pub fn is_explained(post: &Post, cx: &Context<'_>, index: usize) -> bool {
    evidence::for_block(post, index, true, cx.company).is_some()
}

/// The text of block number `index`.
pub fn block_text(post: &Post, index: usize) -> &str {
    post.prose().block_text(&post.prose().blocks()[index])
}

/// What the company and its products are called.
fn speaker(company: &Company) -> Speaker<'_> {
    Speaker {
        companies: company.names.iter().map(String::as_str).collect(),
        products: company.products.iter().map(String::as_str).collect(),
    }
}
