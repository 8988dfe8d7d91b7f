//! `mindset/undisclosed-sponsor`: somebody paid, and readers are not told in
//! plain words.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::social::hashtags;
use crate::language::{WordList, disclosure};
use crate::lexicon::Phrase;
use crate::post::{BlockKind, LinkKind, Post};
use crate::rules::kind::{is_post, plain};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UndisclosedSponsor {}

impl Rule for UndisclosedSponsor {
    const META: Meta = Meta {
        id: "mindset/undisclosed-sponsor",
        summary: "A paid post or link, or a label such as #sp, without plain words for readers",
        why: "Readers weigh praise by who paid for it, and a mark that only search engines or \
              insiders read does not tell them. The FTC asks for words that an ordinary reader \
              understands, where they cannot be missed: \"Ad\", \"Sponsored by Acme\". This is \
              not legal advice.",
        leaves_alone: "Posts that say sponsored, advertisement or who paid anywhere in their text, sponsors of \
                       an event, partners, and hashtags in code.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "16 CFR Part 255: Guides Concerning Use of Endorsements and Testimonials in Advertising",
            url: "https://www.ecfr.gov/current/title-16/part-255",
        }],
        examples: &[
            Example::Bad {
                text: "Example Labs flies our kites well. #spon\n",
                hits: &["#spon"],
                fixed: None,
            },
            Example::Bad {
                text: "Try <a rel=\"sponsored\" href=\"https://example.com\">this kite</a>.\n",
                hits: &["<a rel=\"sponsored\" href=\"https://example.com\">this kite</a>"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: A kite\nsponsored: true\n---\nIt flies.\n",
                hits: &["true"],
                fixed: None,
            },
            Example::Good("Example Labs flies our kites well. Sponsored by Example Labs. #spon\n"),
            Example::Good("---\nsponsored: true\n---\nThis is a sponsored post. It flies.\n"),
            Example::Good("---\nsponsored: false\n---\nIt flies.\n"),
            Example::Good("In partnership with the town, we built a kite. #kites\n"),
        ],
    };
}

/// Labels that only insiders read.
const LABELS: WordList = WordList::new("sp spon collab ambassador sponcon");

/// Keys that say that somebody paid for the post.
const KEYS: WordList = WordList::new("sponsored sponsoredby sponsoredpost paidpost advertorial");

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| disclosure::payment().map(Phrase::new).collect());

impl Check for UndisclosedSponsor {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if !is_post(post) {
            return;
        }
        let prose = post.prose();
        // A value of the front matter may never be shown.
        let is_shown = |at: usize| {
            let block = &prose.blocks()[prose.block_at(at)];
            block.kind != BlockKind::FrontMatter
        };
        if cx.hits.iter().any(|hit| is_shown(hit.text.start)) {
            return;
        }
        for (span, what) in marks(post) {
            let words = post.slice(span);
            let message = match what {
                Mark::Link => {
                    "this link is marked as paid for search engines, not for readers".to_owned()
                }
                Mark::Key => format!(
                    "the front matter says that this post is paid for (\"{words}\"), and its text does not"
                ),
                Mark::Label => format!("\"{words}\" tells few readers that somebody paid"),
            };
            out.report(span, message)
                .label("no plain word about it in this post")
                .help("say it in the first lines: \"Ad\", \"Sponsored by …\", \"… paid for this post\"");
        }
    }
}

/// How a post says that somebody paid.
#[derive(Clone, Copy)]
enum Mark {
    Link,
    Key,
    Label,
}

fn marks(post: &Post) -> Vec<(Span, Mark)> {
    let mut found = Vec::new();
    if let Some(front_matter) = post.front_matter() {
        let paid = front_matter.entries.iter().filter(|entry| {
            let value = &entry.value;
            KEYS.has(&plain(&entry.key)) && !value.is_blank() && value.as_bool() != Some(false)
        });
        found.extend(paid.map(|entry| (entry.value.span, Mark::Key)));
    }
    let is_paid = |span: Span| {
        let tag = post.slice(span);
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        tag.contains("rel=") && tag.contains("sponsored")
    };
    let html = post
        .links()
        .iter()
        .filter(|link| link.kind == LinkKind::Html);
    found.extend(
        html.filter(|link| is_paid(link.span))
            .map(|link| (link.span, Mark::Link)),
    );
    let text = post.prose().text();
    let labels = hashtags(text).filter(|tag| LABELS.has(&text[tag.start + 1..tag.end]));
    found.extend(labels.map(|tag| (post.prose().source(tag), Mark::Label)));
    found
}
