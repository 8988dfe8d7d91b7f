//! `confidential/personal-email`: a person's private address.

use std::ops::Range;

use memchr::memmem;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::identifier::mailbox::{Mailbox, mailboxes};
use crate::language::{WordList, words};
use crate::post::{Block, BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct PersonalEmail {
    /// Whether names at the company's own domains count too.
    own_domains: bool,
}

impl Rule for PersonalEmail {
    const META: Meta = Meta {
        id: "confidential/personal-email",
        summary: "A private e-mail address of a person",
        why: "An address in a post is harvested within days, and the person gets spam and \
              phishing for years. A private one also says that the company's mail goes through \
              somebody's own account. When that person leaves, readers write to nobody.",
        leaves_alone: "Addresses of desks such as info@ and press@, stand-ins such as \
                       your.name@gmail.com, addresses at other hosts, authors in the front matter, \
                       rolls of contributors, copyright lines, and code.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "own-domains",
            what: "Also flags first.last@ at the company's own domains",
            example: "true",
        }],
        sources: &[Source {
            title: "Regulation (EU) 2016/679 (GDPR), see article 4(1)",
            url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
        }],
        examples: &[
            Example::Bad {
                text: "Write to ines.okafor@gmail.com to join.\n",
                hits: &["ines.okafor@gmail.com"],
                fixed: None,
            },
            Example::Bad {
                text: "- Write to [Ines](mailto:i.okafor@gmx.de?subject=Hello), who knows the way.\n",
                hits: &["i.okafor@gmx.de"],
                fixed: None,
            },
            Example::Good("Write to press@acme.example or acme.press@gmail.com.\n"),
            Example::Good("Sign in as your.name@gmail.com, john.doe@gmail.com or a@example.com.\n"),
            Example::Good("Run `git config user.email ines.okafor@gmail.com`.\n"),
            Example::Good(
                "---\ntitle: One\nauthor: Ines Okafor <ines.okafor@gmail.com>\n---\nText.\n",
            ),
            Example::Good("Thanks to:\n\n- Ines Okafor <ines.okafor@gmail.com>\n- Jo Doe\n"),
            Example::Good("- fix: a slip (<ines.okafor@gmail.com>) in the long title of a page\n"),
            Example::Good("Copyright 2026 Ines Okafor, ines.okafor@gmail.com\n"),
            Example::Good("© 2026 [Ines](mailto:ines.okafor@gmail.com)\n"),
            Example::Good("Clone git@github.com:acme/site.git.\n"),
            Example::Good("Write to ines.okafor@acme.example.\n"),
        ],
    };
}

impl Check for PersonalEmail {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let is_private = |mailbox: &Mailbox<'_>| {
            mailbox.is_private()
                || (self.own_domains
                    && cx.company.owns_host(mailbox.host)
                    && mailbox.is_full_name())
        };
        let prose = post.prose();
        let mut found: Vec<Span> = Vec::new();
        // Many addresses may share a block, which is looked at once.
        let mut last = None;
        for mailbox in mailboxes(prose.text()).filter(is_private) {
            let index = prose.block_at(mailbox.range.start);
            let is_credit = match last {
                Some((block, known)) if block == index => known,
                _ => is_credit(post, &prose.blocks()[index]),
            };
            last = Some((index, is_credit));
            let span = prose.source(mailbox.range);
            if !is_credit && !is_roll_call(post, index, span) && !is_copyright(post, span) {
                found.push(span);
            }
        }
        let shown = found.len();
        for link in post.links() {
            let is_shown = link.span.overlaps_any(&found[..shown]);
            let is_mail = link.destination.starts_with("mailto:");
            if !is_mail || is_shown || is_copyright(post, link.span) {
                continue;
            }
            let start = link.destination_span.start as usize;
            let written = mailboxes(post.slice(link.destination_span)).filter(is_private);
            found.extend(written.map(|mailbox| {
                let Range {
                    start: from,
                    end: to,
                } = mailbox.range;
                Span::new(start + from, start + to)
            }));
        }
        found.sort();
        for span in found {
            out.report(
                span,
                "this is a private e-mail address, for everybody to harvest",
            )
            .label("a person's address")
            .help("give the address of a desk, such as press@ your own domain, or a form")
            .conceal();
        }
    }
}

/// True when the addresses in `block` say who made something: in the front
/// matter, in a list of people.
fn is_credit(post: &Post, block: &Block) -> bool {
    const AUTHOR: WordList = WordList::new("author authors by byline writer email");
    let text = post.prose().block_text(block);
    match block.kind {
        BlockKind::FrontMatter => post.front_matter().is_some_and(|front_matter| {
            front_matter.leaves().iter().any(|(path, value)| {
                value.span == block.span && path.split('.').any(|key| AUTHOR.has(key))
            })
        }),
        BlockKind::ListItem => is_name(text),
        _ => false,
    }
}

/// True when the line before `address` says whose work something is.
fn is_copyright(post: &Post, address: Span) -> bool {
    /// Longer lines are running text, in bytes.
    const LONGEST: usize = 200;
    let end = address.start as usize;
    let before = &post.text().as_bytes()[end.saturating_sub(LONGEST)..end];
    let line = before.rsplit(|byte| *byte == b'\n').next();
    ["Copyright", "©", "(c)"]
        .iter()
        .any(|sign| line.is_some_and(|line| memmem::find(line, sign.as_bytes()).is_some()))
}

/// True in a list of people, or of changes, as version control has them: "Name
/// <address>".
fn is_roll_call(post: &Post, index: usize, address: Span) -> bool {
    post.prose().blocks()[index].kind == BlockKind::ListItem
        && post.text()[..address.start as usize].ends_with('<')
}

/// True for a name and an address, and no more.
fn is_name(text: &str) -> bool {
    /// "Ines de Okafor".
    const LONGEST: usize = 3;
    let addresses: Vec<_> = mailboxes(text).map(|mailbox| mailbox.range).collect();
    let is_apart = |at: usize| {
        let next = addresses.partition_point(|address| address.end <= at);
        addresses.get(next).is_none_or(|address| at < address.start)
    };
    let others = words(text).filter(|word| is_apart(word.start));
    !text.contains(':') && others.take(LONGEST + 1).count() <= LONGEST
}
