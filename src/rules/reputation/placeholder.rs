//! `reputation/placeholder`: text that was meant to be filled in.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{PhraseList, WordList};
use crate::lexicon::Phrase;
use crate::post::{Block, BlockKind, Post, TemplateKind};
use crate::rules::kind::is_draft;
use crate::rules::mention::Mentions;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
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
        leaves_alone: "Drafts, code, words in quotation marks or italics, sentences about \
                       placeholders and templates, a joke like [insert industry here], a bare TODO \
                       or TBD in a text or a list, and the templates of a site generator.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "also",
            what: "More words that in square brackets wait for their text",
            example: r#"["NUMBER"]"#,
        }],
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
            Example::Bad {
                text: "---\ntitle: Prices\ndescription: TODO\n---\n## TK\n\nIt costs XX million.\n\n![TODO](a.png)\n",
                hits: &["TODO", "TK", "XX million", "TODO"],
                fixed: None,
            },
            Example::Good("We are the lending library of [insert industry here].\n"),
            Example::Good("Never ship Lorem ipsum: real words find real problems.\n"),
            Example::Good("Editors write \"TKTK\" and \"[TK]\" because no English word has it.\n"),
            Example::Good("My TODO list is a text file; the venue is TBD.\n"),
            Example::Good(
                "Use `[TK]`, `XX%` and `{{name}}` in drafts.\n\n```\nTODO: x [TK]\n```\n",
            ),
            Example::Good("Spanish [ES], Turkmen [TK], Welsh [CY]\n"),
            Example::Good("Sort with [INSERT, UPDATE, DELETE] and press i for [INSERT] mode.\n"),
            Example::Good("The *TKTK* mark is an old printers' habit.\n"),
            Example::Good("A mail to copy:\n\n> Hi {{first_name}}, join us on [insert date].\n"),
            Example::Good("Merge tags such as {{first_name}} are filled in by the tool.\n"),
            Example::Good("Replace [XX] with your country code; “XX%” is a placeholder.\n"),
            Example::Good("---\ntitle: Prices\ndraft: true\n---\nIt costs [TK].\n"),
            Example::Good("TBD\n\nThe venue is (TBD).\n"),
            Example::Good("- TODO: Windows support\n- TODO: dark mode\n"),
            Example::Good("- [x] done\n- [ ] open, see [the plan](plan.md)\n"),
            Example::Good("Built on {{ site.time }} for {{ page.company }}.\n"),
        ],
    };
}

/// First words in capitals that make square brackets a placeholder.
const BRACKETED: &[&str] = &["TK", "TKTK", "TODO", "FIXME", "XX", "XXX", "XXXX"];

/// Starts of a note to oneself in square brackets, lower case.
const NOTES: PhraseList =
    PhraseList::new("add link; add a link; add screenshot; add image; need source; source needed");

/// What editors ask to have inserted; other things in brackets are jokes.
const INSERTED: WordList = WordList::new(
    "link links url image screenshot photo picture quote date number figure source citation \
     caption",
);

/// Variables of a mail merge.
const MERGED: WordList = WordList::new(
    "name firstname lastname fullname yourname company companyname yourcompany customer \
     customername productname recipient placeholder tk todo",
);

/// Destinations nobody means.
const DESTINATIONS: &[&str] = &[
    "TK", "TKTK", "TODO", "TBD", "XXX", "URL", "LINK", "tk", "todo",
];

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    Phrase::list(&[
        "lorem ipsum dolor",
        "lorem ipsum",
        "tktk",
        "tktktk",
        "tk tk",
        "tk",
        "xx",
        "xxx",
        "todo",
        "fixme",
        "tbd",
    ])
});

