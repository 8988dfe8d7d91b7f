//! The policy files that apply to one folder, and the policy they make of it
//! for each post there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;

use super::overrides::Overrides;
use super::resolve::{self, Decided};
use super::{Layer, Placed, Policy, Posts, RawPolicy, read};
use crate::finding::{Finding, PolicyFile};
use crate::post::{Generator, Post};
use crate::span::Span;

/// The policy files from the root down to a folder, each behind what it
/// extends: the nearest has the last word.
#[derive(Debug)]
pub struct Layers {
    layers: Vec<Arc<Layer>>,
    overrides: Arc<Overrides>,
    posts: Posts,
    resolved: Mutex<FxHashMap<Case, Arc<Policy>>>,
}

/// Which posts of a folder are meant.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// Posts that are for no audience, and that no overrides are for.
    General,
    /// The posts of an audience.
    Audience(&'a str),
    /// The posts that some overrides are for: the number of the layer, and
    /// that of the overrides in it.
    Overrides(usize, usize),
    /// One post.
    Post(&'a Post),
}

/// What makes the policy of one post another than that of its neighbour: its
/// audience, and the overrides that are for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Case {
    pub(super) audience: Option<String>,
    /// For each layer, one for each of its overrides.
    pub(super) overrides: Vec<Vec<bool>>,
    /// For each layer, one for each of its own rules.
    pub(super) own: Vec<Vec<bool>>,
}

impl Default for Layers {
    /// The built-in general policy.
    fn default() -> Layers {
        Layers::new(Vec::new(), Arc::default())
    }
}

impl Layers {
    /// The `layers`, outermost first, with what the command line asks for.
    pub fn new(layers: Vec<Arc<Layer>>, overrides: Arc<Overrides>) -> Layers {
        Layers {
            posts: resolve::posts(&layers),
            layers,
            overrides,
            resolved: Mutex::default(),
        }
    }

    /// One policy file with this `text` at the root, and the faults in it.
    pub fn of_file(text: &str, overrides: Overrides) -> (Layers, Vec<Finding>) {
        let (raw, faults) = read(text);
        let layer = Layer {
            file: Arc::new(PolicyFile {
                path: "sayso.toml".to_owned(),
                text: text.to_owned(),
            }),
            dir: String::new(),
            raw,
        };
        (
            Layers::new(vec![Arc::new(layer)], Arc::new(overrides)),
            faults,
        )
    }

    /// The words in `text`, one a line, `#` in front of what is none: a file
    /// that adds to `[company] words`.
    pub fn word_file(path: &str, text: &str) -> Layer {
        let words = text.lines().map(str::trim);
        let words = words.filter(|word| !word.is_empty() && !word.starts_with('#'));
        Layer {
            raw: RawPolicy {
                words: Some(Placed {
                    value: words.map(str::to_owned).collect(),
                    span: Span::new(0, text.len()),
                }),
                ..RawPolicy::default()
            },
            file: Arc::new(PolicyFile {
                path: path.to_owned(),
                text: text.to_owned(),
            }),
            dir: String::new(),
        }
    }

    /// The files, outermost first.
    pub fn files(&self) -> &[Arc<Layer>] {
        &self.layers
    }

    /// True when the file at `path` from the root is a post.
    pub fn is_post(&self, path: &str) -> bool {
        self.posts.matches(path)
    }

    /// True when the file at `path` from the root is left out, whatever it is.
    pub fn excludes(&self, path: &str) -> bool {
        self.posts.excludes(path)
    }

    /// Posts with more bytes are skipped.
    pub fn max_bytes(&self) -> u64 {
        self.posts.max_bytes
    }

    /// What makes pages of the posts, when a file says so.
    pub fn generator(&self) -> Option<Generator> {
        let said = |layer: &Arc<Layer>| Some(layer.raw.generator.as_ref()?.value);
        self.layers.iter().rev().find_map(said)
    }

    /// The policy for `post`.
    pub fn for_post(&self, post: &Post) -> Arc<Policy> {
        self.policy(Scope::Post(post))
    }

    /// The policy for the posts of `scope`.
    pub fn policy(&self, scope: Scope<'_>) -> Arc<Policy> {
        let case = self.case(scope);
        // Whoever panicked with the lock in hand left nothing half done.
        let mut resolved = self
            .resolved
            .lock()
            .unwrap_or_else(|lock| lock.into_inner());
        resolved
            .entry(case)
            .or_insert_with_key(|case| {
                Arc::new(resolve::policy(&self.layers, case, &self.overrides))
            })
            .clone()
    }

    /// What the files decided on the rules they name, for the posts of `scope`.
    pub fn decided(&self, scope: Scope<'_>) -> BTreeMap<&str, Decided<'_>> {
        resolve::decided(&self.layers, &self.case(scope))
    }

    /// True when the posts of `scope` are for no audience, and no overrides are
    /// for them.
    pub fn is_general(&self, scope: Scope<'_>) -> bool {
        self.case(scope) == self.case(Scope::General)
    }

    fn case(&self, scope: Scope<'_>) -> Case {
        Case {
            audience: match scope {
                Scope::Audience(name) => Some(name.to_owned()),
                Scope::Post(post) => self.audience(post),
                Scope::General | Scope::Overrides(..) => None,
            },
            overrides: (0..self.layers.len())
                .map(|layer| self.overrides_for(scope, layer))
                .collect(),
            own: self
                .layers
                .iter()
                .map(|layer| own_for(scope, layer))
                .collect(),
        }
    }

    /// Which overrides of a layer are for the posts of `scope`.
    fn overrides_for(&self, scope: Scope<'_>, number: usize) -> Vec<bool> {
        let layer = &self.layers[number];
        let overrides = layer.raw.overrides.iter().enumerate();
        overrides
            .map(|(at, one)| match scope {
                Scope::Post(post) => one.condition.holds(post, below(&layer.dir, post.path())),
                Scope::Overrides(layer, chosen) => (layer, chosen) == (number, at),
                Scope::General | Scope::Audience(_) => false,
            })
            .collect()
    }

    /// The audience that the front matter names, else the one whose paths the
    /// post is at; among several the last one of the nearest file.
    fn audience(&self, post: &Post) -> Option<String> {
        let audiences = || {
            let layers = self.layers.iter().rev();
            layers.flat_map(|layer| {
                layer
                    .raw
                    .audiences
                    .iter()
                    .rev()
                    .map(move |one| (layer, one))
            })
        };
        let by_name = audiences().find(|(_, one)| one.is_named_by(post));
        let by_place = || {
            audiences()
                .find(|(layer, one)| one.condition.holds(post, below(&layer.dir, post.path())))
        };
        by_name
            .or_else(by_place)
            .map(|(_, audience)| audience.name.value.clone())
    }
}

/// Which own rules of a layer are for the posts of `scope`, by their paths.
fn own_for(scope: Scope<'_>, layer: &Layer) -> Vec<bool> {
    let own = layer.raw.custom.iter();
    own.map(|rule| match (scope, rule.paths()) {
        (Scope::Post(post), Some(paths)) => paths.is_match(below(&layer.dir, post.path())),
        (_, paths) => paths.is_none(),
    })
    .collect()
}

/// `path` from the folder `dir`; both are from the root.
pub fn below<'a>(dir: &str, path: &'a str) -> &'a str {
    if dir.is_empty() {
        return path;
    }
    path.strip_prefix(dir)
        .and_then(|rest| rest.strip_prefix('/'))
        .unwrap_or(path)
}
