//! What holds for any text at all: nothing panics, every place is inside the
//! text and on whole characters, and the words of a block stand where they are
//! said to stand.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use sayso::engine::{self, Job};
use sayso::finding::Report;
use sayso::policy::{Overrides, Policy, RawPolicy};
use sayso::post::Post;
use sayso::post::prose::OPAQUE;
use sayso::render::{Format, Style, render};
use sayso::span::Span;

/// Pieces that hostile and ordinary posts are made of.
const PIECES: &[&str] = &[
    "a",
    "é",
    "𐐀",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{1b}[31m",
    "\0",
    "\u{feff}",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "---\n",
    "+++\n",
    "...\n",
    "title: x\n",
    "title: a: b\n",
    "date = 2026-05-04\n",
    "{\"title\": \"x\"}\n",
    "key: [a, b\n",
    "\"",
    "'",
    "“",
    "”",
    "’",
    ":",
    ".",
    "!",
    "?",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "#",
    "# ",
    "> ",
    "> [!NOTE]\n> ",
    "- ",
    "1. ",
    "| a | b |\n|---|---|\n",
    "|",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[a](b)",
    "![](x.png)",
    "[![a](b)](c)",
    "[a][b]\n\n[b]: https://example.com\n",
    "<https://example.com>",
    "https://example.com/a_(b).",
    "[^1]",
    "\n[^1]: note 2020\n",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<!-- sayso: allow evidence/superlative: a long enough reason -->",
    "<img src=x>",
    "<img alt=\"é\" src='y'",
    "<a href=\"https://example.com\">",
    "</a>",
    "<p>",
    "<blockquote>",
    "</blockquote>",
    "<code>",
    "</code>",
    "<script>",
    "&amp;",
    "&#8217;",
    "&nope;",
    "\\",
    "\\*",
    "{",
    "}",
    "{{",
    "}}",
    "{{<",
    ">}}",
    "{{< figure src=\"é.png\" >}}",
    "{{% note %}}",
    "{% raw %}",
    "%}",
    "{{/* a */}}",
    "{/* sayso: allow x: y */}",
    "{# a #}",
    "{{< highlight >}}",
    "{{name}}",
    "import a from 'b'\n",
    "[TK]",
    "TODO: ",
    "XX%",
    "Lorem ipsum dolor",
    "Confidential",
    "**Internal use only**",
    "TLP:RED",
    "We are the world's first database. ",
    "We are #1 in maps. ",
    "our industry-leading ",
    "We are thrilled to announce that é",
    "[INSERT é",
    "]",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A post of the example blog, cut and stuffed at random places.
fn mutated() -> impl Strategy<Value = String> {
    let edit = (
        any::<prop::sample::Index>(),
        0..40usize,
        proptest::sample::select(PIECES),
    );
    let edits = proptest::collection::vec(edit, 0..12);
    (proptest::sample::select(examples()), edits).prop_map(|(mut text, edits)| {
        for (at, cut, piece) in edits {
            let whole =
                |text: &str, at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at));
            let start = whole(&text, at.index(text.len() + 1)).unwrap_or(0);
            let end = whole(&text, (start + cut).min(text.len())).unwrap_or(start);
            text.replace_range(start..end.max(start), piece);
        }
        text
    })
}

/// The posts of the example blog.
fn examples() -> Vec<String> {
    let blog = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/acme-blog/content/blog"
    );
    let mut found: Vec<String> = std::fs::read_dir(blog)
        .expect("the example blog")
        .flatten()
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .collect();
    found.sort();
    assert!(found.len() > 5, "the example blog has posts");
    found
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => text(), 1 => mutated()]
}

fn path() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["post.md", "content/blog/post.mdx"])
}

