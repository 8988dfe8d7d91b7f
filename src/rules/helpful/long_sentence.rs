//! `helpful/long-sentence`: a sentence that loses its readers on the way.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::readability::{is_roll, written_words};
use crate::language::{Quotations, sentences};
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LongSentence {
    /// The most words a sentence may have.
    max_words: usize,
}

impl Default for LongSentence {
    fn default() -> LongSentence {
        LongSentence { max_words: 40 }
    }
}

impl Rule for LongSentence {
    const META: Meta = Meta {
        id: "helpful/long-sentence",
        summary: "A sentence of more than 40 words",
        why: "A reader keeps the start of a sentence in mind until its end. Over some forty words \
              most of it is gone by then, and the sentence is read twice or not at all. Nearly \
              always two thoughts stand in it, and each is clearer alone.",
        leaves_alone: "Lists and rolls of names in a sentence, quotations, tables, captions and \
                       sentences in another language than English.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "max-words",
            what: "The most words a sentence may have",
            example: "30",
        }],
        sources: &[Source {
            title: "GOV.UK, Content design: writing for GOV.UK",
            url: "https://www.gov.uk/guidance/content-design/writing-for-gov-uk",
        }],
        examples: &[
            Example::Bad {
                text: "Short. We moved the maps to a new place in May because the old one was \
                       full and because the people who look after it had asked us twice whether \
                       we could help them to find another house that has more room than this one.\n",
                hits: &[
                    "We moved the maps to a new place in May because the old one was full and \
                     because the people who look after it had asked us twice whether we could \
                     help them to find another house that has more room than this one.",
                ],
                fixed: None,
            },
            Example::Good(
                "Thanks to Ines Roth, Jo Doe, Kim Ng, Lea Berg, Max Stone, Nora Field, Otto Brook, \
                 Pia Marsh, Rolf Hill, Sara Lake, Tom Wood, Ute Moor, Vera Dale, Willi Heath, Xenia \
                 Ford, Yuri Glen, Zoe Cliff, Anna Shore, Ben Cove and Carl Bay of Acme Berlin.\n",
            ),
            Example::Good(
                "Ines says: “We moved the maps to a new place in May because the old one was full \
                 and because the people who look after it had asked us twice whether we could help \
                 them to find another house that has more room than this one has.”\n",
            ),
            Example::Good("We moved the maps in May. The old place was full.\n"),
        ],
    };
}

impl Check for LongSentence {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        /// A longer one is text that lost its marks, in words.
        const LONGEST: usize = 250;
        let prose = post.prose();
        for block in prose.blocks() {
            let text = prose.block_text(block);
            // A word and a blank take two bytes at the least.
            if !block.kind.is_running()
                || block.kind == BlockKind::Quote
                || text.len() < 2 * self.max_words
            {
                continue;
            }
            for sentence in sentences(text) {
                let said = &text[sentence.clone()];
                let count = written_words(said).count();
                let is_one = count <= LONGEST;
                if count <= self.max_words || !is_one || is_roll(said) || is_quoted(text, &sentence)
                {
                    continue;
                }
                let range = block.text.start + sentence.start..block.text.start + sentence.end;
                let begin: Vec<&str> = written_words(said).take(5).collect();
                out.report(
                    prose.source(range),
                    format!("the sentence \"{} …\" takes {count} words", begin.join(" ")),
                )
                .label(format!("{count} words; the limit is {}", self.max_words))
                .help("make two sentences of it, or a list");
            }
        }
    }
}

/// True when most of `sentence` stands in quotation marks: others said it.
fn is_quoted(text: &str, sentence: &std::ops::Range<usize>) -> bool {
    let quotations = Quotations::of(text);
    let middle = sentence.start + sentence.len() / 2;
    quotations.hold(middle) || quotations.hold(sentence.end - sentence.len() / 4)
}
