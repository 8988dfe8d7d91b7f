//! What a chat with a language model leaves in a text that was copied from it.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use super::{PhraseList, pattern};

/// What every marker holds, and the marker around it. The shapes are those that
/// "Wikipedia:Signs of AI writing" tells of.
static MARKERS: [(&str, LazyLock<Regex>); 6] = [
    (
        "oaicite",
        LazyLock::new(|| {
            pattern(r":?(?:contentReference)?\[oaicite:[^\]\n]{1,40}\](?:\{index=\d{1,4}\})?")
        }),
    ),
    (
        "oai_citation",
        LazyLock::new(|| pattern(r"\[?oai_citation[:_‡][^\s\]]{1,80}\]?")),
    ),
    (
        "turn",
        LazyLock::new(|| {
            pattern(
                r"\u{e200}?(?:cite)?(?:[\u{e202} ]?turn\d{1,3}(?:search|image|news|view|fetch|file|forecast|finance|academia)\d{1,3})+\u{e201}?",
            )
        }),
    ),
    (
        "†",
        LazyLock::new(|| pattern(r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,80}】")),
    ),
    (
        "[cite",
        LazyLock::new(|| pattern(r"\[cite(?:_start|_end|: ?\d[\d, ]{0,40})\]")),
    ),
    (
        "attributableIndex",
        LazyLock::new(|| {
            pattern(r#"\(?\{"attribution":\{"attributableIndex":"[\d-]{1,20}"\}\}\)?"#)
        }),
    ),
];

/// The markers in `text`, in order.
pub fn markers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = MARKERS
        .iter()
        .filter(|(sign, _)| has_sign(text, sign))
        .flat_map(|(_, marker)| marker.find_iter(text).map(|found| found.range()))
        .filter(|found| is_apart(text, found))
        .collect();
    found.sort_by_key(|found| found.start);
    found
}

/// False for a part of a name of somebody's: "return0search0".
fn is_apart(text: &str, found: &Range<usize>) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let joins = |at: usize| text[..at].ends_with(is_word) && text[at..].starts_with(is_word);
    !joins(found.start) && !joins(found.end)
}

/// True when `sign` is in the text; a "turn" has a number.
fn has_sign(text: &str, sign: &str) -> bool {
    memmem::find_iter(text.as_bytes(), sign).any(|at| {
        let after = text.as_bytes().get(at + sign.len());
        sign != "turn" || after.is_some_and(u8::is_ascii_digit)
    })
}

/// How a model speaks of itself; what is told in the first person stands after it.
pub const CONFESSIONS: PhraseList = PhraseList::new(
    "as an ai language model; as a large language model; as an ai assistant; as an ai model; as an \
     ai; as a language model",
);

/// What only a model says.
pub const EXCUSES: PhraseList = PhraseList::new(
    "as of my last knowledge update; as of my last training update; as of my knowledge cutoff; up to \
     my last training update; i can't assist with that request; i cannot assist with that request; \
     i can't fulfill that request; i cannot fulfill that request; i cannot fulfill this request; i \
     don't have real time access to; i do not have real time access to",
);

/// True when the model goes on in the first person behind a confession: ", I …".
pub fn speaks_of_itself(after: &str) -> bool {
    let rest = after.trim_start_matches([',', ' ', ':']);
    ["I ", "I'", "I’", "my "]
        .iter()
        .any(|start| rest.starts_with(start))
}

/// The greeting of a chat at the start of `text`: "Sure! Here is the post:".
pub fn greeting(text: &str) -> Option<Range<usize>> {
    static GREETING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:Certainly|Sure|Sure thing|Absolutely|Of course)[!,.] (?:[Hh]ere(?:'s|’s| is| are)|[Bb]elow is) [^:\n.!?]{3,120}:$",
        )
    });
    GREETING.find(text.trim_end()).map(|found| found.range())
}

/// Values of `utm_source` and the like that an assistant puts into its links.
const ASSISTANTS: [&str; 9] = [
    "utm_source=chatgpt.com",
    "utm_source=chatgpt",
    "utm_source=openai",
    "utm_source=openai.com",
    "utm_source=perplexity",
    "utm_source=perplexity.ai",
    "utm_source=copilot.com",
    "utm_source=copilot.microsoft.com",
    "referrer=grok.com",
];

/// The parameter of an address that says an assistant gave it, with the mark
/// that has to go along with it.
pub fn assistant_parameter(address: &str) -> Option<Range<usize>> {
    let start = address.find('?')?;
    let query_end = address
        .find('#')
        .filter(|end| *end > start)
        .unwrap_or(address.len());
    let mut at = start + 1;
    while at < query_end {
        let separator = if address[at..query_end].starts_with("amp;") {
            4
        } else {
            0
        };
        let from = at + separator;
        let end = address[from..query_end]
            .find('&')
            .map_or(query_end, |next| from + next);
        if ASSISTANTS.contains(
            &&address[from..end]
                .trim_end_matches("%20")
                .to_ascii_lowercase()[..],
        ) {
            // The first of several leaves its question mark to the next.
            let is_last = end == query_end;
            let next = end + usize::from(!is_last);
            let next = next
                + if address[next..].starts_with("amp;") {
                    4
                } else {
                    0
                };
            return Some(if is_last { at - 1..end } else { from..next });
        }
        at = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_every_shape_are_found() {
        for (text, marker) in [
            (
                "It grew :contentReference[oaicite:3]{index=3}.",
                ":contentReference[oaicite:3]{index=3}",
            ),
            ("It grew [oaicite:3].", "[oaicite:3]"),
            ("It grew citeturn0search0.", "citeturn0search0"),
            (
                "It grew \u{e200}cite\u{e202}turn0search0\u{e202}turn1news2\u{e201}.",
                "\u{e200}cite\u{e202}turn0search0\u{e202}turn1news2\u{e201}",
            ),
            ("It grew【12:0†source】.", "【12:0†source】"),
            ("[cite_start]It grew.", "[cite_start]"),
            ("It grew [cite: 1, 22].", "[cite: 1, 22]"),
        ] {
            let found: Vec<&str> = markers(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, [marker], "{text}");
        }
        for text in [
            "return0search0x",
            "a turn of search",
            "[cite: Doe 2020]",
            "【注†】",
        ] {
            assert!(markers(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_parameter_goes_with_one_mark() {
        for (address, rest) in [
            (
                "https://a.example/?utm_source=chatgpt.com",
                "https://a.example/",
            ),
            (
                "https://a.example/?a=1&utm_source=chatgpt.com#x",
                "https://a.example/?a=1#x",
            ),
            (
                "https://a.example/?utm_source=chatgpt.com&amp;a=1",
                "https://a.example/?a=1",
            ),
            (
                "https://a.example/?a=1&amp;utm_source=openai&b=2",
                "https://a.example/?a=1&amp;b=2",
            ),
        ] {
            let mut left = address.to_owned();
            left.replace_range(assistant_parameter(address).expect("one"), "");
            assert_eq!(left, rest);
        }
        assert_eq!(assistant_parameter("https://a.example/?utm_source=x"), None);
        assert_eq!(assistant_parameter("https://a.example/chatgpt.com"), None);
    }

    #[test]
    fn a_greeting_ends_with_a_colon() {
        assert!(greeting("Sure! Here is a post about maps:").is_some());
        assert!(greeting("Sure, here's the thing. It rained:").is_none());
    }
}
