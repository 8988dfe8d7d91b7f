//! `confidential/iban`: the number of a bank account.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::iban;
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Iban {}

impl Rule for Iban {
    const META: Meta = Meta {
        id: "confidential/iban",
        summary: "The number of a bank account (IBAN)",
        why: "With the number of an account, and a name, somebody can set up a direct debit or \
              send an invoice that looks real. It is personal data when the account is a \
              person's. It slips in with an invoice, a form or a log.",
        leaves_alone: "The examples of the registry and those that banks repeat; numbers whose \
                       check digits are wrong; numbers that the text calls an example or a test. \
                       An account that takes donations is public on purpose: waive it.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "SWIFT, IBAN registry (ISO 13616)",
            url: "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
        }],
        examples: &[
            Example::Bad {
                text: "Send it to DE57 7001 0080 9371 5028 46, please.\n",
                hits: &["DE57 7001 0080 9371 5028 46"],
                fixed: None,
            },
            Example::Bad {
                text: "```json\n{\"account\": \"GB30ACME20496183075216\"}\n```\n\n<!-- NL22 ACME 0493 8172 65 -->\n",
                hits: &["GB30ACME20496183075216", "NL22 ACME 0493 8172 65"],
                fixed: None,
            },
            Example::Good("An IBAN looks like DE89 3704 0044 0532 0130 00.\n"),
            Example::Good("In London it is GB29NWBK60161331926819.\n"),
            Example::Good("The dummy account GB30ACME20496183075216 is in every sandbox.\n"),
            Example::Good(
                "The commit is GB31ACME20496183075216, and the part DE12 of 2026 0504 1234.\n",
            ),
            Example::Good("[Pay](https://example.com/pay/GB30ACME20496183075216).\n"),
        ],
    };
}

impl Check for Iban {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for &start in post.numbers() {
            let Some(range) = iban::at(post.text(), start as usize) else {
                continue;
            };
            out.report(
                Span::from(range),
                "this looks like the number of a bank account",
            )
            .label("an IBAN whose check digits are right")
            .help(
                "take it out, also of the history of the repo; an account that is public on \
                     purpose, as for donations, gets a waiver in sayso.toml",
            )
            .conceal();
        }
    }
}
