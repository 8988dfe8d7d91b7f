//! Shortcodes whose meaning is known.

use super::mask::{Template, TemplateKind, call_name};
use super::parts::{Alt, Comment, Image, ImageOrigin, Parts};
use crate::span::Span;

/// Adds the comments and images that are written as templates.
pub(super) fn read(templates: &[Template], text: &str, parts: &mut Parts) {
    for template in templates {
        match template.kind {
            TemplateKind::Comment => parts.comments.push(Comment {
                span: template.span,
                text: comment_text(template.span, text),
            }),
            TemplateKind::Shortcode => parts.images.extend(image(template.span, text)),
            _ => {}
        }
    }
    parts.comments.sort_by_key(|comment| comment.span);
    parts.images.sort_by_key(|image| image.span);
}

/// The image that Hugo's own `figure` shortcode makes. Its alt text falls back
/// to the caption. Shortcodes a site wrote itself may take theirs from a data
/// file, so nothing is said about them.
fn image(call: Span, text: &str) -> Option<Image> {
    let written = call.slice(text);
    if call_name(written) != Some("figure") {
        return None;
    }
    let arguments = arguments(call, text);
    let find = |name: &str| {
        arguments
            .iter()
            .find(|argument| argument.name == name)
            .map(|argument| argument.value)
    };
    let source_span = find("src")?;
    let words = |name: &str| {
        find(name)
            .map(|value| value.slice(text).trim())
            .filter(|value| !value.is_empty())
    };
    let alt = match (words("alt").or_else(|| words("caption")), find("alt")) {
        (Some(words), _) => Alt::Text(words.to_owned()),
        (None, Some(_)) => Alt::Decorative,
        (None, None) => Alt::Missing,
    };
    Some(Image {
        origin: ImageOrigin::Shortcode,
        span: call,
        alt,
        alt_span: find("alt").or_else(|| find("caption")),
        source: source_span.slice(text).to_owned(),
        source_span,
        is_pixel: false,
    })
}

struct Argument<'a> {
    name: &'a str,
    value: Span,
}

/// The named arguments of a call: `name="value"`, with `"`, a backtick or no quotes.
fn arguments(call: Span, text: &str) -> Vec<Argument<'_>> {
    let written = call.slice(text);
    let base = call.start as usize;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = written[at..].find('=') {
        let equals = at + equals;
        let name_start = written[..equals]
            .rfind(|c: char| c.is_whitespace() || matches!(c, '"' | '`'))
            .map_or(0, |at| at + 1);
        let rest = &written[equals + 1..];
        let quote = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '`' | '\''));
        let (start, len) = match quote {
            Some(quote) => (equals + 2, rest[1..].find(quote).unwrap_or(0)),
            None => {
                let end = rest.find(|c: char| c.is_whitespace() || c == '>');
                (equals + 1, end.unwrap_or(rest.len()))
            }
        };
        found.push(Argument {
            name: written[name_start..equals].trim(),
            value: Span::new(base + start, base + start + len),
        });
        at = start + len;
    }
    found
}

/// What stands between shortcodes that open and close a quotation.
pub(super) fn quotes(templates: &[Template], text: &str) -> Vec<Span> {
    const QUOTES: [&str; 5] = [
        "quote",
        "blockquote",
        "pullquote",
        "testimonial",
        "quote-block",
    ];
    let mut found = Vec::new();
    let mut open: Option<Span> = None;
    for template in templates {
        let call = template.span.slice(text);
        match call_name(call) {
            Some(name) if QUOTES.contains(&name) => open = Some(template.span),
            Some(name)
                if name
                    .strip_prefix("end")
                    .is_some_and(|name| QUOTES.contains(&name)) =>
            {
                found.extend(open.take().map(|open| open.cover(template.span)));
            }
            None if QUOTES.iter().any(|name| call.contains(name)) => {
                found.extend(open.take().map(|open| open.cover(template.span)));
            }
            _ => {}
        }
    }
    found
}

/// What a template comment says.
fn comment_text(comment: Span, text: &str) -> Span {
    let written = comment.slice(text);
    let start = written.len()
        - written
            .trim_start_matches(['{', '-', '/', '*', '#', ' '])
            .len();
    let end = written
        .trim_end_matches(['}', '-', '/', '*', '#', ' '])
        .len();
    let base = comment.start as usize;
    Span::new(base + start, base + end.max(start))
}
