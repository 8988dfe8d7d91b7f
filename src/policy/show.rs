//! A resolved policy, value by value, with the place that decided each.

use std::collections::BTreeSet;
use std::fmt::Write;

use globset::Glob;

use super::layers::{Layers, Scope};
use super::paths::as_written;
use super::raw::{Layer, Placed, RawPolicy};
use super::resolve::{last, origin};
use crate::finding::Origin;
use crate::rules::{RULES, ReviewDemand};
use crate::span::Span;

/// One value of a policy.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The table it stands in, as a policy file has it; empty for the top.
    pub table: &'static str,
    /// Its key, as a policy file has it.
    pub key: String,
    /// What it is, as TOML.
    pub value: String,
    /// Where it was decided; none for what is built in.
    pub origin: Option<Origin>,
}

/// Every value of the policy for the posts of `scope`, and where each was
/// decided. What nobody decided is shown for the rules alone.
pub fn show(layers: &Layers, scope: Scope<'_>) -> Vec<Shown> {
    let mut found = Vec::new();
    let mut list = Values {
        layers,
        found: &mut found,
    };
    list.text("[policy]", "name", |raw| raw.name.as_ref());
    list.text("[policy]", "url", |raw| raw.url.as_ref());
    list.text("[policy]", "training", |raw| raw.training.as_ref());
    list.add(
        "[policy]",
        "fail-on",
        |raw| raw.fail_on.as_ref(),
        |level| quoted(level.name()),
    );
    list.terms();
    list.texts("names", |raw| raw.names.as_ref());
    list.texts("products", |raw| raw.products.as_ref());
    list.texts("competitors", |raw| raw.competitors.as_ref());
    list.texts("domains", |raw| raw.domains.as_ref());
    list.texts("internal-hosts", |raw| raw.internal_hosts.as_ref());
    list.texts("words", |raw| raw.words.as_ref());
    list.text("[company]", "invitation", |raw| raw.invitation.as_ref());
    list.add(
        "[company]",
        "comments",
        |raw| raw.comments.as_ref(),
        bool::to_string,
    );
    list.globs("include", |raw| raw.include.as_ref());
    list.globs("exclude", |raw| raw.exclude.as_ref());
    list.add(
        "[posts]",
        "max-bytes",
        |raw| raw.max_bytes.as_ref(),
        u64::to_string,
    );
    list.add(
        "[posts]",
        "generator",
        |raw| raw.generator.as_ref(),
        |one| quoted(one.name()),
    );
    list.text("[posts]", "language", |raw| raw.language.as_ref());
    rules(layers, scope, &mut found);
    found
}

struct Values<'a> {
    layers: &'a Layers,
    found: &'a mut Vec<Shown>,
}

impl Values<'_> {
    fn add<T>(
        &mut self,
        table: &'static str,
        key: &str,
        value: impl Fn(&RawPolicy) -> Option<&Placed<T>>,
        shown: impl Fn(&T) -> String,
    ) {
        let decided: Option<(&Layer, &Placed<T>)> = last(self.layers.files(), value);
        self.found.extend(decided.map(|(layer, placed)| Shown {
            table,
            key: key.to_owned(),
            value: shown(&placed.value),
            origin: Some(origin(layer, placed)),
        }));
    }

    fn text(
        &mut self,
        table: &'static str,
        key: &str,
        value: impl Fn(&RawPolicy) -> Option<&Placed<String>>,
    ) {
        self.add(table, key, value, |text| quoted(text));
    }

    fn texts(&mut self, key: &str, value: impl Fn(&RawPolicy) -> Option<&Placed<Vec<String>>>) {
        self.add("[company]", key, value, |list| array(list));
    }

    fn globs(&mut self, key: &str, value: impl Fn(&RawPolicy) -> Option<&Placed<Vec<Glob>>>) {
        self.add("[posts]", key, value, |globs| array(&as_written(globs)));
    }
}

