//! What makes a finding the same finding after lines have moved.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// Makes the fingerprints of one post's findings, in the order of the text.
///
/// A fingerprint is the SHA-256 of rule, path, the words with their blanks
/// folded, and how many equal ones of the same rule stand before it in the
/// post. No line number is in it.
#[derive(Debug)]
pub struct Fingerprints<'a> {
    path: &'a str,
    seen: FxHashMap<(String, String), u32>,
}

impl<'a> Fingerprints<'a> {
    /// For the post at `path`.
    pub fn new(path: &'a str) -> Fingerprints<'a> {
        Fingerprints {
            path,
            seen: FxHashMap::default(),
        }
    }

    /// The fingerprint of the next finding of `rule` about `words`: 64 hex digits.
    pub fn next(&mut self, rule: &str, words: &str) -> String {
        let words = fold_blanks(words);
        let key = (rule.to_owned(), words);
        let count = self.seen.get(&key).copied().unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [rule, self.path, &key.1, &count.to_string()] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        self.seen.insert(key, count + 1);
        hex(&hash.finalize())
    }
}

/// Every run of blanks becomes one space; none at the ends.
pub fn fold_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_are_told_apart_by_their_ordinal() {
        let mut prints = Fingerprints::new("a.md");
        let first = prints.next("evidence/superlative", "the  only\nhost");
        let second = prints.next("evidence/superlative", "the only host");
        assert_eq!(first.len(), 64);
        assert_ne!(first, second);
        let again = Fingerprints::new("a.md").next("evidence/superlative", "the only host");
        assert_eq!(first, again);
    }

    #[test]
    fn rule_and_path_are_part_of_it() {
        let a = Fingerprints::new("a.md").next("x/y", "w");
        assert_ne!(a, Fingerprints::new("b.md").next("x/y", "w"));
        assert_ne!(a, Fingerprints::new("a.md").next("x/z", "w"));
    }
}
