//! Who wrote the lines of a file, as git tells it.

use std::path::Path;

use git2::Repository;

/// Who wrote the `text` of the file at `path` (from the top of the work tree):
/// the first line of each stretch, counted from 1, and its author as
/// `Name <mail>`; none for lines that are not committed. Empty when git does
/// not know the file.
pub(super) fn authors(repo: &Repository, path: &Path, text: &str) -> Vec<(usize, Option<String>)> {
    let Ok(blame) = repo.blame_file(path, None) else {
        return Vec::new();
    };
    let Ok(blame) = blame.blame_buffer(text.as_bytes()) else {
        return Vec::new();
    };
    blame
        .iter()
        .map(|stretch| {
            let is_committed = !stretch.final_commit_id().is_zero();
            let author = stretch.final_signature().filter(|_| is_committed);
            let author = author.map(|author| {
                let name = String::from_utf8_lossy(author.name_bytes());
                let mail = String::from_utf8_lossy(author.email_bytes());
                format!("{name} <{mail}>")
            });
            (stretch.final_start_line(), author)
        })
        .collect()
}
