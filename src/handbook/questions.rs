//! The seven questions, each with its rules in force.

use super::document::Document;
use super::line::Line;
use super::{Source, own, words};
use crate::example;
use crate::finding::Question;
use crate::policy::{ActiveRule, Decided};
use crate::rules::{Example, Meta};

/// Adds a chapter for each question.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let decided = source.subject.layers.decided(source.subject.scope);
    for question in Question::ALL {
        document.chapter(question.text());
        let rules = source
            .policy
            .rules
            .iter()
            .filter(|rule| rule.entry.meta.question() == question);
        let mut is_asked = false;
        for rule in rules {
            is_asked = true;
            one_rule(document, source, rule, decided.get(rule.entry.meta.id));
        }
        is_asked |= own::add(document, source, Some(question));
        if !is_asked {
            document.paragraph(Line::of(
                "No rule asks this question here. Ask it yourself before you share.",
            ));
        }
    }
}

fn one_rule(
    document: &mut Document,
    source: &Source<'_>,
    rule: &ActiveRule,
    decided: Option<&Decided<'_>>,
) {
    let meta = rule.entry.meta;
    document.section(meta.summary, meta.id);
    let effect = words::effect(rule.level, source.policy.fail_on);
    document.paragraph(
        Line::default()
            .strong(words::level(rule.level))
            .text(&format!(": {effect}. The rule is "))
            .code(meta.id)
            .text(if meta.reads_english {
                "; it reads posts in English."
            } else {
                "."
            }),
    );
    document.paragraph(Line::of(meta.why));
    let bad = meta.examples.iter().find_map(|example| match example {
        Example::Bad { text, hits, fixed } => Some((*text, *hits, *fixed)),
        Example::Good(_) => None,
    });
    if let Some((text, hits, fixed)) = bad {
        let shown = example::shown(rule.entry, text);
        let masked: Vec<&str> = shown.hits.iter().map(String::as_str).collect();
        document.flagged(&shown.text, if masked.is_empty() { hits } else { &masked });
        if let Some(help) = example::help(rule.entry) {
            document.paragraph(Line::of("What to do: ").prose(&sentence(&help)));
        }
        if let Some(fine) = fixed.or_else(|| counterpart(meta, text)) {
            document.fine(fine);
        }
    }
    let options = decided.iter().flat_map(|decided| &decided.options);
    let options = options.map(|(name, (option, _))| {
        Line::default().text(&format!(
            "{}.",
            words::option(meta, name, &option.value.value)
        ))
    });
    document.list(options.collect());
    if !meta.sources.is_empty() {
        let mut line = Line::of("Where it comes from: ");
        for (number, source) in meta.sources.iter().enumerate() {
            let before = if number == 0 { "" } else { "; " };
            line = line
                .text(&format!("{before}{}, ", source.title))
                .link(source.url);
        }
        document.paragraph(line);
    }
}

/// The example that is fine and starts most like `bad`: side by side, the two
/// show what makes the difference.
fn counterpart(meta: &Meta, bad: &str) -> Option<&'static str> {
    let shared = |good: &str| {
        let pairs = bad.chars().zip(good.chars());
        pairs.take_while(|(bad, good)| bad == good).count()
    };
    let goods = meta.examples.iter().filter_map(|example| match example {
        Example::Good(text) => Some(*text),
        Example::Bad { .. } => None,
    });
    // Among equals, the first that the rule's author thought of.
    goods.rev().max_by_key(|good| shared(good))
}

/// A help that starts in lower case and has no full stop, as a sentence after a
/// colon.
pub(super) fn sentence(help: &str) -> String {
    let help = help.trim_end();
    if help.ends_with(['.', '?', '!', '`']) {
        help.to_owned()
    } else {
        format!("{help}.")
    }
}
