//! Writing a waiver for the findings of a rule on a line.
//!
//! What is written is read back before it is handed out: the waiver must say
//! what was asked for, cover the findings, and leave the post as it was.

use std::fmt::Write;

use jiff::civil::Date;

use crate::finding::{Finding, fold_blanks};
use crate::fix::Edit;
use crate::post::Post;
use crate::rules::{self, Waiver, WaiverFault, WaiverPlace, is_author, one_of};
use crate::span::{LineIndex, Span};

use super::insert::{self, Wanted};
use super::judge::{Bench, policy_only};
use super::pin::Pins;
use super::place::Places;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The rule; its name without the question is enough.
    pub rule: &'a str,
    /// The line of the finding, counted from 1.
    pub line: usize,
    /// Why it may stay.
    pub reason: &'a str,
    /// Who says so.
    pub by: Option<&'a str>,
    /// The last day it may.
    pub until: Option<Date>,
    /// The path of the post from the folder of the policy file.
    pub path_in_policy: &'a str,
}

/// A waiver, ready to be put where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A comment, and where in the post it goes.
    InPost(Edit),
    /// A `[[waiver]]` for the end of `sayso.toml`.
    InPolicy(String),
}

/// Writes the waiver that was asked for; `findings` are those of the post. When
/// that cannot be done, says why.
pub fn write(
    post: &Post,
    findings: &[Finding],
    request: &Request<'_>,
    bench: &Bench<'_>,
) -> Result<Written, String> {
    let found = pick(post, findings, request)?;
    let rule = found[0].rule.to_string();
    if let Some(waived) = found.iter().find_map(|finding| finding.waived.as_ref()) {
        return Err(format!(
            "{rule} on line {} is allowed already: {}",
            request.line, waived.reason
        ));
    }
    let places = Places::new(post);
    let mut waiver = Waiver {
        rules: vec![rule],
        reason: fold_blanks(request.reason),
        by: request.by.map(fold_blanks),
        until: request.until,
        allows: true,
        ..Waiver::default()
    };
    let mut pins = Pins::new(post, &places);
    for finding in &found {
        let pin = pins.of(finding.span);
        if !waiver.pins.iter().any(|one| one == pin) {
            waiver.pins.push(pin.to_owned());
        }
    }
    let in_policy = policy_only(&waiver.rules[0]);
    if in_policy {
        waiver.place = WaiverPlace::Policy(String::new());
    }
    if let Some(fault) = first_fault(&waiver, &found, bench) {
        return Err(format!(
            "this waiver would not count: {fault}{}",
            way_out(&fault)
        ));
    }
    if in_policy {
        return Ok(Written::InPolicy(entry(&waiver, request.path_in_policy)));
    }
    let wanted = Wanted {
        waiver: &waiver,
        findings: found.iter().map(|finding| finding.span).collect(),
    };
    insert::comment(post, &places, &wanted).map(Written::InPost)
}

/// The findings that are meant; at least one.
fn pick<'a>(
    post: &Post,
    findings: &'a [Finding],
    request: &Request<'_>,
) -> Result<Vec<&'a Finding>, String> {
    if let Some(told) = rules::now_called(request.rule) {
        return Err(told);
    }
    let lines = LineIndex::new(post.text());
    let line = request.line;
    let on_line = |span: Span| {
        let last = span.end.saturating_sub(1).max(span.start);
        lines.line(span.start) <= line && line <= lines.line(last)
    };
    let here: Vec<&Finding> = findings.iter().filter(|one| on_line(one.span)).collect();
    let is_asked = |rule: &str| {
        let name = rule.split_once('/').map(|(_, name)| name);
        rule == request.rule || name == Some(request.rule)
    };
    let (found, others): (Vec<&Finding>, Vec<&Finding>) =
        here.into_iter().partition(|one| is_asked(&one.rule));
    // A name without its question may be that of several rules.
    if let Some(other) = found.iter().find(|one| one.rule != found[0].rule) {
        return Err(format!(
            "line {line} has findings of {} and of {}: say which",
            found[0].rule, other.rule
        ));
    }
    if !found.is_empty() {
        return Ok(found);
    }
    let mut names: Vec<String> = others.iter().map(|one| one.rule.to_string()).collect();
    names.dedup();
    if !names.is_empty() {
        let names = names.join(", ");
        return Err(format!(
            "line {line} has no finding of {}; what it has is {names}",
            request.rule
        ));
    }
    let mut elsewhere: Vec<String> = findings
        .iter()
        .filter(|one| is_asked(&one.rule))
        .map(|one| lines.line(one.span.start).to_string())
        .collect();
    elsewhere.dedup();
    Err(match elsewhere.as_slice() {
        [] => format!("this post has no finding of {}", request.rule),
        lines => format!(
            "line {line} has no finding of {}; it is found on line {}",
            request.rule,
            one_of(lines)
        ),
    })
}

fn first_fault(waiver: &Waiver, found: &[&Finding], bench: &Bench<'_>) -> Option<WaiverFault> {
    let by = waiver.by.as_deref();
    let is_own = |finding: &&Finding| {
        if bench.terms.self_approval {
            return false;
        }
        let author = (bench.author)(finding.span);
        author
            .zip(by)
            .is_some_and(|(author, by)| is_author(by, &author))
    };
    let own = found
        .iter()
        .any(is_own)
        .then_some(WaiverFault::SelfApproved);
    bench.faults(waiver).into_iter().next().or(own)
}

/// What to ask for instead.
fn way_out(fault: &WaiverFault) -> String {
    match fault {
        WaiverFault::Unexplained => {
            "; --reason says in a sentence why the words may stay".to_owned()
        }
        WaiverFault::Ended(_) => "; --until is a day to come".to_owned(),
        WaiverFault::TooLong { last, .. } => format!("; --until {last}"),
        WaiverFault::UnknownApprover { .. } => "; --by names who allowed it".to_owned(),
        _ => String::new(),
    }
}

/// The `[[waiver]]` for the post at `path`.
fn entry(waiver: &Waiver, path: &str) -> String {
    let quote = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let mut out = String::from("[[waiver]]\n");
    for rule in &waiver.rules {
        let _ = writeln!(out, "rule = {}", quote(rule));
    }
    let _ = writeln!(out, "path = {}", quote(path));
    let _ = writeln!(out, "reason = {}", quote(&waiver.reason));
    if let Some(by) = &waiver.by {
        let _ = writeln!(out, "by = {}", quote(by));
    }
    if let Some(until) = waiver.until {
        let _ = writeln!(out, "until = {until}");
    }
    let pins: Vec<String> = waiver.pins.iter().map(|pin| quote(pin)).collect();
    let _ = match pins.as_slice() {
        [one] => writeln!(out, "pin = {one}"),
        several => writeln!(out, "pin = [{}]", several.join(", ")),
    };
    out
}
