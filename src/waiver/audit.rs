//! What a regulated team must keep: every waiver and every review, with who
//! gave it, for which words, until when, and whether it counts.

use jiff::civil::Date;

use crate::finding::Secrets;
use crate::post::Post;
use crate::rules::{
    GivenReview, GivenWaiver, ReviewFault, Reviews, WaiverFault, WaiverPlace, is_picture_name,
};
use crate::span::{LineIndex, Span};

use super::{PolicyWaiver, review_pin};

/// One waiver or review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which of the two.
    pub kind: Kind,
    /// The post it is for.
    pub path: String,
    /// Where it stands: `content/blog/post.md:12`, `sayso.toml:8`.
    pub at: String,
    /// What is allowed; empty for a review.
    pub rules: Vec<String>,
    /// The digests of the words it was given for; empty when it has no pin.
    pub pins: Vec<String>,
    /// The digests of those words as they are today; none for the words of a
    /// waiver in the policy, which may be confidential.
    pub now: Vec<String>,
    /// Who gave it.
    pub by: Option<String>,
    /// Who wrote the words, when that is the same person.
    pub author: Option<String>,
    /// The day of a review.
    pub on: Option<Date>,
    /// The last day of a waiver.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
    /// How many findings it allows.
    pub allows: usize,
    /// Whether it counts.
    pub state: State,
    /// Why it does not count, in words; empty when it does.
    pub remark: String,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A permission to keep a finding.
    Waiver,
    /// That somebody read the post.
    Review,
}

/// Whether a waiver or a review counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does.
    Counts,
    /// Its day has passed.
    Expired,
    /// It is for longer than the policy allows.
    TooLong,
    /// The words have changed.
    Outdated,
    /// It has no pin where the policy asks for one.
    Unpinned,
    /// It does not say why.
    Unexplained,
    /// What it names may not be waived, or not there.
    Forbidden,
    /// It is not given by who may allow it.
    UnknownApprover,
    /// It is given by who wrote the words.
    SelfApproved,
    /// It cannot be read.
    Unreadable,
    /// There is nothing for it to allow.
    Unused,
    /// Its rules were not run.
    Unchecked,
    /// The review is demanded and not there.
    Missing,
    /// Its post was not read.
    NoPost,
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Waiver => "waiver",
            Kind::Review => "review",
        }
    }
}

impl State {
    /// The words for it.
    pub fn name(self) -> &'static str {
        match self {
            State::Counts => "counts",
            State::Expired => "expired",
            State::TooLong => "too long",
            State::Outdated => "outdated",
            State::Unpinned => "unpinned",
            State::Unexplained => "unexplained",
            State::Forbidden => "forbidden",
            State::UnknownApprover => "unknown approver",
            State::SelfApproved => "self-approved",
            State::Unreadable => "unreadable",
            State::Unused => "unused",
            State::Unchecked => "not checked",
            State::Missing => "missing",
            State::NoPost => "no such post",
        }
    }
}

