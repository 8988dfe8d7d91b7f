//! `helpful/missing-alt-text`: an image that says nothing to people who cannot see it.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::{Alt, Image, ImageOrigin, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingAltText {
    /// Images whose address contains one of these are not looked at.
    ignore: Vec<String>,
}

impl Rule for MissingAltText {
    const META: Meta = Meta {
        id: "helpful/missing-alt-text",
        summary: "An image without words for people who cannot see it",
        why: "Someone who listens to the page, or whose picture did not load, gets a file name or \
              nothing where everybody else gets the point. Alt text is what stands in for the \
              picture; it is also what search engines read, and in many places it is required by \
              law.",
        leaves_alone: "Images marked as decoration (alt=\"\", role=\"presentation\", aria-hidden), \
                       images named by an aria-label, and shortcodes and components whose alt text \
                       may come from somewhere else.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "ignore",
            what: "Images whose address contains one of these are not looked at",
            example: r#"["/badges/"]"#,
        }],
        sources: &[Source {
            title: "WCAG 2.2, success criterion 1.1.1 Non-text Content",
            url: "https://www.w3.org/TR/WCAG22/#non-text-content",
        }],
        examples: &[
            Example::Bad {
                text: "Calls fell:\n\n![](calls.png)\n",
                hits: &["![](calls.png)"],
                fixed: None,
            },
            Example::Bad {
                text: "<p><img src=\"a.png\"></p>\n\n{{< figure src=\"b.png\" >}}\n",
                hits: &["<img src=\"a.png\">", "{{< figure src=\"b.png\" >}}"],
                fixed: None,
            },
            Example::Bad {
                text: "[![ ](thumb.png)](full.png)\n",
                hits: &["![ ](thumb.png)"],
                fixed: None,
            },
            Example::Bad {
                text: "Thanks!\n<img src=\"https://example.com/p.gif\" width=\"1\" height=\"1\"/>\n",
                hits: &["<img src=\"https://example.com/p.gif\" width=\"1\" height=\"1\"/>"],
                fixed: Some(
                    "Thanks!\n<img alt=\"\" src=\"https://example.com/p.gif\" width=\"1\" height=\"1\"/>\n",
                ),
            },
            Example::Good("![Calls per week, falling from 12 to 3](calls.png)\n"),
            Example::Good(
                "<img src=\"rule.png\" alt=\"\"> <img src=\"x.png\" aria-hidden=\"true\">\n",
            ),
            Example::Good("{{< figure src=\"b.png\" caption=\"The team in May\" >}}\n"),
            Example::Good("![](divider.png){: role=\"presentation\"}\n"),
            Example::Good("`![](x.png)`\n\n```\n<img src=\"y.png\">\n```\n"),
            Example::Good("{{< team-photo id=\"4\" >}} <!-- ![](old.png) -->\n"),
        ],
    };
}

impl Check for MissingAltText {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let images = post
            .images()
            .iter()
            .filter(|image| image.alt == Alt::Missing && !post.is_code(image.span))
            .filter(|image| !self.ignore.iter().any(|part| image.source.contains(part)));
        for image in images {
            if image.is_pixel {
                report_pixel(image, out);
            } else {
                report(image, out);
            }
        }
    }
}

fn report(image: &Image, out: &mut Findings) {
    let name = file_name(&image.source);
    let example = match image.origin {
        ImageOrigin::Markdown | ImageOrigin::Wiki => format!("![Sales by quarter]({name})"),
        ImageOrigin::Html | ImageOrigin::Call => "alt=\"Sales by quarter\"".to_owned(),
    };
    out.report(
        image.span,
        format!("\"{name}\" says nothing to readers who cannot see it"),
    )
    .label("no alt text")
    .help(format!(
        "say in a few words what the picture shows, as in {example}; if it is mere decoration, \
         write <img src=\"…\" alt=\"\">"
    ));
}

/// An image of one pixel shows nothing, so marking it as decoration is right.
fn report_pixel(image: &Image, out: &mut Findings) {
    let after_name = image.span.start as usize + "<img".len();
    out.report(
        image.span,
        format!(
            "\"{}\" is a single pixel that screen readers will announce",
            file_name(&image.source)
        ),
    )
    .label("no alt text, and nothing to see")
    .help("mark it as decoration with alt=\"\", or take it out")
    .fix(Fix::edit(
        Applicability::Safe,
        "mark the pixel as decoration",
        Span::at(after_name),
        " alt=\"\"",
    ));
}

fn file_name(source: &str) -> &str {
    // A template makes the address; what it quotes is the best guess.
    let source = if source.contains(['{', '<']) {
        source.split(['"', '\'']).nth(1).unwrap_or_default()
    } else {
        source
    };
    let path = source.split(['?', '#']).next().unwrap_or(source);
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.is_empty() { "this image" } else { name }
}
