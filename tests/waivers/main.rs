//! Waivers as the library has them: written into posts of every shape, judged,
//! and listed.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod audit;
mod places;
mod requests;

use jiff::civil::{Date, date};
use sayso::engine::{self, Job};
use sayso::finding::FileReport;
use sayso::fix::{self, Applicability, Fix};
use sayso::policy::Overrides;
use sayso::post::{Generator, Post};
use sayso::rules::WaiverTerms;
use sayso::waiver::{self, Bench, Request, Written};

use support::{ACME, layers};

const TODAY: Date = date(2026, 11, 24);
const REASON: &str = "the number is due in March";

fn job(path: &str, text: &str) -> Job {
    Job {
        path: path.into(),
        generator: Generator::Unknown,
        text: text.into(),
        layers: layers(ACME, Overrides::default()),
        before: Vec::new(),
        authors: Default::default(),
        seal: None,
    }
}

fn lint(path: &str, text: &str) -> FileReport {
    engine::lint(&job(path, text), TODAY)
}

fn request(rule: &str, line: usize) -> Request<'_> {
    Request {
        rule,
        line,
        reason: REASON,
        by: None,
        until: None,
        path_in_policy: "blog/a.md",
    }
}

fn written(path: &str, text: &str, request: &Request<'_>) -> Result<Written, String> {
    written_by(&WaiverTerms::default(), path, text, request)
}

fn written_by(
    terms: &WaiverTerms,
    path: &str,
    text: &str,
    request: &Request<'_>,
) -> Result<Written, String> {
    let post = Post::parse(path, text, Generator::Unknown);
    let bench = Bench {
        today: TODAY,
        terms,
        ran: &|_| true,
        own_rules: &[],
        author: &|_| Some("Jo Doe <jo@acme.example>".to_owned()),
    };
    waiver::write(&post, &lint(path, text).findings, request, &bench)
}

/// The post with the comment in it.
#[track_caller]
fn waived(path: &str, text: &str, request: &Request<'_>) -> String {
    match written(path, text, request) {
        Ok(Written::InPost(edit)) => {
            let fix = Fix {
                title: String::new(),
                edits: vec![edit],
                applicability: Applicability::Safe,
            };
            fix::apply(text, [&fix]).text
        }
        other => panic!("{other:?} for {text}"),
    }
}

/// Ids of the findings that nobody allowed.
fn open(path: &str, text: &str) -> Vec<String> {
    let report = lint(path, text);
    let open = report.findings.iter().filter(|one| one.waived.is_none());
    open.map(|one| one.rule.to_string()).collect()
}
