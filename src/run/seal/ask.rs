//! `sayso seal check` and `sayso seal test`.

use std::sync::Arc;

use jiff::civil::Date;

use super::RULE;
use super::lines::Lines;
use super::list::Kept;
use crate::engine::{self, Job};
use crate::exit::Exit;
use crate::policy::{Choice, Layers, Overrides};
use crate::post::Generator;
use crate::rules;
use crate::run::{Console, output};
use crate::seal::{Key, Seal, variants};
use crate::source::SourceError;
use crate::waiver::Authors;

/// Says of each term whether it is on the list.
pub(super) fn check(
    kept: &Kept,
    key: &Key,
    lines: &Lines<'_>,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let list = kept.open_old(key)?;
    let mut exit = Exit::Clean;
    let mut said = String::new();
    for line in &lines.0 {
        let is_there = list.has(&line.term, key);
        if !is_there {
            exit = Exit::Findings;
        }
        let not = if is_there { "" } else { "not " };
        said.push_str(&format!("line {}: {not}on the list\n", line.number));
    }
    output::write_out(said.as_bytes(), console)?;
    Ok(exit)
}

/// Says of each term whether a check finds it in all the ways that it may be
/// written.
pub(super) fn test(
    kept: &Kept,
    key: Key,
    lines: &Lines<'_>,
    console: &mut Console<'_>,
) -> Result<Exit, SourceError> {
    let list = kept.open_old(&key)?;
    let listed: Vec<bool> = lines
        .0
        .iter()
        .map(|line| list.has(&line.term, &key))
        .collect();
    let seal = Arc::new(Seal::new(&list, key));
    let mut exit = Exit::Clean;
    let mut said = String::new();
    for (line, is_listed) in lines.0.iter().zip(listed) {
        let all = variants(line.text);
        let missed: Vec<&str> = all
            .iter()
            .filter(|(_, text)| !is_found(text, &seal))
            .map(|(name, _)| *name)
            .collect();
        let told = if !is_listed {
            "not on the list".to_owned()
        } else if missed.is_empty() {
            format!("found in all {} ways to write it", all.len())
        } else {
            format!("not found {}", missed.join(", "))
        };
        if !is_listed || !missed.is_empty() {
            exit = Exit::Findings;
        }
        said.push_str(&format!("line {}: {told}\n", line.number));
    }
    output::write_out(said.as_bytes(), console)?;
    Ok(exit)
}

/// True when the check of a post stops at `text`.
fn is_found(text: &str, seal: &Arc<Seal>) -> bool {
    let mut overrides = Overrides::default();
    overrides.only.extend(rules::find(RULE).map(Choice::Rule));
    let job = Job {
        path: "post.md".to_owned(),
        generator: Generator::Unknown,
        text: format!("We met {text} today.\n").into(),
        before: Vec::new(),
        layers: Arc::new(Layers::new(Vec::new(), Arc::new(overrides))),
        authors: Authors::default(),
        seal: Some(seal.clone()),
    };
    !engine::lint(&job, Date::default()).findings.is_empty()
}
