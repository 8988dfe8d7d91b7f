//! The rows of `sayso audit`: a table for people, JSON and CSV for whoever
//! must keep them.

mod csv;
mod json;
mod table;

use std::io::{self, Write};

use jiff::civil::Date;

use crate::waiver::Row;

/// The formats by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table for people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For spreadsheets: RFC 4180.
    Csv,
}

impl Format {
    /// Every value and its name.
    pub const ALL: [(&'static str, Format); 3] = [
        ("text", Format::Text),
        ("json", Format::Json),
        ("csv", Format::Csv),
    ];
}

/// Writes `rows` in `format` to `out`.
pub fn render(rows: &[Row], format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => table::render(rows, out),
        Format::Json => json::render(rows, out),
        Format::Csv => csv::render(rows, out),
    }
}

/// The names of the columns, in JSON and CSV.
const COLUMNS: [&str; 14] = [
    "kind", "state", "rule", "path", "at", "by", "on", "until", "pin", "pin_now", "allows",
    "author", "reason", "remark",
];

fn cells(row: &Row) -> [String; COLUMNS.len()] {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    [
        row.kind.name().to_owned(),
        row.state.name().to_owned(),
        row.rules.join(" "),
        row.path.clone(),
        row.at.clone(),
        row.by.clone().unwrap_or_default(),
        date(row.on),
        date(row.until),
        row.pins.join(" "),
        row.now.join(" "),
        row.allows.to_string(),
        row.author.clone().unwrap_or_default(),
        row.reason.clone(),
        row.remark.clone(),
    ]
}

/// A row for the tests of every format.
#[cfg(test)]
fn row() -> Row {
    Row {
        kind: crate::waiver::Kind::Waiver,
        path: "blog/a.md".into(),
        at: "blog/a.md:12".into(),
        rules: vec!["evidence/superlative".into()],
        pins: vec!["0123456789ab".into()],
        now: vec!["0123456789ab".into()],
        by: Some("legal".into()),
        author: None,
        on: None,
        until: Some(jiff::civil::date(2027, 1, 31)),
        reason: "audited figure".into(),
        allows: 1,
        state: crate::waiver::State::Counts,
        remark: String::new(),
    }
}

#[cfg(test)]
fn rendered(rows: &[Row], format: Format) -> String {
    let mut out = Vec::new();
    let _ = render(rows, format, &mut out);
    String::from_utf8(out).unwrap_or_default()
}
