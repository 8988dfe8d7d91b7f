//! The pictures that a post uses, and what is said of what they give away.

use std::sync::Arc;

use super::Context;
use crate::finding::{Findings, Pictured};
use crate::fix::{Applicability, Fix};
use crate::picture::{Fact, Trace};
use crate::post::Post;
use crate::post::front_matter::{Data, Value};
use crate::site;
use crate::span::Span;

/// A picture that a post uses.
pub(super) struct Used {
    /// Where the post names it first.
    pub(super) span: Span,
    /// Its path from the root.
    pub(super) path: String,
    pub(super) facts: Arc<[Fact]>,
}

/// The pictures that `post` uses and that give something away: images, links to
/// pictures, and what the front matter names, each once.
pub(super) fn used(post: &Post, cx: &Context<'_>) -> Vec<Used> {
    let mut used: Vec<Used> = Vec::new();
    for (address, span) in addresses(post) {
        let found = site::find(cx.site, post.path(), address, |path| cx.site.picture(path));
        let Some((path, facts)) = found.filter(|(_, facts)| !facts.is_empty()) else {
            continue;
        };
        if !used.iter().any(|known| known.path == path) {
            used.push(Used { span, path, facts });
        }
    }
    used
}

fn addresses(post: &Post) -> Vec<(&str, Span)> {
    let mut addresses = Vec::new();
    let entries = post
        .front_matter()
        .map(|front_matter| &front_matter.entries);
    for entry in entries.into_iter().flatten() {
        named(&entry.value, &mut addresses);
    }
    let images = post
        .images()
        .iter()
        .filter(|image| !post.is_code(image.span) && !is_drawing(&image.source))
        .map(|image| (image.source.as_str(), image.source_span));
    let links = post
        .links()
        .iter()
        .filter(|link| is_picture_name(&link.destination))
        .map(|link| (link.destination.as_str(), link.destination_span));
    addresses.extend(images.chain(links));
    addresses.sort_by_key(|(_, span)| *span);
    addresses
}

/// Adds the pictures that a value of the front matter names, under any key.
fn named<'a>(value: &'a Value, addresses: &mut Vec<(&'a str, Span)>) {
    match &value.data {
        Data::Text { text, verbatim } if is_picture_name(text) => {
            addresses.push((text, verbatim.unwrap_or(value.span)));
        }
        Data::List(items) => items.iter().for_each(|item| named(item, addresses)),
        Data::Table(entries) => {
            let values = entries.iter().map(|entry| &entry.value);
            values.for_each(|value| named(value, addresses));
        }
        _ => {}
    }
}

/// True for the name of a file in a format that is read.
pub fn is_picture_name(name: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "heic", "heif", "hif", "avif",
    ];
    ENDINGS
        .iter()
        .any(|known| ending(name).eq_ignore_ascii_case(known))
}

/// True for a drawing, which no camera made.
fn is_drawing(name: &str) -> bool {
    ["svg", "gif"]
        .iter()
        .any(|known| ending(name).eq_ignore_ascii_case(known))
}

fn ending(name: &str) -> &str {
    let end = memchr::memchr2(b'?', b'#', name.as_bytes());
    let name = &name[..end.unwrap_or(name.len())];
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// How a rule speaks of something that a picture gives away.
pub(super) struct Words {
    pub(super) trace: Trace,
    /// Behind the name of the file: "says where it was taken".
    pub(super) message: &'static str,
    /// What is in the data: "GPS coordinates".
    pub(super) what: &'static str,
    /// What would go: "the coordinates".
    pub(super) goes: &'static str,
    /// What to do where the program cannot.
    pub(super) else_do: &'static str,
}

/// Reports the trace at `span`, if the picture at `path` has it.
pub(super) fn report(words: &Words, path: &str, facts: &[Fact], span: Span, out: &mut Findings) {
    let of_trace = || facts.iter().filter(|fact| fact.trace == words.trace);
    let holders: Vec<&str> = of_trace().map(|fact| fact.holder.name()).collect();
    if holders.is_empty() {
        return;
    }
    let can_go = of_trace().all(|fact| fact.can_go);
    let name = path.rsplit('/').next().unwrap_or(path);
    let finding = out.report(span, format!("\"{name}\" {}", words.message));
    finding
        .label(format!(
            "{} in the {} data",
            words.what,
            holders.join(" and ")
        ))
        .picture(Pictured {
            path: path.to_owned(),
            trace: words.trace,
            can_go,
        });
    if can_go {
        let help = format!("take {} out; the picture itself stays as it is", words.goes);
        finding.help(help).fix(Fix {
            title: format!("take {} out of {path}", words.goes),
            edits: Vec::new(),
            applicability: Applicability::Safe,
        });
    } else {
        finding.help(words.else_do);
    }
}
