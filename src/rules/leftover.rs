//! Marks of Markdown that made nothing, and so stand among the words.
//!
//! The parser has taken away every mark that it understood: what is left in
//! the text of a block is what readers see.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::language::WordList;
use crate::post::{Block, BlockKind, Post};
use crate::span::Span;

/// Parts of words that say a post is about marks, patterns or formulas.
const ABOUT: [&str; 12] = [
    "arkdown",
    "ommonMark",
    "sterisk",
    "acktick",
    " glob ",
    "globs",
    "ildcard",
    "egex",
    "ootnote",
    "LaTeX",
    "sciidoc",
    "sciiDoc",
];

/// What programs call the rest of their arguments.
const ARGUMENTS: WordList = WordList::new("kwargs args options opts params props");

/// Ends of names of files.
const FILES: WordList = WordList::new(
    "pdf html htm md png jpg jpeg gif svg docx xlsx pptx zip csv txt aspx php mp3 mp4",
);

/// True for a post that talks about such marks: there they may be meant.
pub(super) fn is_about_markup(post: &Post) -> bool {
    let text = post.prose().text().as_bytes();
    ABOUT
        .iter()
        .any(|sign| memchr::memmem::find(text, sign.as_bytes()).is_some())
}

/// The blocks of the body that are made of Markdown, with their text.
pub(super) fn bodies(post: &Post) -> impl Iterator<Item = (&Block, &str)> {
    let prose = post.prose();
    let is_body = |block: &&Block| {
        use BlockKind::{AltText, Caption, FrontMatter, Html, Title};
        !matches!(block.kind, Title | FrontMatter | AltText | Caption | Html)
    };
    prose
        .blocks()
        .iter()
        .filter(is_body)
        .map(|block| (block, prose.block_text(block)))
}

/// Where `place` of the text of `block` stands in the file; none when the
/// author escaped it, or it stands there in another way.
pub(super) fn written(post: &Post, block: &Block, place: &Range<usize>) -> Option<Span> {
    let base = block.text.start;
    let span = post.prose().source(base + place.start..base + place.end);
    let first = post.prose().block_text(block)[place.clone()]
        .chars()
        .next()?;
    let is_escaped = post.text()[..span.start as usize].ends_with('\\');
    (post.slice(span).starts_with(first) && !is_escaped).then_some(span)
}

/// Words between two `**` that are not bold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bold {
    /// With the marks.
    pub(super) place: Range<usize>,
    /// Without them.
    pub(super) inner: Range<usize>,
    /// Why it is not bold.
    pub(super) fault: &'static str,
}

/// The `**` that are left in `text`: pairs around words, and single ones.
pub(super) fn stars(text: &str) -> (Vec<Bold>, Vec<Range<usize>>) {
    let marks: Vec<usize> = all(text, "**").filter(|&at| is_mark(text, at)).collect();
    let mut pairs = Vec::new();
    let mut lone = Vec::new();
    let mut next = 0;
    while let Some(&open) = marks.get(next) {
        let pair = marks
            .get(next + 1)
            .and_then(|&close| bold(text, open, close));
        next += if pair.is_some() { 2 } else { 1 };
        match pair {
            Some(pair) => pairs.push(pair),
            None => lone.push(open..open + 2),
        }
    }
    lone.retain(|place| is_beside_word(text, place));
    (pairs, lone)
}

/// True for two stars that can only be meant to make words bold: no power, no
/// pattern, no line of stars.
fn is_mark(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 2..].chars().next();
    let is_of_pattern = |c: char| matches!(c, '*' | '/' | '\\' | '.' | '{' | '=' | '^');
    let is_name = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_pattern = before.is_some_and(|c| matches!(c, '*' | '/' | '\\' | '{' | '=' | '^'))
        || after.is_some_and(is_of_pattern);
    let is_power = is_name(before) && is_name(after);
    !is_pattern && !is_power
}

