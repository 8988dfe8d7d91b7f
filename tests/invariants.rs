//! What holds for any text at all: nothing panics, every place is inside the
//! text and on whole characters, and the words of a block stand where they are
//! said to stand.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use sayso::engine::{self, Job};
use sayso::finding::Report;
use sayso::policy::Layers;
use sayso::post::{Generator, Post};
use sayso::render::{Format, Rest, Style, render};
use support::{PIECES, examples, is_sound, misplaced, places};

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

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![2 => text(), 1 => mutated()]
}

fn path() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["post.md", "content/blog/post.mdx"])
}

fn generator() -> impl Strategy<Value = Generator> {
    let named = Generator::NAMED.map(|(_, generator)| generator);
    prop_oneof![
        1 => Just(Generator::Unknown),
        2 => proptest::sample::select(named.to_vec()),
    ]
}

fn job(path: &str, generator: Generator, text: &str) -> Job {
    Job {
        path: path.into(),
        generator,
        text: text.into(),
        before: Vec::new(),
        authors: Default::default(),
        seal: None,
        layers: Arc::new(Layers::default()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_sound(path in path(), generator in generator(), text in any_text()) {
        let post = Post::parse(path, text.as_str(), generator);
        for (what, span) in places(&post) {
            prop_assert!(is_sound(span, &text), "{what} {span:?} in {text:?}");
        }
    }

    #[test]
    fn words_stand_where_they_are_said_to(path in path(), generator in generator(), text in any_text()) {
        let post = Post::parse(path, text.as_str(), generator);
        let wrong = misplaced(&post);
        prop_assert!(wrong.is_none(), "{wrong:?} in {text:?}");
    }

    #[test]
    fn parsing_twice_gives_the_same(path in path(), generator in generator(), text in any_text()) {
        let (one, two) = (Post::parse(path, text.as_str(), generator), Post::parse(path, text.as_str(), generator));
        prop_assert_eq!(format!("{one:?}"), format!("{two:?}"));
    }

    #[test]
    fn every_report_is_harmless(path in path(), generator in generator(), text in any_text()) {
        let file = engine::lint(&job(path, generator, &text), date(2026, 11, 24));
        for finding in &file.findings {
            prop_assert!(is_sound(finding.span, &text), "{finding:?} in {text:?}");
        }
        let report = Report { files: vec![file], posts: 1, ..Report::default() };
        let hook = Format::Hook(Rest::Staged);
        for format in [Format::Human, Format::Concise, Format::Json, Format::Github, hook] {
            let mut out = Vec::new();
            render(&report, format, Style::default(), &mut out).expect("a report");
            prop_assert!(!out.contains(&0x1b), "an escape in {:?}", String::from_utf8_lossy(&out));
        }
    }

    #[test]
    fn fixing_comes_to_rest(path in path(), generator in generator(), text in any_text()) {
        let today = date(2026, 11, 24);
        let job = job(path, generator, &text);
        if let Some(once) = engine::settle(&job, today, |_| true) {
            let again = Job { text: once.text.clone(), ..job };
            let twice = engine::settle(&again, today, |_| true);
            prop_assert!(twice.is_none(), "{text:?} became {:?}", once.text);
        }
    }

    #[test]
    fn any_policy_is_read_without_a_panic(text in text(), bytes in any::<String>()) {
        for policy in [&text, &bytes] {
            let (_, faults) = sayso::policy::read(policy);
            for fault in faults {
                prop_assert!(is_sound(fault.span, policy), "{fault:?} in {policy:?}");
            }
        }
    }
}
