//! `reputation/profanity`: swear words and insults.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::coarse::{Coarse, MILD_OATHS, OATHS};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::spoken::Spoken;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profanity {
    /// Words that may be said.
    allow: Vec<String>,
    /// Whether mild oaths count, too.
    mild: bool,
    #[serde(skip)]
    phrases: OnceLock<(Vec<Phrase>, Vec<&'static Coarse>)>,
}

impl Rule for Profanity {
    const META: Meta = Meta {
        id: "reputation/profanity",
        summary: "Swear words and insults",
        why: "A swear word is what readers remember and quote of a post. It may be fine among \
              colleagues; under the company's name it reads as contempt, and filters of mail and \
              of schools drop the whole page.",
        leaves_alone: "Names, quotations, titles of works, code, addresses and handles, words that \
                       are mostly something else, and mild or shortened oaths unless `mild` is set.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[
            OptionDoc {
                name: "allow",
                what: "Words that may be said here",
                example: r#"["bollocks"]"#,
            },
            OptionDoc {
                name: "mild",
                what: "Whether mild oaths count, too: \"damn\", \"crap\"",
                example: "true",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "The old importer was bullshit, and so said everybody.\n",
                hits: &["bullshit"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: The goddamn importer\n---\nPeople were pissed off.\n",
                hits: &["goddamn", "pissed off"],
                fixed: None,
            },
            Example::Bad {
                text: "It is bull\u{200b}shit, and hidden.\n",
                hits: &["bull\u{200b}shit"],
                fixed: None,
            },
            Example::Good("“It was bullshit,” a customer told us.\n\n> Bullshit!\n"),
            Example::Good(
                "We read *On Bullshit* by Harry Frankfurt. Ask @bullshit or bullshit.example.com.\n",
            ),
            Example::Good(
                "We like the WTF podcast. Damn, that was close. It took a crappy day to find it.\n",
            ),
            Example::Good("We met in Scunthorpe. Mr. Bastards spoke; `wtf` is a command.\n"),
        ],
    };
}

impl Profanity {
    fn listed(&self) -> &(Vec<Phrase>, Vec<&'static Coarse>) {
        self.phrases.get_or_init(|| {
            let mild: &[Coarse] = if self.mild { &MILD_OATHS } else { &[] };
            let all = OATHS.iter().chain(mild);
            all.flat_map(|group| group.words().map(move |word| (word, group)))
                .filter(|(word, _)| !self.allow.iter().any(|own| own.eq_ignore_ascii_case(word)))
                .map(|(word, group)| (Phrase::new(&word), group))
                .unzip()
        })
    }
}

impl Check for Profanity {
    fn phrases(&self) -> &[Phrase] {
        &self.listed().0
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let Some(said) = spoken.hear(hit).filter(|said| !said.is_name()) else {
                continue;
            };
            let group = self.listed().1[hit.phrase];
            out.report(said.span(), format!("\"{}\" is a swear word", said.words()))
                .label(group.why)
                .help(group.instead);
        }
    }
}
