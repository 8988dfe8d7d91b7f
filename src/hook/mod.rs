//! The git hooks: a few lines of shell that call the program back.
//!
//! Nothing here ever edits what another program manages: where one does, the
//! lines to add are told instead.

mod change;
mod git;
mod install;
mod lines;
mod manager;
mod message;
mod program;
mod repo;
mod script;
mod status;

use std::io;
use std::path::Path;

pub use git::git_version;
pub use install::{Wish, install, uninstall};
pub use message::{Message, read_message};
pub use program::{can_start, find_in, version_of};
pub use repo::Repo;
pub use script::Hook;
pub use status::{HookState, Owner, Program, idle_hook, state};

/// Why nothing was installed or taken out.
#[derive(Debug)]
pub struct HookError {
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Lines to be copied as they are, when that is what to do.
    pub lines: Option<String>,
}

impl HookError {
    fn new(message: impl Into<String>, help: impl Into<String>) -> HookError {
        HookError {
            message: message.into(),
            help: help.into(),
            lines: None,
        }
    }

    fn cannot_write(path: &Path, error: &io::Error) -> HookError {
        HookError::new(
            format!("{} cannot be written: {error}", path.display()),
            "see who owns the folder and whether you may write to it",
        )
    }
}
