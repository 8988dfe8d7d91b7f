//! Which files are posts.

use std::sync::LazyLock;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::layers::below;

/// The patterns of `[posts]`.
#[derive(Debug)]
pub struct Posts {
    /// None for the built-in ones.
    include: Option<Patterns>,
    exclude: Option<Patterns>,
    /// Larger files are skipped, and said to be.
    pub max_bytes: u64,
}

/// Patterns for paths from a folder.
#[derive(Debug)]
struct Patterns {
    dir: String,
    globs: GlobSet,
}

/// Markdown, by the names that generators know.
const INCLUDE: [&str; 1] = ["**/*.{[mM][dD],markdown,mdown,mkd,[mM][dD][xX]}"];

/// What is Markdown in a repo and no post, and what is not the team's own. The
/// names are in capitals as repos have them: `security.md` may well be a post.
const EXCLUDE: [&str; 3] = [
    "**/{README,Readme,readme}{,.*}.md",
    "**/{CHANGELOG,CHANGES,CONTRIBUTING,CODE_OF_CONDUCT,LICENSE,LICENCE,NOTICE,SECURITY,SUPPORT,GOVERNANCE,MAINTAINERS,AUTHORS,CLAUDE,AGENTS}.md",
    "**/{node_modules,vendor,third_party,target}/**",
];

/// Five megabytes: a long post has a hundredth of it.
const MAX_BYTES: u64 = 5_000_000;

/// No file is larger than this, so that places in it fit 32 bits.
const MOST_BYTES: u64 = 1_000_000_000;

impl Posts {
    /// The patterns given, each with the folder they are meant from; none for
    /// `include` stands for all Markdown but the files about the repo itself.
    pub fn new(
        include: Option<(String, Vec<Glob>)>,
        exclude: Option<(String, Vec<Glob>)>,
        max_bytes: Option<u64>,
    ) -> Posts {
        Posts {
            include: include.map(Patterns::new),
            exclude: exclude.map(Patterns::new),
            max_bytes: max_bytes.unwrap_or(MAX_BYTES).min(MOST_BYTES),
        }
    }

    /// True when the file at `path` from the root is a post.
    pub fn matches(&self, path: &str) -> bool {
        let is_included = match &self.include {
            Some(include) => include.match_path(path),
            None => INCLUDED.is_match(path) && !EXCLUDED.is_match(path),
        };
        let mut excluded = self.exclude.iter();
        is_included && !excluded.any(|exclude| exclude.match_path(path))
    }

    /// True when the file at `path`, whatever it is, is left out: it is in a
    /// folder of other people's files, or the policy says so.
    pub fn excludes(&self, path: &str) -> bool {
        let mut excluded = self.exclude.iter();
        EXCLUDED.is_match(path) || excluded.any(|exclude| exclude.match_path(path))
    }
}

impl Patterns {
    fn new((dir, globs): (String, Vec<Glob>)) -> Patterns {
        Patterns {
            dir,
            globs: set(&globs),
        }
    }

    fn match_path(&self, path: &str) -> bool {
        self.globs.is_match(below(&self.dir, path))
    }
}

static INCLUDED: LazyLock<GlobSet> = LazyLock::new(|| built_in_set(&INCLUDE));
static EXCLUDED: LazyLock<GlobSet> = LazyLock::new(|| built_in_set(&EXCLUDE));

fn built_in_set(patterns: &[&str]) -> GlobSet {
    let globs: Vec<Glob> = patterns.iter().filter_map(|one| built_in(one)).collect();
    set(&globs)
}

/// A pattern of this file; a test builds them all.
fn built_in(pattern: &str) -> Option<Glob> {
    GlobBuilder::new(pattern)
        .literal_separator(true)
        .empty_alternates(true)
        .build()
        .ok()
}

pub(super) fn set(globs: &[Glob]) -> GlobSet {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        builder.add(glob.clone());
    }
    // Each glob was built before, and together they are far below any limit.
    builder.build().unwrap_or_else(|_| GlobSet::empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_patterns_are_patterns() {
        assert!(
            INCLUDE
                .iter()
                .chain(&EXCLUDE)
                .all(|p| built_in(p).is_some())
        );
    }

    #[test]
    fn without_patterns_all_markdown_is_a_post_but_files_about_the_repo() {
        let posts = Posts::new(None, None, None);
        for path in [
            "a.md",
            "content/blog/b.mdx",
            "_posts/2026-05-04-c.markdown",
            "blog/security.md",
        ] {
            assert!(posts.matches(path), "{path}");
        }
        for path in [
            "README.md",
            "docs/readme.md",
            "a.txt",
            "x/node_modules/y/z.md",
            "CHANGELOG.md",
            "README.de.md",
        ] {
            assert!(!posts.matches(path), "{path}");
        }
    }

    #[test]
    fn a_star_stays_in_its_folder() {
        let glob = GlobBuilder::new("content/*.md")
            .literal_separator(true)
            .build();
        let posts = Posts::new(
            Some((String::new(), vec![glob.expect("a glob")])),
            None,
            None,
        );
        assert!(posts.matches("content/a.md"));
        assert!(!posts.matches("content/blog/a.md"));
    }
}
