//! `confidential/confidential-marking`: a banner that says the text is not for the public.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::{fold_into, words};
use crate::lexicon::Phrase;
use crate::post::prose::Line as ProseLine;
use crate::post::{Block, BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfidentialMarking {
    /// Markings of the company's own, such as "Acme eyes only".
    also: Vec<String>,
    #[serde(skip)]
    phrases: OnceLock<Vec<Phrase>>,
}

impl Rule for ConfidentialMarking {
    const META: Meta = Meta {
        id: "confidential/confidential-marking",
        summary: "A banner such as \"Confidential\" or \"Internal use only\" in a post",
        why: "A marking says that its author meant the text for a closed circle. Published, it \
              tells every reader, competitor and journalist that something slipped out, and \
              it may break an agreement. Either the text is not cleared, or the marking is left \
              over from a draft; both want a person to look before it goes live.",
        leaves_alone: "The word in running prose, lists and tables that name classes of \
                       information, questions, code, and TLP:CLEAR or TLP:GREEN.",
        level: Level::Error,
        on_by_default: true,
        sources: &[Source {
            title: "FIRST, Traffic Light Protocol 2.0",
            url: "https://www.first.org/tlp/",
        }],
        examples: &[
            Example::Bad {
                text: "**Internal use only – do not distribute**\n\nPrices go up in May.\n",
                hits: &["Internal use only – do not distribute"],
                fixed: None,
            },
            Example::Bad {
                text: "# CONFIDENTIAL\n\nPrices go up in May.\n",
                hits: &["CONFIDENTIAL"],
                fixed: None,
            },
            Example::Bad {
                text: "Prices go up in May.\n\n© 2026 Acme, Inc. Confidential and proprietary.\n",
                hits: &["© 2026 Acme, Inc. Confidential and proprietary."],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Prices\nclassification: internal\n---\nPrices go up.\n",
                hits: &["internal"],
                fixed: None,
            },
            Example::Bad {
                text: "> Attorney-client privileged\n\nText.\n\nTLP:AMBER\n",
                hits: &["Attorney-client privileged", "TLP:AMBER"],
                fixed: None,
            },
            Example::Good("We keep drafts confidential until they are ready.\n"),
            Example::Good("The tool was built for internal use only, and then it grew.\n"),
            Example::Good("Our classes:\n\n- Public\n- Confidential\n- Do not distribute\n"),
            Example::Good("## Is it confidential?\n\nAsk before you share.\n"),
            Example::Good("## TLP:RED\n\nFor the room only.\n\n## TLP:GREEN\n\nFor the community.\n"),
            Example::Good("A long line that was wrapped just so that the last word is\nconfidential.\n"),
            Example::Good("---\ntitle: Prices\ntags: [confidential]\n---\nText.\n"),
            Example::Good("TLP:CLEAR\n\nText for everybody.\n"),
        ],
    };
}

/// Phrases that are a marking wherever they fill a line.
const STRONG: &[&str] = &[
    "internal use only",
    "for internal use only",
    "internal only",
    "for internal distribution only",
    "not for external use",
    "not for distribution",
    "not for external distribution",
    "not for public distribution",
    "not for public release",
    "not for release",
    "not for publication",
    "do not distribute",
    "do not redistribute",
    "do not disseminate",
    "do not circulate",
    "do not forward",
    "do not share outside",
    "do not share externally",
    "do not share or distribute",
    "do not copy or distribute",
    "strictly confidential",
    "highly confidential",
    "company confidential",
    "business confidential",
    "commercial in confidence",
    "confidential and proprietary",
    "confidential proprietary",
    "proprietary and confidential",
    "proprietary confidential",
    "privileged and confidential",
    "privileged confidential",
    "private and confidential",
    "attorney client privileged",
    "attorney client communication",
    "attorney work product",
    "legally privileged",
    "company eyes only",
    "internal eyes only",
];

/// The bare word. Alone it must look like a banner or stand at an end of the post.
const BARE: &str = "confidential";
/// Phrases that mark only in capitals: "Do not share" is also good advice.
const WEAK: &[&str] = &[
    "do not share",
    "do not copy",
    "do not publish",
    "do not post",
    "top secret",
    "restricted",
];

/// What may stand beside a marking on its line.
const FILLERS: &[&str] = &[
    "this", "document", "page", "post", "draft", "email", "memo", "message", "file", "is", "and",
    "or", "the", "of", "please", "inc", "llc", "ltd", "gmbh", "corp", "corporation", "company",
    "copyright", "c", "all", "rights", "reserved", "notice", "classification", "status", "team",
    "employees", "version",
];

impl ConfidentialMarking {
    fn all_phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            STRONG
                .iter()
                .chain(WEAK)
                .copied()
                .chain([BARE, "tlp"])
                .chain(self.also.iter().map(String::as_str))
                .map(Phrase::new)
                .collect()
        })
    }
}

