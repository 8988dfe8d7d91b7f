//! Which posts a part of a policy is for.

use globset::GlobSet;
use toml::Value;

use crate::post::Post;
use crate::post::front_matter::Reading;

/// What a post must have. All that is stated must hold; a condition that
/// states nothing holds for no post.
#[derive(Debug, Default)]
pub struct Condition {
    /// `paths`: the post is at one of them.
    pub paths: Option<GlobSet>,
    /// The same as they are written, for people.
    pub patterns: Vec<String>,
    /// `tags`: it has one of them.
    pub tags: Option<Vec<String>>,
    /// `when`: its front matter has these keys with one of these values.
    pub when: Vec<(String, Vec<Value>)>,
}

/// Keys under which generators keep tags.
const TAGS: [&str; 4] = ["tags", "taxonomies.tags", "params.tags", "categories"];

impl Condition {
    /// True when it states nothing.
    pub fn is_empty(&self) -> bool {
        self.paths.is_none() && self.tags.is_none() && self.when.is_empty()
    }

    /// True when `post` is meant, which is at `path` from the folder of the policy.
    pub fn holds(&self, post: &Post, path: &str) -> bool {
        !self.is_empty()
            && self.paths.as_ref().is_none_or(|paths| paths.is_match(path))
            && self.tags.as_ref().is_none_or(|tags| has_tag(post, tags))
            && self
                .when
                .iter()
                .all(|(key, values)| has_value(post, key, values))
    }
}

fn has_tag(post: &Post, wanted: &[String]) -> bool {
    let Some(front_matter) = post.front_matter() else {
        return false;
    };
    TAGS.into_iter()
        .filter_map(|key| front_matter.list(key).value())
        .flatten()
        .any(|tag| {
            wanted
                .iter()
                .any(|wanted| wanted.eq_ignore_ascii_case(tag.trim()))
        })
}

fn has_value(post: &Post, key: &str, values: &[Value]) -> bool {
    let Some(front_matter) = post.front_matter() else {
        return false;
    };
    values.iter().any(|wanted| match wanted {
        Value::Boolean(wanted) => front_matter.flag(key) == Reading::Is(*wanted),
        Value::String(wanted) => front_matter
            .list(key)
            .value()
            .is_some_and(|found| found.iter().any(|found| found.eq_ignore_ascii_case(wanted))),
        other => front_matter
            .get(key)
            .is_some_and(|found| post.slice(found.span) == other.to_string()),
    })
}
