//! Where a waiver goes, in posts of every shape.

use sayso::engine::{self, Job};
use sayso::finding::Question;
use sayso::fix::{self, Applicability, Fix};
use sayso::policy::{Choice, Overrides};
use sayso::post::{Generator, Post};
use sayso::rules::{Example, RULES, WaiverTerms};
use sayso::span::LineIndex;
use sayso::waiver::{self, Bench, Request, Written, pin_of};

use crate::support::{ACME, layers, post};
use crate::{REASON, TODAY, job, open, request, waived};

/// The comment for words with the pin of these.
fn comment(words: &str) -> String {
    format!(
        "<!-- sayso: allow reputation/placeholder pin {}: {REASON} -->",
        pin_of(words)
    )
}

#[test]
fn it_goes_above_the_element_that_holds_the_finding() {
    for (body, line, words, expected) in [
        (
            "One.\n\nWe [TK].\n",
            3,
            "We [TK].",
            "One.\n\nCOMMENT\nWe [TK].\n",
        ),
        (
            "One.\n## We [TK]\n",
            2,
            "## We [TK]",
            "One.\nCOMMENT\n## We [TK]\n",
        ),
        (
            "We [TK]\n===\n",
            1,
            "We [TK] ===",
            "COMMENT\nWe [TK]\n===\n",
        ),
        (
            "- one\n- two [TK]\n",
            2,
            "two [TK]",
            "COMMENT\n- one\n- two [TK]\n",
        ),
        (
            "- one\n\n  two [TK]\n",
            3,
            "two [TK]",
            "COMMENT\n- one\n\n  two [TK]\n",
        ),
        (
            "> one\n> two [TK]\n",
            2,
            "one two [TK]",
            "COMMENT\n> one\n> two [TK]\n",
        ),
        (
            "| a | b |\n|---|---|\n| c | d [TK] |\n",
            3,
            "d [TK]",
            "COMMENT\n| a | b |\n|---|---|\n| c | d [TK] |\n",
        ),
        (
            "  We\n  [TK].\n",
            2,
            "We [TK].",
            "  COMMENT\n  We\n  [TK].\n",
        ),
        (
            "<div>\n\nWe [TK].\n\n</div>\n",
            3,
            "We [TK].",
            "<div>\n\nCOMMENT\nWe [TK].\n\n</div>\n",
        ),
    ] {
        let text = post(body);
        let after = waived("a.md", &text, &request("placeholder", line + 4));
        let expected = post(&expected.replace("COMMENT", &comment(words)));
        assert_eq!(after, expected);
        assert_eq!(open("a.md", &after), [""; 0], "{after}");
    }
}

#[test]
fn a_second_waiver_goes_above_the_words_too() {
    let text = post("- one [TK]\n- We are the only cloud provider in the world.\n");
    let once = waived("a.md", &text, &request("placeholder", 5));
    let twice = waived("a.md", &once, &request("superlative", 7));
    assert_eq!(open("a.md", &twice), [""; 0], "{twice}");
}

#[test]
fn windows_lines_stay_windows_lines() {
    let text = post("One.\n\nWe [TK].\n").replace('\n', "\r\n");
    let after = waived("a.md", &text, &request("placeholder", 7));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    assert_eq!(open("a.md", &after), [""; 0], "{after}");
}

#[test]
fn mdx_has_comments_of_its_own() {
    let text = post("import A from './a'\n\n<A />\n\nOne.\nWe [TK].\n\n- a\n- b\n");
    let after = waived("a.mdx", &text, &request("placeholder", 10));
    assert!(
        after.contains("\n{/* sayso: allow reputation/placeholder pin "),
        "{after}"
    );
    assert_eq!(open("a.mdx", &after), [""; 0], "{after}");
}

#[test]
fn every_generator_finds_the_comment_again() {
    let generators = [Generator::Docusaurus, Generator::Hugo, Generator::Jekyll];
    for generator in generators
        .into_iter()
        .chain([Generator::MkDocs, Generator::Plain])
    {
        for path in ["a.md", "a.mdx"] {
            let text = post("One.\n\n- We [TK].\n- Two.\n");
            let post = Post::parse(path, &*text, generator);
            let job = Job {
                generator,
                ..job(path, &text)
            };
            let findings = engine::lint(&job, TODAY).findings;
            let terms = WaiverTerms::default();
            let bench = Bench {
                today: TODAY,
                terms: &terms,
                ran: &|_| true,
                own_rules: &[],
                author: &|_| None,
            };
            let asked = request("placeholder", 7);
            let Ok(Written::InPost(edit)) = waiver::write(&post, &findings, &asked, &bench) else {
                panic!("nothing was written for {generator:?}");
            };
            let is_mdx = edit.text.starts_with("{/* ");
            assert_eq!(is_mdx, path == "a.mdx", "{generator:?}: {}", edit.text);
            let fix = Fix {
                title: String::new(),
                edits: vec![edit],
                applicability: Applicability::Safe,
            };
            let text = fix::apply(&text, [&fix]).text.into();
            let report = engine::lint(&Job { text, ..job }, TODAY);
            assert!(report.findings.iter().all(|one| one.waived.is_some()));
        }
    }
}

#[test]
fn what_is_in_the_front_matter_is_waived_for_the_file() {
    for text in [
        "---\ntitle: A [TK]\ndate: 2026-05-04\n---\n\n\nText.\n",
        "---\ntitle: A [TK]\ndate: 2026-05-04\n---\n",
        "---\ntitle: A [TK]\ndate: 2026-05-04\n---",
        "+++\ntitle = \"A [TK]\"\ndate = 2026-05-04\n+++\nText.\n",
    ] {
        let after = waived("a.md", text, &request("placeholder", 2));
        assert!(after.contains("<!-- sayso: allow-file "), "{after}");
        assert_eq!(open("a.md", &after), [""; 0], "{after}");
    }
}

/// Whatever a rule finds in an example can be waived, and then it is; but for the
/// rules that nobody may waive.
#[test]
fn every_finding_of_every_example_can_be_waived() {
    for entry in RULES {
        let is_waivable = WaiverTerms::NOTHING.is_waivable(entry.meta.id);
        if entry.meta.question() == Question::Judgement || !is_waivable {
            continue;
        }
        for example in entry.meta.examples {
            let Example::Bad { text, .. } = example else {
                continue;
            };
            let mut overrides = Overrides::default();
            overrides.only.push(Choice::Rule(entry));
            let job = Job {
                layers: layers(ACME, overrides),
                ..job("content/blog/post.md", text)
            };
            let findings = engine::lint(&job, TODAY).findings;
            let lines = LineIndex::new(text);
            for finding in &findings {
                let line = lines.line(finding.span.start);
                let asked = Request {
                    by: Some("editor"),
                    ..request(entry.meta.id, line)
                };
                match engine::waive(&job, &asked, TODAY) {
                    Ok(Written::InPost(edit)) => {
                        let fix = Fix {
                            title: String::new(),
                            edits: vec![edit],
                            applicability: Applicability::Safe,
                        };
                        let after = Job {
                            text: fix::apply(text, [&fix]).text.into(),
                            ..job.clone()
                        };
                        let report = engine::lint(&after, TODAY);
                        assert_eq!(report.findings.len(), findings.len(), "{}", after.text);
                        let count = report.findings.iter().filter(|one| one.waived.is_some());
                        assert!(count.count() > 0, "{}", after.text);
                    }
                    Ok(Written::InPolicy(entry)) => assert!(entry.contains("pin = "), "{entry}"),
                    Err(told) => panic!("{}: {text:?}: {told}", entry.meta.id),
                }
            }
        }
    }
}