/// The words between the marks at `open` and `close`, when they stand together.
fn bold(text: &str, open: usize, close: usize) -> Option<Bold> {
    let inner = open + 2..close;
    let words = &text[inner.clone()];
    let before = text[..open].chars().next_back();
    let after = text[close + 2..].chars().next();
    let is_free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let (at_start, at_end) = (
        words.starts_with(char::is_whitespace),
        words.ends_with(char::is_whitespace),
    );
    let fault = match (at_start, at_end) {
        (false, true) => "there is a blank before the second mark",
        (true, false) if is_free(after) => "there is a blank behind the first mark",
        (false, false) if !is_free(after) => "the second mark stands against a word",
        (false, false) if !is_free(before) => "the first mark stands against a word",
        _ => return None,
    };
    // Behind a comma it is the end of one and the start of another.
    let is_between = words
        .trim_start()
        .starts_with([',', '.', ';', ':', '!', '?', ')']);
    let has_words = words.contains(char::is_alphabetic) && words.len() < 300 && !is_between;
    has_words.then_some(Bold {
        place: open..close + 2,
        inner,
        fault,
    })
}

/// True for a mark with a word on one side and none on the other.
fn is_beside_word(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = &text[place.end..];
    let len = after
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(after.len());
    let is_free = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opens = is_free(before) && len > 0 && !ARGUMENTS.has(&after[..len]);
    let closes = before.is_some_and(char::is_alphanumeric) && is_free(after.chars().next());
    opens || closes
}

/// True when the backtick at `at` opens or closes code, and is no accent and no
/// quotation mark: ``word'', `word', don`t.
pub(super) fn is_lone_backtick(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = &text[at + 1..];
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ','));
    let opens = is_free(before) && after.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    let closes = before.is_some_and(|c| c.is_alphanumeric() || c == ')')
        && after.starts_with([' ', '.', ',']);
    (opens && !after.contains(['\'', '’', '´']))
        || (closes && !text[..at].contains(['\'', '‘', '´']))
}

/// The longest text or address that is looked at, in bytes.
const LONGEST: usize = 400;

/// The last place up to byte `at` between two characters.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let is_between = |at: &usize| text.is_char_boundary(*at);
    (0..=at).rev().find(is_between).unwrap_or_default()
}

/// What follows byte `at`, as far as an address may reach.
fn ahead(text: &str, at: usize) -> &str {
    &text[at..boundary(text, at + LONGEST)]
}

/// `[text](an address)`: no link, since the address has a blank.
pub(super) fn links_with_blanks(text: &str) -> Vec<Range<usize>> {
    let find = |at: usize| {
        let start = opening(text, at)?;
        let address = at + 2;
        let end = address + ahead(text, address).find([')', '\n'])?;
        let inside = text[address..end].trim();
        // Behind the address there may be a title.
        let is_title = inside.contains([' '])
            && inside
                .split_once(' ')
                .is_some_and(|(_, rest)| rest.trim_start().starts_with(['"', '\'', '“', '(']));
        let is_broken =
            text[end..].starts_with(')') && inside.contains(' ') && is_address(inside) && !is_title;
        is_broken.then_some(start..end + 1)
    };
    all(text, "](").filter_map(find).collect()
}

/// `[text](address` that does not close.
pub(super) fn unclosed_links(text: &str) -> Vec<Range<usize>> {
    let find = |at: usize| {
        let start = opening(text, at)?;
        let rest = ahead(text, at + 2);
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let is_open = is_address(&rest[..end]) && !rest[..end].contains(')');
        (is_open && !rest.contains(')')).then_some(start..at + 2 + end)
    };
    all(text, "](").filter_map(find).collect()
}

/// `[text] (address)`, and where its blank stands.
pub(super) fn parted_links(text: &str) -> Vec<Range<usize>> {
    let find = |at: usize| {
        let start = opening(text, at)?;
        let len = ahead(text, at + 3).find(')')?;
        let address = &text[at + 3..at + 3 + len];
        (is_web(address) && !address.contains(' ')).then_some(start..at + 3 + len + 1)
    };
    all(text, "] (").filter_map(find).collect()
}

