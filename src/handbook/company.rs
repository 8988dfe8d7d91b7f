//! What the policy states about the company, as far as everybody may read it.

use super::Source;
use super::document::Document;
use super::line::Line;

/// Adds the company's lists. Its internal hosts are not among them: the
/// document is for people, and may end up anywhere.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let company = &source.policy.company;
    let lists = [
        (
            "Our names",
            "what is said about them, we say about ourselves",
            &company.names,
        ),
        (
            "Our products",
            "what is said about them has to hold",
            &company.products,
        ),
        (
            "Our own sites",
            "a link to one of them proves little",
            &company.domains,
        ),
        (
            "Who else offers what we do",
            "be fair to them, and exact",
            &company.competitors,
        ),
    ];
    let items: Vec<Line> = lists
        .into_iter()
        .filter(|(_, _, list)| !list.is_empty())
        .map(|(what, why, list)| {
            Line::default()
                .strong(what)
                .text(&format!(" ({why}): {}.", list.join(", ")))
        })
        .collect();
    if items.is_empty() {
        return;
    }
    document.chapter("Names that the rules know");
    document.list(items);
}
