//! Who may grant an exception, and who has to read a post before it goes out.

use super::Source;
use super::document::Document;
use super::line::Line;
use super::words::listed;
use crate::finding::Question;
use crate::rules::{self, ReviewDemand, WaiverTerms};

/// Adds who approves what, when the policy says anything on it.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let terms = &source.policy.terms;
    let mut lines = approvers(terms);
    lines.extend(terms.reviews.iter().map(review));
    if lines.is_empty() {
        return;
    }
    document.chapter("Who approves what");
    document.list(lines);
}

/// Who may grant an exception, by question; the names for all others are last.
fn approvers(terms: &WaiverTerms) -> Vec<Line> {
    let mut groups: Vec<&str> = terms.approvers.keys().map(String::as_str).collect();
    groups.sort_by_key(|group| {
        let questions = Question::ALL.iter();
        let at = questions
            .map(|question| question.id())
            .position(|id| id == *group);
        (*group == "*", at.unwrap_or(Question::ALL.len()), *group)
    });
    let others = groups.len() > 1;
    groups
        .into_iter()
        .map(|group| {
            let what = match (group, Question::from_id(group)) {
                ("*", _) if others => "Exceptions from all other rules".to_owned(),
                ("*", _) => "Exceptions from any rule".to_owned(),
                (_, Some(question)) => format!("Exceptions from the rules on “{question}”"),
                (group, None) => format!("Exceptions from the rules that begin with “{group}/”"),
            };
            let names = &terms.approvers[group];
            let by = match names.as_slice() {
                [] => "nobody".to_owned(),
                names => listed(names, "or"),
            };
            Line::default().strong(&what).text(&format!(": {by}."))
        })
        .collect()
}

/// Which posts somebody must have read, and who that may be.
fn review(demand: &ReviewDemand) -> Line {
    let quoted = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        listed(&names, "or")
    };
    let mut posts = Vec::new();
    if !demand.tags.is_empty() {
        posts.push(format!("with the tag {}", quoted(&demand.tags)));
    }
    if !demand.audiences.is_empty() {
        posts.push(format!("for the audience {}", quoted(&demand.audiences)));
    }
    let by = match demand.by.as_slice() {
        [] => "somebody who did not write them".to_owned(),
        names => listed(names, "or"),
    };
    Line::default()
        .strong(&format!("Posts {}", posts.join(", or ")))
        .text(&format!(
            " are read by {by} before they go out, which the post says at its top: "
        ))
        .code("reviewed-by")
        .text(".")
}

/// What an exception needs besides a reason.
pub(super) fn demands(terms: &WaiverTerms) -> Vec<Line> {
    let mut lines = Vec::new();
    if !terms.approvers.is_empty() {
        lines.push(Line::of(
            "It says who granted it, with `by`; see who approves what.",
        ));
    }
    if let Some(days) = terms.max_days {
        let days = match days {
            1 => "a day".to_owned(),
            days => format!("{days} days"),
        };
        lines.push(Line::of(&format!(
            "It says how long it counts, with `until`: {days} at most."
        )));
    }
    if terms.require_pins {
        lines.push(Line::of(
            "It is for the words as they are now. `sayso waive` writes it so, and it no longer \
             counts when the words change.",
        ));
    }
    let never = never(terms);
    if !never.is_empty() {
        lines.push(
            Line::of("There are no exceptions from ")
                .prose(&listed(&never, "or"))
                .text("."),
        );
    }
    lines
}

/// What nobody may waive: whole questions, then rules.
fn never(terms: &WaiverTerms) -> Vec<String> {
    let questions = Question::ALL.into_iter();
    let questions: Vec<Question> = questions
        .filter(|question| {
            let listed = terms.unwaivable.iter().flatten();
            listed.into_iter().any(|one| one == question.id())
        })
        .collect();
    let rules = rules::RULES.iter().map(|entry| entry.meta);
    let rules =
        rules.filter(|meta| !terms.is_waivable(meta.id) && !questions.contains(&meta.question()));
    let own = terms.unwaivable.iter().flatten();
    let own = own.filter(|id| rules::find(id).is_none() && Question::from_id(id).is_none());
    questions
        .iter()
        .map(|question| format!("the rules on “{question}”"))
        .chain(rules.map(|meta| format!("`{}`", meta.id)))
        .chain(own.map(|id| format!("`{id}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn approvers_come_in_the_order_of_the_questions() {
        let mut terms = WaiverTerms::default();
        for (group, who) in [("*", "an editor"), ("acme", "Lee"), ("evidence", "legal")] {
            terms.approvers.insert(group.into(), names(&[who]));
        }
        terms
            .approvers
            .insert("confidential".into(), names(&["legal", "Jo Doe"]));
        let lines: Vec<String> = approvers(&terms).iter().map(Line::plain).collect();
        assert_eq!(
            lines,
            [
                "Exceptions from the rules on “Is the information confidential?”: legal or Jo Doe.",
                "Exceptions from the rules on “Can I back up what I am saying?”: legal.",
                "Exceptions from the rules that begin with “acme/”: Lee.",
                "Exceptions from all other rules: an editor.",
            ]
        );
    }

    #[test]
    fn reviews_are_told_in_words() {
        let demand = ReviewDemand {
            tags: names(&["earnings"]),
            audiences: names(&["press"]),
            by: names(&["legal"]),
        };
        assert_eq!(
            review(&demand).plain(),
            "Posts with the tag “earnings”, or for the audience “press” are read by legal before \
             they go out, which the post says at its top: reviewed-by."
        );
    }

    #[test]
    fn what_an_exception_needs_is_told() {
        let terms = WaiverTerms {
            unwaivable: Some(names(&[
                "evidence",
                "helpful/missing-alt-text",
                "acme/no-synergy",
            ])),
            max_days: Some(90),
            require_pins: true,
            ..WaiverTerms::default()
        };
        let lines: Vec<String> = demands(&terms).iter().map(Line::plain).collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(
            lines[0],
            "It says how long it counts, with until: 90 days at most."
        );
        // Beside what the policy lists stand the rules that nobody may waive anywhere.
        let never = &lines[2];
        for told in [
            "from the rules on “Can I back up what I am saying?”, ",
            " confidential/secret, ",
            ", helpful/missing-alt-text or acme/no-synergy.",
        ] {
            assert!(never.contains(told), "{never}");
        }
    }
}
