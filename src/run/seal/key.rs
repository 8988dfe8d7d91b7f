//! The key of the sealed list, from wherever whoever started the program keeps it.

use std::path::{Path, PathBuf};

use crate::run::Console;
use crate::seal::Key;
use crate::source::{self, SourceError};

/// Where the key is.
#[derive(Default)]
pub enum KeyFrom {
    /// There is none.
    #[default]
    Nowhere,
    /// It was handed over.
    Text(String),
    /// It is in a file.
    File(PathBuf),
}

/// The key, when there is one, and what there is to say about how it is kept.
pub(super) fn find(
    root: &Path,
    console: &Console<'_>,
) -> Result<Option<(Key, Option<String>)>, SourceError> {
    let (text, place, notice) = match &console.seal_key {
        KeyFrom::Nowhere => return Ok(None),
        KeyFrom::Text(text) => (text.clone(), "SAYSO_SEAL_KEY".to_owned(), None),
        KeyFrom::File(path) => {
            let file = source::read_key(&console.cwd.join(path), root)?;
            let shown = path.display().to_string();
            let notice = file.is_shared.then(|| {
                format!("others may read the key in {shown}: `chmod 600` keeps it to you")
            });
            (file.text, shown, notice)
        }
    };
    match Key::parse(&text) {
        Some(key) => Ok(Some((key, notice))),
        None => Err(
            SourceError::new(format!("what {place} holds is no key")).help(
                "a key is one line that begins with sayso_seal_, as `sayso seal new-key` prints it",
            ),
        ),
    }
}

/// The key, which must be there.
pub(super) fn demanded(
    root: &Path,
    console: &Console<'_>,
) -> Result<(Key, Option<String>), SourceError> {
    find(root, console)?.ok_or_else(|| {
        SourceError::new("there is no key here (SAYSO_SEAL_KEY or SAYSO_SEAL_KEY_FILE)").help(
            "ask whoever keeps the list for it; `sayso seal new-key` makes one for a new list",
        )
    })
}
