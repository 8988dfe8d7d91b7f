//! The kinds of evidence, as they stand in a stretch of a post.

use std::sync::LazyLock;

use regex::Regex;

use super::{Asked, Evidence};
use crate::language::{WordList, pattern, words};
use crate::post::{LinkKind, Post};
use crate::span::Span;
use crate::web::host_of;

/// The evidence in `span`, whose words are `text`.
pub(super) fn in_span(asked: Asked<'_>, span: Span, text: &str) -> Option<Evidence> {
    let post = asked.post;
    if links_elsewhere(asked, span) {
        Some(Evidence::Link)
    } else if has_footnote(asked, span) {
        Some(Evidence::Footnote)
    } else if has_citation(post, span) || NAMED.is_match(text) {
        Some(Evidence::Citation)
    } else if IDENTIFIER.is_match(text) {
        Some(Evidence::Identifier)
    } else if METHOD.is_match(text) {
        Some(Evidence::Method)
    } else if asked.own_pages && links_to_own_page(asked, span) {
        Some(Evidence::OwnPage)
    } else {
        None
    }
}

/// True when a link inside `span` leads to a site that is not the company's.
pub(super) fn links_elsewhere(asked: Asked<'_>, span: Span) -> bool {
    let post = asked.post;
    post.links_in(span).iter().any(|link| {
        span.contains(link.span)
            && !holds_only_an_image(post, link.span, link.kind)
            && host_of(&link.destination)
                .is_some_and(|host| host.contains('.') && !asked.company.owns_host(host))
    })
}

/// True when a link inside `span` leads to a page of the company's own.
fn links_to_own_page(asked: Asked<'_>, span: Span) -> bool {
    let post = asked.post;
    post.links_in(span).iter().any(|link| {
        let is_page = match host_of(&link.destination) {
            Some(host) => asked.company.owns_host(host),
            None => !["", "#", "mailto:", "tel:"].into_iter().any(|other| {
                link.destination == other
                    || (!other.is_empty() && link.destination.starts_with(other))
            }),
        };
        span.contains(link.span) && is_page && !holds_only_an_image(post, link.span, link.kind)
    })
}

fn holds_only_an_image(post: &Post, link: Span, kind: LinkKind) -> bool {
    let images = post.images();
    let first = images.partition_point(|image| image.span.start <= link.start);
    let image = images.get(first).filter(|image| link.contains(image.span));
    // `[![alt](image)](destination)`: nothing stands before the image.
    kind == LinkKind::Inline && image.is_some_and(|image| image.span.start == link.start + 1)
}

/// True when `span` refers to a footnote that links elsewhere or names a
/// publication by year or identifier.
fn has_footnote(asked: Asked<'_>, span: Span) -> bool {
    let notes = asked.post.footnotes();
    notes
        .references
        .iter()
        .filter(|reference| span.contains(reference.span))
        .any(|reference| {
            notes
                .definitions
                .iter()
                .filter(|definition| definition.label == reference.label)
                .any(|definition| {
                    let text = asked.post.slice(definition.span);
                    links_elsewhere(asked, definition.span)
                        || IDENTIFIER.is_match(text)
                        || YEAR.is_match(text)
                })
        })
}

fn has_citation(post: &Post, span: Span) -> bool {
    post.citations().iter().any(|cite| span.contains(*cite))
        || CITATION_KEY.is_match(post.slice(span))
}

/// True when `text` is about a publication that has figures.
pub(super) fn names_a_report(text: &str) -> bool {
    const REPORTS: WordList = WordList::new(
        "report reports survey study studies poll index census whitepaper paper research findings",
    );
    words(text).any(|word| REPORTS.has(&text[word]))
}

/// Sources that the front matter names for the whole post.
pub(super) fn declared(post: &Post) -> Option<Evidence> {
    let front_matter = post.front_matter()?;
    [
        "sources",
        "references",
        "data-note",
        "params.sources",
        "params.data-note",
    ]
    .into_iter()
    .filter_map(|key| front_matter.get(key))
    .any(|value| !value.is_blank())
    .then_some(Evidence::Declared)
}

static IDENTIFIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"10\.[0-9]{4,9}/[^ ]|(?i:arxiv: ?)[0-9]|RFC ?[0-9]{3,5}|CVE-[0-9]{4}-[0-9]{4,}|[0-9]+ C\.?F\.?R\.? |ISBN[ :-]*[0-9]",
    )
});

/// A name behind what it is cited for: "(Jo Doe, 2021)", "(Example Labs, Kite
/// Report)", "— Example Labs" at the end.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\([A-Z][^()]{0,60},? (19|20)[0-9]{2}\)|\([A-Z][^(),]{1,40}, [A-Z][^()]{1,60}\)|[.!?”] ?[~—–] ?[A-Z][^.!?]{1,40}$",
    )
});

/// A person or a body that measured, or how it was done.
static METHOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)we (have |then |also )?(measured|benchmarked|tested|surveyed|counted|polled|analy[sz]ed|compared|asked|interviewed)|(^|[^a-z])n ?= ?[0-9]|according to |based on (data|a survey|our|an analysis|the [0-9])|in (our|a|the) (benchmark|survey|study|test|audit)|(^|[^a-z])(source|method|methodology|sample size): |sample of [0-9]|respondents",
    )
});

static CITATION_KEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[@[A-Za-z0-9_:-]+"));

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(^|[^0-9])(19|20)[0-9]{2}([^0-9]|$)"));
