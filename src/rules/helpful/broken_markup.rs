//! `helpful/broken-markup`: marks that were to make something, and are shown to readers.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Edit, Fix};
use crate::post::{Block, Post};
use crate::rules::glued;
use crate::rules::leftover::{self, Bold, bodies, is_about_markup, written};
use crate::rules::swallowed::swallowed_words;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenMarkup {}

impl Rule for BrokenMarkup {
    const META: Meta = Meta {
        id: "helpful/broken-markup",
        summary: "Markup that readers see: stray **, a lone backtick, [text] (address)",
        why: "A mark in the wrong place makes nothing: readers see asterisks and brackets in the \
              middle of a sentence, a link that cannot be clicked, or a gap where words in < > \
              were taken for a tag. It looks careless, and nobody sees it in the source.",
        leaves_alone: "Posts about Markdown, patterns or footnote marks, formulas, escaped marks, \
                       code, and tags that are closed again.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "This is **very important **for you. **Note:**read it.\n",
                hits: &["**very important **", "**Note:**"],
                fixed: Some("This is **very important** for you. **Note:** read it.\n"),
            },
            Example::Bad {
                text: "See [the plan] (https://example.com) and (our site)[https://example.org].\n",
                hits: &[
                    "[the plan] (https://example.com)",
                    "(our site)[https://example.org]",
                ],
                fixed: Some(
                    "See [the plan](https://example.com) and [our site](https://example.org).\n",
                ),
            },
            Example::Bad {
                text: "Run `kit init`and read [the notes](notes.md)before you start.\n",
                hits: &["and", "before"],
                fixed: Some("Run `kit init` and read [the notes](notes.md) before you start.\n"),
            },
            Example::Bad {
                text: "Read [the plan][plan]. Ask for `kit init and wait.\n",
                hits: &["[the plan][plan]", "`"],
                fixed: None,
            },
            Example::Bad {
                text: "Write \"I am a <type of person> who needs a list\".\n",
                hits: &["<type of person>"],
                fixed: None,
            },
            Example::Bad {
                text: "Run this:\n\n```sh\nkit init\n\nThen read [the notes](notes.md) and go on.\n",
                hits: &["```sh"],
                fixed: None,
            },
            Example::Good(
                "**Bold** and \\*\\*not bold\\*\\*, 2**3, `**`, a ** b\n\n$5** off\n\n**Not on Mondays\n",
            ),
            Example::Good(
                "Markdown makes **bold ** of nothing, and [text] (https://example.com), too.\n",
            ),
            Example::Good("It runs in `git`s and [blog](b.md)s. ``So what'', `he said', don`t.\n"),
            Example::Good(
                "See [the plan][plan], a[i][j], <kbd>K</kbd> and <my-tag>x</my-tag>.\n\n[plan]: p.md\n",
            ),
            Example::Good("Call f(x)[0], [PDF] (12 pages) or Jo (see note)[1].\n"),
        ],
    };
}

impl Check for BrokenMarkup {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        if is_about_markup(post) {
            return;
        }
        let labels = OnceCell::new();
        let mut lone: Vec<Span> = Vec::new();
        for (block, text) in bodies(post) {
            if text.contains("**") {
                stars(post, block, text, &mut lone, out);
            }
            if text.contains('`') {
                backticks(post, block, text, out);
            }
            for span in glued::to_code(post, block, text) {
                report_glued(post, span, "the code", out);
            }
            brackets(post, block, text, &labels, out);
        }
        // Two of them are a mark and its note: "$5**" and "** without tax".
        if let [one] = lone[..] {
            out.report(one, "\"**\" is shown to readers")
                .label("it makes nothing bold")
                .help("close it, or take it out");
        }
        for span in glued::to_links(post) {
            report_glued(post, span, "the link", out);
        }
        fences(post, out);
        for span in swallowed_words(post) {
            let words = post.slice(span);
            out.report(span, format!("readers will not see \"{words}\""))
                .label("taken for a tag")
                .help("write \\< for the first mark, or put the words in backticks")
                .fix(insert(
                    Applicability::Unsafe,
                    "show the words",
                    span.start,
                    "\\",
                ));
        }
    }
}

fn insert(applicability: Applicability, title: &str, at: u32, text: &str) -> Fix {
    Fix::edit(applicability, title, Span::at(at as usize), text)
}

/// Pairs of `**` that make nothing; what is left over goes to `lone`.
fn stars(post: &Post, block: &Block, text: &str, lone: &mut Vec<Span>, out: &mut Findings) {
    let (pairs, left) = leftover::stars(text);
    for Bold {
        place,
        inner,
        fault,
    } in pairs
    {
        let Some(span) = written(post, block, &place) else {
            continue;
        };
        let words = &text[place.clone()];
        if !post.slice(span).ends_with("**") {
            continue;
        }
        let finding = out.report(
            span,
            format!("\"{words}\" is not bold: readers see the marks"),
        );
        finding.label(fault);
        finding.help("put the marks right beside the words, and a blank outside");
        if post.slice(span) == words && !words.contains('\n') {
            // The blank goes from the inside to the outside.
            let inner = text[inner].trim();
            let before = text[..place.start].chars().next_back();
            let after = text[place.end..].chars().next();
            let blank = |c: Option<char>| match c {
                Some(c) if c.is_alphanumeric() => " ",
                _ => "",
            };
            let mended = format!("{}**{inner}**{}", blank(before), blank(after));
            finding.fix(Fix::edit(
                Applicability::Safe,
                "put the marks beside the words",
                span,
                mended,
            ));
        }
    }
    lone.extend(
        left.into_iter()
            .filter_map(|place| written(post, block, &place)),
    );
}

