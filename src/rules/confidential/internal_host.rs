//! `confidential/internal-host`: the name of a host that only works inside the company.

use std::sync::LazyLock;

use memchr::memmem;
use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::lexicon::Phrase;
use crate::post::{LinkKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;
use crate::web::{
    closed_zone, host_around, host_of, is_documented, is_made_up, is_part, is_plainly_host,
};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InternalHost {}

impl Rule for InternalHost {
    const META: Meta = Meta {
        id: "confidential/internal-host",
        summary: "The name of a host that works only inside the company's network",
        why: "A reader who follows such a link gets nowhere. An attacker learns how the network \
              is built and what its systems are called, which makes a forged mail or an attack \
              from inside more convincing. It is also a sign that the text was written for \
              colleagues and not yet read for the public.",
        leaves_alone: "Names that products document (host.docker.internal, *.svc.cluster.local, \
                       raspberrypi.local), localhost, stand-ins such as your-host.internal, code \
                       (but for `internal-hosts` of the policy), and a host that the post's code \
                       sets up.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[
            Source {
                title: "RFC 6762, appendix G: Private DNS Namespaces",
                url: "https://www.rfc-editor.org/rfc/rfc6762#appendix-G",
            },
            Source {
                title: "ICANN, .internal reserved for private use",
                url: "https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en",
            },
            Source {
                title: "RFC 8375: Special-Use Domain 'home.arpa.'",
                url: "https://www.rfc-editor.org/rfc/rfc8375",
            },
        ],
        examples: &[
            Example::Bad {
                text: "The numbers are on [the dashboard](https://grafana.internal/d/7).\n",
                hits: &["grafana.internal"],
                fixed: None,
            },
            Example::Bad {
                text: "Ask **db7.prod.corp**, read [the page](http://wiki/page/7) or see wiki.corp.\n",
                hits: &["db7.prod.corp", "wiki", "wiki.corp"],
                fixed: None,
            },
            Example::Bad {
                text: "![Load](https://charts.corp.acme.example/load.png)\n\n```\nssh db7.corp.acme.example\n```\n",
                hits: &["charts.corp.acme.example", "db7.corp.acme.example"],
                fixed: None,
            },
            Example::Bad {
                text: "<!-- see https://wiki.corp.acme.example/plan -->\n\nSee http://intranet.lan/plan.\n",
                hits: &["wiki.corp.acme.example", "intranet.lan"],
                fixed: None,
            },
            Example::Good("Open <http://localhost:8080> or <http://127.0.0.1/>.\n"),
            Example::Good("Open <http://homeassistant.local:8123> or ssh pi@raspberrypi.local.\n"),
            Example::Good("Reach the host at http://host.docker.internal:3000/.\n"),
            Example::Good("Each has a name such as db.default.svc.cluster.local in the cluster.\n"),
            Example::Good("Say http://your-host.internal/ or https://wiki.example.corp/x.\n"),
            Example::Good(
                "```\nserver_name metrics.lan;\n```\n\nNow open <http://metrics.lan/>.\n",
            ),
            Example::Good(
                "Java moved jdk.internal.misc, and `Acme.Internal` is gone: Acme.Internal.\n",
            ),
            Example::Good(
                "See [the guide](http://guides) and http://elasticsearch:9200/ from within.\n",
            ),
            Example::Good("Settings live in .env.local, and [here](/intranet.lan/).\n"),
            Example::Good("We moved to internal.acme.example and acme.example.\n"),
        ],
    };
}

/// Last words of the zones, which are looked for in prose.
static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| Phrase::list(&["internal", "corp", "lan", "local", "intranet", "arpa"]));

impl Check for InternalHost {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut spans = in_links(post);
        spans.extend(in_prose(post, cx));
        spans.retain(|span| !is_set_up(post, post.slice(*span)));
        spans.extend(of_company(post, cx.company));
        spans.sort();
        spans.dedup_by(|later, earlier| earlier.overlaps(*later));
        for span in spans {
            // It is shown: who reads the report can read the post, and has to find it.
            let host = post.slice(span);
            out.report(
                span,
                format!("\"{host}\" is a host that only works inside a network"),
            )
            .label(why(host, cx.company))
            .help(
                "link a page that readers can reach, or say what the system does without its name",
            );
        }
    }
}

