//! `reputation/shouting`: words in capitals, `!!`, `?!`, runs of emoji.

use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{WordList, words};
use crate::post::{BlockKind, Post};
use crate::rules::mention::Mentions;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Shouting {}

impl Rule for Shouting {
    const META: Meta = Meta {
        id: "reputation/shouting",
        summary: "Words in capitals, `!!`, `?!`, three emoji in a row",
        why: "Capitals and rows of marks read as a raised voice, and readers turn away from it as \
              they do in a street. Some screen readers spell capitals letter by letter and read \
              each emoji aloud. One mark says as much as three.",
        leaves_alone: "Names and runs of short forms, headings and other texts that are all in \
                       capitals, licences, quotations, tables and code.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We won!! Really?! DO NOT MISS THIS one.\n",
                hits: &["!!", "?!", "DO NOT MISS THIS"],
                fixed: Some("We won! Really?! DO NOT MISS THIS one.\n"),
            },
            Example::Bad {
                text: "- Sign up today!!!! 🎉🎉🎉\n",
                hits: &["!!!!", "🎉🎉🎉"],
                fixed: Some("- Sign up today! 🎉🎉🎉\n"),
            },
            Example::Good("We won! The NASA ESA JAXA talks took a day.\n"),
            Example::Good("Join the GIF IT UP contest. It is NO LONGER ACTIVE today.\n"),
            Example::Good("READ THE WHOLE REPORT\n\n## SEE ALL OF THE NEWS\n"),
            Example::Good("THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY of any kind.\n"),
            Example::Good(
                "“We won!!” she wrote. Run `!!` again, or compute n!! first. A family: 👩\u{200d}👩\u{200d}👧\u{200d}👦.\n",
            ),
            Example::Good("!!! note\n    Ask us.\n"),
        ],
    };
}

/// Words of somebody who talks to readers, which a title or a row of short forms
/// seldom has.
const SMALL: WordList = WordList::new(
    "you your is are not we this must will never always my our have do don't now only free please",
);

/// Words of licences and warnings, which lawyers write in capitals.
const LEGAL: WordList =
    WordList::new("warranty warranties liability liable provided software law damages");

impl Check for Shouting {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        for block in prose.blocks() {
            if matches!(block.kind, BlockKind::Quote | BlockKind::TableCell) {
                continue;
            }
            let text = prose.block_text(block);
            let mut found = marks(text);
            found.extend(emoji(text));
            if matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Html
            ) {
                found.extend(capitals(text));
            }
            if found.is_empty() {
                continue;
            }
            found.sort_by_key(|place| place.start);
            let mentions = Mentions::of(post, block);
            for place in found.into_iter().filter(|place| !mentions.quote(place)) {
                let base = block.text.start;
                let span = prose.source(base + place.start..base + place.end);
                let said = &text[place];
                let finding = out.report(span, format!("\"{said}\" reads as a raised voice"));
                finding.label("louder than the rest");
                if said.starts_with('!') && !said.contains('?') {
                    finding.help("one exclamation mark is enough");
                    if post.slice(span) == said {
                        finding.fix(Fix::edit(Applicability::Safe, "leave one mark", span, "!"));
                    }
                } else if said.contains(['!', '?']) {
                    finding.help("end with one mark: the question or the exclamation");
                } else if said.contains(char::is_alphabetic) {
                    finding.help("write it in small letters, and put what matters first");
                } else {
                    finding.help("leave one of them, or none");
                }
            }
        }
    }
}

/// Two exclamation marks or more behind a word, or mixed with question marks.
fn marks(text: &str) -> Vec<Range<usize>> {
    let is_mark = |c: char| c == '!' || c == '?';
    let is_letter = |c: char| c.is_alphanumeric();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(is_mark) {
        let start = at + next;
        let len = text[start..].len() - text[start..].trim_start_matches(is_mark).len();
        at = start + len;
        let mut before = text[..start].chars().rev();
        // A lone letter is a double factorial: "n!!".
        let is_behind_word = match (before.next(), before.next()) {
            (Some(')'), _) => true,
            (Some(last), Some(other)) => is_letter(last) && is_letter(other),
            _ => false,
        };
        let is_end = !text[at..].starts_with(is_letter);
        if len > 1 && is_behind_word && is_end && text[start..at].contains('!') {
            found.push(start..at);
        }
    }
    found
}

/// Three emoji or more in a row.
fn emoji(text: &str) -> Vec<Range<usize>> {
    const FEWEST: usize = 3;
    if text.is_ascii() {
        return Vec::new();
    }
    let is_emoji = |c: char| matches!(c, '\u{1f300}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}' | '\u{2728}' | '\u{2705}');
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_emoji(*c)) {
        let end = at + c.len_utf8();
        match found.last_mut().filter(|(last, _)| last.end == at) {
            Some((last, count)) => (last.end, *count) = (end, *count + 1),
            None => found.push((at..end, 1)),
        }
    }
    found.retain(|(_, count)| *count >= FEWEST);
    found.into_iter().map(|(place, _)| place).collect()
}

/// Four words or more in capitals that are a sentence, or a part of one, among
/// words that are not.
fn capitals(text: &str) -> Vec<Range<usize>> {
    /// Three may be a name, "GIF IT UP", unless a mark follows.
    const FEWEST: usize = 4;
    if !text.contains(char::is_lowercase) {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, usize, bool)> = Vec::new();
    let mut run: Option<(Range<usize>, usize, bool)> = None;
    let mut is_legal = false;
    for word in words(text) {
        let said = &text[word.clone()];
        let is_loud = said
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'\'');
        is_legal |= is_loud && LEGAL.has(said);
        let is_small = is_loud && SMALL.has(said);
        run = match run.take() {
            Some((place, count, small)) if is_loud && &text[place.end..word.start] == " " => {
                Some((place.start..word.end, count + 1, small || is_small))
            }
            ended => {
                found.extend(ended);
                is_loud.then_some((word, 1, is_small))
            }
        };
    }
    found.extend(run);
    if is_legal {
        return Vec::new();
    }
    found.retain(|(place, count, small)| {
        let is_cried = text[place.end..].starts_with('!');
        *small && *count + usize::from(is_cried) >= FEWEST
    });
    found.into_iter().map(|(place, ..)| place).collect()
}
