//! The policy files for a post: those above it, from the root down, each behind
//! the presets and files it extends.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::finding::{FileReport, Finding, Findings, Fingerprints, Level, POLICY_RULE, PolicyFile};
use crate::nearest::nearest;
use crate::policy::{self, Layer, Layers, Overrides, Placed};
use crate::source::{self, POLICY_FILE, Source, SourceError, join};

/// More words that are right.
const WORD_FILE: &str = ".sayso/words";

/// The policy of a folder.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) layers: Arc<Layers>,
    /// True when no file says what it is.
    is_built_in: bool,
}

/// Policies by folder; each file is read once.
pub(super) struct Policies<'a> {
    source: &'a dyn Source,
    overrides: Arc<Overrides>,
    by_dir: FxHashMap<String, InForce>,
    fixed: Option<InForce>,
    faults: Vec<FileReport>,
    /// The folder of a post without any policy above it.
    without: Option<String>,
    /// What there is to say about the files that were read.
    notices: Vec<String>,
}

/// A policy file that is being read.
struct File<'t> {
    /// Path from the root, or the name of a preset.
    path: String,
    text: &'t str,
    /// The folder its patterns are meant from.
    dir: &'t str,
}

impl<'a> Policies<'a> {
    pub(super) fn new(source: &'a dyn Source, overrides: &Overrides) -> Policies<'a> {
        Policies {
            source,
            overrides: Arc::new(overrides.clone()),
            by_dir: FxHashMap::default(),
            fixed: None,
            faults: Vec::new(),
            without: None,
            notices: Vec::new(),
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
        let mut layers = self.words()?;
        let file = File {
            path: shown,
            text: &text,
            dir: &dir,
        };
        self.add(file, &mut Vec::new(), &mut layers);
        self.fixed = Some(self.in_force(layers));
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
        let outer = match parent(dir) {
            Some(parent) => self.of(parent)?,
            None => {
                let words = self.words()?;
                self.in_force(words)
            }
        };
        let found = self.source.policy(dir)?;
        self.compare(&join(dir, POLICY_FILE), found.is_some());
        let found = match found {
            Some(text) => {
                let mut layers = outer.layers.files().to_vec();
                let file = File {
                    path: join(dir, POLICY_FILE),
                    text: &text,
                    dir,
                };
                self.add(file, &mut Vec::new(), &mut layers);
                self.in_force(layers)
            }
            None => outer,
        };
        self.by_dir.insert(dir.to_owned(), found.clone());
        Ok(found)
    }

    /// The words of the repo, when it lists any.
    fn words(&mut self) -> Result<Vec<Arc<Layer>>, SourceError> {
        let file = self.source.file(WORD_FILE).map_err(|reason| {
            SourceError::new(format!("the words in {WORD_FILE} cannot be read: {reason}"))
        })?;
        let Some(bytes) = file else {
            return Ok(Vec::new());
        };
        self.compare(WORD_FILE, true);
        let text = source::policy_text(WORD_FILE, bytes)?;
        Ok(vec![Arc::new(Layers::word_file(WORD_FILE, &text))])
    }

    /// Says when somebody who looks at the disk sees another policy.
    fn compare(&mut self, path: &str, is_read: bool) {
        if self.source.is_same_on_disk(path) != Some(false) {
            return;
        }
        self.notices.push(if is_read {
            format!("the staged {path} was used, and the one on disk is another")
        } else {
            format!("{path} is not staged, so it did not count")
        });
    }

    fn in_force(&self, layers: Vec<Arc<Layer>>) -> InForce {
        InForce {
            is_built_in: layers.iter().all(|layer| layer.file.path == WORD_FILE),
            layers: Arc::new(Layers::new(layers, self.overrides.clone())),
        }
    }

    /// Reads `file` and adds it to `layers`, behind what it extends. The files
    /// that led to it are in `chain`.
    fn add(&mut self, file: File<'_>, chain: &mut Vec<String>, layers: &mut Vec<Arc<Layer>>) {
        let (raw, mut faults) = policy::read(file.text);
        chain.push(file.path.clone());
        for extended in &raw.extends {
            if let Err((message, help)) = self.extend(extended, file.dir, chain, layers) {
                let mut fault = Findings::new(POLICY_RULE, Level::Error, None);
                fault.report(extended.span, message).help(help);
                faults.extend(fault.into_vec());
            }
        }
        chain.pop();
        faults.extend(policy::strangers(&raw, layers));
        self.note(&file, faults);
        layers.push(Arc::new(Layer {
            file: Arc::new(PolicyFile {
                path: file.path,
                text: file.text.to_owned(),
            }),
            dir: file.dir.to_owned(),
            raw,
        }));
    }

    /// Adds what is `extended` by the last file of the `chain`; or says why it
    /// cannot be, and what to do.
    fn extend(
        &mut self,
        extended: &Placed<String>,
        dir: &str,
        chain: &mut Vec<String>,
        layers: &mut Vec<Arc<Layer>>,
    ) -> Result<(), (String, String)> {
        let name = &extended.value;
        if let Some(preset) = name.strip_prefix(policy::PREFIX) {
            let Some(text) = policy::preset(preset) else {
                let help = match nearest(preset, policy::preset_names()) {
                    Some(near) => format!("did you mean `{}{near}`?", policy::PREFIX),
                    None => {
                        let names: Vec<_> = policy::preset_names().collect();
                        format!("the presets are {}", names.join(", "))
                    }
                };
                return Err((format!("there is no preset `{name}`"), help));
            };
            let file = File {
                path: name.clone(),
                text,
                dir,
            };
            self.add(file, chain, layers);
            return Ok(());
        }
        let from = chain
            .last()
            .and_then(|file| parent(file))
            .unwrap_or_default();
        let Some(path) = resolve(from, name) else {
            return Err((
                format!("`{name}` leads out of the repo"),
                "extend a preset (`sayso:press`) or a file of this repo, by its path from here"
                    .into(),
            ));
        };
        if chain.contains(&path) {
            let circle = chain.iter().chain([&path]);
            let circle: Vec<_> = circle.map(String::as_str).collect();
            return Err((
                "these policies extend each other in a circle".into(),
                format!("break it somewhere: {}", circle.join(" extends ")),
            ));
        }
        let read = match self.source.file(&path) {
            Ok(Some(bytes)) => {
                self.compare(&path, true);
                source::policy_text(&path, bytes).map_err(|error| error.message)
            }
            Ok(None) => Err(format!("there is no file {path}")),
            Err(reason) => Err(format!("{path} cannot be read: {reason}")),
        };
        let text = read.map_err(|message| {
            let help =
                "give the path of a policy file from here, or a preset such as `sayso:press`";
            (message, help.to_owned())
        })?;
        let file = File {
            path,
            text: &text,
            dir,
        };
        self.add(file, chain, layers);
        Ok(())
    }

    /// Keeps the `faults` of a file, once.
    fn note(&mut self, file: &File<'_>, mut faults: Vec<Finding>) {
        if faults.is_empty() || self.faults.iter().any(|known| known.path == file.path) {
            return;
        }
        faults.sort_by_key(|fault| fault.span);
        let mut fingerprints = Fingerprints::new(&file.path);
        for fault in &mut faults {
            fault.fingerprint = fingerprints.next(&fault.rule, fault.span.slice(file.text));
        }
        self.faults
            .push(FileReport::new(file.path.clone(), file.text.into(), faults));
    }

    /// The first rule that the command line names and nobody knows.
    pub(super) fn unknown_rule(&self) -> Option<&str> {
        let read = || self.by_dir.values().chain(&self.fixed);
        let is_known = |id: &str| {
            let mut layers = read().flat_map(|found| found.layers.files());
            layers.any(|layer| layer.raw.own_rules().any(|known| known == id))
        };
        self.overrides.strangers().find(|id| !is_known(id))
    }

    /// Every fault of every policy file that was read.
    pub(super) fn take_faults(&mut self) -> Vec<FileReport> {
        self.faults.sort_by(|a, b| a.path.cmp(&b.path));
        std::mem::take(&mut self.faults)
    }

    /// What there is to say once the posts have their policies.
    pub(super) fn notices(&mut self) -> Vec<String> {
        let mut notices = std::mem::take(&mut self.notices);
        notices.extend(self.no_policy());
        notices
    }

    /// What to say when posts have no policy file.
    fn no_policy(&self) -> Option<String> {
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

/// The path from the root that `relative` means in the folder `dir`; none when
/// it leads out of the root.
fn resolve(dir: &str, relative: &str) -> Option<String> {
    if relative.starts_with('/') || dir.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = dir.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_root() {
        assert_eq!(resolve("a/b", "../c.toml").as_deref(), Some("a/c.toml"));
        assert_eq!(resolve("", "./c.toml").as_deref(), Some("c.toml"));
        assert_eq!(resolve("a", "../../c.toml"), None);
        assert_eq!(resolve("a", "/etc/c.toml"), None);
    }
}
