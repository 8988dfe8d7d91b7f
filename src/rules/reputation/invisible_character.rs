//! `reputation/invisible-character`: characters nobody sees, and garbled ones.

use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{
    Garbled, WordList, garbled, is_at_work, is_direction, is_private, is_right_to_left,
    meant_by_control, reorders, unseen, words,
};
use crate::post::{Block, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::{Span, whole_characters};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvisibleCharacter {}

impl Rule for InvisibleCharacter {
    const META: Meta = Meta {
        id: "reputation/invisible-character",
        summary: "Characters that nobody sees, or that came out garbled: \"â€™\"",
        why: "Characters that nobody sees come along when text is pasted from a PDF, a chat or a \
              web page. They break links, search and copied commands, and some screen readers \
              stumble over them. Garbled ones are seen by everybody and say that nobody looked.",
        leaves_alone: "Code, comments, a byte order mark at the start, emoji, scripts that need \
                       joiners and marks, entities such as `&shy;`, and paragraphs about encodings.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "Unicode 17.0, 23.2 Layout Controls",
            url: "https://www.unicode.org/versions/Unicode17.0.0/core-spec/chapter-23/",
        }],
        examples: &[
            Example::Bad {
                text: "See [the re\u{200b}port](https://example.com/re\u{200b}port).\n",
                hits: &["\u{200b}", "\u{200b}"],
                fixed: Some("See [the report](https://example.com/report).\n"),
            },
            Example::Bad {
                text: "Our infor\u{ad}mation\u{feff} desk, \u{202a}555-0100\u{202c}.\n",
                hits: &["\u{ad}", "\u{feff}", "\u{202a}", "\u{202c}"],
                fixed: Some("Our information desk, 555-0100.\n"),
            },
            Example::Bad {
                text: "It doesnâ€™t rain in the cafÃ©, and it\u{92}s warm.\n",
                hits: &["â€™", "Ã©", "\u{92}"],
                fixed: Some("It doesn’t rain in the café, and it’s warm.\n"),
            },
            Example::Bad {
                text: "The caf\u{fffd} \u{f8ff} opens.\n",
                hits: &["\u{fffd}", "\u{f8ff}"],
                fixed: None,
            },
            Example::Bad {
                text: "It is **\u{200b}**here.\n",
                hits: &["\u{200b}"],
                fixed: None,
            },
            Example::Good("\u{feff}A family: 👩\u{200d}👩\u{200d}👧, and می\u{200c}خواهم.\n"),
            Example::Good(
                "The flag 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} of 中文\u{200b}字.\n",
            ),
            Example::Good("Where it says “â€™”, the encoding is wrong. NÃO, café…»\n"),
            Example::Good("The word \u{200f}test\u{200f} in שלום.\n"),
            Example::Good("Open invoice_\u{202e}fdp\u{202c}.exe.\n"),
            Example::Good("Use `a\u{200b}b`:\n\n```\nx\u{200b}y\n```\n"),
            Example::Good("Ten\u{a0}kilometres, soft&shy;ware.\n"),
        ],
    };
}

/// Words that say the text is about such characters.
const ABOUT: WordList = WordList::new(
    "unicode utf encoding encodings encoded charset mojibake ascii codepoint invisible latin1 hyphen",
);

impl Check for InvisibleCharacter {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let text: &str = post.text();
        let is_plain = |byte| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r');
        if text.bytes().all(is_plain) {
            return;
        }
        let mut found = garbled(text);
        // They come in order, and apart from each other.
        let is_garbled = |at: usize, found: &[Garbled]| {
            let next = found.partition_point(|one| one.range.end <= at);
            found.get(next).is_some_and(|one| one.range.start <= at)
        };
        let hidden: Vec<Garbled> = runs(text)
            .into_iter()
            .filter(|run| !is_garbled(run.start, &found))
            .map(|range| Garbled {
                meant: meant(&text[range.clone()]),
                range,
            })
            .collect();
        found.extend(hidden);
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|one| one.range.start);
        let about = about(post);
        for one in found {
            let span = Span::new(one.range.start, one.range.end);
            if is_read(post, span) && !is_set_off(post, span) && !span.overlaps_any(&about) {
                report(post, span, one.meant, out);
            }
        }
    }
}

/// Runs of the same unseen character that do no work where they stand.
fn runs(text: &str) -> Vec<Range<usize>> {
    // What ends a reordering stays as long as that does: reordered-text tells of both.
    let is_reordered = text.contains(reorders);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before: Option<char> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map(|(_, c)| *c);
        let is_mark_of_file = at == 0 && c == '\u{feff}';
        let is_odd = unseen(c).is_some() && !is_mark_of_file && !is_at_work(c, before, after);
        if is_odd && !(is_direction(c) && (is_reordered || is_right_to_left_at(text, at))) {
            let end = at + c.len_utf8();
            match found.last_mut().filter(|last| last.end == at) {
                Some(last) if before == Some(c) => last.end = end,
                _ => found.push(at..end),
            }
        }
        before = Some(c);
    }
    found
}

