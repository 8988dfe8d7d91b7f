//! What a rule looks for: one of six things.

use super::choice::one_of;
use super::count::Count;
use super::finder::Finder;
use super::found::Found;
use super::places::Places;
use super::require::Require;
use super::setting::Setting;
use super::swap::Swap;
use crate::lexicon::Phrase;
use crate::policy::section::Section;
use crate::post::Post;
use crate::rules::Context;
use crate::span::Span;

/// What a rule looks for.
#[derive(Debug)]
pub(super) enum Matcher {
    /// `phrases` or `pattern`: it may not be there.
    Text(Finder),
    /// `swap`: there are better words for it.
    Swap(Swap),
    /// `require`: it must be there.
    Require(Require),
    /// `count`: not too many of it, and not too few.
    Count(Count),
    /// `front-matter`: a key and its values.
    Setting(Setting),
}

/// The keys of a rule that say what it looks for; it has one of them.
pub const KINDS: [&str; 6] = [
    "phrases",
    "swap",
    "pattern",
    "require",
    "count",
    "front-matter",
];

impl Matcher {
    /// The matcher in the table of a rule, whose phrases are added to `all`.
    /// `place` is where the rule is named, `file` the text of the policy file.
    pub(super) fn read(
        section: &mut Section<'_, '_>,
        place: Span,
        all: &mut Vec<Phrase>,
        file: &str,
    ) -> Option<Matcher> {
        let kind = one_of(section, place, "this rule", &KINDS)?;
        match kind {
            "swap" => Swap::read(section, all).map(Matcher::Swap),
            "require" => Require::read(section, place, all, file).map(Matcher::Require),
            "count" => Count::read(section, place, all, file).map(Matcher::Count),
            "front-matter" => Setting::read(section, place, file).map(Matcher::Setting),
            _ => Finder::read(kind, section, all, file).map(Matcher::Text),
        }
    }

    /// The placeholders that it fills in.
    pub(super) fn placeholders(&self) -> &'static [&'static str] {
        match self {
            Matcher::Text(_) | Matcher::Setting(_) => &["match"],
            Matcher::Swap(_) => &["match", "better"],
            Matcher::Count(_) => &["count"],
            Matcher::Require(_) => &[],
        }
    }

    /// True when what it says is about a post as a whole.
    pub(super) fn is_about_post(&self) -> bool {
        !matches!(self, Matcher::Text(_) | Matcher::Swap(_))
    }

    /// True when `where` has a say.
    pub(super) fn looks_in_places(&self) -> bool {
        !matches!(
            self,
            Matcher::Setting(_) | Matcher::Require(Require::Link(_) | Require::Key(_))
        )
    }

    /// Everything it finds in `post`.
    pub(super) fn find(&self, post: &Post, cx: &Context<'_>, places: &Places) -> Vec<Found> {
        let hits = cx.hits;
        match self {
            Matcher::Swap(swap) => swap.find(post, hits, places),
            Matcher::Require(require) => require.find(post, hits, places).into_iter().collect(),
            Matcher::Count(count) => count.find(post, hits, places),
            Matcher::Setting(setting) => setting.find(post),
            Matcher::Text(finder) => {
                let label = match finder {
                    Finder::Phrases(_) => "on a list of the policy",
                    Finder::Pattern(_) => "matches a pattern of the policy",
                };
                let mut found = Vec::new();
                for stretch in finder.stretches(post, places, hits) {
                    for range in finder.find(&stretch, hits) {
                        let words = &stretch.text[range.clone()];
                        found.push(Found::words(stretch.source(post, range), words, label));
                    }
                }
                found
            }
        }
    }

    /// What it flags, in words.
    pub(super) fn describe(&self) -> String {
        match self {
            Matcher::Text(finder) => finder.describe(),
            Matcher::Swap(swap) => swap.describe(),
            Matcher::Require(require) => require.describe(),
            Matcher::Count(count) => count.describe(),
            Matcher::Setting(setting) => setting.describe(),
        }
    }
}
