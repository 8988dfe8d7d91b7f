//! Posts as a commit holds them, compared with an earlier one.

use std::path::{Path, PathBuf};

use super::filter::Filter;
use super::git::{self, Changed, Failure, Reader, Shared};
use super::{Listing, Place, Source, SourceError, blob_file, settings};

/// What is to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The revision that the work began from; compared is the last commit that
    /// both have, since what others did later is not this work.
    pub base: String,
    /// The revision that is checked.
    pub tip: String,
}

impl Range {
    /// `A..B` or `A...B`, either end `HEAD` when left out.
    pub fn parse(text: &str) -> Option<Range> {
        let (base, tip) = text.split_once("..")?;
        let tip = tip.strip_prefix('.').unwrap_or(tip);
        let or_head = |end: &str| if end.is_empty() { "HEAD" } else { end }.to_owned();
        if tip.contains("..") || (base.is_empty() && tip.is_empty()) {
            return None;
        }
        Some(Range {
            base: or_head(base),
            tip: or_head(tip),
        })
    }
}

/// The files that commits changed.
pub struct Commits {
    git: Shared,
    /// The commit that is checked.
    tip: String,
    changed: Vec<Changed>,
    filter: Filter,
    /// Why there is nothing to compare with, where that is so.
    without_base: Option<String>,
}

impl Commits {
    /// The files that the commits of `range` changed in the repository around
    /// the current folder, whose work tree is `root`; of them those in `paths`,
    /// as seen from `cwd`, or all. Without a base they are all the files of the
    /// commit.
    pub fn open(
        range: &Range,
        root: &Path,
        cwd: &Path,
        paths: &[PathBuf],
        reader: Reader,
    ) -> Result<Commits, SourceError> {
        git::open(reader, |git| {
            let Some(tip) = git.commit(&range.tip)? else {
                let error = SourceError::new(no_commit(&range.tip));
                let error = error.help("`git log` shows the commits there are");
                return Err(Failure::Unable(error));
            };
            // What work on the tip began from; or why it is not known.
            let base = match git.commit(&range.base)? {
                None => Err(no_commit(&range.base)),
                Some(base) => git.merge_base(&base, &tip).ok_or_else(|| {
                    let base = &range.base;
                    format!("`{base}` has no commit in common with what is checked")
                }),
            };
            let changed = git.between(base.as_deref().ok(), &tip)?;
            Ok(Commits {
                git: Shared::new(git),
                tip,
                changed,
                filter: Filter::new(root, cwd, paths),
                without_base: base.err(),
            })
        })
    }

    /// Why there is nothing to compare with, where that is so.
    pub fn without_base(&self) -> Option<&str> {
        self.without_base.as_deref()
    }
}

fn no_commit(revision: &str) -> String {
    format!("there is no commit `{revision}` in this clone")
}

impl Source for Commits {
    fn list(&self) -> Result<Listing, SourceError> {
        let files = self.changed.iter();
        let git = self.git.lock();
        Ok(Listing {
            is_change: self.without_base.is_none(),
            files: files
                .filter_map(|file| blob_file(&**git, &self.filter, file))
                .collect(),
            ..Listing::default()
        })
    }

    fn read(&self, place: &Place) -> Result<Vec<u8>, String> {
        match place {
            Place::Blob(id) => self.git.lock().read(id),
            Place::Disk(_) | Place::Given => Err("it is not in a commit".into()),
        }
    }

    fn authors(&self, path: &str, text: &str) -> Vec<(usize, Option<String>)> {
        self.git.lock().authors(Path::new(path), text)
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let git = self.git.lock();
        let blob = git.in_commit(&self.tip, path.as_bytes())?;
        blob.map(|blob| settings(&**git, &blob)).transpose()
    }

    fn has_file(&self, path: &str) -> bool {
        let blob = self.git.lock().in_commit(&self.tip, path.as_bytes());
        matches!(blob, Ok(Some(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_ends() {
        let range = |base: &str, tip: &str| {
            Some(Range {
                base: base.to_owned(),
                tip: tip.to_owned(),
            })
        };
        assert_eq!(Range::parse("main..topic"), range("main", "topic"));
        assert_eq!(Range::parse("main...topic"), range("main", "topic"));
        assert_eq!(Range::parse("main.."), range("main", "HEAD"));
        assert_eq!(Range::parse("..topic"), range("HEAD", "topic"));
        for wrong in ["main", "..", "...", "a..b..c"] {
            assert_eq!(Range::parse(wrong), None, "{wrong}");
        }
    }
}
