//! What the command line says about rules: it has the very last word.

use crate::finding::{FailOn, Level, Question};
use crate::rules::{Entry, RULES};

/// What the command line says about rules.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--rule ID=LEVEL`; the last word on a rule wins.
    pub levels: Vec<(String, Level)>,
    /// `--only`; empty for all.
    pub only: Vec<Choice>,
    /// `--fail-on`
    pub fail_on: Option<FailOn>,
}

impl Overrides {
    /// The ids it names that no built-in rule has.
    pub fn strangers(&self) -> impl Iterator<Item = &str> {
        let leveled = self.levels.iter().map(|(id, _)| id.as_str());
        let chosen = self.only.iter().filter_map(|choice| match choice {
            Choice::Own(id) => Some(id.as_str()),
            _ => None,
        });
        leveled
            .filter(|id| RULES.iter().all(|entry| entry.meta.id != *id))
            .chain(chosen)
    }

    /// The level the command line asks for.
    pub(super) fn level(&self, id: &str) -> Option<Level> {
        let said = self.levels.iter().rev().find(|(known, _)| known == id);
        said.map(|(_, level)| *level)
    }
}

/// What `--only` names.
#[derive(Clone, Debug)]
pub enum Choice {
    /// One rule.
    Rule(&'static Entry),
    /// A rule of the company's own.
    Own(String),
    /// Every rule of a question.
    Question(Question),
}

impl Choice {
    /// True for a built-in rule that it names.
    pub(super) fn covers(&self, entry: &Entry) -> bool {
        match self {
            Choice::Rule(rule) => rule.meta.id == entry.meta.id,
            Choice::Own(_) => false,
            Choice::Question(question) => entry.meta.question() == *question,
        }
    }

    /// True for a rule of the company's own that it names.
    pub(super) fn covers_own(&self, id: &str) -> bool {
        match self {
            Choice::Rule(_) => false,
            Choice::Own(own) => own == id,
            Choice::Question(question) => Question::of_rule(id) == Some(*question),
        }
    }
}
