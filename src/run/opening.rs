//! From what was asked to the source that answers.

use std::path::Path;

use super::{Checked, Console, Options};
use crate::render::shell_word;
use crate::source::{Commits, Input, Range, Source, SourceError, Staged, Tree};

/// The source of the posts, and what there is to say about it.
pub(super) fn open(
    options: &Options,
    root: &Path,
    console: &Console<'_>,
) -> Result<(Box<dyn Source>, Option<String>), SourceError> {
    let (cwd, paths) = (&console.cwd, &options.paths);
    let source: Box<dyn Source> = match &options.checked {
        Checked::Disk => Box::new(Tree::new(root, cwd, paths)),
        Checked::Staged => Box::new(Staged::open(root, cwd, paths, options.reader)?),
        Checked::Given { path, bytes } => Box::new(Input::new(root, cwd, path, bytes.clone())),
        Checked::Commits(range) => {
            let commits = Commits::open(range, root, cwd, paths, options.reader)?;
            let said = commits.without_base().map(str::to_owned);
            if let Some(why) = &said
                && options.require_base
            {
                return Err(without_base(why, range));
            }
            let said =
                said.map(|why| format!("{why}: every post was checked, and not what changed"));
            return Ok((Box::new(commits), said));
        }
    };
    Ok((source, None))
}

fn without_base(why: &str, range: &Range) -> SourceError {
    SourceError::new(format!("{why}, and --require-base asks for one")).help(format!(
        "get it with `git fetch --unshallow origin {}`; in GitHub Actions, give \
         actions/checkout `fetch-depth: 0`",
        shell_word(range.base.trim_start_matches("origin/"))
    ))
}
