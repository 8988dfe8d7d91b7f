//! The words, images and links of raw HTML, in blocks and in running text.

use super::html::{self, Tag, Token};
use super::links::Opened;
use super::markdown::Builder;
use super::mask::Masked;
use super::parts::{Alt, Embed, Image, ImageOrigin, LinkKind};
use super::prose::{BlockKind, Draft, Piece};
use super::template::{self, Template, TemplateKind};
use crate::span::Span;

/// Reads the lines of HTML that `builder` has gathered.
pub(super) fn read_block(builder: &mut Builder<'_>) {
    let lines = std::mem::take(&mut builder.html_lines);
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let whole = first.cover(*last);
    let html = joined(&builder.masked.text, whole, &lines);
    let mut kind = BlockKind::Html;
    let mut is_open = false;
    for token in html::tokens(&html, whole.start as usize) {
        match token {
            Token::Comment { span, text } => builder.comment(span, text),
            Token::Text(span) => {
                if !is_open && span.slice(builder.text).trim().is_empty() {
                    continue;
                }
                if !is_open {
                    let kind = match builder.kind() {
                        BlockKind::Quote => BlockKind::Quote,
                        _ => kind,
                    };
                    builder.open_block(kind, span);
                    is_open = true;
                }
                words(builder, &html, span, whole.start as usize);
            }
            Token::Tag(tag) => {
                if html::is_block(tag.name) && is_open {
                    builder.close_block();
                    is_open = false;
                }
                builder.tag(&tag);
                if html::is_block(tag.name) {
                    kind = if tag.closing {
                        BlockKind::Html
                    } else {
                        kind_of(tag.name)
                    };
                    if let BlockKind::Heading(level) = kind {
                        builder.heading(level, tag.span);
                    }
                }
            }
        }
    }
    if is_open {
        builder.close_block();
    }
}

/// Tags that show something from elsewhere.
const EMBEDS: [&str; 5] = ["iframe", "video", "audio", "embed", "object"];

/// Tags whose content is somebody else's words.
const QUOTES: [&str; 5] = ["blockquote", "q", "quote", "testimonial", "pullquote"];

/// Reads a tag or a comment in running text.
pub(super) fn read_inline(builder: &mut Builder<'_>, span: Span) {
    let tokens = html::tokens(span.slice(builder.parsed()), span.start as usize);
    for token in tokens {
        match token {
            html::Token::Comment { span, text } => builder.comment(span, text),
            html::Token::Tag(tag) => {
                builder.tag(&tag);
                let is_code = ["code", "kbd", "samp", "pre", "script", "style", "svg"]
                    .into_iter()
                    .any(|name| tag.is(name));
                if is_code && tag.closing {
                    builder.code_tags = builder.code_tags.saturating_sub(1);
                } else if is_code {
                    builder.opaque(tag.span);
                    builder.code_tags += 1;
                } else if tag.is("br") {
                    builder.line_break(tag.span, true);
                }
            }
            html::Token::Text(_) => {}
        }
    }
}

impl Builder<'_> {
    /// Lays the words at `span` as a block of their own.
    fn nested_words(&mut self, kind: BlockKind, span: Span) {
        self.open.push(Draft::new(kind, Some(span)));
        words(self, self.text, span, 0);
        self.close_block();
    }

    /// What a tag means wherever it stands: an image, a link, a quotation.
    pub(super) fn tag(&mut self, tag: &html::Tag<'_>) {
        if tag.is("img") && !tag.closing {
            let image = image(tag, self.text, self.masked);
            if let (Alt::Text(_), Some(alt)) = (&image.alt, image.alt_span) {
                self.nested_words(BlockKind::AltText, alt);
            }
            self.parts.images.push(image);
        } else if tag.name.starts_with(|c: char| c.is_ascii_uppercase())
            && !tag.closing
            && !is_link(tag)
        {
            // A component of MDX among words.
            let template = Template {
                kind: TemplateKind::Component,
                span: tag.span,
            };
            let mut asides = Vec::new();
            self.meaning.read(template, &mut self.parts, &mut asides);
            for aside in asides {
                self.nested_words(aside.kind, aside.span);
            }
        } else if tag.is("cite") && !tag.closing {
            self.parts.citations.push(tag.span);
        } else if EMBEDS.iter().any(|name| tag.is(name)) && !tag.closing {
            self.parts.embeds.push(Embed {
                name: tag.name.to_ascii_lowercase(),
                span: tag.span,
                source: tag.attribute("src").map(|src| src.value_span),
            });
        } else if QUOTES.iter().any(|name| tag.is(name)) {
            if tag.closing {
                self.html_quotes = self.html_quotes.saturating_sub(1);
            } else if !tag.slash {
                self.html_quotes += 1;
            }
        } else if is_link(tag) && tag.closing {
            if self
                .opened
                .last()
                .is_some_and(|opened| opened.kind == LinkKind::Html)
            {
                self.close_link(tag.span);
            }
        } else if is_link(tag)
            && let Some(href) = tag.attribute("href").or_else(|| tag.attribute("to"))
        {
            let place = href.value_span;
            let written = template::written_out(self.text, place, self.masked.within(place));
            let place = written.unwrap_or(place);
            self.opened.push(Opened {
                kind: LinkKind::Html,
                span: tag.span,
                destination: place.slice(self.text).to_owned(),
                destination_span: Some(place),
                title: tag
                    .attribute("title")
                    .map(|title| title.value_span.slice(self.text).to_owned()),
                content: Span::at(tag.span.end as usize),
                is_image: false,
            });
        }
    }
}

