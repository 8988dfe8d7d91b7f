//! `mindset/missing-front-matter`: a post without the settings that place it.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{WordList, pattern};
use crate::post::Post;
use crate::rules::kind::{is_dated_post, is_draft, plain};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingFrontMatter {
    /// Keys every post has; `a.b` for a key inside another.
    keys: Vec<String>,
}

impl Default for MissingFrontMatter {
    fn default() -> MissingFrontMatter {
        MissingFrontMatter {
            keys: vec!["title".into(), "date".into()],
        }
    }
}

impl Rule for MissingFrontMatter {
    const META: Meta = Meta {
        id: "mindset/missing-front-matter",
        summary: "A post without a title, a date or another key the policy asks for",
        why: "Readers judge a post by when it was written, and find it by its title. Without a \
              date it sorts to the wrong end of the blog and looks current for ever; without a \
              title it is shared under its file name. Whoever asks for more keys, an audience or \
              an author, wants every post to say who speaks to whom.",
        leaves_alone: "Section pages (_index.md), standing pages, drafts without a date, a date in \
                       the path as Jekyll has it, a first-level heading in place of a title, and \
                       front matter that cannot be read.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "keys",
            what: "The keys every post has",
            example: r#"["title", "date", "author"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: What is new\n---\nText.\n",
                hits: &["---"],
                fixed: None,
            },
            Example::Bad {
                text: "+++\ntitle = \"\"\ndate = 2026-05-04\n+++\nText.\n",
                hits: &["\"\""],
                fixed: None,
            },
            Example::Bad {
                text: "A post that starts right away.\n\nMore.\n",
                hits: &["A post that starts right away."],
                fixed: None,
            },
            Example::Good("---\ntitle: What is new\ndate: 2026-05-04\n---\nText.\n"),
            Example::Good("+++\ntitle = \"New\"\ndate = 2026-05-04T08:00:00Z\n+++\nText.\n"),
            Example::Good("{\"title\": \"New\", \"date\": \"2026-05-04\"}\n\nText.\n"),
            Example::Good("---\nheadline: New\npubDate: May 4 2026\n---\nText.\n"),
            Example::Good("---\ndate: 2026-05-04\n---\n# New\n\nText.\n"),
            Example::Good("---\ntitle: New\ndraft: true\n---\nText.\n"),
            Example::Good("---\ntitle: About us\nlayout: page\n---\nText.\n"),
        ],
    };
}

/// Keys of dates that are not the date of publication.
const OTHER_DATES: WordList = WordList::new("mod updat expir review until deadline ends enddate");

/// Keys under which generators keep the title.
const TITLES: WordList = WordList::new("title headline pagetitle subject linktitle sidebarlabel");

/// Tables in which a generator looks for them.
const TABLES: WordList = WordList::new("params page meta metadata post seo");

impl Check for MissingFrontMatter {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let is_unreadable = post
            .front_matter()
            .is_some_and(|front_matter| front_matter.is_unreadable());
        if is_unreadable || says_it_elsewhere(post) || !is_dated_post(post) {
            return;
        }
        let missing: Vec<&str> = self
            .keys
            .iter()
            .map(String::as_str)
            .filter(|key| !has(post, key))
            .collect();
        let (Some(last), rest) = (missing.last(), missing.split_last()) else {
            return;
        };
        let rest = rest.map(|(_, rest)| rest).unwrap_or_default();
        let names = if rest.is_empty() {
            format!("`{last}`")
        } else {
            format!("`{}` and no `{last}`", rest.join("`, no `"))
        };
        let (span, label) = place(post, &missing);
        out.report(span, format!("this post has no {names}"))
            .label(label)
            .help(format!(
                "add {} to the front matter, as in: {}",
                if missing.len() == 1 { "it" } else { "them" },
                missing
                    .iter()
                    .map(|key| example(key))
                    .collect::<Vec<_>>()
                    .join(", ")
            ));
    }
}

fn example(key: &str) -> String {
    match key {
        "title" => "`title: What we learned from a week without meetings`".to_owned(),
        "date" => "`date: 2026-05-04`".to_owned(),
        key => format!("`{key}: …`"),
    }
}

/// Where to point: at the empty value, at the opening of the front matter, or
/// at the first line of a post that has none.
fn place(post: &Post, missing: &[&str]) -> (Span, &'static str) {
    let Some(front_matter) = post.front_matter() else {
        return (post.opening(), "no front matter before this");
    };
    if let [key] = missing
        && let Some(value) = front_matter.get(key)
        && !value.span.is_empty()
    {
        return (value.span, "empty");
    }
    (post.opening(), "not in the front matter that opens here")
}