fn why(host: &str, company: &Company) -> String {
    match closed_zone(host) {
        _ if company.has_internal_host(host) => {
            "one of the company's own internal hosts".to_owned()
        }
        Some(zone) => format!("names in .{zone} are not on the public internet"),
        None => "a name without a dot is not on the public internet".to_owned(),
    }
}

/// Hosts of links and images.
fn in_links(post: &Post) -> Vec<Span> {
    let links = post.links().iter().map(|link| {
        let is_worded = !matches!(link.kind, LinkKind::Bare | LinkKind::Automatic);
        (&link.destination, link.destination_span, is_worded)
    });
    let images = post
        .images()
        .iter()
        .map(|image| (&image.source, image.source_span, true));
    links
        .chain(images)
        .filter_map(|(address, span, is_worded)| {
            let host = host_of(address)?;
            let is_closed = if host.contains('.') {
                is_closed(host)
            } else {
                is_lone(host, address, is_worded)
            };
            is_closed.then(|| place_of(host, span, post))
        })
        .collect()
}

fn is_closed(host: &str) -> bool {
    closed_zone(host).is_some() && !is_documented(host) && !is_made_up(host)
}

/// True for `http://wiki/page`. Without a page it is a slip of the pen as often
/// as a host; with a port and no words around it, the name of a container.
fn is_lone(host: &str, address: &str, is_worded: bool) -> bool {
    let (_, rest) = address.split_once("//").unwrap_or(("", address));
    let (authority, page) = rest.split_once('/').unwrap_or((rest, ""));
    let is_name = host.len() > 1
        && host.starts_with(|c: char| c.is_ascii_alphabetic())
        && host.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !host.starts_with("xn--");
    is_name
        && !page.trim_matches('/').is_empty()
        && !page.starts_with('/')
        && (is_worded || !authority.contains(':'))
        && !is_made_up(host)
        && !is_part(host)
}

/// Where `host` stands in the address at `span`.
fn place_of(host: &str, span: Span, post: &Post) -> Span {
    match post.slice(span).find(host) {
        Some(at) => Span::new(
            span.start as usize + at,
            span.start as usize + at + host.len(),
        ),
        None => span,
    }
}

/// Hosts among words, in lower case as hosts are written.
fn in_prose(post: &Post, cx: &Context<'_>) -> Vec<Span> {
    let prose = post.prose();
    let text = prose.text();
    cx.hits
        .iter()
        .filter(|hit| text[..hit.text.start].ends_with('.'))
        .map(|hit| host_around(text, &hit.text))
        .filter(|place| {
            let host = &text[place.clone()];
            let after = &text[place.end..];
            // A call, a value or a path is no host.
            let is_code = after.starts_with(['(', '=', '[']);
            let before = text[..place.start].chars().next_back();
            let is_path = before.is_some_and(|c| matches!(c, '/' | '\\' | '.' | '$' | '~'))
                && !text[..place.start].ends_with("//");
            !host.contains(char::is_uppercase)
                && !is_code
                && !is_path
                && is_plainly_host(host)
                && is_closed(host)
        })
        .map(|place| prose.source(place))
        .collect()
}

/// True for a host that the post's own code blocks have too: a lesson sets it up.
fn is_set_up(post: &Post, host: &str) -> bool {
    post.code()
        .iter()
        .filter(|code| code.is_block)
        .any(|code| memmem::find(post.slice(code.span).as_bytes(), host.as_bytes()).is_some())
}

/// The company's own hosts, wherever they stand: in code and comments too.
fn of_company(post: &Post, company: &Company) -> Vec<Span> {
    let text = post.text();
    let mut found = Vec::new();
    for known in &company.internal_hosts {
        let name = known.trim_start_matches('*').trim_start_matches('.');
        // A lone word is a host only in a link.
        if !name.contains('.') {
            continue;
        }
        for at in memmem::find_iter(text.as_bytes(), name.as_bytes()) {
            let place = host_around(text, &(at..at + name.len()));
            if company.has_internal_host(&text[place.clone()]) {
                found.push(Span::new(place.start, place.end));
            }
        }
    }
    let lone = post.links().iter().filter_map(|link| {
        let host = host_of(&link.destination)?;
        (!host.contains('.') && company.has_internal_host(host))
            .then(|| place_of(host, link.destination_span, post))
    });
    found.extend(lone);
    found
}
