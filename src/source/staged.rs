//! Posts as they stand in the git index: what the commit will hold, whatever
//! the work tree says.

use std::fs;
use std::path::{Path, PathBuf};

use super::filter::Filter;
use super::git::{self, Failure, Git, Index, Reader, Shared};
use super::{Listing, Place, Source, SourceError, blob_file, settings};

/// The index of a repository, compared with its last commit.
pub struct Staged {
    git: Shared,
    index: Index,
    root: PathBuf,
    filter: Filter,
}

impl Staged {
    /// The index of the repository around the current folder, whose work tree
    /// is `root`; of it the files in `paths`, as seen from `cwd`, or all.
    pub fn open(
        root: &Path,
        cwd: &Path,
        paths: &[PathBuf],
        reader: Reader,
    ) -> Result<Staged, SourceError> {
        let (git, index) = git::open(reader, |git| {
            let index = read_index(&*git)?;
            Ok((git, index))
        })?;
        Ok(Staged {
            git: Shared::new(git),
            index,
            root: root.to_owned(),
            filter: Filter::new(root, cwd, paths),
        })
    }
}

fn read_index(git: &dyn Git) -> Result<Index, Failure> {
    if git.is_bare()? {
        // The environment may name a work tree for it, which only git knows of.
        return Err(Failure::Unable(
            SourceError::new("this is a bare repository, in which nothing is staged")
                .help("check commits instead: sayso check --base REVISION"),
        ));
    }
    let mut index = git.staged(git.head()?.as_deref())?;
    if index.is_unmerged {
        return Err(SourceError::new("some files are still in conflict")
            .help("resolve them and `git add` them first; `git status` lists them")
            .into());
    }
    // What another branch wrote is not this commit's doing.
    let merged_in = git.merged_in();
    for commit in &merged_in {
        let mut kept = Vec::new();
        for mut file in std::mem::take(&mut index.changed) {
            let theirs = git.in_commit(commit, &file.path)?;
            if theirs.as_ref() == Some(&file.blob) {
                continue;
            }
            file.before.extend(theirs);
            kept.push(file);
        }
        index.changed = kept;
    }
    Ok(index)
}

impl Source for Staged {
    fn list(&self) -> Result<Listing, SourceError> {
        let mut listing = Listing {
            is_change: true,
            ..Listing::default()
        };
        let git = self.git.lock();
        let files = self.index.changed.iter();
        listing.files = files
            .filter_map(|file| blob_file(&**git, &self.filter, file))
            .collect();
        let intended = self.index.intended.iter();
        listing.intended = intended
            .map(|path| String::from_utf8_lossy(path).into_owned())
            .filter(|path| self.filter.admits(path))
            .collect();
        Ok(listing)
    }

    fn read(&self, place: &Place) -> Result<Vec<u8>, String> {
        match place {
            Place::Blob(id) => self.git.lock().read(id),
            Place::Disk(_) | Place::Given => Err("it is not in the index".into()),
        }
    }

    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)> {
        self.git.lock().authors(Path::new(path), text)
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let git = self.git.lock();
        let blob = git.in_index(path)?;
        blob.map(|blob| settings(&**git, &blob)).transpose()
    }

    fn has_file(&self, path: &str) -> bool {
        matches!(self.git.lock().in_index(path), Ok(Some(_)))
    }

    fn is_same_on_disk(&self, path: &str) -> Option<bool> {
        // Git may turn line ends around between the two.
        let without_returns = |bytes: Vec<u8>| -> Vec<u8> {
            bytes.into_iter().filter(|byte| *byte != b'\r').collect()
        };
        let on_disk = fs::read(self.root.join(path)).ok()?;
        let staged = self.file(path).ok().flatten();
        Some(staged.map(without_returns) == Some(without_returns(on_disk)))
    }
}
