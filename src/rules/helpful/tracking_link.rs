//! `helpful/tracking-link`: an address that carries somebody's click along.

use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TrackingLink {}

impl Rule for TrackingLink {
    const META: Meta = Meta {
        id: "helpful/tracking-link",
        summary: "A link with the id of a click in it, such as `fbclid`",
        why: "An address that was copied out of a social network or a newsletter carries the id \
              of the copier's own click. Every reader who follows it is counted as that person, \
              so the figures of the linked site are wrong, and the address says where it came \
              from. Without the id it leads to the same page.",
        leaves_alone: "Campaign parameters (`utm_…`), which people set on purpose, and code.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "See [the study](https://example.com/a?fbclid=IwAR0x&page=2#top).\n",
                hits: &["https://example.com/a?fbclid=IwAR0x&page=2#top"],
                fixed: Some("See [the study](https://example.com/a?page=2#top).\n"),
            },
            Example::Bad {
                text: "<https://example.com/a?x=1&gclid=abc&igshid=d>\n",
                hits: &["https://example.com/a?x=1&gclid=abc&igshid=d"],
                fixed: Some("<https://example.com/a?x=1>\n"),
            },
            Example::Good("See [it](https://example.com/?utm_source=news) and [a](?page=2).\n"),
            Example::Good("Google adds `https://example.com/?gclid=abc` to the address.\n"),
            Example::Good("Read [what gclid means](https://example.com/what-is?topic=gclid).\n"),
        ],
    };
}

/// Parameters that name one click or one receiver.
const IDS: &[&str] = &[
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "msclkid",
    "mc_eid",
    "igshid",
    "igsh",
    "twclid",
    "li_fat_id",
    "yclid",
    "ttclid",
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "vero_id",
    "oly_enc_id",
];

impl Check for TrackingLink {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let mut seen: Vec<Span> = Vec::new();
        for link in post.links() {
            let span = link.destination_span;
            let address = post.slice(span);
            let ids = ids(address);
            // A definition is the destination of every link that refers to it.
            if ids.is_empty() || post.is_code(link.span) || seen.contains(&span) {
                continue;
            }
            seen.push(span);
            let query = query(address);
            let start = span.start as usize;
            out.report(
                span,
                format!("this address carries the id of a click: {}", ids.join(", ")),
            )
            .label("whoever follows it is counted as the person who copied it")
            .help("take the id out; the address leads to the same page without it")
            .fix(Fix::edit(
                Applicability::Safe,
                "take the id of the click out",
                Span::new(start + query.start, start + query.end),
                without_ids(&address[query]),
            ));
        }
    }
}

/// The query of an address, from its question mark to its end.
fn query(address: &str) -> Range<usize> {
    let end = address.find('#').unwrap_or(address.len());
    let start = address[..end].find('?').unwrap_or(end);
    start..end
}

/// The names of the parameters that are such ids.
fn ids(address: &str) -> Vec<&str> {
    let query = address[query(address)].trim_start_matches('?');
    query
        .split('&')
        .filter(|one| is_id(one))
        .map(name)
        .collect()
}

/// The `query` with all other parameters; nothing when there is none.
fn without_ids(query: &str) -> String {
    let all = query.trim_start_matches('?').split('&');
    let kept: Vec<&str> = all.filter(|one| !is_id(one)).collect();
    if kept.is_empty() {
        return String::new();
    }
    // The first one has no ampersand in front of it, however it is written.
    format!("?{}", kept.join("&").trim_start_matches("amp;"))
}

fn is_id(parameter: &str) -> bool {
    parameter.contains('=') && IDS.contains(&name(parameter))
}

fn name(parameter: &str) -> &str {
    // In HTML an ampersand is written out.
    let name = parameter.split('=').next().unwrap_or(parameter);
    name.strip_prefix("amp;").unwrap_or(name)
}
