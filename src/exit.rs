//! What the program tells the shell.

use std::process::ExitCode;

/// The exit status of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: everything asked for was looked at, and nothing stands in the way.
    Clean = 0,
    /// 1: there are findings at or above the level that fails a run.
    Findings = 1,
    /// 2: the work could not be done: usage, policy, git, or a file that cannot be read.
    Broken = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
