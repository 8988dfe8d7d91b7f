//! Links and images of the Markdown itself, from their start to their end, and
//! addresses without markup.

use pulldown_cmark::LinkType;

use super::markdown::Builder;
use super::parts::{Alt, Embed, Image, ImageOrigin, Link, LinkKind, Title};
use super::prose::OPAQUE;
use super::template::TemplateKind;
use super::{destination, shortcode};
use crate::span::Span;

/// A link or image whose end was not seen yet.
pub(super) struct Opened {
    pub(super) kind: LinkKind,
    pub(super) span: Span,
    pub(super) destination: String,
    pub(super) destination_span: Option<Span>,
    pub(super) title: Option<String>,
    /// What was seen inside it.
    pub(super) content: Span,
    pub(super) is_image: bool,
}

/// What a link or an image says of where it leads.
pub(super) struct Target {
    pub(super) destination: String,
    pub(super) title: String,
    pub(super) label: String,
}

impl Builder<'_> {
    pub(super) fn open_link(
        &mut self,
        link_type: LinkType,
        Target {
            destination,
            title,
            label,
        }: Target,
        span: Span,
        is_image: bool,
    ) {
        self.ensure_open();
        let kind = match link_type {
            LinkType::Inline => LinkKind::Inline,
            LinkType::Autolink | LinkType::Email => LinkKind::Automatic,
            LinkType::WikiLink { .. } => LinkKind::Wiki,
            _ => LinkKind::Reference,
        };
        let destination_span = match kind {
            LinkKind::Wiki => Some(destination::wiki(self.text, span)),
            LinkKind::Automatic => Some(Span::new(span.start as usize + 1, span.end as usize - 1)),
            LinkKind::Reference => self
                .definitions
                .get(&label.to_lowercase())
                .and_then(|&whole| destination::definition(self.parsed(), whole)),
            _ => None,
        };
        self.opened.push(Opened {
            kind,
            span,
            destination,
            destination_span,
            title: Some(title).filter(|title| !title.is_empty()),
            content: Span::at(span.start as usize),
            is_image,
        });
    }

    /// The innermost open link or image, with its destination found.
    fn finish_link(&mut self, end: Span) -> Option<Link> {
        let opened = self.opened.pop()?;
        let span = opened.span.cover(end);
        let content = match opened.kind {
            LinkKind::Html => Span {
                end: end.start.max(opened.content.start),
                ..opened.content
            },
            _ => opened.content,
        };
        let destination_span = opened
            .destination_span
            .or_else(|| destination::inline(self.parsed(), span, opened.content.end as usize))
            .unwrap_or(Span::at(span.end as usize));
        let templates = self.templates_in(destination_span);
        self.linked
            .extend(templates.iter().map(|template| template.span.start));
        let page = templates
            .iter()
            .find_map(|template| shortcode::page(template.span, self.text));
        let destination = if templates.is_empty() && opened.kind != LinkKind::Wiki {
            opened.destination
        } else {
            destination_span.slice(self.text).to_owned()
        };
        let title = opened.title.map(|title| Title {
            span: destination::title(self.parsed(), destination_span),
            text: title,
        });
        Some(Link {
            kind: opened.kind,
            span,
            text: content.trimmed(self.text),
            title,
            destination,
            destination_span,
            page,
        })
    }

    pub(super) fn close_link(&mut self, end: Span) {
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

    pub(super) fn close_image(&mut self, end: Span) {
        while self.opened.last().is_some_and(|opened| !opened.is_image) {
            self.opened.pop();
        }
        let is_wiki = self
            .opened
            .last()
            .is_some_and(|opened| opened.kind == LinkKind::Wiki);
        // `![[photo.png]]` has no words of its own; a number is the width.
        let has_words = |words: &str| {
            let is_size = words.chars().all(|c| c.is_ascii_digit() || c == 'x');
            !is_size && end.slice(self.text).contains('|')
        };
        let words = self.open.last().map_or("", |draft| draft.text.trim());
        let mut alt = match words {
            words if is_wiki && !has_words(words) => Alt::Unknown,
            "" => Alt::Missing,
            words if words.trim_matches([OPAQUE, ' ']).is_empty() => Alt::Unknown,
            words => Alt::Text(words.to_owned()),
        };
        if is_wiki && alt == Alt::Unknown {
            self.draft().text.clear();
        }
        self.close_block();
        let Some(link) = self.finish_link(end) else {
            return;
        };
        if is_wiki && !is_image_file(&link.destination) {
            self.parts.embeds.push(Embed {
                name: "page".to_owned(),
                span: link.span,
                source: Some(link.destination_span),
            });
            return;
        }
        if alt == Alt::Missing {
            alt = attribute_alt(&self.text[link.span.end as usize..]);
        }
        self.parts.images.push(Image {
            origin: if is_wiki {
                ImageOrigin::Wiki
            } else {
                ImageOrigin::Markdown
            },
            span: link.span,
            alt,
            alt_span: Some(link.text),
            source: link.destination,
            source_span: link.destination_span,
            is_pixel: false,
        });
    }

    /// Addresses that stand in the text of block `index` without markup.
    pub(super) fn bare_links(&mut self, index: usize) {
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
            // Links come in the order they close.
            let links = &self.parts.links;
            let next = links.partition_point(|link| link.span.end <= span.start);
            let known = links.get(next).is_some_and(|link| link.span.overlaps(span));
            if !known {
                found.push(Link {
                    kind: LinkKind::Bare,
                    span,
                    text: span,
                    title: None,
                    destination: text[start..start + len].to_owned(),
                    destination_span: span,
                    page: None,
                });
            }
        }
        self.parts.links.append(&mut found);
    }

    /// Calls among words that give the address of a page.
    pub(super) fn called_pages(&mut self) {
        for template in &self.masked.templates {
            let span = template.span;
            let is_call = !matches!(template.kind, TemplateKind::Comment | TemplateKind::Code);
            let page = shortcode::page(span, self.text);
            if !is_call || page.is_none() || self.linked.contains(&span.start) {
                continue;
            }
            self.parts.links.push(Link {
                kind: LinkKind::Call,
                span,
                text: span,
                title: None,
                destination: span.slice(self.text).to_owned(),
                destination_span: span,
                page,
            });
        }
    }
}

/// True for the name of a file that browsers show as an image.
fn is_image_file(name: &str) -> bool {
    const ENDINGS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending))
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
