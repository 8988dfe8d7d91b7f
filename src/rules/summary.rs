//! The summary of a post, as its front matter has it.

use super::kind::plain;
use crate::language::{WordList, sentences, words};
use crate::post::Post;
use crate::span::Span;

/// Keys of a summary that is shown in lists, search results and shared links.
const OWN: WordList = WordList::new(
    "description summary excerpt metadescription seodescription socialdescription ogdescription \
     teaser abstract shortdescription pagedescription",
);
/// Keys that are as good as one.
const OTHER: WordList = WordList::new(
    "subtitle lead lede dek deck intro tagline subheading subhead subheadline standfirst blurb \
     preview snippet kicker synopsis tldr twitterdescription introduction hook sub sharetext",
);
/// Tables in which they stand.
const TABLES: WordList = WordList::new(
    "seo social meta metadata params extra page og opengraph twitter share post header hero \
     taxonomies yoast card",
);

/// What is wrong with a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is the title.
    IsTitle,
    /// It only says where the post was published first.
    Origin,
    /// It says nothing yet.
    Short,
    /// It was cut from a text.
    Cut,
    /// Only its start will be shown.
    Long,
}

/// The summaries of `post` and where they stand.
pub(super) fn own(post: &Post) -> Vec<(&str, Span)> {
    under(post, OWN)
        .into_iter()
        .filter_map(|(text, span)| Some((text?, span)))
        .collect()
}

/// True when something else stands for a summary, or a template makes one.
pub(super) fn has_other(post: &Post) -> bool {
    !under(post, OTHER).is_empty() || under(post, OWN).iter().any(|(text, _)| text.is_none())
}

/// What stands under `keys`; no text where a template or a number does.
fn under(post: &Post, keys: WordList) -> Vec<(Option<&str>, Span)> {
    let Some(front_matter) = post.front_matter() else {
        return Vec::new();
    };
    front_matter
        .leaves()
        .into_iter()
        .filter(|(path, value)| {
            let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
            let near = table
                .split('.')
                .all(|table| table.is_empty() || TABLES.has(table));
            near && keys.has(&plain(key)) && !value.is_blank()
        })
        .map(|(_, value)| {
            let text = value.as_text().map(str::trim);
            let said = text.filter(|text| !text.contains("{{") && !text.contains("{%"));
            (said, value.verbatim().unwrap_or(value.span))
        })
        .collect()
}

/// True when a mark in the text says where its opening ends.
pub(super) fn has_cut_mark(post: &Post) -> bool {
    const MARKS: WordList = WordList::new("more excerpt truncate summary endexcerpt");
    let is_mark = |text: &str| MARKS.has(&plain(&text.replace(' ', "")));
    post.comments()
        .iter()
        .any(|comment| is_mark(post.slice(comment.text)))
}

/// What is wrong with `summary`, which may have `limit` characters.
pub(super) fn fault(summary: &str, title: Option<&str>, limit: usize) -> Option<Fault> {
    /// Fewer words say nothing.
    const FEWEST: usize = 3;
    let folded = |text: &str| {
        let lower = text.to_lowercase();
        words(&lower)
            .map(|word| lower[word].to_owned())
            .collect::<Vec<_>>()
    };
    let said = folded(summary);
    if title.is_some_and(|title| folded(title) == said) {
        Some(Fault::IsTitle)
    } else if is_origin(&said) {
        Some(Fault::Origin)
    } else if said.len() < FEWEST {
        Some(Fault::Short)
    } else if is_cut(summary, &said) {
        Some(Fault::Cut)
    } else if summary.chars().count() > limit {
        Some(Fault::Long)
    } else {
        None
    }
}

/// True for "This post was originally published on …", and no more.
fn is_origin(said: &[String]) -> bool {
    const PUBLISHED: WordList = WordList::new("published posted appeared");
    const LONGEST: usize = 20;
    let at = said.iter().take(8).position(|word| word == "originally");
    at.is_some_and(|at| said.get(at + 1).is_some_and(|word| PUBLISHED.has(word)))
        && said.len() <= LONGEST
}

/// True when it ends in a mark or a word that wants more behind it.
fn is_cut(summary: &str, said: &[String]) -> bool {
    const OPEN: WordList = WordList::new(
        "the a an and or but of to in on at for with from by as that which who is are was were our \
         your their its his her my this these those when while because if than into about be has \
         have will can",
    );
    /// A shorter text that ends in three dots teases; a longer one was cut.
    const TEASE: usize = 12;
    /// A longer text is more than somebody writes without its last full stop.
    const FILLED: usize = 200;
    let text = summary.trim_end_matches(['"', '”', '’', '\'']);
    let dots = ["…", "...", "&hellip;", "[…]", "[...]", "[&hellip;]"];
    let is_dotted = dots.iter().any(|dots| text.ends_with(dots)) && said.len() > TEASE;
    let is_open = text.ends_with([',', ';', '-', '–', '—', '('])
        || (text.ends_with(char::is_alphabetic)
            && said.last().is_some_and(|last| OPEN.has(last))
            && said.len() > TEASE);
    // A program cuts after so many words, behind whole sentences or not.
    let is_filled = summary.len() > FILLED
        && text.ends_with(char::is_alphanumeric)
        && sentences(text).len() > 1;
    is_dotted || is_open || is_filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_whole_or_not() {
        let of = |text| fault(text, Some("Ninety roads"), 60);
        assert_eq!(of("What we found in four towns"), None);
        assert_eq!(of("What are they made of"), None);
        assert_eq!(of("And then there were none…"), None);
        assert_eq!(of("Ninety Roads!"), Some(Fault::IsTitle));
        assert_eq!(of("On foot"), Some(Fault::Short));
        assert_eq!(
            of("Originally posted on our other blog."),
            Some(Fault::Origin)
        );
        assert_eq!(of("We walked along a road,"), Some(Fault::Cut));
        let long = "We walked along ninety roads in four towns last year. It rained.";
        assert_eq!(of(long), Some(Fault::Long));
    }
}
