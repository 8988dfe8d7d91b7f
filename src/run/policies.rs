//! The policy for a post: the file nearest to it, found from the post upwards.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::finding::{FileReport, Fingerprints};
use crate::policy::{self, Overrides, Policy, RawPolicy};
use crate::source::{self, POLICY_FILE, Source, SourceError};

/// A policy, and the folder its paths are meant from.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) dir: String,
    pub(super) policy: Arc<Policy>,
}

/// Policies by folder; each file is read once.
pub(super) struct Policies<'a> {
    source: &'a dyn Source,
    overrides: &'a Overrides,
    by_dir: FxHashMap<String, InForce>,
    fixed: Option<InForce>,
    faults: Vec<FileReport>,
    built_in_used: bool,
}

impl<'a> Policies<'a> {
    pub(super) fn new(source: &'a dyn Source, overrides: &'a Overrides) -> Policies<'a> {
        Policies {
            source,
            overrides,
            by_dir: FxHashMap::default(),
            fixed: None,
            faults: Vec::new(),
            built_in_used: false,
        }
    }

    /// Uses the file at `path` for every post. Its paths are meant from its
    /// own folder when that is in the root, and else from the root.
    pub(super) fn fix_to(&mut self, path: &Path, root: &Path) -> Result<(), SourceError> {
        let text = source::read_policy(path)?;
        let shown = source::from_root(root, path);
        let dir = match path.strip_prefix(root) {
            Ok(_) => parent(&shown).unwrap_or_default().to_owned(),
            Err(_) => String::new(),
        };
        let policy = self.read(&shown, &text);
        self.fixed = Some(InForce { dir, policy });
        Ok(())
    }

    /// The policy for the files in the folder `dir`.
    pub(super) fn of(&mut self, dir: &str) -> Result<InForce, SourceError> {
        if let Some(fixed) = &self.fixed {
            return Ok(fixed.clone());
        }
        if let Some(known) = self.by_dir.get(dir) {
            return Ok(known.clone());
        }
        let found = match (self.source.policy(dir)?, parent(dir)) {
            (Some(text), _) => {
                let path = join(dir, POLICY_FILE);
                InForce {
                    dir: dir.to_owned(),
                    policy: self.read(&path, &text),
                }
            }
            (None, Some(parent)) => self.of(parent)?,
            (None, None) => {
                self.built_in_used = true;
                InForce {
                    dir: String::new(),
                    policy: Arc::new(Policy::resolve(RawPolicy::default(), self.overrides)),
                }
            }
        };
        self.by_dir.insert(dir.to_owned(), found.clone());
        Ok(found)
    }

    fn read(&mut self, path: &str, text: &str) -> Arc<Policy> {
        let (raw, mut faults) = policy::read(path, text);
        let mut fingerprints = Fingerprints::new(path);
        for fault in &mut faults {
            fault.fingerprint = fingerprints.next(&fault.rule, fault.span.slice(text));
        }
        if !faults.is_empty() {
            self.faults.push(FileReport::new(path, text.into(), faults));
        }
        Arc::new(Policy::resolve(raw, self.overrides))
    }

    /// Every fault of every policy file that was read.
    pub(super) fn take_faults(&mut self) -> Vec<FileReport> {
        self.faults.sort_by(|a, b| a.path.cmp(&b.path));
        std::mem::take(&mut self.faults)
    }

    /// What to say when there is no policy file.
    pub(super) fn notice(&self) -> Option<String> {
        self.built_in_used
            .then(|| format!("no {POLICY_FILE} found: the built-in general policy was used"))
    }
}

pub(super) fn parent(dir: &str) -> Option<&str> {
    if dir.is_empty() {
        return None;
    }
    Some(dir.rsplit_once('/').map_or("", |(parent, _)| parent))
}

fn join(dir: &str, name: &str) -> String {
    if dir.is_empty() {
        name.to_owned()
    } else {
        format!("{dir}/{name}")
    }
}
