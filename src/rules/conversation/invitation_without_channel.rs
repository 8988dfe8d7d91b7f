//! `conversation/invitation-without-channel`: "let us know", and no word on where.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::invitation;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, Rule, channel, kind};

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvitationWithoutChannel {}

impl Rule for InvitationWithoutChannel {
    const META: Meta = Meta {
        id: "conversation/invitation-without-channel",
        summary: "An invitation to answer, in a post that does not say where",
        why: "\"Let us know what you think\" is kind, and empty when there is nowhere to say it. \
              Readers will not look for your address; the few who would have answered give up. Put \
              the address, the form or the forum into the same sentence.",
        leaves_alone: "Invitations beside a link or that say where (\"in the comments\"), and posts with an address, a form, a telephone \
                       number, comments, a handle, a hashtag or a link to a network; what others \
                       are told; quotations; sites with `comments = true` in [company].",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "The kites are back. Let us know what you think.\n",
                hits: &["Let us know"],
                fixed: None,
            },
            Example::Bad {
                text: "Have a quieter kite? Please reach out to our team.\n",
                hits: &["reach out to our team"],
                fixed: None,
            },
            Example::Good("Let us know at kites@acme.example.\n"),
            Example::Good("[Let us know](https://acme.example/kites) what you think.\n"),
            Example::Good("Let us know what you think. We are @acme.\n"),
            Example::Good("---\ncomments: true\n---\nLet us know what you think.\n"),
            Example::Good("When a kite breaks, pilots let us know. They reach out early.\n"),
            Example::Good("Let us know in the comments. Reach out to a club near you.\n"),
            Example::Good("“Let us know,” said Ines.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| invitation::answers().map(Phrase::new).collect());

impl Check for InvitationWithoutChannel {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() || !kind::is_post(post) || channel::is_anywhere(post, cx) {
            return;
        }
        let prose = post.prose();
        let mut passages = Passages::of(post);
        // One is enough: an address anywhere settles them all.
        let asked = cx.hits.iter().rev().find(|hit| {
            let passage = passages.around(hit.text.start);
            let block = &prose.blocks()[passage.index];
            passage.sentence(hit.text.start).is_some_and(|said| {
                invitation::asks(said.text, said.inside(&hit.text).start)
                    && !invitation::says_where(said.text)
                    && !passage.is_said_by_others(hit.text.start, &[])
                    && post.links_in(block.span).is_empty()
            })
        });
        if let Some(hit) = asked {
            let words = &prose.text()[hit.text.clone()];
            out.report(
                prose.source(hit.text.clone()),
                format!("\"{words}\" does not say where, and nothing else in this post does"),
            )
            .label("no address, form, handle or comments in this post")
            .help("link the address, the form or the forum from these words");
        }
    }
}
