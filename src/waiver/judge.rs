//! Why a waiver does not count, as far as it alone tells.

use std::fmt;

use jiff::civil::Date;

use crate::finding::Question;
use crate::nearest;
use crate::post::Post;
use crate::rules::{self, Waiver, WaiverFault, WaiverPlace, WaiverTerms, is_reason, is_same_name};
use crate::span::Span;

/// What waivers are judged by.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// The day the check is made for.
    pub today: Date,
    /// What the policy demands.
    pub terms: &'a WaiverTerms,
    /// True for the id of a rule that was run on the post.
    pub ran: &'a dyn Fn(&str) -> bool,
    /// The ids of the policy's own rules.
    pub own_rules: &'a [String],
    /// Who wrote the words at a place, where git knows.
    pub author: &'a dyn Fn(Span) -> Option<String>,
}

impl fmt::Debug for Bench<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bench")
            .field("today", &self.today)
            .field("terms", self.terms)
            .field("own_rules", &self.own_rules)
            .finish_non_exhaustive()
    }
}

impl Bench<'_> {
    /// What is wrong with the waiver, the plainest first.
    pub(super) fn faults(&self, waiver: &Waiver) -> Vec<WaiverFault> {
        let mut faults = Vec::new();
        faults.extend(waiver.misread.clone().map(WaiverFault::Misread));
        let in_post = !matches!(waiver.place, WaiverPlace::Policy(_));
        faults.extend(waiver.rules.iter().find_map(|id| self.rule(id, in_post)));
        if !waiver.allows {
            return faults;
        }
        // The rest is asked of it once it says why.
        if !is_reason(&waiver.reason) {
            faults.push(WaiverFault::Unexplained);
            return faults;
        }
        faults.extend(self.until(waiver.until));
        faults.extend(self.approver(waiver));
        if self.terms.require_pins && waiver.pins.is_empty() {
            faults.push(WaiverFault::Unpinned);
        }
        faults
    }

    fn rule(&self, id: &str, in_post: bool) -> Option<WaiverFault> {
        if id == "*" {
            None
        } else if !self.terms.is_waivable(id) {
            Some(WaiverFault::Unwaivable(id.to_owned()))
        } else if in_post && policy_only(id) {
            Some(WaiverFault::PolicyOnly(id.to_owned()))
        } else if self.is_known(id) {
            None
        } else {
            let told = rules::now_called(id).unwrap_or_else(|| match self.nearest(id) {
                Some(near) => format!("there is no rule `{id}`; the nearest is `{near}`"),
                None => format!("there is no rule `{id}`"),
            });
            Some(WaiverFault::Misread(told))
        }
    }

    fn until(&self, until: Option<Date>) -> Option<WaiverFault> {
        if let Some(until) = until.filter(|until| *until < self.today) {
            return Some(WaiverFault::Ended(until));
        }
        let last = self.terms.last_day(self.today)?;
        let is_short = until.is_some_and(|until| until <= last);
        (!is_short).then_some(WaiverFault::TooLong { until, last })
    }

    fn approver(&self, waiver: &Waiver) -> Option<WaiverFault> {
        let all = Question::ALL.map(Question::id);
        let named = waiver.rules.iter().flat_map(|id| match id.as_str() {
            // What `*` covers may be of any question a post can waive.
            "*" => all.iter().copied().filter(|id| !policy_only(id)).collect(),
            id => vec![id],
        });
        for id in named {
            let Some(approvers) = self.terms.approvers_of(id) else {
                continue;
            };
            let is_among = |by: &String| approvers.iter().any(|one| is_same_name(one, by));
            if !waiver.by.as_ref().is_some_and(is_among) {
                return Some(WaiverFault::UnknownApprover {
                    rule: id.to_owned(),
                    approvers: approvers.to_vec(),
                });
            }
        }
        None
    }

    /// True when `id` names a rule or all of a group of them.
    pub(super) fn is_known(&self, id: &str) -> bool {
        let is_own = |own: &String| own == id || group(own) == id;
        rules::find(id).is_some()
            || Question::from_id(id).is_some()
            || self.own_rules.iter().any(is_own)
    }

    /// The rule that `id` is nearest to.
    pub(super) fn nearest(&self, id: &str) -> Option<&str> {
        let own = self.own_rules.iter().map(String::as_str);
        rules::nearest(id).or_else(|| nearest::nearest(id, own))
    }

    /// True when all that the waiver names was run on the post.
    pub(super) fn all_ran(&self, waiver: &Waiver) -> bool {
        !waiver.rules.is_empty() && waiver.rules.iter().all(|id| (self.ran)(id))
    }
}

