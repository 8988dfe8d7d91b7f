//! `confidential/image-metadata`: what else a picture tells about its making.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::picture::{Fact, Trace};
use crate::post::Post;
use crate::rules::pictures::{self, Words};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// What only some companies mind.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImageMetadata {
    /// Whether to tell whom the camera belongs to.
    owner: bool,
    /// Whether to tell what was done to the picture.
    history: bool,
}

impl Rule for ImageMetadata {
    const META: Meta = Meta {
        id: "confidential/image-metadata",
        summary: "A picture with a camera's serial number or a thumbnail of what was cut off",
        why: "The serial number of a camera is the same in all its pictures, so that anonymous \
              ones can be laid beside those with a name. A thumbnail that was made before the \
              picture was cut still shows the whiteboard, the screen or the face that was to go.",
        leaves_alone: "Credit, artist, copyright and the model of the camera, thumbnails of the \
                       picture's own shape, serial numbers that are all zeros, and pictures on \
                       other sites.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "owner",
                what: "Whether to flag the name of the camera's owner, too",
                example: "true",
            },
            OptionDoc {
                name: "history",
                what: "Whether to flag the history of how the picture was edited, too",
                example: "true",
            },
        ],
        sources: &[Source {
            title: "CIPA DC-008, Exchangeable image file format (Exif)",
            url: "https://www.cipa.jp/e/std/std-sec.html",
        }],
        examples: &[
            Example::Bad {
                text: "![The new office](office.jpg)\n",
                hits: &["office.jpg"],
                fixed: None,
            },
            Example::Bad {
                text: "![The plan](whiteboard.jpg)\n",
                hits: &["whiteboard.jpg"],
                fixed: None,
            },
            Example::Good("![The team in May](team.jpg)\n"),
            Example::Good("![The new office](https://example.com/office.jpg)\n"),
        ],
    };
}

const SERIAL_NUMBER: Words = Words {
    trace: Trace::SerialNumber,
    message: "tells which camera took it",
    what: "a serial number",
    goes: "the serial number",
    else_do: "export the picture once more without the data of the camera",
};
const THUMBNAIL: Words = Words {
    trace: Trace::Thumbnail,
    message: "has a small copy of the picture before it was cut",
    what: "a thumbnail of another shape",
    goes: "the thumbnail",
    else_do: "export the picture once more without a thumbnail",
};
const OWNER: Words = Words {
    trace: Trace::Owner,
    message: "names the owner of the camera",
    what: "an owner's name",
    goes: "the owner's name",
    else_do: "export the picture once more without the data of the camera",
};
const HISTORY: Words = Words {
    trace: Trace::History,
    message: "tells how it was edited",
    what: "an editing history",
    goes: "the history",
    else_do: "export the picture once more without its history",
};

impl ImageMetadata {
    fn words(&self) -> impl Iterator<Item = &'static Words> {
        [
            Some(&SERIAL_NUMBER),
            Some(&THUMBNAIL),
            self.owner.then_some(&OWNER),
            self.history.then_some(&HISTORY),
        ]
        .into_iter()
        .flatten()
    }
}

impl Check for ImageMetadata {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        for used in pictures::used(post, cx) {
            for words in self.words() {
                pictures::report(words, &used.path, &used.facts, used.span, out);
            }
        }
    }

    fn check_picture(&self, path: &str, facts: &[Fact], out: &mut Findings) {
        for words in self.words() {
            pictures::report(words, path, facts, Span::at(0), out);
        }
    }
}
