//! What a rule is given besides the post, all of it as values.

use jiff::civil::Date;

use super::{GivenWaiver, Reviews, WaiverTerms};
use crate::company::Company;
use crate::language::{WordList, words};
use crate::lexicon::Hit;
use crate::seal::Seal;
use crate::site::{Nowhere, Site};

/// The world as one check sees it.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day the check is made for.
    pub today: Date,
    /// The facts the policy states about the company.
    pub company: &'a Company,
    /// Where the rule's phrases were found in the prose of the post.
    pub hits: &'a [Hit],
    /// What the policy demands of waivers and reviews.
    pub terms: &'a WaiverTerms,
    /// The waivers for the post, after they were matched. Only the `judgement`
    /// rules get any.
    pub waivers: &'a [GivenWaiver],
    /// The reviews of the post. Only the `judgement` rules get any.
    pub reviews: &'a Reviews,
    /// The sealed list, where there is one and its key.
    pub seal: Option<&'a Seal>,
    /// The files around the post.
    pub site: &'a dyn Site,
}

impl<'a> Context<'a> {
    /// A context in which nothing is demanded, nobody waived anything, and the
    /// post stands alone.
    pub fn new(today: Date, company: &'a Company, hits: &'a [Hit]) -> Context<'a> {
        static NOTHING: WaiverTerms = WaiverTerms::NOTHING;
        static NONE: Reviews = Reviews::NONE;
        Context {
            today,
            company,
            hits,
            terms: &NOTHING,
            waivers: &[],
            reviews: &NONE,
            seal: None,
            site: &Nowhere,
        }
    }
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
