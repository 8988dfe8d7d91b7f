//! The evidence relation: what backs a claim, and where it was looked for.
//!
//! Evidence is a link to somebody else's site, a footnote with a source, a
//! citation, an identifier of a publication, a stated method, a caption that
//! names its source, or sources declared for the whole post. A link to the
//! company's own site is weak: it is the same voice again, and counts only for
//! those who ask for it. A lead-in with evidence covers the list or table it
//! introduces, a short paragraph covers the one it follows, and a report that
//! is named and linked at the top covers a post about it.

mod around;
mod kinds;

use std::ops::Range;

use crate::company::Company;
use crate::post::{Block, BlockKind, Post};
use around::{around_block, reported, with_marks};
use kinds::in_span;

/// What kind of evidence was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A link to another site.
    Link,
    /// A footnote that names a source.
    Footnote,
    /// `<cite>`, `[@key]`, a citation shortcode, or a name in brackets behind the
    /// claim: "(Jo Doe, 2021)".
    Citation,
    /// DOI, arXiv, RFC, CVE, CFR, ISBN.
    Identifier,
    /// How it was measured, or who measured it.
    Method,
    /// `sources:` or `data-note:` in the front matter.
    Declared,
    /// A report that is named and linked at the top of the post.
    Reported,
    /// A link to a page of the company itself.
    OwnPage,
}

/// How far around a claim is looked, from near to far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The sentence, with the footnote mark behind it.
    Sentence,
    /// The paragraph, list item or cell, what introduces it, and its caption.
    Paragraph,
    /// Everything below the same heading.
    Section,
    /// The whole post.
    Post,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How far to look.
    pub scope: Scope,
    /// Whether a link to an own page counts, in the paragraph.
    pub own_pages: bool,
}

impl Wanted {
    /// In the paragraph, where a page of the company's own will do.
    pub const NEARBY: Wanted = Wanted {
        scope: Scope::Paragraph,
        own_pages: true,
    };
}

/// The evidence for what stands at `place` of the prose of `post`, and where it was found.
pub fn find(
    post: &Post,
    place: Range<usize>,
    wanted: Wanted,
    company: &Company,
) -> Option<(Evidence, Scope)> {
    let prose = post.prose();
    let index = prose.block_at(place.start);
    let near = Asked {
        post,
        company,
        own_pages: wanted.own_pages,
    };
    let far = Asked {
        own_pages: false,
        ..near
    };
    let sentence = || {
        let span = with_marks(post, prose.source(place.clone()));
        in_span(near, span, &prose.text()[place.clone()])
    };
    let section = || {
        let section = prose.blocks().get(index)?.section;
        let mut blocks = prose.blocks().iter();
        blocks.find_map(|block| (block.section == section).then(|| in_block(far, block))?)
    };
    let whole = || {
        let mut blocks = prose.blocks().iter();
        blocks.find_map(|block| in_block(far, block))
    };
    let steps: [(Scope, &dyn Fn() -> Option<Evidence>); 5] = [
        (Scope::Sentence, &sentence),
        (Scope::Paragraph, &|| around_block(near, index)),
        (Scope::Section, &section),
        (Scope::Section, &|| reported(far)),
        (Scope::Post, &whole),
    ];
    steps
        .into_iter()
        .filter(|(scope, _)| *scope <= wanted.scope)
        .find_map(|(scope, look)| Some((look()?, scope)))
        .or_else(|| Some((kinds::declared(post)?, Scope::Post)))
}

/// The evidence for what block number `index` of `post` says: in the block
/// itself, in the lead-in of its list or table, or declared for the post.
/// `own_pages` says whether a link to an own page counts.
pub fn for_block(
    post: &Post,
    index: usize,
    own_pages: bool,
    company: &Company,
) -> Option<Evidence> {
    let asked = Asked {
        post,
        company,
        own_pages,
    };
    around_block(asked, index).or_else(|| kinds::declared(post))
}

/// What was looked for, and where, when nothing was found for a claim in a
/// block of this kind.
pub fn looked_for(scope: Scope, kind: BlockKind) -> &'static str {
    match (scope, kind) {
        (Scope::Sentence, _) => "no link, footnote or method in this sentence",
        (Scope::Paragraph, BlockKind::ListItem) => {
            "no link, footnote or method in this item or above the list"
        }
        (Scope::Paragraph, BlockKind::TableCell) => {
            "no link, footnote or method in this cell or above the table"
        }
        (Scope::Paragraph, _) => "no link, footnote or method in this paragraph",
        (Scope::Section, _) => "no link, footnote, named source or method in this section",
        (Scope::Post, _) => "no link, footnote, named source or method in this post",
    }
}

