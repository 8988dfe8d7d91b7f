//! JSON for programs. The shape is versioned.

use std::io::{self, Write};

use serde::Serialize;

use crate::waiver::Row;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    entries: Vec<JsonRow<'a>>,
}

#[derive(Serialize)]
struct JsonRow<'a> {
    kind: &'static str,
    state: &'static str,
    rules: &'a [String],
    path: &'a str,
    at: &'a str,
    by: Option<&'a str>,
    on: Option<String>,
    until: Option<String>,
    pins: &'a [String],
    pins_now: &'a [String],
    allows: usize,
    author: Option<&'a str>,
    reason: &'a str,
    remark: &'a str,
}

/// The rows, with the names of the columns.
pub(super) fn render(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: 1,
        entries: rows
            .iter()
            .map(|row| JsonRow {
                kind: row.kind.name(),
                state: row.state.name(),
                rules: &row.rules,
                path: &row.path,
                at: &row.at,
                by: row.by.as_deref(),
                on: row.on.map(|date| date.to_string()),
                until: row.until.map(|date| date.to_string()),
                pins: &row.pins,
                pins_now: &row.now,
                allows: row.allows,
                author: row.author.as_deref(),
                reason: &row.reason,
                remark: &row.remark,
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use crate::render::audit::{COLUMNS, Format, rendered, row};

    #[test]
    fn json_has_the_same_columns() {
        let json: serde_json::Value =
            serde_json::from_str(&rendered(&[row()], Format::Json)).expect("JSON");
        assert_eq!(json["schema_version"], 1);
        let entry = json["entries"][0].as_object().expect("an object");
        assert_eq!(entry.len(), COLUMNS.len());
        assert_eq!(entry["until"], "2027-01-31");
        assert_eq!(entry["pins"][0], "0123456789ab");
    }
}
