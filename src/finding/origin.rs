//! Where a policy decided something.

use std::fmt;
use std::sync::Arc;

use crate::span::{LineIndex, Span};

/// A policy file as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PolicyFile {
    /// Path from the root of the repo, or the name of a preset: `sayso:press`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A place in a policy file. It is shown as `sayso.toml:18`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: Arc<PolicyFile>,
    /// The bytes in it.
    pub span: Span,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = LineIndex::new(&self.file.text).line(self.span.start);
        write!(f, "{}:{line}", self.file.path)
    }
}