impl Check for ConfidentialMarking {
    fn phrases(&self) -> &[Phrase] {
        self.all_phrases()
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut spans: Vec<Span> = front_matter_classes(post);
        // Many hits may share a line and a block; each is looked at once.
        let mut hits = cx.hits.iter().map(|hit| hit.text.start).peekable();
        while let Some(&start) = hits.peek() {
            let index = prose.block_at(start);
            let block = &prose.blocks()[index];
            let lines = if may_be_banner(post, block) {
                prose.lines(block)
            } else {
                Vec::new()
            };
            for line in lines {
                let mut is_hit = false;
                while hits.next_if(|start| *start < line.text.end).is_some() {
                    is_hit = true;
                }
                if is_hit && self.is_banner(post, index, &line, &cx.company.names) {
                    spans.push(prose.source(line.text).trimmed(post.text()));
                }
            }
            while hits.next_if(|start| *start < block.text.end).is_some() {}
        }
        spans.sort();
        spans.dedup();
        for span in spans {
            let words = post.slice(span);
            out.report(span, format!("\"{words}\" marks this as not meant for the public"))
                .label("a marking for a closed circle of readers")
                .help(
                    "if the text is cleared, take the marking out; if it is not, keep the post \
                     out of the repo until it is",
                );
        }
    }
}

impl ConfidentialMarking {
    fn is_banner(&self, post: &Post, block: usize, line: &ProseLine, company: &[String]) -> bool {
        let text = &post.prose().text()[line.text.clone()];
        if text.len() > LONGEST {
            return false;
        }
        let capitals = is_capitals(text);
        let marking = Line {
            text,
            capitals,
            at_end: is_outermost(post, block),
        };
        self.is_own(text)
            || marking.is_tlp(post)
            || ((line.set_off || capitals) && marking.is_marking(company))
    }

    /// True when the line is one of the company's own markings and nothing else.
    fn is_own(&self, line: &str) -> bool {
        let line = Phrase::new(line);
        self.also.iter().any(|own| Phrase::new(own) == line)
    }
}

/// Keys of the front matter that classify the post, with a closed class.
fn front_matter_classes(post: &Post) -> Vec<Span> {
    const KEYS: &[&str] = &[
        "classification",
        "data-classification",
        "sensitivity",
        "confidentiality",
        "marking",
        "distribution",
        "tlp",
    ];
    const CLOSED: &[&str] = &[
        "confidential",
        "internal",
        "internal only",
        "internal use only",
        "restricted",
        "secret",
        "red",
        "amber",
        "tlp red",
        "tlp amber",
    ];
    let Some(front_matter) = post.front_matter() else {
        return Vec::new();
    };
    let closed: Vec<Phrase> = Phrase::list(CLOSED);
    front_matter
        .leaves()
        .into_iter()
        .filter(|(path, value)| {
            let key = last_key(path);
            let is_class = KEYS.iter().any(|known| key.eq_ignore_ascii_case(known))
                && value
                    .as_text()
                    .is_some_and(|text| closed.contains(&Phrase::new(text)));
            let is_switch =
                key.eq_ignore_ascii_case("confidential") && value.as_bool() == Some(true);
            is_class || is_switch
        })
        .map(|(_, value)| value.span)
        .collect()
}

