//! From the layers of a policy and the command line to the rules in force.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::layers::Case;
use super::overrides::{Choice, Overrides};
use super::raw::{OptionSetting, Placed, RuleSetting};
use super::{CustomRule, Layer, Posts, RawPolicy, made};
use crate::company::Company;
use crate::finding::{FailOn, Level, Origin, PolicyPages};
use crate::lexicon::Lexicon;
use crate::rules::{Check, Entry, RULES, WaiverTerms};
use crate::waiver::PolicyWaiver;

/// A rule in force.
pub struct ActiveRule {
    /// Its place in the list.
    pub entry: &'static Entry,
    /// Its level, never off.
    pub level: Level,
    /// The rule with its options.
    pub check: Arc<dyn Check>,
    /// The place in a policy file that decided on it, if one did.
    pub decided_by: Option<Origin>,
}

impl fmt::Debug for ActiveRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.entry.meta.id, self.level)
    }
}

/// A rule of the company's own, in force.
#[derive(Debug)]
pub struct OwnRule {
    /// What it is.
    pub rule: Arc<CustomRule>,
    /// Its level, never off.
    pub level: Level,
    /// The place in a policy file that decided on it.
    pub decided_by: Option<Origin>,
}

/// The policy for a post.
#[derive(Debug)]
pub struct Policy {
    /// Its pages for people.
    pub pages: Arc<PolicyPages>,
    /// The lightest level that fails a run.
    pub fail_on: FailOn,
    /// The facts about the company.
    pub company: Company,
    /// The audience of the post, when one is known.
    pub audience: Option<String>,
    /// The language of the posts as a code such as `en`, when a file says so.
    pub language: Option<String>,
    /// The rules in force, in the order of the list.
    pub rules: Vec<ActiveRule>,
    /// The company's own rules in force.
    pub own: Vec<OwnRule>,
    /// The phrases of the rules, and then of the own ones.
    pub lexicon: Arc<Lexicon>,
    /// The waivers, with paths from the root.
    pub waivers: Vec<PolicyWaiver>,
    /// What is demanded of waivers and reviews.
    pub terms: WaiverTerms,
    /// Ids of the policy's own rules.
    pub own_rules: Vec<String>,
}

/// What the files decided on one rule.
#[derive(Debug, Default)]
pub struct Decided<'a> {
    /// The last word on its level.
    pub level: Option<(Level, Origin)>,
    /// The last word on each of its options.
    pub options: BTreeMap<&'a str, (&'a OptionSetting, Origin)>,
    /// Where it was named last.
    pub named: Option<Origin>,
}

/// What the files decided on the rules they name, for the posts of `case`:
/// outer files first, and in a file its rules, its audience, its overrides.
pub(super) fn decided<'a>(layers: &'a [Arc<Layer>], case: &Case) -> BTreeMap<&'a str, Decided<'a>> {
    let mut decided: BTreeMap<&str, Decided<'_>> = BTreeMap::new();
    for (layer, holds) in layers.iter().zip(&case.overrides) {
        let raw = &layer.raw;
        let audiences = raw
            .audiences
            .iter()
            .filter(|one| case.audience.as_ref() == Some(&one.name.value));
        let overrides = raw.overrides.iter().zip(holds).filter(|(_, holds)| **holds);
        let settings = raw
            .rules
            .iter()
            .chain(audiences.flat_map(|one| &one.rules))
            .chain(overrides.flat_map(|(one, _)| &one.rules));
        for setting in settings {
            decided.entry(&setting.id).or_default().take(setting, layer);
        }
    }
    decided
}

impl<'a> Decided<'a> {
    fn take(&mut self, setting: &'a RuleSetting, layer: &Layer) {
        if let Some(level) = &setting.level {
            self.level = Some((level.value, origin(layer, level)));
        }
        for option in &setting.options {
            let origin = origin(layer, &option.value);
            self.options.insert(&option.name, (option, origin));
        }
        self.named = Some(Origin {
            file: layer.file.clone(),
            span: setting.place,
        });
    }
}

/// Where a value of `layer` stands.
pub(super) fn origin<T>(layer: &Layer, value: &Placed<T>) -> Origin {
    Origin {
        file: layer.file.clone(),
        span: value.span,
    }
}

