//! `conversation/missing-invitation`: a post that asks its readers nothing.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::invitation;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, channel, whole};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingInvitation {
    /// A shorter post is left alone.
    min_words: usize,
}

impl Default for MissingInvitation {
    fn default() -> MissingInvitation {
        MissingInvitation { min_words: 100 }
    }
}

impl Rule for MissingInvitation {
    const META: Meta = Meta {
        id: "conversation/missing-invitation",
        summary: "A post that asks readers nothing and offers no way to answer",
        why: "A post is one side of a conversation. When it ends without a question, an address or a \
              next step, readers who have something to say close the page, and you never learn what \
              they knew. One honest question at the end is what tells a post from a press release.",
        leaves_alone: "Short posts, release notes, events, advisories and legal notices; posts that \
                       ask \"you\" something, invite, name a next step, or have an address, a form, \
                       a telephone number or comments; sites with `comments = true` in [company].",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "min-words",
            what: "Shorter posts are left alone",
            example: "300",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: concat!(
                    "---\ntitle: Quiet kites\n---\n",
                    story!(),
                    "\n\nThe kites came down at noon.\n"
                ),
                hits: &["came down at noon."],
                fixed: None,
            },
            Example::Good("---\ntitle: Quiet kites\n---\nThe kites came down at noon.\n"),
            Example::Good(concat!(story!(), "\n\nHave you seen a quieter kite?\n")),
            Example::Good(concat!(story!(), "\n\nIf we got it wrong, tell us.\n")),
            Example::Good(concat!(story!(), "\n\nSign up for the next flight.\n")),
            Example::Good(concat!(story!(), "\n\nWrite to kites@acme.example.\n")),
            Example::Good(concat!(
                "---\ntitle: Release notes, May\n---\n",
                story!(),
                "\n"
            )),
            Example::Good(concat!("---\nlayout: event\n---\n", story!(), "\n")),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| invitation::signs().map(Phrase::new).collect());

impl Check for MissingInvitation {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if !cx.hits.is_empty()
            || !whole::talks(post, self.min_words)
            || channel::is_open(post, cx)
            || asks_readers(post)
        {
            return;
        }
        let finding = out
            .report(
                whole::ending(post),
                "the post ends here without asking its readers anything",
            )
            .label("no question, invitation, address or next step in this post");
        match cx.company.invitation.as_deref().map(str::trim) {
            Some(invitation) if !invitation.is_empty() => finding
                .help(format!(
                    "ask readers what they know or would do, or close as your posts do: {invitation}"
                ))
                .fix(Fix::edit(
                    Applicability::Suggestion,
                    "close with your company's invitation",
                    Span::at(post.text().trim_end().len()),
                    format!("\n\n{invitation}"),
                )),
            _ => finding.help(
                "ask readers what they know or would do, and say where to answer; `invitation` in \
                 [company] of sayso.toml holds a closing for all posts",
            ),
        };
    }
}

/// True when the post asks "you" something.
fn asks_readers(post: &Post) -> bool {
    let prose = post.prose();
    whole::running(post).any(|block| invitation::asks_reader(prose.block_text(block)))
}
