//! What makes pages of the posts, told by the files around them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::policies::parent;
use crate::post::Generator;
use crate::source::{Listing, Source, join};

/// Generators by folder.
pub(super) struct Generators<'a> {
    source: &'a dyn Source,
    /// Folders whose files were all seen, and those of their files that tell.
    walked: Vec<String>,
    seen: FxHashSet<String>,
    by_dir: FxHashMap<String, Generator>,
}

/// A file that stands beside the settings of a generator written in
/// JavaScript, which a walk does not see when they are hidden.
const BESIDE_HIDDEN: &str = "package.json";

impl<'a> Generators<'a> {
    pub(super) fn new(source: &'a dyn Source, listing: &Listing) -> Generators<'a> {
        let is_telling = |path: &&str| {
            let is_at = |sign: &str| {
                let folder = path.strip_suffix(sign);
                folder.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
            };
            is_at(BESIDE_HIDDEN) || Generator::signs().any(is_at)
        };
        let files = listing.files.iter().map(|file| file.path.as_str());
        let paths = files.chain(listing.links.iter().map(String::as_str));
        Generators {
            source,
            walked: listing.folders.clone(),
            seen: paths.filter(is_telling).map(str::to_owned).collect(),
            by_dir: FxHashMap::default(),
        }
    }

    /// What makes pages of the files in the folder `dir`: the nearest site tells.
    pub(super) fn of(&mut self, dir: &str) -> Generator {
        if let Some(known) = self.by_dir.get(dir) {
            return *known;
        }
        let found = match (self.here(dir), parent(dir)) {
            (Some(found), _) => found,
            (None, Some(parent)) => self.of(parent),
            (None, None) => Generator::Unknown,
        };
        self.by_dir.insert(dir.to_owned(), found);
        found
    }

    /// The generator whose settings stand in the folder `dir`.
    fn here(&self, dir: &str) -> Option<Generator> {
        let was_walked = self.walked.iter().any(|folder| is_below(dir, folder));
        let may_hide = !was_walked || self.seen.contains(&join(dir, BESIDE_HIDDEN));
        Generator::signs().find_map(|sign| {
            let path = join(dir, sign);
            let may_be_there = if sign.starts_with('.') {
                may_hide
            } else {
                !was_walked || self.seen.contains(&path)
            };
            if !may_be_there {
                return None;
            }
            let bytes = self.source.file(&path).ok()??;
            Generator::told_by(sign, &String::from_utf8_lossy(&bytes))
        })
    }
}

fn is_below(dir: &str, folder: &str) -> bool {
    let rest = dir.strip_prefix(folder);
    folder.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
