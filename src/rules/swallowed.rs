//! Words between `<` and `>` that a browser takes for a tag.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::leftover::boundary;
use crate::language::WordList;
use crate::post::{Link, Post};
use crate::span::Span;

/// The tags of HTML, old ones too, and those of pictures and formulas.
const TAGS: WordList = WordList::new(
    "a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br \
     button canvas caption center cite code col colgroup data datalist dd del details dfn dialog \
     dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 \
     h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark \
     marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p \
     param picture plaintext portal pre progress q rp rt ruby s samp script search section select \
     slot small source span strike strong style sub summary sup svg table tbody td template \
     textarea tfoot th thead time title tr track tt u ul var video wbr xmp \
     animate circle clippath defs desc ellipse filter g image line lineargradient marker mask path \
     pattern polygon polyline radialgradient rect stop symbol text tspan use view \
     mfrac mi mn mo mover mrow msqrt msub msubsup msup mtable mtd mtext mtr munder",
);

/// The tags of the body that are no tags: two plain words or more in them, or
/// one among other words, and nothing that closes them.
pub(super) fn swallowed_words(post: &Post) -> Vec<Span> {
    if post.is_mdx() {
        return Vec::new();
    }
    let text = post.text();
    let body = post.body();
    let closed = OnceCell::new();
    memchr::memchr_iter(b'<', post.slice(body).as_bytes())
        .filter_map(|at| {
            let start = body.start as usize + at;
            let inside = inside(&text[start..])?;
            let name = inside.split(' ').next()?.to_lowercase();
            let span = Span::new(start, start + inside.len() + 2);
            let is_word = !TAGS.has(&name)
                && (inside.contains(' ') || is_among_words(text, span))
                && !line_start(text, start).starts_with('[')
                && !closed.get_or_init(|| closed_tags(text)).contains(&name);
            (is_word && !is_shown(post, span)).then_some(span)
        })
        .collect()
}

/// The names in `</name>`, in lower case.
fn closed_tags(text: &str) -> FxHashSet<String> {
    memchr::memmem::find_iter(text.as_bytes(), "</")
        .map(|at| {
            let rest = &text[at + 2..];
            let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
            rest[..len.unwrap_or(rest.len())].to_lowercase()
        })
        .collect()
}

/// True where `span` is no tag: readers see it, or it is of something else.
fn is_shown(post: &Post, span: Span) -> bool {
    let is_address = |link: &Link| link.destination_span.overlaps(span);
    post.text()[..span.start as usize].ends_with('\\')
        || post.is_code(span)
        || !post.templates_in(span).is_empty()
        || post.comments().iter().any(|one| one.span.overlaps(span))
        || post.links().iter().any(is_address)
}

/// What stands between `<` and `>`: plain words, with no attribute.
fn inside(text: &str) -> Option<&str> {
    /// Longer text is no one's stand-in, in bytes.
    const LONGEST: usize = 60;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = &text[1..end];
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\'');
    (inside.starts_with(|c: char| c.is_ascii_alphabetic())
        && inside.chars().all(is_plain)
        && !inside.ends_with(' ')
        && !inside.contains("  "))
    .then_some(inside)
}

/// Further away nothing is beside a tag, in bytes.
const FARTHEST: usize = 400;

/// What stands before byte `at` on its line.
fn line_start(text: &str, at: usize) -> &str {
    let before = &text[boundary(text, at.saturating_sub(FARTHEST))..at];
    before[before.rfind('\n').map_or(0, |end| end + 1)..].trim_start()
}

/// True when words stand on the same line, before it or behind it.
fn is_among_words(text: &str, span: Span) -> bool {
    let before = line_start(text, span.start as usize);
    let end = span.end as usize;
    let after = text[end..boundary(text, end + FARTHEST)]
        .lines()
        .next()
        .unwrap_or_default();
    let has_words = |part: &str| part.contains(char::is_alphabetic);
    has_words(before) || has_words(after)
}
