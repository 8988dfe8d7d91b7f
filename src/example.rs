//! A rule tried on its own example, to hear what it would tell an author.

use std::sync::Arc;

use jiff::civil::date;

use crate::engine::{self, Job};
use crate::finding::{PolicyFile, Question};
use crate::policy::{self, Choice, Layer, Layers, Overrides};
use crate::post::Generator;
use crate::rules::{Entry, Example};
use crate::waiver::Authors;

/// The company of the examples.
const ACME: &str = r#"
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

/// Who wrote them, as git would have it.
pub const AUTHOR: &str = "Jo Doe <jo@acme.example>";

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
    let job = Job {
        path: "content/blog/post.md".into(),
        generator: Generator::Unknown,
        text: text.into(),
        layers: layers(entry),
        authors: Authors::new(vec![(1, Some(AUTHOR.to_owned()))]),
    };
    let report = engine::lint(&job, date(2026, 11, 24));
    let mut findings = report.findings.into_iter();
    findings.find(|finding| finding.rule == entry.meta.id)?.help
}

/// The policy of the examples, with `entry` in force alone. The rules that
/// judge waivers need the others beside them.
fn layers(entry: &'static Entry) -> Arc<Layers> {
    let mut overrides = Overrides::default();
    if entry.meta.question() == Question::Judgement {
        overrides
            .levels
            .push((entry.meta.id.to_owned(), entry.meta.level));
    } else {
        overrides.only.push(Choice::Rule(entry));
    }
    let (raw, _) = policy::read(ACME);
    let layer = Layer {
        file: Arc::new(PolicyFile::default()),
        dir: String::new(),
        raw,
    };
    Arc::new(Layers::new(vec![Arc::new(layer)], Arc::new(overrides)))
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
