//! Sentences.

use std::ops::Range;

/// Words that end in a full stop without ending a sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "al", "approx", "apr", "aug", "ave", "bldg", "capt", "cf", "co", "col", "corp", "dec", "dept",
    "dr", "eg", "esp", "est", "etc", "feb", "fig", "gen", "gov", "hon", "ie", "inc", "jan", "jr",
    "lt", "ltd", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "prof", "rep", "rev", "sen", "sept",
    "sgt", "sr", "st", "vol", "vs",
];

/// Quotes and brackets that close behind the mark.
const CLOSING: &[char] = &[
    '"', '\'', '”', '’', ')', ']', '»', '」', '』', '）', '】', '》', '〉', '｣',
];

/// The sentences of `text`, without the blanks between them.
///
/// A sentence ends with `.`, `!`, `?` or `…`, closing quotes and brackets, and
/// a blank, when what follows does not start in lower case. Abbreviations,
/// initials and numbers ("No. 1") do not end one. The end of the text does, and
/// so does `。` and its like, whatever follows.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(ahead) = text[from..].find(is_mark) {
        let at = from + ahead;
        from = at + marks_at(&text[at..]);
        if let Some(end) = end_after(text, at, from) {
            push(text, start..end, &mut found);
            (start, from) = (end, end);
        }
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

/// Where the sentence ends, when the marks from `at` to `behind` end one.
fn end_after(text: &str, at: usize, behind: usize) -> Option<usize> {
    let marks = &text[at..behind];
    let after = text[behind..].trim_start_matches(CLOSING);
    let end = text.len() - after.len();
    if after.is_empty() || marks.contains(is_final_mark) {
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
    if marks == "." && end == behind && is_abbreviation(&text[..at], next) {
        return None;
    }
    Some(end)
}

/// Bytes at the start of `text` that are marks.
fn marks_at(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_mark).len()
}

/// Marks that may end a sentence.
fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_final_mark(c)
}

/// Marks that always end one, with or without a blank behind: those of Chinese
/// and Japanese, of Hindi, of Arabic and Urdu.
fn is_final_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '।' | '॥' | '؟' | '۔')
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
    fn wide_marks_need_no_blank() {
        assert_eq!(
            split("公開します。「本当？！」はい。詳細：以下，次"),
            ["公開します。", "「本当？！」", "はい。", "詳細：以下，次"]
        );
        assert_eq!(
            split("（终于。）版本 2.0 发布了！rust 很快。"),
            ["（终于。）", "版本 2.0 发布了！", "rust 很快。"]
        );
        assert_eq!(split("半角｡次"), ["半角｡", "次"]);
    }

    #[test]
    fn other_scripts_have_marks_of_their_own() {
        assert_eq!(split("यह गुप्त है। कब तक?"), ["यह गुप्त है।", "कब तक?"]);
        assert_eq!(split("ما الجديد؟ لا شيء."), ["ما الجديد؟", "لا شيء."]);
        assert_eq!(split("Что нового? Ничего."), ["Что нового?", "Ничего."]);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }
}
