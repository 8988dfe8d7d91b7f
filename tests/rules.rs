//! Every example of every rule, and what each rule says about itself.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use sayso::engine;
use sayso::example::{WORLD, job};
use sayso::finding::Question;
use sayso::rules::{Entry, Example, RULES};

fn hits(entry: &'static Entry, text: &str) -> Vec<String> {
    let report = engine::lint(&job(entry, text), WORLD);
    report
        .findings
        .iter()
        .filter(|finding| finding.rule == entry.meta.id)
        .map(|finding| report.words(finding).to_owned())
        .collect()
}

#[test]
fn every_example_is_true() {
    let mut wrong = Vec::new();
    for entry in RULES {
        for example in entry.meta.examples {
            let (text, expected) = match example {
                Example::Good(text) => (text, &[] as &[&str]),
                Example::Bad { text, hits, .. } => (text, *hits),
            };
            let found = hits(entry, text);
            if found != expected {
                wrong.push(format!(
                    "{}: {text:?}\n  expected {expected:?}\n  found    {found:?}",
                    entry.meta.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fix_leads_to_the_text_it_promises() {
    for entry in RULES {
        for example in entry.meta.examples {
            let Example::Bad { text, fixed, .. } = example else {
                continue;
            };
            let job = job(entry, text);
            let settled = engine::settle(&job, WORLD, |_| true);
            let after = settled.as_ref().map(|settled| &*settled.text);
            assert_eq!(after, *fixed, "{}: {text:?}", entry.meta.id);
        }
    }
}

#[test]
fn every_rule_says_what_it_is() {
    for entry in RULES {
        let meta = entry.meta;
        let (question, name) = meta.id.split_once('/').expect("a question and a name");
        assert!(Question::from_id(question).is_some(), "{}", meta.id);
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{name} is not in kebab case"
        );
        assert!(
            !name.starts_with("no-"),
            "{name} should be named after the fault"
        );
        let file = format!("src/rules/{question}/{}.rs", name.replace('-', "_"));
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        assert!(path.is_file(), "{} should be in {file}", meta.id);

        let sentences = sayso::language::sentences(meta.why).len();
        assert!(
            (2..=4).contains(&sentences),
            "{}: {sentences} sentences",
            meta.id
        );
        assert!(
            !meta.summary.ends_with('.') && meta.summary.len() <= 80,
            "{}",
            meta.id
        );
        assert!(meta.leaves_alone.ends_with('.'), "{}", meta.id);
        let is_good = |example: &Example| matches!(example, Example::Good(_));
        assert!(
            meta.examples.iter().any(is_good),
            "{} has no good example",
            meta.id
        );
        assert!(
            !meta.examples.iter().all(is_good),
            "{} has no bad example",
            meta.id
        );
    }
}

#[test]
fn every_question_has_a_rule_and_no_rule_comes_twice() {
    for question in Question::ALL {
        assert!(
            RULES.iter().any(|entry| entry.meta.question() == question),
            "{question}"
        );
    }
    let mut ids: Vec<_> = RULES.iter().map(|entry| entry.meta.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
}

#[test]
fn every_option_is_told_and_its_example_is_read() {
    for entry in RULES {
        let told: Vec<_> = entry
            .meta
            .options
            .iter()
            .map(|option| option.name)
            .collect();
        assert_eq!(told, (entry.options)(), "{}", entry.meta.id);
        for option in entry.meta.options {
            let policy = format!(
                "[rules]\n\"{}\" = {{ {} = {} }}\n",
                entry.meta.id, option.name, option.example
            );
            let (_, faults) = sayso::policy::read(&policy);
            assert!(faults.is_empty(), "{policy}: {faults:?}");
        }
    }
}