fn has(post: &Post, key: &str) -> bool {
    let is_set = post
        .front_matter()
        .and_then(|front_matter| front_matter.get(key))
        .is_some_and(|value| !value.is_blank());
    is_set
        || match key {
            "title" => has_title(post),
            // A draft gets its date when it is published.
            "date" => has_date(post) || is_draft(post),
            _ => false,
        }
}

/// A title under another key, a first-level heading, or a name that Jekyll
/// makes one from.
fn has_title(post: &Post) -> bool {
    let by_key = post.front_matter().is_some_and(|front_matter| {
        front_matter.leaves().into_iter().any(|(path, value)| {
            let (table, key) = path.rsplit_once('.').unwrap_or(("", &path));
            let near = table.is_empty() || TABLES.has(table);
            near && TITLES.has(&plain(key)) && !value.is_blank()
        })
    });
    by_key
        || post.headings().iter().any(|heading| heading.level == 1)
        || post.path().split('/').any(|folder| folder == "_posts")
}

/// A value that is a date, under any key but those of other dates; a date in
/// the path; or one in the first lines of a post.
fn has_date(post: &Post) -> bool {
    let by_value = post.front_matter().is_some_and(|front_matter| {
        front_matter.leaves().into_iter().any(|(path, value)| {
            let key = plain(path.rsplit('.').next().unwrap_or_default());
            let is_other = OTHER_DATES.iter().any(|other| key.contains(other));
            let is_date = value.as_text().is_some_and(|text| DATE.is_match(text));
            is_date && !is_other
        })
    });
    let prose = post.prose();
    by_value
        || DATE_IN_PATH.is_match(post.path())
        || prose
            .blocks()
            .iter()
            .filter(|block| post.body().contains(block.span))
            .take(3)
            .map(|block| prose.block_text(block))
            .any(|text| text.len() < 80 && DATE.is_match(text))
}

/// True when the post starts with settings in a notation that is not read:
/// a comment, an exported object, `Title: …` without delimiters, `---js`.
fn says_it_elsewhere(post: &Post) -> bool {
    if post.front_matter().is_some() {
        return false;
    }
    let start = post.slice(post.body()).trim_start();
    let first = start.lines().next().unwrap_or_default();
    let exports = post
        .templates()
        .iter()
        .any(|template| post.slice(template.span).starts_with("export "));
    let is_plain_key = first
        .split_once(": ")
        .is_some_and(|(key, _)| matches!(plain(key).as_str(), "title" | "date" | "author"));
    let is_fence = ["---", ";;;"]
        .iter()
        .filter_map(|fence| first.strip_prefix(fence))
        .any(|name| name.is_empty() || name.starts_with(char::is_alphabetic));
    let comment = start
        .strip_prefix("<!--")
        .and_then(|comment| comment.split_once("-->"));
    // A header in a comment, or one in front of the delimiter.
    let is_header = comment.is_some_and(|(comment, after)| {
        comment.contains("title:") || after.trim_start().starts_with(['-', '+'])
    });
    is_header || exports || is_plain_key || is_fence
}

static DATE_IN_PATH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(^|[/_-])(19|20)[0-9]{2}([-_/][01]?[0-9][-_/][0-3]?[0-9]|[01][0-9][0-3][0-9])([^0-9]|$)",
    )
});

/// `2026-05-04`, `4 May 2026`, `May 4, 2026`, `4.5.2026`, `05/04/2026`.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(^|[^0-9])((19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9]|[0-3]?[0-9][-/.][0-3]?[0-9][-/.](19|20)[0-9]{2}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-3]?[0-9](st|nd|rd|th)?,? (19|20)[0-9]{2}|[0-3]?[0-9](st|nd|rd|th)?[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -](19|20)[0-9]{2})",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_any_dress() {
        for text in [
            "2026-05-04",
            "2026-05-04T08:00:00Z",
            "May 4, 2026",
            "Posted on 4th May 2026",
            "04.05.2026",
            "Mon, 04 May 2026",
        ] {
            assert!(DATE.is_match(text), "{text}");
        }
        for text in ["true", "2026", "v1.2.3", "May", "12-2026-1"] {
            assert!(!DATE.is_match(text), "{text}");
        }
    }

    #[test]
    fn a_date_in_the_path_is_a_date() {
        for path in [
            "_posts/2026-05-04-new.md",
            "blog/2026/05/04/new.md",
            "blog/2026-05-04-new/index.md",
            "blog/2026-5-4-new.md",
            "20260504-new.md",
        ] {
            assert!(DATE_IN_PATH.is_match(path), "{path}");
        }
        for path in [
            "blog/new.md",
            "blog/2026/new.md",
            "v2026-99-99.md",
            "a1999.md",
        ] {
            assert!(!DATE_IN_PATH.is_match(path), "{path}");
        }
    }
}