/// The span is inside the text and cuts no character.
fn is_sound(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

fn places(post: &Post) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    all.extend(post.prose().blocks().iter().map(|b| ("block", b.span)));
    for link in post.links() {
        all.push(("link", link.span));
        all.push(("destination", link.destination_span));
    }
    for image in post.images() {
        all.push(("image", image.span));
        all.push(("source", image.source_span));
    }
    all.extend(post.code().iter().map(|code| ("code", code.span)));
    for comment in post.comments() {
        all.push(("comment", comment.span));
        all.push(("comment text", comment.text));
    }
    all.extend(post.templates().iter().map(|t| ("template", t.span)));
    all.extend(post.elements().iter().map(|span| ("element", *span)));
    let notes = post.footnotes();
    all.extend(notes.references.iter().map(|note| ("reference", note.span)));
    all.extend(notes.definitions.iter().map(|note| ("note", note.span)));
    if let Some(front_matter) = post.front_matter() {
        all.push(("front matter", front_matter.span));
        all.push(("opening", front_matter.opening));
        all.extend(
            front_matter
                .faults
                .iter()
                .map(|fault| ("fault", fault.span)),
        );
        all.extend(front_matter.leaves().iter().map(|(_, v)| ("value", v.span)));
        all.extend(
            front_matter
                .entries
                .iter()
                .map(|entry| ("key", entry.key_span)),
        );
    }
    all
}

fn job(path: &str, text: &str) -> Job {
    Job {
        path: path.into(),
        path_in_policy: path.into(),
        text: text.into(),
        policy: Arc::new(Policy::resolve(RawPolicy::default(), &Overrides::default())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_sound(path in path(), text in any_text()) {
        let post = Post::parse(path, text.as_str());
        for (what, span) in places(&post) {
            prop_assert!(is_sound(span, &text), "{what} {span:?} in {text:?}");
        }
    }

    #[test]
    fn words_stand_where_they_are_said_to(path in path(), text in any_text()) {
        let post = Post::parse(path, text.as_str());
        let prose = post.prose();
        for (at, c) in prose.text().char_indices() {
            if !c.is_alphanumeric() || c == OPAQUE {
                continue;
            }
            let span = prose.source(at..at + c.len_utf8());
            prop_assert!(is_sound(span, &text), "{c:?} at {span:?} in {text:?}");
            let there = span.slice(&text);
            // An entity, and an escaped scalar, stand for their words as a whole.
            let is_whole = there.starts_with('&') || span.len() > c.len_utf8();
            prop_assert!(is_whole || there.starts_with(c), "{c:?} is not at {there:?} in {text:?}");
        }
    }

    #[test]
    fn parsing_twice_gives_the_same(path in path(), text in any_text()) {
        let (one, two) = (Post::parse(path, text.as_str()), Post::parse(path, text.as_str()));
        prop_assert_eq!(format!("{one:?}"), format!("{two:?}"));
    }

    #[test]
    fn every_report_is_harmless(path in path(), text in any_text()) {
        let file = engine::lint(&job(path, &text), date(2026, 11, 24));
        for finding in &file.findings {
            prop_assert!(is_sound(finding.span, &text), "{finding:?} in {text:?}");
        }
        let report = Report { files: vec![file], posts: 1, ..Report::default() };
        for format in [Format::Human, Format::Concise, Format::Json, Format::Github] {
            let mut out = Vec::new();
            render(&report, format, Style::default(), &mut out).expect("a report");
            prop_assert!(!out.contains(&0x1b), "an escape in {:?}", String::from_utf8_lossy(&out));
        }
    }

    #[test]
    fn fixing_comes_to_rest(path in path(), text in any_text()) {
        let today = date(2026, 11, 24);
        let job = job(path, &text);
        if let Some(once) = engine::settle(&job, today) {
            let again = Job { text: once.text.clone(), ..job };
            let twice = engine::settle(&again, today);
            prop_assert!(twice.is_none(), "{text:?} became {:?}", once.text);
        }
    }

    #[test]
    fn any_policy_is_read_without_a_panic(text in text(), bytes in any::<String>()) {
        for policy in [&text, &bytes] {
            let (_, faults) = sayso::policy::read("sayso.toml", policy);
            for fault in faults {
                prop_assert!(is_sound(fault.span, policy), "{fault:?} in {policy:?}");
            }
        }
    }
}
