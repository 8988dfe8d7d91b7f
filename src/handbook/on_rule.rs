//! What a policy says on one rule, for a terminal.

use std::fmt::Write;

use super::{Subject, own, words};
use crate::finding::{Level, Origin};
use crate::policy::{Decided, Policy};
use crate::rules::Meta;

/// What the policy of `subject` says on the rule `meta`, and which line of
/// which file decided it.
pub fn on_rule(subject: Subject<'_>, meta: &Meta) -> String {
    let policy = subject.layers.policy(subject.scope);
    let decided = subject.layers.decided(subject.scope);
    let decided = decided.get(meta.id);
    let active = policy
        .rules
        .iter()
        .find(|rule| rule.entry.meta.id == meta.id);
    let level = active.map_or(Level::Off, |rule| rule.level);
    let mut out = opening(subject, &policy);
    out.push_str(&verdict(level, &policy, decided, None));
    let options = decided.into_iter().flat_map(|decided| &decided.options);
    for (name, (option, origin)) in options {
        let value = words::option_value(meta, &option.value.value);
        let _ = writeln!(out, "  {name}: {value} ({origin})");
    }
    out.push_str(&pages(&policy));
    out
}

/// The same for the company's own rule `id`; none when no policy file has such
/// a rule.
pub fn on_own_rule(subject: Subject<'_>, id: &str) -> Option<String> {
    let policy = subject.layers.policy(subject.scope);
    let decided = subject.layers.decided(subject.scope);
    let rules = own::own_rules(subject);
    let rule = rules.iter().find(|rule| rule.id == id)?;
    let mut out = opening(subject, &policy);
    if rule.is_elsewhere {
        out.push_str("  off: the rule is for other posts\n");
    } else {
        let decided = decided.get(id);
        out.push_str(&verdict(rule.level, &policy, decided, Some(&rule.place)));
    }
    out.push_str(&pages(&policy));
    Some(out)
}

fn opening(subject: Subject<'_>, policy: &Policy) -> String {
    let mut out = String::from("Your policy");
    if let Some(place) = subject.place {
        let _ = write!(out, " for {place}");
    }
    if let Some(audience) = &policy.audience {
        let _ = write!(out, ", whose audience is “{audience}”,");
    }
    out.push_str(" says:\n\n");
    out
}

/// The level of a rule and who decided it: a line of `[rules]`, or else the
/// `place` where the policy states the rule itself.
fn verdict(
    level: Level,
    policy: &Policy,
    decided: Option<&Decided<'_>>,
    place: Option<&Origin>,
) -> String {
    let effect = match level {
        Level::Off => "the rule is not asked",
        level => words::effect(level, policy.fail_on),
    };
    let by = decided.and_then(|decided| {
        let level = decided.level.as_ref().map(|(_, origin)| origin);
        level.or(decided.named.as_ref())
    });
    let by = match by.or(place) {
        Some(origin) => origin.to_string(),
        None => "as the rule comes".to_owned(),
    };
    format!("  {level}: {effect} ({by})\n")
}

/// Where to read on.
fn pages(policy: &Policy) -> String {
    let pages = [
        ("The policy", &policy.pages.url),
        ("The training", &policy.pages.training),
    ];
    let pages: Vec<String> = pages
        .into_iter()
        .filter_map(|(what, address)| {
            let address = words::folded(address.as_deref()?.trim());
            Some(format!("  {what}: {address}\n"))
        })
        .collect();
    if pages.is_empty() {
        return String::new();
    }
    format!("\n{}", pages.concat())
}
