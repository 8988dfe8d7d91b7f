//! Services that make a short address of a long one.

use crate::language::WordList;

/// Services that anybody may use, so that the host says nothing of where the
/// address leads. The short hosts of one company alone (`youtu.be`, `aka.ms`)
/// are none of them.
const OPAQUE: WordList = WordList::new(
    "bit.ly bitly.com tinyurl.com goo.gl ow.ly t.co is.gd v.gd buff.ly dlvr.it tiny.cc rb.gy \
     cutt.ly shorturl.at bl.ink lnkd.in trib.al ift.tt j.mp su.pr x.co t.ly s.id tr.im shor.by \
     snip.ly short.io adf.ly bit.do mcaf.ee clck.ru urlz.fr",
);

/// True for the host of such a service.
pub fn is_shortener(host: &str) -> bool {
    OPAQUE.has(host.strip_prefix("www.").unwrap_or(host))
}

/// True for any host that gives out short addresses, also those of one
/// company: what they lead to has another address by design.
pub fn gives_short_addresses(host: &str) -> bool {
    let labels = host.split('.').map(str::len).collect::<Vec<_>>();
    let is_tiny = labels.len() == 2 && labels.iter().sum::<usize>() <= 7;
    is_tiny || is_shortener(host) || matches!(host, "go.usa.gov" | "doi.org" | "dx.doi.org")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorteners_are_told_from_short_hosts() {
        assert!(is_shortener("bit.ly") && is_shortener("www.tinyurl.com"));
        assert!(!is_shortener("youtu.be") && !is_shortener("example.com"));
        assert!(gives_short_addresses("youtu.be"));
        assert!(!gives_short_addresses("example.com"));
    }
}
