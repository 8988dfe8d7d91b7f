//! `reputation/blaming-reader`: the trouble is the reader's fault.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::spoken::Spoken;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BlamingReader {}

impl Rule for BlamingReader {
    const META: Meta = Meta {
        id: "reputation/blaming-reader",
        summary: "Words that blame the reader: \"you should have read\", \"it was user error\"",
        why: "A reader who is told that the trouble is their own fault stops listening, and others \
              who had the same trouble feel told off along with them. What helps is what to do \
              next, and what the company will do so that it is easier.",
        leaves_alone: "Denials (\"it is not your fault\"), quotations, code, and user error as a \
                       topic: \"how to prevent user errors\".",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "You should have read the manual. It was user error, as most tickets are.\n",
                hits: &["You should have read the", "It was user error"],
                fixed: None,
            },
            Example::Bad {
                text: "If you had bothered to look, you would know.\n",
                hits: &["If you had bothered to"],
                fixed: None,
            },
            Example::Good(
                "You should have read access, and known peers. It's not your fault. Good forms prevent user errors.\n",
            ),
            Example::Good("Nobody told us it was user error; we looked, and it was not.\n"),
            Example::Good("“You should have read the manual,” they said.\n\n> It is your fault.\n"),
        ],
    };
}

/// What blames whoever reads it.
const BLAME: PhraseList = PhraseList::new(
    "you should have read the; you should have read our; you should have read it; you should have \
     known that; you should know better; you should have known better; you should have checked the; \
     it was user error; it's user error; it is user error; this was user error; this is user error; \
     was due to user error; is due to user error; caused by user error; it's your own fault; it is \
     your own fault; it's your fault; it is your fault; you only have yourself to blame; you have \
     only yourself to blame; if you had bothered to; if you'd bothered to; you clearly don't \
     understand; you clearly didn't read; you clearly haven't read; you obviously don't understand; \
     you obviously didn't read; you obviously haven't read",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| BLAME.iter().map(Phrase::new).collect());

impl Check for BlamingReader {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let Some(said) = spoken.hear(hit).filter(|said| !said.is_doubted()) else {
                continue;
            };
            out.report(
                said.span(),
                format!("\"{}\" blames the reader", said.words()),
            )
            .label("says whose fault it is, and not what to do")
            .help("say what to do next, and what you will make easier");
        }
    }
}
