//! Phrases or a pattern: what can be looked for in a text.

use std::ops::Range;

use super::pattern::Pattern;
use super::phrases::Phrases;
use super::places::Places;
use super::stretch::Stretch;
use super::wording::quoted;
use crate::lexicon::{Hit, Phrase};
use crate::policy::section::Section;
use crate::post::Post;

/// What a rule looks for.
#[derive(Debug)]
pub(super) enum Finder {
    /// Any of these phrases.
    Phrases(Phrases),
    /// Text that this pattern matches.
    Pattern(Pattern),
}

impl Finder {
    /// The `phrases` or the `pattern` of a table, as `kind` says.
    pub(super) fn read(
        kind: &str,
        section: &mut Section<'_, '_>,
        all: &mut Vec<Phrase>,
        file: &str,
    ) -> Option<Finder> {
        if kind == "pattern" {
            Pattern::read(section, file).map(Finder::Pattern)
        } else {
            Phrases::read(section, all).map(Finder::Phrases)
        }
    }

    /// Where it finds something in a text.
    pub(super) fn find(&self, stretch: &Stretch<'_>, hits: &[Hit]) -> Vec<Range<usize>> {
        match self {
            Finder::Phrases(phrases) => {
                let found = phrases.find(stretch, hits);
                found.into_iter().map(|(range, _)| range).collect()
            }
            Finder::Pattern(pattern) => pattern.find(stretch.text).collect(),
        }
    }

    /// The texts of `post` in which something may be found.
    pub(super) fn stretches<'p>(
        &self,
        post: &'p Post,
        places: &Places,
        hits: &[Hit],
    ) -> Vec<Stretch<'p>> {
        match self {
            Finder::Phrases(phrases) if phrases.are_nowhere(hits) => places.beside_prose(post),
            _ => places.stretches(post),
        }
    }

    /// What it looks for, in words.
    pub(super) fn describe(&self) -> String {
        match self {
            Finder::Phrases(phrases) => quoted(phrases.texts()),
            Finder::Pattern(pattern) => format!("text that matches `{pattern}`"),
        }
    }
}