/// True for `<a>`, and for the components that stand for it.
fn is_link(tag: &Tag<'_>) -> bool {
    tag.is("a") || matches!(tag.name, "Link" | "NavLink")
}

/// The HTML of the lines, as long as the text from the first to the last:
/// what stands between them (the marks of a quotation) is blank.
fn joined(text: &str, whole: Span, lines: &[Span]) -> String {
    let mut html = String::with_capacity(whole.len());
    let mut at = whole.start;
    for line in lines {
        let gap = line.start.saturating_sub(at) as usize;
        html.extend(std::iter::repeat_n(' ', gap));
        html.push_str(line.slice(text));
        at = line.end;
    }
    html
}

/// The text at `span`: breaks become a space, entities their character.
fn words(builder: &mut Builder<'_>, html: &str, span: Span, base: usize) {
    let text = &html[span.start as usize - base..span.end as usize - base];
    let mut plain = 0;
    let mut at = 0;
    let place =
        |from: usize, to: usize| Span::new(span.start as usize + from, span.start as usize + to);
    while let Some(found) = text[at..].find(['\n', '&']) {
        let here = at + found;
        let (end, decoded) = if text[here..].starts_with('\n') {
            let rest = &text[here..];
            (here + rest.len() - rest.trim_start().len(), None)
        } else {
            match html::entity(&text[here..]) {
                Some((c, len)) => (here + len, Some(c)),
                None => {
                    at = here + 1;
                    continue;
                }
            }
        };
        // A carriage return belongs to the break behind it.
        let stop = here - usize::from(text[plain..here].ends_with('\r'));
        builder.verbatim(place(plain, stop));
        match decoded {
            Some(c) => {
                let mut buffer = [0; 4];
                let c: &str = c.encode_utf8(&mut buffer);
                builder.draft().stand_in(c, place(here, end), Piece::Whole);
            }
            None => builder.line_break(place(stop, end), false),
        }
        plain = end;
        at = end;
    }
    builder.verbatim(place(plain, text.len()));
}

fn kind_of(name: &str) -> BlockKind {
    match name.to_ascii_lowercase().as_str() {
        "figcaption" | "caption" => BlockKind::Caption,
        "li" => BlockKind::ListItem,
        "td" | "th" => BlockKind::TableCell,
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        _ => BlockKind::Html,
    }
}

/// The image an `<img>` tag makes.
pub(super) fn image(tag: &Tag<'_>, text: &str, masked: &Masked) -> Image {
    let value = |name: &str| tag.attribute(name).map(|found| found.value.unwrap_or(""));
    // Vue and Angular bind it: what it says is decided elsewhere.
    let bound = [":alt", "v-bind:alt", "[alt]", "@alt"]
        .into_iter()
        .any(|name| value(name).is_some());
    let hidden = value("role").is_some_and(|role| matches!(role, "presentation" | "none"))
        || value("aria-hidden").is_some_and(|hidden| hidden != "false")
        || value("hidden").is_some()
        || value("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let named = value("aria-label").is_some() || value("aria-labelledby").is_some();
    let templated = masked.within(tag.span).iter().any(|template| {
        !tag.attributes
            .iter()
            .any(|attribute| attribute.value_span.contains(template.span))
    });
    let place = |name: &str| {
        let written = tag.attribute(name)?.value_span;
        Some(template::written_out(text, written, masked.within(written)))
    };
    let alt = match place("alt") {
        _ if hidden => Alt::Decorative,
        Some(None) => Alt::Unknown,
        Some(Some(alt)) if alt.slice(text).trim().is_empty() => Alt::Decorative,
        Some(Some(alt)) => Alt::Text(alt.slice(text).to_owned()),
        None if named || templated || bound => Alt::Unknown,
        None => Alt::Missing,
    };
    let is_tiny = |name: &str| {
        value(name).is_some_and(|size| matches!(size.trim_end_matches("px"), "0" | "1"))
    };
    let source = tag.attribute("src").map(|src| src.value_span);
    let source_span = place("src")
        .flatten()
        .or(source)
        .unwrap_or(Span::at(tag.span.start as usize));
    Image {
        origin: ImageOrigin::Html,
        span: tag.span,
        alt,
        alt_span: place("alt")
            .flatten()
            .or_else(|| Some(tag.attribute("alt")?.value_span)),
        source: source_span.slice(text).to_owned(),
        source_span,
        is_pixel: is_tiny("width") && is_tiny("height"),
    }
}
