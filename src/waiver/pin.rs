//! Pins: which words a waiver was given for.
//!
//! A pin is the digest of one place of a post: the block that holds a finding,
//! with its blanks folded and without the comments that are waivers. So a new
//! wrap, the waiver itself and an edit elsewhere change nothing, but any other
//! word in the sentences around the finding does: "audited" two words further
//! on is what made the claim acceptable. A link or a picture that leads
//! elsewhere counts as another word. A waiver with several pins was given for
//! several blocks, as the items of a list; a finding in any other block is not
//! covered, even when the waiver covers the whole post.

use std::fmt::Write;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::finding::fold_blanks;
use crate::post::Post;
use crate::span::Span;

use super::parse;
use super::place::Places;

/// Digits of a pin.
const LENGTH: usize = 12;

/// The pin of `words`: the first 12 hex digits of the SHA-256 over them, every
/// run of blanks being one space.
pub fn pin_of(words: &str) -> String {
    let digest = Sha256::digest(fold_blanks(words).as_bytes());
    let mut pin = String::with_capacity(LENGTH);
    for byte in digest.iter().take(LENGTH / 2) {
        let _ = write!(pin, "{byte:02x}");
    }
    pin
}

/// True when `text` looks like a pin.
pub fn is_pin(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The pins of the places of a post. Many findings may stand in one place,
/// whose words are read once.
pub(super) struct Pins<'a> {
    post: &'a Post,
    places: &'a Places<'a>,
    known: FxHashMap<Span, String>,
}

impl<'a> Pins<'a> {
    pub(super) fn new(post: &'a Post, places: &'a Places<'a>) -> Pins<'a> {
        Pins {
            post,
            places,
            known: FxHashMap::default(),
        }
    }

    /// The pin of the place that holds `finding`.
    pub(super) fn of(&mut self, finding: Span) -> &str {
        let place = self.places.around(finding);
        let words = || words_at(self.post, place);
        self.known.entry(place).or_insert_with(|| pin_of(&words()))
    }
}

/// The words at `place`, without waivers and without the marks of quotations
/// at the start of their lines, which move with the wrap.
pub(super) fn words_at(post: &Post, place: Span) -> String {
    let mut words = String::with_capacity(place.len());
    let mut at = place.start;
    let comments = post.comments();
    let from = comments.partition_point(|comment| comment.span.start < place.start);
    for comment in &comments[from..] {
        if comment.span.start >= place.end {
            break;
        }
        let is_inside = place.contains(comment.span) && comment.span.start >= at;
        if is_inside && parse::comment(post.slice(comment.text), 0).is_some() {
            push_lines(
                &mut words,
                post.slice(Span {
                    start: at,
                    end: comment.span.start,
                }),
            );
            at = comment.span.end;
        }
    }
    let rest = Span {
        start: at,
        end: place.end.max(at),
    };
    push_lines(&mut words, post.slice(rest));
    words
}

fn push_lines(words: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number == 0 {
            words.push_str(line);
        } else {
            words.push('\n');
            words.push_str(line.trim_start_matches(['>', ' ', '\t']));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[test]
    fn a_pin_is_the_start_of_a_sha_256() {
        // printf 'the only host' | sha256sum
        assert_eq!(pin_of("the  only\r\n host "), "f43489a22bae");
        assert!(is_pin(&pin_of("")));
        assert_ne!(pin_of("the only host"), pin_of("The only host"));
    }

    #[test]
    fn a_wrap_and_a_waiver_change_nothing() {
        let pin = |text: &str| {
            let post = Post::parse("a.md", text, Generator::Unknown);
            pin_of(&words_at(&post, post.elements()[0]))
        };
        let one = pin("> One two three.\n");
        for text in [
            "> One\n> two three.\n",
            "> One <!-- sayso: allow a/b: x --> two three.\n",
            "> One two\n> three.\n\nOther words.\n",
        ] {
            assert_eq!(pin(text), one, "{text}");
        }
        for text in ["> One two four.\n", "> One two three. <!-- and four -->\n"] {
            assert_ne!(pin(text), one, "{text}");
        }
    }
}
