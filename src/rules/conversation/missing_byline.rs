//! `conversation/missing-byline`: a post that nobody signs.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::WordList;
use crate::post::front_matter::Value;
use crate::post::{FrontMatter, Post};
use crate::rules::kind::{is_post, plain};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, whole};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingByline {
    /// Whether each post needs an author, and one that is not the company.
    required: bool,
}

impl Rule for MissingByline {
    const META: Meta = Meta {
        id: "conversation/missing-byline",
        summary: "A post signed by an account such as \"admin\", or by nobody",
        why: "People talk to people: they answer Ines, and not \"admin\". A post without a name \
              also leaves readers unable to judge who knows what it says. A team is a good author \
              when it is one that readers can find.",
        leaves_alone: "Posts without any author, unless `required` is set: a site may have one for \
                       all; authors under another key, in a nested one, or in a line of the text \
                       (\"By Jo Doe\"); teams.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "required",
            what: "True when every post needs an author, and one that is not the company itself",
            example: "true",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Kites\nauthor: admin\n---\nText.\n",
                hits: &["admin"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Kites\nauthors:\n  - name: Webmaster\n---\nText.\n",
                hits: &["Webmaster"],
                fixed: None,
            },
            Example::Good("---\ntitle: Kites\nauthor: Jo Doe\n---\nText.\n"),
            Example::Good("---\ntitle: Kites\nauthors: [admin, jo-doe]\n---\nText.\n"),
            Example::Good("---\ntitle: Kites\nauthor: The kite team\n---\nText.\n"),
            Example::Good("---\ntitle: Kites\n---\nText.\n"),
        ],
    };
}

/// Accounts that are nobody.
const ACCOUNTS: WordList = WordList::new(
    "admin administrator administrators webmaster wpadmin siteadmin root user owner superuser \
     wordpress staff author unknown anonymous nobody none test default",
);

/// Keys under which an author stands.
const KEYS: WordList = WordList::new(
    "author authors byline by writer writers creator creators contributor contributors postauthor \
     authorname authorslug authorid authorids people guestauthor",
);

impl Check for MissingByline {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let is_unreadable = post.front_matter().is_some_and(FrontMatter::is_unreadable);
        if is_unreadable || !is_post(post) {
            return;
        }
        let authors = authors(post);
        let is_nobody = |name: &str| ACCOUNTS.has(&plain(name));
        let is_company = |name: &str| {
            let mut names = cx.company.names.iter();
            self.required && names.any(|known| known.eq_ignore_ascii_case(name))
        };
        match authors.first() {
            None if self.required && !is_signed(post) => {
                out.report(whole::title(post), "nobody signs this post")
                    .label("no author in the front matter, and none in the text")
                    .help("add `author:` with the name of the person who answers for it");
            }
            Some(first)
                if authors
                    .iter()
                    .filter_map(|author| author.as_text())
                    .all(|name| is_nobody(name) || is_company(name))
                    && !is_signed(post) =>
            {
                let name = first.as_text().unwrap_or_default();
                out.report(
                    first.verbatim().unwrap_or(first.span),
                    format!("\"{name}\" is nobody readers can answer"),
                )
                .label(if is_nobody(name) {
                    "an account, and no person or team"
                } else {
                    "the company, and no person or team"
                })
                .help("name the person or the team that wrote the post");
            }
            _ => {}
        }
    }
}

/// The authors in the front matter, under any key that is known.
fn authors(post: &Post) -> Vec<&Value> {
    let Some(front_matter) = post.front_matter() else {
        return Vec::new();
    };
    let leaves = front_matter.leaves().into_iter();
    leaves
        .filter(|(path, value)| {
            let mut keys = path.split('.').map(plain);
            let is_author = keys.any(|key| KEYS.has(&key));
            // Of an author that is a table, the name is the name.
            let last = plain(path.rsplit('.').next().unwrap_or_default());
            let is_name = KEYS.has(&last) || matches!(&*last, "name" | "title" | "id" | "slug");
            is_author && is_name && !value.is_blank()
        })
        .map(|(_, value)| value)
        .collect()
}

/// True when one of the first or last lines is a name: "By Jo Doe", "_Jo Doe
/// is a pilot at Acme._"
fn is_signed(post: &Post) -> bool {
    const NEAR: usize = 3;
    /// A longer paragraph tells a story, in bytes.
    const LONGEST: usize = 600;
    let texts: Vec<&str> = whole::running(post)
        .map(|block| post.prose().block_text(block))
        .collect();
    let first = texts.iter().take(NEAR);
    let last = texts.iter().rev().take(NEAR);
    let is_name = |text: &str| {
        let mut words = text.split_whitespace();
        let mut named = || {
            words
                .next()
                .is_some_and(|word| word.starts_with(char::is_uppercase))
        };
        named() && named()
    };
    first
        .chain(last)
        .filter(|text| text.len() < LONGEST)
        .any(|text| {
            let by = [
                "by ",
                "written by ",
                "posted by ",
                "— ",
                "– ",
                "-- ",
                "author: ",
            ];
            let lower = text.to_lowercase();
            let behind = by.into_iter().find(|by| lower.starts_with(by));
            let is_by = behind.is_some_and(|by| text.get(by.len()..).is_some_and(is_name));
            let about = [" is a ", " is an ", " is the ", " works ", " leads "];
            is_by || (is_name(text) && about.into_iter().any(|about| text.contains(about)))
        })
}
