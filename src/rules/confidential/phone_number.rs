//! `confidential/phone-number`: a telephone number that is not the company's own.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::phone::{self, Phone};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PhoneNumber {
    /// Numbers that are meant for readers.
    allow: Vec<String>,
}

impl Rule for PhoneNumber {
    const META: Meta = Meta {
        id: "confidential/phone-number",
        summary: "A telephone number that is not on the list of public ones",
        why: "A number in a post is called for years, by people and by machines, and a private \
              one leads to somebody's home. In health and finance it can tell who is a patient \
              or a customer. The numbers that readers should call are few, and a policy can \
              list them.",
        leaves_alone: "Listed numbers, toll-free lines, numbers that are kept for fiction such \
                       as 555-0100, code, dates, versions, addresses and order numbers. National \
                       numbers outside North America count beside a word such as \"call\".",
        level: Level::Warning,
        on_by_default: false,
        reads_english: false,
        options: &[OptionDoc {
            name: "allow",
            what: "Numbers that are meant for readers",
            example: r#"["+1 212 555 0100"]"#,
        }],
        sources: &[Source {
            title: "ITU-T E.164 and E.123, international numbers and how to write them",
            url: "https://www.itu.int/rec/T-REC-E.123",
        }],
        examples: &[
            Example::Bad {
                text: "Ask for Ines at (212) 736-0418 or +49 30 9018204.\n",
                hits: &["(212) 736-0418", "+49 30 9018204"],
                fixed: None,
            },
            Example::Bad {
                text: "Telefon: 030 9018204, or [call her](tel:+442071234481).\n",
                hits: &["030 9018204", "tel:+442071234481"],
                fixed: None,
            },
            Example::Good("Call (212) 555-0142, or toll-free 1-800-736-0418.\n"),
            Example::Good("In London, 020 7946 0018 rings in films only.\n"),
            Example::Good("Order 212-736-0418 of 2026-05-04 is at 192.168.10.20.\n"),
            Example::Good("It prints `212-736-0418`, see https://example.com/212-736-0418.\n"),
            Example::Good("In C++ 20170418 it took 030 9018204 steps.\n"),
        ],
    };
}

impl Check for PhoneNumber {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let is_listed = |phone: &Phone| self.allow.iter().any(|known| phone.is(known));
        let mut closed: Vec<Span> = post.code().iter().map(|code| code.span).collect();
        closed.extend(post.links().iter().map(|link| link.destination_span));
        closed.sort();
        let mut found: Vec<Span> = Vec::new();
        for &start in post.numbers() {
            let Some(phone) = phone::at(post.text(), start as usize) else {
                continue;
            };
            let span = Span::from(phone.range.clone());
            let is_inside = found.last().is_some_and(|last| last.overlaps(span));
            if !is_inside && !is_listed(&phone) && !span.overlaps_any(&closed) {
                found.push(span);
            }
        }
        let shown = found.len();
        for link in post.links() {
            let Some(phone) = phone::of_link(&link.destination) else {
                continue;
            };
            if !is_listed(&phone) && !link.span.overlaps_any(&found[..shown]) {
                found.push(link.destination_span);
            }
        }
        found.sort();
        for span in found {
            out.report(
                span,
                "this is a telephone number, and not one that the policy lists",
            )
            .label("readers will call it")
            .help(
                "give the number of a desk, or a form; a number that is meant for readers \
                     belongs on the list `allow` of this rule",
            )
            .conceal();
        }
    }
}
