//! `helpful/heading-order`: headings that do not make an outline.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::{BlockKind, Heading, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct HeadingOrder {
    /// Whether a line in bold that stands for a heading is one.
    bold: bool,
}

impl Default for HeadingOrder {
    fn default() -> HeadingOrder {
        HeadingOrder { bold: true }
    }
}

impl Rule for HeadingOrder {
    const META: Meta = Meta {
        id: "helpful/heading-order",
        summary: "A skipped level, a second title, an empty or repeated heading, bold as heading",
        why: "People who listen to a page move through it by its headings, and search engines and \
              tables of contents are made of them. A level that is skipped looks like a lost \
              chapter, two headings with the same words cannot be told apart or linked to, and a \
              line in bold is no heading at all.",
        leaves_alone: "The level of the first heading, a title that the text opens with, the same heading in two different chapters, \
                       and lines in bold that are sentences or questions, stand in a row, or of \
                       which there is one.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "bold",
            what: "Whether to report lines in bold that stand for headings",
            example: "false",
        }],
        sources: &[Source {
            title: "W3C, Headings",
            url: "https://www.w3.org/WAI/tutorials/page-structure/headings/",
        }],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Kites\n---\nText.\n\n# Start\n\n## Wings\n\n#### Wind\n\nText.\n",
                hits: &["# Start", "#### Wind"],
                fixed: None,
            },
            Example::Bad {
                text: "## Start\n\nText.\n\n##\n\n## Start\n\nText.\n",
                hits: &["##", "## Start"],
                fixed: None,
            },
            Example::Bad {
                text: "Text.\n\n**What we saw**\n\nText.\n\n**What comes next**\n\nText.\n",
                hits: &["**What we saw**"],
                fixed: None,
            },
            Example::Good("---\ntitle: Kites\n---\n### Start\n\nText.\n\n## Wind\n\n### Rain\n"),
            Example::Good("---\ntitle: Kites\n---\n# Kites\n\n## Start\n\nText.\n"),
            Example::Good("## May\n\n### Added\n\n## June\n\n### Added\n"),
            Example::Good(
                "Text.\n\n**Note: no flights today.**\n\nText.\n\n**Jo Doe**\n\n- Wind\n",
            ),
            Example::Good("## {{ title }}\n\n## ![A kite](a.png)\n\n```sh\n# a remark\n```\n"),
        ],
    };
}

impl Check for HeadingOrder {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let headings: Vec<Heading> = post
            .headings()
            .iter()
            .copied()
            .filter(|heading| !post.is_code(heading.span))
            .collect();
        second_title(post, &headings, out);
        for pair in headings.windows(2) {
            let (before, after) = (pair[0].level, pair[1].level);
            if after > before + 1 {
                let span = pair[1].span.trimmed(post.text());
                out.report(
                    span,
                    format!("this heading skips a level: {after} right below {before}"),
                )
                .label(format!("level {} is missing", before + 1))
                .help(format!("make it a heading of level {}", before + 1));
            }
        }
        repeated(post, &headings, out);
        if self.bold {
            bold_lines(post, out);
        }
    }
}

/// A second heading of level 1: the title of the post is the first. One that the
/// text opens with may be that title, since not every site prints the other.
fn second_title(post: &Post, headings: &[Heading], out: &mut Findings) {
    let has_title = post
        .front_matter()
        .is_some_and(|front_matter| front_matter.text("title").value().is_some());
    let titles: Vec<Span> = headings
        .iter()
        .filter(|heading| heading.level == 1)
        .map(|heading| heading.span.trimmed(post.text()))
        .filter(|span| post.slice(*span).contains(char::is_alphanumeric))
        .collect();
    let opens = |span: &Span| {
        let blocks = post.prose().blocks();
        let mut body = blocks.iter().filter(|one| post.body().contains(one.span));
        body.next()
            .is_none_or(|block| block.span.start >= span.start)
    };
    let first_is_fine = titles
        .first()
        .is_some_and(|first| !has_title || opens(first));
    if let Some(second) = titles.get(usize::from(first_is_fine)) {
        out.report(*second, "this is a second title for the page")
            .label("the page has a heading of level 1 already")
            .help("start the headings of the text at level 2: ##");
    }
}

/// Headings without words, and ones that stand in the same chapter already.
fn repeated(post: &Post, headings: &[Heading], out: &mut Findings) {
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut seen: FxHashMap<Vec<(u8, String)>, ()> = FxHashMap::default();
    for heading in headings {
        let span = heading.span.trimmed(post.text());
        let text = post.slice(span);
        let words = text
            .trim_matches(['#', ' ', '=', '-', '\n', '\r'])
            .to_lowercase();
        let is_shown = words.contains(char::is_alphanumeric)
            || words.contains(['!', '<', '{', '`', '['])
            || !post.templates_in(span).is_empty()
            || !words.is_ascii();
        if !is_shown {
            out.report(span, "this heading has no words")
                .label("read out as an empty heading")
                .help("write what the part is about, or take it out");
            continue;
        }
        path.retain(|(level, _)| *level < heading.level);
        path.push((heading.level, words));
        // What a tag or a template shows is not known.
        let is_plain = text.starts_with('#') && !text.contains(['<', '{']);
        if seen.insert(path.clone(), ()).is_some() && is_plain {
            let words = text.trim_matches(['#', ' ']);
            out.report(
                span,
                format!("\"{words}\" is the heading of another part, too"),
            )
            .label("the same words in the same chapter")
            .help("say in the heading what sets the two parts apart");
        }
    }
}

/// Lines in bold with text behind them: two or more, since one may be a remark.
fn bold_lines(post: &Post, out: &mut Findings) {
    /// A longer line is a sentence, in bytes.
    const LONGEST: usize = 70;
    let blocks = post.prose().blocks();
    let is_bold = |text: &str| {
        let inner = ["**", "__"]
            .into_iter()
            .find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
        inner.is_some_and(|inner| {
            inner.contains(' ')
                && inner.len() <= LONGEST
                && inner.starts_with(char::is_uppercase)
                && !inner.ends_with(['.', '!', '?', ',', ';', ':', '”', '"'])
                && !inner.contains(['*', '[', '<', '\n', '|', '_'])
        })
    };
    let lines: Vec<_> = blocks
        .windows(2)
        .filter(|pair| pair[0].kind == BlockKind::Paragraph && pair[0].element != pair[1].element)
        .filter(|pair| pair[1].kind == BlockKind::Paragraph)
        .map(|pair| pair[0].span.trimmed(post.text()))
        .filter(|span| is_bold(post.slice(*span)))
        .collect();
    // Two in a row are a list of names, and not headings.
    let is_row = lines.windows(2).any(|pair| {
        let between = &post.text()[pair[0].end as usize..pair[1].start as usize];
        between.trim().is_empty()
    });
    if let [first, others @ ..] = &lines[..]
        && !others.is_empty()
        && !is_row
    {
        let words = post.slice(*first).trim_matches(['*', '_']);
        let more = match others.len() {
            1 => "so does one more line of the post".to_owned(),
            count => format!("so do {count} more lines of the post"),
        };
        out.report(
            *first,
            format!("\"{words}\" looks like a heading, and is a line in bold"),
        )
        .label(more)
        .help("make them headings, with ## in front and no **: a screen reader finds those");
    }
}
