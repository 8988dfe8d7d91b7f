//! TOML front matter.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Data, Entry, Fault, FaultKind, FrontMatter, MAX_DEPTH, Value};
use crate::span::Span;

/// Reads the TOML at `inner` into `found`.
pub(super) fn read(text: &str, inner: Span, found: &mut FrontMatter) {
    let (table, errors) = DeTable::parse_recoverable(inner.slice(text));
    let mut reader = Reader {
        text,
        base: inner.start as usize,
        faults: Vec::new(),
    };
    // One slip makes a parser stumble again and again; the first is the slip.
    if let Some(error) = errors.first() {
        let range = error.span().unwrap_or_default();
        let span = reader.span(range);
        let message = error.message().to_owned();
        let kind = if message.contains("recursion") || message.contains("nest") {
            FaultKind::TooLarge
        } else {
            FaultKind::Unreadable(message)
        };
        reader.faults.push(Fault { span, kind });
    }
    found.entries = reader.table(table.get_ref(), 0);
    found.faults.append(&mut reader.faults);
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(
            self.base + range.start,
            self.base + range.end.max(range.start),
        )
    }

    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| self.entry(key, value, depth))
            .collect();
        entries.sort_by_key(|entry| entry.key_span);
        entries
    }

    fn entry(
        &mut self,
        key: &Spanned<DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        depth: usize,
    ) -> Entry {
        Entry {
            key: key.get_ref().to_string(),
            key_span: self.span(key.span()),
            value: self.value(value, depth),
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, depth: usize) -> Value {
        let span = self.span(value.span());
        if depth > MAX_DEPTH {
            if self.faults.is_empty() {
                self.faults.push(Fault {
                    span,
                    kind: FaultKind::TooLarge,
                });
            }
            return Value {
                span,
                data: Data::Null,
            };
        }
        let data = match value.get_ref() {
            DeValue::String(text) => return super::text_value(text, span, self.text),
            DeValue::Datetime(_) => {
                return super::text_value(span.slice(self.text), span, self.text);
            }
            DeValue::Boolean(value) => Data::Bool(*value),
            DeValue::Integer(_) | DeValue::Float(_) => {
                Data::Number(span.slice(self.text).to_owned())
            }
            DeValue::Array(items) => Data::List(
                items
                    .iter()
                    .map(|item| self.value(item, depth + 1))
                    .collect(),
            ),
            DeValue::Table(table) => Data::Table(self.table(table, depth + 1)),
        };
        Value { span, data }
    }
}
