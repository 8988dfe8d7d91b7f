//! `helpful/missing-summary`: nothing to show of a post where it is listed or shared.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::readability::written_words;
use crate::language::sentences;
use crate::post::{BlockKind, Generator, Post};
use crate::rules::heading::{title, title_or_opening};
use crate::rules::kind::{is_dated_post, is_draft};
use crate::rules::summary::{Fault, fault, has_cut_mark, has_other, own};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingSummary {
    /// The longest summary that is shown, in characters.
    max_characters: usize,
    /// A post of fewer words is shown whole.
    min_words: usize,
}

impl Default for MissingSummary {
    fn default() -> MissingSummary {
        MissingSummary {
            max_characters: 350,
            min_words: 50,
        }
    }
}

impl Rule for MissingSummary {
    const META: Meta = Meta {
        id: "helpful/missing-summary",
        summary: "A post without a usable summary in its front matter",
        why: "Search results, feeds and shared links show a line or two beside the title. Where \
              nobody wrote them, a program cuts them out of the text: a greeting, a caption, half \
              a sentence. Two honest sentences there bring more readers than anything else on the \
              page.",
        leaves_alone: "A summary under any usual key (description, excerpt, subtitle, \
                       `seo.description` and the like), posts under 50 words, posts that mark where their opening ends \
                       (`<!-- more -->`), Docusaurus, which shows the first paragraph, drafts, \
                       pages that are no posts, and files without front matter.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "max-characters",
                what: "The longest summary that is shown",
                example: "160",
            },
            OptionDoc {
                name: "min-words",
                what: "The words below which a post needs no summary, since it is shown whole",
                example: "100",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: BARE,
                hits: &["Ninety roads"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Ninety roads\nsummary: Ninety Roads\n---\nText.\n",
                hits: &["Ninety Roads"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Ninety roads\nexcerpt: We walked along ninety roads in four towns last year, and on each of them we found things that\n---\nText.\n",
                hits: &[
                    "We walked along ninety roads in four towns last year, and on each of them we found things that",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Ninety roads\ndescription: This post was originally published on example.com.\n---\nText.\n",
                hits: &["This post was originally published on example.com."],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Ninety roads\ndescription: Roads\n---\nText.\n",
                hits: &["Roads"],
                fixed: None,
            },
            Example::Good(
                "---\ntitle: Ninety roads\nseo:\n  description: What we found on ninety roads in four towns\n---\nText.\n",
            ),
            Example::Good("---\ntitle: Ninety roads\nsubtitle: A year on foot\n---\nText.\n"),
            Example::Good("---\ntitle: Ninety roads\n---\nWe walked.\n\n<!--more-->\n\nText.\n"),
            Example::Good("---\ntitle: Ninety roads\ndraft: true\n---\nText.\n"),
            Example::Good("---\ntitle: About us\nlayout: page\n---\nText.\n"),
            Example::Good("A file without front matter.\n"),
            Example::Good("---\ntitle: Ninety roads\n---\nWe are on the road today.\n"),
        ],
    };
}

/// A post of more words than a list or a link shows.
const BARE: &str = "---\ntitle: Ninety roads\n---\nWe walked along ninety roads in four towns last \
year. In one of them the bridge on the old map had been gone for ten years. Nobody had told the \
people who print maps, and so it stayed on paper. We took it out. If you know of a bridge that is \
gone, or a path that is new, write to us, and we look at it.\n";

impl Check for MissingSummary {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let is_readable = post
            .front_matter()
            .is_some_and(|found| !found.is_unreadable());
        if !is_readable || !is_dated_post(post) || is_draft(post) {
            return;
        }
        let title = title(post).map(|title| post.prose().block_text(title));
        let mut faulty = None;
        for (text, span) in own(post) {
            match fault(text, title, self.max_characters) {
                // One good summary is enough.
                None => return,
                Some(fault) => {
                    faulty.get_or_insert((text, span, fault));
                }
            }
        }
        match faulty {
            Some((text, span, fault)) => {
                out.report(span, message(text, &fault))
                    .label(label(text, &fault, self.max_characters))
                    .help("say in one or two whole sentences what readers will find in the post");
            }
            None if has_other(post) || has_cut_mark(post) => {}
            None if post.generator() == Generator::Docusaurus => {}
            None if post.counts().words < self.min_words => {}
            None => {
                out.report(
                    title_or_opening(post),
                    "this post has no summary to show where it is listed or shared",
                )
                .label("no description in the front matter")
                .help(suggestion(post));
            }
        }
    }
}

fn message(text: &str, fault: &Fault) -> String {
    /// More of it tells nobody more.
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let what = match fault {
        Fault::IsTitle => "says again what the title says",
        Fault::Origin => "says where the post comes from, and not what it is about",
        Fault::Short => "is too short to say what the post is about",
        Fault::Cut => "breaks off in mid-sentence",
        Fault::Long => "is longer than what is shown of it",
    };
    format!("the summary \"{shown}\" {what}")
}

fn label(text: &str, fault: &Fault, limit: usize) -> String {
    match fault {
        Fault::Long => format!("{} characters; the limit is {limit}", text.chars().count()),
        Fault::Cut => "the end is missing".to_owned(),
        Fault::Short => format!("{} words", written_words(text).count()),
        Fault::IsTitle => "the title again".to_owned(),
        Fault::Origin => "only where it was published".to_owned(),
    }
}

/// Help that offers the first sentence, when it can stand alone.
fn suggestion(post: &Post) -> String {
    let prose = post.prose();
    let first = prose
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| prose.block_text(block))
        .find_map(|text| Some(&text[sentences(text).first()?.clone()]))
        .filter(|first| (40..=200).contains(&first.chars().count()) && first.ends_with('.'));
    match first {
        Some(first) => format!(
            "add one to the front matter, perhaps the first sentence: \
             `description: \"{}\"`",
            first.replace('"', "'")
        ),
        None => "add `description: …` to the front matter, one or two sentences on what readers \
                 will find"
            .to_owned(),
    }
}