impl Check for Placeholder {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        // What is a draft may still wait for its text.
        if is_draft(post) {
            return;
        }
        let prose = post.prose();
        let lists_languages = lists_languages(post);
        let mut spans: Vec<Span> = Vec::new();
        let mut hits = cx.hits.iter().map(|hit| &hit.text).peekable();
        for block in prose.blocks() {
            let text = prose.block_text(block);
            let base = block.text.start;
            let mut found: Vec<Range<usize>> = Vec::new();
            while let Some(hit) = hits.next_if(|hit| hit.start < block.text.end) {
                let place = hit.start - base..hit.end - base;
                let start = place.start;
                let slot = Slot {
                    post,
                    block,
                    text,
                    place,
                };
                found.extend(slot.phrase_end().map(|end| start..end));
            }
            for (start, end) in brackets(text) {
                let inner = text[start + 1..end - 1].trim();
                let is_language = inner == "TK" && lists_languages;
                if !is_language && self.is_bracketed(inner, &text[end..], block.kind) {
                    found.push(start..end);
                }
            }
            if found.is_empty() {
                continue;
            }
            let mentions = Mentions::of(post, block);
            let used = found.iter().filter(|place| !mentions.hold(place));
            spans.extend(used.map(|place| prose.source(base + place.start..base + place.end)));
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
    /// True when `inner`, in square brackets, waits for its text.
    fn is_bracketed(&self, inner: &str, after: &str, kind: BlockKind) -> bool {
        let word_end = inner
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(inner.len());
        let (first, rest) = inner.split_at(word_end);
        // A quotation shows a template to copy.
        let is_shown = kind == BlockKind::Quote;
        let lower = inner.to_lowercase();
        let is_note = NOTES.iter().any(|note| lower.starts_with(note));
        let names_slot = first == "INSERT" && rest.starts_with(' ') && is_capitals(rest);
        let inserts = first.eq_ignore_ascii_case("insert")
            && rest
                .split(|c: char| !c.is_alphanumeric())
                .rfind(|word| !matches!(*word, "" | "a" | "an" | "the" | "here"))
                .is_some_and(|word| INSERTED.has(word));
        self.also.iter().any(|word| word == inner)
            || BRACKETED.contains(&first)
            || (inner == "X" && after.starts_with('%'))
            || (!is_shown && (is_note || names_slot || inserts))
    }
}

fn is_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}

/// A place in a block that looks like a placeholder.
struct Slot<'a> {
    post: &'a Post,
    block: &'a Block,
    text: &'a str,
    place: Range<usize>,
}

impl Slot<'_> {
    /// The end of the placeholder that the phrase here is, if it is one.
    fn phrase_end(&self) -> Option<usize> {
        let found = &self.text[self.place.clone()];
        let after = &self.text[self.place.end..];
        let end = self.place.end;
        let is_alone = self.text.trim().trim_end_matches(['.', '…', ':']) == found;
        if found
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case("lorem"))
        {
            let is_filler = found.to_ascii_lowercase().ends_with("dolor");
            return (is_filler || is_alone).then_some(end);
        }
        if !is_capitals(found) {
            return None;
        }
        let in_brackets = self.text[..self.place.start].ends_with('(') && after.starts_with(')');
        match found {
            "XX" | "XXX" => {
                let unit = ["%", " percent", " per cent", " million", " billion"]
                    .into_iter()
                    .find(|unit| after.starts_with(unit));
                match unit {
                    Some(unit) => Some(end + unit.len()),
                    None => (found == "XXX" && is_alone && self.is_value()).then_some(end),
                }
            }
            "TODO" | "FIXME" | "TBD" => {
                let opens = self.place.start == 0 && self.block.kind == BlockKind::Paragraph;
                if opens && after.starts_with(':') {
                    Some(end + 1)
                } else {
                    // "Date: TBD" is an answer.
                    let waits = (is_alone && self.is_value()) || in_brackets;
                    (waits && found != "TBD").then_some(end)
                }
            }
            "TK" => ((is_alone && self.is_value()) || in_brackets).then_some(end),
            _ => Some(end),
        }
    }

    /// True where a lone word stands for a text that was never written.
    fn is_value(&self) -> bool {
        match self.block.kind {
            BlockKind::Title | BlockKind::Heading(_) | BlockKind::AltText | BlockKind::Caption => {
                true
            }
            BlockKind::FrontMatter => ["description", "summary", "excerpt", "subtitle"]
                .into_iter()
                .filter_map(|key| self.post.front_matter()?.get(key))
                .any(|value| value.span == self.block.span),
            _ => false,
        }
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

/// Variables of a mail merge, `{{first_name}}`, in a text that nothing fills in.
fn merged(post: &Post) -> Vec<Span> {
    let has_engine = post.templates().iter().any(|template| {
        let call = post.slice(template.span);
        template.kind == TemplateKind::Tag
            || (template.kind == TemplateKind::Expression && call.contains(['.', ' ']))
    });
    if has_engine {
        return Vec::new();
    }
    let prose = post.prose();
    let is_variable = |call: &str| {
        let name: String = call
            .trim_matches(['{', '}'])
            .chars()
            .filter(|c| !matches!(c, '_' | '-'))
            .collect();
        call.starts_with("{{") && MERGED.has(&name)
    };
    prose
        .blocks()
        .iter()
        .filter(|block| block.kind != BlockKind::Quote)
        .flat_map(|block| {
            let found: Vec<Span> = post
                .templates_in(block.span)
                .iter()
                .filter(|template| template.kind == TemplateKind::Expression)
                .map(|template| template.span)
                .filter(|span| is_variable(post.slice(*span)))
                .collect();
            if found.is_empty() || Mentions::of(post, block).are_there() {
                Vec::new()
            } else {
                found
            }
        })
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
