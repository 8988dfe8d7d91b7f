//! `mindset/missing-canonical`: a post that is out elsewhere, and does not tell
//! machines where it was first.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::kind::{is_post, plain};
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, Rule, Source, whole};
use crate::web::host_of;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingCanonical {}

impl Rule for MissingCanonical {
    const META: Meta = Meta {
        id: "mindset/missing-canonical",
        summary: "A post that appeared elsewhere first, without a canonical address",
        why: "The same text at two addresses competes with itself: a search engine shows one of \
              them, and not always the author's. Readers who share the copy take the conversation \
              away from where its author answers. A canonical address says which one counts.",
        leaves_alone: "Posts with a canonical address under any common key, copies of what the company \
                       itself published, and texts that mention where something else appeared.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "RFC 6596: The Canonical Link Relation",
            url: "https://www.rfc-editor.org/rfc/rfc6596",
        }],
        examples: &[
            Example::Bad {
                text: "*This post was originally published on [Jo's blog](https://example.com/kites).*\n",
                hits: &["originally published on"],
                fixed: None,
            },
            Example::Bad {
                text: "Kites fly.\n\nCross-posted from [Jo's blog](https://example.com/kites).\n",
                hits: &["Cross-posted from"],
                fixed: None,
            },
            Example::Good(
                "---\ncanonical_url: https://example.com/kites\n---\nCross-posted from [Jo's blog](https://example.com/kites).\n",
            ),
            Example::Good("Originally published on [our old site](https://acme.example/kites).\n"),
            Example::Good(
                "The map was originally published in [an atlas](https://example.com/atlas).\n",
            ),
            Example::Good("The kite first appeared on the roof of a library.\n"),
        ],
    };
}

/// What says that the post was out before.
const SIGNS: PhraseList = PhraseList::new(
    "originally published on; originally published at; originally published by; originally \
     published in; originally posted on; originally posted at; originally posted by; originally appeared on; originally \
     appeared in; originally appeared at; first published on; first published at; first published in; first appeared on; first appeared \
     in; cross-posted from; crossposted from; cross-posted on; crossposted on; cross-posted at; reposted from; republished from; \
     reposted with permission; republished with permission",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| SIGNS.iter().map(Phrase::new).collect());

impl Check for MissingCanonical {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() || !is_post(post) || has_canonical(post) {
            return;
        }
        let prose = post.prose();
        let ends = ends(post);
        let mut passages = Passages::of(post);
        let sign = cx.hits.iter().find(|hit| {
            let passage = passages.around(hit.text.start);
            let block = &prose.blocks()[passage.index];
            let Some(said) = passage.sentence(hit.text.start) else {
                return false;
            };
            let span = prose.source(said.place());
            let leads_away = post.links_in(span).iter().any(|link| {
                host_of(&link.destination).is_some_and(|host| !cx.company.owns_host(host))
            });
            leads_away
                && ends.contains(&block.span.start)
                && speaks_of_itself(&said.text[..said.inside(&hit.text).start])
                && !matches!(block.kind, BlockKind::ListItem | BlockKind::TableCell)
        });
        if let Some(hit) = sign {
            let words = &prose.text()[hit.text.clone()];
            out.report(
                prose.source(hit.text.clone()),
                format!("\"{words}\" says where this post was first, to readers only"),
            )
            .label("no canonical address in the front matter")
            .help(
                "add the address under the key your theme reads, as in `canonical_url: https://…`",
            );
        }
    }
}

/// True when the words before the sign are about the post: "This article was".
fn speaks_of_itself(before: &str) -> bool {
    const SELVES: [&str; 12] = [
        "this post",
        "this blog",
        "this article",
        "this piece",
        "this story",
        "this content",
        "this guest",
        "this entry",
        "this interview",
        "this essay",
        "this was",
        "this is",
    ];
    let before = before
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    // "Originally published on …" alone is about the post as well.
    before.is_empty() || SELVES.into_iter().any(|own| before.contains(own))
}

/// Where the first and the last blocks of the post start.
fn ends(post: &Post) -> Vec<u32> {
    const NEAR: usize = 3;
    let starts = || whole::running(post).map(|block| block.span.start);
    starts()
        .take(NEAR)
        .chain(starts().rev().take(NEAR))
        .collect()
}

fn has_canonical(post: &Post) -> bool {
    const KEYS: [&str; 8] = [
        "canonical",
        "original",
        "originalurl",
        "sourceurl",
        "source",
        "externalurl",
        "syndicatedfrom",
        "crosspost",
    ];
    post.front_matter().is_some_and(|front_matter| {
        let leaves = front_matter.leaves().into_iter();
        leaves
            .filter(|(_, value)| !value.is_blank())
            .any(|(path, _)| {
                let key = plain(path.rsplit('.').next().unwrap_or_default());
                key.starts_with("canonical") || KEYS.contains(&&*key)
            })
    })
}
