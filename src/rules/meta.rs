//! What a rule says about itself: its documentation, compiled in, and its tests.

use crate::finding::{Level, Question};

/// What a rule is.
#[derive(Debug)]
pub struct Meta {
    /// `question/name`, named after the fault.
    pub id: &'static str,
    /// What it flags, in a line.
    pub summary: &'static str,
    /// What goes wrong in the world, and for whom: two to four sentences.
    pub why: &'static str,
    /// What it deliberately says nothing about.
    pub leaves_alone: &'static str,
    /// The level when it is on and the policy names none.
    pub level: Level,
    /// Whether it is on when the policy says nothing.
    pub on_by_default: bool,
    /// True when it reads English sentences; it is not run on posts in another
    /// language.
    pub reads_english: bool,
    /// What a policy can set, besides the level.
    pub options: &'static [OptionDoc],
    /// Where it comes from.
    pub sources: &'static [Source],
    /// Texts it must be silent about, and texts it must flag.
    pub examples: &'static [Example],
}

impl Meta {
    /// The question the rule asks.
    pub fn question(&self) -> Question {
        // A test holds that every id in the list starts with one.
        Question::of_rule(self.id).unwrap_or(Question::Judgement)
    }
}

/// An option of a rule, for people.
#[derive(Debug)]
pub struct OptionDoc {
    /// Its name in the policy.
    pub name: &'static str,
    /// What it does.
    pub what: &'static str,
    /// A value, as it is written in TOML.
    pub example: &'static str,
}

/// Where a rule comes from.
#[derive(Debug)]
pub struct Source {
    /// Name of the text.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// A text, and what the rule must say about it. The examples are read as the
/// post `content/blog/post.md` of the company Acme.
#[derive(Debug)]
pub enum Example {
    /// The rule is silent.
    Good(&'static str),
    /// The rule flags these words, in this order.
    Bad {
        /// The post.
        text: &'static str,
        /// The words under each finding.
        hits: &'static [&'static str],
        /// The post after `--fix`, when a safe fix changes it.
        fixed: Option<&'static str>,
    },
}
