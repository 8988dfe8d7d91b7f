//! `sayso init`: from what is found in a repo to a first policy that fits it.
//!
//! A [`Survey`] is shown the settings of the site and the posts, one by one,
//! and then writes the text of a short `sayso.toml`. It reads no file: that is
//! for `run` to do.

mod audiences;
mod folders;
mod found;
mod keys;
mod lines;
mod site;
mod write;

use std::collections::BTreeMap;

use crate::post::{Generator, Post};
use crate::rules::is_post;

pub use site::Site;

use audiences::Audiences;
use folders::Folders;
use keys::Keys;

/// What was found in a repo. Paths count from the folder of the new policy.
#[derive(Debug, Default)]
pub struct Survey {
    posts: usize,
    folders: Folders,
    audiences: Audiences,
    keys: Keys,
    /// Posts by the code of their language, when it is told.
    languages: BTreeMap<String, usize>,
    /// Posts that the files above them tell no generator for.
    without_generator: usize,
    /// Every site, the one most likely meant first once all is seen.
    sites: Vec<(Site, usize)>,
    /// Where the authors are described.
    authors: Option<String>,
    /// Policies in folders below.
    inner: usize,
}

impl Survey {
    /// Takes a look at the name of a file.
    pub fn see_file(&mut self, path: &str) {
        let is_shorter = |known: &String| path.len() < known.len();
        if is_about_authors(path) && self.authors.as_ref().is_none_or(is_shorter) {
            self.authors = Some(path.to_owned());
        }
        if path.ends_with("/sayso.toml") {
            self.inner += 1;
        }
    }

    /// Takes in the settings of a site.
    pub fn see_site(&mut self, site: Site) {
        self.sites.push((site, 0));
    }

    /// Takes in a file that may be a post. `told` is the generator that the
    /// files above it tell.
    pub fn see_post(&mut self, post: &Post, told: Generator) {
        if !is_post(post) {
            return;
        }
        self.posts += 1;
        self.folders.add(post.path());
        self.audiences.add(post.path());
        self.keys.add(post);
        if let Some(code) = post.language(None) {
            *self.languages.entry(code.to_ascii_lowercase()).or_default() += 1;
        }
        if told == Generator::Unknown {
            self.without_generator += 1;
        }
        for (site, posts) in &mut self.sites {
            *posts += usize::from(site.is_above(post.path()));
        }
    }

    /// How many posts there are.
    pub fn posts(&self) -> usize {
        self.posts
    }

    /// The one generator that has settings in the repo; none when there are two.
    pub fn only_generator(&self) -> Option<Generator> {
        let (first, rest) = self.sites.split_first()?;
        let is_same = |(site, _): &(Site, usize)| site.generator == first.0.generator;
        rest.iter().all(is_same).then_some(first.0.generator)
    }

    /// The site with the most posts below it; nearest the top among equals.
    fn site(&self) -> Option<&Site> {
        let sites = self.sites.iter();
        sites
            .max_by_key(|(site, posts)| (*posts, std::cmp::Reverse(site.depth())))
            .map(|(site, _)| site)
    }

    /// The generator to write down: the files above the posts do not tell it,
    /// and there is only one that it can be.
    fn untold_generator(&self) -> Option<Generator> {
        let is_untold = self.posts > 0 && self.without_generator == self.posts;
        self.only_generator().filter(|_| is_untold)
    }

    /// The one language of the posts.
    fn only_language(&self) -> Option<&str> {
        let mut codes = self.languages.keys();
        codes
            .next()
            .filter(|_| self.languages.len() == 1)
            .map(String::as_str)
    }
}

/// `data/authors.yaml`, `_data/authors.yml`, `blog/authors.yml`, and
/// `data/authors/ines.toml`.
fn is_about_authors(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let is_data = matches!(ending, "yaml" | "yml" | "toml" | "json");
    is_data && (stem == "authors" || folder.ends_with("data/authors"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_of_authors_is_known_by_its_name() {
        for path in [
            "authors.yml",
            "_data/authors.json",
            "data/authors/ines.toml",
        ] {
            assert!(is_about_authors(path), "{path}");
        }
        for path in [
            "authors.md",
            "authors/ines.md",
            "data/books.yaml",
            "authors",
        ] {
            assert!(!is_about_authors(path), "{path}");
        }
    }

    #[test]
    fn the_site_with_the_posts_is_meant() {
        let mut survey = Survey::default();
        for path in ["demo/hugo.toml", "web/hugo.toml"] {
            survey.see_site(Site::read(path, "title = 'Acme'").expect("a site"));
        }
        let post = Post::parse("web/blog/a.md", "Text.", Generator::Hugo);
        survey.see_post(&post, Generator::Hugo);
        assert_eq!(
            survey.site().map(|site| site.path.as_str()),
            Some("web/hugo.toml")
        );
        assert_eq!(survey.only_generator(), Some(Generator::Hugo));
        assert_eq!(survey.untold_generator(), None);
    }
}
