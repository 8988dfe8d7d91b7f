//! From what a policy file and the command line say to the rules in force.

use std::fmt;
use std::sync::Arc;

use crate::company::Company;
use crate::finding::{Level, PolicyPages, Question};
use crate::lexicon::Lexicon;
use crate::post::Generator;
use crate::rules::{Check, Entry, RULES};
use crate::span::Span;
use crate::waiver::PolicyWaiver;

use super::{FailOn, Posts, RawPolicy};

/// What the command line says about rules.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--rule ID=LEVEL`; the last word on a rule wins.
    pub levels: Vec<(&'static Entry, Level)>,
    /// `--only`; empty for all.
    pub only: Vec<Choice>,
    /// `--fail-on`
    pub fail_on: Option<FailOn>,
}

/// What `--only` names.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// One rule.
    Rule(&'static Entry),
    /// Every rule of a question.
    Question(Question),
}

impl Choice {
    fn covers(self, entry: &Entry) -> bool {
        match self {
            Choice::Rule(rule) => rule.meta.id == entry.meta.id,
            Choice::Question(question) => entry.meta.question() == question,
        }
    }
}

/// A rule in force.
pub struct ActiveRule {
    /// Its place in the list.
    pub entry: &'static Entry,
    /// Its level, never off.
    pub level: Level,
    /// The rule with its options.
    pub check: Box<dyn Check>,
    /// The place in the policy file that decided on it, if one did.
    pub decided_by: Option<Span>,
}

impl fmt::Debug for ActiveRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.entry.meta.id, self.level)
    }
}

/// The policy for the posts below one folder.
#[derive(Debug)]
pub struct Policy {
    /// Its pages for people.
    pub pages: Arc<PolicyPages>,
    /// The lightest level that fails a run.
    pub fail_on: FailOn,
    /// The facts about the company.
    pub company: Company,
    /// Which files are posts.
    pub posts: Posts,
    /// What makes pages of them, when the policy says.
    pub generator: Option<Generator>,
    /// Their language as a code such as `en`, when the policy says.
    pub language: Option<String>,
    /// The rules in force, in the order of the list.
    pub rules: Vec<ActiveRule>,
    /// Their phrases.
    pub lexicon: Lexicon,
    /// Its waivers.
    pub waivers: Vec<PolicyWaiver>,
}

impl Policy {
    /// The policy that `raw` describes, with what the command line asks for.
    pub fn resolve(raw: RawPolicy, overrides: &Overrides) -> Policy {
        let mut settings = raw.rules;
        let rules: Vec<ActiveRule> = RULES
            .iter()
            .filter_map(|entry| {
                let setting = settings
                    .iter()
                    .position(|setting| setting.entry.meta.id == entry.meta.id)
                    .map(|at| settings.swap_remove(at));
                activate(entry, setting, overrides)
            })
            .collect();
        let lexicon = Lexicon::new(rules.iter().map(|rule| rule.check.phrases()));
        Policy {
            pages: Arc::new(raw.pages),
            fail_on: overrides.fail_on.or(raw.fail_on).unwrap_or_default(),
            company: raw.company,
            posts: Posts::new(raw.include.as_deref(), &raw.exclude, raw.max_bytes),
            generator: raw.generator,
            language: raw.language,
            rules,
            lexicon,
            waivers: raw.waivers,
        }
    }
}

fn activate(
    entry: &'static Entry,
    setting: Option<super::RuleSetting>,
    overrides: &Overrides,
) -> Option<ActiveRule> {
    let is_chosen =
        overrides.only.is_empty() || overrides.only.iter().any(|choice| choice.covers(entry));
    if !is_chosen {
        return None;
    }
    let asked = overrides
        .levels
        .iter()
        .rev()
        .find(|(rule, _)| rule.meta.id == entry.meta.id)
        .map(|(_, level)| *level);
    let (level, check, place) = match setting {
        Some(setting) => (setting.level, setting.check, Some(setting.place)),
        None => (None, None, None),
    };
    let is_named = overrides
        .only
        .iter()
        .any(|choice| matches!(choice, Choice::Rule(_)) && choice.covers(entry));
    let is_on = entry.meta.on_by_default || place.is_some() || is_named;
    let default = if is_on { entry.meta.level } else { Level::Off };
    let level = asked.or(level).unwrap_or(default);
    (level > Level::Off).then(|| ActiveRule {
        entry,
        level,
        check: check.unwrap_or_else(entry.default),
        decided_by: place.filter(|_| asked.is_none()),
    })
}
