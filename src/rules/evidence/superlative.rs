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
use crate::language::{fold_into, is_quoted, sentences, words};
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
            Example::Bad {
                text: "In May we released the industry's first map of wells. Our platform is not only the fastest in Europe.\n",
                hits: &["industry's first", "the fastest"],
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

/// What makes a phrase a claim.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Says it all by itself: "market-leading".
    Fixed,
    /// "the world's", before a superlative.
    Owner,
    /// "the fastest", before a thing that has rivals, or with a field: "on the market".
    Ranked,
    /// "#1".
    Number,
}

const FIXED: &[&str] = &[
    "the first ever",
    "the global leader",
    "the world leader",
    "the market leader",
    "the undisputed leader",
    "market leading",
    "industry leading",
    "world leading",
    "category leading",
    "class leading",
    "best in class",
    "first of its kind",
    "second to none",
    "unrivaled",
    "unrivalled",
    "unparalleled",
    "unmatched",
];
const OWNERS: &[&str] = &[
    "world's",
    "industry's",
    "nation's",
    "country's",
    "planet's",
    "market's",
    "europe's",
    "america's",
    "uk's",
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
const NUMBERS: &[&str] = &["1", "number one"];

/// Superlatives that can be measured against others.
const SUPERLATIVES: &[&str] = &[
    "first",
    "only",
    "leading",
    "most",
    "best",
    "top",
    "premier",
    "foremost",
    "largest",
    "biggest",
    "fastest",
    "quickest",
    "cheapest",
    "safest",
    "strongest",
    "smartest",
    "simplest",
    "easiest",
    "greenest",
    "lightest",
    "thinnest",
    "highest",
    "lowest",
    "widest",
    "broadest",
];

/// Things that have rivals.
const THINGS: &[&str] = &[
    "agency",
    "api",
    "app",
    "application",
    "bank",
    "brand",
    "browser",
    "cdn",
    "cloud",
    "company",
    "compiler",
    "database",
    "dataset",
    "editor",
    "engine",
    "firm",
    "framework",
    "host",
    "language",
    "library",
    "maker",
    "manufacturer",
    "marketplace",
    "model",
    "network",
    "operator",
    "organisation",
    "organization",
    "platform",
    "product",
    "provider",
    "resolver",
    "retailer",
    "runtime",
    "server",
    "service",
    "software",
    "solution",
    "startup",
    "supplier",
    "system",
    "tool",
    "toolkit",
    "vendor",
    "website",
];

/// What may follow the thing: the claim goes on to say first at what.
const REACHES: &[&str] = &[
    "that", "which", "to", "for", "of", "with", "built", "designed", "offering",
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
    "of",
    "recent",
    "common",
    "important",
    "relevant",
    "interesting",
    "difficult",
    "likely",
    "basic",
    "exciting",
    "challenging",
    "requested",
    "part",
    "obvious",
    "current",
    "from",
];

/// What the company is called by itself, behind "our".
const OWN_THINGS: &[&str] = &[
    "agency",
    "api",
    "app",
    "browser",
    "cloud",
    "company",
    "database",
    "engine",
    "framework",
    "library",
    "network",
    "organisation",
    "organization",
    "platform",
    "product",
    "service",
    "services",
    "site",
    "software",
    "solution",
    "support",
    "system",
    "team",
    "technology",
    "tool",
    "website",
];

/// Forms of "to be".
const BEING: &[&str] = &[
    "is", "are", "was", "were", "am", "be", "been", "remain", "remains", "become", "became",
    "becomes",
];
/// What one does with an offering.
const MAKING: &[&str] = &[
    "build",
    "built",
    "builds",
    "offer",
    "offers",
    "offered",
    "provide",
    "provides",
    "provided",
    "deliver",
    "delivers",
    "delivered",
    "make",
    "makes",
    "made",
    "create",
    "created",
    "creates",
    "launch",
    "launched",
    "launches",
    "introduce",
    "introduced",
    "develop",
    "developed",
    "ship",
    "shipped",
    "released",
    "give",
    "gives",
];
/// What may stand between the company, the verb and the claim without changing who is spoken of.
const BETWEEN: &[&str] = &[
    "the",
    "a",
    "an",
    "now",
    "today",
    "still",
    "also",
    "already",
    "just",
    "truly",
    "really",
    "proudly",
    "easily",
    "by",
    "far",
    "officially",
    "currently",
    "have",
    "has",
    "we've",
    "will",
    "you",
    "customers",
    "users",
    "teams",
    "developers",
    "only",
    "merely",
    "simply",
    "widely",
];
/// Words in front of the company that take the claim back: "if we are the fastest".
const DOUBTS: &[&str] = &[
    "if", "whether", "unless", "think", "thinks", "believe", "believes", "hope", "feel", "wish",
    "like",
];

impl Superlative {
    fn shape(phrase: usize) -> Shape {
        let shapes = [
            (FIXED, Shape::Fixed),
            (OWNERS, Shape::Owner),
            (RANKED, Shape::Ranked),
            (NUMBERS, Shape::Number),
        ];
        let mut before = 0;
        for (phrases, shape) in shapes {
            before += phrases.len();
            if phrase < before {
                return shape;
            }
        }
        // The company's own phrases come last.
        Shape::Fixed
    }
}

impl Check for Superlative {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            [FIXED, OWNERS, RANKED, NUMBERS]
                .concat()
                .into_iter()
                .chain(self.also.iter().map(String::as_str))
                .map(Phrase::new)
                .collect()
        })
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        let mut done = 0;
        let mut block_read: Option<(usize, Vec<Range<usize>>)> = None;
        for hit in cx.hits.iter() {
            if hit.text.start < done {
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
            let Some(found) = claim.find(Superlative::shape(hit.phrase)) else {
                continue;
            };
            if is_quoted(text, place)
                || has_speaker(text, cx.company)
                || evidence::for_block(post, index, cx.company).is_some()
            {
                continue;
            }
            let start = base + sentence.start;
            done = base + sentence.end;
            let span = prose.source(start + found.start..start + found.end);
            let words = &claim.sentence[found];
            out.report(
                span,
                format!("\"{words}\" is a claim readers can test, and nothing here backs it up"),
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

/// True for an answer in an interview: "Kim: We are …".
fn has_speaker(text: &str, company: &Company) -> bool {
    let Some((speaker, _)) = text.split_once(": ") else {
        return false;
    };
    if company
        .names
        .iter()
        .chain(&company.products)
        .any(|name| speaker.contains(name.as_str()))
    {
        return false;
    }
    let mut names = speaker.split(' ');
    speaker.len() <= 40
        && names.clone().count() <= 3
        && names.all(|name| name.starts_with(char::is_uppercase) && name != "We")
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
        if self.sentence.trim_end().ends_with('?') {
            return None;
        }
        let after = folded(&self.sentence[self.place.end..]);
        let mut start = self.place.start;
        let end = match shape {
            Shape::Fixed => self.place.end,
            Shape::Owner => self.owner_end(&after)?,
            Shape::Ranked => self.ranked_end(&after)?,
            Shape::Number => {
                if self.sentence[self.place.clone()].starts_with('1') {
                    start = self.sentence[..start].strip_suffix('#')?.len();
                }
                self.number_end(&after)?
            }
        };
        self.is_ours(shape, start).then_some(start..end)
    }

    /// End of word number `n` behind the phrase.
    fn word_end(&self, n: usize) -> Option<usize> {
        let word = words(&self.sentence[self.place.end..]).nth(n)?;
        Some(self.place.end + word.end)
    }

    /// "the world's" needs a superlative.
    fn owner_end(&self, after: &[String]) -> Option<usize> {
        let next = after.first()?.as_str();
        let is_number = next == "1" && self.sentence[self.place.end..].starts_with(" #1");
        if !is_number && !SUPERLATIVES.contains(&next) {
            return None;
        }
        self.word_end(usize::from(next == "most"))
    }

    /// "the fastest" needs a field, or a thing with rivals and what it is first at.
    fn ranked_end(&self, after: &[String]) -> Option<usize> {
        let phrase = self.sentence[self.place.clone()].to_lowercase();
        let rest = self.sentence[self.place.end..].to_lowercase();
        let is_most = phrase == "the most";
        if is_most
            && after
                .first()
                .is_none_or(|word| ORDINARY.contains(&word.as_str()))
        {
            return None;
        }
        let is_among_ours = after
            .iter()
            .take(14)
            .any(|word| matches!(word.as_str(), "we" | "we've" | "our" | "us" | "yet" | "far"));
        if is_among_ours {
            return None;
        }
        let has_field = FIELDS.iter().any(|field| rest.contains(field));
        let thing = thing(after);
        if has_field {
            let noun = thing.unwrap_or(usize::from(is_most));
            let is_noun = after.get(noun).is_some_and(|word| !is_function_word(word));
            return match (is_noun, noun.checked_sub(1)) {
                (true, _) => self.word_end(noun),
                (false, Some(adjective)) => self.word_end(adjective),
                (false, None) => Some(self.place.end),
            };
        }
        let thing = thing.filter(|_| phrase != "the best")?;
        let end = self.word_end(thing)?;
        let reaches = match after.get(thing + 1) {
            // "the first service of a shop" is the one before the second.
            Some(next) if phrase == "the first" => matches!(next.as_str(), "to" | "that" | "which"),
            Some(next) => REACHES.contains(&next.as_str()),
            None => true,
        };
        reaches.then_some(end)
    }

    /// "#1" needs a thing with rivals, or "in" and the like.
    fn number_end(&self, after: &[String]) -> Option<usize> {
        let next = after.first()?.as_str();
        let is_rank = matches!(next, "in" | "for" | "on" | "among" | "worldwide");
        (is_rank || thing(after).is_some()).then_some(self.place.end)
    }

    /// True when the claim that starts at `start` is made of the company.
    fn is_ours(&self, shape: Shape, start: usize) -> bool {
        let before = &self.sentence[..start];
        let words_before = folded(before);
        let last = words_before.last().map(String::as_str);
        if shape == Shape::Fixed && (last == Some("our") || self.ends_with_possessive(before)) {
            return true;
        }
        if matches!(words_before.as_slice(), [one] if one == "as")
            || matches!(words_before.as_slice(), [one, two] if one == "as" && two == "the")
        {
            return self.is_followed_by_us();
        }
        let Some(subject) = self.subject(before) else {
            return false;
        };
        let doubts = folded(&before[..subject.start]);
        if doubts
            .iter()
            .rev()
            .take(2)
            .any(|word| DOUBTS.contains(&word.as_str()))
        {
            return false;
        }
        let gap = &before[subject.end..];
        let mut gap_words = folded(gap);
        // "Acme Cloud 3 is"
        gap_words.retain(|word| !word.chars().all(|c| c.is_ascii_digit()));
        let is_article = |word: &String| matches!(word.as_str(), "the" | "a" | "an");
        let mark = gap
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.'))
            .chars()
            .next();
        let is_name = !before[subject.clone()].to_lowercase().starts_with("we");
        if is_name
            && matches!(mark, Some(',' | ':' | '—' | '–'))
            && gap_words.iter().all(is_article)
        {
            return true;
        }
        if gap.contains([';', ':', '—', '–', '(']) {
            return false;
        }
        self.is_predicate(&before[subject], &gap_words)
    }

    /// True when nothing stands between the company and the claim but a form
    /// of "to be", or one verb of offering.
    fn is_predicate(&self, subject: &str, gap: &[String]) -> bool {
        let mut is = ["'re", "’re"].iter().any(|tail| subject.ends_with(tail));
        let mut makes = false;
        let mut was = false;
        for (at, word) in gap.iter().enumerate() {
            let word = word.as_str();
            if word == "not" {
                let next = gap.get(at + 1).map(String::as_str);
                if !matches!(next, Some("only" | "just" | "merely" | "simply")) {
                    return false;
                }
            } else if BEING.contains(&word) {
                is = true;
                was |= matches!(word, "was" | "were");
            } else if MAKING.contains(&word) {
                makes = true;
            } else if !BETWEEN.contains(&word) {
                return false;
            }
        }
        // "We were the first company to do so in 2014" is history.
        let is_history = was
            && self
                .sentence
                .split(|c: char| !c.is_ascii_digit())
                .any(is_year);
        (is != makes) && !is_history
    }

    /// The last mention of the company in `text`.
    fn subject(&self, text: &str) -> Option<Range<usize>> {
        let lower = text.to_ascii_lowercase();
        let names = self.names().filter_map(|name| {
            let start = lower.rfind(&name.to_ascii_lowercase())?;
            let end = start + name.len();
            let whole = !text.get(end..)?.starts_with(char::is_alphanumeric)
                && !text[..start].ends_with(char::is_alphanumeric);
            whole.then(|| start..self.own_thing_end(text, end, true).unwrap_or(end))
        });
        let pronouns = words(text).filter_map(|word| {
            let found = text[word.clone()].to_lowercase().replace('’', "'");
            match found.as_str() {
                "we" | "we're" | "we've" => Some(word),
                "our" => Some(word.start..self.own_thing_end(text, word.end, false)?),
                _ => None,
            }
        });
        names.chain(pronouns).max_by_key(|range| range.end)
    }

    /// The end of "platform" in "our new platform" or "Acme's platform", from
    /// the end of "our" or "Acme" on.
    fn own_thing_end(&self, text: &str, from: usize, is_name: bool) -> Option<usize> {
        let rest = &text[from..];
        let rest = match (is_name, rest.strip_prefix("'s").or(rest.strip_prefix("’s"))) {
            (true, possessed) => possessed?,
            (false, _) => rest,
        };
        let offset = text.len() - rest.len();
        words(rest)
            .take(3)
            .find(|word| OWN_THINGS.contains(&rest[word.clone()].to_lowercase().as_str()))
            .map(|word| offset + word.end)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let company = self.company;
        company
            .products
            .iter()
            .chain(&company.names)
            .map(String::as_str)
            .filter(|name| !name.is_empty())
    }

    /// "Acme's market-leading platform"
    fn ends_with_possessive(&self, before: &str) -> bool {
        let before = before.trim_end();
        ["'s", "’s"]
            .iter()
            .filter_map(|tail| before.strip_suffix(tail))
            .any(|owner| self.names().any(|name| owner.ends_with(name)))
    }

    /// "As the world's leading maker of maps, we …"
    fn is_followed_by_us(&self) -> bool {
        let rest = &self.sentence[self.place.end..];
        let Some((_, main)) = rest.split_once(", ") else {
            return false;
        };
        main.starts_with("we ")
            || main.starts_with("our ")
            || self.names().any(|name| main.starts_with(name))
    }
}

/// The words of a part of the sentence, lower case.
fn folded(text: &str) -> Vec<String> {
    let mut folded = String::new();
    words(text)
        .map(|word| {
            fold_into(&text[word], &mut folded);
            folded.clone()
        })
        .collect()
}

/// The number of the last word of a thing with rivals at the start of `after`:
/// "managed database provider".
fn thing(after: &[String]) -> Option<usize> {
    let is_thing = |word: &String| THINGS.contains(&word.as_str());
    let first = after.iter().take(4).position(is_thing)?;
    if after[..first].iter().any(|word| is_function_word(word)) {
        return None;
    }
    let more = after[first + 1..].iter().take_while(|word| is_thing(word));
    Some(first + more.count())
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "to"
            | "in"
            | "on"
            | "for"
            | "that"
            | "which"
            | "who"
            | "and"
            | "or"
            | "is"
            | "are"
            | "was"
            | "were"
            | "with"
            | "from"
            | "by"
            | "at"
            | "we"
            | "you"
            | "they"
            | "it"
            | "the"
            | "a"
            | "an"
            | "our"
            | "your"
            | "their"
    )
}
