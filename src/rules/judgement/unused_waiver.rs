//! `judgement/unused-waiver`: a permission that nobody needs.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{self, Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, GivenWaiver, Meta, Rule, WaiverFault, WaiverPlace};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnusedWaiver {}

impl Rule for UnusedWaiver {
    const META: Meta = Meta {
        id: "judgement/unused-waiver",
        summary: "A waiver that allows nothing",
        why: "The words were changed and the waiver stayed, or it names a rule that is not there. \
              It looks like a decision that still matters, and the next words that are written \
              below it are allowed by nobody who read them.",
        leaves_alone: "Waivers of rules that did not run: those that are off, or that read English \
                       where a post is in another language.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Before.\n\n<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\n\nNothing is claimed here.\n",
                hits: &[
                    "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->",
                ],
                fixed: Some("Before.\n\nNothing is claimed here.\n"),
            },
            Example::Bad {
                text: "<!-- sayso: allow evidence/superlatives: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
                hits: &[
                    "<!-- sayso: allow evidence/superlatives: audited figure, filing due in March -->",
                ],
                fixed: None,
            },
            Example::Good(
                "<!-- sayso: allow evidence/superlative: audited figure, filing due in March -->\nWe are the only cloud provider in the country.\n",
            ),
        ],
    };
}

impl Check for UnusedWaiver {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut trials = TRIALS;
        for given in cx.waivers {
            let span = given.waiver.span;
            if let Some(WaiverFault::Misread(how)) = given.faults.first() {
                out.report(span, format!("{} allows nothing: {how}", given.name()))
                    .label("not understood")
                    .help("write it as in: allow evidence/superlative until 2027-01-31: why");
            } else if given.is_idle {
                let rules = given.waiver.rules.join(" or ");
                let finding = out
                    .report(span, format!("{} allows nothing", given.name()))
                    .label(format!("no finding of {rules} {}", where_to(given)))
                    .help("take it out: it would cover words that nobody has read yet");
                if given.waiver.place == WaiverPlace::Comment {
                    finding.fix(removal(post, span, &mut trials));
                }
            }
        }
    }
}

/// For how many comments of a post it is tried out what is left without them.
/// Who has more of them takes them out in several rounds.
const TRIALS: usize = 32;

fn where_to(given: &GivenWaiver) -> &'static str {
    if given.waiver.covers_file {
        "in this post"
    } else {
        "in what it covers"
    }
}

/// Takes the comment out; safe when what stands around it reads as before.
fn removal(post: &Post, comment: Span, trials: &mut usize) -> Fix {
    let span = with_blanks(post.text(), comment);
    let mut fix = Fix::edit(
        Applicability::Safe,
        "take out a waiver that allows nothing",
        span,
        "",
    );
    if parts_nothing(post, span) {
        return fix;
    }
    let is_tried = *trials > 0;
    *trials = trials.saturating_sub(1);
    let is_safe = is_tried && {
        let after = fix::apply(post.text(), [&fix]).text;
        let after = Post::parse(post.path(), after, post.generator());
        reads_the_same(post, &after, comment)
    };
    if !is_safe {
        // A comment may part two lists, or two paragraphs.
        fix.applicability = Applicability::Unsafe;
    }
    fix
}

/// True when there is a blank line above, and words below that start at the
/// margin: they join nothing that stands further up.
fn parts_nothing(post: &Post, span: Span) -> bool {
    let text = post.text();
    let above = &text[..span.start as usize];
    let below = text[span.end as usize..].trim_start_matches(['\r', '\n']);
    let is_apart = above.ends_with("\n\n") || above.ends_with("\r\n\r\n");
    is_apart && post.body().contains(span) && below.starts_with(char::is_alphabetic)
}

fn reads_the_same(post: &Post, after: &Post, comment: Span) -> bool {
    let elements = |post: &Post| post.elements().len();
    let mut own = post.elements().iter();
    let is_own = own.any(|one| comment.contains(one.trimmed(post.text())));
    let words = |post: &Post| -> Vec<String> {
        let text = post.prose().text().lines();
        text.map(crate::finding::fold_blanks).collect()
    };
    elements(post) == elements(after) + usize::from(is_own) && words(post) == words(after)
}

/// The comment with what would be left of its line, and the blank line below
/// when there is one above.
fn with_blanks(text: &str, comment: Span) -> Span {
    let before = &text[..comment.start as usize];
    let after = &text[comment.end as usize..];
    let line = before.trim_end_matches([' ', '\t']);
    let rest = after.trim_start_matches([' ', '\t']);
    let starts_line = line.is_empty() || line.ends_with('\n');
    let break_len = line_break(rest);
    if !starts_line || (break_len == 0 && !rest.is_empty()) {
        // Among words: of two blanks, one stays.
        let blank = before.ends_with(' ') && after.starts_with(' ');
        return Span::new(
            comment.start as usize,
            comment.end as usize + usize::from(blank),
        );
    }
    let mut end = text.len() - rest.len() + break_len;
    let is_blank_above = line.is_empty() || line.trim_end_matches('\n').len() + 1 < line.len();
    if is_blank_above || line.ends_with("\r\n\r\n") {
        end += line_break(&text[end..]);
    }
    Span::new(line.len(), end)
}

fn line_break(text: &str) -> usize {
    if text.starts_with("\r\n") {
        2
    } else {
        usize::from(text.starts_with('\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[track_caller]
    fn removed(text: &str) -> (String, Applicability) {
        let post = Post::parse("a.md", text, Generator::Unknown);
        let fix = removal(&post, post.comments()[0].span, &mut 1);
        (fix::apply(text, [&fix]).text, fix.applicability)
    }

    #[test]
    fn a_comment_goes_with_its_line() {
        for (text, left) in [
            ("<!-- x -->\nOne.\n", "One.\n"),
            ("<!-- x -->\n\nOne.\n", "One.\n"),
            ("One.\n\n<!-- x -->\nTwo.\n", "One.\n\nTwo.\n"),
            ("One.\n\n<!-- x -->\n\nTwo.\n", "One.\n\nTwo.\n"),
            (
                "One.\r\n\r\n<!-- x -->\r\n\r\nTwo.\r\n",
                "One.\r\n\r\nTwo.\r\n",
            ),
            ("One.\n\n<!-- x -->", "One.\n\n"),
            ("One <!-- x --> two.\n", "One two.\n"),
            ("One. <!-- x -->\nTwo.\n", "One. \nTwo.\n"),
            ("- one <!-- x -->\n- two\n", "- one \n- two\n"),
            ("One.\n\n  <!-- x -->\n  Two.\n", "One.\n\n  Two.\n"),
        ] {
            let (after, applicability) = removed(text);
            assert_eq!(
                (&*after, applicability),
                (left, Applicability::Safe),
                "{text}"
            );
        }
    }

    #[test]
    fn a_comment_that_parts_two_things_is_no_safe_fix() {
        for text in ["One\n<!-- x -->\ntwo.\n", "- one\n\n<!-- x -->\n\n- two\n"] {
            assert_eq!(removed(text).1, Applicability::Unsafe, "{text}");
        }
    }
}
