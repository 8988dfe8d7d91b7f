//! Which keys the front matter of the posts has.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::engine::{self, Job};
use crate::finding::PolicyFile;
use crate::language::WordList;
use crate::policy::{self, Choice, Layer, Layers, Overrides};
use crate::post::Post;
use crate::rules;
use crate::waiver::Authors;

/// The rule that asks for keys.
pub(super) const RULE: &str = "mindset/missing-front-matter";

/// What it asks for when nobody says more, and may find in other places.
const ALWAYS: [&str; 2] = ["title", "date"];

/// Keys for programs, without dashes: nobody misses them in a post.
const FOR_PROGRAMS: WordList = WordList::new(
    "draft published hidden unlisted layout type template theme weight order sidebarposition slug \
     permalink url aliases redirectfrom toc math mermaid comments id uuid guid lastmod modified \
     sitemap robots eleventynavigation cssclass",
);

/// A policy that asks for more is a form to fill in.
const MOST: usize = 8;

/// Keys by how many posts have them.
#[derive(Debug)]
pub(super) struct Keys {
    posts: usize,
    /// For each of [`ALWAYS`], the policy that asks for it.
    asked: [Arc<Layers>; 2],
    /// For each of them, the posts that have it in the eyes of the rule.
    always: [usize; 2],
    /// For each other key, the posts that have it by its spelling.
    others: BTreeMap<String, usize>,
}

impl Default for Keys {
    fn default() -> Keys {
        Keys {
            posts: 0,
            asked: ALWAYS.map(asking_for),
            always: [0; 2],
            others: BTreeMap::new(),
        }
    }
}

impl Keys {
    /// Counts the keys of `post`.
    pub(super) fn add(&mut self, post: &Post) {
        self.posts += 1;
        for (asked, posts) in self.asked.iter().zip(&mut self.always) {
            *posts += usize::from(has(post, asked));
        }
        let Some(front_matter) = post.front_matter() else {
            return;
        };
        for entry in &front_matter.entries {
            let key = &entry.key;
            if is_for_readers(key) && !entry.value.is_blank() {
                *self.others.entry(key.clone()).or_default() += 1;
            }
        }
    }

    /// The keys that at least nine in ten posts have, what everybody asks for
    /// first, then the commonest.
    pub(super) fn common(&self) -> Vec<&str> {
        let is_common = |posts: usize| posts > 0 && posts * 10 >= self.posts * 9;
        let mut others: Vec<_> = self
            .others
            .iter()
            .filter(|(_, posts)| is_common(**posts))
            .collect();
        others.sort_by_key(|(key, posts)| (std::cmp::Reverse(**posts), *key));
        let always = ALWAYS.iter().zip(self.always);
        always
            .filter(|(_, posts)| is_common(*posts))
            .map(|(key, _)| *key)
            .chain(others.into_iter().map(|(key, _)| key.as_str()))
            .take(MOST)
            .collect()
    }

    /// True when half of the posts have what everybody asks for.
    pub(super) fn are_usual(&self) -> bool {
        self.always.iter().all(|posts| posts * 2 >= self.posts)
    }
}

/// True for a key that readers are told of, besides those of [`ALWAYS`]. Every
/// date is one of those, whatever it is called, or tells of something else.
fn is_for_readers(key: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let plain = key.to_lowercase().replace(['-', '_'], "");
    let is_always = plain == "title" || plain.contains("date");
    !plain.is_empty() && key.chars().all(is_word) && !is_always && !FOR_PROGRAMS.has(&plain)
}

/// A policy that asks for `key`, and for nothing else.
fn asking_for(key: &str) -> Arc<Layers> {
    let text = format!("[rules]\n\"{RULE}\" = {{ keys = [\"{key}\"] }}\n");
    let (raw, _) = policy::read(&text);
    let path = String::new();
    let layer = Layer {
        file: Arc::new(PolicyFile { path, text }),
        dir: String::new(),
        raw,
    };
    let overrides = Overrides {
        only: rules::find(RULE).map(Choice::Rule).into_iter().collect(),
        ..Overrides::default()
    };
    Arc::new(Layers::new(vec![Arc::new(layer)], Arc::new(overrides)))
}

/// True when the policy `asked` finds nothing missing in `post`.
fn has(post: &Post, asked: &Arc<Layers>) -> bool {
    let job = Job {
        path: post.path().to_owned(),
        generator: post.generator(),
        text: post.text().clone(),
        layers: asked.clone(),
        before: Vec::new(),
        authors: Authors::default(),
        seal: None,
    };
    engine::lint(&job, Date::default()).findings.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn common(posts: &[(&str, &str)]) -> Vec<String> {
        let mut keys = Keys::default();
        for (path, front_matter) in posts {
            let text = format!("---\n{front_matter}\n---\nText.\n");
            keys.add(&Post::parse(*path, text, Generator::Unknown));
        }
        keys.common().into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_key_that_nine_in_ten_posts_have_is_common() {
        let mut posts = vec![
            (
                "blog/a.md",
                "title: A\ndate: 2026-05-04\nauthor: jo\ntags: [x]\npubDate: x"
            );
            9
        ];
        posts.push(("blog/b.md", "title: B\nauthor:\ntags: [x]\npubDate: x"));
        assert_eq!(common(&posts), ["title", "date", "tags", "author"]);
        posts.push(("blog/c.md", "title: C\ntags: [x]"));
        assert_eq!(common(&posts), ["title", "tags"]);
    }

    #[test]
    fn what_the_rule_finds_elsewhere_is_there() {
        let posts = [("_posts/2026-05-04-a.md", "layout: post")];
        assert_eq!(common(&posts), ["title", "date"]);
    }
}
