//! `sayso inspect`: one post, as a rule sees it.

use std::path::Path;

use super::generators::Generators;
use super::policies::{Policies, parent};
use super::{Console, output};
use crate::exit::Exit;
use crate::inspect;
use crate::policy::Overrides;
use crate::post::Post;
use crate::source::{self, NotText, Source, SourceError, SourceFile, Tree};

/// Prints the model of the post at `path`, as JSON or as text.
pub fn inspect(path: &Path, as_json: bool, console: &mut Console<'_>) -> Exit {
    match try_inspect(path, as_json, console) {
        Ok(()) => Exit::Clean,
        Err(error) => output::error(&error, console),
    }
}

fn try_inspect(path: &Path, as_json: bool, console: &mut Console<'_>) -> Result<(), SourceError> {
    let paths = [path.to_owned()];
    let root = source::find_root(&console.cwd, &paths);
    let tree = Tree::new(&root, &console.cwd, &paths);
    let listing = tree.list()?;
    let Some(file) = listing.files.first().filter(|file| file.named) else {
        return Err(SourceError::new(format!("{} is no file", path.display()))
            .help("give the path of one post"));
    };
    let text = text(&tree, file)?;
    let dir = parent(&file.path).unwrap_or_default();
    let overrides = Overrides::default();
    let layers = Policies::new(&tree, &overrides).of(dir)?.layers;
    let generator = layers
        .generator()
        .unwrap_or_else(|| Generators::new(&tree, &listing).of(dir));
    let post = Post::parse(file.path.clone(), text, generator);
    let policy = layers.for_post(&post);
    let inspection = inspect::inspect(&post, policy.language.as_deref());
    let out = if as_json {
        inspection.to_json()
    } else {
        inspection.to_text()
    };
    output::write_out(out.as_bytes(), console)
}

/// The text of the post in `file`.
pub(super) fn text(tree: &Tree, file: &SourceFile) -> Result<String, SourceError> {
    let bytes = tree.read(&file.place).map_err(SourceError::new)?;
    source::decode(bytes).map_err(|why| {
        SourceError::new(match why {
            NotText::At(byte) => format!("{} is not UTF-8 at byte {byte}", file.path),
            _ => format!("{} is no text in UTF-8", file.path),
        })
    })
}
