//! `evidence/dangling-citation`: a reference that leads to nothing.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::{BlockKind, LinkKind, Post};
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::{Span, whole_characters};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DanglingCitation {}

impl Rule for DanglingCitation {
    const META: Meta = Meta {
        id: "evidence/dangling-citation",
        summary: "A footnote, a link or a note for a source that leads to nothing",
        why: "Readers see the raw `[^3]`, a link that does nothing, or a note to the author. Each \
              says that there was a source and that it got lost on the way. A footnote that \
              nothing refers to is not shown at all by most generators.",
        leaves_alone: "Code, escaped marks, a pattern such as `[^abc]` in a post without \
                       footnotes, marks with a link (a joke), footnotes that a template refers \
                       to, and links whose destination a template makes.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "Kites help.[^1] Balloons do, too.[^2]\n\n[^1]: Jo Doe, *Kites*, 2021.\n",
                hits: &["[^2]"],
                fixed: None,
            },
            Example::Bad {
                text: "Kites help.[^1]\n\n[^1]: Jo Doe, *Kites*, 2021.\n\n[^2]: Jo Doe, *Sky*, 2022.\n",
                hits: &["[^2]: Jo Doe, *Sky*, 2022."],
                fixed: None,
            },
            Example::Bad {
                text: "Kites help, as [Jo Doe]() says.\n",
                hits: &["[Jo Doe]()"],
                fixed: None,
            },
            Example::Bad {
                text: "Kites help.[citation needed]\n",
                hits: &["[citation needed]"],
                fixed: None,
            },
            Example::Good("Kites help.[^1]\n\n[^1]: Jo Doe, *Kites*, 2021.\n"),
            Example::Good("The pattern [^abc] matches no a, no b and no c.\n"),
            Example::Good("Write `[^1]` for a note, `[text]()` for a link.\n"),
            Example::Good("Write \\[^1] for a note.\n"),
            Example::Good("Kites help [[citation needed](https://example.org/joke)].\n"),
            Example::Good("They wrote “[citation needed]” beside it.\n"),
            Example::Good("Read [the docs]({{< ref \"docs.md\" >}}).\n"),
        ],
    };
}

/// What authors write for a source that they will look up later.
const NOTES: PhraseList = PhraseList::new(
    "citation needed; citations needed; source needed; sources needed; reference needed; ref needed; cite needed; \
     link needed; needs citation; needs source; needs a citation; needs a source; add source; add citation; \
     add link; insert citation; insert source",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| NOTES.iter().map(Phrase::new).collect());

impl Check for DanglingCitation {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let marks = Marks::of(post);
        for span in references(post, &marks) {
            let words = post.slice(span);
            out.report(
                span,
                format!("\"{words}\" refers to a footnote that is not there"),
            )
            .label("no definition with this label in the post")
            .help("write the footnote, or take the reference out");
        }
        for (span, label) in definitions(post, &marks) {
            let fix = Fix::edit(Applicability::Unsafe, "take the footnote out", span, "");
            out.report(
                span,
                format!("nothing refers to the footnote \"[^{label}]\""),
            )
            .label("readers will not see it")
            .help(format!(
                "put [^{label}] behind what it backs, or take it out"
            ))
            .fix(fix);
        }
        for link in post.links() {
            let has_words = post.slice(link.text).contains(char::is_alphanumeric);
            if link.kind == LinkKind::Inline && link.destination.trim().is_empty() && has_words {
                let words = post.slice(link.text);
                out.report(link.span, format!("the link \"{words}\" leads nowhere"))
                    .label("nothing between the brackets ( )")
                    .help("put in the address, or take the link out and keep the words");
            }
        }
        let mut passages = Passages::of(post);
        for hit in cx.hits {
            if let Some(span) = note(post, &hit.text)
                && !passages.around(hit.text.start).quotes(hit.text.start)
            {
                let words = post.slice(span);
                out.report(span, format!("\"{words}\" was left for readers to see"))
                    .label("a note for the author")
                    .help("put in the source, or change what it was to back");
            }
        }
    }
}

/// Every `[^label]` in the file, in templates, comments and front matter too.
struct Marks(FxHashMap<String, Mark>);

/// How a label occurs, in any case.
#[derive(Default)]
struct Mark {
    count: usize,
    /// True when `[^label]:` is among them.
    is_defined: bool,
}

impl Marks {
    fn of(post: &Post) -> Marks {
        /// A longer label is none, in bytes.
        const LONGEST: usize = 200;
        let text = post.text();
        let mut marks: FxHashMap<String, Mark> = FxHashMap::default();
        for start in memchr::memmem::find_iter(text.as_bytes(), b"[^") {
            let rest = whole_characters(text, start + 2..start + 2 + LONGEST);
            if let Some((label, behind)) = rest.split_once(']') {
                let mark = marks.entry(label.to_lowercase()).or_default();
                mark.count += 1;
                mark.is_defined |= behind.starts_with(':');
            }
        }
        Marks(marks)
    }

    fn get(&self, label: &str) -> Option<&Mark> {
        self.0.get(&label.to_lowercase())
    }
}

/// The references in the words of the post: the parser makes a reference only
/// of one that has a definition.
fn references(post: &Post, marks: &Marks) -> Vec<Span> {
    if marks.0.is_empty() {
        return Vec::new();
    }
    let prose = post.prose();
    let notes = post.footnotes();
    let has_notes = !notes.definitions.is_empty();
    memchr::memmem::find_iter(prose.text().as_bytes(), b"[^")
        .filter_map(|start| {
            let rest = &prose.text()[start + 2..];
            let is_label = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            let end = rest.find(|c| !is_label(c))?;
            let label = &rest[..end];
            let behind = rest[end..].strip_prefix(']')?;
            let span = prose.source(start..start + 2 + end + 1);
            // Elsewhere it may be a pattern: [^abc], [^0-9].
            let is_number = label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit());
            let is_reference = !label.is_empty()
                && (is_number || (has_notes && !label.contains('-')))
                && !behind.starts_with(['*', '+', '{']);
            let is_escaped = post.text()[..span.start as usize].ends_with('\\');
            let is_body = post.body().contains(span);
            // A definition that the parser does not see, as among HTML.
            let is_defined = || marks.get(label).is_some_and(|mark| mark.is_defined);
            (is_reference && !is_escaped && is_body && !is_defined()).then_some(span)
        })
        .collect()
}

/// The definitions that nothing refers to, and their labels.
fn definitions<'a>(post: &'a Post, marks: &Marks) -> Vec<(Span, &'a str)> {
    let is_unused = |label: &str| marks.get(label).is_some_and(|mark| mark.count == 1);
    post.footnotes()
        .definitions
        .iter()
        .filter(|definition| is_unused(&definition.label))
        .map(|definition| (definition.span.trimmed(post.text()), &*definition.label))
        .collect()
}

/// The note with the words at `hit`, when it stands in brackets, by itself.
fn note(post: &Post, hit: &Range<usize>) -> Option<Span> {
    let prose = post.prose();
    let text = prose.text();
    let is_bracketed = text[..hit.start].ends_with('[') && text[hit.end..].starts_with(']');
    if !is_bracketed {
        return None;
    }
    let span = prose.source(hit.start - 1..hit.end + 1);
    let block = &prose.blocks()[prose.block_at(hit.start)];
    let links = post.links();
    let upto = links.partition_point(|link| link.span.start < span.end);
    let is_linked = links[..upto]
        .last()
        .is_some_and(|link| link.span.overlaps(span));
    (block.kind != BlockKind::Quote && !is_linked).then_some(span)
}
