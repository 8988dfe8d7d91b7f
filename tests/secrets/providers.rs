//! Every shape of every provider: what is found of it, and what is not.

use sayso::engine;
use sayso::example::job;
use sayso::finding::FileReport;
use sayso::rules::find;
use sayso::secret::{KnownFrom, PROVIDERS, Part, Proof, Provider, Shape};

use crate::draw::{Chance, Flaw, flaws, token};

/// How many tokens of a shape are drawn.
const DRAWN: usize = 50;

fn check(text: &str) -> FileReport {
    let entry = find("confidential/secret").expect("the rule");
    engine::lint(&job(entry, text), jiff::civil::date(2026, 11, 24))
}

/// The words that are found when each of `texts` stands in prose, in code.
fn found(texts: &[String]) -> [Vec<String>; 2] {
    let prose: String = texts
        .iter()
        .map(|text| format!("We wrote {text} here.\n\n"))
        .collect();
    let code = format!("```sh\n{}\n```\n", texts.join("\n"));
    [prose, code].map(|post| {
        let report = check(&post);
        let words = report
            .findings
            .iter()
            .map(|one| report.words(one).to_owned());
        words.collect()
    })
}

fn flaw_name(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Short => "short",
        Flaw::Long => "long",
        Flaw::Letter => "letter",
        Flaw::Checksum => "sum",
        Flaw::Example => "example",
    }
}

#[test]
fn every_token_is_found_and_nothing_that_is_nearly_one() {
    let mut wrong = Vec::new();
    println!(
        "{:<38} {:>5} {:>5}  of {DRAWN}; silent about",
        "shape", "prose", "code"
    );
    for (seed, (provider, pattern)) in shapes().enumerate() {
        let shape = Shape::read(pattern);
        let mut chance = Chance(seed as u64);
        let mut draw = |flaw| {
            (0..DRAWN)
                .map(|_| token(provider, &shape, flaw, &mut chance))
                .unzip()
        };
        let (texts, tokens): (Vec<String>, Vec<String>) = draw(None);
        let [prose, code] = found(&texts);
        for (place, words) in [("prose", &prose), ("code", &code)] {
            let missed: Vec<_> = tokens
                .iter()
                .filter(|token| !words.contains(token))
                .collect();
            if !missed.is_empty() || words.len() != DRAWN {
                wrong.push(format!(
                    "{pattern} in {place}: {} found, missed {missed:?}",
                    words.len()
                ));
            }
        }
        let mut silent = String::new();
        for flaw in flaws(provider, &shape) {
            let (texts, _): (Vec<String>, Vec<String>) = draw(Some(flaw));
            let alarms = found(&texts).concat();
            silent += &format!(" {} {}", flaw_name(flaw), DRAWN * 2 - alarms.len());
            if let Some(alarm) = alarms.first() {
                wrong.push(format!(
                    "{pattern}, {flaw:?}: {} alarms, as {alarm:?}",
                    alarms.len()
                ));
            }
        }
        println!(
            "{:<38.38} {:>5} {:>5} {silent}",
            format!("{} {pattern}", provider.what),
            prose.len(),
            code.len()
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_is_well_told() {
    let mut whats: Vec<&str> = PROVIDERS.iter().map(|provider| provider.what).collect();
    whats.dedup();
    assert!(whats.len() >= 90, "{}", whats.len());
    let read = PROVIDERS
        .iter()
        .filter(|one| one.known_from != KnownFrom::Recalled);
    assert!(read.count() >= 80);
    for (provider, pattern) in shapes() {
        let what = provider.what;
        assert!(what.starts_with("a ") || what.starts_with("an "), "{what}");
        let runs = pattern.matches('{').count() + 4 * pattern.matches("{uuid}").count();
        let parts = Shape::read(pattern).parts;
        let read = parts
            .iter()
            .filter(|part| matches!(part, Part::Run { min, max, .. } if 0 < *min && min <= max));
        assert_eq!(read.count(), runs, "{pattern}");
        let has_anchor = Shape::read(pattern)
            .anchor()
            .is_some_and(|(anchor, _)| anchor.len() >= 3);
        assert!(has_anchor || !provider.names.is_empty(), "{pattern}");
        let is_sound = provider.names.is_empty() || provider.proof == Proof::Shape;
        assert!(is_sound, "{what}: a name is proof enough");
    }
}

#[test]
fn a_token_is_found_wherever_it_stands() {
    let mut chance = Chance(7);
    for (provider, pattern) in shapes().filter(|(one, _)| one.names.is_empty()) {
        let (text, secret) = token(provider, &Shape::read(pattern), None, &mut chance);
        for post in [
            format!("---\ntitle: A week\nnote: '{text}'\n---\nText.\n"),
            format!("<!-- {text} -->\n\nText.\n"),
            format!("[the page](https://acme.example/?a=1&t={text})\n"),
            format!("![{text}](team.jpg)\n"),
            format!("<a href=\"{text}\">the page</a>\n"),
            format!("“{text}”, she said – **{text}**\r\n"),
        ] {
            let report = check(&post);
            let is_all = report
                .findings
                .iter()
                .all(|one| report.words(one) == secret);
            assert!(is_all && !report.findings.is_empty(), "{pattern}: {post}");
        }
    }
}

fn shapes() -> impl Iterator<Item = (&'static Provider, &'static str)> {
    PROVIDERS
        .iter()
        .flat_map(|provider| provider.shapes.iter().map(move |shape| (provider, *shape)))
}
