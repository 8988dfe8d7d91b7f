//! `confidential/private-address`: the number of a host inside the company's network.

use std::net::Ipv4Addr;
use std::sync::LazyLock;

use memchr::memmem;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{WordList, words};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::{Span, whole_characters};
use crate::web::{Network, host_of, numbers};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PrivateAddress {}

impl Rule for PrivateAddress {
    const META: Meta = Meta {
        id: "confidential/private-address",
        summary: "The address of a machine inside the company's network, in prose",
        why: "Readers cannot reach it and learn nothing from it. An attacker learns where a \
              system stands in the network, which is the first thing asked after a break-in. For \
              examples there are addresses that belong to nobody.",
        leaves_alone: "Code, ranges such as 10.0.0.0/8, what routers and containers come with \
                       (192.168.1.1, 172.17.0.1), versions, examples named so, and posts about \
                       networks: with words such as subnet or router, with three addresses or \
                       more, or with the address in their code.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[
            Source {
                title: "RFC 1918: Address Allocation for Private Internets",
                url: "https://www.rfc-editor.org/rfc/rfc1918",
            },
            Source {
                title: "RFC 5737: IPv4 Address Blocks Reserved for Documentation",
                url: "https://www.rfc-editor.org/rfc/rfc5737",
            },
            Source {
                title: "RFC 3849: IPv6 Address Prefix Reserved for Documentation",
                url: "https://www.rfc-editor.org/rfc/rfc3849",
            },
        ],
        examples: &[
            Example::Bad {
                text: "At nine the database server 10.20.3.4 lost its disk.\n",
                hits: &["10.20.3.4"],
                fixed: None,
            },
            Example::Bad {
                text: "The page is at http://192.168.77.5:8080/status, for staff.\n",
                hits: &["192.168.77.5"],
                fixed: None,
            },
            Example::Bad {
                text: "The host fd12:3456:789a::5 answered first.\n",
                hits: &["fd12:3456:789a::5"],
                fixed: None,
            },
            Example::Bad {
                text: "See [the board](http://10.20.3.4:3000/d/7).\n",
                hits: &["10.20.3.4"],
                fixed: None,
            },
            Example::Good("We moved to V8 10.8.168.25 and agent v10.20.3.4.\n"),
            Example::Good("The database server got version 10.4.32.1 in May.\n"),
            Example::Good("Our host range is 10.20.0.0/16.\n"),
            Example::Good("Open 192.168.1.1 in the browser, the address of most routers.\n"),
            Example::Good("Give the host an address such as 10.20.3.4.\n"),
            Example::Good("Each subnet gets a host, say at 10.20.3.4.\n"),
            Example::Good("Hosts 10.20.3.4, 10.20.3.5 and 10.20.3.6 talk to each other.\n"),
            Example::Good("```\nping 10.20.3.4\n```\n\nThe host 10.20.3.4 answers.\n"),
            Example::Good("The server listens on 203.0.113.7, and `10.20.3.4` is code.\n"),
        ],
    };
}

/// The first words of the numbers; the others have no fixed start.
static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| Phrase::list(&["10", "100", "172", "192"]));

/// Words of posts that teach about networks.
const LESSONS: WordList = WordList::new(
    "subnet subnets subnetting subnetwork cidr netmask router routers routing vpc vpcs dhcp nat \
     iptables nftables firewalld bgp ospf vlan vlans wireguard tailscale zerotier rfc1918 1918 lan \
     loopback kubernetes k8s vagrant virtualbox homelab raspberry ipv4 ipv6 traceroute nmap pentest \
     metasploit payload ssrf",
);

/// Words beside a number that say it is an address and no version.
const MACHINES: WordList = WordList::new(
    "address addresses ip ips host hosts server servers machine machines node nodes database box \
     instance appliance gateway printer switch http https ssh ping port vpn intranet connect \
     connects reachable listens",
);

/// Words beside a number that say it is a version.
const VERSIONS: WordList = WordList::new(
    "version versions release releases released upgrade upgraded update updated patch patched build \
     firmware driver chrome",
);

/// Words before a number that make an example of it.
const EXAMPLES: WordList = WordList::new("example eg like say such instance");

/// A post with more addresses teaches about them; with those in its code, too.
const MOST: usize = 2;
const MOST_WITH_CODE: usize = 16;

