//! `helpful/shortened-link`: an address that hides where it leads.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::leftover::boundary;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;
use crate::web::{host_of, is_shortener};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ShortenedLink {}

impl Rule for ShortenedLink {
    const META: Meta = Meta {
        id: "helpful/shortened-link",
        summary: "A link through a shortener, which hides where it leads",
        why: "Readers look at an address before they click, and this one says nothing. The \
              shortener counts them, may show them advertising on the way, and takes every link \
              with it when it closes or the account lapses. A web page has room for the whole \
              address.",
        leaves_alone: "Short hosts of one company (`youtu.be`, `aka.ms`, `go.usa.gov`), links \
                       inside an embedded post, and code.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Sign up [for the webinar](https://bit.ly/3xAcme) or at http://tinyurl.com/acme1.\n",
                hits: &["https://bit.ly/3xAcme", "http://tinyurl.com/acme1"],
                fixed: None,
            },
            Example::Good(
                "Watch [the talk](https://youtu.be/abc) or see [bit.ly](https://bit.ly).\n",
            ),
            Example::Good(
                "<blockquote class=\"twitter-tweet\"><p>Out now: <a href=\"https://t.co/abc\">x</a></p></blockquote>\n",
            ),
            Example::Good("`https://bit.ly/abc`\n"),
        ],
    };
}

impl Check for ShortenedLink {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let mut seen: Vec<Span> = Vec::new();
        for link in post.links() {
            let span = link.destination_span;
            let Some(host) = host_of(&link.destination).filter(|host| is_shortener(host)) else {
                continue;
            };
            if !has_path(&link.destination, host)
                || seen.contains(&span)
                || post.is_code(link.span)
                || is_in_embed(post, link.span, host)
            {
                continue;
            }
            seen.push(span);
            out.report(span, format!("\"{host}\" hides where the link leads"))
                .label("a shortened address")
                .help("open it, and link the address it ends at");
        }
    }
}

/// True when there is more than the host, and it is not a map or a form, which
/// one shortener had addresses of its own for.
fn has_path(address: &str, host: &str) -> bool {
    let rest = address.split_once(host).map_or("", |(_, rest)| rest);
    let path = rest.trim_matches('/');
    !path.is_empty() && !path.starts_with("maps") && !path.starts_with("forms")
}

/// Networks shorten the links in the posts that they hand out to be embedded.
fn is_in_embed(post: &Post, span: Span, host: &str) -> bool {
    /// A post of a network with its tags, in bytes.
    const LONGEST: usize = 3000;
    let end = span.start as usize;
    let start = boundary(post.text(), end.saturating_sub(LONGEST));
    let before = &post.text()[start..end];
    let tag = before
        .rfind("<blockquote")
        .filter(|tag| !before[*tag..].contains("</blockquote"));
    // Nobody writes this one by hand.
    tag.is_some() || (host.eq_ignore_ascii_case("t.co") && before.contains("twitter-tweet"))
}
