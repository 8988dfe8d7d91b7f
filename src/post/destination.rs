//! Where the destination of a link stands. No Markdown parser tells.

use crate::span::Span;

/// The destination inside the link or image `whole`: searched from byte
/// `from`, the end of the link's text.
pub(super) fn inline(text: &str, whole: Span, from: usize) -> Option<Span> {
    let end = whole.end as usize;
    let open = from + text.get(from..end)?.find("](")? + 2;
    Some(after(text, open, end))
}

/// The destination in the definition `[label]: destination`.
pub(super) fn definition(text: &str, whole: Span) -> Option<Span> {
    let open = whole.start as usize + whole.slice(text).find("]:")? + 2;
    Some(after(text, open, whole.end as usize))
}

/// The page in the wikilink or embed `whole`: up to the bar, or to the end.
pub(super) fn wiki(text: &str, whole: Span) -> Span {
    let written = whole.slice(text);
    let start = written.find("[[").map_or(0, |at| at + 2);
    let end = written.rfind("]]").unwrap_or(written.len()).max(start);
    let page = &written[start..end];
    let page = page.split('|').next().unwrap_or(page);
    // In a table the bar is escaped.
    let len = page.trim_end_matches('\\').len();
    let base = whole.start as usize + start;
    Span::new(base, base + len)
}

/// The title behind the `destination`, without its marks; empty when none is found.
pub(super) fn title(text: &str, destination: Span) -> Span {
    let at = destination.end as usize;
    let rest = &text[at..];
    let skipped = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let start = at + (rest.len() - skipped.len());
    let closing = match skipped.chars().next() {
        Some('(') => ')',
        Some(mark @ ('"' | '\'')) => mark,
        _ => return Span::at(at),
    };
    let mut escaped = false;
    for (len, c) in skipped[1..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == closing => return Span::new(start + 1, start + 1 + len),
            _ => {}
        }
    }
    Span::at(at)
}

/// The destination that follows byte `open`: `<…>`, or balanced parentheses
/// up to a blank.
fn after(text: &str, open: usize, end: usize) -> Span {
    let rest = &text[open..end];
    let start = open + (rest.len() - rest.trim_start().len());
    let rest = &text[start..end];
    if let Some(inner) = rest.strip_prefix('<') {
        let len = inner.find('>').unwrap_or(inner.len());
        return Span::new(start + 1, start + 1 + len);
    }
    let mut depth = 0usize;
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Span::new(start, start + at),
            ')' => depth -= 1,
            c if c.is_whitespace() => return Span::new(start, start + at),
            _ => {}
        }
    }
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(link: &str, from: usize) -> &str {
        let whole = Span::new(0, link.len());
        inline(link, whole, from).map_or("-", |span| span.slice(link))
    }

    #[test]
    fn the_destination_is_found() {
        assert_eq!(found("[a](b)", 2), "b");
        assert_eq!(found("[a]( <b c> 'title')", 2), "b c");
        assert_eq!(found("[a](b_(c) \"t\")", 2), "b_(c)");
        assert_eq!(found("[a](b\\)c)", 2), "b\\)c");
        assert_eq!(found("[](b)", 0), "b");
        assert_eq!(found("[](<>)", 0), "");
    }

    #[test]
    fn a_title_stands_behind_the_destination() {
        for link in ["[a](b \"t u\")", "[a](<b> 't u')", "[a](b\n(t u))"] {
            let whole = Span::new(0, link.len());
            let destination = inline(link, whole, 2).expect("a destination");
            assert_eq!(title(link, destination).slice(link), "t u", "{link}");
        }
    }

    #[test]
    fn a_definition_has_one_too() {
        let text = "[x]: https://example.com 'title'";
        let span = definition(text, Span::new(0, text.len()));
        assert_eq!(span.map(|s| s.slice(text)), Some("https://example.com"));
    }
}
