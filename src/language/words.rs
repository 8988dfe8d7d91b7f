//! Words.

use std::ops::Range;

/// A word of a text, as a range of bytes.
pub type Word = Range<usize>;

/// The words of `text`: runs of letters and digits, with apostrophes inside
/// them. A hyphen parts two words.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The words of a text, in order.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let start = self.at + skip(&self.text[self.at..], |c| !c.is_alphanumeric());
        if start == self.text.len() {
            self.at = start;
            return None;
        }
        let mut end = start;
        loop {
            end += skip(&self.text[end..], is_word_character);
            let rest = &self.text[end..];
            let Some(mark) = rest.chars().next().filter(|c| matches!(c, '\'' | '’')) else {
                break;
            };
            let after = end + mark.len_utf8();
            if !self.text[after..].starts_with(char::is_alphanumeric) {
                break;
            }
            end = after;
        }
        self.at = end;
        Some(start..end)
    }
}

/// Letters, digits and the marks that combine with them.
fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Bytes at the start of `text` whose characters satisfy `keep`.
fn skip(text: &str, keep: impl Fn(char) -> bool) -> usize {
    let ascii = text
        .bytes()
        .position(|byte| !byte.is_ascii() || !keep(char::from(byte)));
    match ascii {
        None => text.len(),
        Some(at) if text.as_bytes()[at].is_ascii() => at,
        Some(at) => {
            let rest = &text[at..];
            at + rest.find(|c| !keep(c)).unwrap_or(rest.len())
        }
    }
}

/// True when `word`, folded, is `folded`.
pub fn folds_to(word: &str, folded: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(folded);
    }
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out == folded
}

/// Puts `word` into `out` as it is compared: lower case, straight apostrophes.
pub fn fold_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '’' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).map(|word| &text[word]).collect()
    }

    #[test]
    fn words_keep_their_apostrophes() {
        assert_eq!(
            split("the world’s first, isn't it'"),
            ["the", "world’s", "first", "isn't", "it"]
        );
    }

    #[test]
    fn hyphens_and_dashes_part_words() {
        assert_eq!(
            split("market-leading—really"),
            ["market", "leading", "really"]
        );
        assert_eq!(split("Zoë’s naïve 3D"), ["Zoë’s", "naïve", "3D"]);
        assert_eq!(split("— …"), Vec::<&str>::new());
    }

    #[test]
    fn folding_makes_spellings_equal() {
        let mut out = String::new();
        fold_into("World’S", &mut out);
        assert_eq!(out, "world's");
    }
}
