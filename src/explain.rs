//! What a rule says about itself, for people: `sayso explain`, `sayso rules`,
//! and the table in the README.

use std::fmt::Write;

use crate::finding::{Level, Question};
use crate::rules::{Example, Meta, OptionDoc, RULES};
use crate::wrap::wrap;

/// How wide running text is set, in characters.
const WIDTH: usize = 80;

/// The whole of a rule as plain text.
pub fn rule(meta: &Meta) -> String {
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
    let _ = writeln!(out, "It flags:\n");
    for example in meta.examples {
        if let Example::Bad { text, .. } = example {
            quoted(&mut out, text);
        }
    }
    let _ = writeln!(out, "It is silent about:\n");
    for example in meta.examples {
        if let Example::Good(text) = example {
            quoted(&mut out, text);
        }
    }
    if !meta.sources.is_empty() {
        let _ = writeln!(out, "Where it comes from (this is not legal advice):");
        for source in meta.sources {
            let _ = writeln!(out, "  {} {}", source.title, source.url);
        }
        out.push('\n');
    }
    settings(&mut out, meta);
    out
}

/// How a policy sets the rule, and where a waiver for it goes.
fn settings(out: &mut String, meta: &Meta) {
    let id = meta.id;
    let _ = writeln!(out, "In sayso.toml:\n\n  [rules]");
    let _ = writeln!(out, "  \"{id}\" = \"{}\"  # or \"off\"", meta.level);
    for OptionDoc {
        name,
        what,
        example,
    } in meta.options
    {
        let _ = writeln!(out, "\n  # {what}\n  \"{id}\" = {{ {name} = {example} }}");
    }
    let waiver = if meta.question() == Question::Confidential {
        format!(
            "  # in sayso.toml, not beside the words\n  [[waiver]]\n  rule = \"{id}\"\n  path = \
             \"content/blog/post.md\"\n  reason = \"why, in 15 characters or more\""
        )
    } else {
        format!("  <!-- sayso: allow {id}: why, in 15 characters or more -->")
    };
    let _ = writeln!(out, "\nWhere the words may stay all the same:\n\n{waiver}");
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
