//! Addresses that no browser reads as their author meant.

use std::borrow::Cow;

use super::host_of;
use crate::language::WordList;

/// What is wrong with an address.
#[derive(Debug, PartialEq, Eq)]
pub struct Malformed<'a> {
    /// What, in words.
    pub fault: &'static str,
    /// The address as it was meant, where only one is possible.
    pub mended: Option<Cow<'a, str>>,
}

/// Endings of files, which make an address with an `@` the name of one.
const FILES: WordList = WordList::new(
    "png jpg jpeg gif webp svg avif md mdx html htm pdf css js ts zip json xml txt mp4 tgz",
);

/// What is certainly wrong with `address`; nothing is said of paths.
pub fn malformed(address: &str) -> Option<Malformed<'_>> {
    let told = |fault, mended| Some(Malformed { fault, mended });
    let address = address.trim();
    if address.contains(['{', '}', '<', '$', '[']) {
        // A template makes it.
        return None;
    }
    if let Some((letters, rest)) = address.split_once("://") {
        if is_misspelt(letters) {
            let scheme = if letters.ends_with('s') {
                "https"
            } else {
                "http"
            };
            let mended = format!("{scheme}://{rest}").into();
            return told("the start is spelt wrong", Some(mended));
        }
        if !is_web(letters) {
            return None;
        }
        if rest.is_empty() {
            return told("it ends behind the start", None);
        }
        if rest.starts_with('/') {
            let mended = format!("{letters}://{}", rest.trim_start_matches('/')).into();
            return told("there is a slash too many", Some(mended));
        }
        let lower = rest.to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            return told("it starts twice", Some(rest.into()));
        }
        if lower.starts_with("http//") || lower.starts_with("https//") {
            return told("it starts twice", None);
        }
        if lower.starts_with("mailto:") {
            return told(
                "it is a web address and a mail address at once",
                Some(rest.into()),
            );
        }
    } else if let Some(mended) = without_mark(address) {
        return told("the start is spelt wrong", Some(mended));
    }
    if address.ends_with(['>', '”', '“', '"']) {
        let mended = address.trim_end_matches(['>', '”', '“', '"']);
        return told(
            "it ends with a mark that is none of it",
            Some(mended.into()),
        );
    }
    if let Some(host) = host_of(address) {
        if host.ends_with(".http") || host.ends_with(".https") {
            return None;
        }
        if host.contains("..") || host.contains([',', ';', '"', '”', '“', '>']) {
            return told("no site has such a name", None);
        }
        if (host.ends_with("http") || host.ends_with("https")) && address.matches("://").count() > 1
        {
            return told("two addresses run together", None);
        }
    }
    if address
        .get(..4)
        .is_some_and(|www| www.eq_ignore_ascii_case("www."))
    {
        let mended = format!("https://{address}").into();
        return told(
            "without https:// it is a page of your own site",
            Some(mended),
        );
    }
    let is_mail = address.split_once('@').is_some_and(|(name, host)| {
        let ending = host.rsplit('.').next().unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        !name.is_empty()
            && name.chars().all(is_plain)
            && host.contains('.')
            && host.chars().all(is_plain)
            && host.starts_with(|c: char| c.is_ascii_alphabetic())
            && ending.len() > 1
            && !FILES.has(ending)
    });
    if is_mail {
        let mended = format!("mailto:{address}").into();
        return told(
            "without mailto: it is a page of your own site",
            Some(mended),
        );
    }
    None
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// True for `htps` and `hhttp`: the letters of `https`, and not the word.
fn is_misspelt(scheme: &str) -> bool {
    let lower = scheme.to_ascii_lowercase();
    (3..=8).contains(&lower.len())
        && !is_web(&lower)
        && lower.contains('t')
        && lower.contains('p')
        && lower.chars().all(|c| "https".contains(c))
        && lower != "shttp"
}

/// The address that `https//x`, `https:/x`, `https;//x` or `https:x.y` stands for.
fn without_mark(address: &str) -> Option<Cow<'_, str>> {
    let lower = address.to_ascii_lowercase();
    let scheme = ["https", "http"]
        .into_iter()
        .find(|scheme| lower.starts_with(scheme))?;
    let rest = &address[scheme.len()..];
    let site = ["//:", ";//", ".//", "//", ":/"]
        .into_iter()
        .find_map(|start| rest.strip_prefix(start))?;
    let is_site = site
        .split('/')
        .next()
        .is_some_and(|host| host.contains('.') && !host.contains(':'));
    is_site.then(|| format!("{scheme}://{site}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_mended_where_it_is_plain() {
        for (address, mended) in [
            ("htps://example.com", "https://example.com"),
            ("htttp://example.com/a", "http://example.com/a"),
            ("ttps://example.com", "https://example.com"),
            ("https//example.com", "https://example.com"),
            ("http:/example.com/a", "http://example.com/a"),
            ("https:///example.com", "https://example.com"),
            ("http://https://example.com", "https://example.com"),
            ("http://mailto:jo@example.com", "mailto:jo@example.com"),
            ("https://example.com”", "https://example.com"),
            ("www.example.com", "https://www.example.com"),
            ("jo@example.com", "mailto:jo@example.com"),
        ] {
            let found = malformed(address).and_then(|found| found.mended);
            assert_eq!(found.as_deref(), Some(mended), "{address}");
        }
        for address in [
            "https://",
            "https://example,com/a",
            "https://example..com",
            "http://http//example.com",
            "https://example.comhttps://example.org",
        ] {
            let found = malformed(address);
            assert!(
                found.is_some_and(|found| found.mended.is_none()),
                "{address}"
            );
        }
    }

    #[test]
    fn paths_and_other_schemes_are_left_alone() {
        for address in [
            "",
            "https://example.com",
            "/a",
            "../a b.md",
            "#top",
            "mailto:jo@example.com",
            "ssh://example.com",
            "sftp://example.com",
            "https://archive.example.com/web/2020/http://example.com",
            "https://{{ host }}/a",
            "logo@2x.png",
            "http.md",
            "https-everywhere/",
            "http/2.0",
            "@acme",
            "//example.com/a",
            "https://jo:pw@example.com",
        ] {
            assert_eq!(malformed(address), None, "{address}");
        }
    }
}
