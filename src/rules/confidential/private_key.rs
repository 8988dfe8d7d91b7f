//! `confidential/private-key`: a private key with its body.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::secret::find_private_keys;
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PrivateKey {}

// Put together here, so that no scanner takes the example for a real key.
const KEY: &str = concat!(
    "-----BEGIN PRIV",
    "ATE KEY-----\n",
    "MC4CAQAwBQYDK2VwBCIEIP9z1mQb7Rk2",
    "Xv5TfLw0cJd8sYhN3gUa6EoKtWiB4xZq\n",
    "-----END PRIV",
    "ATE KEY-----"
);

impl Rule for PrivateKey {
    const META: Meta = Meta {
        id: "confidential/private-key",
        summary: "A private key, with its body",
        why: "A private key proves who somebody is: a server, a signer, a person at the door of a \
              machine. Whoever reads it can pretend to be them, and often read what was sent to \
              them before. A passphrase only delays that, since it can be guessed at home.",
        leaves_alone: "Public keys and certificates, the first line of a key quoted without its \
                       body, and bodies that are cut short or made up.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "RFC 7468, Textual Encodings of PKIX, PKCS, and CMS Structures",
            url: "https://www.rfc-editor.org/rfc/rfc7468",
        }],
        examples: &[
            Example::Bad {
                text: concat!(
                    "```\n-----BEGIN PRIV",
                    "ATE KEY-----\n",
                    "MC4CAQAwBQYDK2VwBCIEIP9z1mQb7Rk2",
                    "Xv5TfLw0cJd8sYhN3gUa6EoKtWiB4xZq\n",
                    "-----END PRIV",
                    "ATE KEY-----\n```\n"
                ),
                hits: &[KEY],
                fixed: None,
            },
            Example::Good(concat!(
                "The file starts with `-----BEGIN ",
                "OPENSSH PRIVATE KEY-----`.\n"
            )),
            Example::Good(concat!(
                "```\n-----BEGIN ",
                "PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n```\n"
            )),
        ],
    };
}

impl Check for PrivateKey {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for key in find_private_keys(post.text()) {
            let label = if key.is_locked {
                "locked with a passphrase, which can be guessed by trying"
            } else {
                "its body is here, and not only its first line"
            };
            out.report(
                Span::new(key.range.start, key.range.end),
                format!("this is {}", key.what),
            )
            .label(label)
            .help(
                "take it out and make a new pair: once committed it stays in git's history, and \
                 whoever has read it can use it",
            )
            .conceal();
        }
    }
}