/// `(text)[address]`
pub(super) fn reversed_links(text: &str) -> Vec<Range<usize>> {
    let find = |at: usize| {
        let from = boundary(text, at.saturating_sub(LONGEST));
        let start = from + text[from..at].rfind('(')?;
        let len = ahead(text, at + 2).find(']')?;
        let address = &text[at + 2..at + 2 + len];
        let has_words = text[start..at].contains(char::is_alphabetic);
        (has_words && is_web(address) && !address.contains(' ')).then_some(start..at + 2 + len + 1)
    };
    all(text, ")[").filter_map(find).collect()
}

/// `[text][label]`: whole, and the label.
pub(super) fn references(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let find = |at: usize| {
        let start = opening(text, at)?;
        let len = ahead(text, at + 2).find(']')?;
        let label = at + 2..at + 2 + len;
        let words = &text[start + 1..at];
        let before = text[..start].chars().next_back();
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
        let is_reference = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"'))
            && words.chars().filter(|c| c.is_alphabetic()).count() > 2
            && text[label.clone()].chars().all(is_plain)
            && label.len() < 60
            // Two tags stand beside each other: [win][arm].
            && (words.contains(' ') || text[label.clone()].bytes().all(|byte| byte.is_ascii_digit()))
            && !text[label.end + 1..].starts_with(['[', '(']);
        is_reference.then_some((start..label.end + 1, label))
    };
    all(text, "][").filter_map(find).collect()
}

/// The labels that `text` defines, `[label]: address`, in lower case.
pub(super) fn labels(text: &str) -> FxHashSet<String> {
    let label = |at: usize| {
        let from = boundary(text, at.saturating_sub(LONGEST));
        let start = from + text[from..at].rfind('[')? + 1;
        (start < at).then(|| text[start..at].to_lowercase())
    };
    all(text, "]:").filter_map(label).collect()
}

/// Where the bracket opens that closes at `at`.
fn opening(text: &str, at: usize) -> Option<usize> {
    let from = boundary(text, at.saturating_sub(LONGEST));
    let start = from + text[from..at].rfind('[')?;
    let words = &text[start + 1..at];
    (words.contains(char::is_alphabetic) && !words.contains('\n')).then_some(start)
}

fn is_web(address: &str) -> bool {
    ["https://", "http://", "www.", "mailto:"]
        .into_iter()
        .any(|start| address.starts_with(start))
}

/// True for what looks like an address or a path.
fn is_address(text: &str) -> bool {
    let ending = text.rsplit('.').next().unwrap_or_default();
    is_web(text)
        || text.starts_with(['/', '#'])
        || text.starts_with("./")
        || text.starts_with("../")
        || (text.contains('.') && FILES.has(ending))
}

fn all<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = usize> + 'a {
    memchr::memmem::find_iter(text.as_bytes(), mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(places: Vec<Range<usize>>, text: &str) -> Vec<&str> {
        places.into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn links_that_are_none_are_found() {
        let text = "See [a plan](/the plan.pdf), f[i](x, y) and [b](c d).";
        assert_eq!(
            found(links_with_blanks(text), text),
            ["[a plan](/the plan.pdf)"]
        );
        let text = "See [a plan](https://example.com and more.";
        assert_eq!(
            found(unclosed_links(text), text),
            ["[a plan](https://example.com"]
        );
        let text = "See [it] (https://example.com) and [PDF] (12 pages).";
        assert_eq!(
            found(parted_links(text), text),
            ["[it] (https://example.com)"]
        );
        let text = "See (it)[https://example.com] and f(x)[i].";
        assert_eq!(
            found(reversed_links(text), text),
            ["(it)[https://example.com]"]
        );
    }

    #[test]
    fn references_are_told_from_lists_of_lists() {
        let text = "See [the plan][plan], a[i][j], [win][arm] and [the docs][acme.Docs].";
        let wholes = references(text).into_iter().map(|(whole, _)| whole);
        assert_eq!(found(wholes.collect(), text), ["[the plan][plan]"]);
    }
}
