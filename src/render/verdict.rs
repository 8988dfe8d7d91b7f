//! The last line: what was looked at, what was not, and what to do next.

use std::time::Duration;

use super::sanitize;
use crate::finding::{Report, Skipped};

/// What goes behind the findings: what was not checked, notices, counts when
/// they were asked for, and the verdict.
pub fn summary(report: &Report) -> String {
    let mut out = not_checked(report, |_| true) + &notices(report);
    for count in report.statistics.iter().flatten() {
        let waived = match count.waived {
            0 => String::new(),
            waived => format!(" ({waived} waived)"),
        };
        out.push_str(&format!("{:>6}  {}{waived}\n", count.findings, count.rule));
    }
    out + &verdict(report)
}

/// What is to be said once, a line each; first the checks that were not made.
pub(super) fn notices(report: &Report) -> String {
    let not_made = report.not_checked.iter();
    let not_made = not_made.map(|check| format!("not checked: {check}"));
    not_made
        .chain(report.notices.iter().cloned())
        .map(|notice| format!("{}\n", sanitize::line(&notice, MAX_TEXT)))
        .collect()
}

/// The posts that were not checked, those that `which` picks.
pub(super) fn not_checked(report: &Report, which: impl Fn(&Skipped) -> bool) -> String {
    report
        .skipped
        .iter()
        .filter(|skipped| which(skipped))
        .map(|skipped| {
            let path = sanitize::line(&skipped.path, usize::MAX);
            format!(
                "not checked: {path}: {}\n",
                sanitize::line(&skipped.reason, MAX_TEXT)
            )
        })
        .collect()
}

const MAX_TEXT: usize = 600;

/// The verdict, in one line or two.
pub(super) fn verdict(report: &Report) -> String {
    if let Some(nothing) = &report.nothing_checked {
        return format!("sayso: {nothing} · {}\n", time(report.elapsed));
    }
    let summary = report.summary();
    let counts = [
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.advice, "piece of advice", "pieces of advice"),
    ];
    let found: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| plural(count, one, many))
        .collect();
    let posts = looked_at(report);
    let mut parts = vec![if found.is_empty() {
        let new = if report.known > 0 { "new " } else { "" };
        format!("nothing {new}found in {posts}")
    } else {
        format!("{} in {posts}", and_list(&found))
    }];
    if report.fixed > 0 {
        parts.push(format!("{} fixed", report.fixed));
    }
    if summary.waived > 0 {
        parts.push(format!("{} waived", summary.waived));
    }
    parts.extend(hidden(report));
    let not_checked = report.skipped.len() + report.not_checked.len();
    if not_checked > 0 {
        parts.push(format!("{not_checked} not checked"));
    }
    parts.push(time(report.elapsed));
    let mut verdict = format!("sayso: {}\n", parts.join(" · "));
    if summary.fixable > 0
        && let Some(command) = &report.fix_command
    {
        verdict.push_str(&format!(
            "       fix {} of them: {command}\n",
            summary.fixable
        ));
    }
    verdict
}

/// How much is kept back, and why.
fn hidden(report: &Report) -> Option<String> {
    let kinds = [(report.hidden, "older"), (report.known, "known")];
    let kinds: Vec<String> = kinds
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} {kind}"))
        .collect();
    let findings = match report.hidden + report.known {
        0 => return None,
        1 => "finding",
        _ => "findings",
    };
    let kinds = and_list(&kinds);
    Some(format!("{kinds} {findings} hidden (--all shows them)"))
}

/// What was looked at: "2 posts and 1 picture".
fn looked_at(report: &Report) -> String {
    if let Some(checked) = report.checked {
        return checked.to_owned();
    }
    let posts = plural(report.posts, "post", "posts");
    let pictures = plural(report.pictures, "picture", "pictures");
    match (report.posts, report.pictures) {
        (_, 0) => posts,
        (0, _) => pictures,
        _ => format!("{posts} and {pictures}"),
    }
}

/// A number of things, by the word for one or for many.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn and_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn time(elapsed: Duration) -> String {
    let millis = elapsed.as_millis();
    if millis < 10_000 {
        format!("{} ms", millis.max(1))
    } else {
        format!("{} s", elapsed.as_secs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_as_people_write_it() {
        let items: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(and_list(&items), "a, b and c");
        assert_eq!(and_list(&items[..1]), "a");
    }
}
