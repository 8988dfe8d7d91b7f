//! The files around the posts, as the source of the run has them.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::finding::Skipped;
use crate::picture::{self, Fact, Reading, Trace};
use crate::site::{self, Site};
use crate::source::{self, Source};

/// What a picture gives away, once that was asked for.
type Known = Arc<OnceLock<Option<Arc<[Fact]>>>>;

/// The files around the posts; each is read once, when a rule asks for it.
pub(super) struct Files<'a> {
    source: &'a dyn Source,
    known: Mutex<FxHashMap<String, Known>>,
    /// By folder of posts.
    tops: Mutex<FxHashMap<String, Arc<[String]>>>,
    read: Mutex<BTreeSet<String>>,
    unread: Mutex<BTreeSet<Skipped>>,
    pointers: Mutex<usize>,
}

impl<'a> Files<'a> {
    pub(super) fn new(source: &'a dyn Source) -> Files<'a> {
        Files {
            source,
            known: Mutex::default(),
            tops: Mutex::default(),
            read: Mutex::default(),
            unread: Mutex::default(),
            pointers: Mutex::default(),
        }
    }

    /// The pictures that were looked at from end to end.
    pub(super) fn read(&self) -> BTreeSet<String> {
        lock(&self.read).clone()
    }

    /// The pictures that could not be looked at, and why.
    pub(super) fn unread(&self) -> Vec<Skipped> {
        lock(&self.unread).iter().cloned().collect()
    }

    /// What to say of pictures that are not here.
    pub(super) fn notice(&self) -> Option<String> {
        let pictures = match *lock(&self.pointers) {
            0 => return None,
            1 => "1 picture is a Git LFS pointer and was".to_owned(),
            count => format!("{count} pictures are Git LFS pointers and were"),
        };
        Some(format!(
            "{pictures} not checked: run `git lfs pull`, then check the files on disk"
        ))
    }

    /// Takes the `traces` out of the picture at `path`, on disk below `root`.
    pub(super) fn clean(&self, root: &Path, path: &str, traces: &[Trace]) -> Result<(), String> {
        let before = self.source.file(path)?.ok_or("it is gone")?;
        let after = picture::clean(&before, traces).ok_or("it was changed meanwhile")?;
        source::replace(&root.join(path), &before, &after).map_err(|why| why.to_string())?;
        lock(&self.known).remove(path);
        Ok(())
    }

    fn look(&self, path: &str) -> Option<Arc<[Fact]>> {
        if !self.source.has_file(path) {
            return None;
        }
        let bytes = match self.source.file(path) {
            Ok(bytes) => bytes?,
            Err(reason) => return Some(self.skip(path, reason)),
        };
        let reading = picture::read(&bytes);
        if source::is_lfs_pointer(&bytes) {
            *lock(&self.pointers) += 1;
        } else if let Reading::Damaged(_) = reading {
            self.skip(path, "the picture is damaged".to_owned());
        } else {
            lock(&self.read).insert(path.to_owned());
        }
        Some(reading.facts().into())
    }

    /// Notes why nothing is known of a picture.
    fn skip(&self, path: &str, reason: String) -> Arc<[Fact]> {
        lock(&self.unread).insert(Skipped {
            path: path.to_owned(),
            reason,
            broken: false,
        });
        Arc::default()
    }
}

impl Site for Files<'_> {
    fn picture(&self, path: &str) -> Option<Arc<[Fact]>> {
        let known = {
            let mut known = lock(&self.known);
            match known.get(path) {
                Some(found) => found.clone(),
                None => known.entry(path.to_owned()).or_default().clone(),
            }
        };
        // Another thread may read another picture meanwhile.
        known.get_or_init(|| self.look(path)).clone()
    }

    fn tops(&self, folder: &str) -> Arc<[String]> {
        let mut known = lock(&self.tops);
        if let Some(tops) = known.get(folder) {
            return tops.clone();
        }
        let mut tops = site::tops(folder);
        tops.retain(|top| self.source.may_have_folder(top));
        let tops: Arc<[String]> = tops.into();
        known.insert(folder.to_owned(), tops.clone());
        tops
    }
}

impl fmt::Debug for Files<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Files")
    }
}

/// Whoever panicked with the lock in hand left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
