//! `sayso hook`.

use super::{HookAction, this_program};
use crate::exit::Exit;
use crate::hook;
use crate::run::Console;

pub(super) fn run(action: HookAction, console: &mut Console<'_>) -> Exit {
    let done = match action {
        HookAction::Install => match this_program() {
            Ok(program) => hook::install(&console.cwd, &program),
            Err(error) => {
                let _ = writeln!(console.err, "sayso: its own path is not known: {error}");
                return Exit::Broken;
            }
        },
        HookAction::Uninstall => hook::uninstall(&console.cwd),
    };
    match done {
        Ok(said) => {
            let _ = console.out.write_all(said.as_bytes());
            Exit::Clean
        }
        Err(error) => {
            let _ = writeln!(
                console.err,
                "sayso: {}\n       {}",
                error.message, error.help
            );
            Exit::Broken
        }
    }
}
