//! JSON for programs. The shape is versioned; a change that breaks a reader
//! raises `schema_version`.
//!
//! Lines and columns are 1-based Unicode code points with the end exclusive;
//! bytes are 0-based in the file as it is.

use std::io::{self, Write};

use serde::Serialize;

use super::Render;
use crate::finding::{FileReport, Finding, Report};
use crate::fix::Fix;
use crate::span::Position;

pub(super) struct Json;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    tool: Tool,
    summary: Summary<'a>,
    findings: Vec<JsonFinding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Summary<'a> {
    posts: usize,
    pictures: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    waived: usize,
    hidden: usize,
    skipped: Vec<Skipped<'a>>,
    not_checked: &'a [String],
}

#[derive(Serialize)]
struct Skipped<'a> {
    path: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    rule: &'a str,
    question: Option<&'static str>,
    level: &'static str,
    path: &'a str,
    start: Place,
    end: Place,
    text: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    notes: Vec<&'a str>,
    fix: Option<JsonFix<'a>>,
    fingerprint: &'a str,
    waived: Option<JsonWaived<'a>>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    byte: u32,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    start_byte: u32,
    end_byte: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct JsonWaived<'a> {
    reason: &'a str,
    by: Option<&'a str>,
    until: Option<&'a str>,
}

impl Render for Json {
    fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let summary = report.summary();
        let document = Document {
            schema_version: 1,
            tool: Tool {
                name: "sayso",
                version: env!("CARGO_PKG_VERSION"),
            },
            summary: Summary {
                posts: report.posts,
                pictures: report.pictures,
                errors: summary.errors,
                warnings: summary.warnings,
                advice: summary.advice,
                waived: summary.waived,
                hidden: report.hidden + report.known,
                skipped: report
                    .skipped
                    .iter()
                    .map(|skipped| Skipped {
                        path: &skipped.path,
                        reason: &skipped.reason,
                    })
                    .collect(),
                not_checked: &report.not_checked,
            },
            findings: report
                .findings()
                .map(|(file, finding)| json_finding(file, finding))
                .collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)
    }
}

fn json_finding<'a>(file: &'a FileReport, finding: &'a Finding) -> JsonFinding<'a> {
    let label = Some(finding.label.as_str()).filter(|label| !label.is_empty());
    JsonFinding {
        rule: &finding.rule,
        question: finding.question().map(|question| question.id()),
        level: finding.level.name(),
        path: &file.path,
        start: place(file.start(finding), finding.span.start),
        end: place(file.end(finding), finding.span.end),
        text: file.words(finding),
        message: &finding.message,
        help: finding.help.as_deref(),
        notes: label
            .into_iter()
            .chain(finding.notes.iter().map(String::as_str))
            .collect(),
        fix: finding.fix.as_ref().map(json_fix),
        fingerprint: &finding.fingerprint,
        waived: finding.waived.as_ref().map(|waived| JsonWaived {
            reason: &waived.reason,
            by: waived.by.as_deref(),
            until: waived.until.as_deref(),
        }),
    }
}

fn place(position: Position, byte: u32) -> Place {
    Place {
        line: position.line,
        column: position.column,
        byte,
    }
}

fn json_fix(fix: &Fix) -> JsonFix<'_> {
    JsonFix {
        title: &fix.title,
        applicability: fix.applicability.name(),
        edits: fix
            .edits
            .iter()
            .map(|edit| JsonEdit {
                start_byte: edit.span.start,
                end_byte: edit.span.end,
                text: &edit.text,
            })
            .collect(),
    }
}