/// What every step of the search knows.
#[derive(Clone, Copy)]
struct Asked<'a> {
    post: &'a Post,
    company: &'a Company,
    own_pages: bool,
}

fn in_block(asked: Asked<'_>, block: &Block) -> Option<Evidence> {
    in_span(asked, block.span, asked.post.prose().block_text(block))
}

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
        for_block(&post, index, false, &company)
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
        for name in [
            "(Jo Doe, 2021).",
            "(Example Labs, Kite Report).",
            ". — Example Labs",
        ] {
            assert_eq!(
                evidence(&format!("A claim {name}")),
                Some(Evidence::Citation),
                "{name}"
            );
        }
        assert_eq!(
            evidence("A claim (API) of the Acme Map (which is good)."),
            None
        );
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
        let quote = "A claim.\n\n> So it is.\n>\n> [Jo Doe](https://example.org/x)\n";
        assert_eq!(evidence(quote), Some(Evidence::Link));
    }

    /// Where the evidence for the sentence with "claim" is found, within `scope`.
    fn found(text: &str, scope: Scope, own_pages: bool) -> Option<(Evidence, Scope)> {
        let company = Company::default();
        let post = Post::parse("post.md", text, Generator::Unknown);
        let start = post.prose().text().find("A claim").expect("a claim");
        let end = start + post.prose().text()[start..].find('.').expect("an end") + 1;
        find(&post, start..end, Wanted { scope, own_pages }, &company)
    }

    #[test]
    fn the_search_goes_from_near_to_far() {
        let link = |text, scope| found(text, scope, false).map(|(_, scope)| scope);
        let beside = "A claim. One [more](https://example.org).";
        assert_eq!(link(beside, Scope::Sentence), None);
        assert_eq!(link(beside, Scope::Section), Some(Scope::Paragraph));
        let above = "## A\n\n[One](https://example.org).\n\nTwo.\n\nA claim.\n\n## B\n\nEnd.";
        assert_eq!(link(above, Scope::Paragraph), None);
        assert_eq!(link(above, Scope::Section), Some(Scope::Section));
        let elsewhere = "## A\n\nA claim.\n\n## B\n\n[One](https://example.org).";
        assert_eq!(link(elsewhere, Scope::Section), None);
        assert_eq!(link(elsewhere, Scope::Post), Some(Scope::Post));
        assert_eq!(
            link("[A claim](https://example.org).", Scope::Sentence),
            Some(Scope::Sentence)
        );
        let mark = "A claim.[^1] One more.\n\n[^1]: Jo Doe, *Fast*, 2021.";
        assert_eq!(link(mark, Scope::Sentence), Some(Scope::Sentence));
    }

    #[test]
    fn a_report_at_the_top_covers_the_post() {
        let post =
            "Read [our notes on the yearly survey](https://example.org).\n\n## A\n\nA claim.";
        let reported = Some((Evidence::Reported, Scope::Section));
        assert_eq!(found(post, Scope::Section, false), reported);
        assert_eq!(found(post, Scope::Paragraph, false), None);
        let other = "Read [our notes](https://example.org).\n\n## A\n\nA claim.";
        assert_eq!(found(other, Scope::Section, false), None);
    }

    #[test]
    fn own_pages_count_when_asked_for() {
        for page in ["/blog/x", "{{< ref \"x.md\" >}}"] {
            let text = format!("A claim, [shown]({page}).");
            let weak = Some((Evidence::OwnPage, Scope::Sentence));
            assert_eq!(found(&text, Scope::Section, true), weak, "{page}");
            assert_eq!(found(&text, Scope::Section, false), None);
        }
        assert_eq!(found("A claim, [x](#y).", Scope::Section, true), None);
    }

    #[test]
    fn a_caption_names_its_source() {
        let text = "A claim.\n\n<figure><img src=\"a.png\" alt=\"A\"><figcaption>Source: Jo \
                    Doe</figcaption></figure>\n";
        assert_eq!(evidence(text), Some(Evidence::Method));
    }

    #[test]
    fn a_lead_in_covers_its_list() {
        let list = "Figures from [a report](https://example.org):\n\n- one\n- a claim\n";
        assert_eq!(evidence(list), Some(Evidence::Link));
    }
}
