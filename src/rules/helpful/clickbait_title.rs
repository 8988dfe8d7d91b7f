//! `helpful/clickbait-title`: a title that hides what the post says.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{PhraseList, Quotations, Reading};
use crate::post::Post;
use crate::rules::heading::title;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClickbaitTitle {
    /// More phrases that hide what the post says.
    also: Vec<String>,
}

impl Rule for ClickbaitTitle {
    const META: Meta = Meta {
        id: "helpful/clickbait-title",
        summary: "A title that teases: \"you won't believe\", \"this one trick\"",
        why: "A title that keeps back what the post says gets the click and loses the reader, who \
              feels fooled. Networks rank such titles lower, and a company that uses them looks \
              like those who always do. Say what the reader will know at the end.",
        leaves_alone: "Titles with numbers (\"Five ways to …\"), questions, \"what happens next\", and \
                       phrases in quotation marks.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "also",
            what: "More phrases that hide what the post says",
            example: r#"["the secret to"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: \"You won’t believe how we draw maps\"\n---\nText.\n",
                hits: &["You won’t believe"],
                fixed: None,
            },
            Example::Bad {
                text: "# Draw better maps with this one simple trick\n\nText.\n",
                hits: &["this one simple trick"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: We moved ninety maps. What happened next will surprise you\n---\nText.\n",
                hits: &["What happened next"],
                fixed: None,
            },
            Example::Good("---\ntitle: Five ways to draw a better map\n---\nText.\n"),
            Example::Good("---\ntitle: What happens next with your map\n---\nText.\n"),
            Example::Good("---\ntitle: Why we stopped writing “you won't believe”\n---\nText.\n"),
            Example::Good("# Our maps\n\nYou won't believe how long one takes.\n"),
        ],
    };
}

const PHRASES: PhraseList = PhraseList::new(
    "you won't believe; you wont believe; you will never believe; you'll never believe; you \
     will not believe; you'll never guess; you won't guess; this one trick; this one simple \
     trick; this one weird trick; one weird trick; this weird trick; this simple trick; what \
     happened next; what happens next will; will blow your mind; will shock you; will surprise \
     you; will amaze you; will leave you speechless; doctors hate; experts hate; nobody wants you \
     to know; don't want you to know; doesn't want you to know; gone wrong; the reason will; wait \
     till you see; wait until you see; restore your faith in",
);

impl Check for ClickbaitTitle {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let Some(block) = title(post) else {
            return;
        };
        let text = post.prose().block_text(block);
        let read = Reading::new(text);
        let own: Vec<&str> = self.also.iter().map(String::as_str).collect();
        let found = (0..read.places.len()).find_map(|at| {
            let len = read
                .phrase(at, PHRASES)
                .or_else(|| read.name(at, &own, ""))?;
            Some(read.bytes(at..at + len))
        });
        let Some(bait) = found.filter(|bait| !Quotations::of(text).hold(bait.start)) else {
            return;
        };
        let words = &text[bait.clone()];
        let range = block.text.start + bait.start..block.text.start + bait.end;
        out.report(
            post.prose().source(range),
            format!("\"{words}\" keeps back what the post says"),
        )
        .label("a tease in the title")
        .help("say in the title what the reader will know at the end");
    }
}
