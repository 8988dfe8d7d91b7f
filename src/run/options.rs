//! What `sayso check` can be asked.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::policy::Overrides;
use crate::render::{Format, Style};
use crate::source::{Range, Reader};

/// What `sayso check` was asked to do.
#[derive(Debug, Default)]
pub struct Options {
    /// Files and folders; none for the repo.
    pub paths: Vec<PathBuf>,
    /// Where the posts come from.
    pub checked: Checked,
    /// How much of what is found in them is told.
    pub scope: Scope,
    /// Without a commit to compare with, do nothing.
    pub require_base: bool,
    /// A run that cannot look for sealed terms does not pass.
    pub require_sealed: bool,
    /// What reads the repository.
    pub reader: Reader,
    /// Leave out what `[posts]` excludes even when it is named.
    pub force_exclude: bool,
    /// Let a run without any post pass.
    pub allow_empty: bool,
    /// The policy file to use in place of those beside the posts.
    pub config: Option<PathBuf>,
    /// What the command line says about rules.
    pub overrides: Overrides,
    /// The day the check is made for; today by the clock when not given.
    pub today: Option<Date>,
    /// Number of threads; one for each core when not given.
    pub jobs: Option<usize>,
    /// What to do with safe fixes.
    pub fix: Fixing,
    /// The call that would fix what can be fixed, to be shown.
    pub fix_command: Option<String>,
    /// How the report looks.
    pub format: Format,
    /// Its dress.
    pub style: Style,
    /// Where it goes; standard output when not given.
    pub output: Option<PathBuf>,
    /// Tell which posts and policies were read.
    pub verbose: bool,
    /// Count hits per rule.
    pub statistics: bool,
}

/// What to do with the fixes that change no meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fixing {
    /// Offer them.
    #[default]
    Offer,
    /// Show what they would change, and write nothing.
    Show,
    /// Write them to the files.
    Write,
}

impl Options {
    /// The paths that say which repo this is about; none for the one we are in,
    /// which is the one that git reads.
    pub(super) fn places(&self) -> &[PathBuf] {
        match &self.checked {
            Checked::Given { path, .. } => std::slice::from_ref(path),
            Checked::Disk => &self.paths,
            Checked::Staged | Checked::Commits(_) => &[],
        }
    }
}

/// Where posts come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Checked {
    /// The files on disk.
    #[default]
    Disk,
    /// What is staged for the next commit.
    Staged,
    /// What commits changed.
    Commits(Range),
    /// One post that is handed over, in place of what is on disk.
    Given {
        /// Where it belongs.
        path: PathBuf,
        /// What it holds.
        bytes: Vec<u8>,
    },
}

impl Checked {
    /// True when only files that somebody changed are looked at.
    pub(super) fn is_change(&self) -> bool {
        matches!(self, Checked::Staged | Checked::Commits(_))
    }
}

/// How much is told of what is found in the files that a change touches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// What the change brought.
    #[default]
    Lines,
    /// Everything in these files that is not known from the baseline.
    Files,
    /// Everything.
    All,
}
