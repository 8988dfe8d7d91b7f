//! A document as Markdown.

use std::fmt::Write;

use super::document::{Block, Document, Sample};
use super::line::{Inline, Line};
use super::words::{self, visible};

/// `document` as Markdown, which is made by a program and says so.
pub(super) fn write(document: &Document) -> String {
    let mut out =
        String::from("<!-- Made by `sayso policy`: change sayso.toml, not this file. -->\n\n");
    let _ = writeln!(out, "# {}\n", escaped(&document.title));
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next_if(|block| !matches!(block, Block::Heading(_))) {
        write_block(&mut out, block);
    }
    for chapter in document.chapters() {
        let _ = writeln!(out, "- [{}](#{})", line(&chapter.text), chapter.anchor);
    }
    out.push('\n');
    for block in blocks {
        write_block(&mut out, block);
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(heading) => {
            let marks = "#".repeat(usize::from(heading.level));
            let _ = writeln!(out, "{marks} {}\n", line(&heading.text));
        }
        Block::Paragraph(text) => {
            let _ = writeln!(out, "{}\n", line(text));
        }
        Block::List(items) => {
            for item in items {
                let _ = writeln!(out, "- {}", line(item));
            }
            out.push('\n');
        }
        Block::Sample(sample) => {
            let _ = writeln!(out, "{}:\n", caption(sample));
            fenced(out, &sample.text);
        }
        Block::Code(text) => fenced(out, text),
    }
}

/// What stands above an example. Nothing can be marked in it, so the words that
/// are flagged are named here, unless they are long.
fn caption(sample: &Sample) -> String {
    const LONG: usize = 60;
    let hits: Vec<&str> = sample
        .marked
        .iter()
        .map(|marked| &sample.text[marked.clone()])
        .collect();
    if hits.is_empty() || hits.iter().any(|hit| hit.len() > LONG) {
        return sample.caption().to_owned();
    }
    let hits: Vec<String> = hits.iter().map(|hit| code(&words::folded(hit))).collect();
    format!("{}, for {}", sample.caption(), words::listed(&hits, "and"))
}

fn fenced(out: &mut String, text: &str) {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let text: String = text.chars().map(visible).collect();
    let _ = writeln!(out, "{fence}text\n{text}\n{fence}\n");
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    for piece in &line.0 {
        match piece {
            Inline::Text(text) => out.push_str(&escaped(text)),
            Inline::Strong(text) => {
                let _ = write!(out, "**{}**", escaped(text.trim()));
            }
            Inline::Code(text) => out.push_str(&code(text)),
            Inline::Link(address) => {
                let _ = write!(out, "<{address}>");
            }
        }
    }
    // What starts a list, a quote or a heading is plain text here.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    match out[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => out.insert(digits, '\\'),
        Some('#' | '>' | '+' | '-' | '=' | '|' | ':') if digits == 0 => out.insert(0, '\\'),
        _ => {}
    }
    out
}

/// A code span, in as many backticks as it takes.
fn code(text: &str) -> String {
    let marks = "`".repeat(longest_run(text) + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    let text: String = text.chars().map(visible).collect();
    format!("{marks}{blank}{text}{blank}{marks}")
}

fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or(0)
}

/// Text in which nothing is a mark of Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            // In the middle of a word it is a letter like any other.
            '_' => !(before.is_alphanumeric() && after.starts_with(char::is_alphanumeric)),
            '&' => is_entity(after),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(visible(c));
        before = c;
    }
    out
}

/// True when an `&` before `text` makes one character of both.
fn is_entity(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    text.split_once(';')
        .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        assert_eq!(
            escaped("a_b _c_ <b> [x](y) *z* R&D &amp; &#65;"),
            r"a_b \_c\_ \<b> \[x\](y) \*z\* R&D \&amp; \&#65;"
        );
        assert_eq!(line(&Line::of("# a")), r"\# a");
        assert_eq!(line(&Line::of("1. a")), r"1\. a");
        assert_eq!(line(&Line::of("16 CFR 255")), "16 CFR 255");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`a`"), "`` `a` ``");
    }

    #[test]
    fn a_fence_is_longer_than_any_in_it() {
        let mut out = String::new();
        fenced(&mut out, "```\na\n```");
        assert_eq!(out, "````text\n```\na\n```\n````\n\n");
    }
}
