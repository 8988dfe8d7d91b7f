//! `reputation/slur`: words that demean people for what they are.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::coarse::{BEASTS, PEOPLE, SLURS};
use crate::language::{WordList, words};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::spoken::{Said, Spoken};
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Slur {}

impl Rule for Slur {
    const META: Meta = Meta {
        id: "reputation/slur",
        summary: "Words that demean people for what they are",
        why: "A slur tells a part of the readers that the company does not want them. No context \
              that a post gives undoes that, and an apology is news where the post was none. \
              Nobody may allow it alone, unless the policy has a list of its own under \
              `unwaivable`.",
        leaves_alone: "Quotations, titles of works, names, code, addresses, and words that are also \
                       something else, unless the words beside them decide.",
        level: Level::Error,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "The new queue is so retarded that we dropped it.\n",
                hits: &["so retarded"],
                fixed: None,
            },
            Example::Bad {
                text: "Refugees are just parasites, as everybody knows.\n",
                hits: &["parasites"],
                fixed: None,
            },
            Example::Good("“Refugees are parasites,” he shouted, and we left.\n"),
            Example::Good(
                "Refugees are not parasites. Some say that refugees are parasites. Rats are vermin.\n",
            ),
            Example::Good("Frost retarded growth. A chink in the armour, spic and span.\n"),
            Example::Good("Coach Kike Gómez opened the day.\n"),
        ],
    };
}

/// How many of the phrases are slurs by themselves.
static SLUR_COUNT: LazyLock<usize> =
    LazyLock::new(|| SLURS.iter().flat_map(|group| group.words()).count());

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let slurs = SLURS.iter().flat_map(|group| group.words());
    slurs
        .map(|word| Phrase::new(&word))
        .chain(BEASTS.iter().map(Phrase::new))
        .collect()
});

impl Check for Slur {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let Some(said) = spoken.hear(hit) else {
                continue;
            };
            let is_word = hit.phrase < *SLUR_COUNT && !said.is_name();
            let is_said_of_people = hit.phrase >= *SLUR_COUNT && is_of_people(&said);
            if is_word || is_said_of_people {
                let label = if is_word {
                    "a slur"
                } else {
                    "says of people that they are less than people"
                };
                out.report(said.span(), format!("\"{}\" demeans people", said.words()))
                    .label(label)
                    .help("name the people as they name themselves, or take the sentence out");
            }
        }
    }
}

/// True behind "refugees are" and the like, in a sentence that neither denies it nor
/// tells what others say.
fn is_of_people(said: &Said<'_>) -> bool {
    const FILLERS: WordList = WordList::new("just all like nothing but simply basically mere such");
    const BEING: WordList = WordList::new("are were");
    let before = said.before();
    let mut back: Vec<&str> = words(before).map(|word| &before[word]).collect();
    while back.last().is_some_and(|word| FILLERS.has(word)) {
        back.pop();
    }
    let is_being = back.pop().is_some_and(|word| BEING.has(word));
    is_being && !said.is_doubted() && back.last().is_some_and(|word| PEOPLE.has(word))
}
