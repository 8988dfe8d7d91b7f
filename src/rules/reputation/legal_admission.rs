//! `reputation/legal-admission`: guilt admitted in a post about an incident.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::PhraseList;
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::kind::is_about_incident;
use crate::rules::spoken::Spoken;
use crate::rules::{Check, Context, Example, Meta, Rule};

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LegalAdmission {}

impl Rule for LegalAdmission {
    const META: Meta = Meta {
        id: "reputation/legal-admission",
        summary: "Words that admit guilt or liability in a post about an incident",
        why: "\"We were negligent\" is a term of law, and it may be read in a court. Saying plainly \
              what happened and that you are sorry needs no such word. Whether to use one is for \
              counsel to decide, before the post is out.",
        leaves_alone: "Posts that are not about an incident, denials, quotations, and plain words \
                       such as \"sorry\" or \"our mistake\".",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: The breach of 4 May\n---\nWe were negligent, and it is entirely our fault.\n",
                hits: &["We were negligent", "our fault"],
                fixed: None,
            },
            Example::Good(
                "---\ntitle: The breach of 4 May\n---\nIt was our mistake, and we are sorry.\n",
            ),
            Example::Good("# The breach of 4 May\n\nIt was not our fault.\n"),
            Example::Good("# A week in May\n\nThe rain was our fault.\n"),
        ],
    };
}

/// Words of guilt.
const GUILT: PhraseList = PhraseList::new(
    "we were negligent; we are negligent; our negligence; our gross negligence; our fault; we are \
     liable; we were liable; we accept liability; we accept full liability; our liability for this; \
     we broke the law; we violated the law; we acted unlawfully; we breached our contract; we \
     breached our duty",
);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| GUILT.iter().map(Phrase::new).collect());

impl Check for LegalAdmission {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() || !is_about_incident(post) {
            return;
        }
        let mut spoken = Spoken::by(post);
        for hit in cx.hits {
            let Some(said) = spoken.hear(hit).filter(|said| !said.is_denied()) else {
                continue;
            };
            out.report(
                said.span(),
                format!("\"{}\" admits guilt in law", said.words()),
            )
            .label("a term that may be read in a court")
            .help("ask counsel first, or say in plain words what happened");
        }
    }
}