/// True for the questions that are waived in the policy only.
pub(super) fn policy_only(id: &str) -> bool {
    matches!(
        Question::from_id(group(id)),
        Some(Question::Confidential | Question::Judgement)
    )
}

pub(super) fn group(id: &str) -> &str {
    id.split_once('/').map_or(id, |(group, _)| group)
}

/// Where a post starts: what is said of it as a whole is said there.
pub(super) fn start(post: &Post) -> Span {
    match post.front_matter() {
        Some(front_matter) => front_matter.opening,
        None => Span::at(post.body().start as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::waiver::parse;
    use jiff::civil::date;

    const REASON: &str = "the figure is audited";

    /// Why a comment with these words does not count, by these terms.
    fn faults(terms: &WaiverTerms, comment: &str) -> Vec<WaiverFault> {
        let bench = Bench {
            today: date(2026, 11, 24),
            terms,
            ran: &|_| true,
            own_rules: &["acme/no-synergy".to_owned()],
            author: &|_| None,
        };
        let text = format!("sayso: allow {comment}: {REASON}");
        bench.faults(&parse::comment(&text, 0).expect("a waiver"))
    }

    #[test]
    fn a_rule_must_be_one_that_can_be_waived_there() {
        let terms = WaiverTerms::default();
        for id in [
            "evidence/superlative",
            "acme/no-synergy",
            "acme",
            "evidence",
            "*",
        ] {
            assert_eq!(faults(&terms, id), [], "{id}");
        }
        for (id, told) in [
            ("confidential/secret", "nobody may waive"),
            ("reputation/slur", "nobody may waive"),
            (
                "confidential/confidential-marking",
                "is waived in sayso.toml",
            ),
            ("confidential", "is waived in sayso.toml"),
            ("judgement/unused-waiver", "a post does not judge itself"),
            (
                "evidence/superlatve",
                "the nearest is `evidence/superlative`",
            ),
            ("acme/synergy-no", "there is no rule `acme/synergy-no`"),
            ("evidence/boast", "is now called `evidence/superlative`"),
        ] {
            let told_so = faults(&terms, id).remove(0).to_string();
            assert!(told_so.contains(told), "{told_so}");
        }
    }

    #[test]
    fn a_waiver_ends_in_time() {
        let rule = "evidence/superlative";
        let mut terms = WaiverTerms::default();
        assert_eq!(faults(&terms, rule), []);
        assert_eq!(faults(&terms, &format!("{rule} until 2026-11-24")), []);
        let yesterday = faults(&terms, &format!("{rule} until 2026-11-23"));
        assert_eq!(yesterday, [WaiverFault::Ended(date(2026, 11, 23))]);
        terms.max_days = Some(30);
        assert_eq!(faults(&terms, &format!("{rule} until 2026-12-24")), []);
        let last = date(2026, 12, 24);
        for (words, until) in [("", None), (" until 2026-12-25", Some(date(2026, 12, 25)))] {
            let found = faults(&terms, &format!("{rule}{words}"));
            assert_eq!(found, [WaiverFault::TooLong { until, last }]);
        }
    }

    #[test]
    fn whoever_gives_it_may() {
        let mut terms = WaiverTerms::default();
        terms
            .approvers
            .insert("evidence".into(), vec!["Legal".into(), "Lee".into()]);
        for comment in [
            "evidence/superlative by legal",
            "helpful/missing-alt-text",
            "* by lee",
        ] {
            assert_eq!(faults(&terms, comment), [], "{comment}");
        }
        for comment in [
            "evidence/superlative by jo",
            "evidence/superlative",
            "*",
            "evidence",
        ] {
            let told = faults(&terms, comment).remove(0).to_string();
            assert!(told.ends_with("is for Legal or Lee to allow"), "{told}");
        }
    }
}
