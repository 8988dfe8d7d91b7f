//! What must hold for any text.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::date;
use sayso::engine::{self, Job};
use sayso::finding::{Level, Report};
use sayso::inspect::inspect;
use sayso::language::{sentences, words};
use sayso::policy::{Layers, Overrides};
use sayso::post::{Generator, Post};
use sayso::render::{Format, Rest, Style, render};
use sayso::rules::RULES;
use serde_json::Value;

use crate::support::{ACME, is_sound, layers, misplaced, places};

/// Reads texts as posts, with every rule on.
pub struct Reader {
    layers: Arc<Layers>,
    generators: Vec<Generator>,
}

impl Reader {
    pub fn new() -> Reader {
        let overrides = Overrides {
            levels: RULES
                .iter()
                .map(|rule| (rule.meta.id.to_owned(), Level::Warning))
                .collect(),
            ..Overrides::default()
        };
        let named = Generator::NAMED.map(|(_, generator)| generator);
        Reader {
            layers: layers(ACME, overrides),
            generators: [&[Generator::Unknown], &named[..]].concat(),
        }
    }

    /// How the input with this number is read: in turn for every generator, as
    /// Markdown and as MDX.
    fn how(&self, seed: u64) -> (Generator, &'static str) {
        let turn = seed as usize;
        let path = ["blog/post.md", "blog/post.mdx"][turn / self.generators.len() % 2];
        (self.generators[turn % self.generators.len()], path)
    }

    /// The same, for people.
    pub fn told(&self, seed: u64) -> String {
        let (generator, path) = self.how(seed);
        format!("{path} for the generator {}", generator.name())
    }

    /// Reads `text` as the input with this number, and panics at what is wrong.
    pub fn read(&self, seed: u64, text: &str) {
        let (generator, path) = self.how(seed);
        let post = Post::parse(path, text, generator);
        read_places(&post);
        read_prose(&post);
        let inspection = inspect(&post, None);
        let json: Value = serde_json::from_str(&inspection.to_json()).expect("JSON");
        assert!(json["blocks"].is_array() && !inspection.to_text().is_empty());
        self.lint(Job {
            path: path.into(),
            generator,
            text: text.into(),
            before: Vec::new(),
            authors: Default::default(),
            seal: None,
            layers: self.layers.clone(),
        });
    }

    fn lint(&self, job: Job) {
        let today = date(2026, 11, 24);
        let file = engine::lint(&job, today);
        for finding in &file.findings {
            assert!(is_sound(finding.span, &job.text), "{finding:?}");
        }
        if let Some(once) = engine::settle(&job, today, |_| true) {
            let text = once.text.clone();
            let twice = engine::settle(&Job { text, ..job }, today, |_| true);
            assert!(twice.is_none(), "fixed twice: {:?}", once.text);
        }
        let report = Report {
            files: vec![file],
            posts: 1,
            ..Report::default()
        };
        let hook = Format::Hook(Rest::Staged);
        for format in [
            Format::Human,
            Format::Concise,
            Format::Json,
            Format::Github,
            hook,
        ] {
            let mut out = Vec::new();
            render(&report, format, Style::default(), &mut out).expect("a report");
            let out = String::from_utf8(out).expect("UTF-8");
            assert!(!out.contains('\u{1b}'), "an escape in {out:?}");
        }
    }
}

fn read_places(post: &Post) {
    for (what, span) in places(post) {
        assert!(is_sound(span, post.text()), "{what} {span:?}");
    }
    assert!(is_sound(post.body(), post.text()), "{:?}", post.body());
}

fn read_prose(post: &Post) {
    let prose = post.prose();
    for block in prose.blocks() {
        let said = prose.block_text(block);
        assert_in_order(said, sentences(said).into_iter());
        assert_in_order(said, words(said));
        let lines = prose.lines(block).into_iter().map(|line| line.text);
        assert_in_order(prose.text(), lines);
        let span = prose.source(block.text.clone());
        assert!(is_sound(span, post.text()), "{said:?} at {span:?}");
    }
    assert_eq!(misplaced(post), None);
}

/// Each range is inside `text`, cuts no character and starts behind the last.
fn assert_in_order(text: &str, ranges: impl Iterator<Item = Range<usize>>) {
    let mut end = 0;
    for range in ranges {
        let is_sound = range.start >= end && text.get(range.clone()).is_some();
        assert!(is_sound, "{range:?} behind {end} in {text:?}");
        end = range.end;
    }
}
