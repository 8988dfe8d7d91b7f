//! `reputation/disparagement`: a competitor talked down without evidence.

use std::ops::Range;

use serde::Deserialize;

use crate::evidence;
use crate::finding::{Findings, Level};
use crate::language::{WordList, words};
use crate::lexicon::{Lexicon, Phrase};
use crate::post::Post;
use crate::rules::spoken::{Said, Spoken};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Disparagement {
    /// More words that talk a competitor down.
    also: Vec<String>,
}

impl Rule for Disparagement {
    const META: Meta = Meta {
        id: "reputation/disparagement",
        summary: "A competitor of [company] talked down, with nothing to back it up",
        why: "Readers hear a company that talks a rival down as one that is afraid of it. A false \
              or unprovable remark about a competitor's product can also be unlawful. A test that \
              readers can repeat says more, and may be linked.",
        leaves_alone: "Posts when the policy lists no competitors, paragraphs with evidence, \
                       questions, denials, quotations, and remarks about anybody else.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "also",
            what: "More words that talk a competitor down",
            example: r#"["legacy"]"#,
        }],
        sources: &[Source {
            title: "See 15 U.S.C. 1125(a), false description of another's goods",
            url: "https://www.law.cornell.edu/uscode/text/15/1125",
        }],
        examples: &[
            Example::Bad {
                text: "RivalDB is slow and overpriced. We left the bloated RivalDB for good.\n",
                hits: &["RivalDB is slow", "bloated RivalDB"],
                fixed: None,
            },
            Example::Bad {
                text: "- Tired of RivalDB's clunky console? Come over. RivalDB crashes daily.\n",
                hits: &["RivalDB crashes"],
                fixed: None,
            },
            Example::Bad {
                text: "Unlike RivalDB's clunky console, ours is a text file.\n",
                hits: &["RivalDB's clunky"],
                fixed: None,
            },
            Example::Good("RivalDB is slow in [our test](https://example.org/test) of 2026.\n"),
            Example::Good(
                "RivalDB is a broken-record example, and was slow to answer. RivalDB is not slow. Is RivalDB slow? The old importer was slow.\n",
            ),
            Example::Good("RivalDB has garbage collection and a slow query log.\n"),
            Example::Good("We fixed the broken RivalDB import and RivalDB's slow query log.\n"),
            Example::Good("“RivalDB is a joke,” said a customer.\n"),
            Example::Good(
                "See what happens if RivalDB crashes. RivalDB is fast, and our own queries were slow.\n",
            ),
        ],
    };
}

/// Words that talk a thing down.
const NEGATIVE: WordList = WordList::new(
    "slow sluggish clunky bloated buggy outdated obsolete insecure unsafe unreliable overpriced \
     inferior terrible awful horrible useless broken clumsy flimsy confusing dishonest shady joke \
     mess nightmare scam rubbish junk copycat dinosaur ripoff pathetic mediocre",
);

/// Those that are also a matter of fact about a part: "a RivalDB slow query log".
/// They count behind "is" alone.
const FACTUAL: WordList = WordList::new("slow broken unsafe insecure obsolete outdated");

/// What may follow a name that a word before it talks down; a noun would be what
/// that word is about.
const FOLLOWING: WordList =
    WordList::new("is was and or but for with to as in on at when that which because");

/// Verbs that do.
const FAILING: WordList = WordList::new("fails crashes sucks lies cheats lags leaks breaks");

/// Words between a name and what it is said to be.
const BEING: WordList = WordList::new("is are was were remains feels looks seems gets became");
const BETWEEN: WordList = WordList::new(
    "a an so too very just really still painfully notoriously simply quite often always far more \
     and or total complete become been terribly incredibly much",
);

impl Check for Disparagement {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let competitors = &cx.company.competitors;
        if competitors.is_empty() {
            return;
        }
        let phrases: Vec<Phrase> = competitors
            .iter()
            .flat_map(|name| [Phrase::new(name), Phrase::new(&format!("{name}'s"))])
            .collect();
        let prose = post.prose();
        let blocks = prose.blocks().iter().map(|block| block.text.clone());
        let found = Lexicon::new([phrases.as_slice()]).search(prose.text(), blocks);
        let mut spoken = Spoken::by(post);
        for hit in found.iter().flatten() {
            let Some(said) = spoken.hear(hit) else {
                continue;
            };
            let Some(remark) = self.remark(&said) else {
                continue;
            };
            if evidence::for_block(post, said.index, false, cx.company).is_some() {
                continue;
            }
            let base = said.block.text.start;
            let span = prose.source(base + remark.start..base + remark.end);
            let words = &said.text[remark];
            out.report(span, format!("\"{words}\" talks a competitor down"))
                .label("no link, footnote or method in this paragraph backs it up")
                .help("say what you measured and link it, or say what your own product does");
        }
    }
}

impl Disparagement {
    fn is_negative(&self, word: &str) -> bool {
        NEGATIVE.has(word) || self.also.iter().any(|own| own.eq_ignore_ascii_case(word))
    }

    /// The name and the words that talk it down, as a place in the block.
    fn remark(&self, said: &Said<'_>) -> Option<Range<usize>> {
        let sentence = said.sentence();
        if said.is_doubted() {
            return None;
        }
        // "the bloated RivalDB"
        let before = &said.text[sentence.start..said.place.start];
        if let Some(last) = words(before).last()
            && self.is_negative(&before[last.clone()])
            && !FACTUAL.has(&before[last.clone()])
            && before[last.end..].trim().is_empty()
            && is_followed(said.after())
        {
            return Some(sentence.start + last.start..said.place.end);
        }
        let after = said.text.get(said.place.end..sentence.end)?;
        let is_owner = said.words().ends_with("'s") || said.words().ends_with("’s");
        let mut has_verb = is_owner;
        let mut end = 0;
        for word in words(after) {
            let is_near = after[end..word.start].chars().all(|c| c == ' ' || c == ',');
            let found = &after[word.clone()];
            end = word.end;
            if !is_near {
                return None;
            }
            let talks_down = if has_verb {
                self.is_negative(found) && !(is_owner && FACTUAL.has(found))
            } else {
                FAILING.has(found)
            };
            // "slow to answer" is about a day, "broken-record" about something else.
            let goes_on = ["-", " to "]
                .iter()
                .any(|next| after[word.end..].starts_with(next));
            if talks_down && !goes_on {
                return Some(said.place.start..said.place.end + word.end);
            }
            let is_verb = !has_verb && BEING.has(found);
            has_verb |= is_verb;
            if !is_verb && !BETWEEN.has(found) {
                return None;
            }
        }
        None
    }
}

/// True when no noun stands right behind the name.
fn is_followed(after: &str) -> bool {
    let next = words(after)
        .next()
        .filter(|word| after[..word.start] == *" ");
    next.is_none_or(|word| FOLLOWING.has(&after[word]))
}
