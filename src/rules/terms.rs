//! What a policy demands of waivers and of reviews.

use std::collections::BTreeMap;

use jiff::Span as Days;
use jiff::civil::Date;

/// Rules that nobody may waive, whatever a policy says: what they find is of
/// use to a thief the moment it is out.
const NEVER: [&str; 3] = [
    "confidential/secret",
    "confidential/private-key",
    "confidential/payment-card",
];

/// Rules that nobody may waive until a policy has a list of its own.
const UNLESS_LISTED: [&str; 1] = ["reputation/slur"];

/// What a policy demands of waivers and of reviews; by default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaiverTerms {
    /// Who may allow findings: names by the first half of a rule's id, or by
    /// `*` for all that have no names of their own.
    pub approvers: BTreeMap<String, Vec<String>>,
    /// Ids of rules, and names of questions, that nobody may waive.
    pub unwaivable: Option<Vec<String>>,
    /// For how many days from today a waiver may be given at most.
    pub max_days: Option<u32>,
    /// True when a waiver must be pinned to the words it covers.
    pub require_pins: bool,
    /// True when people may allow what they wrote themselves.
    pub self_approval: bool,
    /// Which posts somebody must have reviewed.
    pub reviews: Vec<ReviewDemand>,
}

/// Posts that somebody must have reviewed before they go out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewDemand {
    /// Posts with one of these tags.
    pub tags: Vec<String>,
    /// Posts for one of these audiences.
    pub audiences: Vec<String>,
    /// Who may review them; anybody when nobody is named.
    pub by: Vec<String>,
}

impl WaiverTerms {
    /// Nothing is demanded.
    pub const NOTHING: WaiverTerms = WaiverTerms {
        approvers: BTreeMap::new(),
        unwaivable: None,
        max_days: None,
        require_pins: false,
        self_approval: false,
        reviews: Vec::new(),
    };

    /// Who may allow findings of `rule`; none when anybody may.
    pub fn approvers_of(&self, rule: &str) -> Option<&[String]> {
        let names = self.approvers.get(group(rule));
        names.or_else(|| self.approvers.get("*")).map(Vec::as_slice)
    }

    /// True when somebody may allow findings of `rule`.
    pub fn is_waivable(&self, rule: &str) -> bool {
        if NEVER.contains(&rule) {
            return false;
        }
        match &self.unwaivable {
            Some(listed) => !listed.iter().any(|one| one == rule || one == group(rule)),
            None => !UNLESS_LISTED.contains(&rule),
        }
    }

    /// The last day for which a waiver may be given today.
    pub fn last_day(&self, today: Date) -> Option<Date> {
        let days = Days::new().try_days(i64::from(self.max_days?)).ok()?;
        Some(today.saturating_add(days))
    }
}

/// The first half of a rule's id, which for a built-in one is its question.
fn group(rule: &str) -> &str {
    rule.split_once('/').map_or(rule, |(group, _)| group)
}

/// True when `a` and `b` are the same name, whatever the case and the blanks.
pub fn is_same_name(a: &str, b: &str) -> bool {
    let fold =
        |name: &str| crate::finding::fold_blanks(name.trim_start_matches('@')).to_lowercase();
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_names_of_a_question_come_before_those_of_the_rest() {
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let mut terms = WaiverTerms::default();
        assert_eq!(terms.approvers_of("evidence/superlative"), None);
        terms.approvers.insert("evidence".into(), names(&["legal"]));
        assert_eq!(terms.approvers_of("helpful/broken-link"), None);
        terms.approvers.insert("*".into(), names(&["editor"]));
        for (rule, name) in [
            ("evidence/superlative", "legal"),
            ("evidence", "legal"),
            ("helpful/broken-link", "editor"),
            ("acme/no-synergy", "editor"),
        ] {
            assert_eq!(
                terms.approvers_of(rule),
                Some(&names(&[name])[..]),
                "{rule}"
            );
        }
    }

    #[test]
    fn a_list_of_the_policy_takes_the_place_of_the_default_one() {
        let mut terms = WaiverTerms::default();
        let waivable = |terms: &WaiverTerms| {
            let rules = [
                "confidential/secret",
                "reputation/slur",
                "evidence/guarantee",
            ];
            rules.map(|rule| terms.is_waivable(rule))
        };
        assert_eq!(waivable(&terms), [false, false, true]);
        terms.unwaivable = Some(vec!["evidence".into()]);
        assert_eq!(waivable(&terms), [false, true, false]);
    }

    #[test]
    fn days_are_counted_from_today() {
        let today = date(2026, 11, 24);
        let last = |days| {
            WaiverTerms {
                max_days: Some(days),
                ..WaiverTerms::default()
            }
            .last_day(today)
        };
        assert_eq!(last(0), Some(today));
        assert_eq!(last(90), Some(date(2027, 2, 22)));
        assert_eq!(WaiverTerms::default().last_day(today), None);
        // A number nobody means.
        let _ = last(u32::MAX);
    }

    #[test]
    fn names_are_compared_as_people_do() {
        assert!(is_same_name("Jo  Doe", "jo doe"));
        assert!(is_same_name("@legal", "Legal"));
        assert!(!is_same_name("jo", "Jo Doe"));
    }
}
