//! The evidence relation: what backs a claim, and where it was looked for.
//!
//! Evidence is a link to somebody else's site, a footnote with a source, a
//! citation, an identifier of a publication, a stated method, or sources
//! declared for the whole post. A link to the company's own site is not: it
//! is the same voice again. A lead-in with evidence covers the list or table
//! it introduces, and a short paragraph covers the one it follows.

use std::sync::LazyLock;

use regex::Regex;

use crate::company::Company;
use crate::language::pattern;
use crate::post::{Block, BlockKind, LinkKind, Post};
use crate::span::Span;
use crate::web::host_of;

/// What kind of evidence was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A link to another site.
    Link,
    /// A footnote that names a source.
    Footnote,
    /// `<cite>`, `[@key]` or a citation shortcode.
    Citation,
    /// DOI, arXiv, RFC, CVE, CFR, ISBN.
    Identifier,
    /// How it was measured, or who measured it.
    Method,
    /// `sources:` or `data-note:` in the front matter.
    Declared,
}

/// The evidence for what block number `index` of `post` says: in the block
/// itself, in the lead-in of its list or table, or declared for the post.
pub fn for_block(post: &Post, index: usize, company: &Company) -> Option<Evidence> {
    let blocks = post.prose().blocks();
    in_block(post, blocks.get(index)?, company)
        .or_else(|| in_block(post, lead_in(blocks, index)?, company))
        .or_else(|| in_block(post, follow_up(post, index)?, company))
        .or_else(|| declared(post))
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

/// The short paragraph right behind block `index`: "See the report."
fn follow_up(post: &Post, index: usize) -> Option<&Block> {
    const SHORT: usize = 120;
    let blocks = post.prose().blocks();
    let block = &blocks[index];
    blocks
        .get(index + 1)
        .filter(|next| next.kind == BlockKind::Paragraph && next.section == block.section)
        .filter(|next| next.text.len() <= SHORT)
}

fn in_block(post: &Post, block: &Block, company: &Company) -> Option<Evidence> {
    let text = post.prose().block_text(block);
    if links_elsewhere(post, block.span, company) {
        Some(Evidence::Link)
    } else if has_footnote(post, block.span, company) {
        Some(Evidence::Footnote)
    } else if has_citation(post, block.span) {
        Some(Evidence::Citation)
    } else if IDENTIFIER.is_match(text) {
        Some(Evidence::Identifier)
    } else if METHOD.is_match(text) {
        Some(Evidence::Method)
    } else {
        None
    }
}

/// True when a link inside `span` leads to a site that is not the company's.
fn links_elsewhere(post: &Post, span: Span, company: &Company) -> bool {
    post.links_in(span).iter().any(|link| {
        span.contains(link.span)
            && !holds_only_an_image(post, link.span, link.kind)
            && host_of(&link.destination)
                .is_some_and(|host| host.contains('.') && !company.owns_host(host))
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
fn has_footnote(post: &Post, span: Span, company: &Company) -> bool {
    let notes = post.footnotes();
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
                    let text = post.slice(definition.span);
                    links_elsewhere(post, definition.span, company)
                        || IDENTIFIER.is_match(text)
                        || YEAR.is_match(text)
                })
        })
}

fn has_citation(post: &Post, span: Span) -> bool {
    post.citations().iter().any(|cite| span.contains(*cite))
        || CITATION_KEY.is_match(post.slice(span))
}

fn declared(post: &Post) -> Option<Evidence> {
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
        r"10\.[0-9]{4,9}/[^ ]|arXiv:[0-9]|RFC ?[0-9]{3,5}|CVE-[0-9]{4}-[0-9]{4,}|[0-9]+ C\.?F\.?R\.? |ISBN[ :-]*[0-9]",
    )
});

/// A person or a body that measured, or how it was done.
static METHOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)we (have )?(measured|benchmarked|tested|surveyed|counted|polled|analy[sz]ed|compared)|(^|[^a-z])n ?= ?[0-9]|according to |in (our|a|the) (benchmark|survey|study|test|audit)|(^|[^a-z])(source|method|methodology): ",
    )
});

static CITATION_KEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[@[A-Za-z0-9_:-]+"));

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(^|[^0-9])(19|20)[0-9]{2}([^0-9]|$)"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn evidence(text: &str) -> Option<Evidence> {
        let company = Company {
            domains: vec!["acme.example".into()],
            ..Company::default()
        };
        let post = Post::parse("post.md", text, Generator::Unknown);
        let index = post
            .prose()
            .blocks()
            .iter()
            .position(|block| post.prose().block_text(block).contains("claim"))
            .expect("a claim");
        for_block(&post, index, &company)
    }

    #[test]
    fn links_to_others_are_evidence_and_own_links_are_not() {
        assert_eq!(
            evidence("A claim, [shown](https://example.org/x)."),
            Some(Evidence::Link)
        );
        assert_eq!(
            evidence("A claim: https://example.org/x."),
            Some(Evidence::Link)
        );
        assert_eq!(
            evidence("A claim, [shown][x].\n\n[x]: https://example.org"),
            Some(Evidence::Link)
        );
        assert_eq!(
            evidence("A claim, [bought](https://www.acme.example/buy)."),
            None
        );
        assert_eq!(
            evidence("A claim, [mail](mailto:a@example.org), [more](/x)."),
            None
        );
        assert_eq!(evidence("A claim [![a](b.png)](https://example.org)"), None);
        let later = "A claim.\n\nOne more.\n\nAnother [link](https://example.org).";
        assert_eq!(evidence(later), None);
    }

    #[test]
    fn footnotes_need_a_source() {
        assert_eq!(
            evidence("A claim.[^1]\n\n[^1]: See <https://example.org/x>."),
            Some(Evidence::Footnote)
        );
        assert_eq!(
            evidence("A claim.[^1]\n\n[^1]: Jo Doe, *Fast*, 2021."),
            Some(Evidence::Footnote)
        );
        assert_eq!(evidence("A claim.[^1]\n\n[^1]: Really."), None);
    }

    #[test]
    fn methods_identifiers_and_citations_count() {
        assert_eq!(
            evidence("A claim; we measured 12 runs."),
            Some(Evidence::Method)
        );
        assert_eq!(evidence("A claim (n=312)."), Some(Evidence::Method));
        assert_eq!(evidence("A claim in RFC 9110."), Some(Evidence::Identifier));
        assert_eq!(evidence("A claim [@doe2021]."), Some(Evidence::Citation));
        assert_eq!(
            evidence("A claim {{< cite \"doe\" >}}."),
            Some(Evidence::Citation)
        );
        assert_eq!(
            evidence("---\nsources: [x]\n---\nA claim."),
            Some(Evidence::Declared)
        );
    }

    #[test]
    fn a_short_paragraph_covers_the_one_before_it() {
        let text = "A claim.\n\nSee [the report](https://example.org/x).\n";
        assert_eq!(evidence(text), Some(Evidence::Link));
    }

    #[test]
    fn a_lead_in_covers_its_list() {
        let list = "Figures from [a report](https://example.org):\n\n- one\n- a claim\n";
        assert_eq!(evidence(list), Some(Evidence::Link));
    }
}
