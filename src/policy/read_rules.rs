//! The lines of `[rules]`: levels and options.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::raw::{Layer, OptionSetting, Placed, RawPolicy, RuleSetting};
use super::section::{self, Section, describe_at, unknown_key, value_of};
use crate::finding::{Finding, Findings, Level, POLICY_RULE};
use crate::nearest::nearest;
use crate::rules::{self, Entry};

/// Names of rules that are not built in, as a file has them.
pub(super) type Strangers = Vec<Placed<String>>;

/// Remembers the name of a rule that is not built in.
pub(super) fn meet(id: &str, span: Range<usize>, strangers: &mut Strangers) {
    if rules::find(id).is_none() {
        strangers.push(Placed {
            value: id.to_owned(),
            span: span.into(),
        });
    }
}

/// Faults for the names in `raw` that no rule has: none that is built in, none
/// of the file's own, none of the `layers` above it.
pub fn strangers(raw: &RawPolicy, layers: &[Arc<Layer>]) -> Vec<Finding> {
    let mut faults = Findings::new(POLICY_RULE, Level::Error, None);
    let own = || {
        layers
            .iter()
            .map(|layer| &layer.raw)
            .chain([raw])
            .flat_map(RawPolicy::own_rules)
    };
    for Placed { value: id, span } in &raw.strangers {
        if own().any(|known| known == id) {
            continue;
        }
        if let Some(told) = rules::now_called(id) {
            let help = "write the new name; the rule is the same";
            faults.report(*span, told).label("its old name").help(help);
            continue;
        }
        let finding = faults
            .report(*span, format!("there is no rule `{id}`"))
            .label("not known");
        match rules::nearest(id).or_else(|| nearest(id, own())) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("`sayso rules` lists them all"),
        };
    }
    let above = layers.iter().flat_map(|layer| layer.raw.own_rules());
    let mut known: Vec<&str> = above.collect();
    for rule in &raw.custom {
        if known.contains(&rule.id()) {
            faults
                .report(
                    rule.place(),
                    format!("there is a rule `{}` already", rule.id()),
                )
                .label("a second one with this name")
                .help("give it a name of its own; [rules] sets the level of the first one");
        }
        known.push(rule.id());
    }
    faults.into_vec()
}

/// Every line of `[rules]`, here or in an audience.
pub(super) fn rule_settings(
    table: DeTable<'_>,
    strangers: &mut Strangers,
    faults: &mut Findings,
) -> Vec<RuleSetting> {
    let lines = Section::new("[rules]", table, faults).rest();
    lines
        .into_iter()
        .map(|(id, key_span, value)| rule_setting(id, key_span, value, strangers, faults))
        .collect()
}

/// One line of `[rules]`: a level, or a table of a level and options.
fn rule_setting(
    id: String,
    key_span: Range<usize>,
    value: Spanned<DeValue<'_>>,
    strangers: &mut Strangers,
    faults: &mut Findings,
) -> RuleSetting {
    meet(&id, key_span.clone(), strangers);
    let mut setting = RuleSetting {
        place: key_span.into(),
        level: None,
        options: Vec::new(),
        id,
    };
    let span = value.span();
    match value.into_inner() {
        DeValue::Table(mut table) => {
            if let Some(at) = table.remove("level") {
                setting.level = level(at, faults);
            }
            setting.options = options(&setting.id, table, span, faults);
        }
        other => setting.level = level(Spanned::new(span, other), faults),
    }
    setting
}

pub(super) fn level(value: Spanned<DeValue<'_>>, faults: &mut Findings) -> Option<Placed<Level>> {
    let levels = Level::ALL.map(|level| (level.name(), level));
    section::word("a level", value, levels, faults)
}

/// The options of the rule `id`, each tried on the rule by itself, so that
/// every wrong one is reported.
fn options(
    id: &str,
    table: DeTable<'_>,
    span: Range<usize>,
    faults: &mut Findings,
) -> Vec<OptionSetting> {
    // A rule of the policy's own says all in its [[rule]].
    let entry = rules::find(id);
    let known = entry.map_or(&[] as &[&str], |entry| (entry.options)());
    let mut good = Vec::new();
    for (key, value) in table {
        let Some(entry) = entry.filter(|_| known.contains(&key.get_ref().as_ref())) else {
            unknown_key(
                &format!("the rule {id}"),
                key.get_ref(),
                key.span().into(),
                known.iter().copied().chain(["level"]),
                faults,
            );
            continue;
        };
        if let Some(value) = option(entry, &key, value, span.clone(), faults) {
            good.push(OptionSetting {
                name: key.into_inner().into_owned(),
                value,
            });
        }
    }
    good
}

/// The value of the option `key`, when the rule takes it. `span` is that of all
/// its options.
fn option<'t>(
    entry: &Entry,
    key: &Spanned<Cow<'t, str>>,
    value: Spanned<DeValue<'t>>,
    span: Range<usize>,
    faults: &mut Findings,
) -> Option<Placed<toml::Value>> {
    let mut single = DeTable::new();
    single.insert(key.clone(), value.clone());
    let single = Spanned::new(span.clone(), DeValue::Table(single));
    let Err(error) = (entry.build)(ValueDeserializer::from(single)) else {
        return Some(Placed {
            span: value.span().into(),
            value: value_of(value)?,
        });
    };
    let at = error.span().unwrap_or_else(|| value.span());
    let at = if at == span { value.span() } else { at };
    faults
        .report(
            at.clone().into(),
            format!("`{}` of {} cannot be this", key.get_ref(), entry.meta.id),
        )
        .label(describe_at(&value, &at))
        .help(wanted(error.message()));
    None
}

/// What should stand there, from the words of the reader.
fn wanted(message: &str) -> String {
    let expected = message.rsplit("expected ").next().unwrap_or_default();
    let wanted = match expected.trim_end_matches([',', '.']) {
        "a string" => "a text in quotation marks",
        "a sequence" => "a list in square brackets",
        "a boolean" => "true or false",
        "usize" | "u64" | "u32" | "u16" => "a whole number, 0 or more",
        "f64" | "f32" => "a number",
        other => other,
    };
    format!("it should be {wanted}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::read;

    #[test]
    fn an_old_name_is_told_the_new_one_wherever_a_policy_has_it() {
        let policy = "[rules]\n\"evidence/boast\" = \"off\"\n[[waiver]]\nrule = \"evidence/boast\"\n\
                      path = \"a.md\"\nreason = \"the figure is audited\"\n";
        let (raw, faults) = read(policy);
        assert!(faults.is_empty(), "{faults:?}");
        let told = strangers(&raw, &[]);
        assert_eq!(told.len(), 2);
        for fault in told {
            let words = "`evidence/boast` is now called `evidence/superlative`";
            assert_eq!(fault.message, words);
        }
    }
}
