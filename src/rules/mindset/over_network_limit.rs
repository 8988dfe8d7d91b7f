//! `mindset/over-network-limit`: social copy that a network will not take.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::social::Network;
use crate::post::Post;
use crate::rules::social_copy::copies;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct OverNetworkLimit {
    /// Characters at X.
    x: usize,
    /// Characters at Bluesky.
    bluesky: usize,
    /// Characters at Mastodon.
    mastodon: usize,
    /// Characters at LinkedIn.
    linkedin: usize,
    /// Characters at Threads.
    threads: usize,
}

impl Default for OverNetworkLimit {
    fn default() -> OverNetworkLimit {
        OverNetworkLimit {
            x: Network::X.limit(),
            bluesky: Network::Bluesky.limit(),
            mastodon: Network::Mastodon.limit(),
            linkedin: Network::LinkedIn.limit(),
            threads: Network::Threads.limit(),
        }
    }
}

impl Rule for OverNetworkLimit {
    const META: Meta = Meta {
        id: "mindset/over-network-limit",
        summary: "Social copy that is longer than the network allows",
        why: "What is too long is cut by the network or refused, on the day of the launch and by \
              whoever is on duty. Each network counts in its own way: addresses, emoji and accents \
              weigh differently. Count before, and cut it yourself.",
        leaves_alone: "Copy within the limit, account names and addresses of profiles, and files outside a \
                       folder `social` that do not say which network they are for.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "x",
                what: "The most characters at X",
                example: "25_000",
            },
            OptionDoc {
                name: "bluesky",
                what: "The most characters at Bluesky",
                example: "300",
            },
            OptionDoc {
                name: "mastodon",
                what: "The most characters on your Mastodon server",
                example: "1_000",
            },
            OptionDoc {
                name: "linkedin",
                what: "The most characters at LinkedIn",
                example: "3_000",
            },
            OptionDoc {
                name: "threads",
                what: "The most characters at Threads",
                example: "500",
            },
        ],
        sources: &[Source {
            title: "X: Counting characters",
            url: "https://docs.x.com/fundamentals/counting-characters",
        }],
        examples: &[
            Example::Bad {
                text: concat!("---\nsocial:\n  x: ", story!(), "\n---\nText.\n"),
                hits: &[story!()],
                fixed: None,
            },
            Example::Good(concat!(
                "---\nsocial:\n  linkedin: ",
                story!(),
                "\n---\nText.\n"
            )),
            Example::Good("---\ntitle: Kites\nsocial:\n  x: New kites\n---\nText.\n"),
        ],
    };
}

impl Check for OverNetworkLimit {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for copy in copies(post) {
            let limit = match copy.network {
                Network::X => self.x,
                Network::Bluesky => self.bluesky,
                Network::Mastodon => self.mastodon,
                Network::LinkedIn => self.linkedin,
                Network::Threads => self.threads,
            };
            let (name, length) = (copy.network.name(), copy.network.length(copy.text));
            if length > limit {
                let over = length - limit;
                out.report(
                    copy.span,
                    format!("{name} will not take this text: it counts {length} characters there"),
                )
                .label(format!("{limit} is the limit at {name}"))
                .help(format!(
                    "cut {over} characters, or link the post and say less"
                ));
            }
        }
    }
}
