//! A rule tried on its own example, to hear what it would tell an author.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use jiff::civil::date;

use crate::engine::{self, Job, World};
use crate::finding::{self, Question};
use crate::picture::{Fact, Holder, Trace};
use crate::policy::{Choice, Layers, Overrides};
use crate::post::Generator;
use crate::rules::{Entry, Example};
use crate::seal::{Key, List, Seal, Term};
use crate::site::Site;
use crate::span::Span;
use crate::waiver::Authors;

/// The policy of the examples' company.
pub const ACME: &str = r#"
[company]
names = ["Acme"]
products = ["Acme Cloud"]
competitors = ["RivalDB"]
domains = ["acme.example"]
internal-hosts = ["*.corp.acme.example"]

[policy]
approvers = { conversation = ["editor"] }

[[policy.review]]
tags = ["earnings"]
by = ["legal"]
"#;

/// The sealed list of that company, which has a codename.
static SEAL: LazyLock<Arc<Seal>> = LazyLock::new(|| {
    let key = Key::of(&[0; 32]);
    let mut list = List::default();
    list.add(&Term::new("Blue Heron"), &key);
    Arc::new(Seal::new(&list, key))
});

/// Who wrote them, as git would have it.
pub const AUTHOR: &str = "Jo Doe <jo@acme.example>";

/// The day of the examples, and the pictures around them.
pub const WORLD: World<'static> = World {
    today: date(2026, 11, 24),
    site: &Pictures,
};

/// Pictures of that company, known by their names.
#[derive(Debug)]
struct Pictures;

impl Site for Pictures {
    fn picture(&self, path: &str) -> Option<Arc<[Fact]>> {
        let (folder, name) = path.rsplit_once('/')?;
        let trace = match name {
            "jo.jpg" => Some(Trace::Location),
            "office.jpg" => Some(Trace::SerialNumber),
            "whiteboard.jpg" => Some(Trace::Thumbnail),
            "team.jpg" => None,
            _ => return None,
        };
        let fact = |trace| Fact {
            trace,
            holder: Holder::Exif,
            can_go: true,
        };
        (folder == "content/blog").then(|| trace.into_iter().map(fact).collect())
    }
}

/// What to do about the first example that the rule flags: the help of what it
/// finds there.
pub fn help(entry: &'static Entry) -> Option<String> {
    let text = entry
        .meta
        .examples
        .iter()
        .find_map(|example| match example {
            Example::Bad { text, .. } => Some(*text),
            Example::Good(_) => None,
        })?;
    let job = job(entry, text);
    let report = engine::lint(&job, WORLD);
    let mut findings = report.findings.into_iter();
    findings.find(|finding| finding.rule == entry.meta.id)?.help
}

/// An example of which some words are masked.
#[derive(Debug)]
pub struct Shown {
    /// Its text.
    pub text: Cow<'static, str>,
    /// What stands in the place of its words.
    pub hits: Vec<String>,
}

/// An example as a document may show it: what the rule finds there and conceals
/// is masked, since whoever looks through the document for secrets cannot know
/// that it is invented.
pub fn shown(entry: &'static Entry, text: &'static str) -> Shown {
    let report = engine::lint(&job(entry, text), WORLD);
    let spans: Vec<Span> = finding::concealed(&report.findings).collect();
    let masked = |hit: Span| finding::mask(hit.slice(text), vec![Span::new(0, hit.len())]);
    Shown {
        hits: spans.iter().map(|hit| masked(*hit).into_owned()).collect(),
        text: finding::mask(text, spans),
    }
}

/// An example as a post of that company, with `entry` in force alone. The rules
/// that judge waivers need the others beside them.
pub fn job(entry: &'static Entry, text: &str) -> Job {
    let mut overrides = Overrides::default();
    if entry.meta.question() == Question::Judgement {
        overrides
            .levels
            .push((entry.meta.id.to_owned(), entry.meta.level));
    } else {
        overrides.only.push(Choice::Rule(entry));
    }
    let (layers, _) = Layers::of_file(ACME, overrides);
    Job {
        path: "content/blog/post.md".into(),
        generator: Generator::Unknown,
        text: text.into(),
        layers: Arc::new(layers),
        before: Vec::new(),
        authors: Authors::new(vec![(1, Some(AUTHOR.to_owned()))]),
        seal: Some(SEAL.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;

    #[test]
    fn every_rule_says_what_to_do_about_its_example() {
        for entry in RULES {
            let help = help(entry);
            assert!(
                help.is_some_and(|help| help.len() > 10),
                "{}",
                entry.meta.id
            );
        }
    }
}