/// The last word on a value, and the layer that has it.
pub(super) fn last<T>(
    layers: &[Arc<Layer>],
    value: impl Fn(&RawPolicy) -> Option<&Placed<T>>,
) -> Option<(&Layer, &Placed<T>)> {
    layers
        .iter()
        .rev()
        .find_map(|layer| Some((&**layer, value(&layer.raw)?)))
}

/// Which files are posts.
pub(super) fn posts(layers: &[Arc<Layer>]) -> Posts {
    let globs = |found: Option<(&Layer, &Placed<Vec<globset::Glob>>)>| {
        found.map(|(layer, globs)| (layer.dir.clone(), globs.value.clone()))
    };
    Posts::new(
        globs(last(layers, |raw| raw.include.as_ref())),
        globs(last(layers, |raw| raw.exclude.as_ref())),
        last(layers, |raw| raw.max_bytes.as_ref()).map(|(_, bytes)| bytes.value),
    )
}

/// The policy that `layers` make for the posts of `case`, with what the
/// command line asks for.
pub(super) fn policy(layers: &[Arc<Layer>], case: &Case, overrides: &Overrides) -> Policy {
    let decided = decided(layers, case);
    let rules: Vec<ActiveRule> = RULES
        .iter()
        .filter_map(|entry| activate(entry, decided.get(entry.meta.id), overrides))
        .collect();
    let own = own(layers, case, &decided, overrides);
    let text = |value: fn(&RawPolicy) -> Option<&Placed<String>>| {
        last(layers, value).map(|(_, text)| text.value.clone())
    };
    let list = |value: fn(&RawPolicy) -> Option<&Placed<Vec<String>>>| {
        last(layers, value).map_or_else(Vec::new, |(_, list)| list.value.clone())
    };
    let fail_on = last(layers, |raw| raw.fail_on.as_ref()).map(|(_, fail_on)| fail_on.value);
    Policy {
        pages: Arc::new(PolicyPages {
            name: text(|raw| raw.name.as_ref()),
            url: text(|raw| raw.url.as_ref()),
            training: text(|raw| raw.training.as_ref()),
        }),
        fail_on: overrides.fail_on.or(fail_on).unwrap_or_default(),
        company: Company {
            names: list(|raw| raw.names.as_ref()),
            products: list(|raw| raw.products.as_ref()),
            competitors: list(|raw| raw.competitors.as_ref()),
            domains: list(|raw| raw.domains.as_ref()),
            internal_hosts: list(|raw| raw.internal_hosts.as_ref()),
            // Every list of words adds to the others.
            words: layers
                .iter()
                .filter_map(|layer| layer.raw.words.as_ref())
                .flat_map(|words| words.value.iter().cloned())
                .collect(),
            invitation: text(|raw| raw.invitation.as_ref()),
            comments: last(layers, |raw| raw.comments.as_ref()).is_some_and(|(_, is)| is.value),
        },
        audience: case.audience.clone(),
        language: text(|raw| raw.language.as_ref()),
        lexicon: made::lexicon(
            rules
                .iter()
                .map(|rule| rule.check.clone())
                .chain(own.iter().map(|own| own.rule.clone() as Arc<dyn Check>))
                .collect(),
        ),
        rules,
        own,
        waivers: layers.iter().flat_map(|layer| waivers(layer)).collect(),
        terms: WaiverTerms {
            // Whoever turns the rule off takes such waivers for good.
            self_approval: is_off(&decided, "judgement/self-approved"),
            ..terms(layers)
        },
        own_rules: layers
            .iter()
            .flat_map(|layer| layer.raw.own_rules().map(str::to_owned))
            .collect(),
    }
}

/// True when the files turn a rule off.
fn is_off(decided: &BTreeMap<&str, Decided<'_>>, id: &str) -> bool {
    let said = decided.get(id).and_then(|decided| decided.level.as_ref());
    said.is_some_and(|(level, _)| *level == Level::Off)
}

