//! A table for people.

use std::io::{self, Write};

use crate::render::sanitize;
use crate::waiver::{Kind, Row, State};

/// A table, as wide as what stands in it, and a line of what it comes to.
pub(super) fn render(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    /// The reason is cut here; JSON and CSV have all of it.
    const REASON: usize = 60;
    let mut table =
        vec![["STATE", "WHAT", "WHERE", "BY", "UNTIL", "PIN", "REASON"].map(str::to_owned)];
    table.extend(rows.iter().map(|row| {
        let what = match row.kind {
            Kind::Review => "review".to_owned(),
            Kind::Waiver if row.at.starts_with(&row.path) => row.rules.join(" "),
            // Where it stands does not say which post it is for.
            Kind::Waiver => format!("{} for {}", row.rules.join(" "), row.path),
        };
        let day = match row.kind {
            Kind::Waiver => row.until.map(|until| until.to_string()),
            Kind::Review => row.on.map(|on| format!("read {on}")),
        };
        let why = match row.reason.as_str() {
            "" => &row.remark,
            reason => reason,
        };
        let dash = || "-".to_owned();
        [
            row.state.name().to_owned(),
            what,
            row.at.clone(),
            row.by.clone().unwrap_or_else(dash),
            day.unwrap_or_else(dash),
            row.pins.first().cloned().unwrap_or_else(dash),
            sanitize::line(why, REASON),
        ]
        .map(|cell| sanitize::line(&cell, usize::MAX))
    }));
    let mut widths = [0; 7];
    for row in &table {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    if !rows.is_empty() {
        for row in &table {
            let mut line = String::new();
            for (width, cell) in widths.iter().zip(row) {
                let pad = width - cell.chars().count();
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', pad + 2));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        writeln!(out)?;
    }
    writeln!(out, "sayso: {}", verdict(rows))
}

fn verdict(rows: &[Row]) -> String {
    let count = |kind: Kind, name: &str| match rows.iter().filter(|row| row.kind == kind).count() {
        1 => format!("1 {name}"),
        count => format!("{count} {name}s"),
    };
    let idle = rows.iter().filter(|row| row.state != State::Counts).count();
    let state = match (rows.len(), idle) {
        (0, _) => "",
        (_, 0) => " · all count",
        (_, 1) => " · 1 does not count",
        (_, idle) => &format!(" · {idle} do not count"),
    };
    format!(
        "{} and {}{state}",
        count(Kind::Waiver, "waiver"),
        count(Kind::Review, "review")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::audit::{Format, rendered, row};
    use jiff::civil::date;

    #[test]
    fn people_get_a_table() {
        let mut policy = row();
        policy.at = "sayso.toml:8".into();
        policy.state = State::Expired;
        policy.reason = "x".repeat(99);
        policy.by = Some("a\u{1b}b".into());
        let review = Row {
            kind: Kind::Review,
            on: Some(date(2026, 5, 4)),
            until: None,
            reason: String::new(),
            ..row()
        };
        let out = rendered(&[row(), policy, review], Format::Text);
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].starts_with("STATE    WHAT"), "{out}");
        assert!(
            lines[1].starts_with("counts   evidence/superlative   "),
            "{out}"
        );
        assert!(
            lines[2].contains("evidence/superlative for blog/a.md  sayso.toml:8  a␛b"),
            "{out}"
        );
        assert!(lines[2].ends_with("xx…"), "{out}");
        assert!(lines[3].contains("read 2026-05-04"), "{out}");
        assert_eq!(lines[5], "sayso: 2 waivers and 1 review · 1 does not count");
        assert_eq!(
            rendered(&[], Format::Text),
            "sayso: 0 waivers and 0 reviews\n"
        );
    }
}
