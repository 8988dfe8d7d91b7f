//! `sayso seal`: the sealed list, and how it is opened for a check.

mod ask;
mod change;
mod key;
mod lines;
mod list;

use super::{Console, output};
use crate::exit::Exit;
use crate::seal::Key;
use crate::source::{self, SourceError};

pub use key::KeyFrom;
pub(super) use list::{Opened, open, switched_off};

use lines::Lines;
use list::Kept;

/// The rule that looks for the terms.
const RULE: &str = "confidential/sealed-term";

/// What `sayso seal` can be asked to do. Terms come one a line.
#[derive(Clone, Debug)]
pub enum SealAction {
    /// Make a key.
    NewKey,
    /// Put terms on the list.
    Add(String),
    /// Take terms off it.
    Remove(String),
    /// Say whether terms are on it.
    Check(String),
    /// Say whether terms are found, however they are written.
    Test(String),
    /// Seal the list with a new key; all its terms are given again.
    Rotate(String),
    /// Say how long it is.
    ListCount,
}

/// Runs `sayso seal`.
pub fn seal(action: &SealAction, console: &mut Console<'_>) -> Exit {
    match try_seal(action, console) {
        Ok(exit) => exit,
        Err(error) => output::error(&error, console),
    }
}

fn try_seal(action: &SealAction, console: &mut Console<'_>) -> Result<Exit, SourceError> {
    if let SealAction::NewKey = action {
        let (_, text) = Key::generate().map_err(SourceError::new)?;
        show_key(&text, console)?;
        return Ok(Exit::Clean);
    }
    let root = source::find_root(&console.cwd, &[]);
    let kept = Kept::read(&root)?;
    if let SealAction::ListCount = action {
        return kept.count(&root, console);
    }
    let (key, notice) = key::demanded(&root, console)?;
    if let Some(notice) = notice {
        let _ = writeln!(console.err, "sayso: {notice}");
    }
    match action {
        SealAction::Add(terms) => change::add(&kept, key, &Lines::of(terms)?, console),
        SealAction::Remove(terms) => change::remove(&kept, &key, &Lines::of(terms)?, console),
        SealAction::Rotate(terms) => change::rotate(&kept, &key, &Lines::of(terms)?, console),
        SealAction::Check(terms) => ask::check(&kept, &key, &Lines::of(terms)?, console),
        SealAction::Test(terms) => ask::test(&kept, key, &Lines::of(terms)?, console),
        SealAction::NewKey | SealAction::ListCount => Ok(Exit::Clean),
    }
}

/// Prints a new key, the one time that it is printed.
fn show_key(text: &str, console: &mut Console<'_>) -> Result<(), SourceError> {
    output::write_out(format!("{text}\n").as_bytes(), console)?;
    let _ = writeln!(
        console.err,
        "This key is shown once. Keep it where you keep passwords. sayso reads it from\n\
         SAYSO_SEAL_KEY, or from the file that SAYSO_SEAL_KEY_FILE names, outside of the\n\
         repo; in CI, make it a secret that forks do not get."
    );
    Ok(())
}