/// What the layers demand of waivers: the nearest word on approvers, days and
/// pins; what is not waivable, and what needs a review, adds up, since a folder
/// must not loosen what the company decided.
fn terms(layers: &[Arc<Layer>]) -> WaiverTerms {
    let raw = || layers.iter().map(|layer| &layer.raw.terms);
    let approvers = raw().flat_map(|raw| &raw.approvers);
    let mut unwaivable: Option<Vec<String>> = None;
    for listed in raw().filter_map(|raw| raw.unwaivable.as_ref()) {
        let all = unwaivable.get_or_insert_default();
        all.extend(listed.value.iter().cloned());
    }
    WaiverTerms {
        self_approval: false,
        approvers: approvers
            .map(|(question, names)| (question.clone(), names.value.clone()))
            .collect(),
        unwaivable,
        max_days: last(layers, |raw| raw.terms.max_days.as_ref()).map(|(_, days)| days.value),
        require_pins: last(layers, |raw| raw.terms.require_pins.as_ref())
            .is_some_and(|(_, wanted)| wanted.value),
        reviews: raw()
            .flat_map(|raw| raw.reviews.iter().map(|review| review.value.clone()))
            .collect(),
    }
}

/// The company's own rules for the posts of `case`.
fn own(
    layers: &[Arc<Layer>],
    case: &Case,
    decided: &BTreeMap<&str, Decided<'_>>,
    overrides: &Overrides,
) -> Vec<OwnRule> {
    let is_chosen = |rule: &CustomRule| {
        overrides.only.is_empty()
            || overrides
                .only
                .iter()
                .any(|choice| choice.covers_own(rule.id()))
    };
    let is_for = |rule: &CustomRule| {
        rule.audience()
            .is_none_or(|name| case.audience.as_deref() == Some(name))
    };
    let mut found = Vec::new();
    for (layer, holds) in layers.iter().zip(&case.own) {
        for (rule, _) in layer
            .raw
            .custom
            .iter()
            .zip(holds)
            .filter(|(_, holds)| **holds)
        {
            if !is_for(rule) || !is_chosen(rule) {
                continue;
            }
            let asked = overrides.level(rule.id());
            let said = decided.get(rule.id()).and_then(|said| said.level.clone());
            let level = asked
                .or(said.as_ref().map(|(level, _)| *level))
                .unwrap_or(rule.level());
            if level > Level::Off {
                let own = Origin {
                    file: layer.file.clone(),
                    span: rule.place(),
                };
                found.push(OwnRule {
                    rule: rule.clone(),
                    level,
                    decided_by: Some(said.map_or(own, |(_, origin)| origin))
                        .filter(|_| asked.is_none()),
                });
            }
        }
    }
    found
}

/// The waivers of a layer, with paths from the root.
fn waivers(layer: &Layer) -> impl Iterator<Item = PolicyWaiver> {
    layer.raw.waivers.iter().map(|waiver| PolicyWaiver {
        path: match layer.dir.as_str() {
            "" => waiver.path.clone(),
            dir => format!("{dir}/{}", waiver.path),
        },
        at: Origin {
            file: layer.file.clone(),
            span: waiver.span,
        }
        .to_string(),
        ..waiver.clone()
    })
}

fn activate(
    entry: &'static Entry,
    decided: Option<&Decided<'_>>,
    overrides: &Overrides,
) -> Option<ActiveRule> {
    let is_chosen =
        overrides.only.is_empty() || overrides.only.iter().any(|choice| choice.covers(entry));
    if !is_chosen {
        return None;
    }
    let asked = overrides.level(entry.meta.id);
    let is_named = overrides
        .only
        .iter()
        .any(|choice| matches!(choice, Choice::Rule(_)) && choice.covers(entry));
    let is_on = entry.meta.on_by_default || decided.is_some() || is_named;
    let usual = if is_on { entry.meta.level } else { Level::Off };
    let said = decided.and_then(|decided| decided.level.clone());
    let level = asked
        .or(said.as_ref().map(|(level, _)| *level))
        .unwrap_or(usual);
    (level > Level::Off).then(|| ActiveRule {
        entry,
        level,
        check: check(entry, decided),
        decided_by: said
            .map(|(_, origin)| origin)
            .or_else(|| decided?.named.clone())
            .filter(|_| asked.is_none()),
    })
}

/// The rule with its options; each of them was tried when it was read.
fn check(entry: &'static Entry, decided: Option<&Decided<'_>>) -> Arc<dyn Check> {
    let options: toml::Table = decided
        .into_iter()
        .flat_map(|decided| &decided.options)
        .map(|(name, (option, _))| ((*name).to_owned(), option.value.value.clone()))
        .collect();
    if !options.is_empty()
        && let Ok(check) = (entry.with)(options)
    {
        return Arc::from(check);
    }
    made::default(entry)
}
