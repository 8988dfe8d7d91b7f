//! Reviews as values: that somebody read a whole post, or should have.

use std::fmt;

use jiff::civil::Date;

use crate::span::Span;

/// The reviews of a post, and those it lacks.
#[derive(Clone, Debug, Default)]
pub struct Reviews {
    /// What the front matter says under `reviewed-by`.
    pub given: Vec<GivenReview>,
    /// What the policy demands and the post does not have.
    pub wanted: Vec<WantedReview>,
}

impl Reviews {
    /// No review is given and none is wanted.
    pub const NONE: Reviews = Reviews {
        given: Vec::new(),
        wanted: Vec::new(),
    };
}

/// That somebody reviewed the post.
#[derive(Clone, Debug, Default)]
pub struct GivenReview {
    /// Where it stands.
    pub span: Span,
    /// Who.
    pub by: String,
    /// When.
    pub on: Option<Date>,
    /// The digest of the text that was reviewed.
    pub pin: Option<String>,
    /// Why it does not count, if it does not.
    pub fault: Option<ReviewFault>,
}

/// A review that the policy demands and the post does not have.
#[derive(Clone, Debug)]
pub struct WantedReview {
    /// The review that does not do, or where the post starts.
    pub span: Span,
    /// What of the post demands it: "the tag `earnings`".
    pub asked_by: String,
    /// Who may review it; anybody when nobody is named.
    pub by: Vec<String>,
    /// Why the review that is there does not do.
    pub fault: Option<ReviewFault>,
    /// The line that would say so, for somebody who has read the text as it is.
    pub line: String,
}

/// Why a review does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewFault {
    /// It does not say who reviewed the post and when.
    Unreadable,
    /// It is from a day that has not come.
    Future(Date),
    /// It says nothing of the text, and the policy asks for that.
    Unpinned,
    /// The text is another one now.
    Outdated,
    /// Somebody else must review the post.
    OtherReviewer(String),
}

impl fmt::Display for ReviewFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReviewFault::Unreadable => {
                f.write_str("it does not say who reviewed the post and when")
            }
            ReviewFault::Future(on) => write!(f, "{on} has not come yet"),
            ReviewFault::Unpinned => {
                f.write_str("it is not pinned to the text, and the policy asks for that")
            }
            ReviewFault::Outdated => f.write_str("the text has changed since"),
            ReviewFault::OtherReviewer(by) => write!(f, "it is by {by}"),
        }
    }
}
