//! What is around the posts: the files that they show.
//!
//! How an address in a post leads to a file is for each generator to say. Here
//! every place is tried that one of them might mean, the nearest first.

use std::fmt::Debug;
use std::sync::Arc;

use crate::picture::Fact;

/// The files around the posts.
pub trait Site: Debug + Sync {
    /// What the picture at `path` (from the root) gives away; none when there
    /// is no file, or when it cannot be read.
    fn picture(&self, path: &str) -> Option<Arc<[Fact]>>;

    /// The folders that may be the top of the site, for the posts in `folder`.
    fn tops(&self, folder: &str) -> Arc<[String]> {
        tops(folder).into()
    }
}

/// A site that nothing is known of.
#[derive(Debug)]
pub struct Nowhere;

impl Site for Nowhere {
    fn picture(&self, _path: &str) -> Option<Arc<[Fact]>> {
        None
    }

    fn tops(&self, _folder: &str) -> Arc<[String]> {
        Arc::default()
    }
}

/// Every folder that may be the top of the site, for the posts in `folder`, the
/// nearest first: the site may be a folder of the repo.
pub fn tops(folder: &str) -> Vec<String> {
    /// Folders whose files appear at the top of a site.
    const STATIC: [&str; 9] = [
        "",
        "static",
        "public",
        "assets",
        "src",
        "source",
        "content",
        "docs",
        "src/assets",
    ];
    let mut tops = Vec::new();
    let mut above = Some(folder);
    while let Some(folder) = above {
        tops.extend(
            STATIC
                .into_iter()
                .filter_map(|within| resolve(folder, within)),
        );
        let parent = || folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        above = (!folder.is_empty()).then(parent);
    }
    tops
}

/// The first file that `address` may mean in the post at `post` and that `look`
/// finds, with its path from the root.
pub fn find<T>(
    site: &dyn Site,
    post: &str,
    address: &str,
    look: impl Fn(&str) -> Option<T>,
) -> Option<(String, T)> {
    let address = plain(address)?;
    let folder = post.rsplit_once('/').map_or("", |(folder, _)| folder);
    let at = |folder: &str, address: &str| {
        let path = resolve(folder, address)?;
        let found = look(&path)?;
        Some((path, found))
    };
    let alias = address
        .strip_prefix("@site/")
        .or(address.strip_prefix("@/"));
    let from_top = alias.unwrap_or(&address);
    let beside = || at(folder, &address);
    // The page of a post often lies in a folder of its own.
    let above = || at(folder, address.strip_prefix("../")?);
    let below_top = || {
        let tops = site.tops(folder);
        tops.iter().find_map(|top| at(top, from_top))
    };
    if alias.is_some() || address.starts_with('/') {
        below_top()
    } else if address.starts_with('.') {
        beside().or_else(above)
    } else {
        beside().or_else(below_top)
    }
}

/// An address without what a server takes off it, and without the template
/// that puts the address of the site in front. None for another site's, and
/// for what only the template knows.
fn plain(address: &str) -> Option<String> {
    let address = match address.rsplit_once("}}") {
        // {{ "/img/jo.jpg" | relative_url }}
        Some((call, "")) => call.split(['"', '\'']).nth(1)?,
        // {{ site.baseurl }}/img/jo.jpg
        Some((_, rest)) => rest,
        None => address,
    };
    let address = address.split(['?', '#']).next()?.trim();
    let is_elsewhere = address.contains("://")
        || address.starts_with("//")
        || address.starts_with("data:")
        || address.contains(['{', '<', '\n']);
    (!is_elsewhere && !address.is_empty()).then(|| percent_decoded(address))
}

/// The path from the root that `path` means in `folder`; none when it leads out
/// of the root.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `my%20photo.jpg` as the file is called.
fn percent_decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, others @ ..] = rest {
        let digits = (*first == b'%').then(|| others.get(..2)).flatten();
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &others[2..] } else { others };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Everywhere;

    impl Site for Everywhere {
        fn picture(&self, _path: &str) -> Option<Arc<[Fact]>> {
            Some(Arc::default())
        }
    }

    /// Every place that is tried.
    fn tried(post: &str, address: &str) -> Vec<String> {
        let tried = std::cell::RefCell::default();
        let look = |path: &str| -> Option<()> {
            let mut tried: std::cell::RefMut<'_, Vec<String>> = tried.borrow_mut();
            tried.push(path.to_owned());
            None
        };
        find(&Everywhere, post, address, look);
        tried.into_inner()
    }

    #[test]
    fn an_address_is_looked_for_beside_the_post_and_at_the_top() {
        let paths = tried("site/content/blog/a.md", "../img/my%20photo.jpg?w=3#x");
        let beside = [
            "site/content/img/my photo.jpg",
            "site/content/blog/img/my photo.jpg",
        ];
        assert_eq!(paths, beside);
        let paths = tried("site/content/a.md", "/img/b.png");
        for path in [
            "site/static/img/b.png",
            "public/img/b.png",
            "site/content/img/b.png",
        ] {
            assert!(paths.iter().any(|found| found == path), "{path}");
        }
        assert_eq!(tried("a.md", "b.png")[0], "b.png");
        assert_eq!(tried("a.md", "@site/static/b.png")[0], "static/b.png");
    }

    #[test]
    fn a_template_in_front_is_the_top_of_the_site() {
        for address in ["{{ site.baseurl }}/b.png", "{{ '/b.png' | relative_url }}"] {
            assert_eq!(tried("a.md", address)[0], "b.png", "{address}");
        }
    }

    #[test]
    fn nothing_leads_out_of_the_root_or_to_another_site() {
        let elsewhere = [
            "https://example.com/a.png",
            "//example.com/a.png",
            "data:image/png;base64,",
            "{page.image}",
            "",
        ];
        for address in elsewhere {
            assert_eq!(tried("a.md", address), [""; 0], "{address}");
        }
        assert_eq!(tried("blog/a.md", "../../../b.png"), [""; 0]);
    }
}
