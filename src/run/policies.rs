//! The policy for a post: the file nearest to it, found from the post upwards.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::finding::{FileReport, Fingerprints};
use crate::policy::{self, Overrides, Policy, RawPolicy};
use crate::source::{self, POLICY_FILE, Source, SourceError, join};

/// A policy, and the folder its paths are meant from.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) dir: String,
    pub(super) policy: Arc<Policy>,
    /// True when no file says what it is.
    is_built_in: bool,
}

/// Policies by folder; each file is read once.
pub(super) struct Policies<'a> {
    source: &'a dyn Source,
    overrides: &'a Overrides,
    by_dir: FxHashMap<String, InForce>,
    fixed: Option<InForce>,
    faults: Vec<FileReport>,
    /// The folder of a post without any policy above it.
    without: Option<String>,
}

impl<'a> Policies<'a> {
    pub(super) fn new(source: &'a dyn Source, overrides: &'a Overrides) -> Policies<'a> {
        Policies {
            source,
            overrides,
            by_dir: FxHashMap::default(),
            fixed: None,
            faults: Vec::new(),
            without: None,
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
        self.fixed = Some(InForce {
            dir,
            policy,
            is_built_in: false,
        });
        Ok(())
    }

    /// The policy for a post in the folder `dir`, which has none when no file says so.
    pub(super) fn used_for(&mut self, dir: &str, in_force: &InForce) {
        if in_force.is_built_in && self.without.is_none() {
            self.without = Some(dir.to_owned());
        }
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
                    is_built_in: false,
                }
            }
            (None, Some(parent)) => self.of(parent)?,
            (None, None) => InForce {
                dir: String::new(),
                policy: Arc::new(Policy::resolve(RawPolicy::default(), self.overrides)),
                is_built_in: true,
            },
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

    /// What to say when posts have no policy file.
    pub(super) fn notice(&self) -> Option<String> {
        let without = self.without.as_ref()?;
        let is_only = self.by_dir.values().all(|found| found.is_built_in);
        let place = match (is_only, without.as_str()) {
            (true, _) => String::new(),
            (false, "") => " for the posts at the top".to_owned(),
            (false, dir) => format!(" above {dir}"),
        };
        Some(format!(
            "no {POLICY_FILE} found{place}: the built-in general policy was used"
        ))
    }
}

pub(super) fn parent(dir: &str) -> Option<&str> {
    if dir.is_empty() {
        return None;
    }
    Some(dir.rsplit_once('/').map_or("", |(parent, _)| parent))
}
