//! What a rule is given besides the post, all of it as values.

use jiff::civil::Date;

use crate::company::Company;
use crate::language::{WordList, words};
use crate::lexicon::Hit;
use crate::span::Span;

/// The world as one check sees it.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day the check is made for.
    pub today: Date,
    /// The facts the policy states about the company.
    pub company: &'a Company,
    /// Where the rule's phrases were found in the prose of the post.
    pub hits: &'a [Hit],
    /// The waivers of the post, after they were matched. Only the `judgement`
    /// rules get any.
    pub waivers: &'a [GivenWaiver],
}

/// A waiver as the `judgement` rules see it.
#[derive(Clone, Debug)]
pub struct GivenWaiver {
    /// All of it, with the marks of the comment.
    pub span: Span,
    /// The rules it names, as they are written.
    pub rules: Vec<String>,
    /// The reason as it is written; empty when there is none.
    pub reason: String,
    /// True when it is written as it should be, its rules all ran, and there
    /// is nothing for it to allow.
    pub is_idle: bool,
}

/// True when `text` can be the reason of a waiver: 15 letters or more, which
/// "ok", "fp", "n/a" and "false positive" are not. A letter of a script that
/// writes words in one or two counts twice.
pub fn is_reason(text: &str) -> bool {
    const STOCK: WordList = WordList::new(
        "false positive fp ok okay fine n a na none ignore todo explain this it is please approved \
     yes because",
    );
    let weight = |c: char| match c {
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => 2,
        _ => 1,
    };
    let text = text.trim().trim_end_matches(['.', '!']);
    let length: usize = text.chars().map(weight).sum();
    length >= 15 && !words(text).all(|word| STOCK.has(&text[word]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_phrases_are_no_reason() {
        for text in [
            "",
            "ok",
            "false positive, ok",
            "n/a n/a n/a n/a",
            "TODO explain this",
        ] {
            assert!(!is_reason(text), "{text}");
        }
        for text in ["audited figure, filing due", "監査済みの数値です"] {
            assert!(is_reason(text), "{text}");
        }
    }
}