fn last_key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// A banner is a line of text of its own; a list or a table names classes.
fn may_be_banner(post: &Post, block: &Block) -> bool {
    match block.kind {
        BlockKind::Title
        | BlockKind::Heading(_)
        | BlockKind::Paragraph
        | BlockKind::Quote
        | BlockKind::Html => true,
        BlockKind::FrontMatter => {
            const TOPICS: &[&str] = &["tags", "tag", "categories", "keywords", "topics", "aliases"];
            post.front_matter().is_some_and(|front_matter| {
                front_matter.leaves().iter().any(|(path, value)| {
                    value.span == block.span
                        && !path
                            .split('.')
                            .any(|key| TOPICS.iter().any(|t| key.eq_ignore_ascii_case(t)))
                })
            })
        }
        _ => false,
    }
}

/// True for the first and the last block of the body.
fn is_outermost(post: &Post, index: usize) -> bool {
    let blocks = post.prose().blocks();
    let in_body = |block: &Block| post.body().contains(block.span);
    let first = blocks.iter().position(in_body);
    first == Some(index) || index + 1 == blocks.len()
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// A longer line is no banner, in bytes.
const LONGEST: usize = 300;

struct Line<'a> {
    text: &'a str,
    capitals: bool,
    at_end: bool,
}

impl Line<'_> {
    /// True when the line is made of markings and what goes with them.
    fn is_marking(&self, company: &[String]) -> bool {
        if self.text.contains('?') {
            return false;
        }
        let mut folded = String::new();
        let words: Vec<String> = words(self.text)
            .map(|word| {
                fold_into(&self.text[word], &mut folded);
                folded.clone()
            })
            .collect();
        let names: Vec<String> = company.iter().map(|name| name.to_lowercase()).collect();
        let (mut strong, mut weak, mut bare, mut named) = (0, 0, 0, false);
        let mut at = 0;
        while at < words.len() {
            let rest = words[at..].join(" ");
            if let Some(len) = prefix_words(&rest, STRONG) {
                strong += 1;
                at += len;
            } else if let Some(len) = prefix_words(&rest, WEAK) {
                weak += 1;
                at += len;
            } else if let Some(len) = prefix_words(&rest, &names) {
                named = true;
                at += len;
            } else if words[at] == BARE {
                bare += 1;
                at += 1;
            } else if is_filler(&words[at]) {
                at += 1;
            } else {
                return false;
            }
        }
        let banner = self.capitals || self.at_end || named;
        strong > 0 || (bare > 0 && banner) || (weak > 0 && (self.capitals || bare > 0))
    }

    /// True for a line that is a closed TLP label, in a post that does not
    /// explain what the labels mean.
    fn is_tlp(&self, post: &Post) -> bool {
        let label = |text: &str| -> Option<String> {
            let rest = text.trim().get(..3).filter(|tlp| tlp.eq_ignore_ascii_case("tlp"))?;
            let color = text.trim()[rest.len()..].trim_start_matches([':', ' ']);
            Some(color.trim_end_matches('.').to_ascii_lowercase())
        };
        let closed = label(self.text)
            .is_some_and(|color| matches!(color.as_str(), "red" | "amber" | "amber+strict"));
        closed && {
            let all = post.prose().text().to_ascii_lowercase();
            let named = ["tlp:red", "tlp:amber", "tlp:green", "tlp:clear", "tlp:white"]
                .into_iter()
                .filter(|color| all.contains(color))
                .count();
            named <= 1
        }
    }
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || word.chars().all(|c| c.is_ascii_digit())
}

/// How many words of `text` one of the `phrases` takes at its start.
fn prefix_words<S: AsRef<str>>(text: &str, phrases: &[S]) -> Option<usize> {
    phrases
        .iter()
        .map(AsRef::as_ref)
        .filter(|phrase| {
            text.strip_prefix(phrase)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
        .map(|phrase| phrase.split(' ').count())
        .max()
}
