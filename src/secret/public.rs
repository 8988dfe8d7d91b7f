//! Keys that are meant to stand in pages, though they look like the others.

use std::ops::Range;

use crate::span::whole_characters;

/// How far around a token is looked, in bytes.
const NEAR: usize = 600;

/// The piece without blanks or quotes around `range`.
pub(super) fn address_around<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let is_edge = |byte: &u8| byte.is_ascii_whitespace() || b"\"'<>`".contains(byte);
    let bytes = text.as_bytes();
    let before = bytes[..range.start].iter().rev().take(NEAR);
    let start = range.start - before.take_while(|byte| !is_edge(byte)).count();
    let after = bytes[range.end..].iter().take(NEAR);
    let end = range.end + after.take_while(|byte| !is_edge(byte)).count();
    whole_characters(text, start..end)
}

/// True for the key of a Google map, for the one of a Firebase app, whose
/// settings are public, and for the id in an address that AWS has signed, which
/// is of no use without the secret that signed it.
pub(super) fn is_public(text: &str, range: &Range<usize>) -> bool {
    let token = &text[range.clone()];
    let address = || address_around(text, range);
    if token.starts_with("AIza") {
        let from = range.start.saturating_sub(NEAR);
        let to = text.len().min(range.end + NEAR);
        let near = &text.as_bytes()[from..to];
        let names = ["authDomain", "firebaseapp.com", "messagingSenderId"];
        let is_firebase = names
            .iter()
            .any(|name| memchr::memmem::find(near, name.as_bytes()).is_some());
        return is_firebase || (address().contains("google") && address().contains("maps"));
    }
    let is_id = token.starts_with("AKIA") || token.starts_with("ASIA");
    is_id
        && ["X-Amz-Credential=", "AWSAccessKeyId="]
            .iter()
            .any(|name| address().contains(name))
}