impl Check for PrivateAddress {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut found = in_links(post);
        if may_hold_some(post, cx) {
            found.extend(in_prose(post));
        }
        found.sort_by_key(|(span, _)| *span);
        found.dedup();
        let mut different: Vec<&str> = found.iter().map(|(span, _)| post.slice(*span)).collect();
        different.sort_unstable();
        different.dedup();
        if different.len() > MOST_WITH_CODE {
            return;
        }
        different.retain(|address| !is_in_code(post, address));
        if different.is_empty() || different.len() > MOST || is_lesson(post) {
            return;
        }
        found.retain(|(span, _)| different.contains(&post.slice(*span)));
        for (span, network) in found {
            // It is shown: who reads the report can read the post, and has to find it.
            let address = post.slice(span);
            out.report(
                span,
                format!("\"{address}\" is an address inside a private network"),
            )
            .label("readers cannot reach it, and it tells how the network is built")
            .help("leave it out, or use an address that is reserved for examples")
            .fix(Fix::edit(
                Applicability::Unsafe,
                "use an address that is reserved for examples",
                span,
                for_examples(address, network),
            ));
        }
    }
}

/// True when the prose has a start of an address with something behind it.
fn may_hold_some(post: &Post, cx: &Context<'_>) -> bool {
    let text = post.prose().text();
    let has = |literal: &str| memmem::find(text.as_bytes(), literal.as_bytes()).is_some();
    let has_sixth = has("::") && ["fd", "fc", "FD", "FC"].into_iter().any(has);
    let mut hits = cx.hits.iter();
    has_sixth || hits.any(|hit| text[hit.text.end..].starts_with('.'))
}

/// Addresses among words that are neither versions nor examples.
fn in_prose(post: &Post) -> Vec<(Span, Network)> {
    let prose = post.prose();
    let text = prose.text();
    // The last block that was asked, since one may hold many numbers.
    let mut speaks_of_machines = (usize::MAX, false);
    numbers(text)
        .into_iter()
        .filter(|number| {
            let index = prose.block_at(number.place.start);
            let block = &prose.blocks()[index];
            if speaks_of_machines.0 != index {
                let around = prose.block_text(block);
                let is_so = has_word(around, MACHINES) && !has_word(around, VERSIONS);
                speaks_of_machines = (index, is_so);
            }
            let may_be_version =
                matches!(number.network, Network::Ten | Network::Carrier) && !speaks_of_machines.1;
            !may_be_version && !is_example(&text[block.text.start..number.place.start])
        })
        .map(|number| (prose.source(number.place), number.network))
        .collect()
}

/// Addresses that links and images lead to.
fn in_links(post: &Post) -> Vec<(Span, Network)> {
    let links = post.links().iter().map(|link| link.destination_span);
    let images = post.images().iter().map(|image| image.source_span);
    links
        .chain(images)
        .filter_map(|span| {
            let address = post.slice(span);
            let host = host_of(address)?;
            let number = numbers(host).into_iter().next()?;
            let start = span.start as usize + address.find(host)? + number.place.start;
            let len = number.place.len();
            Some((Span::new(start, start + len), number.network))
        })
        .collect()
}

fn has_word(text: &str, list: WordList) -> bool {
    words(text).any(|word| list.has(&text[word]))
}

fn is_lesson(post: &Post) -> bool {
    has_word(post.prose().text(), LESSONS)
}

/// True behind "such as", "e.g.", "for example": words of the same block.
fn is_example(before: &str) -> bool {
    /// A few words.
    const NEAR: usize = 6;
    /// What they may take up, in bytes.
    const NEAR_BYTES: usize = 100;
    let before = whole_characters(
        before,
        before.len().saturating_sub(NEAR_BYTES)..before.len(),
    );
    let near: Vec<_> = words(before).collect();
    let mut near = near.iter().rev().take(NEAR);
    before.contains("e.g.") || near.any(|word| EXAMPLES.has(&before[word.clone()]))
}

fn is_in_code(post: &Post, address: &str) -> bool {
    post.code()
        .iter()
        .any(|code| memmem::find(post.slice(code.span).as_bytes(), address.as_bytes()).is_some())
}

/// The address with the same end in a range that is reserved for examples.
fn for_examples(address: &str, network: Network) -> String {
    let last = address
        .parse::<Ipv4Addr>()
        .map_or(1, |address| address.octets()[3]);
    let tail = address.rsplit(':').next().filter(|tail| !tail.is_empty());
    match network {
        Network::Ten | Network::Carrier => format!("192.0.2.{last}"),
        Network::Twelve => format!("198.51.100.{last}"),
        Network::Sixteen => format!("203.0.113.{last}"),
        Network::UniqueLocal => format!("2001:db8::{}", tail.unwrap_or("1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_address_is_kept() {
        assert_eq!(for_examples("10.20.3.4", Network::Ten), "192.0.2.4");
        assert_eq!(for_examples("172.20.3.4", Network::Twelve), "198.51.100.4");
        assert_eq!(
            for_examples("192.168.77.5", Network::Sixteen),
            "203.0.113.5"
        );
        assert_eq!(for_examples("fd12::5", Network::UniqueLocal), "2001:db8::5");
        assert_eq!(for_examples("fd12::", Network::UniqueLocal), "2001:db8::1");
    }
}