fn backticks(post: &Post, block: &Block, text: &str, out: &mut Findings) {
    let base = block.text.start;
    let all: Vec<usize> = memchr::memchr_iter(b'`', text.as_bytes()).collect();
    let is_escaped = |at: usize| {
        let span = post.prose().source(base + at..base + at + 1);
        post.text()[..span.start as usize].ends_with('\\')
    };
    if let [first, second] = all[..]
        && is_escaped(first)
        && is_escaped(second)
        && text[first + 1..second].contains(|c: char| c.is_alphanumeric())
    {
        let start = post.prose().source(base + first..base + first + 1).start - 1;
        let end = post.prose().source(base + second..base + second + 1);
        let mark = end.start as usize - 1;
        let fix = Fix {
            title: "take the backslashes out".to_owned(),
            edits: [start as usize, mark]
                .map(|at| Edit {
                    span: Span::new(at, at + 1),
                    text: String::new(),
                })
                .to_vec(),
            applicability: Applicability::Unsafe,
        };
        let words = &text[first..=second];
        out.report(
            Span::new(start as usize, end.end as usize),
            format!("readers see the marks of \"{words}\""),
        )
        .label("the backslashes keep it from being code")
        .help("take the backslashes out")
        .fix(fix);
        return;
    }
    if let [one] = all[..]
        && leftover::is_lone_backtick(text, one)
        && let Some(span) = written(post, block, &(one..one + 1))
    {
        out.report(span, "a single backtick is shown to readers")
            .label("the other one is missing")
            .help("put one at the other end of the code, or take this one out");
    }
}

fn brackets(
    post: &Post,
    block: &Block,
    text: &str,
    labels: &OnceCell<FxHashSet<String>>,
    out: &mut Findings,
) {
    if !text.contains(']') {
        return;
    }
    for place in leftover::parted_links(text) {
        if let Some(span) = written(post, block, &place) {
            let finding = no_link(post, span, "there is a blank between the brackets", out);
            finding.help("take the blank between ] and ( out");
            if let Some(at) = post.slice(span).rfind("] (") {
                let at = span.start as usize + at + 1;
                let blank = Span::new(at, at + 1);
                finding.fix(Fix::edit(
                    Applicability::Safe,
                    "take the blank out",
                    blank,
                    "",
                ));
            }
        }
    }
    for place in leftover::reversed_links(text) {
        if let Some(span) = written(post, block, &place) {
            let finding = no_link(post, span, "the brackets stand the wrong way round", out);
            finding.help("write [text](address)");
            if let Some((words, address)) = post.slice(span).split_once(")[")
                && post.slice(span) == &text[place]
            {
                let mended = format!("[{}]({})", &words[1..], address.trim_end_matches(']'));
                finding.fix(Fix::edit(
                    Applicability::Safe,
                    "turn the brackets round",
                    span,
                    mended,
                ));
            }
        }
    }
    for place in leftover::unclosed_links(text) {
        if let Some(span) = written(post, block, &place) {
            no_link(post, span, "the bracket behind the address is missing", out)
                .help("close the address with )");
        }
    }
    for (place, label) in leftover::references(text) {
        // In an HTML block or a comment the parser sees no definition.
        let labels = labels.get_or_init(|| leftover::labels(post.text()));
        let is_defined = labels.contains(&text[label].to_lowercase());
        if let Some(span) = written(post, block, &place).filter(|_| !is_defined) {
            no_link(post, span, "no line of the post says where this leads", out)
                .help("add the line [label]: address, or write [text](address)");
        }
    }
}

fn no_link<'a>(
    post: &Post,
    span: Span,
    fault: &'static str,
    out: &'a mut Findings,
) -> &'a mut crate::finding::Finding {
    let words = post.slice(span);
    out.report(
        span,
        format!("\"{words}\" is shown as it stands, and is no link"),
    )
    .label(fault)
}

fn report_glued(post: &Post, span: Span, what: &str, out: &mut Findings) {
    let word = post.slice(span);
    out.report(
        span,
        format!("\"{word}\" is run together with {what} before it"),
    )
    .label("no blank before it")
    .help("put a blank between the two")
    .fix(insert(
        Applicability::Safe,
        "put a blank between",
        span.start,
        " ",
    ));
}

/// A fence that never closes and takes the text behind it.
fn fences(post: &Post, out: &mut Findings) {
    let Some(code) = post.code().iter().rfind(|code| code.is_block) else {
        return;
    };
    let text = post.slice(code.span);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mark = ["```", "~~~"]
        .into_iter()
        .find(|mark| first.starts_with(mark));
    let is_last = post.text()[code.span.end as usize..].trim().is_empty();
    let Some(mark) = mark.filter(|_| is_last) else {
        return;
    };
    let closes = rest
        .trim_end()
        .lines()
        .next_back()
        .is_some_and(|line| line.trim().starts_with(mark));
    let holds_text = rest
        .lines()
        .any(|line| line.contains("](") || (line.starts_with(mark) && line.trim() != mark));
    if !closes && holds_text {
        let start = code.span.start as usize;
        let span = Span::new(start, start + first.trim_end().len());
        out.report(
            span,
            "this code goes on to the end of the post, with the text behind it",
        )
        .label("never closed")
        .help(format!(
            "put {mark} on a line of its own behind the last line of code"
        ));
    }
}
