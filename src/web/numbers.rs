//! Numbers of hosts inside a network: RFC 1918, RFC 4193, RFC 6598.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

/// A network whose numbers work inside it only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// 10.0.0.0/8 (RFC 1918), which may as well be a version.
    Ten,
    /// 172.16.0.0/12 (RFC 1918).
    Twelve,
    /// 192.168.0.0/16 (RFC 1918).
    Sixteen,
    /// 100.64.0.0/10 (RFC 6598), which may as well be a version.
    Carrier,
    /// fc00::/7 (RFC 4193).
    UniqueLocal,
}

/// A number of a host inside a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands.
    pub place: Range<usize>,
    /// Whose number it is.
    pub network: Network,
}

/// The numbers in `text` that work inside a network only. A range such as
/// 10.0.0.0/8, what products come with (192.168.1.1, 172.17.0.1), and what is
/// part of a longer number or of a version ("v10.1.2.3") are none.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(ahead) = text[at..].find(is_of_number) {
        let start = at + ahead;
        let run = text[start..]
            .find(|c| !is_of_number(c))
            .unwrap_or(text.len() - start);
        at = start + run;
        let written = text[start..at].trim_end_matches(['.', ':']);
        let network = network(written);
        let is_part = text[..start]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'))
            && !text[..start].ends_with("//");
        let after = &text[at..];
        let is_range =
            after.starts_with('/') && after[1..].starts_with(|c: char| c.is_ascii_digit());
        let goes_on = written.len() == run
            && after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '*'));
        if let Some((network, len)) = network
            && !is_part
            && !is_range
            && !goes_on
        {
            found.push(Number {
                place: start..start + len,
                network,
            });
        }
    }
    found
}

/// Digits of any base, and what stands between them.
fn is_of_number(c: char) -> bool {
    c.is_ascii_hexdigit() || matches!(c, '.' | ':')
}

/// The network of `written`, and the bytes of its number: a port may follow.
fn network(written: &str) -> Option<(Network, usize)> {
    if written.matches(':').count() >= 2 {
        let address: Ipv6Addr = written.parse().ok()?;
        return is_unique_local(address).then_some((Network::UniqueLocal, written.len()));
    }
    let (number, port) = written.split_once(':').unwrap_or((written, ""));
    if !port.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let address: Ipv4Addr = number.parse().ok()?;
    let [a, b, c, d] = address.octets();
    let network = match (a, b) {
        (10, _) => Network::Ten,
        (172, 16..=31) => Network::Twelve,
        (192, 168) => Network::Sixteen,
        (100, 64..=127) => Network::Carrier,
        _ => return None,
    };
    (!is_everywhere([a, b, c, d])).then_some((network, number.len()))
}

/// fc00::/7, but the bare prefix.
fn is_unique_local(address: Ipv6Addr) -> bool {
    let [first, rest @ ..] = address.segments();
    first & 0xfe00 == 0xfc00 && rest.iter().any(|group| *group != 0)
}

/// Numbers that routers, container engines, emulators, clouds and lessons come
/// with: they are the same everywhere and give nobody away. So are the ends of a
/// range, and the places where routers stand.
fn is_everywhere(octets: [u8; 4]) -> bool {
    matches!(
        octets,
        [_, _, _, 0 | 1 | 254 | 255]
            | [10, 0, 0..=2, _]
            | [10, 8, 0, _]
            | [10, 10, 10 | 11, _]
            | [10, 42 | 43 | 96 | 129 | 244, _, _]
            | [10, 1, 2, 3]
            | [10, 2, 3, 4]
            | [172, 17 | 18, _, _]
            | [192, 168, 0 | 1 | 33 | 49 | 56 | 64 | 99 | 100 | 122, _]
            | [100, 100, 100, _]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        numbers(text)
            .into_iter()
            .map(|number| &text[number.place])
            .collect()
    }

    #[test]
    fn numbers_of_every_network_are_found() {
        assert_eq!(
            found(
                "Ask 10.20.3.4, 172.20.1.9:8080 (192.168.77.5), 100.70.1.2 or fd12:3456:789a::5."
            ),
            [
                "10.20.3.4",
                "172.20.1.9",
                "192.168.77.5",
                "100.70.1.2",
                "fd12:3456:789a::5"
            ]
        );
        assert_eq!(found("http://10.20.3.4/wiki"), ["10.20.3.4"]);
        assert_eq!(numbers("fd12::5")[0].network, Network::UniqueLocal);
    }

    #[test]
    fn public_numbers_and_parts_of_others_are_left_alone() {
        for text in [
            "8.8.8.8 and 172.32.0.1 and 100.128.0.1 and 2001:db8::1",
            "10.20.0.0/16 and 10.20.3.4/24",
            "v10.20.3.4 and acme-10.20.3.4",
            "10.20.3.4.5 and 10.20.3.4-beta and 10.20.3 and 10.20.3.400",
            "12:34:56 and fd00:: and add::ed",
            "192.168.1.1, 172.17.0.1 and 10.0.2.15",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
