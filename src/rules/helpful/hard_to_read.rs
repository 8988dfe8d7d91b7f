//! `helpful/hard-to-read`: a post that asks for more years of school than its readers have.

use std::cmp::Reverse;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::readability::{Counts, is_roll, written_words};
use crate::language::sentences;
use crate::post::Post;
use crate::rules::heading::title_or_opening;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::LineIndex;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct HardToRead {
    /// The highest Flesch-Kincaid grade that is let pass.
    max_grade: usize,
    /// A shorter text has no grade worth the name, in words.
    min_words: usize,
}

impl Default for HardToRead {
    fn default() -> HardToRead {
        HardToRead {
            max_grade: 16,
            min_words: 100,
        }
    }
}

impl Rule for HardToRead {
    const META: Meta = Meta {
        id: "helpful/hard-to-read",
        summary: "A post of long sentences and long words throughout",
        why: "People read a post between two other things, many of them not in their first \
              language. The Flesch-Kincaid grade says how many years of school a text asks for, \
              by the length of its sentences and words; 16 is a university degree. It is a rough \
              measure and no verdict on the writing, so it speaks only of posts that are far from \
              plain.",
        leaves_alone: "Posts under 100 words, lists and rolls of names, headings, tables, code, \
                       and posts that are not in English.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[
            OptionDoc {
                name: "max-grade",
                what: "The highest Flesch-Kincaid grade that is let pass, in years of school",
                example: "12",
            },
            OptionDoc {
                name: "min-words",
                what: "The words below which a post has no grade",
                example: "200",
            },
        ],
        sources: &[Source {
            title: "Plain language guidelines of the US government",
            url: "https://www.plainlanguage.gov/guidelines/",
        }],
        examples: &[
            Example::Bad {
                text: HARD,
                hits: &["On the administration of cartographic information"],
                fixed: None,
            },
            Example::Good(PLAIN),
            Example::Good(
                "# Terms\n\nOrganizational interoperability considerations necessitate comprehensive \
                 documentation.\n",
            ),
        ],
    };
}

const HARD: &str = "---\ntitle: On the administration of cartographic information\n---\nThe organizational \
interoperability considerations that necessitated the comprehensive reorganization of our \
cartographic documentation infrastructure have, notwithstanding the considerable administrative \
complexity of international coordination, demonstrated the fundamental applicability of \
standardized methodologies to geographically distributed institutional environments. \
Participating organizations are consequently encouraged to systematically evaluate the \
sustainability of their existing informational architectures, particularly with consideration \
for the accessibility requirements that the responsible regulatory authorities have, in \
collaboration with representatives of the affected communities, articulated in previously \
published recommendations. Implementation of the aforementioned recommendations presupposes \
the availability of appropriately qualified professionals, whose specialized qualifications \
necessarily determine the technological possibilities that are realistically achievable within \
the anticipated budgetary limitations of governmental institutions.\n";

const PLAIN: &str = "---\ntitle: Our maps\n---\nWe draw maps by hand. Each one takes a week, and two people \
look at it before it is sold. When a road is new, somebody walks along it and writes down what \
is there. That is slow, and it is why our maps are right. Last year we walked along ninety roads \
in four towns. In one of them the bridge on the old map had been gone for ten years. Nobody had \
told the people who print maps, and so it stayed on paper. We took it out. If you know of a \
bridge that is gone, or a path that is new, write to us. We read every letter, and we answer \
most of them within a week.\n";

impl Check for HardToRead {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let sentences = told(post);
        let mut counts = Counts::default();
        for (_, said) in &sentences {
            counts += Counts::of_sentence(said);
        }
        let grade = counts.kincaid_grade();
        if counts.words < self.min_words || grade <= self.max_grade as f64 {
            return;
        }
        let each = counts.words / counts.sentences.max(1);
        let finding = out.report(
            title_or_opening(post),
            format!(
                "the text below this title reads at grade {grade:.1}; the limit is {}",
                self.max_grade
            ),
        );
        finding
            .label(format!(
                "{} words, about {each} in a sentence",
                counts.words
            ))
            .help("part the longest sentences in two, and say long words in short ones");
        for note in longest(post, sentences) {
            finding.note(note);
        }
    }
}

/// The sentences of the running text, and where they start. A long roll of
/// names is not read from end to end, and so it is none.
fn told(post: &Post) -> Vec<(usize, &str)> {
    /// A shorter roll reads like a sentence, in bytes.
    const LONG: usize = 150;
    /// A longer sentence is text that lost its marks, in bytes.
    const LONGEST: usize = 1500;
    let prose = post.prose();
    let running = prose
        .blocks()
        .iter()
        .filter(|block| block.kind.is_running());
    running
        .flat_map(|block| {
            let text = prose.block_text(block);
            let start = block.text.start;
            sentences(text)
                .into_iter()
                .map(move |range| (start + range.start, &text[range]))
        })
        .filter(|(_, said)| said.len() < LONG || (said.len() < LONGEST && !is_roll(said)))
        .collect()
}

/// The two longest sentences, where they stand and how they begin.
fn longest(post: &Post, mut sentences: Vec<(usize, &str)>) -> Vec<String> {
    const SHOWN: usize = 8;
    sentences.sort_by_cached_key(|(_, said)| Reverse(written_words(said).count()));
    let lines = LineIndex::new(post.text());
    sentences
        .iter()
        .take(2)
        .map(|(start, said)| {
            let words = written_words(said).count();
            let line = lines.line(post.prose().source(*start..start + 1).start);
            let begin: Vec<&str> = written_words(said).take(SHOWN).collect();
            format!(
                "a sentence of {words} words in line {line}: \"{} …\"",
                begin.join(" ")
            )
        })
        .collect()
}
