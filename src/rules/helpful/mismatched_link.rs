//! `helpful/mismatched-link`: a link that says one address and leads to another.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::{Link, LinkKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::web::{host_of, is_elsewhere};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedLink {}

impl Rule for MismatchedLink {
    const META: Meta = Meta {
        id: "helpful/mismatched-link",
        summary: "A link that says one address, number or mailbox and leads to another",
        why: "Readers trust the address they see: they copy it, note it down, or check it before \
              they click. When the link leads elsewhere they end up on the wrong page, and people \
              who are trained to look for forged links stop trusting the post. The usual cause is \
              a paragraph that was copied and changed in one of two places.",
        leaves_alone: "Shorter displays of the same address, `www`, case, a slash at the end, \
                       parameters, other hosts of the same site, archives and short addresses, and \
                       the bare host of a site that is spoken of (\"example.com\" beside a story \
                       about it).",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "See [https://example.com/a](https://example.org/b) or [jo@example.com](mailto:ann@example.com).\n",
                hits: &["https://example.com/a", "jo@example.com"],
                fixed: None,
            },
            Example::Bad {
                text: "Fixed in [#42](https://git.example.com/acme/kit/issues/43), out with [v2.1.0](https://git.example.com/acme/kit/releases/tag/v2.0.0).\n",
                hits: &["#42", "v2.1.0"],
                fixed: None,
            },
            Example::Bad {
                text: "About [CVE-2026-1234](https://example.com/CVE-2026-1243), see [RFC 9110](https://www.rfc-editor.org/rfc/rfc9111).\n",
                hits: &["CVE-2026-1234", "RFC 9110"],
                fixed: None,
            },
            Example::Good(
                "See [www.example.com](https://example.com/?utm_source=news), [example.com/a…](https://example.com/a/b).\n",
            ),
            Example::Good(
                "[Example.com](https://news.example.org/story) is up for sale, says [Node.js](https://example.org).\n",
            ),
            Example::Good(
                "See [#42](https://git.example.com/acme/kit/pull/42#issuecomment-7) in [2.1](https://example.com/2.1/notes).\n",
            ),
            Example::Good(
                "Write to [jo@example.com](mailto:jo@example.com?subject=Hello) or [team@example.com](https://example.com/contact).\n",
            ),
        ],
    };
}

impl Check for MismatchedLink {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for link in post.links() {
            let has_text = matches!(
                link.kind,
                LinkKind::Inline | LinkKind::Reference | LinkKind::Html
            );
            let text = post.slice(link.text).trim_matches(['`', '*', '_']);
            if has_text
                && link.page.is_none()
                && says_another(text, link)
                && !post.is_code(link.span)
            {
                let address = &link.destination;
                out.report(
                    link.text,
                    format!("\"{text}\" leads to another place than it says"),
                )
                .label(format!("the link goes to {address}"))
                .help("make the words and the address agree");
            }
        }
    }
}

/// True when `text` names something that the destination names, too, and it is another.
fn says_another(text: &str, link: &Link) -> bool {
    /// Longer words are no address, in bytes.
    const LONGEST: usize = 300;
    let address = link.destination.trim();
    if text.is_empty() || text.len() > LONGEST || address.contains(['{', '<']) {
        return false;
    }
    if let Some(mailbox) = strip_prefix(address, "mailto:") {
        let mailbox = mailbox.split('?').next().unwrap_or(mailbox);
        let is_one = |text: &str| text.matches('@').count() == 1 && !text.contains([' ', ',', '%']);
        return is_one(text)
            && is_one(mailbox)
            && !text.ends_with(['…', '.'])
            && !text.starts_with('@')
            && !text.eq_ignore_ascii_case(mailbox);
    }
    is_elsewhere(text, address) || is_other_number(text, address)
}

/// True when `text` is the number of an issue, a version, a CVE or an RFC, and
/// `address` leads to another one.
fn is_other_number(text: &str, address: &str) -> bool {
    if host_of(address).is_none() {
        return false;
    }
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or(address)
        .to_lowercase();
    let path = path.trim_end_matches('/');
    let text = text.to_lowercase();
    let last = path.rsplit('/').next().unwrap_or_default();
    if let Some(number) = text.strip_prefix('#') {
        let mut parts = path.rsplit('/').skip(1);
        let is_issue = matches!(parts.next(), Some("issues" | "pull" | "merge_requests"));
        return is_issue && is_number(number) && is_number(last) && number != last;
    }
    if let Some(version) = version(&text) {
        let is_tag = path.contains("/releases/tag/") || path.contains("/releases/v");
        return is_tag && self::version(last).is_some_and(|other| other != version);
    }
    for (kind, mark) in [("cve-", "cve-"), ("rfc ", "rfc"), ("rfc", "rfc")] {
        let Some(number) = text.strip_prefix(kind) else {
            continue;
        };
        let digits = |c: char| c.is_ascii_digit() || c == '-';
        if let Some((_, named)) = path.rsplit_once(mark)
            && number.chars().all(digits)
        {
            let named = &named[..named.find(|c| !digits(c)).unwrap_or(named.len())];
            let named = named.trim_end_matches('-').trim_start_matches('0');
            return !named.is_empty() && named != number.trim_start_matches('0');
        }
    }
    false
}

/// `2.1.0` of `v2.1.0`.
fn version(text: &str) -> Option<&str> {
    let version = text.strip_prefix('v').unwrap_or(text);
    let mut parts = version.split('.');
    (version.contains('.') && parts.all(is_number)).then_some(version)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn strip_prefix<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (scheme, rest) = text.split_at_checked(start.len())?;
    scheme.eq_ignore_ascii_case(start).then_some(rest)
}
