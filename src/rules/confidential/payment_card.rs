//! `confidential/payment-card`: the number of a credit or debit card.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::card;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PaymentCard {}

impl Rule for PaymentCard {
    const META: Meta = Meta {
        id: "confidential/payment-card",
        summary: "The number of a credit or debit card",
        why: "A card number in public is used within hours, and its owner has to have the card \
              replaced. A company that takes cards has promised the networks not to show one in \
              full. It slips in with a log, a receipt or a support case.",
        leaves_alone: "Digits that pass the check by chance: unbroken ones count only beside a \
                       word such as \"card\"; the numbers that payment firms publish for tests; \
                       numbers that the text calls a test or an example; addresses.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[
            Source {
                title: "PCI DSS, requirement 3",
                url: "https://www.pcisecuritystandards.org/",
            },
            Source {
                title: "ISO/IEC 7812-1, identification of issuers",
                url: "https://www.iso.org/standard/70484.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: "The receipt said 4526 0181 5908 3012, in full.\n",
                hits: &["4526 0181 5908 3012"],
                fixed: None,
            },
            Example::Bad {
                text: "```\npay card=5266131860913905 amount=12\n```\n\n<!-- 3799 603082 46287 -->\n",
                hits: &["5266131860913905", "3799 603082 46287"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: Receipts\nnote: Visa 4526-0181-5908-3012\n---\nText.\n",
                hits: &["4526-0181-5908-3012"],
                fixed: None,
            },
            Example::Good("A valid Luhn number looks like 4111 1111 1111 1111.\n"),
            Example::Good("Pay with the card 4242424242424242 or 5555 5555 5555 4444.\n"),
            Example::Good("Use the test card 4526 0181 5908 3012 in the sandbox.\n"),
            Example::Good(
                "The post has the id 5266131860913905, and the tracking number 4526 0181 5908 3012.\n",
            ),
            Example::Good(
                "Cards: [5266131860913905](https://example.com/card/5266131860913905).\n",
            ),
            Example::Good(
                "The card measures 0.5266131860913905 metres, or 7 4526 0181 5908 3012.\n",
            ),
            Example::Good("Card 4526 0181 5908 3013 has a wrong last digit.\n"),
        ],
    };
}

impl Check for PaymentCard {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for &start in post.numbers() {
            let Some(range) = card::at(post.text(), start as usize) else {
                continue;
            };
            out.report(
                Span::from(range),
                "this looks like the number of a payment card",
            )
            .label("an issuer's first digits, and the check digit is right")
            .help(
                "take it out, also of the history of the repo, and tell whoever handles \
                     payments; to show a card, use a published test number such as \
                     4111 1111 1111 1111",
            )
            .conceal();
        }
    }
}
