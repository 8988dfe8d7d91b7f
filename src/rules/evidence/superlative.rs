//! `evidence/superlative`: "the world's fastest", said about oneself and backed by nothing.
//!
//! A word is no claim. What is flagged is a sentence whose subject is the
//! company or one of its products, which says that it is first among all, and
//! which stands in a paragraph without evidence.

use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::company::Company;
use crate::evidence;
use crate::finding::{Findings, Level};
use crate::language::superlative::{self, Claim, Shape, leading_name};
use crate::language::{Quotations, sentences};
use crate::lexicon::{Hit, Phrase};
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Superlative {
    /// More phrases that claim to be first among all.
    also: Vec<String>,
    #[serde(skip)]
    phrases: OnceLock<Vec<Phrase>>,
}

impl Rule for Superlative {
    const META: Meta = Meta {
        id: "evidence/superlative",
        summary: "A claim to be the first, the only or the best, without evidence",
        why: "\"The world's fastest\" is a statement of fact that a reader can test and a competitor \
              can challenge. Backed by a benchmark, it convinces; backed by nothing, it costs trust, \
              and advertising law in many places asks for proof held before the claim is made. \
              Say what was measured, when and against whom, or say what the thing does.",
        leaves_alone: "Claims about others (without [company] in the policy: all but \"we\" and what \
                       the post is titled after), headings, quotations, questions, goals and hopes, \"one of \
                       the\", comparisons with the company's own earlier work, and any claim in a \
                       paragraph with a link to another site, a sourced footnote or a stated method.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "also",
            what: "More phrases that claim to be first among all",
            example: r#"["gold standard"]"#,
        }],
        sources: &[
            Source {
                title: "FTC, Policy Statement Regarding Advertising Substantiation",
                url: "https://www.ftc.gov/legal-library/browse/ftc-policy-statement-regarding-advertising-substantiation",
            },
            Source {
                title: "CAP Code, section 3: Misleading advertising",
                url: "https://www.asa.org.uk/type/non_broadcast/code_section/03.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: "Acme Cloud is the world's fastest database.\n",
                hits: &["world's fastest"],
                fixed: None,
            },
            Example::Bad {
                text: "With our industry-leading support, you sleep well.\n",
                hits: &["industry-leading"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme, the **world’s\nleading** maker of maps, opens an office.\n",
                hits: &["world’s\nleading"],
                fixed: None,
            },
            Example::Bad {
                text: "- We are the only managed database provider that does this.\n",
                hits: &["the only managed database provider"],
                fixed: None,
            },
            Example::Bad {
                text: "We built the most secure platform on the market.\n",
                hits: &["the most secure platform"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme Cloud is #1 in managed databases.\n",
                hits: &["#1"],
                fixed: None,
            },
            Example::Bad {
                text: "As the world’s leading maker of maps, we know every road.\n",
                hits: &["world’s leading"],
                fixed: None,
            },
            Example::Bad {
                text: "In May we released the industry's first map of wells. Our platform is not only the fastest in Europe.\n",
                hits: &["industry's first", "the fastest"],
                fixed: None,
            },
            Example::Bad {
                text: "Acme, the leading map provider, opens an office. Acme Cloud is the No. 1 database.\n",
                hits: &["the leading map provider", "No. 1"],
                fixed: None,
            },
            Example::Good("Acme Cloud is built on Kelvin, the world's largest open dataset.\n"),
            Example::Good("Our customer Bergbank is Europe's largest lender.\n"),
            Example::Good("“It just runs. We are the world's fastest team with it,” says Ines.\n"),
            Example::Good(
                "Our ambition is to be the world's fastest database, and to stay kind.\n",
            ),
            Example::Good("It is in the nation's interest, and ours.\n"),
            Example::Good("We were the first company to ship maps on paper in 1998.\n"),
            Example::Good("This is the largest database we run.\n"),
            Example::Good("We built the most recent version of the tool on a plane.\n"),
            Example::Good(
                "Acme Cloud is the world's fastest database in [a test by Example Labs](https://example.org/test).\n",
            ),
            Example::Good(
                "Acme Cloud is the world's fastest database.[^1]\n\n[^1]: <https://example.org/test>, 2026.\n",
            ),
            Example::Good("We want to be the world's fastest database.\n"),
            Example::Good("Is Acme Cloud the world's fastest database?\n"),
            Example::Good("Acme Cloud is one of the world's fastest databases.\n"),
            Example::Good("The world's largest library lent us a room.\n"),
            Example::Good("“Acme Cloud is the world's fastest database,” said a customer.\n"),
            Example::Good("This was our largest event, and the only way to meet everybody.\n"),
            Example::Good("We are the first to admit that it was late.\n"),
            Example::Good("## Acme Cloud is the world's fastest database\n\nSo we heard.\n"),
            Example::Good("We are not the largest database company, and we like it.\n"),
            Example::Good("Our #1 priority is sleep.\n"),
        ],
    };
}

