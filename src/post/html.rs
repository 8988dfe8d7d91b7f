//! A small scanner for the tags of raw HTML in a post.
//!
//! It knows tags, attributes, comments and text, each with its place; it
//! builds no tree and repairs nothing.

use crate::span::Span;

/// A tag with its attributes.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// Its name as it is written.
    pub(super) name: &'a str,
    /// True for `</name>`.
    pub(super) closing: bool,
    /// True for `<name />`.
    pub(super) slash: bool,
    /// All of it.
    pub(super) span: Span,
    /// Its attributes in order.
    pub(super) attributes: Vec<Attribute<'a>>,
}

/// `name="value"`, or a name alone.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// The value without quotes; none for a name alone.
    pub(super) value: Option<&'a str>,
    pub(super) value_span: Span,
}

/// A piece of HTML.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Text(Span),
    Tag(Tag<'a>),
    /// A comment, and the text in it.
    Comment {
        span: Span,
        text: Span,
    },
}

impl<'a> Tag<'a> {
    /// True when the tag has this name, in any case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The attribute `name`, in any case.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }
}

/// The tokens of `html`, which stands at byte `base` of the file.
pub(super) fn tokens(html: &str, base: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut text_start = 0;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let open = at + found;
        let Some((token, end)) = markup(html, open, base) else {
            at = open + 1;
            continue;
        };
        if open > text_start {
            tokens.push(Token::Text(Span::new(base + text_start, base + open)));
        }
        let raw = match &token {
            Token::Tag(tag) if !tag.closing => raw_text_end(html, end, tag),
            _ => None,
        };
        tokens.push(token);
        at = raw.unwrap_or(end);
        text_start = at;
    }
    if text_start < html.len() {
        tokens.push(Token::Text(Span::new(base + text_start, base + html.len())));
    }
    tokens
}

/// The end of the content of a tag whose content is no prose.
fn raw_text_end(html: &str, from: usize, tag: &Tag<'_>) -> Option<usize> {
    const RAW: [&str; 6] = ["script", "style", "pre", "code", "textarea", "svg"];
    RAW.into_iter().find(|name| tag.is(name))?;
    let rest = &html[from..];
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        let open = at + found;
        let name = &rest[open + 2..];
        if name.get(..tag.name.len()).is_some_and(|name| tag.is(name)) {
            return Some(from + open);
        }
        at = open + 2;
    }
    Some(html.len())
}

fn markup(html: &str, open: usize, base: usize) -> Option<(Token<'_>, usize)> {
    let rest = &html[open..];
    if let Some(inner) = rest.strip_prefix("<!--") {
        let len = inner.find("-->").unwrap_or(inner.len());
        let end = (open + 4 + len + 3).min(html.len());
        return Some((
            Token::Comment {
                span: Span::new(base + open, base + end),
                text: Span::new(base + open + 4, base + open + 4 + len),
            },
            end,
        ));
    }
    let closing = rest.starts_with("</");
    let name_start = open + 1 + usize::from(closing);
    let name = word(html, name_start, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.')
    });
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes = Vec::new();
    let mut at = name_start + name.len();
    loop {
        at += html[at..].len() - html[at..].trim_start_matches(is_skipped).len();
        match html[at..].chars().next() {
            None | Some('<') => return None,
            Some('>') => break,
            Some(_) => {}
        }
        let (attribute, end) = attribute(html, at, base)?;
        attributes.push(attribute);
        at = end;
    }
    let end = at + 1;
    let tag = Tag {
        name,
        closing,
        slash: html[..at].ends_with('/'),
        span: Span::new(base + open, base + end),
        attributes,
    };
    Some((Token::Tag(tag), end))
}

fn is_skipped(c: char) -> bool {
    c.is_whitespace() || c == '/'
}

fn attribute(html: &str, at: usize, base: usize) -> Option<(Attribute<'_>, usize)> {
    let name = word(html, at, |c| {
        !c.is_whitespace() && !matches!(c, '=' | '>' | '/' | '<' | '"' | '\'')
    });
    if name.is_empty() {
        return None;
    }
    let after = at + name.len();
    let blank = html[after..].len() - html[after..].trim_start().len();
    let Some(rest) = html[after + blank..].strip_prefix('=') else {
        let bare = Attribute {
            name,
            value: None,
            value_span: Span::at(base + after),
        };
        return Some((bare, after));
    };
    let start = html.len() - rest.trim_start().len();
    let quote = html[start..]
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''));
    let (value_start, value, end) = match quote {
        Some(quote) => {
            let len = html[start + 1..].find(quote)?;
            (
                start + 1,
                &html[start + 1..start + 1 + len],
                start + len + 2,
            )
        }
        None => {
            let value = word(html, start, |c| !c.is_whitespace() && c != '>');
            (start, value, start + value.len())
        }
    };
    let attribute = Attribute {
        name,
        value: Some(value),
        value_span: Span::new(base + value_start, base + value_start + value.len()),
    };
    Some((attribute, end))
}

fn word(text: &str, at: usize, keep: impl Fn(char) -> bool) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c: char| !keep(c)).unwrap_or(rest.len())]
}

/// True for tags that start a block of their own.
pub(super) fn is_block(name: &str) -> bool {
    const INLINE: [&str; 24] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "em", "font", "i", "ins", "kbd",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    ];
    !INLINE
        .into_iter()
        .any(|inline| name.eq_ignore_ascii_case(inline))
}

/// The character an entity at the start of `text` stands for, and its length.
/// Only those that occur in prose are known.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 14] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("copy", '©'),
    ];
    let body = text.strip_prefix('&')?;
    let len = body.as_bytes().iter().take(12).position(|&b| b == b';')?;
    let name = body.get(..len)?;
    let decoded = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
        None => NAMED.into_iter().find(|(known, _)| *known == name)?.1,
    };
    Some((decoded, len + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_come_with_their_place() {
        let html = r#"<p>Hi <IMG src=a.png alt="A b"/> there</p>"#;
        let found = tokens(html, 10);
        let Token::Tag(tag) = &found[2] else {
            panic!("{found:?}")
        };
        assert!(tag.is("img"));
        let alt = tag.attribute("alt").expect("alt");
        assert_eq!(alt.value, Some("A b"));
        assert_eq!(alt.value_span, Span::new(36, 39));
    }

    #[test]
    fn what_is_no_markup_is_text() {
        for text in ["a < b", "<", "<1>", "a <b", "</", "<a href=\"x"] {
            assert!(
                tokens(text, 0)
                    .iter()
                    .all(|token| matches!(token, Token::Text(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn scripts_are_no_text() {
        let found = tokens("<script>if (a<b) {}</script>x", 0);
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn entities_are_decoded() {
        assert_eq!(entity("&amp; x"), Some(('&', 5)));
        assert_eq!(entity("&#8217;s"), Some(('’', 7)));
        assert_eq!(entity("&nope;"), None);
        assert_eq!(entity("&#27;"), None);
    }
}
