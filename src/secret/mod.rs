//! Secrets by the way their providers write them: prefix, alphabet, exact
//! length and, where there is one, checksum.
//!
//! All prefixes and names are looked for in one pass over a text; only where
//! one stands is a shape tried.

mod address;
pub mod checksum;
mod literals;
mod matcher;
mod placeholder;
mod private_key;
mod providers;
mod public;
mod shape;

use std::ops::Range;

use matcher::{MATCHER, Sought};

pub use address::{Credentials, find_credentials};
pub use placeholder::is_placeholder;
pub use private_key::{PrivateKey, find_private_keys};
pub use providers::{KnownFrom, PROVIDERS, Proof, Provider};
pub use shape::{Alphabet, Part, Shape};

/// A secret in a text.
#[derive(Debug)]
pub struct Secret {
    /// Its bytes.
    pub range: Range<usize>,
    /// Who gave it out.
    pub provider: &'static Provider,
    /// The letters every such token starts with, when that is part of it.
    pub prefix: Option<&'static str>,
}

/// Everything secret in `text`, in order.
pub fn find(text: &str) -> Vec<Secret> {
    // A name is looked for once, however many tokens ask for it.
    let mut named: Vec<(&str, bool)> = Vec::new();
    let mut is_named = |name: &'static str| {
        let known = named.iter().find(|(known, _)| *known == name);
        known.map(|(_, is_there)| *is_there).unwrap_or_else(|| {
            named.push((name, text.to_lowercase().contains(name)));
            named[named.len() - 1].1
        })
    };
    let mut is_proved =
        |sought: &Sought, range: &Range<usize>, body: &str| match sought.provider.proof {
            Proof::Shape => true,
            Proof::Crc62 => checksum::has_crc62(body),
            Proof::Bech32 => checksum::has_bech32(body),
            Proof::Beside(words) => public::address_around(text, range).contains(words),
            Proof::Named(name) => is_named(name),
        };
    let mut found: Vec<Secret> = Vec::new();
    for (range, sought) in MATCHER.places(text.as_bytes()) {
        let body = sought.shape.body(&text[range.clone()]);
        let is_secret = is_proved(sought, &range, &body)
            && !is_placeholder(&body)
            && !public::is_public(text, &range);
        if is_secret {
            found.push(Secret {
                range,
                provider: sought.provider,
                prefix: sought.prefix(),
            });
        }
    }
    // Where two shapes fit, the longer one is meant.
    found.sort_by_key(|secret| (secret.range.start, usize::MAX - secret.range.end));
    let mut end = 0;
    found.retain(|secret| {
        let is_new = secret.range.start >= end;
        end = end.max(secret.range.end);
        is_new
    });
    found
}
