//! Notes among colleagues: what a comment says when it is about the text and
//! meant for whoever works on it.

use std::ops::Range;

use super::{PhraseList, WordList, fold_into, words};

/// First words of a note, in capitals.
const MARKS: [&str; 5] = ["TODO", "FIXME", "XXX", "TKTK", "TK"];

/// Orders about publishing, which are a note wherever they stand.
const ORDERS: PhraseList = PhraseList::new(
    "do not publish; don't publish; not for publication; do not merge; remove before publishing; \
     remove before we publish; remove before publication; remove before going live; remove before \
     release; delete before publishing; delete before publication; delete before going live; before \
     publishing; before we publish; before this goes live; before it goes live; before going live; \
     hold until; needs sign off; need sign off; needs approval; needs legal; waiting for approval; \
     waiting for sign off; waiting for legal; ask legal; legal to review; check with legal; note to \
     self; note to editor; note to the editor; for internal use only; internal use only; internal only",
);

/// What one asks of a colleague.
const ASKS: PhraseList = PhraseList::new(
    "please; can you; could you; can we; should we; do we; are we; is this; need to; needs to; \
     check; confirm; verify; review; approve; ask; rewrite; reword",
);

/// Whom a note is for, or whose it is, when a colon or a dash follows.
const PARTIES: WordList = WordList::new(
    "internal legal comms pr editor editors marketing compliance reviewer reviewers author question",
);

/// The words that make a note of `comment`: "TODO", "@jo please check", "do not
/// publish". None for what is meant for a program, and for text or markup that
/// was commented out.
pub fn note_in(comment: &str) -> Option<Range<usize>> {
    let start = comment.len() - comment.trim_start().len();
    let text = comment.trim();
    let at = |range: Range<usize>| start + range.start..start + range.end;
    let first = words(text).next()?;
    if let Some(mark) = mark(text, &first) {
        return Some(at(mark));
    }
    // What a note is about stands in its first line.
    let line = text.lines().next().unwrap_or_default().trim_end();
    if is_markup(line) || line.len() > LONGEST {
        return None;
    }
    if line == "DRAFT" || line.starts_with("DRAFT ") || line.starts_with("DRAFT: ") {
        return Some(at(0.."DRAFT".len()));
    }
    if line.eq_ignore_ascii_case("confidential") {
        return Some(at(0..line.len()));
    }
    if let Some(order) = phrase(line, ORDERS) {
        return Some(at(order));
    }
    let is_asking = phrase(line, ASKS).is_some() || line.ends_with('?');
    (is_asking && is_addressed(line, &first)).then(|| at(0..line.len()))
}

/// A longer first line is text that was commented out, in bytes.
const LONGEST: usize = 300;

/// "TODO: …", "FIXME(jo) …", "TODO" alone; no `TODO-check-disable`.
fn mark(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let is_mark = MARKS.contains(&&text[first.clone()]);
    let opens = matches!(&text[..first.start], "" | "[" | "@" | "- " | "**");
    let after = &text[first.end..];
    let goes_on =
        after.is_empty() || after.starts_with([':', ' ', '(', ']', '\n', '\r', ',', '*', '!']);
    (is_mark && opens && goes_on).then(|| first.clone())
}

/// True for a line of Markdown, HTML, a template, or a marker of a program:
/// `legal:begin`, `draft:story`.
fn is_markup(line: &str) -> bool {
    let is_block = line.starts_with(['<', '#', '|', '!', '{', '[', '>', '`', '/', '=', '$', '%']);
    let has_blank = line.contains(' ');
    let is_link = line.contains("](") || line.contains("=\"");
    is_block
        || is_link
        || !has_blank && !line.eq_ignore_ascii_case("confidential") && line != "DRAFT"
}

/// "@jo …", "Jo: …", "Legal: …", "Jo, …"
fn is_addressed(line: &str, first: &Range<usize>) -> bool {
    let name = &line[first.clone()];
    let after = &line[first.end..];
    let is_handle = line.starts_with('@')
        && first.start == 1
        && after.starts_with([' ', ',', ':'])
        && !line.contains(['(', '"', '{']);
    let is_called = first.start == 0
        && (after.starts_with(": ")
            || after.starts_with(" - ")
            || after.starts_with(" – ")
            || after.starts_with(" — "))
        && PARTIES.has(name);
    let is_named = first.start == 0
        && after.starts_with(", ")
        && phrase(after, PhraseList::new("please; can you; could you")).is_some();
    is_handle || is_called || is_named
}

/// The first of the phrases in `line`, as whole words.
fn phrase(line: &str, list: PhraseList) -> Option<Range<usize>> {
    let mut folded = String::new();
    let found: Vec<(Range<usize>, String)> = words(line)
        .map(|word| {
            fold_into(&line[word.clone()], &mut folded);
            (word, folded.clone())
        })
        .collect();
    (0..found.len()).find_map(|at| {
        list.iter().find_map(|phrase| {
            let len = phrase.split(' ').count();
            let run = found.get(at..at + len)?;
            let is_it = phrase
                .split(' ')
                .eq(run.iter().map(|(_, word)| word.as_str()));
            is_it.then(|| run[0].0.start..run[len - 1].0.end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(comment: &str) -> Option<&str> {
        note_in(comment).map(|range| &comment[range])
    }

    #[test]
    fn notes_among_colleagues_are_told() {
        for (comment, note) in [
            (" TODO: add the figure ", "TODO"),
            ("FIXME(jo) the link is old", "FIXME"),
            ("TODO", "TODO"),
            (
                " Do not publish until the contract is signed ",
                "Do not publish",
            ),
            ("@jo please check the number", "@jo please check the number"),
            ("Legal: can we say this?", "Legal: can we say this?"),
            (
                "Jo, could you check the date",
                "Jo, could you check the date",
            ),
            ("Don’t publish yet\n\n## Prices\n", "Don’t publish"),
            ("DRAFT for the board", "DRAFT"),
            ("The quote needs sign-off", "needs sign-off"),
            ("Confidential", "Confidential"),
        ] {
            assert_eq!(found(comment), Some(note), "{comment}");
        }
    }

    #[test]
    fn programs_and_text_out_of_use_are_not() {
        for comment in [
            "more",
            " truncate ",
            "prettier-ignore",
            "markdownlint-disable MD013",
            "vale off",
            "toc",
            "START doctoc generated TOC please keep comment here to allow auto update",
            "TODO-check-disable",
            "legal:begin",
            "draft:story",
            "internal: /blog/some-page",
            "Draft session empty state",
            "Draft | Active | Done",
            "Twitter Card data",
            "## Confidential computing\n\nText",
            "<p>Please check the box</p>",
            "[Please check](https://example.com)",
            "This file is generated. Do not edit.",
            "We publish a list every year.",
            "LEGAL: privacy / terms / security",
            "Confidential footer",
            "Note: run the check before you build.",
            "@license CC0-1.0",
            "@import \"toc\" check(depth)",
            "Copyright 2026 Acme. All rights reserved.",
            "",
        ] {
            assert_eq!(found(comment), None, "{comment}");
        }
    }
}
