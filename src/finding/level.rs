//! How much a finding weighs.

use std::fmt;
use std::str::FromStr;

/// The weight of a rule and of its findings; later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Worth a thought.
    Advice,
    /// An editor would ask for a change.
    Warning,
    /// Must not go out like this.
    Error,
}

impl Level {
    /// Every level, lightest first.
    pub const ALL: [Level; 4] = [Level::Off, Level::Advice, Level::Warning, Level::Error];

    /// The word used in policies and reports.
    pub fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Advice => "advice",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Level, String> {
        Level::ALL
            .into_iter()
            .find(|level| level.name() == text)
            .ok_or_else(|| format!("`{text}` is not a level; use error, warning, advice or off"))
    }
}

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

    /// The word used in policies.
    pub fn name(self) -> &'static str {
        let named = FailOn::ALL.into_iter().find(|(_, value)| *value == self);
        named.map_or("", |(name, _)| name)
    }

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
