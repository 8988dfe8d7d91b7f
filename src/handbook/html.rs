//! A document as one HTML file that asks for nothing else.

use std::fmt::Write;

use super::document::{Block, Document, Heading, Sample};
use super::line::{Inline, Line};
use super::words::visible;

/// What stands before the title. The policy for the browser forbids whatever a
/// page could load or run, should anything ever slip past the escaping.
const HEAD: &str = r#"<!doctype html>
<!-- Made by `sayso policy`: change sayso.toml, not this file. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
"#;

const STYLE: &str = include_str!("style.css");

/// `document` as HTML.
pub(super) fn write(document: &Document) -> String {
    let title = escaped(&document.title);
    let mut out = String::from(HEAD);
    let _ = write!(
        out,
        "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n"
    );
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next_if(|block| !matches!(block, Block::Heading(_))) {
        write_block(&mut out, block);
    }
    out.push_str("</header>\n<nav aria-label=\"Contents\">\n<ul>\n");
    for Heading { anchor, text, .. } in document.chapters() {
        let _ = writeln!(
            out,
            "<li><a href=\"#{}\">{}</a></li>",
            escaped(anchor),
            line(text)
        );
    }
    out.push_str("</ul>\n</nav>\n<main>\n");
    for block in blocks {
        write_block(&mut out, block);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn write_block(out: &mut String, block: &Block) {
    let _ = match block {
        Block::Heading(Heading {
            level,
            anchor,
            text,
        }) => {
            let anchor = escaped(anchor);
            writeln!(
                out,
                "<h{level} id=\"{anchor}\"><a href=\"#{anchor}\">{}</a></h{level}>",
                line(text)
            )
        }
        Block::Paragraph(text) => writeln!(out, "<p>{}</p>", line(text)),
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", line(item));
            }
            writeln!(out, "</ul>")
        }
        Block::Sample(sample) => writeln!(
            out,
            "<figure class=\"{}\">\n<figcaption>{}</figcaption>\n<pre>{}</pre>\n</figure>",
            if sample.is_fine { "fine" } else { "flagged" },
            sample.caption(),
            marked(sample)
        ),
        Block::Code(text) => writeln!(out, "<pre><code>{}</code></pre>", escaped(text)),
    };
}

/// The text of an example, with the flagged words marked.
fn marked(sample: &Sample) -> String {
    let mut out = String::new();
    let mut done = 0;
    for range in &sample.marked {
        let _ = write!(
            out,
            "{}<mark>{}</mark>",
            escaped(&sample.text[done..range.start]),
            escaped(&sample.text[range.clone()])
        );
        done = range.end;
    }
    out.push_str(&escaped(&sample.text[done..]));
    out
}

fn line(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Inline::Text(text) => escaped(text),
        Inline::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
        Inline::Code(text) => format!("<code>{}</code>", escaped(text)),
        Inline::Link(address) => {
            let address = escaped(address);
            format!("<a href=\"{address}\">{address}</a>")
        }
    });
    pieces.collect()
}

/// Text in which nothing is a tag, an entity or the end of an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(visible(c)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        assert_eq!(
            escaped("<b a='1' b=\"2\">&amp;"),
            "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;"
        );
        let link = Line::default().link("https://acme.example/?a=1&b=2");
        assert_eq!(
            line(&link),
            "<a href=\"https://acme.example/?a=1&amp;b=2\">https://acme.example/?a=1&amp;b=2</a>"
        );
    }

    #[test]
    fn flagged_words_are_marked() {
        let mut document = Document::new("A");
        document.flagged("<TK> [TK]", &["TK", "[TK]"]);
        let html = write(&document);
        assert!(
            html.contains("<pre>&lt;<mark>TK</mark>&gt; <mark>[TK]</mark></pre>"),
            "{html}"
        );
    }
}
