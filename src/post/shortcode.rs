//! Templates whose meaning is known: images with their captions, links to
//! pages, citations, quotations, things embedded from elsewhere.

use super::called_image::{IMAGES, image};
use super::containers;
use super::parts::{Alt, Comment, Embed, Parts};
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

/// A call with its parts at hand.
pub(super) struct Called<'a> {
    pub(super) name: &'a str,
    pub(super) kind: TemplateKind,
    pub(super) span: Span,
    pub(super) arguments: Vec<Argument<'a>>,
}

/// What the templates of a post mean.
pub(super) struct Meaning<'a> {
    text: &'a str,
    /// Names of components from a library whose images demand an alt text.
    library: Vec<&'a str>,
}

impl<'a> Meaning<'a> {
    pub(super) fn new(templates: &[Template], text: &'a str) -> Meaning<'a> {
        Meaning {
            text,
            library: library(templates, text),
        }
    }

    /// Adds what `template` means to `parts`, and the words in it to `asides`.
    pub(super) fn read(&self, template: Template, parts: &mut Parts, asides: &mut Vec<Aside>) {
        let Template { kind, span } = template;
        match kind {
            TemplateKind::Comment => parts.comments.push(Comment {
                span,
                text: comment_text(span, self.text),
            }),
            TemplateKind::Container => {
                asides.extend(containers::title(self.text, span).map(|title| Aside {
                    at: span.start,
                    kind: BlockKind::Paragraph,
                    span: title,
                }))
            }
            TemplateKind::Code | TemplateKind::Attributes => {}
            kind => {
                if let Some(called) = called(self.text, kind, span) {
                    self.read_call(&called, parts, asides);
                }
            }
        }
    }

    fn read_call(&self, called: &Called<'a>, parts: &mut Parts, asides: &mut Vec<Aside>) {
        let is_any = |names: &[&str]| {
            let mut names = names.iter();
            names.any(|known| called.name.eq_ignore_ascii_case(known))
        };
        if is_any(&IMAGES) {
            let Some(image) = image(called, self.library.contains(&called.name), self.text) else {
                return;
            };
            let captions = called.arguments.iter().filter(|argument| {
                argument.literal && matches!(argument.name, Some("caption" | "title" | "attr"))
            });
            let captions = captions.map(|argument| (BlockKind::Caption, argument.value));
            let alt = match image.alt {
                Alt::Text(_) => image.alt_span,
                _ => None,
            };
            let alt = alt.map(|alt| (BlockKind::AltText, alt));
            let mut words: Vec<_> = captions.chain(alt).collect();
            words.sort_by_key(|(_, span)| *span);
            // An alt text that is the caption is one text.
            words.dedup_by_key(|(_, span)| *span);
            asides.extend(words.into_iter().map(|(kind, span)| Aside {
                at: called.span.start,
                kind,
                span,
            }));
            parts.images.push(image);
        } else if is_any(&CITATIONS) {
            parts.citations.push(called.span);
        } else if is_any(&EMBEDS) {
            let mut arguments = called.arguments.iter();
            parts.embeds.push(Embed {
                name: called.name.to_ascii_lowercase(),
                span: called.span,
                source: arguments
                    .find(|argument| matches!(argument.name, None | Some("src" | "url" | "id")))
                    .map(|argument| argument.value),
            });
        }
    }
}

/// The call at `span`, if one opens there.
fn called(text: &str, kind: TemplateKind, span: Span) -> Option<Called<'_>> {
    let call = Call::read(text, span).filter(|call| !call.closing)?;
    let mut arguments = call.arguments(text);
    let mut name = call.name;
    // Jekyll and Eleventy name the call behind `include`.
    let included = call.is_any(&["include", "include_cached", "include_relative", "render"]);
    if included && !arguments.is_empty() {
        let file = arguments.remove(0).value.slice(text);
        let file = file.rsplit('/').next().unwrap_or(file);
        // A piece of the text itself.
        if file.ends_with(".md") {
            return None;
        }
        name = file.split('.').next().unwrap_or(file);
    }
    Some(Called {
        name,
        kind,
        span,
        arguments,
    })
}

/// Where components come from that make an image and demand an alt text.
const LIBRARIES: [&str; 4] = [
    "astro:assets",
    "next/image",
    "next/legacy/image",
    "gatsby-plugin-image",
];

/// The names that the modules of MDX import from such a library.
fn library<'a>(templates: &[Template], text: &'a str) -> Vec<&'a str> {
    templates
        .iter()
        .filter(|template| template.kind == TemplateKind::Code)
        .flat_map(|template| template.span.slice(text).split("import "))
        .filter_map(|import| import.split_once(" from "))
        .filter(|(_, from)| {
            let from = from.trim_start().get(1..).unwrap_or_default();
            LIBRARIES.iter().any(|library| from.starts_with(library))
        })
        .flat_map(|(names, _)| names.split(|c: char| !(c.is_alphanumeric() || c == '_')))
        .filter(|name| !name.is_empty())
        .collect()
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

/// What stands between calls that open and close a quotation.
pub(super) fn quotes(templates: &[Template], text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<Span> = None;
    // Zola closes everything with `{% end %}`: what is open there, quotations or not.
    let mut calls: Vec<Option<Span>> = Vec::new();
    for template in templates {
        let Some(call) = Call::read(text, template.span) else {
            continue;
        };
        let quotation = Some(template.span).filter(|_| call.is_any(&QUOTES));
        if template.kind == TemplateKind::Tag && call.name == "end" {
            let opened = calls.pop().flatten();
            found.extend(opened.map(|open| open.cover(template.span)));
        } else if template.kind == TemplateKind::Tag && call.is_function(text) {
            calls.push(quotation);
        } else if !call.closing {
            open = quotation.or(open);
        } else if quotation.is_some()
            && let Some(open) = open.take()
        {
            found.push(open.cover(template.span));
        }
    }
    found.sort();
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
