//! `conversation/dead-end`: a post that leads nowhere.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::mailbox::mailboxes;
use crate::post::{Post, TemplateKind};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, whole};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DeadEnd {
    /// A shorter post is left alone.
    min_words: usize,
}

impl Default for DeadEnd {
    fn default() -> DeadEnd {
        DeadEnd { min_words: 200 }
    }
}

impl Rule for DeadEnd {
    const META: Meta = Meta {
        id: "conversation/dead-end",
        summary: "A post without a single link",
        why: "Whoever read to the end wants to go on: to the project, the source, the next post, the \
              people. A post without a link gives them nothing to do but to leave. It also shows \
              no one it talks about that they were mentioned.",
        leaves_alone: "Posts with any link, reference, address, form, embed or call that draws one, \
                       short posts, release notes, events and advisories.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: false,
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
                hits: &["the hall to dry."],
                fixed: None,
            },
            Example::Good(concat!("---\ntitle: Quiet kites\n---\n", story!(), "\n")),
            Example::Good(concat!(
                story!(),
                "\n\n",
                story!(),
                "\n\nSee [the map](/map).\n"
            )),
            Example::Good(concat!(
                story!(),
                "\n\n",
                story!(),
                "\n\nWrite to kites@acme.example.\n"
            )),
            Example::Good(concat!(
                story!(),
                "\n\n",
                story!(),
                "\n\n{{< button href=\"/map\" >}}\n"
            )),
        ],
    };
}

impl Check for DeadEnd {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        if has_way_on(post) || !whole::talks(post, self.min_words) {
            return;
        }
        out.report(whole::ending(post), "the post ends here, and leads nowhere")
            .label("no link in this post")
            .help("link what you write about, the people in it, or what to read next");
    }
}

/// True for a link, an address, or a call that may draw one.
fn has_way_on(post: &Post) -> bool {
    let may_link =
        |kind: TemplateKind| !matches!(kind, TemplateKind::Comment | TemplateKind::Attributes);
    let is_picture =
        |call: &str| call.contains("img") || call.contains("figure") || call.contains("image");
    let source = post.front_matter().is_some_and(|front_matter| {
        [
            "link",
            "external_url",
            "externalurl",
            "source",
            "source_url",
            "redirect",
        ]
        .into_iter()
        .any(|key| front_matter.get(key).is_some_and(|value| !value.is_blank()))
    });
    source
        || !post.links().is_empty()
        || !post.embeds().is_empty()
        || mailboxes(post.prose().text()).next().is_some()
        || post
            .templates()
            .iter()
            .any(|template| may_link(template.kind) && !is_picture(post.slice(template.span)))
        || memchr::memmem::find(post.text().as_bytes(), b"<form").is_some()
}
