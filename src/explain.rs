//! What a rule says about itself, for people: `sayso explain`, `sayso rules`,
//! and the table in the README.

use std::fmt::Write;

use crate::finding::{Level, Question};
use crate::policy::CustomRule;
use crate::rules::{Example, Meta, OptionDoc, RULES};
use crate::wrap::wrap;

/// How wide running text is set, in characters.
const WIDTH: usize = 80;

/// The whole of a rule as plain text. `help` says what to do about the first
/// example that it flags.
pub fn rule(meta: &Meta, help: Option<&str>) -> String {
    let mut out = String::new();
    let state = if meta.on_by_default {
        format!("{}, on unless the policy says otherwise", meta.level)
    } else {
        format!("{}, off unless the policy asks for it", meta.level)
    };
    let _ = writeln!(out, "{} ({state})", meta.id);
    let _ = writeln!(out, "{}\n", meta.question());
    paragraph(&mut out, meta.summary);
    paragraph(&mut out, meta.why);
    paragraph(&mut out, &format!("It leaves alone: {}", meta.leaves_alone));
    if meta.reads_english {
        paragraph(
            &mut out,
            "It reads English: posts in another language are left out.",
        );
    }
    let bad = meta.examples.iter().filter_map(|example| match example {
        Example::Bad { text, .. } => Some(*text),
        Example::Good(_) => None,
    });
    examples(&mut out, "It flags:", bad);
    if let Some(help) = help {
        paragraph(&mut out, &format!("What to do about the first: {help}"));
    }
    let good = meta.examples.iter().filter_map(|example| match example {
        Example::Good(text) => Some(*text),
        Example::Bad { .. } => None,
    });
    examples(&mut out, "It is silent about:", good);
    if !meta.sources.is_empty() {
        let _ = writeln!(out, "Where it comes from (this is not legal advice):");
        for source in meta.sources {
            let _ = writeln!(out, "  {} {}", source.title, source.url);
        }
        out.push('\n');
    }
    settings(&mut out, meta.id, meta.level, meta.options);
    out
}

/// The whole of a rule of the policy's own as plain text.
pub fn custom(rule: &CustomRule) -> String {
    let (id, level) = (rule.id(), rule.level());
    let mut out = format!("{id} ({level}, a rule of this policy)\n");
    if let Some(question) = Question::of_rule(id) {
        let _ = writeln!(out, "{question}");
    }
    out.push('\n');
    paragraph(&mut out, &rule.summary());
    if let Some(why) = rule.why() {
        paragraph(&mut out, why);
    }
    paragraph(&mut out, &format!("It says: {}", rule.message()));
    if let Some(help) = rule.help() {
        paragraph(&mut out, &format!("Help: {help}"));
    }
    if let Some(link) = rule.link() {
        paragraph(&mut out, &format!("More: {link}"));
    }
    examples(&mut out, "It flags:", rule.bad().iter().map(String::as_str));
    examples(
        &mut out,
        "It is silent about:",
        rule.good().iter().map(String::as_str),
    );
    settings(&mut out, id, level, &[]);
    out
}

/// Texts below a title; nothing when there are none.
fn examples<'a>(out: &mut String, title: &str, texts: impl Iterator<Item = &'a str>) {
    let mut texts = texts.peekable();
    if texts.peek().is_some() {
        let _ = writeln!(out, "{title}\n");
    }
    texts.for_each(|text| quoted(out, text));
}

/// How a policy sets the rule, and where a waiver for it goes.
fn settings(out: &mut String, id: &str, level: Level, options: &[OptionDoc]) {
    let _ = writeln!(out, "In sayso.toml:\n\n  [rules]");
    let _ = writeln!(out, "  \"{id}\" = \"{level}\"  # or \"off\"");
    for OptionDoc {
        name,
        what,
        example,
    } in options
    {
        let _ = writeln!(out, "\n  # {what}\n  \"{id}\" = {{ {name} = {example} }}");
    }
    let waiver = if matches!(
        Question::of_rule(id),
        Some(Question::Confidential | Question::Judgement)
    ) {
        format!(
            "  # in sayso.toml, not beside the words\n  [[waiver]]\n  rule = \"{id}\"\n  path = \
             \"content/blog/post.md\"\n  reason = \"why, in 15 characters or more\""
        )
    } else {
        format!("  <!-- sayso: allow {id}: why, in 15 characters or more -->")
    };
    let _ = writeln!(out, "\nWhere the words may stay all the same:\n\n{waiver}");
}

/// A question and its rules in short.
pub fn question(question: Question) -> String {
    let rules = RULES.iter().filter(|rule| rule.meta.question() == question);
    let mut out = format!("{question}\n");
    for rule in rules {
        let meta = rule.meta;
        let _ = writeln!(out, "\n{} ({})", meta.id, level(meta));
        for line in wrap(meta.summary, WIDTH - 2).lines() {
            let _ = writeln!(out, "  {line}");
        }
    }
    let _ = writeln!(out, "\n`sayso explain RULE` says more about each.");
    out
}

/// Every rule in a line of its own.
pub fn list() -> String {
    let width = RULES
        .iter()
        .map(|rule| rule.meta.id.len())
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    for rule in RULES {
        let meta = rule.meta;
        let _ = writeln!(
            out,
            "{:width$}  {:7}  {}",
            meta.id,
            level(meta).name(),
            meta.summary
        );
    }
    out
}

/// Every rule as a row of a Markdown table.
pub fn table() -> String {
    let mut out = String::from("| rule | level | what it flags | fix |\n|---|---|---|---|\n");
    for rule in RULES {
        let meta = rule.meta;
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} |",
            meta.id,
            level(meta),
            meta.summary.replace('|', "\\|"),
            if has_safe_fix(meta) { "yes" } else { "" }
        );
    }
    out
}

fn level(meta: &Meta) -> Level {
    if meta.on_by_default {
        meta.level
    } else {
        Level::Off
    }
}

fn has_safe_fix(meta: &Meta) -> bool {
    meta.examples
        .iter()
        .any(|example| matches!(example, Example::Bad { fixed: Some(_), .. }))
}

fn paragraph(out: &mut String, text: &str) {
    out.push_str(&wrap(text, WIDTH));
    out.push_str("\n\n");
}

fn quoted(out: &mut String, text: &str) {
    for line in text.trim_end().lines() {
        let _ = writeln!(out, "  │ {line}");
    }
    out.push('\n');
}
