//! What one policy file says, before it is resolved for a post.

use std::fmt;

use globset::Glob;

use crate::company::Company;
use crate::finding::{Level, PolicyPages};
use crate::post::Generator;
use crate::rules::{Check, Entry};
use crate::span::Span;
use crate::waiver::PolicyWaiver;

/// The lightest level that fails a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailOn {
    /// Errors only.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Advice,
    /// No finding at all.
    Never,
}

impl FailOn {
    /// Every value and its name.
    pub const ALL: [(&'static str, FailOn); 4] = [
        ("error", FailOn::Error),
        ("warning", FailOn::Warning),
        ("advice", FailOn::Advice),
        ("never", FailOn::Never),
    ];

    /// True when a finding of `level` fails the run.
    pub fn fails(self, level: Level) -> bool {
        match self {
            FailOn::Error => level >= Level::Error,
            FailOn::Warning => level >= Level::Warning,
            FailOn::Advice => level >= Level::Advice,
            FailOn::Never => false,
        }
    }
}

/// One line of `[rules]`.
pub struct RuleSetting {
    /// The rule it is about.
    pub entry: &'static Entry,
    /// The level, when one is given.
    pub level: Option<Level>,
    /// The rule with its options, when some are given.
    pub check: Option<Box<dyn Check>>,
    /// Where the rule is named in the file.
    pub place: Span,
}

impl fmt::Debug for RuleSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSetting")
            .field("rule", &self.entry.meta.id)
            .field("level", &self.level)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// What one policy file says.
#[derive(Debug, Default)]
pub struct RawPolicy {
    /// `[policy] name, url, training`
    pub pages: PolicyPages,
    /// `[policy] fail-on`
    pub fail_on: Option<FailOn>,
    /// `[company]`
    pub company: Company,
    /// `[posts] include`
    pub include: Option<Vec<Glob>>,
    /// `[posts] exclude`
    pub exclude: Vec<Glob>,
    /// `[posts] max-bytes`
    pub max_bytes: Option<u64>,
    /// `[posts] generator`
    pub generator: Option<Generator>,
    /// `[posts] language`
    pub language: Option<String>,
    /// `[rules]`
    pub rules: Vec<RuleSetting>,
    /// `[[waiver]]`
    pub waivers: Vec<PolicyWaiver>,
}
