//! Whether a file is a post that readers date, or a page, a piece of one, or
//! something about the repo.

use jiff::civil::Date;

use crate::language::{WordList, words};
use crate::post::front_matter::Reading;
use crate::post::{BlockKind, FrontMatter, Post};

/// Folders that hold posts.
const POSTS: WordList = WordList::new(
    "posts post blog blogs news article articles announcements press journal stories \
     updates newsletter newsletters",
);
/// Folders that hold other things.
const OTHERS: WordList = WordList::new(
    "docs doc guide guides tutorials reference api wiki pages legal snippets partials includes \
     layouts templates archetypes authors author team jobs careers customers glossary slides adr \
     examples projects tags categories components data assets static public",
);
/// Names of standing pages.
const PAGES: WordList = WordList::new(
    "about contact privacy terms imprint search archive archives team subscribe faq pricing home \
     license 404 cookies colophon now uses",
);
/// Kinds of page, as layouts and types name them.
const PAGE_KINDS: WordList = WordList::new(
    "page pages default home landing section archive archives redirect doc docs base search \
     author tag category",
);
/// Keys that only pages have.
const PAGE_KEYS: WordList = WordList::new(
    "sidebarposition sidebarlabel navorder marp redirectto redirect menu linktitle weight",
);
/// Keys of a page that sends readers on.
const REDIRECT_KEYS: WordList = WordList::new("redirect redirectto");
/// Keys that posts have.
const POST_KEYS: WordList = WordList::new("author authors byline tags categories category");

/// True when the file says that it is a post, by its folder, its layout or
/// its keys, and does not say that it is something else.
pub(super) fn is_dated_post(post: &Post) -> bool {
    !is_page(post) && is_like_post(post)
}

/// The same, and true also for a file in any other folder that has a date: for
/// those who ask which files are posts, and not whether a date is missing.
pub fn is_post(post: &Post) -> bool {
    let has_date = |front_matter: &FrontMatter| front_matter.date("date").value().is_some();
    !is_page(post) && (is_like_post(post) || post.front_matter().is_some_and(has_date))
}

/// True for the name of a folder that holds posts: `blog`, `_posts`.
pub fn is_posts_folder(name: &str) -> bool {
    POSTS.has(name.trim_start_matches('_'))
}

fn is_page(post: &Post) -> bool {
    let stem = file_stem(post.path()).to_lowercase();
    let in_posts = is_in(post, POSTS);
    // `index` right in a folder of posts is their list; deeper, it is a post.
    let is_list = stem == "index"
        && folders(post)
            .next_back()
            .is_none_or(|folder| !in_posts || POSTS.has(folder));
    let is_page_kind = layout(post).is_some_and(|kind| PAGE_KINDS.has(&kind));
    stem.starts_with('_')
        || is_list
        || PAGES.has(&stem)
        || stem.ends_with("policy")
        || is_page_kind
        || (is_in(post, OTHERS) && !in_posts)
        || has_key(post, REDIRECT_KEYS)
        || (has_key(post, PAGE_KEYS) && !in_posts)
}

fn is_like_post(post: &Post) -> bool {
    let is_post_kind = layout(post).is_some_and(|kind| POSTS.has(&kind));
    // Right at the top, or in the folder of all content, nothing says more.
    let is_at_top =
        folders(post).all(|folder| matches!(folder, "content" | "src" | "site" | "website"));
    // STYLEGUIDE.md is about the repo.
    let is_shouted =
        folders(post).next().is_none() && !file_stem(post.path()).contains(char::is_lowercase);
    is_in(post, POSTS) || is_post_kind || has_key(post, POST_KEYS) || (is_at_top && !is_shouted)
}

/// The names of the folders that the post is in, from the top.
fn folders(post: &Post) -> impl DoubleEndedIterator<Item = &str> {
    let (folders, _) = post.path().rsplit_once('/').unwrap_or_default();
    folders.split('/').filter(|folder| !folder.is_empty())
}

