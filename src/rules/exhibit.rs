//! What a post shows besides its words.

use crate::post::{LinkKind, Post, TemplateKind};
use crate::span::Span;

/// True when readers see something in `span` that is no text: an image, a
/// film, code, or what the site puts in the place of a template.
pub(super) fn is_shown(post: &Post, span: Span) -> bool {
    post.images().iter().any(|image| span.overlaps(image.span))
        || post.embeds().iter().any(|embed| span.overlaps(embed.span))
        || post
            .code()
            .iter()
            .any(|code| code.is_block && span.overlaps(code.span))
        || has_template(post, span)
        || has_film(post.slice(span))
}

/// True for a template other than the address of a link.
fn has_template(post: &Post, span: Span) -> bool {
    post.templates_in(span).iter().any(|template| {
        let is_call = matches!(
            template.kind,
            TemplateKind::Shortcode | TemplateKind::Tag | TemplateKind::Component
        );
        let is_address = post.links().iter().any(|link| {
            link.destination_span.overlaps(template.span)
                || (link.kind == LinkKind::Call && link.span.overlaps(template.span))
        });
        is_call && !is_address
    })
}

/// True for the address of a film, which many sites turn into a player.
fn has_film(text: &str) -> bool {
    const ADDRESSES: [&str; 3] = ["youtube.com/watch", "youtu.be/", "vimeo.com/"];
    ADDRESSES.iter().any(|address| text.contains(address))
}
