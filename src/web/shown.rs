//! Addresses as the words of a link, and whether they are where it leads.

use super::{gives_short_addresses, host_of};
use crate::language::WordList;

/// Endings of hosts that are written without a scheme. Others may be the name
/// of a product or a file: Node.js, main.rs.
const ENDINGS: WordList =
    WordList::new("com org net edu gov mil int info dev app co uk de fr ca au eu us ch nl");

/// An address as it is shown: the host and what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown<'a> {
    host: &'a str,
    tail: &'a str,
}

/// True when `text` is a web address, all of it, and `destination` is another
/// one. A shorter display, `www`, case, a slash at the end and parameters make
/// no other address, and neither does a page of the same site for a bare host.
pub fn is_elsewhere(text: &str, destination: &str) -> bool {
    let (Some(shown), Some(host)) = (read(text), host_of(destination)) else {
        return false;
    };
    let host = plain_host(host);
    let shown_host = plain_host(shown.host);
    let whole = destination.to_lowercase();
    let tail = tail_of(&whole, &host);
    let shown_tail = plain_tail(shown.tail);
    // A bare host is often the name of who is spoken of.
    let is_name = shown_tail.is_empty() && !text.contains("://") && !text.starts_with("www.");
    // A wrapper or an archive holds the address that is shown.
    let is_wrapped = tail.contains(&shown_host);
    if is_name || is_wrapped || gives_short_addresses(&host) || gives_short_addresses(&shown_host) {
        return false;
    }
    if host != shown_host {
        return site(&host) != site(&shown_host);
    }
    // Letters may be written as they are or as `%` and figures.
    let is_encoded = tail.contains('%') || !shown_tail.is_ascii();
    !is_encoded && !tail.starts_with(shown_tail.as_str()) && !tail.contains(shown_tail.as_str())
}

/// The address that `text` shows.
fn read(text: &str) -> Option<Shown<'_>> {
    let rest = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    let has_scheme = rest.is_some();
    let rest = rest.unwrap_or(text);
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let (host, tail) = rest.split_at(end);
    let ending = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.contains('.')
        && host.split('.').all(|label| {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
            !label.is_empty() && label.chars().all(is_plain)
        })
        && ending.chars().all(|c| c.is_ascii_alphabetic());
    let is_plain = !tail.contains(|c: char| c.is_whitespace() || matches!(c, '{' | '<' | '*'));
    (is_host && is_plain && (has_scheme || ENDINGS.has(ending))).then_some(Shown { host, tail })
}

fn plain_host(host: &str) -> String {
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    host.strip_prefix("m.").unwrap_or(host).to_owned()
}

/// What stands behind `host` in an `address` in lower case.
fn tail_of(address: &str, host: &str) -> String {
    let at = address
        .find(host)
        .map_or(address.len(), |at| at + host.len());
    plain_tail(&address[at..])
}

/// The path in lower case, without what is cut or added in showing it.
fn plain_tail(tail: &str) -> String {
    let tail = tail.to_lowercase().replace("&amp;", "&");
    let cut = tail.trim_end_matches(['…', '.', ',', ':']);
    let cut = cut.split(['?', '#']).next().unwrap_or(cut);
    let cut = cut.trim_end_matches("index.html").trim_end_matches('/');
    cut.to_owned()
}

/// The last two labels of a host, three below a short one: `acme.co.uk`.
fn site(host: &str) -> &str {
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (last, second, third) = (dots.next(), dots.next(), dots.next());
    let is_short = matches!((second, last), (Some(second), Some(last)) if last - second <= 4);
    let start = if is_short { third } else { second };
    start.map_or(host, |at| &host[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_address_is_shown_in_many_ways() {
        for (text, destination) in [
            ("example.com", "https://www.example.com/"),
            (
                "https://example.com/a",
                "http://example.com/A/?utm_source=x#y",
            ),
            ("example.com/a/…", "https://example.com/a/long/path"),
            ("www.example.com", "https://docs.example.com/start"),
            (
                "https://example.com/a",
                "https://archive.example.org/2020/https://example.com/a",
            ),
            ("https://example.com/a", "https://bit.ly/3x"),
            ("Node.js", "https://example.org"),
            ("example.com", "https://news.example.org/about-example"),
            ("https://example.com/{id}", "https://example.org"),
            ("https://example.com", "/local/page"),
            ("acme.co.uk/shop", "https://shop.acme.co.uk"),
        ] {
            assert!(!is_elsewhere(text, destination), "{text} {destination}");
        }
    }

    #[test]
    fn another_address_is_seen() {
        for (text, destination) in [
            ("https://example.com", "https://example.org"),
            ("www.example.com/a", "https://acme.test/a"),
            ("https://example.com/a", "https://example.com/b"),
            ("example.com/docs/a", "https://example.com/docs/b"),
            ("https://example.com/a/b", "https://example.com"),
        ] {
            assert!(is_elsewhere(text, destination), "{text} {destination}");
        }
    }
}
