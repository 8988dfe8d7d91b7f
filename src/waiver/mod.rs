//! Waivers: a person's reasoned, dated permission to keep one finding.
//!
//! A waiver is written in one of three places:
//!
//! - a comment in the post,
//!   `<!-- sayso: allow evidence/superlative until 2027-01-31 by legal: audited figure -->`,
//!   covers the block it stands in, or else the next one; `allow-file` covers
//!   the whole post;
//! - an entry under `sayso.allow` in the front matter covers the whole post;
//! - a `[[waiver]]` in the policy file covers a whole post. The question
//!   `confidential` is waived there only, since a comment beside a secret is a
//!   leak of its own, and so is `judgement`: a post does not judge itself.
//!
//! A waiver may be pinned to the words it was given for (see [`pin_of`]), and
//! does not count for others. [`settle`] matches waivers with findings;
//! [`reviews`] looks for the reviews that a policy demands; [`write()`] writes
//! a waiver, and [`audit`] lists what there is.

mod audit;
mod authors;
mod front_matter;
mod insert;
mod judge;
mod meaning;
mod parse;
mod pin;
mod place;
mod review;
mod review_pin;
mod settle;
mod write;

use jiff::civil::Date;

use crate::post::Post;
use crate::rules::Waiver;
use crate::span::Span;

pub use audit::{Kind, Row, State, audit, audit_policy};
pub use authors::Authors;
pub use judge::Bench;
pub use pin::{is_pin, pin_of};
pub use review::reviews;
pub use review_pin::review_pin;
pub use settle::{settle, settle_judged};
pub use write::{Request, Written, write};

use place::Places;

/// A waiver in the policy file.
#[derive(Clone, Debug, Default)]
pub struct PolicyWaiver {
    /// The rule it allows.
    pub rule: String,
    /// The post it is for.
    pub path: String,
    /// The last day it counts.
    pub until: Option<Date>,
    /// Who gave it.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// Digests of the words it was given for; none when it is for any words.
    pub pins: Vec<String>,
    /// Where it stands in its file.
    pub span: Span,
    /// The same for people: `sayso.toml:12`.
    pub at: String,
}

/// The waivers in `post`, in the order of the text.
pub fn find(post: &Post) -> Vec<Waiver> {
    find_with(post, &mut None)
}

/// The same; the places of the post are looked up when they are needed.
fn find_with<'a>(post: &'a Post, places: &mut Option<Places<'a>>) -> Vec<Waiver> {
    let mut waivers = front_matter::find(post);
    for comment in post.comments() {
        let Some(mut waiver) = parse::comment(post.slice(comment.text), comment.text.start) else {
            continue;
        };
        waiver.span = comment.span;
        if !waiver.covers_file {
            let places = places.get_or_insert_with(|| Places::new(post));
            waiver.covers = places.covered_by(comment.span);
        }
        waivers.push(waiver);
    }
    waivers
}
