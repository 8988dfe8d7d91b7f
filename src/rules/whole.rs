//! What is asked of a post as a whole: how long it is, whether it is one that
//! talks to readers at all, and where to point when something is missing.

use super::kind;
use crate::language::{WordList, words};
use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// A story of more than 100 words that asks nobody anything, for the examples
/// of rules that look at whole posts.
macro_rules! story {
    () => {
        "The morning of the flight was grey, and the wind came from the sea. Forty kites lay on \
the grass beside the pier. Each had a name, a number and a thin red tail. At eight the first one \
rose, slowly, over the roofs of the harbour. The second followed, and then the rest. By ten the \
whole sky was full of paper. Some lines crossed, some broke, and one kite was last seen above the \
lighthouse. A dog barked at the largest of them for an hour. At noon the rain began, and the crew \
rolled up the lines. Three kites were torn, and one was lost. The others hang in the hall to dry."
    };
}

/// Kinds of posts that tell what is, and ask nobody anything, by layout, type
/// or category.
const NOTICES: WordList = WordList::new(
    "release releases changelog changelogs event events video videos link links redirect legal \
     advisory advisories security podcast press reference transcript quote quotes photo photos",
);

/// Words of a title or a file name that say the same.
const NOTICE_WORDS: WordList = WordList::new(
    "changelog advisory transcript cve terms disclaimer errata canceled cancelled postponed",
);

/// True for a post that could talk to its readers: no page, no notice, and as
/// long as `min_words`.
pub(super) fn talks(post: &Post, min_words: usize) -> bool {
    kind::is_post(post)
        && !is_notice(post)
        && running(post)
            .flat_map(|block| words(post.prose().block_text(block)))
            .nth(min_words.saturating_sub(1))
            .is_some()
}

/// The blocks that readers read from top to bottom.
pub(super) fn running(post: &Post) -> impl DoubleEndedIterator<Item = &Block> {
    let kinds = |block: &&Block| {
        matches!(
            block.kind,
            BlockKind::Paragraph
                | BlockKind::ListItem
                | BlockKind::Quote
                | BlockKind::Heading(_)
                | BlockKind::Html
        )
    };
    post.prose().blocks().iter().filter(kinds)
}

/// The title, or else the opening of the post.
pub(super) fn title(post: &Post) -> Span {
    let blocks = post.prose().blocks();
    let is_title = |block: &&Block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1));
    let title = blocks.iter().find(is_title);
    title.map_or_else(|| post.opening(), |block| block.span)
}

/// The last few words that a reader meets.
pub(super) fn ending(post: &Post) -> Span {
    const WORDS: usize = 4;
    let prose = post.prose();
    let Some(last) = running(post).next_back() else {
        return post.opening();
    };
    let text = prose.block_text(last);
    let starts: Vec<usize> = words(text).map(|word| word.start).collect();
    let start = starts[starts.len().saturating_sub(WORDS)..].first();
    prose.source(last.text.start + start.copied().unwrap_or_default()..last.text.end)
}

/// True for release notes, events, advisories and the like.
fn is_notice(post: &Post) -> bool {
    let named = [
        "layout",
        "type",
        "template",
        "category",
        "categories",
        "kind",
    ];
    let by_kind = post.front_matter().is_some_and(|front_matter| {
        named.into_iter().any(|key| {
            let names = front_matter.list(key).value().unwrap_or_default();
            names
                .into_iter()
                .any(|name| words(name).any(|word| NOTICES.has(&name[word])))
        })
    });
    let title = post.slice(title(post));
    let (folders, file) = post.path().rsplit_once('/').unwrap_or(("", post.path()));
    let says_so = |text: &str| {
        let found: Vec<&str> = words(text).map(|word| &text[word]).collect();
        let is_release = found.windows(2).any(|pair| {
            matches!(
                (&*pair[0].to_lowercase(), &*pair[1].to_lowercase()),
                ("release", "notes") | ("patch", "notes") | ("whats", "new")
            )
        });
        is_release || found.iter().any(|word| NOTICE_WORDS.has(word))
    };
    by_kind
        || folders.split('/').any(|folder| NOTICES.has(folder))
        || says_so(file)
        || says_so(title)
        || is_versioned(title)
}

/// True for a title with the number of a version: "Acme Cloud 3.1.4", "v2.0".
fn is_versioned(title: &str) -> bool {
    title.split_whitespace().any(|word| {
        let number = word
            .trim_start_matches(['v', 'V'])
            .trim_end_matches([':', ',', '"', '\'']);
        let parts = number.split('.').count();
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (parts == 3 || (parts == 2 && word.starts_with(['v', 'V'])))
            && number.split('.').all(is_number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn post(path: &str, text: &str) -> Post {
        Post::parse(path, text, Generator::Unknown)
    }

    #[test]
    fn notices_do_not_talk() {
        let talks = |path, title: &str| {
            let text = format!("---\ntitle: {title}\n---\nOne two three.\n");
            talks(&post(path, &text), 3)
        };
        assert!(talks("blog/a.md", "What we learned in 2.5 years"));
        for title in [
            "Release notes for May",
            "Acme Cloud 3.1.4",
            "Acme v2.0",
            "CVE-2026-1234",
        ] {
            assert!(!talks("blog/a.md", title), "{title}");
        }
        assert!(!talks("docs/a.md", "A page"));
        assert!(!talks("blog/releases/a.md", "May"));
        assert!(!talks("blog/changelog-may.md", "May"));
        assert!(!super::talks(&post("blog/a.md", "One two.\n"), 3));
    }

    #[test]
    fn a_layout_tells_a_notice() {
        let event = "---\ntitle: A\nlayout: event\n---\nOne two three.\n";
        assert!(!talks(&post("blog/a.md", event), 3));
    }

    #[test]
    fn a_post_ends_with_its_last_words() {
        let text = "---\ntitle: A day\n---\nOne.\n\nTwo three four five **six**.\n\n![x](y.png)\n";
        let post = post("blog/a.md", text);
        assert_eq!(post.slice(ending(&post)), "three four five **six**.");
        assert_eq!(post.slice(title(&post)), "A day");
    }
}
