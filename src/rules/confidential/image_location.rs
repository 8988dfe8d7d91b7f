//! `confidential/image-location`: a picture that says where it was taken.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::picture::{Fact, Trace};
use crate::post::Post;
use crate::rules::pictures::{self, Words};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImageLocation {}

impl Rule for ImageLocation {
    const META: Meta = Meta {
        id: "confidential/image-location",
        summary: "A picture that says where it was taken",
        why: "Phones write into every photo where it was taken, to a few metres, and readers can \
              take it out again with any viewer. A portrait shot at home is a home address; one \
              from a customer's site tells who the customer is.",
        leaves_alone: "A block for the place with nothing in it, places that a caption names, and \
                       pictures on other sites.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "CIPA DC-008, Exchangeable image file format (Exif), GPS attributes",
            url: "https://www.cipa.jp/e/std/std-sec.html",
        }],
        examples: &[
            Example::Bad {
                text: "![Jo at her desk](jo.jpg)\n",
                hits: &["jo.jpg"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Meet Jo\ncover: jo.jpg\n---\nJo joined in May.\n",
                hits: &["jo.jpg"],
                fixed: None,
            },
            Example::Bad {
                text: "Jo at work: <img src=\"jo.jpg\" alt=\"Jo at her desk\">, and \
                       [in full size](jo.jpg).\n",
                hits: &["jo.jpg"],
                fixed: None,
            },
            Example::Good("![The team in May](team.jpg)\n"),
            Example::Good("![Jo at her desk](https://example.com/jo.jpg)\n"),
            Example::Good("`![Jo at her desk](jo.jpg)`\n"),
        ],
    };
}

const LOCATION: Words = Words {
    trace: Trace::Location,
    message: "says where it was taken",
    what: "GPS coordinates",
    goes: "the coordinates",
    else_do: "export the picture once more without its location, or use another one",
};

impl Check for ImageLocation {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for used in pictures::used(post, cx) {
            pictures::report(&LOCATION, &used.path, &used.facts, used.span, out);
        }
    }

    fn check_picture(&self, path: &str, facts: &[Fact], out: &mut Findings) {
        pictures::report(&LOCATION, path, facts, Span::at(0), out);
    }
}
