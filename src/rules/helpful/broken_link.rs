//! `helpful/broken-link`: an address that leads nowhere.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::post::{LinkKind, Post};
use crate::rules::leftover::{bodies, is_about_markup, links_with_blanks, written};
use crate::rules::{Check, Context, Example, Meta, Rule};
use crate::span::Span;
use crate::web::malformed;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenLink {}

impl Rule for BrokenLink {
    const META: Meta = Meta {
        id: "helpful/broken-link",
        summary: "A link or an image whose address cannot work",
        why: "A reader who wanted to know more gets an error page, and the next link is not \
              followed. The slips are small: a letter missing in https, an address pasted twice, \
              a blank in the middle, no https:// in front of www.",
        leaves_alone: "Paths and anchors, addresses that a template makes, code, links without an \
                       address (`evidence/dangling-citation` tells those), and whether a \
                       well-formed address answers: nothing is looked up.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "See [the report](htps://example.com/a) and [us](http://https://example.com).\n",
                hits: &["htps://example.com/a", "http://https://example.com"],
                fixed: Some(
                    "See [the report](https://example.com/a) and [us](https://example.com).\n",
                ),
            },
            Example::Bad {
                text: "See [our site](www.example.com), <a href=\"https:/example.com\">a</a> or [Jo](jo@example.com).\n",
                hits: &["www.example.com", "https:/example.com", "jo@example.com"],
                fixed: Some(
                    "See [our site](www.example.com), <a href=\"https://example.com\">a</a> or [Jo](jo@example.com).\n",
                ),
            },
            Example::Bad {
                text: "Read [the plan](https://example.com/the plan.pdf) and [x](https://example,com).\n",
                hits: &[
                    "[the plan](https://example.com/the plan.pdf)",
                    "https://example,com",
                ],
                fixed: None,
            },
            Example::Good(
                "See [it](https://example.com), [a](../a.md), [b](#b) or <jo@example.com>.\n",
            ),
            Example::Good(
                "Read [old pages](https://archive.example.org/2020/http://example.com).\n",
            ),
            Example::Good(
                "[It](https://{{ site.host }}/a), `[x](htps://example.com)`, ![](logo@2x.png)\n",
            ),
            Example::Good("The array f[i](x, y) has a [plan](<the plan.pdf>).\n"),
        ],
    };
}

impl Check for BrokenLink {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        // Between < and > a mailbox is a link by itself.
        let is_by_itself = |kind| matches!(kind, LinkKind::Bare | LinkKind::Automatic);
        let links = post.links().iter().filter(|link| !is_by_itself(link.kind));
        let links = links.map(|link| (link.span, link.destination_span));
        let images = post
            .images()
            .iter()
            .map(|image| (image.span, image.source_span));
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        for (whole, span) in links.chain(images) {
            // A definition is the destination of every link that refers to it.
            if seen.insert(span.start) && !post.is_code(whole) {
                report_malformed(post, span, out);
            }
        }
        if !is_about_markup(post) {
            report_blanks(post, out);
        }
    }
}

fn report_malformed(post: &Post, span: Span, out: &mut Findings) {
    let address = post.slice(span);
    let Some(found) = malformed(address) else {
        return;
    };
    let finding = out.report(span, format!("\"{address}\" leads nowhere"));
    finding.label(found.fault);
    match found.mended {
        Some(mended) => {
            // With another scheme in front it may be a page or a mailbox.
            let is_guess = mended.len() > address.trim().len() + 3;
            let applicability = match is_guess {
                true => Applicability::Unsafe,
                false => Applicability::Safe,
            };
            finding.help(format!("write {mended}"));
            finding.fix(Fix::edit(applicability, "mend the address", span, mended));
        }
        None => {
            finding.help("copy the address again from the page it is meant for");
        }
    }
}

/// Links that Markdown does not make, since a blank stands in the address.
fn report_blanks(post: &Post, out: &mut Findings) {
    for (block, text) in bodies(post) {
        for place in links_with_blanks(text) {
            let Some(span) = written(post, block, &place) else {
                continue;
            };
            let words = &text[place];
            out.report(
                span,
                format!("\"{words}\" is shown as it stands, and is no link"),
            )
            .label("there is a blank in the address")
            .help("write %20 for the blank, or put the address between < and >");
        }
    }
}
