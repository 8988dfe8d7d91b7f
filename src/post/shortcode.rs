//! Templates whose meaning is known: images with their captions, links to
//! pages, citations, quotations, things embedded from elsewhere.

use super::containers;
use super::parts::{Alt, Comment, Embed, Image, ImageOrigin, Parts};
use super::prose::BlockKind;
use super::template::{Argument, Call, Template, TemplateKind};
use crate::span::Span;

/// Words in a template that readers see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aside {
    /// Where its template starts.
    pub(super) at: u32,
    pub(super) kind: BlockKind,
    pub(super) span: Span,
}

/// Names of calls that make an image.
const IMAGES: [&str; 8] = [
    "figure",
    "image",
    "img",
    "picture",
    "staticimage",
    "themedimage",
    "responsive-image",
    "lightbox",
];

/// Names of calls that cite a source.
const CITATIONS: [&str; 9] = [
    "cite", "citation", "citep", "citet", "bibcite", "sidenote", "footnote", "fn", "source",
];

/// Names of calls that quote somebody.
const QUOTES: [&str; 5] = [
    "quote",
    "blockquote",
    "pullquote",
    "testimonial",
    "quote-block",
];

/// Names of calls that show something from elsewhere.
const EMBEDS: [&str; 24] = [
    "youtube",
    "youtubelite",
    "youtube-lite",
    "vimeo",
    "video",
    "audio",
    "podcast",
    "x",
    "tweet",
    "twitter",
    "x_simple",
    "tweet_simple",
    "instagram",
    "gist",
    "codepen",
    "soundcloud",
    "spotify",
    "asciinema",
    "speakerdeck",
    "slideshare",
    "loom",
    "mastodon",
    "bluesky",
    "embed",
];

/// Names of calls that give the address of a page.
const PAGES: [&str; 8] = [
    "ref",
    "relref",
    "post_url",
    "link",
    "url",
    "relative_url",
    "absolute_url",
    "url_for",
];

/// Adds what the templates mean to `parts`, and returns the words in them in order.
pub(super) fn read(templates: &[Template], text: &str, parts: &mut Parts) -> Vec<Aside> {
    let mut asides = Vec::new();
    for template in templates {
        let span = template.span;
        match template.kind {
            TemplateKind::Comment => parts.comments.push(Comment {
                span,
                text: comment_text(span, text),
            }),
            TemplateKind::Container => {
                asides.extend(containers::title(text, span).map(|span| Aside {
                    at: template.span.start,
                    kind: BlockKind::Paragraph,
                    span,
                }))
            }
            TemplateKind::Code => {}
            kind => {
                if let Some(call) = Call::read(text, span).filter(|call| !call.closing) {
                    read_call(&call, kind, span, text, parts, &mut asides);
                }
            }
        }
    }
    asides
}

fn read_call(
    call: &Call<'_>,
    kind: TemplateKind,
    span: Span,
    text: &str,
    parts: &mut Parts,
    asides: &mut Vec<Aside>,
) {
    // Jekyll and Eleventy name the call behind `include`.
    let included = call.is_any(&["include", "include_cached", "include_relative", "render"]);
    let arguments = || {
        let mut arguments = call.arguments(text);
        if included && !arguments.is_empty() {
            arguments.remove(0);
        }
        arguments
    };
    let name = if included {
        let arguments = call.arguments(text);
        let file = arguments.first().map_or("", |file| file.value.slice(text));
        let file = file.rsplit('/').next().unwrap_or(file);
        file.split('.').next().unwrap_or(file)
    } else {
        call.name
    };
    let is_any = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is_any(&IMAGES) {
        let arguments = arguments();
        parts
            .images
            .extend(image(name, kind, span, &arguments, text));
        for argument in &arguments {
            let kind = match argument.name {
                Some("caption" | "title" | "attr") => BlockKind::Caption,
                Some("alt") => BlockKind::AltText,
                _ => continue,
            };
            if argument.literal && !argument.value.is_empty() {
                asides.push(Aside {
                    at: span.start,
                    kind,
                    span: argument.value,
                });
            }
        }
    } else if is_any(&CITATIONS) {
        parts.citations.push(span);
    } else if is_any(&EMBEDS) {
        let arguments = arguments();
        parts.embeds.push(Embed {
            name: name.to_ascii_lowercase(),
            span,
            source: arguments
                .iter()
                .find(|argument| matches!(argument.name, Some("src" | "url" | "id")))
                .or_else(|| arguments.iter().find(|argument| argument.name.is_none()))
                .map(|argument| argument.value),
        });
    }
}

