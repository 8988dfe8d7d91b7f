//! From the text of a policy file to what it says, with every fault in it.

use std::sync::Arc;

use globset::Glob;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::CustomRule;
use super::condition::Condition;
use super::raw::{Audience, Override, Placed, RawPolicy, RuleSetting};
use super::read_rules::{Strangers, rule_settings};
use super::section::Section;
use super::{paths, posts, read_terms, read_waivers};
use crate::finding::{FailOn, Finding, Findings, Level, POLICY_RULE};
use crate::post::Generator;
use crate::rules;
use crate::span::Span;

/// Reads `text`, a policy file. Faults are findings in that file; what could
/// be read is there all the same.
pub fn read(text: &str) -> (RawPolicy, Vec<Finding>) {
    let mut faults = Findings::new(POLICY_RULE, Level::Error, None);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        syntax(text, &errors, &mut faults);
        return (RawPolicy::default(), faults.into_vec());
    }
    let policy = policy(table.into_inner(), text, &mut faults);
    let mut faults = faults.into_vec();
    faults.sort_by_key(|fault| fault.span);
    (policy, faults)
}

/// Faults of a file that is no TOML. Its keys are not looked at: a missing
/// bracket would make half of them seem wrong.
fn syntax(text: &str, errors: &[toml::de::Error], faults: &mut Findings) {
    // One slip makes a parser stumble again and again: two are enough to see it.
    for error in errors.iter().take(2) {
        let span = error.span().unwrap_or_default();
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let names_rule = line
            .split_once('=')
            .is_some_and(|(key, _)| rules::find(key.trim()).is_some());
        let help = if names_rule {
            "put the name of the rule in quotation marks: \"question/name\" = \"off\""
        } else {
            "texts stand in quotation marks, lists in [ ]; see https://toml.io"
        };
        faults
            .report(
                span.into(),
                format!("this is not TOML: {}", error.message()),
            )
            .label("the reader stumbles here")
            .help(help);
    }
}

fn policy(table: DeTable<'_>, file: &str, faults: &mut Findings) -> RawPolicy {
    let mut policy = RawPolicy::default();
    let mut top = Section::new("the policy file", table, faults);
    let mut strangers = Strangers::new();
    policy.extends = extends(&mut top);
    if let Some(table) = top.table("policy") {
        let mut section = Section::new("[policy]", table, top.faults);
        policy.name = section.placed("name", "the name of the document, a text");
        policy.url = section.placed("url", "the address of the document, a text");
        policy.training = section.placed("training", "the address of the training, a text");
        policy.fail_on = section.word("fail-on", FailOn::ALL);
        policy.terms = read_terms::terms(&mut section, &mut strangers);
        section.finish();
    }
    if let Some(table) = top.table("company") {
        const LIST: &str = "a list of texts, such as [\"Acme\"]";
        let mut section = Section::new("[company]", table, top.faults);
        let mut list = |key| section.placed::<Vec<String>>(key, LIST);
        policy.names = list("names");
        policy.products = list("products");
        policy.competitors = list("competitors");
        policy.domains = list("domains").map(|domains| Placed {
            value: domains.value.iter().map(|domain| host(domain)).collect(),
            span: domains.span,
        });
        policy.internal_hosts = list("internal-hosts");
        policy.words = list("words");
        policy.invitation = section.placed("invitation", "the closing of your posts, a text");
        policy.comments = section.placed("comments", "true or false");
        section.finish();
    }
    if let Some(table) = top.table("posts") {
        let mut section = Section::new("[posts]", table, top.faults);
        policy.include = paths::globs(&mut section, "include");
        policy.exclude = paths::globs(&mut section, "exclude");
        policy.max_bytes = section.placed("max-bytes", "a number of bytes, such as 5_000_000");
        policy.generator = section.word("generator", Generator::NAMED);
        policy.language = section.placed("language", "the code of a language, such as \"en\"");
        section.finish();
    }
    policy.rules = rules_of(&mut top, &mut strangers);
    if let Some(table) = top.table("audience") {
        let audiences = Section::new("[audience]", table, top.faults);
        for (name, key_span, value) in audiences.rest() {
            let name = Placed {
                value: name,
                span: key_span.into(),
            };
            policy
                .audiences
                .extend(audience(name, value, &mut strangers, top.faults));
        }
    }
    if let Some(value) = top.raw("overrides") {
        let tables = tables("overrides", value, top.faults);
        let overrides = tables.into_iter();
        policy.overrides = overrides
            .map(|(table, span)| one_override(table, span.into(), &mut strangers, top.faults))
            .collect();
    }
    if let Some(value) = top.raw("rule") {
        policy.custom = tables("rule", value, top.faults)
            .into_iter()
            .filter_map(|(table, span)| {
                CustomRule::read(table, span, file, top.faults).map(Arc::new)
            })
            .collect();
    }
    if let Some(value) = top.raw("waiver") {
        policy.waivers = tables("waiver", value, top.faults)
            .into_iter()
            .filter_map(|(table, span)| {
                read_waivers::waiver(table, span, &mut strangers, top.faults)
            })
            .collect();
    }
    top.finish();
    policy.strangers = strangers;
    policy
}

