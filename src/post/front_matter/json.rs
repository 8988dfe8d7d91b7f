//! JSON front matter: one object at the very top.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::{Data, Entry, Fault, FaultKind, Format, FrontMatter, MAX_BYTES, MAX_DEPTH, Value};
use crate::span::Span;

/// Finds and reads the object that opens at byte `open`; none when what
/// stands there is no object with quoted keys.
pub(super) fn locate(text: &str, open: usize) -> Option<(FrontMatter, usize)> {
    let first = text[open + 1..].trim_start();
    if !first.starts_with('"') && !first.starts_with('}') {
        return None;
    }
    let opening = Span::new(open, open + 1);
    let mut found = FrontMatter {
        format: Format::Json,
        span: opening,
        opening,
        entries: Vec::new(),
        faults: Vec::new(),
    };
    let Some((end, depth)) = object_end(text.as_bytes(), open) else {
        found.faults.push(Fault {
            span: opening,
            kind: FaultKind::Unclosed,
        });
        return Some((found, open + 1));
    };
    found.span = Span::new(open, end);
    if depth > MAX_DEPTH || found.span.len() > MAX_BYTES {
        found.faults.push(Fault {
            span: opening,
            kind: FaultKind::TooLarge,
        });
        return Some((found, end));
    }

    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(&text[open..end], &CollectOptions::default(), &strict);
    match parsed.map(|parsed| parsed.value) {
        Ok(Some(ast::Value::Object(object))) => {
            found.entries = entries(&object, text, open, &mut found.faults);
        }
        Ok(_) => {}
        Err(error) => {
            let range = error.range();
            found.faults.push(Fault {
                span: Span::new(open + range.start, open + range.end.max(range.start)),
                kind: FaultKind::Unreadable(error.kind().to_string()),
            });
        }
    }
    Some((found, end))
}

/// The byte after the brace that closes the one at `open`, and how deep
/// the nesting went. Strings are stepped over.
fn object_end(bytes: &[u8], open: usize) -> Option<(usize, usize)> {
    let (mut depth, mut deepest, mut at) = (0usize, 0, open);
    let mut in_string = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => {
                depth -= 1;
                if depth == 0 {
                    return Some((at + 1, deepest));
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn entries(
    object: &ast::Object<'_>,
    text: &str,
    base: usize,
    faults: &mut Vec<Fault>,
) -> Vec<Entry> {
    let entries: Vec<Entry> = object
        .properties
        .iter()
        .map(|property| Entry {
            key: property.name.as_str().to_owned(),
            key_span: span(&property.name, base),
            value: value(&property.value, text, base, faults),
        })
        .collect();
    super::find_repeated(&entries, faults);
    entries
}

fn value(node: &ast::Value<'_>, text: &str, base: usize, faults: &mut Vec<Fault>) -> Value {
    let span = span(node, base);
    let data = match node {
        ast::Value::StringLit(string) => return super::text_value(&string.value, span, text),
        ast::Value::NumberLit(number) => Data::Number(number.value.to_owned()),
        ast::Value::BooleanLit(boolean) => Data::Bool(boolean.value),
        ast::Value::NullKeyword(_) => Data::Null,
        ast::Value::Array(array) => Data::List(
            array
                .elements
                .iter()
                .map(|item| value(item, text, base, faults))
                .collect(),
        ),
        ast::Value::Object(object) => Data::Table(entries(object, text, base, faults)),
    };
    Value { span, data }
}

fn span(node: &impl Ranged, base: usize) -> Span {
    let range = node.range();
    Span::new(base + range.start, base + range.end)
}
