//! `confidential/national-id`: a number that a state gives to one person.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::national;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NationalId {}

impl Rule for NationalId {
    const META: Meta = Meta {
        id: "confidential/national-id",
        summary: "A national identity, tax or social security number of a person",
        why: "With such a number somebody can borrow money, claim benefits or file taxes in \
              another person's name, and the person can hardly get a new one. It slips into posts \
              with a log, a form or a screenshot that was typed off. Publishing one is a data \
              breach that may have to be reported.",
        leaves_alone: "Digits that pass a check by chance and that no word names; published \
                       examples; made-up digits such as 123456789; numbers that the text calls \
                       an example or a test; addresses, versions and order numbers.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[
            Source {
                title: "Regulation (EU) 2016/679 (GDPR), see article 87",
                url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            },
            Source {
                title: "Social Security Administration, the SSN numbering scheme",
                url: "https://www.ssa.gov/history/ssn/geocard.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: "The form said 899-41-7206, and nobody saw it.\n",
                hits: &["899-41-7206"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Forms\nnote: \"SSN 899417206\"\n---\nText.\n",
                hits: &["899417206"],
                fixed: None,
            },
            Example::Bad {
                text: "```json\n{\"name\": \"Ines\", \"bsn\": \"407162859\"}\n```\n",
                hits: &["407162859"],
                fixed: None,
            },
            Example::Bad {
                text: "Her NINO is ZW 40 71 62 C.\n\n<!-- SIN 539 271 841 -->\n",
                hits: &["ZW 40 71 62 C", "539 271 841"],
                fixed: None,
            },
            Example::Bad {
                text: "O CPF dela é 407.182.935-41; el DNI es 50718362-G.\n",
                hits: &["407.182.935-41", "50718362-G"],
                fixed: None,
            },
            Example::Good("The wallets of 1938 all said 078-05-1120, a Social Security number.\n"),
            Example::Good("An SSN looks like 123-45-6789, and never starts with 9: 987-65-4321.\n"),
            Example::Good("For example, the SSN 899-41-7206 would be valid.\n"),
            Example::Good("We sold 539 271 841 cups, and 407162859 more after that.\n"),
            Example::Good("Order number 899-41-7206 arrived on 2026-05-04.\n"),
            Example::Good("[The form](https://example.com/ssn/899-41-7206) is new.\n"),
            Example::Good("Version 1.899-41-7206 forgives a sin of 539 271 841 users.\n"),
            Example::Good("A BSN has nine digits, such as 407162857 or 111222333.\n"),
        ],
    };
}

impl Check for NationalId {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let mut end = 0;
        for &number in post.numbers() {
            let found = national::starts(post.text(), number as usize)
                .find_map(|start| national::at(post.text(), start));
            let Some((range, kind)) = found.filter(|(range, _)| range.start >= end) else {
                continue;
            };
            end = range.end;
            out.report(Span::from(range), format!("this looks like {}", kind.name))
                .label(kind.proof)
                .help(
                    "take it out, also of the history of the repo, and tell whoever looks after \
                     personal data; if it is invented, say \"example\" beside it",
                )
                .conceal();
        }
    }
}
