//! `confidential/embargo`: a post that says it may not be out yet.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{Moment, PhraseList, Quotations, WordList, first_moment, sentences, words};
use crate::lexicon::Phrase;
use crate::post::front_matter::{Value, When};
use crate::post::{BlockKind, Post};
use crate::rules::kind::{is_draft, plain};
use crate::rules::mention::is_led_in;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Embargo {
    /// Whether a date of publication in the future counts as an embargo.
    future_date: bool,
}

impl Rule for Embargo {
    const META: Meta = Meta {
        id: "confidential/embargo",
        summary: "A post under embargo that is not a draft, or an embargo line left in it",
        why: "An embargo is a promise to partners, customers or a market. A site generator may \
              hide a post until its day, but its source is out as soon as it is pushed to a \
              public repo, and so are previews and feeds built from it. Once the day has come, \
              the line only tells readers that they were handed a press release.",
        leaves_alone: "Drafts, embargoes on other things (data, a fix, a country), the history of \
                       one, quotations, `expiryDate`, and, unless `future-date` is set, a date \
                       of publication in the future. A day counts as the checking machine has \
                       it; with an hour, the embargo lasts to the end of that day, since hours \
                       and zones cannot be compared without a clock.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "future-date",
            what: "Whether a date of publication in the future counts: for public repos",
            example: "true",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "**EMBARGOED UNTIL 9 a.m. ET on 3 December 2026**\n\nAcme opens an office.\n",
                hits: &["EMBARGOED UNTIL"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Office\nembargo-until: 2026-12-03\n---\nAcme opens an office.\n",
                hits: &["2026-12-03"],
                fixed: None,
            },
            Example::Bad {
                text: "This post is under embargo until December 3rd, 2026.\n\nAcme opens an office.\n",
                hits: &["under embargo until"],
                fixed: None,
            },
            Example::Bad {
                text: "Embargoed until 3 May 2024, 09:00 GMT\n\nAcme opened an office.\n",
                hits: &["Embargoed until"],
                fixed: None,
            },
            Example::Bad {
                text: "Not for release before 2026-11-30.\n\nAcme opens an office.\n",
                hits: &["Not for release before"],
                fixed: None,
            },
            Example::Good("---\ndraft: true\nembargo: 2026-12-03\n---\nAcme opens an office.\n"),
            Example::Good("---\nembargo: 2024-05-03\n---\nAcme opened an office.\n"),
            Example::Good("---\ndate: 2026-12-24\nexpiryDate: 2027-01-31\n---\nHappy holidays.\n"),
            Example::Good("The fix was under embargo until 3 May 2024, and is out now.\n"),
            Example::Good("Under embargo until 3 May 2024 we could not say a word.\n"),
            Example::Good("Do not publish before you have read it aloud 3 times.\n"),
            Example::Good("- CVE-2026-0001: under embargo until 2026-12-03\n"),
            Example::Good("The images are under embargo until 2027-01-31.\n"),
            Example::Good("Write this line:\n\nEmbargoed until 3 December 2026\n\nIt helps.\n"),
            Example::Good("“Embargoed until 3 December 2026” is what such a line says.\n"),
        ],
    };
}

/// What an embargo line says.
const LINES: PhraseList = PhraseList::new(
    "embargoed until; embargoed till; under embargo until; under strict embargo until; embargo \
     until; embargo till; not for release before; not for release \
     until; not for publication before; not for publication until; not to be published before; do \
     not publish before; do not publish until; hold for release until; embargo",
);

/// What may stand before that: the text itself, and nothing else.
const LEADS: WordList = WordList::new(
    "strictly this the post article press news release announcement report story statement \
     material document content text information contents transmission advisory in of is are \
     remains please note important attention editors media embargo warning and all",
);

/// Names of keys, without dashes.
const KEYS: WordList =
    WordList::new("embargo embargountil embargoeduntil embargodate embargoenddate embargolifts");

/// Names of keys with the day of publication.
const DATES: WordList = WordList::new("date publishdate pubdate publisheddate publishedat");

/// What may stand beside a day on a line of its own.
const BESIDE_DAYS: WordList = WordList::new(
    "at on by of the and am pm noon midnight time local gmt utc january february march april may june july \
     august september october november december monday tuesday wednesday thursday friday saturday \
     sunday",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| LINES.iter().map(Phrase::new).collect());

