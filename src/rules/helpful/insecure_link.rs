//! `helpful/insecure-link`: `http://` to a site that anybody can reach.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::WordList;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;
use crate::web::{closed_zone, host_of, malformed};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InsecureLink {}

impl Rule for InsecureLink {
    const META: Meta = Meta {
        id: "helpful/insecure-link",
        summary: "A link with http:// to a public site",
        why: "Between the reader and that page anybody on the way can read and change what is \
              sent, and browsers warn before they open it. Nearly every site answers to https:// \
              by now.",
        leaves_alone: "Hosts of a network of one's own, numbers, example hosts, names that only \
                       look like addresses (XML namespaces), code, and old pages in an archive.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "See [the study](http://acme.dev/study) and <http://www.acme.dev>.\n",
                hits: &["http://acme.dev/study", "http://www.acme.dev"],
                fixed: None,
            },
            Example::Good(
                "See [it](https://acme.dev), http://localhost:8080 or http://192.168.0.1/.\n",
            ),
            Example::Good(
                "The namespace is http://www.w3.org/2000/svg, the page http://example.com.\n",
            ),
            Example::Good("`http://acme.dev`, http://grafana.internal, http://your-site.com/a\n"),
        ],
    };
}

/// Hosts whose addresses are names and no pages.
const NAMES: WordList = WordList::new(
    "purl.org xmlns.com ns.adobe.com schemas.android.com schemas.microsoft.com \
     schemas.openxmlformats.org schemas.xmlsoap.org java.sun.com xml.org sitemaps.org",
);

/// Endings that nobody owns (RFC 2606, RFC 6761), and one that is its own cipher.
const RESERVED: WordList = WordList::new("localhost test example invalid onion");

/// Words in a host that stand for the reader's own.
const STAND_INS: WordList =
    WordList::new("your my example domain host hostname server yourdomain mydomain");

impl Check for InsecureLink {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        for link in post.links() {
            let span = link.destination_span;
            let address = post.slice(span);
            if !is_insecure(address) || !seen.insert(span.start) || post.is_code(link.span) {
                continue;
            }
            let start = span.start as usize;
            out.report(span, format!("\"{address}\" is not encrypted"))
                .label("browsers may warn before they open it")
                .help("try the address with https://, and write that when it answers")
                .fix(Fix::edit(
                    Applicability::Unsafe,
                    "write https://",
                    Span::new(start, start + "http".len()),
                    "https",
                ));
        }
    }
}

fn is_insecure(address: &str) -> bool {
    let scheme = address.get(..7).unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("http://") || malformed(address).is_some() {
        return false;
    }
    host_of(address).is_some_and(|host| {
        let path = &address[scheme.len() + host.len()..];
        is_public(host) && !is_name(host, path) && !address.contains('{')
    })
}

/// True for a name that anybody can look up.
fn is_public(host: &str) -> bool {
    let ending = host.rsplit('.').next().unwrap_or_default();
    let mut labels = host.split('.').flat_map(|label| label.split('-'));
    host.contains('.')
        && ending.chars().all(|c| c.is_ascii_alphabetic())
        && !RESERVED.has(ending)
        && closed_zone(host).is_none()
        && !labels.any(|label| STAND_INS.has(label))
}

/// True for the name of a vocabulary: `http://www.w3.org/2000/svg`.
fn is_name(host: &str, path: &str) -> bool {
    let year = path.get(1..5).unwrap_or_default();
    let has_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let bare = host.strip_prefix("www.").unwrap_or(host);
    NAMES.has(bare) || (bare.eq_ignore_ascii_case("w3.org") && has_year)
}
