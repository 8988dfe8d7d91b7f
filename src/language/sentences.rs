//! Sentences.

use std::ops::Range;

/// Words that end in a full stop without ending a sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "al", "approx", "apr", "aug", "ave", "bldg", "capt", "cf", "co", "col", "corp", "dec", "dept",
    "dr", "eg", "esp", "est", "etc", "feb", "fig", "gen", "gov", "hon", "ie", "inc", "jan", "jr",
    "lt", "ltd", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "prof", "rep", "rev", "sen", "sept",
    "sgt", "sr", "st", "vol", "vs",
];

/// The sentences of `text`, without the blanks between them.
///
/// A sentence ends with `.`, `!`, `?` or `…`, closing quotes and brackets, and
/// a blank, when what follows does not start in lower case. Abbreviations,
/// initials and numbers ("No. 1") do not end one. The end of the text does.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?' | '…') || at < start {
            continue;
        }
        let Some(end) = end_after(text, at, c) else {
            continue;
        };
        push(text, start..end, &mut found);
        start = end;
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    if start < end {
        found.push(start..end);
    }
}

/// Where the sentence ends, when the mark `c` at `at` ends one.
fn end_after(text: &str, at: usize, c: char) -> Option<usize> {
    let rest = &text[at..];
    let marks = rest.len() - rest.trim_start_matches(['.', '!', '?', '…']).len();
    let closing = rest[marks..].len()
        - rest[marks..]
            .trim_start_matches(['"', '\'', '”', '’', ')', ']', '»'])
            .len();
    let end = at + marks + closing;
    let after = &text[end..];
    if after.is_empty() {
        return Some(end);
    }
    let blank = after.len() - after.trim_start().len();
    if blank == 0 {
        return None;
    }
    let next = after[blank..]
        .trim_start_matches(['"', '\'', '“', '‘', '(', '[', '«'])
        .chars()
        .next();
    if next.is_some_and(char::is_lowercase) {
        return None;
    }
    if c == '.' && marks == 1 && closing == 0 && is_abbreviation(&text[..at], next) {
        return None;
    }
    Some(end)
}

/// True when the full stop behind `before` belongs to its last word.
fn is_abbreviation(before: &str, next: Option<char>) -> bool {
    let word = before
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '.'))
        .next()
        .unwrap_or_default();
    let mut characters = word.chars();
    let initial = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    if initial && word != "I" {
        return true;
    }
    // "e.g.", "U.S." and the like end a sentence only before a capital letter,
    // and even then rarely.
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2) {
        return true;
    }
    let folded = word.to_lowercase();
    if folded == "no" {
        return next.is_some_and(|c| c.is_ascii_digit());
    }
    ABBREVIATIONS.binary_search(&folded.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| &text[s]).collect()
    }

    #[test]
    fn marks_and_closing_quotes_end_a_sentence() {
        assert_eq!(
            split("One. “Two!” Three? (Four.) Five"),
            ["One.", "“Two!”", "Three?", "(Four.)", "Five"]
        );
    }

    #[test]
    fn abbreviations_and_numbers_do_not() {
        for one in [
            "Dr. Ng met J. Doe at 3.14 p.m. Tuesday",
            "See e.g. Acme Inc. for version 1.2.3 of it",
            "It is No. 1 in sales",
            "Visit example.com today",
            "Wait... what",
        ] {
            assert_eq!(split(one), [one]);
        }
        assert_eq!(split("So did I. No. We stayed.").len(), 3);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }
}
