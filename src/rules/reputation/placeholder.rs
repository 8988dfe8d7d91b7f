//! `reputation/placeholder`: text that was meant to be filled in.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::lexicon::Phrase;
use crate::post::{Block, BlockKind, Post, TemplateKind};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Placeholder {
    /// More words that in square brackets are a placeholder, as they are written.
    also: Vec<String>,
}

impl Rule for Placeholder {
    const META: Meta = Meta {
        id: "reputation/placeholder",
        summary: "Text that was meant to be filled in: `[TK]`, `XX%`, `{{company}}`",
        why: "A placeholder in a published post says that nobody read it before it went out. \
              Readers quote it, and the missing number or name is often the one the post was \
              about. It takes a minute to fill in before publishing and an apology after.",
        leaves_alone: "Code, words between quotation marks, \"lorem ipsum\" as a topic, a joke like \
                       [insert industry here], a bare TODO or TBD, and the templates of a site \
                       generator.",
        level: Level::Error,
        on_by_default: true,
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We moved [TK] customers in [XX] days, TKTK.\n",
                hits: &["[TK]", "[XX]", "TKTK"],
                fixed: None,
            },
            Example::Bad {
                text: "Costs fell by XX% [INSERT SOURCE] last year.\n",
                hits: &["XX%", "[INSERT SOURCE]"],
                fixed: None,
            },
            Example::Bad {
                text: "Lorem ipsum dolor sit amet, consectetur.\n\nDear {{first_name}}, hello.\n",
                hits: &["Lorem ipsum dolor", "{{first_name}}"],
                fixed: None,
            },
            Example::Bad {
                text: "TODO: ask Devi for the figure.\n\nSee [the report](TK) or [insert link here].\n",
                hits: &["TODO:", "TK", "[insert link here]"],
                fixed: None,
            },
            Example::Good("We are the lending library of [insert industry here].\n"),
            Example::Good("Never ship Lorem ipsum: real words find real problems.\n"),
            Example::Good("Editors write \"TKTK\" and \"[TK]\" because no English word has it.\n"),
            Example::Good("My TODO list is a text file; the venue is TBD.\n"),
            Example::Good("Use `[TK]`, `XX%` and `{{name}}` in drafts.\n\n```\nTODO: x [TK]\n```\n"),
            Example::Good("Spanish [ES], Turkmen [TK], Welsh [CY]\n"),
            Example::Good("- [x] done\n- [ ] open, see [the plan](plan.md)\n"),
            Example::Good("Built on {{ site.time }} for {{ page.company }}.\n"),
        ],
    };
}

/// First words in capitals that make square brackets a placeholder.
const BRACKETED: &[&str] = &[
    "TK", "TKTK", "TODO", "TBD", "TBC", "FIXME", "XX", "XXX", "XXXX", "INSERT", "PLACEHOLDER",
];

/// What editors ask to have inserted; other things in brackets are jokes.
const INSERTED: &[&str] = &[
    "link", "links", "url", "image", "screenshot", "photo", "picture", "quote", "date", "number",
    "figure", "source", "citation", "caption",
];

/// Variables of a mail merge.
const MERGED: &[&str] = &[
    "name",
    "firstname",
    "lastname",
    "fullname",
    "yourname",
    "company",
    "companyname",
    "yourcompany",
    "customer",
    "customername",
    "productname",
    "recipient",
    "placeholder",
    "tk",
    "todo",
];

/// Destinations nobody means.
const DESTINATIONS: &[&str] = &[
    "TK", "TKTK", "TODO", "TBD", "TBC", "XXX", "URL", "LINK", "#TK", "#TODO", "#TBD", "http://TK",
];

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    Phrase::list(&[
        "lorem ipsum dolor",
        "lorem ipsum",
        "tktk",
        "tktktk",
        "tk tk",
        "xx",
        "xxx",
        "todo",
        "fixme",
    ])
});

impl Check for Placeholder {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut spans: Vec<Span> = Vec::new();
        let lists_languages = lists_languages(post);
        for hit in cx.hits {
            let block = &prose.blocks()[prose.block_at(hit.text.start)];
            let start = hit.text.start - block.text.start;
            let place = start..start + hit.text.len();
            if let Some(end) = phrase_end(prose.block_text(block), place, block) {
                spans.push(prose.source(hit.text.start..block.text.start + end));
            }
        }
        for block in prose.blocks() {
            let text = prose.block_text(block);
            for (start, end) in brackets(text) {
                let inner = text[start + 1..end - 1].trim();
                if inner == "TK" && lists_languages {
                    continue;
                }
                if self.is_bracketed(inner) && !is_quoted(text, start, end) {
                    spans.push(prose.source(block.text.start + start..block.text.start + end));
                }
            }
        }
        spans.extend(merged(post));
        spans.extend(destinations(post));
        spans.sort();
        spans.dedup_by(|later, earlier| earlier.overlaps(*later));
        for span in spans {
            let words = post.slice(span);
            out.report(span, format!("\"{words}\" still waits for its text"))
                .label("meant to be filled in")
                .help("write what belongs here, or take the sentence out");
        }
    }
}

