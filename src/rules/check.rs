//! What it takes to be a rule.

use serde::de::DeserializeOwned;

use super::{Context, Meta};
use crate::finding::Findings;
use crate::lexicon::Phrase;
use crate::picture::Fact;
use crate::post::Post;

/// One check of one post.
pub trait Check: Send + Sync {
    /// Phrases to look for; they are searched together with everyone else's,
    /// and what was found comes back in [`Context::hits`].
    fn phrases(&self) -> &[Phrase] {
        &[]
    }

    /// False when `cx` lacks what this check looks for: that it then finds
    /// nothing does not say that there is nothing.
    fn can_tell(&self, _cx: &Context<'_>) -> bool {
        true
    }

    /// Looks at the post and reports what it finds.
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings);

    /// Looks at the picture at `path` (from the root), which no post shows and
    /// which gives these facts away. What it reports has no place in a text.
    fn check_picture(&self, _path: &str, _facts: &[Fact], _out: &mut Findings) {}
}

/// A built-in rule. The type is its options, with their defaults.
pub trait Rule: Check + DeserializeOwned + Default + 'static {
    /// What the rule is, for people and for the test harness.
    const META: Meta;
}
