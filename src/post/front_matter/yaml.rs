//! YAML front matter, from the events of a parser that keeps byte ranges and
//! does not expand aliases.

use granit_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{Data, Entry, Fault, FaultKind, FrontMatter, MAX_DEPTH, Value};
use crate::span::Span;

type Events<'a> = Parser<'a, granit_parser::StrInput<'a>>;

/// Reads the YAML at `inner` into `found`.
pub(super) fn read(text: &str, inner: Span, found: &mut FrontMatter) {
    let mut reader = Reader {
        text,
        base: inner.start as usize,
        events: Parser::new_from_str(inner.slice(text)),
        faults: Vec::new(),
    };
    match reader.document() {
        Ok(Some(Value {
            data: Data::Table(entries),
            ..
        })) => found.entries = entries,
        Ok(Some(Value {
            data: Data::Null, ..
        }))
        | Ok(None) => {}
        Ok(Some(other)) => reader.faults.push(Fault {
            span: other.span,
            kind: FaultKind::NoKeys,
        }),
        Err(Stop::TooDeep(span)) => reader.faults.push(Fault {
            span,
            kind: FaultKind::TooLarge,
        }),
        Err(Stop::Scan(error)) => {
            let fault = reader.explain(&error, inner);
            reader.faults.push(fault);
        }
    }
    found.faults.append(&mut reader.faults);
}

enum Stop {
    Scan(Box<ScanError>),
    TooDeep(Span),
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Stop {
        Stop::Scan(Box::new(error))
    }
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    events: Events<'a>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// The next event that is not a comment.
    fn next(&mut self) -> Result<Option<(Event<'a>, Span)>, Stop> {
        loop {
            let Some(next) = self.events.next_event() else {
                return Ok(None);
            };
            let (event, span) = next?;
            if matches!(event, Event::Comment(..)) {
                continue;
            }
            let range = span.byte_range().unwrap_or_default();
            let end = range.end.max(range.start);
            return Ok(Some((
                event,
                Span::new(self.base + range.start, self.base + end),
            )));
        }
    }

    /// The first document of the stream, read to its end so that faults
    /// behind it are seen too.
    fn document(&mut self) -> Result<Option<Value>, Stop> {
        let mut first = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(..)
                | Event::DocumentEnd => {}
                event => {
                    let value = self.value(event, span, 0)?;
                    first.get_or_insert(value);
                }
            }
        }
        Ok(first)
    }

    fn value(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Value, Stop> {
        if depth > MAX_DEPTH {
            return Err(Stop::TooDeep(span));
        }
        match event {
            Event::Scalar(text, style, ..) => Ok(self.scalar(&text, style, span)),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                let mut whole = span;
                while let Some((event, at)) = self.next()? {
                    whole = whole.cover(at);
                    if matches!(event, Event::SequenceEnd) {
                        break;
                    }
                    items.push(self.value(event, at, depth + 1)?);
                }
                Ok(Value {
                    span: whole.trimmed(self.text),
                    data: Data::List(items),
                })
            }
            Event::MappingStart(..) => self.table(span, depth),
            _ => Ok(Value {
                span,
                data: Data::Alias,
            }),
        }
    }

    fn table(&mut self, start: Span, depth: usize) -> Result<Value, Stop> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut whole = start;
        while let Some((event, at)) = self.next()? {
            whole = whole.cover(at);
            if matches!(event, Event::MappingEnd) {
                break;
            }
            let key = self.value(event, at, depth + 1)?;
            let Some((event, at)) = self.next()? else {
                break;
            };
            let value = self.value(event, at, depth + 1)?;
            entries.push(Entry {
                key: key
                    .span
                    .slice(self.text)
                    .trim_matches(['"', '\''])
                    .to_owned(),
                key_span: key.span,
                value,
            });
        }
        super::find_repeated(&entries, &mut self.faults);
        Ok(Value {
            span: whole.trimmed(self.text),
            data: Data::Table(entries),
        })
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: Span) -> Value {
        if style == ScalarStyle::Plain {
            let data = match text {
                "" | "~" | "null" | "Null" | "NULL" => Some(Data::Null),
                "true" | "True" | "TRUE" => Some(Data::Bool(true)),
                "false" | "False" | "FALSE" => Some(Data::Bool(false)),
                _ if text.parse::<f64>().is_ok() && text.starts_with(NUMBER_START) => {
                    Some(Data::Number(text.to_owned()))
                }
                _ => None,
            };
            if let Some(data) = data {
                return Value { span, data };
            }
        }
        super::text_value(text, span, self.text)
    }

    /// Says what stopped the parser; the commonest cause, a colon in a plain
    /// value, is recognised by the line it is in.
    fn explain(&self, error: &ScanError, inner: Span) -> Fault {
        let at = error.marker().byte_offset().unwrap_or(inner.len());
        let at = (self.base + at).min(inner.end as usize);
        let line = self.line_around(at, inner);
        if let Some(value) = colon_value(line, self.text) {
            return Fault {
                span: value,
                kind: FaultKind::UnquotedColon,
            };
        }
        let info = error.info();
        let kind = if info.contains("recursion") || info.contains("nest") {
            FaultKind::TooLarge
        } else {
            FaultKind::Unreadable(info)
        };
        Fault {
            span: line.trimmed(self.text),
            kind,
        }
    }

    /// The line that holds byte `at`, or the last one with words before it.
    fn line_around(&self, at: usize, inner: Span) -> Span {
        let content = inner.slice(self.text);
        let mut upto = (at - inner.start as usize).min(content.len());
        while !content.is_char_boundary(upto) {
            upto -= 1;
        }
        let start = content[..upto].rfind('\n').map_or(0, |at| at + 1);
        let line_end = content[start..]
            .find('\n')
            .map_or(content.len(), |at| start + at);
        let line = Span::new(
            inner.start as usize + start,
            inner.start as usize + line_end,
        );
        if line.slice(self.text).trim().is_empty() && start > 0 {
            return self.line_around(inner.start as usize + start - 1, inner);
        }
        line
    }
}

const NUMBER_START: [char; 13] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.',
];

/// The plain value of `key: value` on `line`, when it holds a colon and a blank.
fn colon_value(line: Span, text: &str) -> Option<Span> {
    let content = line.slice(text);
    let (key, rest) = content.split_once(": ")?;
    let start = line.start as usize + key.len() + 2;
    let value = Span::new(start, line.end as usize).trimmed(text);
    let plain = !rest
        .trim_start()
        .starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!']);
    let key_is_word = key
        .trim()
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    (plain && key_is_word && rest.contains(": ")).then_some(value)
}
