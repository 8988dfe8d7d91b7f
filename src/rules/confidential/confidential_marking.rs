//! `confidential/confidential-marking`: a banner that says the text is not for the public.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::marking::{self, Look, is_marking};
use crate::language::{PhraseList, WordList, sentences};
use crate::lexicon::Phrase;
use crate::post::prose::Line as ProseLine;
use crate::post::{Block, BlockKind, Post};
use crate::rules::mention::is_led_in;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
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
        reads_english: false,
        options: &[OptionDoc {
            name: "also",
            what: "Markings of the company's own",
            example: r#"["Acme eyes only"]"#,
        }],
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
            Example::Bad {
                text: "For internal use only. Do not share with customers.\n\nText.\n\nMore.\n",
                hits: &["For internal use only. Do not share with customers."],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: \"[INTERNAL] Prices in May\"\n---\nClassification: TLP:RED\n\nText.\n",
                hits: &["[INTERNAL] Prices in May", "Classification: TLP:RED"],
                fixed: None,
            },
            Example::Bad {
                text: "We grew.\n\n## Internal use only\n\nPrices go up in May.\n",
                hits: &["Internal use only"],
                fixed: None,
            },
            Example::Bad {
                text: "We grew.\n\n> Strictly confidential\n\nPrices go up in May.\n",
                hits: &["Strictly confidential"],
                fixed: None,
            },
            Example::Good("## Public\n\nAll of it.\n\n## Strictly confidential\n\nSome.\n\nEnd.\n"),
            Example::Good(
                "Intro.\n\n### Strictly confidential\n\nPrices.\n\n### Internal only\n\nWages.\n\nEnd.\n",
            ),
            Example::Good(
                "Intro.\n\n**Confidential**\n\nPrices.\n\n**Internal use only**\n\nWages.\n\n**Strictly confidential**\n\nEnd.\n",
            ),
            Example::Good("Be careful with mail.\n\n**Do not forward**\n\nIt leaks.\n"),
            Example::Good("The memo said:\n\n> STRICTLY CONFIDENTIAL\n\nNobody kept to it.\n"),
            Example::Good(
                "## TLP:RED\n\nFor the room only.\n\n## TLP:GREEN\n\nFor the community.\n",
            ),
            Example::Good(
                "A long line that was wrapped just so that the last word is\nconfidential.\n",
            ),
            Example::Good("---\ntitle: Prices\ntags: [confidential]\n---\nText.\n"),
            Example::Good("TLP:CLEAR\n\nText for everybody.\n"),
        ],
    };
}

impl Check for ConfidentialMarking {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            marking::phrases()
                .map(Phrase::new)
                .chain(self.also.iter().map(|own| Phrase::new(own)))
                .collect()
        })
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut spans: Vec<Span> = front_matter_classes(post);
        let mut inner: Vec<Span> = Vec::new();
        let mut names_classes = false;
        let is_label = |text: &str| {
            text.get(..3)
                .is_some_and(|tlp| tlp.eq_ignore_ascii_case("tlp"))
        };
        let explains_labels = cx
            .hits
            .iter()
            .any(|hit| is_label(&prose.text()[hit.text.clone()]))
            && explains_labels(post);
        // Many hits may share a line and a block; each is looked at once.
        let mut hits = cx.hits.iter().map(|hit| hit.text.start).peekable();
        while let Some(&start) = hits.peek() {
            let index = prose.block_at(start);
            let block = &prose.blocks()[index];
            let banner = Banner::of(post, index);
            let lines = if banner == Banner::No {
                Vec::new()
            } else {
                prose.lines(block)
            };
            for line in lines {
                let mut is_hit = false;
                while hits.next_if(|start| *start < line.text.end).is_some() {
                    is_hit = true;
                }
                if !is_hit || !self.marks(post, &line, banner, &cx.company.names) {
                    continue;
                }
                if explains_labels
                    && prose.text()[line.text.clone()]
                        .to_lowercase()
                        .contains("tlp")
                {
                    continue;
                }
                let span = prose.source(line.text).trimmed(post.text());
                if matches!(banner, Banner::Inner | Banner::Section) {
                    names_classes |= banner == Banner::Section && is_class(post.slice(span));
                    inner.push(span);
                } else {
                    spans.push(span);
                }
            }
            while hits.next_if(|start| *start < block.text.end).is_some() {}
        }
        // Several of them between other text name the classes there are.
        let is_same = |span: &Span| post.slice(*span) == post.slice(inner[0]);
        if !inner.is_empty()
            && inner.iter().all(is_same)
            && !names_classes
            && !has_class_headings(post)
        {
            spans.append(&mut inner);
        }
        spans.sort();
        spans.dedup();
        for span in spans {
            let words = post.slice(span);
            out.report(
                span,
                format!("\"{words}\" marks this as not meant for the public"),
            )
            .label("a marking for a closed circle of readers")
            .help(
                "if the text is cleared, take the marking out; if it is not, keep the post \
                     out of the repo until it is",
            );
        }
    }
}

