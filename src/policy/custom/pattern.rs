//! `pattern`: a regular expression that a policy states.
//!
//! Its matching takes linear time, whatever it is. `\d`, `\w` and `\s` are ASCII
//! unless `unicode = true`; a dot and `[^…]` are whole characters all the same,
//! so that a match never cuts one. `\b` is ASCII always: with the Unicode one a
//! search is many times slower as soon as a text has a curly quote.

use std::fmt;
use std::ops::Range;

use regex::{Regex, RegexBuilder};
use toml::Spanned;

use super::inside;
use crate::policy::section::Section;

/// The most memory that a pattern may take, in bytes.
const MAX_SIZE: usize = 1 << 20;

/// A pattern, and how the policy writes it.
#[derive(Debug)]
pub(super) struct Pattern {
    text: String,
    regex: Regex,
}

impl Pattern {
    /// The pattern at `pattern`, with its `unicode`. A fault points to the
    /// character in `file`, the text of the policy file.
    pub(super) fn read(section: &mut Section<'_, '_>, file: &str) -> Option<Pattern> {
        let text: Spanned<String> =
            section.take("pattern", "a regular expression, such as 'Q[1-4]'")?;
        let unicode = section.take("unicode", "true or false").unwrap_or(false);
        match compile(text.get_ref(), unicode) {
            Ok(regex) => Some(Pattern {
                text: text.into_inner(),
                regex,
            }),
            Err(slip) => {
                section
                    .faults
                    .report(inside::place(file, text.span(), slip.place), slip.message)
                    .label(slip.label)
                    .help(slip.help);
                None
            }
        }
    }

    /// Where it matches; nothing is no match.
    pub(super) fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> {
        let found = self.regex.find_iter(text).map(|found| found.range());
        found.filter(|range| !range.is_empty())
    }

    /// True when it matches somewhere in `text`.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What is wrong with a pattern, and where in it.
struct Slip {
    place: Range<usize>,
    message: String,
    label: &'static str,
    help: &'static str,
}

fn compile(pattern: &str, unicode: bool) -> Result<Regex, Slip> {
    let whole = 0..pattern.len();
    if pattern.is_empty() {
        return Err(Slip {
            place: whole,
            message: "this pattern is empty".into(),
            label: "no characters",
            help: HELP,
        });
    }
    if let Some(at) = blind_boundary(pattern, unicode) {
        return Err(Slip {
            place: at..at + 2,
            message: r"`\b` never sees the letters here: it knows a to z only".into(),
            label: "between letters beyond ASCII",
            help: r"list the words as `phrases`, which are whole words in any script, or take `\b` out",
        });
    }
    let wanted = if unicode {
        pattern.to_owned()
    } else {
        ascii(pattern)
    };
    build(&wanted).map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => Slip {
            place: whole,
            message: "this pattern is too large".into(),
            label: "over 1 MB when it is compiled",
            help: "repeat less: `{1,1000}` stands for a thousand copies",
        },
        error => {
            // The faults of the text as it is written, not as it was changed.
            let error = build(pattern).err().unwrap_or(error).to_string();
            let (place, what) = locate(&error, pattern);
            Slip {
                place,
                message: format!("this is no regular expression: {what}"),
                label: "the reader stumbles here",
                help: HELP,
            }
        }
    })
}

const HELP: &str = "see https://docs.rs/regex/latest/regex/#syntax; in 'single quotes' a backslash \
                    stands for itself";

fn build(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern).size_limit(MAX_SIZE).build()
}

/// Where the reader of `pattern` stumbled, and its words for it: it draws the
/// pattern with `^` below the place, and has the words in its last line.
fn locate<'e>(error: &'e str, pattern: &str) -> (Range<usize>, &'e str) {
    let what = error.rsplit("error: ").next().unwrap_or(error).trim_end();
    let mut lines = error.lines().skip(1);
    let column = lines
        .next()
        .filter(|line| line.trim_start() == pattern.trim_start())
        .and_then(|line| {
            let carets = lines.next()?;
            let margin = line.len() - pattern.len();
            carets.find('^')?.checked_sub(margin)
        });
    let Some(column) = column else {
        return (0..pattern.len(), what);
    };
    let place = pattern.char_indices().nth(column);
    let (at, len) = place.map_or((pattern.len(), 0), |(at, c)| (at, c.len_utf8()));
    (at..at + len, what)
}

