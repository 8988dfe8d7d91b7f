//! What a post is to be shared with: texts for networks in its front matter,
//! or a file of their own.

use crate::language::social::Network;
use crate::post::Post;
use crate::span::Span;

/// A text for a network.
pub(super) struct Copy<'a> {
    /// Where it will be posted.
    pub(super) network: Network,
    /// What it says.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) span: Span,
    /// True when it stands there byte for byte.
    pub(super) is_verbatim: bool,
}

/// The texts for networks in `post`: under `social.x`, `social.linkedin` and
/// so on, or the body of `social/linkedin.md`, `social/launch.linkedin.md` and
/// of a file in such a folder that names its `network`.
pub(super) fn copies(post: &Post) -> Vec<Copy<'_>> {
    let mut found: Vec<Copy<'_>> = Vec::new();
    if let Some(front_matter) = post.front_matter() {
        for (path, value) in front_matter.leaves() {
            let mut keys = path.rsplit('.');
            let network = keys.next().and_then(Network::named);
            let is_social = keys.next().is_some_and(|table| {
                matches!(
                    &*super::kind::plain(table),
                    "social" | "socialcopy" | "socialposts" | "share"
                )
            });
            let (Some(network), Some(text)) = (network.filter(|_| is_social), value.as_text())
            else {
                continue;
            };
            // `social.x: @acme` is an account, and an address is a profile.
            if text.trim().contains(char::is_whitespace) {
                found.push(Copy {
                    network,
                    text,
                    span: value.verbatim().unwrap_or(value.span),
                    is_verbatim: value.verbatim().is_some(),
                });
            }
        }
    }
    if let Some(network) = network_of_file(post) {
        let span = post.body().trimmed(post.text());
        let is_markup = !post.templates().is_empty() || !post.comments().is_empty();
        if !span.is_empty() && !is_markup {
            found.push(Copy {
                network,
                text: post.slice(span),
                span,
                is_verbatim: true,
            });
        }
    }
    found
}

/// The network that a file below `social/` is for.
fn network_of_file(post: &Post) -> Option<Network> {
    let (folders, file) = post.path().rsplit_once('/')?;
    let is_social = folders
        .split('/')
        .any(|folder| folder.trim_start_matches('_') == "social");
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let by_name = || {
        let folder = folders.rsplit('/').next().unwrap_or_default();
        Network::named(folder).or_else(|| stem.rsplit(['.', '-', '_']).find_map(Network::named))
    };
    let by_key = || {
        let front_matter = post.front_matter()?;
        let name = front_matter.text("network").value()?;
        Network::named(name)
    };
    is_social.then(|| by_key().or_else(by_name)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn networks(path: &str, text: &str) -> Vec<(Network, String)> {
        let post = Post::parse(path, text, Generator::Unknown);
        let found = copies(&post).into_iter();
        found
            .map(|copy| (copy.network, copy.text.to_owned()))
            .collect()
    }

    #[test]
    fn copy_stands_in_front_matter() {
        let text = "---\nsocial:\n  x: New kites today\n  linkedin: \"@acme\"\n  blog: No such network\n---\n";
        assert_eq!(
            networks("blog/a.md", text),
            [(Network::X, "New kites today".to_owned())]
        );
    }

    #[test]
    fn copy_has_files_of_its_own() {
        for path in [
            "social/x.md",
            "social/launch.x.md",
            "content/social/x/launch.md",
        ] {
            assert_eq!(
                networks(path, "New.\n"),
                [(Network::X, "New.".to_owned())],
                "{path}"
            );
        }
        let by_key = networks("social/launch.md", "---\nnetwork: Bluesky\n---\nNew.\n");
        assert_eq!(by_key, [(Network::Bluesky, "New.".to_owned())]);
        assert!(networks("blog/x.md", "New.\n").is_empty());
        assert!(networks("social/launch.md", "New.\n").is_empty());
    }
}