/// `extends`: one text, or a list of them.
fn extends(top: &mut Section<'_, '_>) -> Vec<Placed<String>> {
    const WANTED: &str = "a list of presets and files, such as [\"sayso:press\", \"../base.toml\"]";
    let is_text = top
        .peek("extends")
        .is_some_and(|value| value.as_str().is_some());
    let listed: Vec<Spanned<String>> = if is_text {
        top.take("extends", WANTED).into_iter().collect()
    } else {
        top.take("extends", WANTED).unwrap_or_default()
    };
    listed
        .into_iter()
        .map(|one| Placed {
            span: one.span().into(),
            value: one.into_inner(),
        })
        .collect()
}

fn rules_of(section: &mut Section<'_, '_>, strangers: &mut Strangers) -> Vec<RuleSetting> {
    match section.table("rules") {
        Some(table) => rule_settings(table, strangers, section.faults),
        None => Vec::new(),
    }
}

fn audience(
    name: Placed<String>,
    value: Spanned<DeValue<'_>>,
    strangers: &mut Strangers,
    faults: &mut Findings,
) -> Option<Audience> {
    let span = value.span();
    let DeValue::Table(table) = value.into_inner() else {
        faults
            .report(span.into(), format!("`{}` should be a table", name.value))
            .label("write [audience.NAME] above its keys");
        return None;
    };
    let mut section = Section::new(format!("[audience.{}]", name.value), table, faults);
    let condition = condition(&mut section);
    let rules = rules_of(&mut section, strangers);
    section.finish();
    Some(Audience {
        name,
        condition,
        rules,
    })
}

fn one_override(
    table: DeTable<'_>,
    place: Span,
    strangers: &mut Strangers,
    faults: &mut Findings,
) -> Override {
    let mut section = Section::new("[[overrides]]", table, faults);
    let condition = condition(&mut section);
    let rules = rules_of(&mut section, strangers);
    if condition.is_empty() {
        section
            .faults
            .report(place, "these overrides are for no post")
            .label("no `paths`, no `tags`, no `when`")
            .help("say which posts are meant: paths = [\"content/press/**\"]");
    }
    section.finish();
    Override {
        place,
        condition,
        rules,
    }
}

fn condition(section: &mut Section<'_, '_>) -> Condition {
    let globs = paths::globs(section, "paths");
    Condition {
        patterns: globs
            .as_ref()
            .map(|globs| paths::as_written(&globs.value))
            .unwrap_or_default(),
        paths: globs.map(|globs: Placed<Vec<Glob>>| posts::set(&globs.value)),
        tags: section.take("tags", "a list of tags, such as [\"launch\"]"),
        when: match section.table("when") {
            Some(table) => when(table, section.faults),
            None => Vec::new(),
        },
    }
}

/// `when = { draft = true, layout = ["press", "news"] }`
fn when(table: DeTable<'_>, faults: &mut Findings) -> Vec<(String, Vec<toml::Value>)> {
    let section = Section::new("`when`", table, faults);
    let mut found = Vec::new();
    for (key, _, value) in section.rest() {
        let span = value.span();
        let values = match super::section::value_of(value) {
            Some(toml::Value::Array(values)) => values,
            Some(toml::Value::Table(_)) | None => {
                faults
                    .report(
                        span.into(),
                        format!("`{key}` is compared with a value, or a list of them"),
                    )
                    .label("a table");
                continue;
            }
            Some(value) => vec![value],
        };
        found.push((key, values));
    }
    found
}

/// The tables of `[[key]]`, with their places.
pub(super) fn tables<'t>(
    key: &str,
    value: Spanned<DeValue<'t>>,
    faults: &mut Findings,
) -> Vec<(DeTable<'t>, std::ops::Range<usize>)> {
    let span = value.span();
    let DeValue::Array(items) = value.into_inner() else {
        faults
            .report(
                span.into(),
                format!("this starts with `[[{key}]]`, in two brackets"),
            )
            .label("one table");
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items {
        let span = item.span();
        match item.into_inner() {
            DeValue::Table(table) => found.push((table, span)),
            _ => {
                faults.report(span.into(), format!("`[[{key}]]` is a table of keys"));
            }
        }
    }
    found
}

/// The host of a domain that was written as an address.
fn host(domain: &str) -> String {
    let host = domain.split_once("://").map_or(domain, |(_, rest)| rest);
    host.split('/').next().unwrap_or(host).to_owned()
}
