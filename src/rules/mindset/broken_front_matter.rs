//! `mindset/broken-front-matter`: settings at the top of a post that cannot be read.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::post::front_matter::{Fault, FaultKind, Format, FrontMatter, MAX_BYTES, MAX_DEPTH};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenFrontMatter {}

impl Rule for BrokenFrontMatter {
    const META: Meta = Meta {
        id: "mindset/broken-front-matter",
        summary: "Settings at the top of the post that cannot be read",
        why: "Title, date, author and audience stand in the front matter. When it cannot be read, \
              the site is not built, or the post goes out under no name and no date, with its \
              settings printed as text. Other checks that need it are silent until it is mended.",
        leaves_alone: "Keys and values as such: those are `mindset/missing-front-matter`.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Acme Cloud 3: what is new\ndate: 2026-05-04\n---\nText.\n",
                hits: &["Acme Cloud 3: what is new"],
                fixed: Some(
                    "---\ntitle: \"Acme Cloud 3: what is new\"\ndate: 2026-05-04\n---\nText.\n",
                ),
            },
            Example::Bad {
                text: "---\ntitle: What is new\n\nText that follows.\n",
                hits: &["---"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: One\ntitle: Two\n---\nText.\n",
                hits: &["title"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: One\ndraft: true\ndraft: true\n---\nText.\n",
                hits: &["draft"],
                fixed: Some("---\ntitle: One\ndraft: true\n---\nText.\n"),
            },
            Example::Bad {
                text: "+++\ntitle = What is new\n+++\nText.\n",
                hits: &["What is new"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: \"Open\ndate: 2026-05-04\n---\nText.\n",
                hits: &["title: \"Open"],
                fixed: None,
            },
            Example::Good("---\ntitle: \"Acme Cloud 3: what is new\"\n---\nText.\n"),
            Example::Good("+++\ntitle = \"New\"\n+++\nText.\n"),
            Example::Good("{\"title\": \"New\"}\n\nText.\n"),
            Example::Good("Text.\n\n---\n\nkey: value\n\n---\n"),
            Example::Good("---\n---\nText.\n"),
        ],
    };
}

impl Check for BrokenFrontMatter {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let Some(front_matter) = post.front_matter() else {
            return;
        };
        // An archetype is a template of posts, and is read once it is filled in.
        if post.slice(front_matter.span).contains("{{") {
            return;
        }
        for fault in &front_matter.faults {
            report(post, front_matter, fault, out);
        }
    }
}

fn report(post: &Post, front_matter: &FrontMatter, fault: &Fault, out: &mut Findings) {
    let words = post.slice(fault.span);
    match &fault.kind {
        FaultKind::Unclosed => {
            let closing = match front_matter.format {
                Format::Yaml => "---",
                Format::Toml => "+++",
                Format::Json => "}",
            };
            out.report(fault.span, "the front matter opens here and never closes")
                .label(format!("no `{closing}` closes it"))
                .help(format!(
                    "put `{closing}` on a line of its own behind the last key"
                ));
        }
        FaultKind::UnquotedColon => {
            let quoted = quote(words);
            // Behind a blank, # starts a comment; in quotes it becomes text.
            let applicability = if words.contains(" #") {
                Applicability::Suggestion
            } else {
                Applicability::Safe
            };
            out.report(
                fault.span,
                format!("\"{words}\" has a colon in it and needs quotation marks"),
            )
            .label("the colon starts a second value here")
            .help(format!("write {quoted}"))
            .fix(Fix::edit(
                applicability,
                "put the value in quotation marks",
                fault.span,
                quoted,
            ));
        }
        FaultKind::Repeated { key, first } => {
            let there = post.text()[first.end as usize..]
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches([' ', ':', '=']);
            let finding = out
                .report(
                    fault.span,
                    format!("`{key}` stands in the front matter twice"),
                )
                .label(format!("it says \"{there}\" further up"))
                .help("keep the one that is meant; generators disagree on which one wins");
            // The same line once more says nothing new.
            let (once, again) = (line_at(post, *first), line_at(post, fault.span));
            if post.slice(once).trim_end() == post.slice(again).trim_end()
                && post.slice(again).trim_end().len() > words.len() + 1
            {
                finding.fix(Fix::edit(
                    Applicability::Safe,
                    "take out the second of two equal lines",
                    again,
                    "",
                ));
            }
        }
        FaultKind::Unreadable(detail) => {
            out.report(
                fault.span,
                "the front matter cannot be read from here on".to_owned(),
            )
            .label("the reader stumbles here")
            .help("check quotation marks, brackets and indentation on this line and the one above")
            .note(format!("the reader says: {detail}"));
        }
        FaultKind::TooLarge => {
            out.report(
                fault.span,
                "the front matter is larger than any that people write",
            )
            .label("not read")
            .help(format!(
                "keep it under {} KB and {MAX_DEPTH} levels of nesting",
                MAX_BYTES / 1024
            ));
        }
        FaultKind::NoKeys => {
            out.report(fault.span, "the front matter has text where keys should be")
                .label("no `key: value` here")
                .help("write one setting a line, such as `title: What is new`");
        }
    }
}

/// The line that holds `span`, with its break.
fn line_at(post: &Post, span: Span) -> Span {
    let text = post.text();
    let start = text[..span.start as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let len = text[start..]
        .find('\n')
        .map_or(text.len() - start, |at| at + 1);
    Span::new(start, start + len)
}

/// The value as a quoted YAML scalar.
fn quote(value: &str) -> String {
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}
