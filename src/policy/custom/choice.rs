//! Keys of which a table has exactly one.

use crate::policy::section::Section;
use crate::span::Span;

/// The one of `kinds` that a table has. A fault at `place` when it has none,
/// and at each one after the first.
pub(super) fn one_of(
    section: &mut Section<'_, '_>,
    place: Span,
    what: &str,
    kinds: &[&'static str],
) -> Option<&'static str> {
    let chosen = kinds
        .iter()
        .find(|kind| section.peek(kind).is_some())
        .copied();
    for other in kinds.iter().filter(|kind| Some(**kind) != chosen) {
        let Some(value) = section.raw(other) else {
            continue;
        };
        section
            .faults
            .report(
                value.span().into(),
                format!("{what} has `{}` and `{other}`", chosen.unwrap_or_default()),
            )
            .label("one too many")
            .help("keep one of them, and make a rule of its own of the other");
    }
    if chosen.is_none() {
        section
            .faults
            .report(place, format!("{what} looks for nothing"))
            .label(format!("no `{}`", kinds.join("`, no `")))
            .help("give it one of them");
    }
    chosen
}
