//! What stands around a claim and covers it, too.

use super::kinds::{links_elsewhere, names_a_report};
use super::{Asked, Evidence, in_block};
use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// In block number `index`, in what introduces or follows it, or in its caption.
pub(super) fn around_block(asked: Asked<'_>, index: usize) -> Option<Evidence> {
    let blocks = asked.post.prose().blocks();
    in_block(asked, blocks.get(index)?)
        .or_else(|| in_block(asked, lead_in(blocks, index)?))
        .or_else(|| follow_up(blocks, index).find_map(|block| in_block(asked, block)))
        .or_else(|| caption(blocks, index).find_map(|block| in_block(asked, block)))
}

/// The block that introduces the list or table that holds block `index`.
fn lead_in(blocks: &[Block], index: usize) -> Option<&Block> {
    let block = &blocks[index];
    if !matches!(block.kind, BlockKind::ListItem | BlockKind::TableCell) {
        return None;
    }
    // Blocks come in the order of their elements.
    let first = blocks[..index].partition_point(|other| other.element < block.element);
    blocks[..first]
        .last()
        .filter(|other| other.kind == BlockKind::Paragraph && other.section == block.section)
}

/// The short paragraph right behind block `index`, "See the report.", or the
/// quotation that it introduces.
fn follow_up(blocks: &[Block], index: usize) -> impl Iterator<Item = &Block> {
    const SHORT: usize = 120;
    let section = blocks[index].section;
    let behind = &blocks[index + 1..];
    let quoted = behind
        .iter()
        .take_while(|next| next.kind == BlockKind::Quote)
        .count();
    let is_short = |next: &&Block| next.kind == BlockKind::Paragraph && next.text.len() <= SHORT;
    let paragraph = behind.first().filter(is_short);
    behind[..quoted]
        .iter()
        .chain(paragraph)
        .filter(move |next| next.section == section)
}

/// The captions right before and right behind block `index`; the words that
/// stand in for an image may come between.
fn caption(blocks: &[Block], index: usize) -> impl Iterator<Item = &Block> {
    let is_other = |block: &&Block| block.kind != BlockKind::AltText;
    let before = blocks[..index].iter().rev().find(is_other);
    let behind = blocks[index + 1..].iter().find(is_other);
    [before, behind]
        .into_iter()
        .flatten()
        .filter(|block| block.kind == BlockKind::Caption)
}

/// A report that one of the first paragraphs names and links.
pub(super) fn reported(asked: Asked<'_>) -> Option<Evidence> {
    const FIRST: usize = 3;
    let prose = asked.post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .take(FIRST)
        .any(|block| names_a_report(prose.block_text(block)) && links_elsewhere(asked, block.span))
        .then_some(Evidence::Reported)
}

/// `span` with what clings to it: the mark of a footnote at its end, and the
/// links of which it has a part.
pub(super) fn with_marks(post: &Post, span: Span) -> Span {
    let span = post
        .links()
        .iter()
        .map(|link| link.span)
        .fold(span, |whole, link| {
            if link.overlaps(span) {
                whole.cover(link)
            } else {
                whole
            }
        });
    let rest = post.text().get(span.end as usize..).unwrap_or_default();
    let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Span::new(span.start as usize, span.end as usize + len)
}
