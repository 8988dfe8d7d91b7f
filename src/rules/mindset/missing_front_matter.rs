//! `mindset/missing-front-matter`: a post without the settings that place it.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::front_matter::FrontMatter;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule};
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
            Example::Good("---\ntitle: New\npubDate: May 4 2026\n---\nText.\n"),
            Example::Good("---\ndate: 2026-05-04\n---\n# New\n\nText.\n"),
            Example::Good("---\ntitle: New\ndraft: true\n---\nText.\n"),
            Example::Good("---\ntitle: About us\nlayout: page\n---\nText.\n"),
        ],
    };
}

/// Keys under which generators keep the date of publication.
const DATES: &[&str] = &[
    "date",
    "pubdate",
    "pubdatetime",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "published",
    "publishedat",
    "publishedon",
    "publishat",
    "publishon",
    "datepublished",
    "created",
    "createdat",
    "creationdate",
    "posted",
    "postedat",
    "postdate",
    "firstpublishedat",
];

impl Check for MissingFrontMatter {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let front_matter = post.front_matter();
        if is_section_page(post.path()) || front_matter.is_some_and(FrontMatter::is_unreadable) {
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
        let text = post.text();
        let start = post.body().start as usize;
        let rest = &text[start..];
        let blank = rest.len() - rest.trim_start().len();
        let line = rest[blank..].lines().next().unwrap_or_default().trim_end();
        let first = Span::new(start + blank, start + blank + line.len());
        return (first, "no front matter before this");
    };
    if let [key] = missing
        && let Some(value) = front_matter.get(key)
        && !value.span.is_empty()
    {
        return (value.span, "empty");
    }
    (front_matter.opening, "not in the front matter that opens here")
}

fn has(post: &Post, key: &str) -> bool {
    let is_set = post
        .front_matter()
        .and_then(|front_matter| front_matter.get(key))
        .is_some_and(|value| !value.is_blank());
    is_set
        || match key {
            "title" => has_nested(post, &["title"]) || has_first_heading(post),
            "date" => {
                has_nested(post, DATES) || has_date_in_path(post.path()) || needs_no_date(post)
            }
            _ => false,
        }
}

/// True when one of the `names`, written in any case and with any dashes, is a
/// key at any depth.
fn has_nested(post: &Post, names: &[&str]) -> bool {
    let Some(front_matter) = post.front_matter() else {
        return false;
    };
    front_matter.leaves().into_iter().any(|(path, value)| {
        let key: String = path
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .chars()
            .filter(|c| !matches!(c, '_' | '-'))
            .collect::<String>()
            .to_lowercase();
        names.contains(&key.as_str()) && !value.is_blank()
    })
}

/// True when the body has a first-level heading, which several generators and
/// every reader take for the title.
fn has_first_heading(post: &Post) -> bool {
    post.prose()
        .blocks()
        .iter()
        .any(|block| block.kind == BlockKind::Heading(1))
}

/// True when a folder or the file is named after a day, or the path goes year,
/// month, day.
fn has_date_in_path(path: &str) -> bool {
    DATE_IN_PATH.is_match(path)
}

#[expect(clippy::expect_used, reason = "the pattern is a constant, and tested")]
static DATE_IN_PATH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(^|[/_-])(19|20)[0-9]{2}[-_/]?[01][0-9][-_/]?[0-3][0-9]([^0-9]|$)")
        .expect("a constant pattern")
});

/// A page that stands outside time, or a draft that gets its date later.
fn needs_no_date(post: &Post) -> bool {
    const PAGE_LAYOUTS: &[&str] = &[
        "page", "pages", "default", "home", "landing", "section", "archive", "redirect", "doc",
    ];
    const PAGE_NAMES: &[&str] = &[
        "about", "contact", "privacy", "terms", "imprint", "404", "search", "archive", "archives",
        "team", "subscribe", "faq", "index",
    ];
    let stem = file_stem(post.path()).to_lowercase();
    // `index` in a folder of its own is a page bundle; at the top it is the home page.
    let is_page_name = PAGE_NAMES.contains(&stem.as_str())
        && (stem != "index" || post.path().matches('/').count() <= 1);
    let in_drafts = post.path().split('/').any(|part| part == "_drafts" || part == "drafts");
    let by_key = post.front_matter().is_some_and(|front_matter| {
        let is_draft = ["draft", "drafts"]
            .iter()
            .any(|key| front_matter.get(key).and_then(|v| v.as_bool()) == Some(true));
        let is_page = ["layout", "type", "template"].iter().any(|key| {
            front_matter
                .get(key)
                .and_then(|value| value.as_text())
                .is_some_and(|name| {
                    PAGE_LAYOUTS.contains(&file_stem(name).to_lowercase().as_str())
                })
        });
        is_draft || is_page
    });
    is_page_name || in_drafts || by_key
}

fn is_section_page(path: &str) -> bool {
    file_stem(path).starts_with('_')
}

fn file_stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_the_path_is_a_date() {
        for path in [
            "_posts/2026-05-04-new.md",
            "blog/2026/05/04/new.md",
            "blog/2026-05-04-new/index.md",
            "20260504-new.md",
        ] {
            assert!(has_date_in_path(path), "{path}");
        }
        for path in ["blog/new.md", "blog/2026/new.md", "v2026-99-99.md", "a1999.md"] {
            assert!(!has_date_in_path(path), "{path}");
        }
    }
}
