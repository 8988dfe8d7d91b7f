//! `confidential/secret`: a token, a key or a webhook that opens something.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::secret::{self, Proof};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Secret {}

// Put together here, so that no scanner takes an example for a real one.
const NAMED_VALUE: &str = concat!(
    "7c9e2f104ab85d36c1f0e27b94da83561d",
    "8b3f70c52e96a40db71c85e3f29a64"
);
const SUPABASE: &str = concat!("sb", "p_", "7c9e2f104ab85d36c1f0", "e27b94da83561d8b3f70");

impl Rule for Secret {
    const META: Meta = Meta {
        id: "confidential/secret",
        summary: "A token, an API key or a webhook address that works for whoever reads it",
        why: "Whoever reads a token can act as its owner: spend money, read mail, change the \
              site. Programs look through public pages and repositories for them all day and \
              use them within minutes. Taking it out later is not enough, since git and the \
              caches keep it.",
        leaves_alone: "Keys of documentation (with EXAMPLE in them), blanks such as YOUR_KEY, \
                       xxxx, <token> and ${TOKEN}, bare hashes and UUIDs, keys for trying \
                       things out, keys that are public by design, and tokens whose checksum \
                       does not fit.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[
            Source {
                title: "GitHub, Behind GitHub's new authentication token formats",
                url: "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
            },
            Source {
                title: "CWE-798, Use of Hard-coded Credentials",
                url: "https://cwe.mitre.org/data/definitions/798.html",
            },
        ],
        examples: &[
            Example::Bad {
                text: concat!(
                    "Log in with `",
                    "sb",
                    "p_",
                    "7c9e2f104ab85d36c1f0",
                    "e27b94da83561d8b3f70",
                    "` and look around.\n"
                ),
                hits: &[SUPABASE],
                fixed: None,
            },
            Example::Bad {
                text: concat!(
                    "```sh\nexport ",
                    "LINODE",
                    "_TOKEN=",
                    "7c9e2f104ab85d36c1f0e27b94da83561d",
                    "8b3f70c52e96a40db71c85e3f29a64",
                    "\n```\n"
                ),
                hits: &[NAMED_VALUE],
                fixed: None,
            },
            Example::Bad {
                text: concat!(
                    "<!-- ",
                    "sb",
                    "p\\_",
                    "7c9e2f104ab85d36c1f0",
                    "e27b94da83561d8b3f70",
                    " -->\n\nWe grew.\n"
                ),
                hits: &[concat!(
                    "sb",
                    "p\\_",
                    "7c9e2f104ab85d36c1f0",
                    "e27b94da83561d8b3f70"
                )],
                fixed: None,
            },
            Example::Good("Log in with `sbp_YOUR_TOKEN` and look around.\n"),
            Example::Good(
                "Tokens start with `ghp_`, as in `ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.\n",
            ),
            Example::Good("```sh\nexport LINODE_TOKEN=$(pass show linode)\n```\n"),
            Example::Good("The commit is 7c9e2f104ab85d36c1f0e27b94da83561d8b3f70.\n"),
        ],
    };
}

impl Check for Secret {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for secret in secret::find(post.text()) {
            let what = secret.provider.what;
            let message = match secret.prefix {
                Some(prefix) => format!("this is {what} ({prefix}…)"),
                None => format!("this is {what}"),
            };
            let label = match secret.provider.proof {
                Proof::Crc62 | Proof::Bech32 => "its form is exact, and its checksum fits",
                _ if secret.provider.names.is_empty() => {
                    "its form is exact, and it is not the one of an example"
                }
                _ => "it is given to a setting that takes a secret",
            };
            out.report(Span::new(secret.range.start, secret.range.end), message)
                .label(label)
                .help(
                    "take it out and revoke it: once committed it stays in git's history, and \
                     whoever has read it can use it",
                )
                .conceal();
        }
    }
}
