//! CSV for spreadsheets.

use std::io::{self, Write};

use super::{COLUMNS, cells};
use crate::render::sanitize;
use crate::waiver::Row;

/// RFC 4180: a header, and lines that end in a carriage return and a line feed.
pub(super) fn render(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}\r\n", COLUMNS.join(","))?;
    for row in rows {
        let cells = cells(row).map(|text| cell(&text));
        write!(out, "{}\r\n", cells.join(","))?;
    }
    Ok(())
}

/// A cell of CSV. What a spreadsheet would take for a formula gets an
/// apostrophe in front, which spreadsheets do not show.
fn cell(text: &str) -> String {
    let text = sanitize::line(text, usize::MAX);
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@']);
    let text = if is_formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\'']) || text.trim() != text {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::audit::{Format, rendered, row};

    #[test]
    fn csv_is_that_of_rfc_4180() {
        let mut other = row();
        other.reason = "a \"quoted\", long reason".into();
        let csv = rendered(&[row(), other], Format::Csv);
        let lines: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(lines.len(), 4, "{csv}");
        assert_eq!(
            lines[1],
            "waiver,counts,evidence/superlative,blog/a.md,blog/a.md:12,legal,,2027-01-31,\
             0123456789ab,0123456789ab,1,,audited figure,"
        );
        assert!(
            lines[2].ends_with(",\"a \"\"quoted\"\", long reason\","),
            "{csv}"
        );
        assert_eq!(lines[3], "");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, written) in [
            ("=1+1", "\"'=1+1\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@jo", "\"'@jo\""),
            (" =1", "\"' =1\""),
            ("\t=1", "\"' =1\""),
            ("a\u{1b}[31m\r\nb", "a␛[31m  b"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written, "{text:?}");
        }
    }
}
