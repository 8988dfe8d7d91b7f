//! `helpful/stale-date`: a date in the front matter that cannot be right any more.

use jiff::civil::Date;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::WordList;
use crate::post::Post;
use crate::post::front_matter::{Value, When};
use crate::rules::kind::{date_of, is_draft, plain};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleDate {
    /// Whether a post that is no draft may not be dated in the future.
    future: bool,
    /// Whether a post may not be older than the day on which the site takes it down.
    expired: bool,
}

impl Rule for StaleDate {
    const META: Meta = Meta {
        id: "helpful/stale-date",
        summary: "A review or expiry date that has passed, or a change dated before the post",
        why: "Somebody wrote down until when the text is right, and that day is over: readers \
              may act on what no longer holds. A change that is dated before the post itself is a \
              date left over from the file it was copied from, and feeds and search engines show \
              it to readers.",
        leaves_alone: "Drafts; a post that is dated in the future, which many sites use to \
                       publish later (`future = true` asks for those); and one with an expiry \
                       date, which the site takes down by itself (`expired = true`).",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "future",
                what: "Whether to report a post that is dated in the future and is no draft",
                example: "true",
            },
            OptionDoc {
                name: "expired",
                what: "Whether to report a post whose expiry date has passed",
                example: "true",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ndate: 2026-05-04\nlastmod: 2025-05-05\n---\nText.\n",
                hits: &["2025-05-05"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ndate: 2019-05-04\nreview_by: 2020-05-04\nvalid-until: 2021-01-01\n---\nText.\n",
                hits: &["2020-05-04", "2021-01-01"],
                fixed: None,
            },
            Example::Good("---\ndate: 2019-05-04\nlastmod: 2019-05-04\n---\nText.\n"),
            Example::Good("---\ndate: 2019-05-04\nreview_by: 2199-05-04\n---\nText.\n"),
            Example::Good("---\ndate: 2019-05-04\nexpiryDate: 2020-05-04\n---\nText.\n"),
            Example::Good("---\ndate: 2199-05-04\n---\nText.\n"),
            Example::Good("---\ndraft: true\nreview_by: 2020-01-01\n---\nText.\n"),
        ],
    };
}

/// Keys of the last change, as `plain` has them.
const CHANGED: WordList = WordList::new(
    "lastmod lastmodified lastmodifiedat modified modifiedat datemodified modifieddate updated \
     updatedat updateddate dateupdated lastupdated lastupdate",
);

/// Keys of the day on which somebody is to look again.
const REVIEW: WordList = WordList::new("reviewby reviewdate reviewon nextreview nextreviewdate");

/// Keys of the last day on which it is right.
const VALID: WordList = WordList::new("validuntil validthrough validto");

/// Keys of the day on which the site takes it down.
const EXPIRY: WordList =
    WordList::new("expirydate expires expireson expiration expirationdate unpublishdate");

impl Check for StaleDate {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let Some(front_matter) = post.front_matter().filter(|_| !is_draft(post)) else {
            return;
        };
        let dated = date_of(post);
        for entry in &front_matter.entries {
            let Some(day) = day(&entry.value) else {
                continue;
            };
            let key = plain(&entry.key);
            let span = entry.value.verbatim().unwrap_or(entry.value.span);
            if CHANGED.has(&key) && dated.is_some_and(|dated| day < dated) {
                let name = &entry.key;
                out.report(
                    span,
                    format!("\"{name}: {day}\" is before the post was written"),
                )
                .label(dated.map_or_else(String::new, |dated| format!("it is dated {dated}")))
                .help("write the day of the last change, or take the line out");
            } else if REVIEW.has(&key) && day < cx.today {
                out.report(span, format!("this post was to be reviewed by {day}"))
                    .label("the day has passed")
                    .help("read it again, mend what has changed, and set the next date");
            } else if (VALID.has(&key) || (self.expired && EXPIRY.has(&key))) && day < cx.today {
                out.report(span, format!("this post was to hold until {day}"))
                    .label("the day has passed")
                    .help("take the post down, or mend it and set another date");
            } else if self.future && is_date(&key) && day > cx.today {
                out.report(span, format!("this post is dated {day}, and is no draft"))
                    .label("the day is still to come")
                    .help("mark it as a draft, or mend the date");
            }
        }
    }
}

fn is_date(key: &str) -> bool {
    matches!(key, "date" | "pubdate" | "publishdate" | "published")
}

fn day(value: &Value) -> Option<Date> {
    Some(When::parse(value.as_text()?)?.date)
}
