//! The git hook: a few lines of shell that call the program back.

mod install;

pub use install::{HookError, install, uninstall};
