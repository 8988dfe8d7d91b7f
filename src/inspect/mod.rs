//! The model of a post, shown: what a rule sees, and where.
//!
//! `sayso inspect FILE` prints it; it is how the authors of rules look at a
//! post, and how the tests of the model read.

mod readability;

use std::fmt::Write;

use serde::Serialize;

use crate::language::sentences;
use crate::post::front_matter::{self, Data, FaultKind, When};
use crate::post::{Alt, BlockKind, Post};
use crate::span::{LineIndex, Span, Unit};

use readability::Readability;

/// The parts of a post, as they are printed.
#[derive(Serialize)]
pub struct Inspection<'a> {
    schema_version: u32,
    path: &'a str,
    generator: &'static str,
    language: Option<&'a str>,
    readability: Readability,
    front_matter: Option<FrontMatter<'a>>,
    blocks: Vec<Block<'a>>,
    links: Vec<Link<'a>>,
    images: Vec<Image<'a>>,
    embeds: Vec<Piece<'a>>,
    citations: Vec<Piece<'a>>,
    footnotes: Vec<Footnote<'a>>,
    comments: Vec<Piece<'a>>,
    templates: Vec<Piece<'a>>,
    code: Vec<Piece<'a>>,
}

/// A place: byte offsets and, for people, line and column of the start.
#[derive(Clone, Copy, Serialize)]
struct Place {
    start: u32,
    end: u32,
    line: usize,
    /// In code points, as in all messages.
    column: usize,
    /// In bytes of UTF-8.
    byte_column: usize,
    /// In units of UTF-16, as editors count.
    utf16_column: usize,
}

#[derive(Serialize)]
struct FrontMatter<'a> {
    format: String,
    place: Place,
    values: Vec<Value<'a>>,
    faults: Vec<Fault>,
}

#[derive(Serialize)]
struct Value<'a> {
    key: String,
    kind: &'static str,
    text: &'a str,
    place: Place,
}

#[derive(Serialize)]
struct Fault {
    kind: String,
    place: Place,
}

#[derive(Serialize)]
struct Block<'a> {
    kind: String,
    section: usize,
    text: &'a str,
    sentences: Vec<&'a str>,
    place: Place,
}

#[derive(Serialize)]
struct Link<'a> {
    kind: String,
    text: &'a str,
    destination: &'a str,
    title: Option<&'a str>,
    place: Place,
    destination_place: Place,
    /// What a `ref` or `post_url` in the destination names.
    page: Option<&'a str>,
}

#[derive(Serialize)]
struct Image<'a> {
    origin: String,
    alt: Option<&'a str>,
    state: &'static str,
    source: &'a str,
    place: Place,
    alt_place: Option<Place>,
    source_place: Place,
}

#[derive(Serialize)]
struct Footnote<'a> {
    label: &'a str,
    uses: usize,
    place: Place,
}

#[derive(Serialize)]
struct Piece<'a> {
    kind: String,
    text: &'a str,
    place: Place,
}

/// Looks at `post`.
///
/// `language` is the one the policy states, if it does.
pub fn inspect<'a>(post: &'a Post, language: Option<&'a str>) -> Inspection<'a> {
    let lines = LineIndex::new(post.text());
    let place = |span: Span| {
        let position = lines.position(post.text(), span.start);
        let column = |unit| lines.column(post.text(), span.start, unit);
        Place {
            start: span.start,
            end: span.end,
            line: position.line,
            column: position.column,
            byte_column: column(Unit::Byte),
            utf16_column: column(Unit::Utf16),
        }
    };
    let piece = |kind: &str, span: Span| Piece {
        kind: kind.to_owned(),
        text: post.slice(span),
        place: place(span),
    };
    let prose = post.prose();
    let notes = post.footnotes();
    Inspection {
        schema_version: 1,
        path: post.path(),
        generator: post.generator().name(),
        language: post.language(language),
        readability: Readability::of(post.counts()),
        front_matter: post.front_matter().map(|found| FrontMatter {
            format: name(&found.format),
            place: place(found.span),
            values: found
                .leaves()
                .into_iter()
                .map(|(key, value)| Value {
                    key,
                    kind: kind_of(value),
                    text: value.as_text().unwrap_or(post.slice(value.span)),
                    place: place(value.verbatim().unwrap_or(value.span)),
                })
                .collect(),
            faults: found
                .faults
                .iter()
                .map(|fault| Fault {
                    kind: fault_name(&fault.kind),
                    place: place(fault.span),
                })
                .collect(),
        }),
        blocks: prose
            .blocks()
            .iter()
            .map(|block| {
                let text = prose.block_text(block);
                Block {
                    kind: block_name(block.kind),
                    section: block.section,
                    text,
                    sentences: sentences(text).into_iter().map(|s| &text[s]).collect(),
                    place: place(block.span),
                }
            })
            .collect(),
        links: post
            .links()
            .iter()
            .map(|link| Link {
                kind: name(&link.kind),
                text: post.slice(link.text),
                destination: &link.destination,
                title: link.title.as_ref().map(|title| title.text.as_str()),
                place: place(link.span),
                destination_place: place(link.destination_span),
                page: link.page.map(|page| post.slice(page)),
            })
            .collect(),
        images: post
            .images()
            .iter()
            .map(|image| Image {
                origin: name(&image.origin),
                alt: match &image.alt {
                    Alt::Text(text) => Some(text),
                    _ => None,
                },
                state: match image.alt {
                    Alt::Missing => "missing",
                    Alt::Decorative => "decorative",
                    Alt::Text(_) => "text",
                    Alt::Unknown => "unknown",
                },
                source: &image.source,
                place: place(image.span),
                alt_place: image.alt_span.map(place),
                source_place: place(image.source_span),
            })
            .collect(),
        embeds: post
            .embeds()
            .iter()
            .map(|embed| piece(&embed.name, embed.source.unwrap_or(embed.span)))
            .collect(),
        citations: post
            .citations()
            .iter()
            .map(|span| piece("citation", *span))
            .collect(),
        footnotes: notes
            .definitions
            .iter()
            .map(|note| Footnote {
                label: &note.label,
                uses: notes
                    .references
                    .iter()
                    .filter(|reference| reference.label == note.label)
                    .count(),
                place: place(note.span),
            })
            .collect(),
        comments: post
            .comments()
            .iter()
            .map(|comment| piece("comment", comment.text))
            .collect(),
        templates: post
            .templates()
            .iter()
            .map(|template| piece(&name(&template.kind), template.span))
            .collect(),
        code: post
            .code()
            .iter()
            .map(|code| piece(if code.is_block { "block" } else { "span" }, code.span))
            .collect(),
    }
}

