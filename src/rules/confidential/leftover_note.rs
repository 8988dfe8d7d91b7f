//! `confidential/leftover-note`: a note among colleagues, left in a comment.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::note_in;
use crate::post::{Comment, Post};
use crate::rules::kind::is_draft;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LeftoverNote {}

impl Rule for LeftoverNote {
    const META: Meta = Meta {
        id: "confidential/leftover-note",
        summary: "A comment with a TODO, an order or a question to a colleague",
        why: "A comment does not show on the page, but it is in its source or in the repo for \
              anybody who looks, and people do look. What it asks may never have been done: the \
              figure not checked, the customer not asked. Notes among colleagues are also where \
              names and doubts stand that nobody would publish.",
        leaves_alone: "Drafts, comments for programs (`<!--more-->`, `prettier-ignore`, waivers), \
                       text and markup that was commented out, remarks about how the page is \
                       built, and comments inside code.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We grew by 4%.\n\n<!-- TODO: check with finance -->\n\nMore.\n",
                hits: &["TODO"],
                fixed: None,
            },
            Example::Bad {
                text: "We grew <!-- @jo please confirm --> by 4%.\n",
                hits: &["@jo please confirm"],
                fixed: None,
            },
            Example::Bad {
                text: "We grew.\n\n<!-- Do not publish before the contract is signed:\n## A customer\n-->\n",
                hits: &["Do not publish"],
                fixed: None,
            },
            Example::Bad {
                text: "We grew.\n\n{{/* Legal: can we name the customer? */}}\n\nMore.\n",
                hits: &["Legal: can we name the customer?"],
                fixed: None,
            },
            Example::Good(
                "Intro.\n\n<!--more-->\n\n<!-- markdownlint-disable MD013 -->\n\nMore.\n",
            ),
            Example::Good("<!-- prettier-ignore -->\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
            Example::Good("<!-- ## An older part\n\nPlease check the box. -->\n\nText.\n"),
            Example::Good("Text.\n\n<!-- Twitter card data -->\n\n<!-- legal:begin -->\n\nMore.\n"),
            Example::Good("---\ndraft: true\n---\n<!-- TODO: check with finance -->\n\nText.\n"),
            Example::Good(
                "```html\n<!-- TODO: your code here -->\n```\n\nWrite `<!-- TODO -->`.\n",
            ),
            Example::Good(
                "<!-- START doctoc generated TOC please keep comment here to allow auto update -->\n\nText.\n",
            ),
        ],
    };
}

impl Check for LeftoverNote {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        if is_draft(post) {
            return;
        }
        for comment in post.comments() {
            let text = post.slice(comment.text);
            // The reason of a waiver is written for colleagues, and may stay.
            let is_waiver = text.trim_start().starts_with("sayso:");
            let Some(note) = note_in(text).filter(|_| !is_waiver) else {
                continue;
            };
            let start = comment.text.start as usize;
            let span = Span::new(start + note.start, start + note.end);
            out.report(
                span,
                "this comment is a note among colleagues, and goes out with the post",
            )
            .label("not on the page, but in its source or the repo")
            .help("do what it asks for, and delete the comment")
            .fix(Fix::edit(
                Applicability::Unsafe,
                "delete the comment",
                whole(post, comment),
                "",
            ));
        }
    }
}

/// The comment, with its line when nothing else stands on it.
fn whole(post: &Post, comment: &Comment) -> Span {
    let text = post.text();
    let (start, end) = (comment.span.start as usize, comment.span.end as usize);
    let before = text[..start].trim_end_matches([' ', '\t']);
    let after = text[end..].trim_start_matches([' ', '\t']);
    let rest = after
        .strip_prefix("\r\n")
        .or_else(|| after.strip_prefix('\n'));
    match rest {
        Some(rest) if before.is_empty() || before.ends_with('\n') => {
            Span::new(before.len(), text.len() - rest.len())
        }
        _ => comment.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[test]
    fn a_comment_goes_with_its_line() {
        for (text, taken) in [
            ("A.\n\n  <!-- TODO -->\r\nB.\n", "  <!-- TODO -->\r\n"),
            ("A <!-- TODO --> b.\n", "<!-- TODO -->"),
            ("A.\n\n<!-- TODO -->", "<!-- TODO -->"),
        ] {
            let post = Post::parse("a.md", text, Generator::Unknown);
            assert_eq!(
                post.slice(whole(&post, &post.comments()[0])),
                taken,
                "{text:?}"
            );
        }
    }
}
