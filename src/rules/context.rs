//! What a rule is given besides the post, all of it as values.

use jiff::civil::Date;

use crate::company::Company;
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
    /// How many findings of those rules stand where it would count.
    pub findings: usize,
}

/// True when `text` can be the reason of a waiver: 15 characters or more, which
/// "ok", "fp", "n/a" and "false positive" are not.
pub fn is_reason(text: &str) -> bool {
    text.trim().trim_end_matches(['.', '!']).chars().count() >= 15
}
