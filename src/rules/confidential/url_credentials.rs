//! `confidential/url-credentials`: an address with a password in it.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::secret::{self, find_credentials};
use crate::span::Span;

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UrlCredentials {}

impl Rule for UrlCredentials {
    const META: Meta = Meta {
        id: "confidential/url-credentials",
        summary: "An address with a user name and a password in it",
        why: "An address is copied, logged and indexed wherever it goes, and the password goes \
              with it. Whoever reads the post can log in; and since people use a password in \
              several places, perhaps elsewhere too.",
        leaves_alone: "Words that stand for a password (pass, secret, xxxx, ${PASSWORD}, \
                       <password>), hosts kept for examples, simple passwords of local hosts such \
                       as postgres:postgres@localhost, and addresses without a password (git@).",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "RFC 3986, section 7.5, Sensitive Information",
            url: "https://www.rfc-editor.org/rfc/rfc3986#section-7.5",
        }],
        examples: &[
            Example::Bad {
                text: concat!(
                    "The wiki is at https://jo:",
                    "Zk9wQf2m",
                    "@wiki.acme-corp.com/start.\n"
                ),
                hits: &["Zk9wQf2m"],
                fixed: None,
            },
            Example::Bad {
                text: concat!(
                    "```sh\npsql postgres://app:",
                    "8hGt2kLm",
                    "@db.acme-corp.com:5432/app\n```\n"
                ),
                hits: &["8hGt2kLm"],
                fixed: None,
            },
            Example::Good("The form is `https://user:pass@host/`.\n"),
            Example::Good("```sh\npsql postgres://postgres:postgres@localhost:5432/app\n```\n"),
            Example::Good("```sh\npsql postgres://app:$PASSWORD@db.acme-corp.com/app\n```\n"),
            Example::Good("```sh\ngit clone git@github.com:acme/site.git\n```\n"),
        ],
    };
}

impl Check for UrlCredentials {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for found in find_credentials(post.text()) {
            let password = Span::new(found.password.start, found.password.end);
            // A token in that place is told of by `confidential/secret`.
            if !secret::find(post.slice(password)).is_empty() {
                continue;
            }
            let scheme = &post.text()[found.scheme];
            out.report(
                password,
                format!("this {scheme} address has a password in it"),
            )
            .label("a password that opens the door for every reader")
            .help(
                "write the address without the user and the password, and change the \
                     password: once committed it stays in git's history",
            )
            .fix(Fix::edit(
                Applicability::Suggestion,
                "take the user and the password out of the address",
                Span::new(found.range.start, found.range.end),
                "",
            ))
            .conceal();
        }
    }
}
