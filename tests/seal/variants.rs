//! However a term is written it is found, and other words are not.

use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use sayso::engine::{self, Job};
use sayso::finding::Finding;
use sayso::policy::{Choice, Layers, Overrides};
use sayso::post::Generator;
use sayso::rules;
use sayso::seal::{Key, List, Seal, Term, variants};

use crate::support::{PIECES, is_sound};

fn seal(term: &str) -> Arc<Seal> {
    let key = Key::of(&[7; 32]);
    let mut list = List::default();
    list.add(&Term::new(term), &key);
    Arc::new(Seal::new(&list, key))
}

fn count(text: &str, seal: &Arc<Seal>) -> usize {
    lint(text, seal).len()
}

/// What the rule finds in a post.
fn lint(text: &str, seal: &Arc<Seal>) -> Vec<Finding> {
    let mut overrides = Overrides::default();
    overrides
        .only
        .extend(rules::find("confidential/sealed-term").map(Choice::Rule));
    let job = Job {
        path: "post.md".into(),
        generator: Generator::Unknown,
        text: text.into(),
        before: Vec::new(),
        authors: Default::default(),
        layers: Arc::new(Layers::new(Vec::new(), Arc::new(overrides))),
        seal: Some(seal.clone()),
    };
    engine::lint(&job, date(2026, 11, 24)).findings
}

/// One to five invented words, as names are written.
fn term() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        "[A-Z][a-z]{3,8}|[a-z]{4,7}|[A-Z]{4}|[ÄÖÉ][a-zéü]{3,6}",
        1..=5,
    )
    .prop_map(|words| words.join(" "))
}

/// Hostile and ordinary Markdown with halves of a term in it.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let halves = vec![
        "Blue ", "Heron ", "Blue", "heron", "blue-he", "ron\n", "’s ",
    ];
    let piece = prop_oneof![
        proptest::sample::select(PIECES),
        proptest::sample::select(halves),
    ];
    proptest::collection::vec(piece, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_variant_is_found(term in term(), around in "[a-z ]{0,30}") {
        let seal = seal(&term);
        for (name, text) in variants(&term) {
            let post = format!("It is {around} {text} {around}.\n");
            prop_assert!(count(&post, &seal) > 0, "{name}: {post:?}");
        }
    }

    #[test]
    fn every_place_is_sound(pieces in pieces()) {
        let text = pieces.concat();
        for finding in lint(&text, &seal("Blue Heron")) {
            prop_assert!(is_sound(finding.span, &text), "{finding:?} in {text:?}");
            prop_assert!(finding.concealed);
        }
    }

    #[test]
    fn other_words_are_not(term in term(), other in term()) {
        let folded = |text: &str| text.to_lowercase().replace(' ', "");
        prop_assume!(!folded(&other).contains(&folded(&term)));
        let seal = seal(&term);
        for (name, text) in variants(&other) {
            prop_assert!(count(&format!("We met {text} today.\n"), &seal) == 0, "{name}: {text:?}");
        }
    }
}