fn is_in(post: &Post, names: WordList) -> bool {
    folders(post).any(|folder| names.has(folder.trim_start_matches('_')))
}

fn has_key(post: &Post, keys: WordList) -> bool {
    post.front_matter().is_some_and(|front_matter| {
        let entries = &front_matter.entries;
        entries.iter().any(|entry| keys.has(&plain(&entry.key)))
    })
}

/// True when the front matter, or the folder, says that the post is not out yet.
pub(super) fn is_draft(post: &Post) -> bool {
    let by_key = post.front_matter().is_some_and(|front_matter| {
        front_matter.flag("draft") == Reading::Is(true)
            || front_matter.flag("published") == Reading::Is(false)
    });
    by_key
        || post
            .path()
            .split('/')
            .any(|folder| matches!(folder, "_drafts" | "drafts"))
}

/// The day the post is dated: in its front matter, or in the name of its file.
pub(super) fn date_of(post: &Post) -> Option<Date> {
    const KEYS: [&str; 4] = ["date", "pubDate", "publishDate", "published"];
    let said = post.front_matter().and_then(|front_matter| {
        let mut dates = KEYS.iter().map(|key| front_matter.date(key).value());
        dates.find_map(|date| Some(date?.date))
    });
    let name = post.path().rsplit('/').next().unwrap_or_default();
    said.or_else(|| name.get(..10)?.parse().ok())
}

/// True for a post about an outage, a breach or the like, as its title says.
pub(super) fn is_about_incident(post: &Post) -> bool {
    const INCIDENTS: WordList = WordList::new(
        "incident incidents outage outages postmortem breach breaches downtime apology apologies \
         apologise apologize sorry disruption leak recall",
    );
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)))
        .map(|block| prose.block_text(block))
        .any(|title| words(title).any(|word| INCIDENTS.has(&title[word])))
}

/// The kind of page that the front matter names.
pub(super) fn layout(post: &Post) -> Option<String> {
    let front_matter = post.front_matter()?;
    ["layout", "type", "template"].into_iter().find_map(|key| {
        let name = front_matter.text(key).value()?;
        Some(file_stem(name).to_lowercase())
    })
}

/// A key in lower case and without dashes.
pub(super) fn plain(key: &str) -> String {
    key.chars()
        .filter(|c| !matches!(c, '_' | '-'))
        .collect::<String>()
        .to_lowercase()
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    fn is_post(path: &str, text: &str) -> bool {
        is_dated_post(&Post::parse(path, text, Generator::Unknown))
    }

    #[test]
    fn a_date_makes_a_post_of_what_is_no_page() {
        let has = |path| {
            let text = "---\ndate: 2026-05-04\n---\n";
            super::is_post(&Post::parse(path, text, Generator::Unknown))
        };
        assert!(has("some/where/a.md"));
        assert!(!has("docs/a.md") && !has("content/about.md"));
        assert!(!is_post("some/where/a.md", "---\ndate: 2026-05-04\n---\n"));
    }

    #[test]
    fn posts_are_told_from_pages() {
        for path in [
            "content/blog/a.md",
            "_posts/a.md",
            "src/content/posts/a/index.md",
            "a.md",
            "My-Post.md",
            "content/a.md",
            "blog/guides/a.md",
        ] {
            assert!(is_post(path, "Text."), "{path}");
        }
        for path in [
            "docs/a.md",
            "content/about.md",
            "content/blog/_index.md",
            "src/blog/index.md",
            "privacy-policy.md",
            "_authors/ines.md",
            "STYLEGUIDE.md",
            "some/where/a.md",
        ] {
            assert!(!is_post(path, "Text."), "{path}");
        }
        assert!(is_post("some/where/a.md", "---\ntags: [x]\n---\n"));
        assert!(is_post("some/where/a.md", "---\nlayout: post\n---\n"));
        assert!(!is_post(
            "content/a.md",
            "---\nlayout: ../layouts/Base.astro\n---\n"
        ));
    }
}
