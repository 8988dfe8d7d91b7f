//! From Markdown events to the parts of a post.
//!
//! The parser reads the masked copy; words are taken from the original at the
//! same bytes.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use super::front_matter::{Data, FrontMatter};
use super::links::{Opened, Target};
use super::mask::Masked;
use super::parts::{Code, Heading, Labelled, Parts};
use super::prose::{BlockKind, Draft, Piece};
use super::shortcode::{Aside, Meaning};
use super::{containers, html_parts, shortcode};
use crate::span::Span;

/// Reads the body of `text` from byte `body` on, and the words of the front matter.
pub(super) fn read(
    text: &str,
    body: usize,
    masked: &Masked,
    front_matter: Option<&FrontMatter>,
) -> Parts {
    let mut builder = Builder::new(text, body, masked);
    for template in &masked.templates {
        builder
            .meaning
            .read(*template, &mut builder.parts, &mut builder.asides);
    }
    if let Some(front_matter) = front_matter {
        builder.front_matter(front_matter);
    }
    let parser = Parser::new_ext(&masked.text[body..], options(&masked.text[body..]));
    let definitions: FxHashMap<String, Span> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), builder.span(&definition.span)))
        .collect();
    builder.definitions = definitions;
    for (event, range) in parser.into_offset_iter() {
        let span = builder.span(&range);
        builder.event(event, span);
    }
    builder.asides_before(u32::MAX);
    builder.called_pages();
    builder.parts.links.sort_by_key(|link| link.span);
    builder.parts.comments.sort_by_key(|comment| comment.span);
    builder.parts.images.sort_by_key(|image| image.span);
    builder.parts
}

fn target(destination: CowStr<'_>, title: CowStr<'_>, label: CowStr<'_>) -> Target {
    Target {
        destination: destination.into_string(),
        title: title.into_string(),
        label: label.into_string(),
    }
}

