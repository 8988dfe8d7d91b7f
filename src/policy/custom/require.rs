//! `require`: what must appear in a post.

use super::choice::one_of;
use super::finder::Finder;
use super::found::Found;
use super::places::Places;
use crate::lexicon::{Hit, Phrase};
use crate::policy::section::Section;
use crate::post::Post;
use crate::span::Span;

/// What must appear.
#[derive(Debug)]
pub(super) enum Require {
    /// One of these phrases, or text like this.
    Text(Finder),
    /// A link that leads there.
    Link(String),
    /// A key of the front matter with something behind it.
    Key(String),
}

impl Require {
    /// The table at `require`; `place` is where the rule is named.
    pub(super) fn read(
        section: &mut Section<'_, '_>,
        place: Span,
        all: &mut Vec<Phrase>,
        file: &str,
    ) -> Option<Require> {
        const KINDS: [&str; 4] = ["phrases", "pattern", "link", "front-matter"];
        let table = section.table("require")?;
        let mut section = Section::new("`require`", table, section.faults);
        let kind = one_of(&mut section, place, "`require`", &KINDS);
        let found = kind.and_then(|kind| match kind {
            "link" => section
                .take(
                    "link",
                    "the start of an address, such as \"acme.example/legal\"",
                )
                .map(Require::Link),
            "front-matter" => section
                .take("front-matter", "the name of a key")
                .map(Require::Key),
            _ => Finder::read(kind, &mut section, all, file).map(Require::Text),
        });
        section.finish();
        found
    }

    /// The opening of a post in which it does not appear.
    pub(super) fn find(&self, post: &Post, hits: &[Hit], places: &Places) -> Option<Found> {
        let (span, label) = match self {
            Require::Text(finder) => {
                let stretches = finder.stretches(post, places, hits);
                let appears = stretches
                    .iter()
                    .any(|stretch| !finder.find(stretch, hits).is_empty());
                (!appears).then(|| (post.opening(), format!("nowhere: {}", finder.describe())))?
            }
            Require::Link(start) => {
                let leads = |destination: &str| leads_to(destination, start);
                let appears = post.links().iter().any(|link| leads(&link.destination));
                (!appears).then(|| (post.opening(), format!("no link leads to {start}")))?
            }
            Require::Key(key) => missing_key(post, key)?,
        };
        Some(Found {
            span,
            label,
            ..Found::default()
        })
    }

    /// What it flags, in words.
    pub(super) fn describe(&self) -> String {
        match self {
            Require::Text(finder) => format!("a post without {}", finder.describe()),
            Require::Link(start) => format!("a post without a link to {start}"),
            Require::Key(key) => format!("a post without `{key}` in its front matter"),
        }
    }
}

/// Where `key` is missing from a front matter that can be read: at its empty
/// value, or at the opening of the post.
pub(super) fn missing_key(post: &Post, key: &str) -> Option<(Span, String)> {
    let Some(front_matter) = post.front_matter() else {
        return Some((post.opening(), "no front matter before this".to_owned()));
    };
    match front_matter.get(key) {
        None if front_matter.is_unreadable() => None,
        None => Some((post.opening(), format!("no `{key}` below this"))),
        Some(value) if !value.is_blank() => None,
        Some(value) if value.span.is_empty() => Some((post.opening(), format!("`{key}` is empty"))),
        Some(value) => Some((value.span, "empty".to_owned())),
    }
}

/// True when `destination` is `start`, or an address below it. Without a scheme
/// or a slash at its start, `start` is a host and what follows it.
fn leads_to(destination: &str, start: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address
            .strip_prefix("www.")
            .unwrap_or(address)
            .to_ascii_lowercase()
    };
    let (destination, start) = (bare(destination), bare(start));
    destination.strip_prefix(&start).is_some_and(|rest| {
        rest.is_empty() || start.ends_with('/') || rest.starts_with(['/', '?', '#', ':'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::custom::sample::flagged;

    #[test]
    fn a_link_leads_to_a_host_and_what_is_below_it() {
        for address in [
            "https://acme.example/legal",
            "http://www.acme.example/legal#ads",
            "//acme.example/legal",
        ] {
            let bare = address.trim_start_matches("//");
            assert!(leads_to(bare, "acme.example/legal"), "{address}");
        }
        assert!(leads_to("/legal/ads", "/legal/"));
        assert!(leads_to("/legal?x", "/legal"));
        for address in [
            "https://acme.example.org/legal",
            "/acme.example/legal",
            "/legally",
        ] {
            assert!(!leads_to(address, "acme.example"), "{address}");
            assert!(!leads_to(address, "/legal"), "{address}");
        }
    }

    #[test]
    fn what_is_missing_is_shown_at_the_opening() {
        let text = "---\nempty: ''\n---\nSee [this](https://acme.example/legal). An ad.\n";
        for (required, words) in [
            ("phrases = ['an ad', 'sponsored']", None),
            ("phrases = ['sponsored']", Some("---")),
            ("pattern = 'An? ad'", None),
            ("link = 'acme.example/legal'", None),
            ("link = 'example.com'", Some("---")),
            ("front-matter = 'author'", Some("---")),
            ("front-matter = 'empty'", Some("''")),
        ] {
            let flagged = flagged(&format!("require = {{ {required} }}"), text);
            assert_eq!(flagged.first().map(String::as_str), words, "{required}");
        }
        let lines = "require = { phrases = ['an ad'] }\nwhere = ['title']";
        assert_eq!(flagged(lines, text), ["---"]);
        assert_eq!(flagged(lines, "One.\nAn ad.\n"), ["One."]);
    }
}
