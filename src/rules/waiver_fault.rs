//! Why a waiver does not count.

use std::fmt;

use jiff::civil::Date;

/// Why a waiver does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaiverFault {
    /// It is not written as a waiver is; the words say how.
    Misread(String),
    /// It does not say why.
    Unexplained,
    /// Its day has passed.
    Ended(Date),
    /// It is for longer than the policy allows, which is up to a day.
    TooLong {
        /// The day it says, when it says one.
        until: Option<Date>,
        /// The last day that is allowed.
        last: Date,
    },
    /// Nobody may waive the rule.
    Unwaivable(String),
    /// The rule is waived in the policy only.
    PolicyOnly(String),
    /// It is not given by somebody who may allow the rule.
    UnknownApprover {
        /// The rule.
        rule: String,
        /// Who may.
        approvers: Vec<String>,
    },
    /// Who gave it wrote the words, too.
    SelfApproved,
    /// The policy asks for a pin and it has none.
    Unpinned,
    /// The words it was given for have changed.
    Outdated,
}

impl WaiverFault {
    /// True when the waiver has to go, whatever else is wrong with it.
    pub(super) fn is_final(&self) -> bool {
        matches!(
            self,
            WaiverFault::Misread(_) | WaiverFault::Unwaivable(_) | WaiverFault::PolicyOnly(_)
        )
    }
}

impl fmt::Display for WaiverFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WaiverFault::Misread(how) => f.write_str(how),
            WaiverFault::Unexplained => f.write_str("it does not say why"),
            WaiverFault::Ended(until) => write!(f, "it ended on {until}"),
            WaiverFault::TooLong { until: None, last } => {
                write!(
                    f,
                    "it has no end, and {last} is the last day the policy allows"
                )
            }
            WaiverFault::TooLong {
                until: Some(until),
                last,
            } => write!(
                f,
                "it is for {until}, and {last} is the last day the policy allows"
            ),
            WaiverFault::Unwaivable(rule) => write!(f, "nobody may waive `{rule}`"),
            WaiverFault::PolicyOnly(rule) if rule.starts_with("judgement") => write!(
                f,
                "`{rule}` is waived in sayso.toml only, since a post does not judge itself"
            ),
            WaiverFault::PolicyOnly(rule) => write!(
                f,
                "`{rule}` is waived in sayso.toml and not beside the words, where the waiver would \
                 point at the secret"
            ),
            WaiverFault::UnknownApprover { rule, approvers } => {
                write!(f, "`{rule}` is for {} to allow", one_of(approvers))
            }
            WaiverFault::SelfApproved => f.write_str("who gave it wrote the words, too"),
            WaiverFault::Unpinned => {
                f.write_str("it is not pinned to any words, and the policy asks for that")
            }
            WaiverFault::Outdated => f.write_str("the words have changed since it was given"),
        }
    }
}

/// "legal", "legal or Jo Doe", "legal, Jo Doe or Lee".
pub fn one_of(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_in_a_row() {
        let names = ["a", "b", "c"].map(str::to_owned);
        let told = [0, 1, 2, 3].map(|count| one_of(&names[..count]));
        assert_eq!(told, ["nobody", "a", "a or b", "a, b or c"]);
    }
}
