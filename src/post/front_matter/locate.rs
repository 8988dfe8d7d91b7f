//! Where the front matter stands, and where the body starts.

use super::{Fault, FaultKind, Format, FrontMatter, MAX_BYTES, json, toml, yaml};
use crate::span::{BOM, Span};

/// Finds and reads the front matter of `text`; the second value is the byte
/// at which the body starts.
///
/// Only a byte order mark and blank lines may stand before it.
pub(in crate::post) fn locate(text: &str) -> (Option<FrontMatter>, usize) {
    let start = if text.starts_with(BOM) {
        BOM.len_utf8()
    } else {
        0
    };
    let rest = &text[start..];
    let open = start + (rest.len() - rest.trim_start().len());
    let first_line = line_at(text, open);
    // Blanks before a delimiter on its own line make it no delimiter.
    let at_line_start = open == start || text[..open].ends_with(['\n', '\r']);
    if !at_line_start {
        return (None, start);
    }
    match first_line.slice(text).trim_end() {
        "---" => fenced(text, Format::Yaml, first_line, &["---", "..."]),
        "+++" => fenced(text, Format::Toml, first_line, &["+++"]),
        line if line.starts_with('{') && !line.starts_with("{{") && !line.starts_with("{%") => {
            json::locate(text, open)
        }
        _ => None,
    }
    .map_or((None, start), |(found, body)| (Some(found), body))
}

/// Front matter between two lines of delimiters.
fn fenced(
    text: &str,
    format: Format,
    opening: Span,
    closings: &[&str],
) -> Option<(FrontMatter, usize)> {
    let content = next_line(text, opening.end as usize);
    let mut at = content;
    let mut closed = None;
    while at < text.len() {
        let line = line_at(text, at);
        if closings.contains(&line.slice(text).trim_end()) {
            closed = Some(line);
            break;
        }
        at = next_line(text, line.end as usize);
    }

    let Some(closing) = closed else {
        return unclosed(text, format, opening, content);
    };
    let inner = Span::new(content, closing.start as usize);
    let mut found = FrontMatter {
        format,
        span: opening.cover(closing),
        opening: opening.trimmed(text),
        entries: Vec::new(),
        faults: Vec::new(),
    };
    if inner.len() > MAX_BYTES {
        found.faults.push(Fault {
            span: found.opening,
            kind: FaultKind::TooLarge,
        });
    } else {
        match format {
            Format::Yaml => yaml::read(text, inner, &mut found),
            Format::Toml => toml::read(text, inner, &mut found),
            Format::Json => {}
        }
    }
    // Two thematic breaks with prose between them are no front matter.
    let prose = format == Format::Yaml
        && found
            .faults
            .iter()
            .any(|fault| fault.kind == FaultKind::NoKeys);
    if prose && !starts_with_key(text, content) {
        return None;
    }
    Some((found, next_line(text, closing.end as usize)))
}

/// An opening line without a closing one: front matter when keys follow,
/// else a thematic break. It is taken to end at the first blank line.
fn unclosed(
    text: &str,
    format: Format,
    opening: Span,
    content: usize,
) -> Option<(FrontMatter, usize)> {
    if !starts_with_key(text, content) {
        return None;
    }
    let mut at = content;
    while at < text.len() {
        let line = line_at(text, at);
        if line.slice(text).trim().is_empty() {
            break;
        }
        at = next_line(text, line.end as usize);
    }
    let opening = opening.trimmed(text);
    let fault = Fault {
        span: opening,
        kind: FaultKind::Unclosed,
    };
    let found = FrontMatter {
        format,
        span: Span::new(opening.start as usize, at),
        opening,
        entries: Vec::new(),
        faults: vec![fault],
    };
    Some((found, at))
}

/// True when the line at `at` looks like `key: value` or `key = value`.
fn starts_with_key(text: &str, at: usize) -> bool {
    let line = line_at(text, at).slice(text);
    let key = line
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'')))
        .unwrap_or(line.len());
    let rest = line[key..].trim_start();
    key > 0 && (rest.starts_with(':') || rest.starts_with('='))
}

/// The line that starts at `at`, without its break.
fn line_at(text: &str, at: usize) -> Span {
    let rest = &text[at..];
    let len = rest.find(['\n', '\r']).unwrap_or(rest.len());
    Span::new(at, at + len)
}

/// The start of the line after the break at `end`.
fn next_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let skip = if rest.starts_with("\r\n") {
        2
    } else {
        usize::from(!rest.is_empty())
    };
    end + skip
}
