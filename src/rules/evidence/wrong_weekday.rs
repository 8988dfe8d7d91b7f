//! `evidence/wrong-weekday`: "Tuesday, 3 June 2021", which was a Thursday.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{NamedDay, named_days, weekday_name, weekday_signs, years};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::kind::date_of;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrongWeekday {}

impl Rule for WrongWeekday {
    const META: Meta = Meta {
        id: "evidence/wrong-weekday",
        summary: "A weekday and a date that do not agree",
        why: "Readers who plan by the weekday and readers who plan by the date come on two \
              different days. The slip is most often made when last year's invitation is used \
              again, and it is certain: a date has one weekday.",
        leaves_alone: "Weekdays in a list or a range (\"Tuesday to Thursday, 3 June\"), and dates \
                       without a year, unless the post has a date, neither its own year nor the \
                       ones beside it agree, and the paragraph names no other year.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We meet on Tuesday, 3 June 2021.\n",
                hits: &["Tuesday, 3 June 2021"],
                fixed: None,
            },
            Example::Bad {
                text: "- **Fri**, November 24th,\n  2026: the launch\n",
                hits: &["Fri**, November 24th,\n  2026"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ndate: 2026-11-20\n---\nWe meet on Thursday, November 24.\n",
                hits: &["Thursday, November 24"],
                fixed: None,
            },
            Example::Good("We meet on Thursday, 3 June 2021.\n"),
            Example::Good("We meet on Wednesday, November 24.\n"),
            Example::Good("---\ndate: 2026-11-20\n---\nLast year it was Monday, November 24.\n"),
            Example::Good(
                "---\ndate: 2026-11-20\n---\nIn 1993 we met for the first time, on Thursday, November 24.\n",
            ),
            Example::Good("From Tuesday to Thursday, June 1–3, 2021, we are closed.\n"),
            Example::Good("Run `date -d 'Tuesday, 3 June 2021'` and see.\n"),
        ],
    };
}

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| weekday_signs().map(Phrase::new).collect());

impl Check for WrongWeekday {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut read = None;
        for hit in cx.hits {
            let index = prose.block_at(hit.text.start);
            if read.replace(index) == Some(index) {
                continue;
            }
            let block = &prose.blocks()[index];
            let text = prose.block_text(block);
            for named in named_days(text) {
                let Some((right, year)) = right_weekday(&named, post, text) else {
                    continue;
                };
                let base = block.text.start;
                let name = prose.source(base + named.name.start..base + named.name.end);
                let right = weekday_name(right);
                let words = &text[named.place.clone()];
                let place = base + named.place.start..base + named.place.end;
                let fix = Fix::edit(
                    Applicability::Suggestion,
                    format!("make it {right}"),
                    name,
                    as_written(right, &text[named.name.clone()]),
                );
                out.report(
                    prose.source(place),
                    format!("\"{words}\" does not agree with the calendar"),
                )
                .label(format!("in {year} this date is a {right}"))
                .help("mend the weekday or the date, whichever is wrong")
                .fix(fix);
            }
        }
    }
}

/// The weekday that `named`, in a block with the words `text`, should have, when
/// it has another, and in which year.
fn right_weekday(named: &NamedDay, post: &Post, text: &str) -> Option<(Weekday, i16)> {
    let weekday = |year: i16| Some(Date::new(year, named.month, named.day).ok()?.weekday());
    if let Some(year) = named.year {
        let right = weekday(year).filter(|right| *right != named.weekday)?;
        return Some((right, year));
    }
    // Without a year it may be of this year, the last or the next.
    let year = date_of(post)?.year();
    let is_history = years(text).any(|named| (named - year).abs() > 1);
    let is_right = |year| weekday(year).is_none_or(|right| right == named.weekday);
    let is_possible = (year - 1..=year + 1).any(is_right);
    let right = weekday(year).filter(|_| !is_possible && !is_history)?;
    Some((right, year))
}

/// `right`, cut to three letters and in capitals when `written` is.
fn as_written(right: &str, written: &str) -> String {
    let right = if written.to_lowercase().ends_with("day") {
        right
    } else {
        right.get(..3).unwrap_or(right)
    };
    if written.contains(char::is_lowercase) {
        right.to_owned()
    } else {
        right.to_uppercase()
    }
}
