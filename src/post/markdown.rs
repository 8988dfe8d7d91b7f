//! From Markdown events to the parts of a post.
//!
//! The parser reads the masked copy; words are taken from the original at the
//! same bytes. A block is gathered as a [`Draft`] and laid into the prose when
//! it closes; what is nested in it (the alt text of an image) follows it.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::front_matter::{Data, FrontMatter};
use super::mask::{Masked, TemplateKind};
use super::parts::{
    Alt, Code, Comment, Heading, Image, ImageOrigin, Labelled, Link, LinkKind, Parts,
};
use super::prose::{BlockKind, Draft, OPAQUE, Piece};
use super::{destination, html, html_block, shortcode};
use crate::span::Span;

/// Tags whose content is somebody else's words.
const QUOTES: [&str; 5] = ["blockquote", "q", "quote", "testimonial", "pullquote"];

/// Reads the body of `text` from byte `body` on, and the words of the front matter.
pub(super) fn read(
    text: &str,
    body: usize,
    masked: &Masked,
    front_matter: Option<&FrontMatter>,
) -> Parts {
    let mut builder = Builder::new(text, body, masked);
    if let Some(front_matter) = front_matter {
        builder.front_matter(front_matter);
    }
    let parser = Parser::new_ext(&masked.text[body..], options());
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
    builder.templates();
    builder.parts
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// A link or image whose end was not seen yet.
struct Opened {
    kind: LinkKind,
    span: Span,
    destination: String,
    destination_span: Option<Span>,
    /// End of the last thing inside it.
    content_end: u32,
    is_image: bool,
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) masked: &'a Masked,
    base: usize,
    definitions: FxHashMap<String, Span>,
    pub(super) parts: Parts,
    open: Vec<Draft>,
    /// True when the outermost open draft belongs to no tag of its own, as the
    /// text of a tight list item.
    implicit: bool,
    nested: Vec<Draft>,
    opened: Vec<Opened>,
    /// Block quotes around; false for a call-out, which quotes nobody.
    quotes: Vec<bool>,
    pub(super) html_quotes: usize,
    /// What paired shortcodes quote.
    quote_calls: Vec<Span>,
    in_quote_call: bool,
    items: usize,
    in_footnote: bool,
    in_code_block: bool,
    /// Inline tags around whose text is code.
    code_tags: usize,
    html_lines: Vec<Span>,
    depth: usize,
    section: usize,
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
            items: 0,
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

    fn event(&mut self, event: Event<'_>, span: Span) {
        if !self.quote_calls.is_empty() {
            self.in_quote_call = self.quote_calls.iter().any(|call| call.contains(span));
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
            Event::InlineHtml(_) => self.inline_html(span),
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
        {
            draft.span = Some(draft.span.map_or(span, |whole| whole.cover(span)));
        }
        if let Some(opened) = self.opened.last_mut()
            && opened.span.contains(span)
            && opened.span != span
        {
            opened.content_end = opened.content_end.max(span.end);
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
            Tag::Item => self.items += 1,
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
                id,
                ..
            } => self.open_link(link_type, dest_url.into_string(), &id, span, false),
            Tag::Image {
                link_type,
                dest_url,
                id,
                ..
            } => {
                self.ensure_open();
                self.open_link(link_type, dest_url.into_string(), &id, span, true);
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
            TagEnd::HtmlBlock => html_block::read(self),
            TagEnd::Item => {
                self.close_implicit();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => self.in_footnote = false,
            TagEnd::Link => self.close_link(span),
            TagEnd::Image => self.close_image(span),
            _ => {}
        }
    }

    pub(super) fn heading(&mut self, level: u8, span: Span) {
        self.parts.headings.push(Heading { level, span });
    }

    /// What a block that opens here is to its reader.
    pub(super) fn kind(&self) -> BlockKind {
        if self.html_quotes > 0 || self.quotes.contains(&true) || self.in_quote_call {
            BlockKind::Quote
        } else if self.in_footnote {
            BlockKind::Footnote
        } else if self.items > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        }
    }

    pub(super) fn open_block(&mut self, kind: BlockKind, span: Span) {
        self.close_implicit();
        self.open
            .push(Draft::new(kind, Some(span.trimmed(self.text))));
    }

    /// Text without a block of its own opens one.
    fn ensure_open(&mut self) {
        if self.open.is_empty() {
            self.open.push(Draft::new(self.kind(), None));
            self.implicit = true;
        }
    }

    fn close_implicit(&mut self) {
        if self.implicit {
            self.close_block();
        }
    }

    /// Lays the open draft, and what was nested in it, into the prose.
    pub(super) fn close_block(&mut self) {
        let Some(draft) = self.open.pop() else {
            return;
        };
        if !self.open.is_empty() {
            self.nested.push(draft);
            return;
        }
        self.implicit = false;
        self.code_tags = 0;
        self.lay(&draft);
        for draft in std::mem::take(&mut self.nested) {
            self.lay(&draft);
        }
    }

    fn lay(&mut self, draft: &Draft) {
        let element = self.parts.elements.len().checked_sub(1);
        let before = self.parts.prose.blocks().len();
        self.parts.prose.push(draft, self.section, element);
        if self.parts.prose.blocks().len() > before {
            self.bare_links(before);
        }
    }

    pub(super) fn draft(&mut self) -> &mut Draft {
        self.ensure_open();
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// Text of the post: byte for byte where it stands so, without templates.
    fn words(&mut self, content: &str, span: Span) {
        if self.code_tags > 0 {
            return;
        }
        if span.slice(&self.masked.text) == content {
            self.verbatim(span);
        } else {
            self.draft().stand_in(content, span, Piece::Whole);
        }
    }

    /// The bytes at `span`, with one opaque character for each template.
    pub(super) fn verbatim(&mut self, span: Span) {
        let (text, masked) = (self.text, self.masked);
        let mut at = span.start;
        for template in masked.within(span) {
            let before = Span {
                start: at,
                end: template.span.start.max(at),
            };
            self.draft().verbatim(before.slice(text), before);
            if template.kind != TemplateKind::Comment {
                self.opaque(template.span);
            }
            at = template.span.end.min(span.end);
        }
        let rest = Span {
            start: at,
            end: span.end,
        };
        self.draft().verbatim(rest.slice(text), rest);
    }

    pub(super) fn opaque(&mut self, span: Span) {
        let mut buffer = [0; 4];
        let text: &str = OPAQUE.encode_utf8(&mut buffer);
        self.draft().stand_in(text, span, Piece::Whole);
    }

    pub(super) fn line_break(&mut self, span: Span, hard: bool) {
        let text = if hard { "\n" } else { " " };
        self.draft().stand_in(text, span, Piece::Break { hard });
    }

    fn inline_html(&mut self, span: Span) {
        let masked: &'a Masked = self.masked;
        let tokens = html::tokens(span.slice(&masked.text), span.start as usize);
        for token in tokens {
            match token {
                html::Token::Comment { span, text } => self.comment(span, text),
                html::Token::Tag(tag) => {
                    self.tag(&tag);
                    let is_code = ["code", "kbd", "samp", "pre", "script", "style", "svg"]
                        .into_iter()
                        .any(|name| tag.is(name));
                    if is_code && tag.closing {
                        self.code_tags = self.code_tags.saturating_sub(1);
                    } else if is_code {
                        self.opaque(tag.span);
                        self.code_tags += 1;
                    } else if tag.is("br") {
                        self.line_break(tag.span, true);
                    }
                }
                html::Token::Text(_) => {}
            }
        }
    }

    pub(super) fn take_html_lines(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.html_lines)
    }

    pub(super) fn comment(&mut self, span: Span, text: Span) {
        self.parts.comments.push(Comment { span, text });
    }

    /// What a tag means wherever it stands: an image, a link, a quotation.
    pub(super) fn tag(&mut self, tag: &html::Tag<'_>) {
        if tag.is("img") && !tag.closing {
            let image = html_block::image(tag, self.text, self.masked);
            self.parts.images.push(image);
        } else if tag.is("cite") && !tag.closing {
            self.parts.citations.push(tag.span);
        } else if QUOTES.iter().any(|name| tag.is(name)) {
            if tag.closing {
                self.html_quotes = self.html_quotes.saturating_sub(1);
            } else if !tag.slash {
                self.html_quotes += 1;
            }
        } else if tag.is("a") && tag.closing {
            if self
                .opened
                .last()
                .is_some_and(|opened| opened.kind == LinkKind::Html)
            {
                self.close_link(tag.span);
            }
        } else if tag.is("a")
            && let Some(href) = tag.attribute("href")
        {
            self.opened.push(Opened {
                kind: LinkKind::Html,
                span: tag.span,
                destination: href.value_span.slice(self.text).to_owned(),
                destination_span: Some(href.value_span),
                content_end: tag.span.end,
                is_image: false,
            });
        }
    }

    fn open_link(
        &mut self,
        link_type: LinkType,
        destination: String,
        label: &str,
        span: Span,
        is_image: bool,
    ) {
        self.ensure_open();
        let kind = match link_type {
            LinkType::Inline => LinkKind::Inline,
            LinkType::Autolink | LinkType::Email => LinkKind::Automatic,
            _ => LinkKind::Reference,
        };
        let destination_span = match kind {
            LinkKind::Automatic => Some(Span::new(span.start as usize + 1, span.end as usize - 1)),
            LinkKind::Reference => self
                .definitions
                .get(&label.to_lowercase())
                .and_then(|&whole| destination::definition(&self.masked.text, whole)),
            _ => None,
        };
        self.opened.push(Opened {
            kind,
            span,
            destination,
            destination_span,
            content_end: span.start,
            is_image,
        });
    }

    /// The innermost open link or image, with its destination found.
    fn finish_link(&mut self, end: Span) -> Option<Link> {
        let opened = self.opened.pop()?;
        let span = opened.span.cover(end);
        let destination_span = opened
            .destination_span
            .or_else(|| destination::inline(&self.masked.text, span, opened.content_end as usize))
            .unwrap_or(Span::at(span.end as usize));
        let destination = if self.masked.within(destination_span).is_empty() {
            opened.destination
        } else {
            destination_span.slice(self.text).to_owned()
        };
        Some(Link {
            kind: opened.kind,
            span,
            destination,
            destination_span,
        })
    }

    fn close_link(&mut self, end: Span) {
        // An <a> that never closes must not swallow the links around it.
        while self.opened.last().is_some_and(|opened| {
            opened.kind == LinkKind::Html && !end.slice(self.text).starts_with("</")
        }) {
            self.opened.pop();
        }
        if let Some(link) = self.finish_link(end) {
            self.parts.links.push(link);
        }
    }

    fn close_image(&mut self, end: Span) {
        while self.opened.last().is_some_and(|opened| !opened.is_image) {
            self.opened.pop();
        }
        let alt = match self.open.last() {
            Some(draft) if !draft.text.trim().is_empty() => Alt::Text(draft.text.clone()),
            _ => Alt::Missing,
        };
        self.close_block();
        let Some(link) = self.finish_link(end) else {
            return;
        };
        let alt = match alt {
            Alt::Missing => attribute_alt(&self.text[link.span.end as usize..]),
            alt => alt,
        };
        self.parts.images.push(Image {
            origin: ImageOrigin::Markdown,
            span: link.span,
            alt,
            source: link.destination,
            source_span: link.destination_span,
            is_pixel: false,
        });
    }

    /// Addresses that stand in the text of block `index` without markup.
    fn bare_links(&mut self, index: usize) {
        let prose = &self.parts.prose;
        let block = &prose.blocks()[index];
        let text = prose.block_text(block);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(next) = text[at..].find("http") {
            let start = at + next;
            let Some(len) = url_len(&text[start..]) else {
                at = start + 4;
                continue;
            };
            at = start + len;
            let from = block.text.start + start;
            let span = prose.source(from..from + len);
            let known = self
                .parts
                .links
                .iter()
                .rev()
                .take_while(|link| link.span.end > block.span.start)
                .any(|link| link.span.overlaps(span));
            if !known {
                found.push(Link {
                    kind: LinkKind::Bare,
                    span,
                    destination: text[start..start + len].to_owned(),
                    destination_span: span,
                });
            }
        }
        self.parts.links.append(&mut found);
    }

    /// Comments and images that are written as templates.
    fn templates(&mut self) {
        for template in &self.masked.templates {
            match template.kind {
                TemplateKind::Comment => {
                    let text = shortcode::comment_text(template.span, self.text);
                    self.parts.comments.push(Comment {
                        span: template.span,
                        text,
                    });
                }
                TemplateKind::Shortcode => {
                    if let Some(image) = shortcode::image(template.span, self.text) {
                        self.parts.images.push(image);
                    }
                }
                _ => {}
            }
        }
        self.parts.comments.sort_by_key(|comment| comment.span);
        self.parts.images.sort_by_key(|image| image.span);
    }
}

/// Length of the address at the start of `text`, without the punctuation of
/// the sentence around it.
fn url_len(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme))?;
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | OPAQUE))
        .unwrap_or(text.len());
    let mut url = &text[..end];
    loop {
        let trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '”', '*']);
        let trimmed = match trimmed.strip_suffix(')') {
            Some(inner) if inner.matches('(').count() <= inner.matches(')').count() => inner,
            _ => trimmed,
        };
        if trimmed.len() == url.len() {
            break;
        }
        url = trimmed;
    }
    (url.len() > scheme.len()).then_some(url.len())
}

/// The alt text in an attribute list behind an image: `{: alt="…"}`.
fn attribute_alt(rest: &str) -> Alt {
    let Some(list) = rest
        .strip_prefix('{')
        .and_then(|rest| rest.lines().next())
        .and_then(|line| line.split_once('}'))
        .map(|(list, _)| list)
    else {
        return Alt::Missing;
    };
    let marks = ["alt=\"\"", "alt=''", "role=", "aria-hidden", ".decorative"];
    if marks.into_iter().any(|mark| list.contains(mark)) {
        Alt::Decorative
    } else if list.contains("alt=") || list.contains("fig-alt") {
        Alt::Unknown
    } else {
        Alt::Missing
    }
}
