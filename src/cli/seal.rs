//! `sayso seal`.

use std::env;
use std::io::{self, IsTerminal, Read};

use clap::Subcommand;

use crate::exit::Exit;
use crate::run::{self, Console, KeyFrom, SealAction};

/// What `sayso seal` does. Terms are read from standard input and never from the
/// command line, which shells remember and other users see.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum SealCommand {
    /// Make a key and print it
    NewKey,
    /// Put terms on the list, from standard input, one a line
    Add,
    /// Take terms off the list, from standard input
    Remove,
    /// Say whether terms from standard input are on the list
    Check,
    /// Try whether terms from standard input are found, however they are written
    Test,
    /// Seal the list with a new key; give all its terms again on standard input
    Rotate,
    /// Say how many places the list has; some are decoys
    ListCount,
}

pub(super) fn run(command: SealCommand, console: &mut Console<'_>) -> Exit {
    let make = match command {
        SealCommand::NewKey => return run::seal(&SealAction::NewKey, console),
        SealCommand::ListCount => return run::seal(&SealAction::ListCount, console),
        SealCommand::Add => SealAction::Add,
        SealCommand::Remove => SealAction::Remove,
        SealCommand::Check => SealAction::Check,
        SealCommand::Test => SealAction::Test,
        SealCommand::Rotate => SealAction::Rotate,
    };
    match terms(console) {
        Ok(terms) => run::seal(&make(terms), console),
        Err(error) => {
            let _ = writeln!(console.err, "sayso: standard input cannot be read: {error}");
            Exit::Broken
        }
    }
}

fn terms(console: &mut Console<'_>) -> io::Result<String> {
    /// Far more than any list.
    const LIMIT: u64 = 1 << 24;
    if io::stdin().is_terminal() {
        let _ = writeln!(console.err, "One term a line; Ctrl-D ends.");
    }
    let mut text = String::new();
    io::stdin().lock().take(LIMIT).read_to_string(&mut text)?;
    Ok(text)
}

/// Where the environment says that the key of the sealed list is. An empty value
/// is none: that is what CI gives to a fork in place of a secret.
pub fn seal_key() -> KeyFrom {
    let value = |name| env::var_os(name).filter(|value| !value.is_empty());
    match (value("SAYSO_SEAL_KEY"), value("SAYSO_SEAL_KEY_FILE")) {
        (Some(key), _) => KeyFrom::Text(key.to_string_lossy().into_owned()),
        (None, Some(path)) => KeyFrom::File(path.into()),
        (None, None) => KeyFrom::Nowhere,
    }
}