/// True when the line around byte `at` has letters that go from right to left.
fn is_right_to_left_at(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |next| at + next);
    text[start..end].contains(is_right_to_left)
}

/// What belongs in place of a run; none where a person must say.
fn meant(run: &str) -> Option<String> {
    let c = run.chars().next()?;
    match c {
        '\u{fffd}' => None,
        c if is_private(c) => None,
        '\u{2028}' | '\u{2029}' => Some(" ".to_owned()),
        '\0'..='\u{1f}' | '\u{7f}' => None,
        '\u{80}'..='\u{9f}' => run.chars().map(meant_by_control).collect(),
        _ => Some(String::new()),
    }
}

/// True for what readers get to see.
fn is_read(post: &Post, span: Span) -> bool {
    let comments = post.comments();
    let next = comments.partition_point(|comment| comment.span.end <= span.start);
    let is_comment = comments
        .get(next)
        .is_some_and(|comment| comment.span.overlaps(span));
    !post.is_code(span) && !is_comment
}

/// The blocks that speak of such characters, one span for those that overlap.
fn about(post: &Post) -> Vec<Span> {
    let prose = post.prose();
    let speaks = |block: &&Block| {
        let text = prose.block_text(block);
        words(text).any(|word| ABOUT.has(&text[word]))
    };
    let mut spans: Vec<Span> = prose
        .blocks()
        .iter()
        .filter(speaks)
        .map(|block| block.span)
        .collect();
    spans.sort();
    spans.dedup_by(|next, before| {
        let is_one = next.start < before.end;
        if is_one {
            *before = before.cover(*next);
        }
        is_one
    });
    spans
}

/// True between marks, as in “â€™”.
fn is_set_off(post: &Post, span: Span) -> bool {
    const MARKS: [char; 8] = ['"', '\'', '“', '”', '‘', '’', '(', ')'];
    let text = post.text();
    text[..span.start as usize].ends_with(MARKS) && text[span.end as usize..].starts_with(MARKS)
}

fn report(post: &Post, span: Span, meant: Option<String>, out: &mut Findings) {
    let found = post.slice(span);
    let name = found.chars().next().and_then(unseen);
    let around = around(post.text(), span);
    let message = match (name, around.as_str()) {
        (Some("a lost character"), _) => {
            "a character was lost here, and readers see a stand-in".to_owned()
        }
        (Some("a private-use character"), _) => "most readers see an empty box here".to_owned(),
        (Some(_), "") => "a character that nobody sees stands here".to_owned(),
        (Some(_), word) => format!("a character that nobody sees stands in \"{word}\""),
        (None, _) => format!("\"{found}\" is garbled"),
    };
    let label = match (name, found.chars().next()) {
        (Some(name), Some(c)) => format!("{name}, U+{:04X}", c as u32),
        _ => "read in the wrong encoding when it was copied".to_owned(),
    };
    let help = match &meant {
        None => "write the character that was meant".to_owned(),
        Some(meant) if meant.trim().is_empty() => "take it out".to_owned(),
        Some(meant) => format!("write \"{meant}\""),
    };
    let finding = out.report(span, message);
    finding.label(label);
    if let Some(meant) = meant {
        let applicability = if is_between_markup(post.text(), span) {
            Applicability::Unsafe
        } else {
            Applicability::Safe
        };
        finding.fix(Fix::edit(applicability, help.clone(), span, meant));
    }
    finding.help(help);
}

/// True where Markdown may read what is left as markup: `**` and `**` around
/// nothing, or a mark that would come to stand at the start of a line.
fn is_between_markup(text: &str, span: Span) -> bool {
    const MARKUP: [char; 14] = [
        '*', '_', '`', '~', '[', ']', '|', '#', '>', '<', '+', '-', '=', '!',
    ];
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let is_at_start = before.is_empty() || before.ends_with('\n');
    before.ends_with(MARKUP)
        || after.starts_with(MARKUP)
        || (is_at_start && after.starts_with(|c: char| c.is_ascii_digit()))
}

/// The word that holds `span`, as readers see it.
fn around(text: &str, span: Span) -> String {
    /// A longer one is an address.
    const LONGEST: usize = 40;
    /// How far it is looked for on either side, in bytes.
    const NEAR: usize = 200;
    let is_end =
        |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"');
    let (start, end) = (span.start as usize, span.end as usize);
    let before = whole_characters(text, start.saturating_sub(NEAR)..start);
    let before = before.rsplit(is_end).next().unwrap_or_default();
    let after = whole_characters(text, end..end + NEAR);
    let after = after.split(is_end).next().unwrap_or_default();
    let seen = before
        .chars()
        .chain(after.chars())
        .filter(|c| unseen(*c).is_none());
    seen.take(LONGEST).collect()
}
