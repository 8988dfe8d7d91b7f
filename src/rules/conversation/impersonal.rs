//! `conversation/impersonal`: a post without an I, a we or a you.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::Address;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, whole};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Impersonal {
    /// A shorter post is left alone.
    min_words: usize,
}

impl Default for Impersonal {
    fn default() -> Impersonal {
        Impersonal { min_words: 200 }
    }
}

impl Rule for Impersonal {
    const META: Meta = Meta {
        id: "conversation/impersonal",
        summary: "A post in which nobody speaks and nobody is spoken to",
        why: "Without one I, we or you a post reads like a notice: things happen, and nobody did \
              them for anybody. Readers cannot tell whether it concerns them. One sentence that \
              says who you are, or what it means for you who read it, changes that.",
        leaves_alone: "Posts with a single I, we or you outside quotations, short posts, release \
                       notes, events, advisories and reference pages.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "min-words",
            what: "Shorter posts are left alone",
            example: "400",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: concat!(
                    "---\ntitle: Quiet kites\n---\n",
                    story!(),
                    "\n\n",
                    story!(),
                    "\n"
                ),
                hits: &["Quiet kites"],
                fixed: None,
            },
            Example::Good(concat!("---\ntitle: Quiet kites\n---\n", story!(), "\n")),
            Example::Good(concat!(story!(), "\n\n", story!(), "\n\nWe liked it.\n")),
            Example::Good(concat!(
                story!(),
                "\n\n",
                story!(),
                "\n\nBring your kite.\n"
            )),
        ],
    };
}

impl Check for Impersonal {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        if !whole::talks(post, self.min_words) {
            return;
        }
        let prose = post.prose();
        let mut address = Address::default();
        let said = whole::running(post).filter(|block| block.kind != BlockKind::Quote);
        for block in said {
            address.add(prose.block_text(block));
            if !address.is_nobody() {
                return;
            }
        }
        out.report(
            whole::title(post),
            "nobody speaks in this post, and nobody is spoken to",
        )
        .label("no I, we or you from the first line to the last")
        .help("say who you are in it, or what it means for the reader: \"you can …\"");
    }
}
