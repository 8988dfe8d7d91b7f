//! `sayso config`.

use std::path::PathBuf;

use clap::Subcommand;

use super::explain::print;
use crate::exit::Exit;
use crate::run::{self, Console};
use crate::schema;

/// What `sayso config` shows.
#[derive(Clone, Debug, Subcommand)]
pub enum ConfigAction {
    /// Print the JSON Schema of sayso.toml, for editors that complete keys
    Schema,
    /// Tell what the policy files of this repo say for nothing
    Lint,
    /// Print the policy for a post or a folder, and the file and line that decided each value
    Show {
        /// The post or folder [default: the folder you are in]
        path: Option<PathBuf>,
    },
}

pub(super) fn run(action: ConfigAction, console: &mut Console<'_>) -> Exit {
    match action {
        ConfigAction::Schema => print(&schema::text(), console),
        ConfigAction::Lint => run::lint_config(console),
        ConfigAction::Show { path } => run::show_config(path.as_deref(), console),
    }
}