impl Inspection<'_> {
    /// As JSON, for programs.
    pub fn to_json(&self) -> String {
        // Strings, numbers and lists of them always serialize.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// As text, a line a part.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        let language = self.language.unwrap_or("unknown");
        let _ = writeln!(out, "generator: {}, language: {language}", self.generator);
        self.readability.write(&mut out);
        if let Some(front_matter) = &self.front_matter {
            let _ = writeln!(out, "front matter ({})", front_matter.format);
            for value in &front_matter.values {
                line(
                    &mut out,
                    value.place,
                    &format!("{} = {}", value.key, value.kind),
                    value.text,
                );
            }
            for fault in &front_matter.faults {
                line(&mut out, fault.place, "fault", &fault.kind);
            }
        }
        section(&mut out, "blocks", &self.blocks, |out, block| {
            let count = block.sentences.len();
            let what = format!(
                "{}, {count} {}",
                block.kind,
                if count == 1 { "sentence" } else { "sentences" }
            );
            line(out, block.place, &what, block.text);
        });
        section(&mut out, "links", &self.links, |out, link| {
            let page = link.page.map_or(String::new(), |page| format!(" ({page})"));
            let text = format!("{} -> {}{page}", link.text, link.destination);
            line(out, link.place, &link.kind, &text);
        });
        section(&mut out, "images", &self.images, |out, image| {
            let text = format!("{} ({})", image.alt.unwrap_or("-"), image.source);
            line(
                out,
                image.place,
                &format!("{}, alt {}", image.origin, image.state),
                &text,
            );
        });
        section(&mut out, "embeds", &self.embeds, |out, embed| {
            line(out, embed.place, &embed.kind, embed.text);
        });
        section(&mut out, "footnotes", &self.footnotes, |out, note| {
            let uses = if note.uses == 1 { "use" } else { "uses" };
            let text = format!("{}, {} {uses}", note.label, note.uses);
            line(out, note.place, "footnote", &text);
        });
        for (title, pieces) in [
            ("citations", &self.citations),
            ("comments", &self.comments),
            ("templates", &self.templates),
            ("code", &self.code),
        ] {
            section(&mut out, title, pieces, |out, piece| {
                line(out, piece.place, &piece.kind, piece.text);
            });
        }
        out
    }
}

fn section<T>(out: &mut String, title: &str, items: &[T], mut each: impl FnMut(&mut String, &T)) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(out, "{title}");
    for item in items {
        each(out, item);
    }
}

fn line(out: &mut String, place: Place, what: &str, text: &str) {
    /// Characters of a text that are shown.
    const SHOWN: usize = 100;
    let text = text.trim();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let shown = shown.replace(['\n', '\r'], " ");
    let at = format!("{}:{}", place.line, place.column);
    let _ = writeln!(out, "  {at:>7}  {what}: {shown}");
}

/// The name of a variant, in lower case.
fn name(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn block_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Heading(level) => format!("heading {level}"),
        BlockKind::ListItem => "list item".into(),
        BlockKind::TableCell => "table cell".into(),
        BlockKind::AltText => "alt text".into(),
        BlockKind::FrontMatter => "front matter".into(),
        other => name(&other),
    }
}

fn kind_of(value: &front_matter::Value) -> &'static str {
    match &value.data {
        Data::Null => "nothing",
        Data::Bool(_) => "true or false",
        Data::Number(_) => "number",
        Data::Text { text, .. } if When::parse(text).is_some() => "date",
        Data::Text { .. } => "text",
        Data::List(_) => "list",
        Data::Table(_) => "table",
        Data::Alias => "alias",
    }
}

fn fault_name(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Unclosed => "never closes".into(),
        FaultKind::Unreadable(why) => why.clone(),
        FaultKind::UnquotedColon => "a colon without quotes".into(),
        FaultKind::Repeated { key, .. } => format!("`{key}` twice"),
        FaultKind::TooLarge => "too large".into(),
        FaultKind::NoKeys => "no keys".into(),
    }
}