impl Placeholder {
    fn is_bracketed(&self, inner: &str) -> bool {
        let word_end = inner
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(inner.len());
        let (first, rest) = inner.split_at(word_end);
        let own = self.also.iter().any(|word| word == inner);
        let inserts = first.eq_ignore_ascii_case("insert")
            && rest
                .split(|c: char| !c.is_alphanumeric())
                .rfind(|word| !matches!(*word, "" | "a" | "an" | "the" | "here"))
                .is_some_and(|word| INSERTED.contains(&word.to_ascii_lowercase().as_str()));
        own || BRACKETED.contains(&first) || inserts
    }
}

/// True for a post with codes such as [EN] and [FR], where [TK] is Turkmen.
fn lists_languages(post: &Post) -> bool {
    let text = post.prose().text();
    let is_code = |inner: &str| inner.len() == 2 && inner.bytes().all(|b| b.is_ascii_uppercase());
    brackets(text)
        .into_iter()
        .map(|(start, end)| &text[start + 1..end - 1])
        .filter(|inner| is_code(inner) && !BRACKETED.contains(inner))
        .nth(1)
        .is_some()
}

/// The end of the placeholder that the phrase at `place` is, if it is one.
fn phrase_end(text: &str, place: std::ops::Range<usize>, block: &Block) -> Option<usize> {
    let found = &text[place.clone()];
    let after = &text[place.end..];
    if is_quoted(text, place.start, place.end) {
        return None;
    }
    if found.is_char_boundary(5) && found[..5].eq_ignore_ascii_case("lorem") {
        let is_whole = text.trim_end_matches(['.', '…']).len() == found.len();
        let is_filler = found.to_ascii_lowercase().ends_with("dolor");
        return (is_filler || is_whole).then_some(place.end);
    }
    if found.contains(char::is_lowercase) {
        return None;
    }
    match found {
        "XX" | "XXX" => {
            let percent = after.starts_with('%') || after.starts_with(" percent");
            percent.then(|| place.end + usize::from(after.starts_with('%')))
        }
        "TODO" | "FIXME" => {
            let is_first = place.start == 0 && block.kind != BlockKind::Title;
            (is_first && after.starts_with(':')).then_some(place.end + 1)
        }
        _ => Some(place.end),
    }
}

/// True when quotation marks stand around the place: it is talked about.
fn is_quoted(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().find(|c| !matches!(c, ',' | '.'));
    let opens = before.is_some_and(|c| matches!(c, '"' | '“' | '‘' | '\'' | '«'));
    let closes = after.is_some_and(|c| matches!(c, '"' | '”' | '’' | '\'' | '»'));
    opens && closes
}

/// Pairs of square brackets with a short text between them.
fn brackets(text: &str) -> Vec<(usize, usize)> {
    const LONGEST: usize = 120;
    let mut found = Vec::new();
    for (start, _) in text.match_indices('[') {
        let rest = &text.as_bytes()[start + 1..];
        let end = rest
            .iter()
            .take(LONGEST)
            .position(|&byte| matches!(byte, b']' | b'[' | b'\n'));
        if let Some(len) = end
            && rest[len] == b']'
        {
            found.push((start, start + len + 2));
        }
    }
    found
}

/// Variables of a mail merge, in a post that no template engine reads.
fn merged(post: &Post) -> Vec<Span> {
    let variables = |template: &crate::post::Template| {
        let inner = post.slice(template.span).trim_matches(['{', '}', ' ', '-']);
        inner
            .chars()
            .filter(|c| !matches!(c, '_' | '-' | ' '))
            .collect::<String>()
            .to_ascii_lowercase()
    };
    let engine = post.templates().iter().any(|template| {
        let has_dot = post.slice(template.span).contains('.');
        template.kind == TemplateKind::Tag || (template.kind == TemplateKind::Expression && has_dot)
    });
    if engine {
        return Vec::new();
    }
    post.templates()
        .iter()
        .filter(|template| template.kind == TemplateKind::Expression)
        .filter(|template| post.slice(template.span).starts_with("{{"))
        .filter(|template| MERGED.contains(&variables(template).as_str()))
        .map(|template| template.span)
        .collect()
}

fn destinations(post: &Post) -> Vec<Span> {
    let links = post
        .links()
        .iter()
        .map(|link| (&link.destination, link.destination_span));
    let images = post
        .images()
        .iter()
        .map(|image| (&image.source, image.source_span));
    links
        .chain(images)
        .filter(|(destination, _)| DESTINATIONS.contains(&destination.as_str()))
        .map(|(_, span)| span)
        .collect()
}
