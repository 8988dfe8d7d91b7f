//! What a rule has to say about a place in a post.
//!
//! A [`Finding`] is stamped with its rule and level by [`Findings`], so that a
//! rule cannot misname itself. It holds byte spans only; how it looks to a
//! person or a program is the business of `render`.

mod conceal;
mod fingerprint;
mod level;
mod origin;
mod pictured;
mod question;
mod report;

use std::borrow::Cow;

use crate::fix::Fix;
use crate::span::Span;

pub use conceal::{Secrets, concealed, keep_off, mask};
pub use fingerprint::{Fingerprints, fold_blanks};
pub use level::{FailOn, Level};
pub use origin::{Origin, PolicyFile};
pub use pictured::Pictured;
pub use question::Question;
pub use report::{FileReport, PolicyPages, Report, RuleCount, Skipped, Summary};

/// The name findings about `sayso.toml` itself carry in place of a rule's id.
pub const POLICY_RULE: &str = "policy";

/// One thing an author should look at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Id of the rule, `question/name`, or [`POLICY_RULE`].
    pub rule: Cow<'static, str>,
    /// How much it weighs.
    pub level: Level,
    /// The words it is about, in bytes of the file.
    pub span: Span,
    /// What is the matter, in the author's own words.
    pub message: String,
    /// The fact that decided, shown under the words.
    pub label: String,
    /// What to write instead, as an imperative.
    pub help: Option<String>,
    /// Anything else worth knowing.
    pub notes: Vec<String>,
    /// A change that would settle it.
    pub fix: Option<Fix>,
    /// The place in the policy file that set this rule, if one did.
    pub decided_by: Option<Origin>,
    /// SHA-256 of rule, path, words and their ordinal, as hex; empty until settled.
    /// For concealed words it is made of the message in their place.
    pub fingerprint: String,
    /// The permission that covers it.
    pub waived: Option<Waived>,
    /// True when its words are themselves the secret, and must be shown nowhere.
    pub concealed: bool,
    /// True when it is shown to those who know it, too: nobody may allow it, or
    /// it is about a waiver.
    pub always_shown: bool,
    /// The picture it is about, when it is about one and not about a text.
    pub picture: Option<Pictured>,
}

/// A waiver as a finding remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// Why the finding may stay.
    pub reason: String,
    /// Who allowed it.
    pub by: Option<String>,
    /// The last day it counts, `YYYY-MM-DD`.
    pub until: Option<String>,
}

impl Finding {
    /// The question the rule asks; none for the policy file itself.
    pub fn question(&self) -> Option<Question> {
        Question::of_rule(&self.rule)
    }

    /// Says which fact decided, under the words.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Finding {
        self.label = label.into();
        self
    }

    /// Says what to write instead.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Finding {
        self.help = Some(help.into());
        self
    }

    /// Adds a remark.
    pub fn note(&mut self, note: impl Into<String>) -> &mut Finding {
        self.notes.push(note.into());
        self
    }

    /// Says that its words are a secret, which no report may show.
    pub fn conceal(&mut self) -> &mut Finding {
        self.concealed = true;
        self
    }

    /// Says which picture it is about.
    pub fn picture(&mut self, picture: Pictured) -> &mut Finding {
        self.picture = Some(picture);
        self
    }

    /// Proposes a change.
    pub fn fix(&mut self, fix: Fix) -> &mut Finding {
        self.fix = Some(fix);
        self
    }
}

/// Where one rule puts what it finds in one post.
#[derive(Debug)]
pub struct Findings {
    rule: Cow<'static, str>,
    level: Level,
    decided_by: Option<Origin>,
    found: Vec<Finding>,
}

impl Findings {
    /// An empty sink; all that goes in carries `rule`, `level` and where the
    /// policy decided on them.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        level: Level,
        decided_by: Option<Origin>,
    ) -> Findings {
        Findings {
            rule: rule.into(),
            level,
            decided_by,
            found: Vec::new(),
        }
    }

    /// Reports `span`; label, help, notes and fix are added to what comes back.
    pub fn report(&mut self, span: Span, message: impl Into<String>) -> &mut Finding {
        self.found.push(Finding {
            rule: self.rule.clone(),
            level: self.level,
            span,
            message: message.into(),
            label: String::new(),
            help: None,
            notes: Vec::new(),
            fix: None,
            decided_by: self.decided_by.clone(),
            fingerprint: String::new(),
            waived: None,
            concealed: false,
            always_shown: false,
            picture: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Everything reported, in the order it came.
    pub fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}
