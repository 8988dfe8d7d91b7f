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
use crate::language::{fold_into, sentences, words};
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, Rule, Source};

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
        leaves_alone: "Claims about others, headings, quotations, questions, goals and hopes, \"one of \
                       the\", comparisons with the company's own earlier work, and any claim in a \
                       paragraph with a link to another site, a sourced footnote or a stated method.",
        level: Level::Warning,
        on_by_default: true,
        sources: &[
            Source {
                title: "FTC, Policy Statement Regarding Advertising Substantiation",
                url: "https://www.ftc.gov/legal-library/browse/ftc-policy-statement-regarding-advertising-substantiation",
            },
            Source {
                title: "See CAP Code, section 3, Misleading advertising",
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

/// What makes a phrase a claim.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Says it all by itself: "market-leading".
    Fixed,
    /// "the world's", before a superlative.
    Owner,
    /// "the fastest", before a thing one can buy, or with a field: "on the market".
    Ranked,
    /// "#1", behind a form of "to be".
    Number,
}

const FIXED: &[&str] = &[
    "the first ever",
    "market leading",
    "industry leading",
    "world leading",
    "category leading",
    "class leading",
    "best in class",
    "first of its kind",
    "first and only",
    "second to none",
    "unrivaled",
    "unrivalled",
    "unparalleled",
    "unmatched",
    "number one",
];
const OWNERS: &[&str] = &[
    "world's", "industry's", "nation's", "country's", "planet's", "market's", "europe's",
    "america's",
];
const RANKED: &[&str] = &[
    "the only",
    "the first",
    "the leading",
    "the premier",
    "the best",
    "the fastest",
    "the largest",
    "the biggest",
    "the cheapest",
    "the safest",
    "the strongest",
    "the smartest",
    "the simplest",
    "the easiest",
    "the greenest",
    "the most",
];

/// Things that have rivals.
const THINGS: &[&str] = &[
    "agency", "api", "app", "application", "bank", "brand", "browser", "cdn", "cloud", "company",
    "compiler", "database", "dataset", "editor", "engine", "firm", "framework", "host", "language",
    "library", "maker", "manufacturer", "marketplace", "model", "network", "operator",
    "organisation", "organization", "platform", "product", "provider", "resolver", "retailer",
    "runtime", "server", "service", "software", "solution", "startup", "supplier", "system", "tool",
    "toolkit", "vendor", "website",
];

/// Fields in which somebody can be first.
const FIELDS: &[&str] = &[
    "in the world",
    "in europe",
    "in america",
    "in the united states",
    "in existence",
    "on earth",
    "ever built",
    "in the industry",
    "in the country",
    "in the nation",
    "in the market",
    "on the market",
    "on the planet",
    "of its kind",
];

/// What "the most …" is said of without any claim: "the most recent version".
const ORDINARY: &[&str] = &[
    "of", "recent", "common", "important", "relevant", "interesting", "difficult", "likely", "basic",
    "exciting", "challenging", "requested", "part", "obvious", "current", "from",
];

/// Words in front of a claim that make it something else: a goal, a doubt, a denial.
const DISARMING: &[&str] = &[
    "plan", "plans", "planned",
    "not", "never", "no", "nor", "neither", "without", "if", "whether", "unless", "could", "would",
    "might", "may", "should", "want", "wants", "wanted", "wanting", "aim", "aims", "aiming", "goal",
    "hope", "hopes", "strive", "aspire", "become", "becoming", "mission", "vision", "dream", "believe",
    "think", "feel", "perhaps", "maybe", "probably", "arguably", "among", "like", "imagine", "once",
];

const BEING: &[&str] = &[
    "is", "are", "was", "were", "am", "be", "been", "remain", "remains", "became", "it's", "stays",
];
const MAKING: &[&str] = &[
    "build", "built", "builds", "offer", "offers", "offered", "provide", "provides", "provided",
    "deliver", "delivers", "delivered", "make", "makes", "made", "create", "created", "creates",
    "launch", "launched", "launches", "launching", "introduce", "introduced", "introducing",
    "develop", "developed", "run", "runs", "operate", "operates", "own", "owns", "ship", "shipped",
    "release", "released", "have", "has", "bring", "brings", "announce", "announced", "power",
];

impl Superlative {
    fn shape(&self, phrase: usize) -> Shape {
        if phrase < FIXED.len() {
            Shape::Fixed
        } else if phrase < FIXED.len() + OWNERS.len() {
            Shape::Owner
        } else if phrase < FIXED.len() + OWNERS.len() + RANKED.len() {
            Shape::Ranked
        } else if phrase == FIXED.len() + OWNERS.len() + RANKED.len() {
            Shape::Number
        } else {
            Shape::Fixed
        }
    }
}

impl Check for Superlative {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            FIXED
                .iter()
                .chain(OWNERS)
                .chain(RANKED)
                .copied()
                .chain(["1"])
                .chain(self.also.iter().map(String::as_str))
                .map(Phrase::new)
                .collect()
        })
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut done: Option<Range<usize>> = None;
        let mut block_read: Option<(usize, Vec<Range<usize>>)> = None;
        for hit in cx.hits {
            if done
                .as_ref()
                .is_some_and(|done| done.contains(&hit.text.start))
            {
                continue;
            }
            let index = prose.block_at(hit.text.start);
            let block = &prose.blocks()[index];
            if !matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableCell | BlockKind::Html
            ) {
                continue;
            }
            let text = prose.block_text(block);
            let base = block.text.start;
            let place = hit.text.start - base..hit.text.end - base;
            if block_read.as_ref().is_none_or(|(read, _)| *read != index) {
                block_read = Some((index, sentences(text)));
            }
            let Some(sentence) = block_read
                .iter()
                .flat_map(|(_, all)| all.get(all.partition_point(|s| s.end <= place.start)))
                .find(|sentence| sentence.len() <= LONGEST && sentence.start <= place.start)
            else {
                continue;
            };
            let claim = Claim {
                sentence: &text[sentence.clone()],
                place: place.start - sentence.start..place.end - sentence.start,
                company: cx.company,
            };
            let Some(found) = claim.find(self.shape(hit.phrase)) else {
                continue;
            };
            if evidence::for_block(post, index, cx.company).is_some() {
                continue;
            }
            let start = base + sentence.start;
            done = Some(start..base + sentence.end);
            let span = prose.source(start + found.start..start + found.end);
            let words = &claim.sentence[found];
            out.report(
                span,
                format!(
                    "\"{words}\" is a claim readers can test, and nothing here backs it up"
                ),
            )
            .label(where_looked(block.kind))
            .help("link the benchmark, say what you measured and when, or drop the claim");
        }
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

