//! A piece of a document as plain text, for a terminal.

use std::fmt::Write;

use super::document::{Block, Document};
use super::line::{Inline, Line};
use super::words::visible;
use crate::wrap::wrap;

/// How wide running text is set, in characters.
const WIDTH: usize = 80;

/// The parts of `document`, without its title.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading(heading) => {
                let _ = writeln!(out, "{}", line(&heading.text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}", wrap(&line(text), WIDTH));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(out, "- {}", line(item));
                }
            }
            Block::Sample(sample) => {
                let _ = writeln!(out, "{}:\n", sample.caption());
                quoted(&mut out, &sample.text);
            }
            Block::Code(text) => quoted(&mut out, text),
        }
    }
    out.chars().map(visible).collect()
}

fn quoted(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "  │ {line}");
    }
}

fn line(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Link(text) => text.clone(),
        Inline::Code(text) => format!("`{text}`"),
    });
    pieces.collect()
}
