//! Images that a shortcode, a tag or a component makes.

use super::parts::{Alt, Image, ImageOrigin};
use super::shortcode::Called;
use super::template::{Argument, TemplateKind};

/// Names of calls that make an image.
pub(super) const IMAGES: [&str; 8] = [
    "figure",
    "image",
    "img",
    "picture",
    "staticimage",
    "themedimage",
    "responsive-image",
    "lightbox",
];

/// Names of the argument that says where the image is.
const SOURCES: [&str; 7] = [
    "src",
    "url",
    "image_path",
    "path",
    "file",
    "source",
    "image",
];

/// The image that a call makes. Hugo's own `figure` takes its alt text from
/// the caption when it has none; components of a library demand one. What a
/// site wrote itself may take its words from a data file: nothing is said of it.
pub(super) fn image(called: &Called<'_>, is_of_library: bool, text: &str) -> Option<Image> {
    let arguments = &called.arguments;
    let named = |names: &[&str]| {
        let mut arguments = arguments.iter();
        arguments.find(|argument| argument.name.is_some_and(|name| names.contains(&name)))
    };
    let by_place = |place: usize| {
        let mut arguments = arguments.iter().filter(|argument| argument.name.is_none());
        arguments.nth(place)
    };
    let is_path = |argument: &&Argument<'_>| argument.value.slice(text).contains(['.', '/']);
    let source = named(&SOURCES).or_else(|| by_place(0).filter(is_path))?;
    let is_hugo_figure = called.kind == TemplateKind::Shortcode && called.name == "figure";
    let is_tag = called.kind == TemplateKind::Tag && called.name == "image";
    let passes_more = arguments
        .iter()
        .any(|argument| argument.value.slice(text).starts_with("..."));
    let caption = || named(&["caption"]).filter(|_| is_hugo_figure);
    let alt = match named(&["alt", "alt_text"]) {
        Some(alt) if alt.value.is_empty() => caption().or(Some(alt)),
        Some(alt) => Some(alt),
        None => by_place(1).filter(|_| is_tag).or_else(caption),
    };
    let said = alt.map(|alt| alt.value.slice(text).trim());
    let alt_text = match (alt, said) {
        (Some(alt), _) if !alt.literal => Alt::Unknown,
        (Some(_), Some(said)) if !said.is_empty() => Alt::Text(said.to_owned()),
        (Some(_), _) => Alt::Decorative,
        (None, _) if is_hugo_figure || (is_of_library && !passes_more) => Alt::Missing,
        (None, _) => Alt::Unknown,
    };
    Some(Image {
        origin: ImageOrigin::Call,
        span: called.span,
        alt: alt_text,
        alt_span: alt.map(|argument| argument.value),
        source: source.value.slice(text).to_owned(),
        source_span: source.value,
        is_pixel: false,
    })
}