impl Check for Superlative {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            superlative::phrases()
                .map(Phrase::new)
                .chain(self.also.iter().map(|own| Phrase::new(own)))
                .collect()
        })
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let company = cx.company;
        let names: Vec<&str> = company
            .products
            .iter()
            .chain(&company.names)
            .map(String::as_str)
            .filter(|name| !name.is_empty())
            .collect();
        // Where the policy names nobody, a post speaks for what it is titled after.
        let title = title(post).filter(|_| names.is_empty());
        let mut done = 0;
        let mut read: Option<Read<'_>> = None;
        for hit in cx.hits {
            let before = &prose.text()[..hit.text.start];
            let found = &prose.text()[hit.text.clone()];
            if hit.text.start < done || !superlative::is_candidate(found, before) {
                continue;
            }
            let index = prose.block_at(hit.text.start);
            let block = match read.take().filter(|read| read.index == index) {
                Some(same) => same,
                None => Read::new(post, index),
            };
            let block = read.insert(block);
            let Some((sentence, found)) = block.claim(hit, &names, title) else {
                continue;
            };
            done = sentence.end;
            if block.is_backed(post, company) || block.is_said_by_others(hit, &names) {
                continue;
            }
            let words = &prose.text()[found.clone()];
            out.report(
                prose.source(found.clone()),
                format!("\"{words}\" is a claim readers can test, and nothing here backs it up"),
            )
            .label(where_looked(block.kind))
            .help("link the benchmark, say what you measured and when, or drop the claim");
        }
    }
}

/// The title of a post: of its front matter, or its main heading.
fn title(post: &Post) -> Option<&str> {
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .find(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading(1)))
        .map(|block| prose.block_text(block))
}

/// A block, read once for all the phrases in it.
struct Read<'a> {
    index: usize,
    kind: BlockKind,
    base: usize,
    text: &'a str,
    sentences: Vec<Range<usize>>,
    quotations: Option<Quotations>,
    is_backed: Option<bool>,
}

impl<'a> Read<'a> {
    fn new(post: &'a Post, index: usize) -> Read<'a> {
        let block = &post.prose().blocks()[index];
        let text = post.prose().block_text(block);
        let claims = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableCell | BlockKind::Html
        );
        Read {
            index,
            kind: block.kind,
            base: block.text.start,
            text,
            // Headings, titles and quotations do not claim.
            sentences: if claims { sentences(text) } else { Vec::new() },
            quotations: None,
            is_backed: None,
        }
    }

    /// The sentence of the hit and the words of its claim, as places in the prose.
    fn claim(
        &self,
        hit: &Hit,
        names: &[&str],
        title: Option<&str>,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let place = hit.text.start - self.base..hit.text.end - self.base;
        let next = self
            .sentences
            .partition_point(|sentence| sentence.end <= place.start);
        let sentence = self
            .sentences
            .get(next)
            .filter(|sentence| sentence.len() <= LONGEST && sentence.start <= place.start)?;
        let topic = title.and_then(|title| {
            let name = leading_name(&self.text[sentence.clone()])?;
            title.contains(name).then_some(name)
        });
        let topic = topic.as_slice();
        let claim = Claim {
            sentence: &self.text[sentence.clone()],
            place: place.start - sentence.start..place.end - sentence.start,
            names: if names.is_empty() { topic } else { names },
        };
        let found = claim.find(Shape::of(hit.phrase))?;
        let start = self.base + sentence.start;
        Some((
            start..self.base + sentence.end,
            start + found.start..start + found.end,
        ))
    }

    fn is_backed(&mut self, post: &Post, company: &Company) -> bool {
        *self
            .is_backed
            .get_or_insert_with(|| evidence::for_block(post, self.index, company).is_some())
    }

    fn is_said_by_others(&mut self, hit: &Hit, names: &[&str]) -> bool {
        let text = self.text;
        let quotations = self.quotations.get_or_insert_with(|| Quotations::of(text));
        quotations.hold(hit.text.start - self.base) || has_speaker(text, names)
    }
}

/// A longer sentence is a list or a table that lost its marks, in bytes.
const LONGEST: usize = 1500;

fn where_looked(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::ListItem => "no link, footnote or method in this item or above the list",
        BlockKind::TableCell => "no link, footnote or method in this cell or above the table",
        _ => "no link, footnote or method in this paragraph",
    }
}

/// True for an answer in an interview: "Kim: We are …".
fn has_speaker(text: &str, names: &[&str]) -> bool {
    let Some((speaker, _)) = text.split_once(": ") else {
        return false;
    };
    if names.iter().any(|name| speaker.contains(name)) {
        return false;
    }
    let mut words = speaker.split(' ');
    speaker.len() <= 40
        && words.clone().count() <= 3
        && words.all(|name| name.starts_with(char::is_uppercase) && name != "We")
}
