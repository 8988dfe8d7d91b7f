//! `mindset/undisclosed-affiliate`: a link that pays, and nobody says so before it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::disclosure;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::web::affiliate;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UndisclosedAffiliate {}

impl Rule for UndisclosedAffiliate {
    const META: Meta = Meta {
        id: "mindset/undisclosed-affiliate",
        summary: "An affiliate link without a word about it before the link",
        why: "Whoever earns from a link is no neutral guide, and readers cannot see it from the \
              link. The law in many countries asks that it be said clearly, and before the first such link, \
              not on a page of its own. This is not legal advice.",
        leaves_alone: "Links that only have `ref=` or `affiliate=` in them, posts that say before the \
                       first link that it pays, and front matter with a true `affiliate` or `disclosure`.",
        level: Level::Error,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "16 CFR Part 255: Guides Concerning Use of Endorsements and Testimonials in Advertising",
            url: "https://www.ecfr.gov/current/title-16/part-255",
        }],
        examples: &[
            Example::Bad {
                text: "Get [the kite](https://www.amazon.com/dp/B000?tag=acme-20).\n",
                hits: &["[the kite](https://www.amazon.com/dp/B000?tag=acme-20)"],
                fixed: None,
            },
            Example::Bad {
                text: "Get [the kite](https://acme.pxf.io/x).\n\nSome links are affiliate links.\n",
                hits: &["[the kite](https://acme.pxf.io/x)"],
                fixed: None,
            },
            Example::Good(
                "We earn a commission on links below.\n\n[A kite](https://acme.pxf.io/x).\n",
            ),
            Example::Good("Get [the kite](https://acme.pxf.io/x) (affiliate link).\n"),
            Example::Good("Get [the kite](https://www.amazon.com/dp/B000).\n"),
            Example::Good("Get [the kite](https://example.com/kite?ref=acme&affiliate=1).\n"),
            Example::Good("---\naffiliate: true\n---\nGet [a kite](https://acme.pxf.io/x).\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| disclosure::commission().map(Phrase::new).collect());

impl Check for UndisclosedAffiliate {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut links = post.links().iter();
        let paid = links.find_map(|link| Some((link, affiliate(&link.destination)?)));
        let Some((link, host)) = paid else {
            return;
        };
        let prose = post.prose();
        let said = cx.hits.iter().map(|hit| hit.text.start);
        // In the same paragraph it may stand behind the link.
        let is_before = |at: usize| {
            let block = &prose.blocks()[prose.block_at(at)];
            block.span.start <= link.span.start
        };
        if said.clone().any(is_before) || declares(post) || calls(post, link.span.start) {
            return;
        }
        let finding = out.report(
            link.span,
            format!("this link pays whoever set it (by {host}), and nothing before it says so"),
        );
        match said.min() {
            Some(_) => {
                finding.label("what says so stands below it, where readers have clicked already")
            }
            None => finding.label("no word about affiliate links in this post"),
        };
        finding.help("say so in the first lines, as in: We earn a commission when you buy through these links");
    }
}

/// True when the front matter says it, for a theme to show.
fn declares(post: &Post) -> bool {
    post.front_matter().is_some_and(|front_matter| {
        [
            "affiliate",
            "affiliates",
            "affiliate_links",
            "disclosure",
            "sponsored",
            "sponsor",
        ]
        .into_iter()
        .filter_map(|key| front_matter.get(key))
        .any(|value| !value.is_blank() && value.as_bool() != Some(false))
    })
}

/// True when a call before byte `at` is named after it: `{{< affiliate-notice >}}`.
fn calls(post: &Post, at: u32) -> bool {
    let mut calls = post.templates().iter().filter(|call| call.span.start < at);
    calls.any(|call| {
        let text = post.slice(call.span).to_ascii_lowercase();
        text.contains("affiliate") || text.contains("disclos")
    })
}