fn options(text: &str) -> Options {
    let wikilinks = if memchr::memmem::find(text.as_bytes(), b"[[").is_some() {
        Options::ENABLE_WIKILINKS
    } else {
        Options::empty()
    };
    wikilinks
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) masked: &'a Masked,
    base: usize,
    pub(super) definitions: FxHashMap<String, Span>,
    pub(super) parts: Parts,
    pub(super) open: Vec<Draft>,
    /// True when the outermost open draft belongs to no tag of its own, as the
    /// text of a tight list item.
    pub(super) implicit: bool,
    pub(super) nested: Vec<Draft>,
    pub(super) opened: Vec<Opened>,
    /// Block quotes around; false for a call-out, which quotes nobody.
    quotes: Vec<bool>,
    pub(super) html_quotes: usize,
    /// What paired shortcodes quote.
    quote_calls: Vec<Span>,
    in_quote_call: bool,
    pub(super) meaning: Meaning<'a>,
    /// Words in templates, and how many of them were laid.
    asides: Vec<Aside>,
    laid_asides: usize,
    /// The kind of the aside that is being read.
    pub(super) aside: Option<BlockKind>,
    /// Where the templates start that stand in a destination.
    pub(super) linked: FxHashSet<u32>,
    /// Items around; false for a call-out, which is no list.
    items: Vec<bool>,
    in_footnote: bool,
    in_code_block: bool,
    /// Inline tags around whose text is code.
    pub(super) code_tags: usize,
    pub(super) html_lines: Vec<Span>,
    depth: usize,
    pub(super) section: usize,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, base: usize, masked: &'a Masked) -> Builder<'a> {
        Builder {
            text,
            masked,
            base,
            definitions: FxHashMap::default(),
            parts: Parts::default(),
            open: Vec::new(),
            implicit: false,
            nested: Vec::new(),
            opened: Vec::new(),
            quotes: Vec::new(),
            html_quotes: 0,
            quote_calls: shortcode::quotes(&masked.templates, text),
            in_quote_call: false,
            meaning: Meaning::new(&masked.templates, text),
            asides: Vec::new(),
            laid_asides: 0,
            aside: None,
            linked: FxHashSet::default(),
            items: Vec::new(),
            in_footnote: false,
            in_code_block: false,
            code_tags: 0,
            html_lines: Vec::new(),
            depth: 0,
            section: 0,
        }
    }

    fn span(&self, range: &std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    /// Every text of the front matter is a block of its own.
    fn front_matter(&mut self, front_matter: &FrontMatter) {
        for (path, value) in front_matter.leaves() {
            let Data::Text { text, verbatim } = &value.data else {
                continue;
            };
            // A waiver and a review are no words of the post.
            let is_ours = |key: &str| ["sayso", "reviewed-by"].contains(&key);
            if path
                .split('.')
                .any(|key| is_ours(&key.to_ascii_lowercase()))
            {
                continue;
            }
            let kind = if path.eq_ignore_ascii_case("title") {
                BlockKind::Title
            } else {
                BlockKind::FrontMatter
            };
            let mut draft = Draft::new(kind, Some(value.span));
            match verbatim {
                Some(span) => draft.verbatim(text, *span),
                None => draft.stand_in(text, value.span, Piece::Whole),
            }
            self.parts.prose.push(&draft, 0, None);
        }
    }

    /// Lays the words of templates that stand before byte `at`.
    fn asides_before(&mut self, at: u32) {
        while self.open.is_empty()
            && let Some(&Aside {
                at: start,
                kind,
                span,
            }) = self.asides.get(self.laid_asides)
            && start <= at
        {
            self.laid_asides += 1;
            let text = span.slice(self.text);
            if kind == BlockKind::AltText {
                let mut draft = Draft::new(kind, Some(span));
                draft.verbatim(text, span);
                self.lay(&draft);
                continue;
            }
            // Captions and titles are Markdown, too.
            let base = std::mem::replace(&mut self.base, span.start as usize);
            self.aside = Some(kind);
            self.depth += 1;
            for (event, range) in Parser::new_ext(text, options(text)).into_offset_iter() {
                let span = self.span(&range);
                self.event(event, span);
            }
            self.depth -= 1;
            self.aside = None;
            self.base = base;
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        self.asides_before(span.start);
        if !self.quote_calls.is_empty() {
            let next = self
                .quote_calls
                .partition_point(|call| call.end <= span.start);
            let call = self.quote_calls.get(next);
            self.in_quote_call = call.is_some_and(|call| call.contains(span));
        }
        match event {
            Event::Start(tag) => {
                if self.depth == 0 {
                    self.parts.elements.push(span);
                }
                self.depth += 1;
                self.start(tag, span);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(tag, span);
            }
            Event::Text(content) if !self.in_code_block => self.words(&content, span),
            Event::Text(_) => {}
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.parts.code.push(Code {
                    span,
                    is_block: false,
                });
                self.opaque(span);
            }
            Event::Html(_) => self.html_lines.push(span),
            Event::InlineHtml(_) => html_parts::read_inline(self, span),
            Event::FootnoteReference(label) => self.parts.footnotes.references.push(Labelled {
                label: label.into_string(),
                span,
            }),
            Event::SoftBreak => self.line_break(span, false),
            Event::HardBreak => self.line_break(span, true),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
        // What has no tag of its own reaches as far as what is in it.
        if self.implicit
            && let Some(draft) = self.open.first_mut()
            && !draft.text.is_empty()
        {
            draft.span = Some(draft.span.map_or(span, |whole| whole.cover(span)));
        }
        if let Some(opened) = self.opened.last_mut()
            && opened.span.contains(span)
            && opened.span != span
        {
            opened.content = if opened.content.is_empty() {
                span
            } else {
                opened.content.cover(span)
            };
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open_block(self.kind(), span),
            Tag::Heading { level, .. } => {
                self.section += 1;
                self.heading(level as u8, span);
                let kind = match self.kind() {
                    BlockKind::Paragraph => BlockKind::Heading(level as u8),
                    other => other,
                };
                self.open_block(kind, span);
            }
            Tag::TableCell => {
                let kind = match self.kind() {
                    BlockKind::Quote => BlockKind::Quote,
                    _ => BlockKind::TableCell,
                };
                self.open_block(kind, span);
            }
            Tag::BlockQuote(kind) => {
                self.close_implicit();
                self.quotes.push(kind.is_none());
            }
            Tag::CodeBlock(_) => {
                self.close_implicit();
                self.in_code_block = true;
                self.parts.code.push(Code {
                    span,
                    is_block: true,
                });
            }
            Tag::HtmlBlock => {
                self.close_implicit();
                self.html_lines.clear();
            }
            Tag::List(_) => self.close_implicit(),
            Tag::Item => {
                let is_call_out =
                    self.is_call_out(Span::new(span.start as usize, span.start as usize + 1));
                self.items.push(!is_call_out);
            }
            Tag::FootnoteDefinition(label) => {
                self.in_footnote = true;
                self.parts.footnotes.definitions.push(Labelled {
                    label: label.into_string(),
                    span,
                });
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => self.open_link(link_type, target(dest_url, title, id), span, false),
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.ensure_open();
                self.open_link(link_type, target(dest_url, title, id), span, true);
                self.open.push(Draft::new(BlockKind::AltText, None));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.close_block(),
            TagEnd::BlockQuote(_) => {
                self.quotes.pop();
            }
            TagEnd::CodeBlock => self.in_code_block = false,
            TagEnd::HtmlBlock => html_parts::read_block(self),
            TagEnd::Item => {
                self.close_implicit();
                self.items.pop();
            }
            TagEnd::FootnoteDefinition => self.in_footnote = false,
            TagEnd::Link => self.close_link(span),
            TagEnd::Image => self.close_image(span),
            _ => {}
        }
    }

    /// True when `span` is in the line that opens a call-out.
    fn is_call_out(&self, span: Span) -> bool {
        self.masked.within(span).first().is_some_and(|template| {
            template.span.contains(span) && containers::is_admonition(*template, self.text)
        })
    }

    pub(super) fn heading(&mut self, level: u8, span: Span) {
        self.parts.headings.push(Heading { level, span });
    }

    /// What a block that opens here is to its reader.
    pub(super) fn kind(&self) -> BlockKind {
        if let Some(kind) = self.aside {
            kind
        } else if self.html_quotes > 0 || self.quotes.contains(&true) || self.in_quote_call {
            BlockKind::Quote
        } else if self.in_footnote {
            BlockKind::Footnote
        } else if self.items.contains(&true) {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        }
    }
}