/// The byte of a `\b` that can find nothing: beside a letter beyond ASCII, or
/// among classes that hold such letters.
fn blind_boundary(pattern: &str, unicode: bool) -> Option<usize> {
    escapes(pattern).find(|&at| {
        let is_boundary = pattern[at..].starts_with(r"\b");
        let is_beyond = |c: char| !c.is_ascii() && c.is_alphanumeric();
        let beside = pattern[..at].ends_with(is_beyond) || pattern[at + 2..].starts_with(is_beyond);
        is_boundary && (unicode || beside)
    })
}

/// The pattern with classes and boundaries of ASCII.
fn ascii(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut done = 0;
    for at in escapes(pattern) {
        let rest = &pattern[at..];
        let half = ["{start-half}", "{end-half}", "{start}", "{end}"]
            .into_iter()
            .find(|half| rest[2..].starts_with(half))
            .filter(|_| rest.starts_with(r"\b"));
        let taken = 2 + half.map_or(0, str::len);
        let boundary = format!("(?-u:{})", &rest[..taken.min(rest.len())]);
        let class = match rest.as_bytes().get(1) {
            Some(b'd') => "[0-9]",
            Some(b'D') => "[^0-9]",
            Some(b'w') => "[0-9A-Za-z_]",
            Some(b'W') => "[^0-9A-Za-z_]",
            Some(b's') => r"[\t-\r\x20]",
            Some(b'S') => r"[^\t-\r\x20]",
            Some(b'b' | b'B' | b'<' | b'>') => &boundary,
            _ => continue,
        };
        out.push_str(&pattern[done..at]);
        out.push_str(class);
        done = at + taken;
    }
    out.push_str(&pattern[done..]);
    out
}

/// The bytes at which a backslash and what it escapes stand.
fn escapes(pattern: &str) -> impl Iterator<Item = usize> {
    let mut free = 0;
    pattern.match_indices('\\').filter_map(move |(at, _)| {
        let is_escape = at >= free && at + 1 < pattern.len();
        if is_escape {
            free = at + 2;
        }
        is_escape.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_ascii_and_characters_stay_whole() {
        let found = |pattern: &str, text: &str| {
            let regex = build(&ascii(pattern)).expect("a pattern");
            regex.find(text).map(|found| found.as_str().to_owned())
        };
        assert_eq!(found(r"\w+", "é1"), Some("1".into()));
        assert_eq!(found(r"^caf.$", "café"), Some("café".into()));
        assert_eq!(found(r"[\d.]+\s\W", "٣ 3.1 €"), Some("3.1 €".into()));
        assert_eq!(found(r"\bQ\d\b", "“Q3”"), Some("Q3".into()));
        assert_eq!(found(r"\b{start}x\b{end-half}", "“x”"), Some("x".into()));
        assert_eq!(found(r"\\d", r"\d"), Some(r"\d".into()));
    }

    #[test]
    fn a_slip_is_found_in_the_pattern() {
        let place = |pattern: &str| {
            let error = build(pattern).expect_err("no pattern").to_string();
            let (part, what) = locate(&error, pattern);
            (part, what.to_owned())
        };
        assert_eq!(place("é(bar"), (2..3, "unclosed group".into()));
        assert_eq!(place("  a)"), (3..4, "unopened group".into()));
        let (part, _) = place("x\n(");
        assert_eq!(part, 0..3);
    }

    #[test]
    fn a_boundary_that_sees_nothing_is_known() {
        assert_eq!(blind_boundary(r"\bécole", false), Some(0));
        assert_eq!(blind_boundary(r"\bschool\b", true), Some(0));
        assert_eq!(blind_boundary(r"\\bé|\bschool\b", false), None);
    }
}
