//! `sayso doctor`.

use std::path::PathBuf;

use crate::exit::Exit;
use crate::run::{self, Console};

pub(super) fn run(console: &mut Console<'_>) -> Exit {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    run::doctor(&folders, console)
}
