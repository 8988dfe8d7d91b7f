//! `helpful/miscounted-list`: "four things", and a list of three.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{Reading, WordList, sentences};
use crate::post::{Block, BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MiscountedList {}

impl Rule for MiscountedList {
    const META: Meta = Meta {
        id: "helpful/miscounted-list",
        summary: "A number of things, and a list that has more or fewer",
        why: "\"Four things to know\" with three below makes readers look for the fourth, and \
              wonder what was cut. It happens when a point is added or taken out in the last \
              round, and the sentence above is not read again.",
        leaves_alone: "Points below a point, lists that a paragraph parts or that go on behind it, \
                       numbers that are not exact (\"more than four\"), and sentences with two \
                       numbers.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "There are four things to know:\n\n- wind\n- rain\n- sun\n",
                hits: &["four things"],
                fixed: None,
            },
            Example::Bad {
                text: "We took these 2 simple steps:\n1. We read.\n   - Twice.\n2. We wrote.\n3. We read again.\n",
                hits: &["2 simple steps"],
                fixed: None,
            },
            Example::Good(
                "There are three things to know:\n\n- wind\n  - from the north\n- rain\n- sun\n",
            ),
            Example::Good(
                "There are more than four reasons, at least three ways and these:\n\n- wind\n- rain\n",
            ),
            Example::Good(
                "There are four reasons:\n\n- wind\n- rain\n\nAnd on Sundays:\n\n- sun\n- snow\n",
            ),
            Example::Good("One of the four reasons is money:\n\n- wages\n- rent\n"),
            Example::Good("After four weeks we had this:\n\n- wages\n- rent\n"),
        ],
    };
}

const NUMBERS: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// What lists are lists of.
const THINGS: WordList = WordList::new(
    "things reasons ways steps tips lessons questions ideas rules points principles options types \
     kinds goals areas categories features changes factors examples tools takeaways mistakes \
     benefits challenges themes stages phases parts elements components requirements criteria \
     recommendations strategies items topics pillars myths trends facts priorities objectives \
     scenarios approaches methods techniques practices habits signs issues problems aspects",
);

/// Words that make a number inexact, or take some of it.
const INEXACT: WordList = WordList::new(
    "than least most over about around nearly almost roughly approximately some of first last \
     other another next under up to every or between among",
);

impl Check for MiscountedList {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        for pair in prose.blocks().windows(2) {
            let (before, first) = (&pair[0], &pair[1]);
            if before.kind != BlockKind::Paragraph || first.kind != BlockKind::ListItem {
                continue;
            }
            let text = prose.block_text(before);
            if !text.trim_end().ends_with(':') {
                continue;
            }
            let Some(last) = sentences(text).pop() else {
                continue;
            };
            let sentence = Reading::new(&text[last.clone()]);
            let Some((number, place)) = counted(&sentence) else {
                continue;
            };
            let Some(items) = items(post, before, first) else {
                continue;
            };
            // Far more, or far fewer, are other things.
            if items != number && items.abs_diff(number) <= 2 && items > 1 {
                let base = before.text.start + last.start;
                let words = &sentence.sentence[place.clone()];
                out.report(
                    prose.source(base + place.start..base + place.end),
                    format!("\"{words}\", and the list has {items}"),
                )
                .label(format!("{items} points follow"))
                .help("mend the number, or add what is missing");
            }
        }
    }
}

/// The one number of things that a sentence names, and where.
fn counted(sentence: &Reading<'_>) -> Option<(usize, std::ops::Range<usize>)> {
    let number = |word: &String| {
        let named = NUMBERS
            .iter()
            .position(|name| name == word)
            .map(|at| at + 2);
        named.or_else(|| word.parse().ok())
    };
    let folded = &sentence.folded;
    let mut numbers = (0..folded.len()).filter_map(|at| Some((at, number(&folded[at])?)));
    let (at, count) = numbers.next()?;
    let start = at.saturating_sub(3);
    let is_inexact = folded[start..at].iter().any(|word| INEXACT.has(word));
    if numbers.next().is_some() || is_inexact || !(2..=20).contains(&count) {
        return None;
    }
    // "four simple things"
    let len = folded[at + 1..]
        .iter()
        .take(3)
        .position(|word| THINGS.has(word))?;
    let place = sentence.bytes(at..at + len + 2);
    // "four-step", "four of these things", "two, three things"
    let is_plain = !sentence.sentence[place.clone()].contains(['-', ',', '–', '('])
        && !folded[at + 1..at + 1 + len]
            .iter()
            .any(|word| INEXACT.has(word));
    is_plain.then_some((count, place))
}

/// How many points the list has that starts with `first`, right behind `before`;
/// none when it goes on behind it.
fn items(post: &Post, before: &Block, first: &Block) -> Option<usize> {
    let number = first.element?;
    let list = *post.elements().get(number)?;
    let next = post.elements().get(number + 1);
    let after = post.elements().get(number + 2);
    let is_list =
        |span: &Span| marker(post.slice(*span).lines().next().unwrap_or_default()).is_some();
    let goes_on = next.is_some_and(is_list) || after.is_some_and(is_list);
    let is_near = before.element.is_some_and(|element| element + 1 == number);
    if !is_near || goes_on || !post.templates_in(list).is_empty() {
        return None;
    }
    let is_code = |at: usize| {
        let start = list.start as usize + at;
        post.is_code(Span::new(start, start + 1))
    };
    let mut at = 0;
    let mut count = 0;
    let text = post.slice(list);
    // What starts left of the text of the first point is no point below it.
    let (_, inside) = marker(text.lines().next()?)?;
    for line in text.split_inclusive('\n') {
        if marker(line).is_some_and(|(mark, _)| mark < inside && !is_code(at + mark)) {
            count += 1;
        }
        at += line.len();
    }
    Some(count)
}

/// The columns of the mark of a list item and of its text.
fn marker(line: &str) -> Option<(usize, usize)> {
    let rest = line.trim_start_matches(' ');
    let mark = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = if mark.len() < rest.len() {
        mark.strip_prefix(['.', ')'])?
    } else {
        rest.strip_prefix(['-', '*', '+'])?
    };
    let is_item = behind.starts_with([' ', '\t']);
    is_item.then(|| (line.len() - rest.len(), line.len() - behind.len() + 1))
}
