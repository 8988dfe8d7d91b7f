//! `conversation/press-release`: the form of a press release, in a post.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{PhraseList, pattern};
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, kind};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PressRelease {}

impl Rule for PressRelease {
    const META: Meta = Meta {
        id: "conversation/press-release",
        summary: "A dateline, \"About Acme\", \"###\" or another mark of a press release",
        why: "A press release is written for editors who cut it; its dateline, its closing marks \
              and its paragraph about the company serve them. Readers of a post meet them as a \
              sign that nobody is talking to them. Tell the same news as one person to another, \
              and link the release.",
        leaves_alone: "Posts for the press (the preset `press` switches this off), \"About the author\" and \
                       the like, datelines without a date, headings that are empty by mistake, and \
                       text about press releases.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "**FOR IMMEDIATE RELEASE**\n\nAcme ships kites.\n",
                hits: &["FOR IMMEDIATE RELEASE"],
                fixed: None,
            },
            Example::Bad {
                text: "NORTHPORT, May 4, 2026 — Acme ships kites.\n\nThey fly.\n\n###\n",
                hits: &["NORTHPORT, May 4, 2026 —", "###"],
                fixed: None,
            },
            Example::Bad {
                text: "They fly.\n\nMedia contact: Jo Doe\n",
                hits: &["Media contact:"],
                fixed: None,
            },
            Example::Bad {
                text: "They fly.\n\n## About Acme\n\nAcme is a maker of kites.\n",
                hits: &["About Acme"],
                fixed: None,
            },
            Example::Good("Every release says FOR IMMEDIATE RELEASE at the top, and why?\n"),
            Example::Good("They fly.\n\n## About the author\n\nJo Doe is a pilot.\n"),
            Example::Good(
                "## About Acme\n\nAcme is a maker of kites.\n\n## What broke\n\nA lot.\n",
            ),
            Example::Good("###\n\nThey fly.\n\nHigh.\n\nAnd higher.\n\nAt night.\n"),
            Example::Good("In Northport, on May 4, 2026, the kites flew.\n"),
        ],
    };
}

/// Lines that only a press release has.
const ORDERS: PhraseList = PhraseList::new("for immediate release; for release on");
/// What opens the line with the address for the press.
const CONTACTS: PhraseList = PhraseList::new(
    "media contact:; media contacts:; press contact:; press contacts:; press inquiries:; media \
     inquiries:; media enquiries:; press enquiries:; contact for media:",
);

impl Check for PressRelease {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if !kind::is_post(post) {
            return;
        }
        let prose = post.prose();
        let mut marks: Vec<(Span, &str)> = Vec::new();
        let mut is_first = true;
        for (index, block) in prose.blocks().iter().enumerate() {
            let text = prose.block_text(block);
            let found = match block.kind {
                BlockKind::Heading(_) | BlockKind::Paragraph | BlockKind::Html => mark(text),
                _ => None,
            };
            if let Some((len, what)) = found {
                let start = block.text.start;
                marks.push((prose.source(start..start + len), what));
            } else if is_about(post, index, cx) {
                marks.push((prose.source(block.text.clone()), ABOUT));
            } else if block.kind == BlockKind::Paragraph && std::mem::take(&mut is_first) {
                let dateline = DATELINE.find(text).filter(|_| text.len() < 2000);
                marks.extend(dateline.map(|line| {
                    let start = block.text.start;
                    (
                        prose.source(start..start + line.as_str().trim_end().len()),
                        DATED,
                    )
                }));
            }
        }
        marks.extend(end_mark(post).map(|span| (span, "says that the release ends here")));
        for (span, what) in marks {
            let words = post.slice(span);
            out.report(span, format!("\"{words}\" is the form of a press release"))
                .label(what)
                .help("take it out, and tell the news as you would tell one reader");
        }
    }
}

const ABOUT: &str = "a paragraph for editors about the company";
const DATED: &str = "a dateline: place, date and a dash";

/// A place, a date with its year, and a dash.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[A-Z][A-Za-z.]+( [A-Z][A-Za-z.]+){0,3}(, [A-Z][A-Za-z. ]{1,20})?,? ?[-–—/,(]* ?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}, (19|20)[0-9]{2}\)? ?(/[A-Z a-z]+/ ?)?(—|–|--|-) ",
    )
});

/// The mark that opens the block `text`: its length, and what it is.
fn mark(text: &str) -> Option<(usize, &'static str)> {
    /// A longer line is about press releases, in bytes.
    const LONGEST: usize = 60;
    let starts = |phrase: &str| {
        let start = text.get(..phrase.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(phrase))
    };
    let order = ORDERS.iter().find(|phrase| starts(phrase));
    let is_banner = text.len() < LONGEST && text.starts_with("FOR ");
    if let Some(order) = order.filter(|_| is_banner) {
        return Some((order.len(), "an order to editors"));
    }
    let contact = CONTACTS.iter().find(|phrase| starts(phrase));
    contact.map(|phrase| (phrase.len(), "the address for the press, not for readers"))
}

/// True for a heading "About Acme" in the last section, above a paragraph that
/// says what Acme is.
fn is_about(post: &Post, index: usize, cx: &Context<'_>) -> bool {
    let prose = post.prose();
    let block = &prose.blocks()[index];
    let text = prose.block_text(block);
    let Some(name) = text
        .strip_prefix("About ")
        .map(|name| name.trim_end_matches(':'))
    else {
        return false;
    };
    let is_own = cx.company.own_names().contains(&name);
    let is_name = name.len() < 40 && name.starts_with(char::is_uppercase) && !name.ends_with('?');
    let is_line = matches!(block.kind, BlockKind::Heading(_))
        || (block.kind == BlockKind::Paragraph && is_own);
    let mut behind = prose.blocks()[index + 1..].iter();
    let says_what = behind.next().is_some_and(|next| {
        let text = prose.block_text(next);
        let rest = text.strip_prefix(name).unwrap_or_default();
        [
            "is a ",
            "is an ",
            "is the ",
            "provides ",
            "makes ",
            "was founded ",
            "helps ",
        ]
        .into_iter()
        .any(|what| rest.trim_start().starts_with(what))
    });
    let is_last = behind.all(|next| !matches!(next.kind, BlockKind::Heading(_)));
    is_line && (is_own || is_name) && says_what && is_last
}

/// `###` or `-30-` alone at the end of the post.
fn end_mark(post: &Post) -> Option<Span> {
    /// Behind it may stand a few lines about the company.
    const BEHIND: usize = 3;
    let elements = post.elements();
    let near = &elements[elements.len().saturating_sub(BEHIND + 1)..];
    let last = near.iter().find(|element| {
        let line = post.slice(**element).trim();
        matches!(
            line,
            "###" | "# # #" | "-30-" | "– 30 –" | "- 30 -" | "\\###" | "\\# # #"
        )
    });
    let is_only = elements.len() > 1;
    last.filter(|_| is_only)
        .map(|span| span.trimmed(post.text()))
}