/// A phrase in its sentence.
struct Claim<'a> {
    sentence: &'a str,
    place: Range<usize>,
    company: &'a Company,
}

impl Claim<'_> {
    /// The words of the claim, when the sentence makes one about the company.
    fn find(&self, shape: Shape) -> Option<Range<usize>> {
        let before = self.folded(0..self.place.start);
        let after = self.folded(self.place.end..self.sentence.len());
        if self.sentence.trim_end().ends_with('?')
            || self.is_quoted()
            || before.iter().any(|word| is_disarming(word))
            || (before.ends_with_words(&["one", "of"]) || before.ends_with_words(&["one", "of", "the"]))
        {
            return None;
        }
        let end = match shape {
            Shape::Fixed => self.place.end,
            Shape::Owner => {
                let next = after.first()?;
                is_superlative(next).then_some(())?;
                self.nth_word_end(if next == "most" { 1 } else { 0 })?
            }
            Shape::Ranked => self.ranked_end(&after)?,
            Shape::Number => self.place.end,
        };
        let mut start = self.place.start;
        if shape == Shape::Number {
            start = self.sentence[..start].strip_suffix('#')?.len();
            let is_priority = after.first().is_some_and(|word| !matches!(word.as_str(), "in" | "for" | "on" | "among"));
            if is_priority {
                return None;
            }
        }
        self.is_about_us(shape, &before).then_some(start..end)
    }

    /// The lower-cased words of a part of the sentence.
    fn folded(&self, range: Range<usize>) -> Words {
        let text = &self.sentence[range];
        let mut folded = String::new();
        Words(
            words(text)
                .map(|word| {
                    fold_into(&text[word], &mut folded);
                    folded.clone()
                })
                .collect(),
        )
    }

    /// End of word number `n` behind the phrase.
    fn nth_word_end(&self, n: usize) -> Option<usize> {
        let word = words(&self.sentence[self.place.end..]).nth(n)?;
        Some(self.place.end + word.end)
    }

    /// "the fastest" needs a thing with rivals right behind it, or a field.
    fn ranked_end(&self, after: &Words) -> Option<usize> {
        let is_most = self.sentence[self.place.clone()].ends_with("most");
        if is_most && after.first().is_none_or(|word| ORDINARY.contains(&word.as_str())) {
            return None;
        }
        let rest = self.sentence[self.place.end..].to_lowercase();
        let thing = after
            .iter()
            .take(4)
            .position(|word| THINGS.contains(&word.as_str()));
        if let Some(thing) = thing {
            // Only what belongs to the same noun phrase: no other word class in between.
            let between = &after[..thing];
            let more = after[thing + 1..]
                .iter()
                .take_while(|word| THINGS.contains(&word.as_str()))
                .count();
            if between.iter().all(|word| !is_function_word(word)) {
                return self.nth_word_end(thing + more);
            }
        }
        FIELDS
            .iter()
            .any(|field| rest.contains(field))
            .then(|| self.nth_word_end(usize::from(is_most)))?
    }

    /// True when the company, or "we", is what the claim is said of.
    fn is_about_us(&self, shape: Shape, before: &Words) -> bool {
        // "our industry-leading support"
        let ours = before.iter().rev().take(2).any(|word| word == "our");
        if shape == Shape::Fixed && ours {
            return true;
        }
        if before.iter().eq(["as", "the"]) || before.iter().eq(["as"]) {
            return self.is_followed_by_us();
        }
        // The clause in which the claim stands.
        let clause_start = self.sentence[..self.place.start]
            .rfind([';', ':', '—', '–', '('])
            .map_or(0, |at| at + 1);
        let Some(clause) = self.sentence.get(clause_start..self.place.start) else {
            return false;
        };
        let Some(subject_end) = self.subject_end(clause) else {
            return false;
        };
        let between = &clause[subject_end..];
        let gap = self.folded(clause_start + subject_end..self.place.start);
        if gap.iter().any(|word| matches!(word.as_str(), "that" | "which" | "who" | "where" | "because" | "when" | "than" | "of")) {
            return false;
        }
        // "Acme, the world's leading maker"
        let apposition = between.starts_with(',')
            && gap.iter().all(|word| matches!(word.as_str(), "the" | "a" | "an"));
        let is = gap.iter().any(|word| BEING.contains(&word.as_str()))
            || contracted(clause, subject_end);
        let makes = shape != Shape::Number && gap.iter().any(|word| MAKING.contains(&word.as_str()));
        apposition || (gap.len() <= 6 && (is || makes))
    }

    /// "As the world's leading maker of maps, we …"
    fn is_followed_by_us(&self) -> bool {
        let rest = &self.sentence[self.place.end..];
        let Some((_, main)) = rest.split_once(", ") else {
            return false;
        };
        let first = words(main).next().map_or(0, |word| word.end);
        self.subject_end(&main[..first]).is_some()
            || self.company.names.iter().any(|name| main.starts_with(name.as_str()))
    }

    /// Where the last mention of the company ends in `clause`.
    fn subject_end(&self, clause: &str) -> Option<usize> {
        let names = self
            .company
            .names
            .iter()
            .chain(&self.company.products)
            .filter_map(|name| {
                let at = clause.rfind(name.as_str())?;
                let end = at + name.len();
                let whole = !clause[end..].starts_with(char::is_alphanumeric)
                    && !clause[..at].ends_with(char::is_alphanumeric);
                whole.then_some(end)
            });
        let pronouns = words(clause).filter_map(|word| {
            let text = clause[word.clone()].to_lowercase().replace('’', "'");
            match text.as_str() {
                "we" | "we're" | "we've" => Some(word.end),
                // "our platform is": the noun is the subject.
                "our" => words(&clause[word.end..])
                    .nth(0)
                    .map(|noun| word.end + noun.end),
                _ => None,
            }
        });
        names.chain(pronouns).max()
    }

    /// True when the phrase stands between quotation marks.
    fn is_quoted(&self) -> bool {
        let before = &self.sentence[..self.place.start];
        let opened = before.matches('“').count();
        let closed = before.matches('”').count();
        opened > closed || before.matches('"').count() % 2 == 1
    }
}

/// The words of a part of a sentence, folded.
struct Words(Vec<String>);

impl std::ops::Deref for Words {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl Words {
    fn ends_with_words(&self, tail: &[&str]) -> bool {
        self.len() >= tail.len() && self[self.len() - tail.len()..].iter().eq(tail)
    }
}

fn contracted(clause: &str, subject_end: usize) -> bool {
    let subject = &clause[..subject_end];
    ["'re", "’re", "'s", "’s"]
        .iter()
        .any(|tail| subject.ends_with(tail))
}

fn is_disarming(word: &str) -> bool {
    DISARMING.contains(&word) || word.ends_with("n't")
}

fn is_superlative(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "first", "only", "leading", "most", "best", "top", "premier", "foremost",
    ];
    OTHERS.contains(&word) || (word.len() > 5 && word.ends_with("est"))
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "to" | "in" | "on" | "for" | "that" | "which" | "who" | "and" | "or" | "is" | "are"
            | "was" | "were" | "with" | "from" | "by" | "at" | "we" | "you" | "they" | "it" | "the"
            | "a" | "an" | "our" | "your" | "their"
    )
}