/// How a block may be a banner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Banner {
    /// Not at all: it is part of a list, a table, a caption.
    No,
    /// A paragraph between others.
    Inner,
    /// At the top or the bottom of the post, or its main heading.
    Outer,
    /// A lower heading at an end of the post, which may as well be a topic.
    Heading,
    /// A lower heading between other text.
    Section,
    /// The title or another value of the front matter.
    Setting,
}

impl Banner {
    fn of(post: &Post, index: usize) -> Banner {
        let blocks = post.prose().blocks();
        let block = &blocks[index];
        let in_body = |block: &Block| post.body().contains(block.span);
        let is_outer = blocks.iter().position(in_body) == Some(index) || index + 1 == blocks.len();
        match block.kind {
            BlockKind::Title => Banner::Setting,
            BlockKind::FrontMatter if !is_topic(post, block) => Banner::Setting,
            BlockKind::Heading(1) => Banner::Outer,
            BlockKind::Heading(_) if is_outer => Banner::Heading,
            BlockKind::Heading(_) => Banner::Section,
            BlockKind::Quote | BlockKind::Paragraph | BlockKind::Html if is_outer => Banner::Outer,
            // "The memo said:" leads in what somebody else wrote.
            BlockKind::Quote if is_led_in(post, index) => Banner::No,
            BlockKind::Quote | BlockKind::Paragraph | BlockKind::Html => Banner::Inner,
            _ => Banner::No,
        }
    }
}

impl ConfidentialMarking {
    fn marks(&self, post: &Post, line: &ProseLine, banner: Banner, company: &[String]) -> bool {
        /// A longer line is no banner, in bytes.
        const LONGEST: usize = 300;
        let text = &post.prose().text()[line.text.clone()];
        if text.len() > LONGEST || text.contains('?') {
            return false;
        }
        let own = Phrase::new(text);
        if self.also.iter().any(|also| Phrase::new(also) == own) {
            return true;
        }
        let capitals = is_capitals(text);
        let look = if capitals {
            Look::Capitals
        } else {
            Look::Plain
        };
        if banner == Banner::Setting {
            return is_flagged_title(text) || is_marking(text, company, look);
        }
        // At an end of the post, the first sentence is enough.
        let first = sentences(text)
            .first()
            .map_or(text, |sentence| &text[sentence.clone()]);
        match banner {
            Banner::Outer => {
                line.set_off
                    && (is_flagged_title(text)
                        || is_marking(text, company, Look::Banner)
                        || is_marking(first, company, Look::Plain))
            }
            Banner::Heading | Banner::Section => is_marking(text, company, look),
            _ => (line.set_off || capitals) && is_marking(text, company, look),
        }
    }
}

/// True for what is a topic as often as a marking, when it is a heading.
fn is_class(heading: &str) -> bool {
    heading.eq_ignore_ascii_case("internal only") || heading.starts_with("TLP")
}

/// True for a post whose headings are classes of information.
fn has_class_headings(post: &Post) -> bool {
    const CLASSES: WordList =
        WordList::new("public internal restricted secret private external sensitive unclassified");
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
        .any(|block| CLASSES.has(prose.block_text(block).trim()))
}

/// True for "CONFIDENTIAL: prices" and "[INTERNAL] Prices".
fn is_flagged_title(title: &str) -> bool {
    let rest = title.trim_start_matches('[');
    ["CONFIDENTIAL", "INTERNAL"].iter().any(|flag| {
        rest.strip_prefix(flag)
            .is_some_and(|rest| rest.starts_with([':', ']']) || rest.starts_with(" -"))
    })
}

/// True for a post that names several TLP labels, and so tells what they mean.
fn explains_labels(post: &Post) -> bool {
    let all = Phrase::new(post.prose().text());
    ["red", "amber", "green", "clear", "white"]
        .into_iter()
        .filter(|color| all.has_neighbours("tlp", color))
        .nth(1)
        .is_some()
}

/// Keys of the front matter that classify the post, with a closed class.
fn front_matter_classes(post: &Post) -> Vec<Span> {
    const KEYS: WordList = WordList::new(
        "visibility classification data-classification sensitivity confidentiality marking \
     distribution tlp",
    );
    const CLOSED: PhraseList = PhraseList::new(
        "confidential; internal; internal only; internal use only; restricted; secret; red; amber; \
     amber strict; tlp red; tlp amber; tlp amber strict",
    );
    let Some(front_matter) = post.front_matter() else {
        return Vec::new();
    };
    let closed: Vec<Phrase> = CLOSED.iter().map(Phrase::new).collect();
    front_matter
        .leaves()
        .into_iter()
        .filter(|(path, value)| {
            let key = path.strip_prefix("params.").unwrap_or(path);
            let is_class = KEYS.has(key)
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

/// True for a value that says what the post is about: `tags: [confidential]`.
fn is_topic(post: &Post, block: &Block) -> bool {
    const TOPICS: WordList = WordList::new("tags tag categories category keywords topics aliases");
    post.front_matter().is_some_and(|front_matter| {
        front_matter.leaves().iter().any(|(path, value)| {
            value.span == block.span && path.split('.').any(|key| TOPICS.has(key))
        })
    })
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