impl Values<'_> {
    /// What is demanded of waivers. What is not waivable, and what needs a
    /// review, adds up: each file's part is a value of its own.
    fn terms(&mut self) {
        const TABLE: &str = "[policy]";
        let files = self.layers.files();
        let approvers = files
            .iter()
            .flat_map(|layer| layer.raw.terms.approvers.keys());
        let questions: BTreeSet<&String> = approvers.collect();
        for question in questions {
            let key = format!("approvers.{}", quoted(question));
            self.add(
                TABLE,
                &key,
                |raw| raw.terms.approvers.get(question),
                |names| array(names),
            );
        }
        for layer in files {
            let terms = &layer.raw.terms;
            let mut put = |key: &str, value: String, span: Span| {
                self.found.push(Shown {
                    table: TABLE,
                    key: key.to_owned(),
                    value,
                    origin: Some(Origin {
                        file: layer.file.clone(),
                        span,
                    }),
                });
            };
            if let Some(listed) = &terms.unwaivable {
                put("unwaivable", array(&listed.value), listed.span);
            }
            for review in &terms.reviews {
                let ReviewDemand {
                    tags,
                    audiences,
                    by,
                } = &review.value;
                let parts = [("tags", tags), ("audiences", audiences), ("by", by)];
                let parts: Vec<String> = parts
                    .into_iter()
                    .filter(|(_, list)| !list.is_empty())
                    .map(|(name, list)| format!("{name} = {}", array(list)))
                    .collect();
                put("review", format!("{{ {} }}", parts.join(", ")), review.span);
            }
        }
        self.add(
            TABLE,
            "max-waiver-days",
            |raw| raw.terms.max_days.as_ref(),
            u32::to_string,
        );
        self.add(
            TABLE,
            "require-pins",
            |raw| raw.terms.require_pins.as_ref(),
            bool::to_string,
        );
    }
}

/// The level of every rule, and the options that were set.
fn rules(layers: &Layers, scope: Scope<'_>, found: &mut Vec<Shown>) {
    let decided = layers.decided(scope);
    let policy = layers.policy(scope);
    for entry in RULES {
        let id = entry.meta.id;
        let decided = decided.get(id);
        let active = policy.rules.iter().find(|rule| rule.entry.meta.id == id);
        found.push(Shown {
            table: "[rules]",
            key: quoted(id),
            value: quoted(active.map_or("off", |rule| rule.level.name())),
            origin: decided.and_then(|decided| {
                let level = decided.level.as_ref().map(|(_, origin)| origin.clone());
                level.or_else(|| decided.named.clone())
            }),
        });
        for (name, (option, origin)) in decided.iter().flat_map(|decided| &decided.options) {
            found.push(Shown {
                table: "[rules]",
                key: format!("{}.{name}", quoted(id)),
                value: option.value.value.to_string(),
                origin: Some(origin.clone()),
            });
        }
    }
    for own in &policy.own {
        found.push(Shown {
            table: "[rules]",
            key: quoted(own.rule.id()),
            value: quoted(own.level.name()),
            origin: own.decided_by.clone(),
        });
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn array(list: &[String]) -> String {
    toml::Value::from(list.to_vec()).to_string()
}

/// The values as a policy file would have them, each with its place behind it.
pub fn as_text(values: &[Shown]) -> String {
    const BUILT_IN: &str = "built in";
    let mut out = String::new();
    let width = values
        .iter()
        .map(|shown| shown.key.chars().count() + shown.value.chars().count() + 3)
        .filter(|width| *width <= 72)
        .max()
        .unwrap_or(0);
    let mut table = "";
    for shown in values {
        if shown.table != table {
            table = shown.table;
            let blank = if out.is_empty() { "" } else { "\n" };
            let _ = writeln!(out, "{blank}{table}");
        }
        let line = format!("{} = {}", shown.key, shown.value);
        let place = shown
            .origin
            .as_ref()
            .map_or_else(|| BUILT_IN.to_owned(), ToString::to_string);
        let _ = writeln!(out, "{line:width$}  # {place}");
    }
    out
}
