//! `helpful/useless-alt-text`: words for an image that say nothing of it.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::words;
use crate::post::{Alt, Image, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UselessAltText {
    /// The longest text that is read out in one go, in characters.
    max_characters: usize,
}

impl Default for UselessAltText {
    fn default() -> UselessAltText {
        UselessAltText {
            max_characters: 250,
        }
    }
}

impl Rule for UselessAltText {
    const META: Meta = Meta {
        id: "helpful/useless-alt-text",
        summary: "Words for an image that say nothing: a file name, \"image\", the title again",
        why: "The words for an image are what people get who cannot see it, and what everybody \
              gets while it does not load. \"IMG_2041.jpg\" or \"screenshot\" is read out letter by \
              letter and helps nobody. Say in a sentence what the picture shows, and why it is \
              there.",
        leaves_alone: "Short words that name something, images marked as decoration, and texts \
                       that a template makes.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "max-characters",
            what: "The longest text that is read out in one go",
            example: "200",
        }],
        sources: &[Source {
            title: "W3C, An alt Decision Tree",
            url: "https://www.w3.org/WAI/tutorials/images/decision-tree/",
        }],
        examples: &[
            Example::Bad {
                text: "![IMG_2041.jpg](a.jpg) ![image](b.png) <img src=\"c.png\" alt=\"ALT_TEXT\">\n",
                hits: &["IMG_2041.jpg", "image", "ALT_TEXT"],
                fixed: None,
            },
            Example::Bad {
                text: "![q3-sales_final](img/q3-sales_final.png) ![Screenshot 2026-05-04 at 10.12.13](d.png)\n",
                hits: &["q3-sales_final", "Screenshot 2026-05-04 at 10.12.13"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: How we doubled our sign-ups\n---\n![How we doubled our sign-ups](a.png)\n",
                hits: &["How we doubled our sign-ups"],
                fixed: None,
            },
            Example::Good("![Sign-ups a week, rising from 12 to 30](a.png)\n"),
            Example::Good("![Acme](acme.png) ![A photo of the team in May](team.png)\n"),
            Example::Good("<img src=\"rule.png\" alt=\"\"> ![{{ page.title }}](a.png)\n"),
        ],
    };
}

/// Words that name no picture.
const GENERIC: &[&str] = &[
    "image",
    "an image",
    "the image",
    "images",
    "img",
    "picture",
    "a picture",
    "pic",
    "photo",
    "a photo",
    "photograph",
    "graphic",
    "screenshot",
    "screen shot",
    "screengrab",
    "screencap",
    "figure",
    "illustration",
    "placeholder",
    "untitled",
    "alt",
    "alt text",
    "alt tag",
    "image alt",
    "image alt text",
    "image description",
    "description",
    "thumbnail",
    "header image",
    "hero image",
    "cover image",
    "featured image",
    "banner image",
    "blog image",
];

/// Endings of picture files.
const ENDINGS: &[&str] = &[
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".heic", ".tif", ".tiff", ".bmp",
];

/// How cameras and screens name what they take, in lower case.
const SERIES: &[&str] = &[
    "img_",
    "dsc_",
    "dsc0",
    "dscn",
    "pxl_",
    "screenshot ",
    "screen shot ",
];

impl Check for UselessAltText {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for image in post.images() {
            let (Alt::Text(text), Some(span)) = (&image.alt, image.alt_span) else {
                continue;
            };
            if post.is_code(image.span) {
                continue;
            }
            if let Some(fault) = self.fault(post, image, text.trim()) {
                report(span, text.trim(), fault, out);
            }
        }
    }
}

impl UselessAltText {
    /// Why `text` says nothing of the image.
    fn fault(&self, post: &Post, image: &Image, text: &str) -> Option<&'static str> {
        let lower = text.to_lowercase();
        if ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !lower.contains(' ') {
            return Some("the name of a file");
        }
        if is_file_stem(&lower, &image.source) || is_of_series(&lower) {
            return Some("the name of a file");
        }
        let said: Vec<&str> = words(&lower).map(|word| &lower[word]).collect();
        if GENERIC.contains(&said.join(" ").replace('_', " ").as_str()) {
            return Some("a word for any picture");
        }
        let title = post.front_matter().and_then(|front_matter| {
            let title = front_matter.text("title").value()?;
            Some(title.trim().to_lowercase())
        });
        if title.is_some_and(|title| title == lower && title.contains(' ')) {
            return Some("the title of the post, which readers have heard");
        }
        let is_long = text.chars().count() > self.max_characters;
        is_long.then_some("longer than can be listened to")
    }
}

/// True for the name of the image's own file, when it is no word.
fn is_file_stem(lower: &str, source: &str) -> bool {
    let name = source.rsplit('/').next().unwrap_or(source);
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    let is_name = |c: char| matches!(c, '_' | '-') || c.is_ascii_digit();
    stem == lower && stem.contains(is_name)
}

/// True for "img_2041" and "screenshot 2026-05-04 at 10.12.13".
fn is_of_series(lower: &str) -> bool {
    let number = SERIES.iter().find_map(|name| lower.strip_prefix(name));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

fn report(span: Span, text: &str, fault: &str, out: &mut Findings) {
    /// More of it tells nobody more.
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    out.report(
        span,
        format!("\"{shown}\" does not say what the picture shows"),
    )
    .label(fault)
    .help("say in a sentence what it shows, and why it is there");
}
