//! The picture that a finding is about.

use super::Fingerprints;
use crate::picture::Trace;

/// A picture, and what it gives away. The fix of the finding changes no text, so
/// it has no edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictured {
    /// Path from the root of the repo.
    pub path: String,
    /// What it gives away.
    pub trace: Trace,
    /// True when `--fix` takes that out.
    pub can_go: bool,
}

impl Pictured {
    /// What makes it the same finding, whichever post shows the picture.
    pub(crate) fn fingerprint(&self, rule: &str) -> String {
        Fingerprints::new(&self.path).next(rule, self.trace.name())
    }
}
