//! Words that run together with the code or the link before them.

use std::ops::Range;

use super::leftover::written;
use crate::language::WordList;
use crate::post::prose::OPAQUE;
use crate::post::{Block, Link, LinkKind, Post};
use crate::span::Span;

/// Words that no other word ends with: a blank is missing in front of them.
const PARTED: WordList = WordList::new(
    "and or but the a an is are was were in on at of to for from with by as that this which when \
     where who before after because if then than into about has have will can we you they it",
);

/// The words right behind inline code in `text`, that of `block`.
pub(super) fn to_code(post: &Post, block: &Block, text: &str) -> Vec<Span> {
    let find = |(at, _): (usize, &str)| {
        let start = at + OPAQUE.len_utf8();
        let base = block.text.start;
        let code = post.prose().source(base + at..base + start);
        let word = glued_word(&text[start..])?;
        let is_code = post.slice(code).starts_with('`');
        written(post, block, &(start..start + word.end)).filter(|_| is_code)
    };
    text.match_indices(OPAQUE).filter_map(find).collect()
}

/// The words right behind links.
pub(super) fn to_links(post: &Post) -> Vec<Span> {
    let find = |link: &Link| {
        let end = link.span.end as usize;
        let word = glued_word(&post.text()[end..])?;
        let is_link = matches!(link.kind, LinkKind::Inline | LinkKind::Reference)
            && post.slice(link.span).ends_with([')', ']'])
            && !post.is_code(link.span)
            && !holds_image(post, link.text);
        is_link.then(|| Span::new(end, end + word.end))
    };
    post.links().iter().filter_map(find).collect()
}

/// The word at the start of `text`, when it cannot belong to what is before it.
fn glued_word(text: &str) -> Option<Range<usize>> {
    let len = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let goes_on = text[len..].starts_with([' ', '\n', ',']);
    (len > 1 && PARTED.has(&text[..len]) && goes_on).then_some(0..len)
}

/// True for a link around an image, beside which words flow.
fn holds_image(post: &Post, text: Span) -> bool {
    let has_words = post.slice(text).contains(char::is_alphabetic);
    let has_call = !post.templates_in(text).is_empty();
    !has_words || has_call || post.images().iter().any(|image| image.span.overlaps(text))
}
