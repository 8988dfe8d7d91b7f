//! Links that pay whoever set them.
//!
//! Networks and shops are told by the hosts and parameters that they document
//! for their partners. `ref=` and `affiliate=` alone are no sign: many sites use
//! them for something else.

use super::host_of;
use crate::language::WordList;

/// Hosts that do nothing but count such links.
const NETWORKS: WordList = WordList::new(
    "amzn.to shareasale.com awin1.com anrdoezrs.net jdoqocy.com tkqlhce.com dpbolvw.net kqzyfj.com \
     click.linksynergy.com go.skimresources.com go.redirectingat.com redirect.viglink.com prf.hn \
     avantlink.com rstyle.me hop.clickbank.net ojrq.net pxf.io sjv.io 7eer.net evyy.net \
     flexlinkspro.com tradedoubler.com clk.tradedoubler.com tc.tradetracker.net",
);

/// The one that `address` pays through, when it is a link of that kind.
pub fn affiliate(address: &str) -> Option<&str> {
    let host = host_of(address)?;
    let bare = host.strip_prefix("www.").unwrap_or(host);
    let is_below = |known: &str| {
        bare.strip_suffix(known)
            .is_some_and(|name| name.is_empty() || name.ends_with('.'))
    };
    // `amzn.to` also shortens plain links, but only for partners with its tag.
    let is_network = NETWORKS.iter().any(is_below);
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let value = |name: &str| {
        query
            .split("&amp;")
            .flat_map(|part| part.split('&'))
            .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    };
    let is_amazon = bare.starts_with("amazon.") || bare.contains(".amazon.");
    let is_ebay = bare.starts_with("ebay.") || bare == "rover.ebay.com";
    let is_shop = (is_amazon && value("tag").is_some_and(is_amazon_tag))
        || (is_ebay && value("campid").is_some_and(|id| id.len() >= 8))
        || (bare == "bookshop.org" && address.contains("bookshop.org/a/"));
    (is_network || is_shop).then_some(host)
}

/// `acme-20`: every tag of a partner ends with a dash and a number of two digits.
fn is_amazon_tag(tag: &str) -> bool {
    tag.rsplit_once('-').is_some_and(|(name, number)| {
        !name.is_empty() && number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_told_by_network_or_tag() {
        for address in [
            "https://www.amazon.com/dp/B000?tag=acme-20",
            "https://smile.amazon.co.uk/dp/B000?ie=UTF8&amp;tag=acme-21#top",
            "https://www.awin1.com/cread.php?awinmid=1",
            "https://acme.pxf.io/abc",
            "https://www.ebay.com/itm/1?campid=5330000000",
            "https://bookshop.org/a/123/9780000000000",
        ] {
            assert!(affiliate(address).is_some(), "{address}");
        }
    }

    #[test]
    fn other_parameters_are_no_sign() {
        for address in [
            "https://www.amazon.com/dp/B000",
            "https://example.com/?tag=acme-20",
            "https://www.amazon.com/s?tag=kites",
            "https://example.com/?ref=acme&affiliate=1",
            "https://bookshop.org/books/kites",
            "/shop?tag=acme-20",
        ] {
            assert_eq!(affiliate(address), None, "{address}");
        }
    }
}
