//! From a byte of a text in TOML to its byte in the file: quotation marks and
//! escapes stand between the two.

use std::ops::Range;

use crate::span::Span;

/// Where `part` of a text stands in `file`; the text with its quotation marks
/// is at `whole`.
pub(super) fn place(file: &str, whole: Range<usize>, part: Range<usize>) -> Span {
    let written = file.get(whole.clone()).unwrap_or_default();
    let mark = if written.starts_with("\"\"\"") || written.starts_with("'''") {
        let rest = &written[3..];
        // A line break right behind the marks is not part of the text.
        3 + rest.len() - rest.trim_start_matches('\r').trim_start_matches('\n').len()
    } else {
        1
    };
    let is_literal = written.starts_with('\'');
    let inner = written.get(mark..).unwrap_or_default();
    let at = |byte: usize| {
        let into = if is_literal {
            byte
        } else {
            escaped(inner, byte)
        };
        (whole.start + mark + into).min(whole.end)
    };
    Span::new(at(part.start), at(part.end).max(at(part.start)))
}

/// How many bytes of `written` make the first `len` bytes of the text.
fn escaped(written: &str, len: usize) -> usize {
    let (mut at, mut made) = (0, 0);
    while made < len
        && let Some((taken, more)) = unit(&written[at..])
    {
        at += taken;
        made += more;
    }
    at
}

/// The bytes that the first character or escape of `written` takes, and those
/// it makes.
fn unit(written: &str) -> Option<(usize, usize)> {
    let mut characters = written.chars();
    let first = characters.next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let kind = characters.next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        // The end of a line and the blanks of the next one.
        _ if kind.is_whitespace() => {
            return Some((written.len() - characters.as_str().trim_start().len(), 0));
        }
        _ => return Some((1 + kind.len_utf8(), 1)),
    };
    let number = written.get(2..2 + digits)?;
    let made = u32::from_str_radix(number, 16)
        .ok()
        .and_then(char::from_u32)?;
    Some((2 + digits, made.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the file where `part` of the text does.
    fn shown(value: &str, part: &str) -> String {
        let file = format!("key = {value}\n");
        let table = toml::from_str::<toml::Table>(&file).expect("TOML");
        let text = table["key"].as_str().expect("a text");
        let start = text.find(part).expect("the part");
        let whole = "key = ".len().."key = ".len() + value.len();
        place(&file, whole, start..start + part.len())
            .slice(&file)
            .to_owned()
    }

    #[test]
    fn quotation_marks_and_escapes_are_counted() {
        assert_eq!(shown(r"'a(b'", "("), "(");
        assert_eq!(shown(r#""\\d(é""#, "("), "(");
        assert_eq!(shown(r#""\\d(é""#, "\\d"), r"\\d");
        assert_eq!(shown(r#""\u00e9\U0001F600\t(""#, "("), "(");
        assert_eq!(shown("\"\"\"\na\\\n   cb(\"\"\"", "b("), "b(");
        assert_eq!(shown("'''\r\na(b'''", "("), "(");
        assert_eq!(shown("'''a(b'''", "("), "(");
    }
}
