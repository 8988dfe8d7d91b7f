//! The places that a post tells.

use sayso::post::Post;
use sayso::post::prose::OPAQUE;
use sayso::span::Span;

/// The span is inside the text and cuts no character.
pub fn is_sound(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

/// Every place that a post tells, and what stands there.
pub fn places(post: &Post) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    all.extend(post.prose().blocks().iter().map(|b| ("block", b.span)));
    for link in post.links() {
        all.push(("link", link.span));
        all.push(("destination", link.destination_span));
        all.push(("link text", link.text));
        all.extend(link.page.map(|page| ("page", page)));
        all.extend(link.title.as_ref().map(|title| ("title", title.span)));
    }
    for image in post.images() {
        all.push(("image", image.span));
        all.push(("source", image.source_span));
        all.extend(image.alt_span.map(|alt| ("alt", alt)));
    }
    for embed in post.embeds() {
        all.push(("embed", embed.span));
        all.extend(embed.source.map(|source| ("embedded", source)));
    }
    all.extend(post.citations().iter().map(|cite| ("citation", *cite)));
    all.extend(post.headings().iter().map(|h| ("heading", h.span)));
    all.extend(post.code().iter().map(|code| ("code", code.span)));
    for comment in post.comments() {
        all.push(("comment", comment.span));
        all.push(("comment text", comment.text));
    }
    all.extend(post.templates().iter().map(|t| ("template", t.span)));
    all.extend(post.elements().iter().map(|span| ("element", *span)));
    let notes = post.footnotes();
    all.extend(notes.references.iter().map(|note| ("reference", note.span)));
    all.extend(notes.definitions.iter().map(|note| ("note", note.span)));
    if let Some(front_matter) = post.front_matter() {
        all.push(("front matter", front_matter.span));
        all.push(("opening", front_matter.opening));
        all.extend(
            front_matter
                .faults
                .iter()
                .map(|fault| ("fault", fault.span)),
        );
        for (_, value) in front_matter.leaves() {
            all.push(("value", value.span));
            all.extend(value.verbatim().map(|words| ("words of a value", words)));
        }
        all.extend(
            front_matter
                .entries
                .iter()
                .map(|entry| ("key", entry.key_span)),
        );
    }
    all
}

/// The first letter or digit of the prose that does not stand where it is said
/// to, and what stands there.
pub fn misplaced(post: &Post) -> Option<String> {
    let prose = post.prose();
    prose.text().char_indices().find_map(|(at, c)| {
        if !c.is_alphanumeric() || c == OPAQUE {
            return None;
        }
        let span = prose.source(at..at + c.len_utf8());
        if !is_sound(span, post.text()) {
            return Some(format!("{c:?} at {span:?}"));
        }
        let there = post.slice(span);
        // An entity, and an escaped scalar, stand for their words as a whole.
        let is_whole = there.starts_with('&') || span.len() > c.len_utf8();
        (!is_whole && !there.starts_with(c)).then(|| format!("{c:?} is not at {there:?}"))
    })
}