/// The waivers and reviews of `post`, after they were settled, in the order of
/// the text.
pub fn audit(post: &Post, waivers: &[GivenWaiver], reviews: &Reviews) -> Vec<Row> {
    if waivers.is_empty() && reviews.given.is_empty() && reviews.wanted.is_empty() {
        return Vec::new();
    }
    let lines = LineIndex::new(post.text());
    let at = |span: Span| format!("{}:{}", post.path(), lines.line(span.start));
    let mut rows: Vec<(Span, Row)> = waivers
        .iter()
        .map(|given| (given.waiver.span, waiver(post.path(), given, &at)))
        .collect();
    let now = review_pin(post);
    let review = |span: Span, given: &GivenReview, state: State, remark: String| Row {
        at: at(span),
        pins: given.pin.iter().cloned().collect(),
        now: vec![now.clone()],
        by: Some(given.by.clone()).filter(|by| !by.is_empty()),
        on: given.on,
        state,
        remark,
        ..Row::of(Kind::Review, post.path())
    };
    rows.extend(reviews.given.iter().map(|given| {
        let remark = given.fault.as_ref().map(ToString::to_string);
        let state = given.fault.as_ref().map_or(State::Counts, review_state);
        (
            given.span,
            review(given.span, given, state, remark.unwrap_or_default()),
        )
    }));
    rows.extend(reviews.wanted.iter().map(|wanted| {
        let remark = format!("{} asks for a review", wanted.asked_by);
        let none = GivenReview::default();
        (
            wanted.span,
            review(wanted.span, &none, State::Missing, remark),
        )
    }));
    rows.sort_by_key(|(span, _)| *span);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The waivers of a policy for posts that were not read, which `is_read` knows,
/// and for pictures, which are checked when a change brings them.
pub fn audit_policy(waivers: &[PolicyWaiver], is_read: impl Fn(&str) -> bool) -> Vec<Row> {
    waivers
        .iter()
        .filter(|waiver| !is_read(&waiver.path))
        .map(|waiver| Row {
            at: waiver.at.clone(),
            rules: vec![waiver.rule.clone()],
            pins: waiver.pins.clone(),
            by: waiver.by.clone(),
            until: waiver.until,
            reason: waiver.reason.clone(),
            state: if is_picture_name(&waiver.path) {
                State::Unchecked
            } else {
                State::NoPost
            },
            ..Row::of(Kind::Waiver, &waiver.path)
        })
        .collect()
}

impl Row {
    /// Masks what people wrote, where it repeats one of `secrets`.
    pub fn conceal(&mut self, secrets: &Secrets) {
        let texts = [&mut self.reason, &mut self.remark].into_iter();
        let names = self
            .by
            .iter_mut()
            .chain(&mut self.author)
            .chain(&mut self.rules);
        for text in texts.chain(names) {
            *text = secrets.mask(text, []).into_owned();
        }
    }

    fn of(kind: Kind, path: &str) -> Row {
        Row {
            kind,
            path: path.to_owned(),
            at: String::new(),
            rules: Vec::new(),
            pins: Vec::new(),
            now: Vec::new(),
            by: None,
            author: None,
            on: None,
            until: None,
            reason: String::new(),
            allows: 0,
            state: State::Counts,
            remark: String::new(),
        }
    }
}

fn waiver(path: &str, given: &GivenWaiver, at: &dyn Fn(Span) -> String) -> Row {
    let waiver = &given.waiver;
    let fault = given.faults.first().filter(|_| !given.is_idle);
    let state = match fault {
        Some(fault) => waiver_state(fault),
        None if given.is_idle => State::Unused,
        None if given.allowed == 0 => State::Unchecked,
        None => State::Counts,
    };
    Row {
        at: match &waiver.place {
            WaiverPlace::Policy(at) => at.clone(),
            _ => at(waiver.span),
        },
        rules: waiver.rules.clone(),
        pins: waiver.pins.clone(),
        now: match waiver.place {
            // A few guesses would find a name or a number by its digest.
            WaiverPlace::Policy(_) => Vec::new(),
            _ => given.pins_now.clone(),
        },
        by: waiver.by.clone(),
        author: given.author.clone(),
        until: waiver.until,
        reason: waiver.reason.clone(),
        allows: given.allowed,
        state,
        remark: fault.map(ToString::to_string).unwrap_or_default(),
        ..Row::of(Kind::Waiver, path)
    }
}

fn waiver_state(fault: &WaiverFault) -> State {
    match fault {
        WaiverFault::Misread(_) => State::Unreadable,
        WaiverFault::Unexplained => State::Unexplained,
        WaiverFault::Ended(_) => State::Expired,
        WaiverFault::TooLong { .. } => State::TooLong,
        WaiverFault::Unwaivable(_) | WaiverFault::PolicyOnly(_) => State::Forbidden,
        WaiverFault::UnknownApprover { .. } => State::UnknownApprover,
        WaiverFault::SelfApproved => State::SelfApproved,
        WaiverFault::Unpinned => State::Unpinned,
        WaiverFault::Outdated => State::Outdated,
    }
}

fn review_state(fault: &ReviewFault) -> State {
    match fault {
        ReviewFault::Unreadable | ReviewFault::Future(_) => State::Unreadable,
        ReviewFault::Unpinned => State::Unpinned,
        ReviewFault::Outdated => State::Outdated,
        ReviewFault::OtherReviewer(_) => State::UnknownApprover,
    }
}
