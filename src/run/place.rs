//! The policy of a place: of the folder somebody stands in, of a folder that is
//! named, or of one post.

use std::path::{Path, PathBuf};

use super::Console;
use super::generators::Generators;
use super::policies::{InForce, Policies, parent};
use crate::finding::FileReport;
use crate::handbook::Subject;
use crate::policy::{Overrides, Scope};
use crate::post::{Generator, Post};
use crate::source::{self, Source, SourceError, Tree};

/// A place, and the policy for the posts there.
pub(super) struct Place {
    in_force: InForce,
    /// A post of the place, and what the place is called; none where a policy
    /// file stands, which is for more than what is right beside it.
    post: Option<(Post, String)>,
    /// Faults of the policy files.
    pub(super) faults: Vec<FileReport>,
}

impl Place {
    /// The place at `path`, or the folder somebody stands in. A policy named by
    /// `config` is used in place of those that are found there.
    pub(super) fn find(
        path: Option<&Path>,
        config: Option<&Path>,
        console: &Console<'_>,
    ) -> Result<Place, SourceError> {
        let overrides = Overrides::default();
        let paths: Vec<PathBuf> = path.map(Path::to_owned).into_iter().collect();
        let root = source::find_root(&console.cwd, &paths);
        let tree = Tree::new(&root, &console.cwd, &paths);
        let mut policies = Policies::new(&tree, &overrides);
        if let Some(config) = config {
            policies.fix_to(&source::absolute(&console.cwd, config), &root)?;
        }
        let (in_force, post) = match path {
            None => {
                let here = source::from_root(&root, &console.cwd);
                (policies.of(&here)?, None)
            }
            Some(path) => {
                let shown = source::from_root(&root, &source::absolute(&console.cwd, path));
                let (in_force, post) = at(&tree, &mut policies, &shown)?;
                let files = in_force.layers.files();
                let is_home = files.last().is_some_and(|layer| layer.dir == shown);
                (in_force, (!is_home).then_some((post, shown)))
            }
        };
        Ok(Place {
            in_force,
            post,
            faults: policies.take_faults(),
        })
    }

    /// True when no policy file is there.
    pub(super) fn is_without_policy(&self) -> bool {
        self.in_force.layers.files().is_empty()
    }

    /// What the policy is for. A folder whose posts are like all others is not
    /// called by its name.
    pub(super) fn subject(&self) -> Subject<'_> {
        let layers = &*self.in_force.layers;
        let post = self.post.as_ref();
        let scope = post.map_or(Scope::General, |(post, _)| Scope::Post(post));
        let place = post.filter(|(post, shown)| post.path() == shown || !layers.is_general(scope));
        Subject {
            layers,
            scope,
            place: place.map(|(_, shown)| shown.as_str()),
        }
    }
}

/// The policy for the post or folder at `shown`, and the post, which in a
/// folder is one without a word.
fn at(
    tree: &Tree,
    policies: &mut Policies<'_>,
    shown: &str,
) -> Result<(InForce, Post), SourceError> {
    let listing = tree.list()?;
    let Some(file) = listing.files.iter().find(|file| file.named) else {
        let post = source::join(shown, "post.md");
        return Ok((
            policies.of(shown)?,
            Post::parse(post, "", Generator::Unknown),
        ));
    };
    let text = super::inspect::text(tree, file)?;
    let dir = parent(&file.path).unwrap_or_default();
    let in_force = policies.of(dir)?;
    let generator = in_force
        .layers
        .generator()
        .unwrap_or_else(|| Generators::new(tree, &listing).of(dir));
    let post = Post::parse(file.path.clone(), text, generator);
    Ok((in_force, post))
}