/// The page that the template at `span` gives the address of.
pub(super) fn page(span: Span, text: &str) -> Option<Span> {
    if let Some(call) = Call::read(text, span) {
        let arguments = call.arguments(text);
        let named = arguments
            .iter()
            .filter(|argument| argument.literal && !argument.value.is_empty())
            .find(|argument| matches!(argument.name, None | Some("path")));
        return named
            .filter(|_| call.is_any(&PAGES))
            .map(|argument| argument.value);
    }
    // `{{ "/a" | relative_url }}`: the filter comes behind the text.
    let written = span.slice(text);
    let inner = written.trim_start_matches(['{', '-', ' ']);
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let len = inner[1..].find(quote)?;
    let filter = inner[len + 2..]
        .trim_start()
        .strip_prefix('|')?
        .trim_start();
    if !PAGES.iter().any(|name| filter.starts_with(name)) {
        return None;
    }
    let start = span.start as usize + (written.len() - inner.len()) + 1;
    Some(Span::new(start, start + len))
}

/// The image that a call makes. Hugo's own `figure` takes its alt text from
/// the caption when it has none; components of a library demand one. What a
/// site wrote itself may take its words from a data file: nothing is said of it.
fn image(
    name: &str,
    kind: TemplateKind,
    span: Span,
    arguments: &[Argument<'_>],
    text: &str,
) -> Option<Image> {
    let named = |names: &[&str]| {
        arguments
            .iter()
            .find(|argument| argument.name.is_some_and(|name| names.contains(&name)))
    };
    let by_place = |place: usize| {
        arguments
            .iter()
            .filter(|argument| argument.name.is_none())
            .nth(place)
    };
    let source = named(&[
        "src",
        "url",
        "image_path",
        "path",
        "file",
        "source",
        "image",
    ])
    .or_else(|| by_place(0).filter(|value| value.value.slice(text).contains(['.', '/'])))?;
    let alt = named(&["alt", "alt_text"]);
    let caption = named(&["caption"]);
    let is_hugo_figure = kind == TemplateKind::Shortcode && name == "figure";
    let is_of_library = kind == TemplateKind::Component
        && LIBRARIES.iter().any(|library| text.contains(library))
        && !arguments
            .iter()
            .any(|a| a.value.slice(text).starts_with("..."));
    let words = |argument: Option<&Argument<'_>>| {
        argument
            .filter(|argument| argument.literal)
            .map(|argument| argument.value.slice(text).trim())
            .filter(|words| !words.is_empty())
            .map(|words| Alt::Text(words.to_owned()))
    };
    let said = words(alt)
        .or_else(|| words(caption.filter(|_| is_hugo_figure)))
        .or_else(|| words(by_place(1).filter(|_| alt.is_none() && name == "image")));
    let alt_text = match (said, alt) {
        (Some(said), _) => said,
        (None, Some(alt)) if alt.literal => Alt::Decorative,
        (None, None) if is_hugo_figure || is_of_library => Alt::Missing,
        _ => Alt::Unknown,
    };
    Some(Image {
        origin: ImageOrigin::Call,
        span,
        alt: alt_text,
        alt_span: alt.or(caption).map(|argument| argument.value),
        source: source.value.slice(text).to_owned(),
        source_span: source.value,
        is_pixel: false,
    })
}

/// Where components come from that make an image and demand an alt text.
const LIBRARIES: [&str; 4] = [
    "astro:assets",
    "next/image",
    "next/legacy/image",
    "gatsby-plugin-image",
];

/// What stands between calls that open and close a quotation.
pub(super) fn quotes(templates: &[Template], text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<Span> = None;
    for template in templates {
        let Some(call) = Call::read(text, template.span).filter(|call| call.is_any(&QUOTES)) else {
            continue;
        };
        if !call.closing {
            open = Some(template.span);
        } else if let Some(open) = open.take() {
            found.push(open.cover(template.span));
        }
    }
    found
}

/// What a template comment says.
fn comment_text(comment: Span, text: &str) -> Span {
    let written = comment.slice(text);
    let start = written.len()
        - written
            .trim_start_matches(['{', '-', '/', '*', '#', ' '])
            .len();
    let end = written
        .trim_end_matches(['}', '-', '/', '*', '#', ' '])
        .len();
    let base = comment.start as usize;
    Span::new(base + start, base + end.max(start))
}
