//! Which findings a waiver is meant for.

use crate::rules::{Waiver, WaiverTerms};

use super::judge::{Bench, group, policy_only};

/// Which findings a waiver is meant for.
pub(super) struct Meaning<'a> {
    terms: &'a WaiverTerms,
    /// What it names, or what is nearest to that; none when nothing is.
    ids: Option<Vec<&'a str>>,
}

impl Meaning<'_> {
    /// True when a finding of `rule` may be one of them.
    pub(super) fn holds(&self, rule: &str) -> bool {
        let Some(ids) = &self.ids else {
            return true;
        };
        ids.iter().any(|&id| {
            let is_open = self.terms.is_waivable(rule) && !policy_only(rule);
            // Below a question that is not waived here, findings say so.
            let is_of = id == group(rule) && (is_open || policy_only(id));
            id == rule || (id == "*" && is_open) || is_of
        })
    }
}

impl Bench<'_> {
    /// Which findings the waiver is meant for.
    pub(super) fn meaning<'w>(&'w self, waiver: &'w Waiver) -> Meaning<'w> {
        let named = waiver.rules.iter().map(|id| {
            if id == "*" || self.is_known(id) {
                Some(id.as_str())
            } else {
                self.nearest(id)
            }
        });
        Meaning {
            terms: self.terms,
            // What cannot be made out may well be meant for what is there.
            ids: named
                .collect::<Option<Vec<&str>>>()
                .filter(|ids| !ids.is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_wide_waiver_is_for_what_may_be_waived_here() {
        let terms = WaiverTerms::default();
        let bench = Bench {
            today: date(2026, 11, 24),
            terms: &terms,
            ran: &|_| true,
            own_rules: &[],
            author: &|_| None,
        };
        let meant = |id: &str, rule: &str| {
            let rules = vec![id.to_owned()];
            bench
                .meaning(&Waiver {
                    rules,
                    ..Waiver::default()
                })
                .holds(rule)
        };
        assert!(meant("*", "evidence/superlative"));
        assert!(meant("evidence", "evidence/superlative"));
        assert!(meant("evidence/superlatve", "evidence/superlative"));
        assert!(!meant("evidence", "helpful/missing-alt-text"));
        assert!(!meant("*", "confidential/confidential-marking"));
        assert!(!meant("*", "reputation/slur"));
        // So that the finding says why it is not covered.
        assert!(meant("confidential", "confidential/confidential-marking"));
    }
}
