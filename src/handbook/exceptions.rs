//! How to ask for an exception, and who grants it.

use super::document::Document;
use super::line::Line;
use super::{Source, approvals};

/// Adds how an exception is asked for. Those that were granted are not listed:
/// they come and go.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    document.chapter("How to ask for an exception");
    document.paragraph(Line::of(
        "Sometimes the words have to stay. Then say who decided so and why, next to the words, in a \
         comment that readers do not see. It counts for the paragraph it stands in, or else for what \
         comes next:",
    ));
    document.code(
        "<!-- sayso: allow evidence/superlative until 2027-01-31 by legal: audited figure, filing due -->",
    );
    let mut demands = vec![
        Line::of(
            "Name the rule, as it is printed with the finding. `until` and `by` may be left out.",
        ),
        Line::of(
            "The reason comes after the colon, in 15 characters or more. Somebody will read it in a \
             year: \"ok\" is no reason.",
        ),
        Line::of("In an MDX file, the comment stands between `{/*` and `*/}` instead."),
    ];
    demands.extend(approvals::demands(&source.policy.terms));
    document.list(demands);
    document.paragraph(Line::of(
        "What is confidential is never explained next to the words, where the comment would point \
         at the secret. Its exceptions are written into the policy file `sayso.toml`, and so can \
         all others be:",
    ));
    document.code(
        "[[waiver]]\nrule = \"confidential/confidential-marking\"\npath = \"content/blog/old-memo.md\"\n\
         reason = \"the memo is quoted in full, and was declassified in 2024\"\nby = \"legal\"\n\
         until = 2027-01-31",
    );
}
