//! A post that an editor hands over before it is saved.

use std::path::Path;

use super::{Listing, Place, Source, SourceError, SourceFile, Tree, absolute, from_root};

/// One post from standard input, among the files on disk.
#[derive(Debug)]
pub struct Input {
    tree: Tree,
    path: String,
    bytes: Vec<u8>,
}

impl Input {
    /// `bytes` in place of what the file at `path`, as seen from `cwd`, holds;
    /// it need not be there.
    pub fn new(root: &Path, cwd: &Path, path: &Path, bytes: Vec<u8>) -> Input {
        Input {
            tree: Tree::new(root, cwd, &[]),
            path: from_root(root, &absolute(cwd, path)),
            bytes,
        }
    }
}

impl Source for Input {
    fn list(&self) -> Result<Listing, SourceError> {
        let file = SourceFile {
            path: self.path.clone(),
            size: self.bytes.len() as u64,
            named: true,
            place: Place::Given,
            before: Vec::new(),
        };
        Ok(Listing {
            files: vec![file],
            ..Listing::default()
        })
    }

    fn read(&self, place: &Place) -> Result<Vec<u8>, String> {
        match place {
            Place::Given => Ok(self.bytes.clone()),
            other => self.tree.read(other),
        }
    }

    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)> {
        self.tree.authors(path, text)
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        self.tree.file(path)
    }

    fn may_have_folder(&self, path: &str) -> bool {
        self.tree.may_have_folder(path)
    }

    fn has_file(&self, path: &str) -> bool {
        self.tree.has_file(path)
    }
}
