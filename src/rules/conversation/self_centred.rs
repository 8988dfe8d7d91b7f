//! `conversation/self-centred`: we, our, us, and hardly a you.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::Address;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, whole};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SelfCentred {
    /// How many times "we" may come for one "you".
    max_ratio: usize,
    /// Fewer of them are left alone.
    min_count: usize,
}

impl Default for SelfCentred {
    fn default() -> SelfCentred {
        SelfCentred {
            max_ratio: 4,
            min_count: 10,
        }
    }
}

impl Rule for SelfCentred {
    const META: Meta = Meta {
        id: "conversation/self-centred",
        summary: "Many times \"we\" and \"our\" for one \"you\"",
        why: "A post that says \"we\" ten times and \"you\" never is about its sender. Readers look for \
              themselves in it, and for what they can do with it. A team may well tell its own \
              story; one that sells or asks something should turn it round.",
        leaves_alone: "Posts in the first person singular, short posts, release notes, events, \
                       quotations, and posts with few of these words at all.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[
            OptionDoc {
                name: "max-ratio",
                what: "How many times \"we\", \"our\" and \"us\" may come for one \"you\" or \"your\"",
                example: "6",
            },
            OptionDoc {
                name: "min-count",
                what: "Posts with fewer of \"we\", \"our\" and \"us\" are left alone",
                example: "20",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: concat!(
                    "---\ntitle: Our kites\n---\n",
                    story!(),
                    "\n\n",
                    "We built our kites. We tied our lines, we chose our wind, we flew our way. We love our kites and our sea.",
                    "\n"
                ),
                hits: &["Our kites"],
                fixed: None,
            },
            Example::Good(concat!(
                story!(),
                "\n\n",
                "We built our kites. We tied our lines, we chose our wind, we flew our way. We love our kites and our sea.",
                "\n\nYou fly yours; you see them.\n"
            )),
            Example::Good(concat!(
                story!(),
                "\n\n",
                "We built our kites. We tied our lines, we chose our wind, we flew our way. We love our kites and our sea.",
                "\n\nI love it. I am proud. I fly.\n"
            )),
            Example::Good(concat!(story!(), "\n\nWe love our kites.\n")),
        ],
    };
}

impl Check for SelfCentred {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        const MIN_WORDS: usize = 100;
        if !whole::talks(post, MIN_WORDS) {
            return;
        }
        let prose = post.prose();
        let mut address = Address::default();
        for block in whole::running(post).filter(|block| block.kind != BlockKind::Quote) {
            address.add(prose.block_text(block));
        }
        let Address { one, many, reader } = address;
        let is_story_of_one = one > many / self.max_ratio.max(1);
        if many < self.min_count || many <= reader * self.max_ratio || is_story_of_one {
            return;
        }
        out.report(
            whole::title(post),
            format!("this post says \"we\" and \"our\" {many} times and \"you\" {reader} times"),
        )
        .label("mostly about the sender")
        .help("start from what readers do, need or can try, and say \"you\"");
    }
}
