//! `reputation/repeated-word`: the same word twice in a row.

use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{Quotations, WordList, words};
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RepeatedWord {
    /// Words that may stand twice.
    allow: Vec<String>,
}

impl Rule for RepeatedWord {
    const META: Meta = Meta {
        id: "reputation/repeated-word",
        summary: "The same word twice in a row, as in \"the the\"",
        why: "A doubled word is what is left of an edit: a sentence was turned around and one end \
              of it stayed. Spelling checkers miss it, above all where a line wraps between the \
              two. Readers see it at once, and wonder what else was not read again.",
        leaves_alone: "\"that that\", \"had had\" and others that can be right, doubling for effect \
                       (\"very very\"), names, quotations, tables, code, and words with a comma \
                       between them.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "allow",
            what: "Words that may stand twice, such as a product called \"Go Go\"",
            example: r#"["go"]"#,
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "This is how the the team works.\n",
                hits: &["the the"],
                fixed: None,
            },
            Example::Bad {
                text: "Our new office is open to\nto everybody, and we have have coffee.\n",
                hits: &["to\nto", "have have"],
                fixed: None,
            },
            Example::Bad {
                text: "The the plan is simple. Read [the the guide](guide.md), the **the** long one.\n",
                hits: &["The the", "the the", "the **the"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: A week\ndescription: How we we spent it\n---\nOn using the The Acme Times.\n",
                hits: &["we we", "the The"],
                fixed: None,
            },
            Example::Good("We know that that works, and that we had had luck.\n"),
            Example::Good("It was very very late. What it is is a start. Bye bye.\n"),
            Example::Good("Ask Yang Yang at Boing Boing. They gave her her badge.\n"),
            Example::Good("We went on and on, and on, on foot. The, the end.\n"),
            Example::Good("Log in in the morning. Get buy-in in March. Blah blah blah blah.\n"),
            Example::Good("“The the” is a slip, and so is `the the`.\n"),
            Example::Good("Write for the reader reader-centred text in data data.json files.\n"),
            Example::Good("Click [here] here. It costs 10 10 times. See a **note** note.\n"),
        ],
    };
}

/// What can stand twice and be right, or is doubled for effect.
const MAY_DOUBLE: WordList = WordList::new(
    "that had is was are her his do did does no not so very really many far much long too yes now \
     there hear bye night again well wait never ever always big tiny old ha haha hey oh wow yeah \
     hmm blah bla yada knock tick tock beep boop bang chop choo rah woof la na da pew ping pong \
     tut tsk chug ding dong win go who how what day year one two three",
);

/// Words that belong to a verb as often as to what follows: "log in in March".
const PARTICLES: WordList = WordList::new("in on up out over off down by through");

/// Words that say nothing by themselves: doubled, they are a slip in any dress.
const SMALL: WordList = WordList::new(
    "the a an of to and for with at from as or be been were it its this these those we you they he \
     she our your their my has have can will would should but if which when than then",
);

impl Check for RepeatedWord {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let prose = post.prose();
        for block in prose.blocks() {
            if block.kind == BlockKind::TableCell {
                continue;
            }
            for doubled in self.doubled(prose.block_text(block)) {
                let range = |range: &Range<usize>| {
                    block.text.start + range.start..block.text.start + range.end
                };
                let span = prose.source(range(&doubled));
                let said = &prose.text()[range(&doubled)];
                let second = said.split(' ').next_back().unwrap_or(said);
                let is_dressed = post.slice(span).contains(['*', '_', '[', ']', '<', '`']);
                if is_dressed && !SMALL.has(second) {
                    continue;
                }
                let finding = out.report(span, format!("\"{said}\" has one word too many"));
                finding
                    .label("the same word twice")
                    .help("take one of them out, or write the word that was meant");
                if !is_dressed {
                    let title = format!("take out the second \"{second}\"");
                    let first = &said[..said.len() - second.len() - 1];
                    finding.fix(Fix::edit(Applicability::Unsafe, title, span, first));
                }
            }
        }
    }
}

impl RepeatedWord {
    /// The words of `text` that stand twice by mistake.
    fn doubled(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut all = words(text).peekable();
        let mut before: Option<Range<usize>> = None;
        while let Some(first) = all.next() {
            let Some(second) = all.peek() else {
                break;
            };
            let earlier = before.replace(first.clone());
            if !is_same(&text[first.clone()], &text[second.clone()])
                || &text[first.end..second.start] != " "
            {
                continue;
            }
            let doubled = first.start..second.end;
            let word = &text[second.clone()];
            let may_double = MAY_DOUBLE.has(word)
                || PARTICLES.has(word)
                || self.allow.iter().any(|own| is_same(own, word));
            let thrice = |other: &Range<usize>| is_same(&text[other.clone()], word);
            let is_run = earlier.is_some_and(|earlier| thrice(&earlier)) || {
                let rest = &text[second.end..];
                words(rest)
                    .next()
                    .is_some_and(|third| is_same(&rest[third], word))
            };
            if !may_double && !is_run && !is_joined(text, &doubled) {
                found.push(doubled);
            }
        }
        if !found.is_empty() {
            let quotations = Quotations::of(text);
            found.retain(|doubled| !quotations.hold(doubled.start));
        }
        found
    }
}

/// True for the same word, the first perhaps at the start of a sentence; and
/// for "the The Times". Other capitals are names.
fn is_same(first: &str, second: &str) -> bool {
    /// A shorter word is a letter, or a variable.
    const SHORTEST: usize = 2;
    let is_article = first == "the" || first == "a";
    let is_lower = |text: &str| text.chars().all(char::is_lowercase);
    let is_long = second.len() >= SHORTEST || second == "a";
    is_long
        && first.to_lowercase() == second.to_lowercase()
        && ((is_lower(second) && is_lower(first.get(1..).unwrap_or_default()))
            || (is_article && is_lower(second.get(1..).unwrap_or_default())))
}

/// True when a hyphen, a dot or the like joins one of the two to more.
fn is_joined(text: &str, doubled: &Range<usize>) -> bool {
    const JOINTS: [char; 9] = ['-', '/', '_', '.', '@', '#', '+', '=', '’'];
    let before = text[..doubled.start].ends_with(JOINTS);
    let mut after = text[doubled.end..].chars();
    let is_tied = after.next().is_some_and(|c| JOINTS.contains(&c));
    before || (is_tied && after.next().is_some_and(char::is_alphanumeric))
}