impl Check for Embargo {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if is_draft(post) {
            return;
        }
        for (key, value) in post
            .front_matter()
            .map(|fm| fm.leaves())
            .unwrap_or_default()
        {
            let key = plain(key.strip_prefix("params.").unwrap_or(&key));
            let is_embargo = KEYS.has(&key);
            let is_date = self.future_date && DATES.has(&key);
            if (is_embargo || is_date)
                && let Some(end) = end_of(value)
                && end.is_none_or(|end| is_ahead(end, cx.today))
            {
                report(value.span, end, cx.today, out);
            }
        }
        let mut done = 0;
        for hit in cx.hits {
            if hit.text.start < done {
                continue;
            }
            if let Some((span, end)) = line(post, &hit.text, cx.today) {
                done = hit.text.end;
                report(span, end, cx.today, out);
            }
        }
    }
}

/// True when `end` has not come. An hour cannot be compared without a clock, so
/// a day with an hour counts to its end.
fn is_ahead(end: Moment, today: Date) -> bool {
    today < end.day || (end.has_hour && today == end.day)
}

/// What a key of the front matter says: that there is an embargo, and when it
/// ends, if that can be read.
fn end_of(value: &Value) -> Option<Option<Moment>> {
    if let Some(flag) = value.as_bool() {
        return flag.then_some(None);
    }
    let text = value.as_text()?;
    let end = When::parse(text)
        .map(|when| Moment {
            day: when.date,
            has_hour: when.time.is_some_and(|time| time != Time::midnight()),
        })
        .or_else(|| first_moment(text))?;
    Some(Some(end))
}

/// The embargo line of `hit`, if it is one: a block that opens with it and
/// speaks of the text itself. One that is over, or whose day cannot be read, must
/// hold nothing else, since it may tell of old times.
fn line(post: &Post, hit: &Range<usize>, today: Date) -> Option<(Span, Option<Moment>)> {
    /// The day stands right behind, in bytes.
    const NEAR: usize = 60;
    let prose = post.prose();
    let index = prose.block_at(hit.start);
    let block = &prose.blocks()[index];
    let text = prose.block_text(block);
    let (start, end) = (hit.start - block.text.start, hit.end - block.text.start);
    let (before, after) = (&text[..start], &text[end..]);
    let is_line = matches!(
        block.kind,
        BlockKind::Title
            | BlockKind::FrontMatter
            | BlockKind::Heading(_)
            | BlockKind::Paragraph
            | BlockKind::Quote
            | BlockKind::Html
    );
    // "Embargo: 3 December 2026"; the word alone is about any embargo.
    let is_word = !text[start..end].contains(' ');
    if !is_line
        || !words(before).all(|word| LEADS.has(&before[word]))
        || (is_word && !after.starts_with(':'))
        || is_led_in(post, index)
        || Quotations::of(text).hold(start)
    {
        return None;
    }
    // Of a longer text, no more than its first sentences are read.
    let near = sentences(after).into_iter().find(|one| one.end > NEAR);
    let end = first_moment(near.map_or(after, |one| &after[..one.end]));
    let is_ahead = end.is_some_and(|end| is_ahead(end, today));
    (is_ahead || is_bare_day(after)).then(|| (prose.source(hit.clone()), end))
}

/// True for figures, names of days and months, zones, and orders in capitals.
fn is_bare_day(text: &str) -> bool {
    let is_beside = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || !word.contains(char::is_lowercase)
            || BESIDE_DAYS.has(word)
    };
    text.contains(|c: char| c.is_ascii_digit()) && words(text).all(|word| is_beside(&text[word]))
}

fn report(span: Span, end: Option<Moment>, today: Date, out: &mut Findings) {
    let (message, help) = match end {
        Some(end) if is_ahead(end, today) => (
            format!("this post is under embargo until {}", end.day),
            "mark the post as a draft and keep it out of public repos until then",
        ),
        Some(end) => (
            format!(
                "the embargo of {} is over, and the line is still here",
                end.day
            ),
            "take the line out: it was meant for those who got the text early",
        ),
        None => (
            "this post says that it is under embargo".to_owned(),
            "mark it as a draft until the day has come, then take the line out",
        ),
    };
    let label = match end {
        Some(_) => format!("today is {today}"),
        None => "no day that can be read".to_owned(),
    };
    out.report(span, message).label(label).help(help);
}
