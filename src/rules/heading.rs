//! Where a finding about a whole post stands.

use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// The title of a post: of its front matter, or its main heading.
pub(super) fn title(post: &Post) -> Option<&Block> {
    post.prose()
        .blocks()
        .iter()
        .find(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)))
}

/// The title, or where a post without one opens.
pub(super) fn title_or_opening(post: &Post) -> Span {
    title(post).map_or_else(
        || post.opening(),
        |title| post.prose().source(title.text.clone()),
    )
}
