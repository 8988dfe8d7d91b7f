//! `helpful/vague-link-text`: a link that does not say where it leads.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::words;
use crate::post::{Link, LinkKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule, Source};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct VagueLinkText {
    /// Texts that may stand by themselves.
    allow: Vec<String>,
}

impl Rule for VagueLinkText {
    const META: Meta = Meta {
        id: "helpful/vague-link-text",
        summary: "A link called \"here\" or \"read more\"",
        why: "Readers skim a page by its links, and people who listen to it are read a list of \
              them. In that list \"here\" and \"read more\" say nothing, ten times over. A link \
              that names its target is found, trusted and clicked.",
        leaves_alone: "A vague word with others that say enough (\"the timeline here\"), links \
                       around images, and texts that the policy allows.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "allow",
            what: "Texts that may stand by themselves",
            example: r#"["read more"]"#,
        }],
        sources: &[Source {
            title: "WCAG 2.2, success criterion 2.4.9, Link Purpose (Link Only)",
            url: "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only.html",
        }],
        examples: &[
            Example::Bad {
                text: "The report is [here](report.md). [Click here!](b.md)\n",
                hits: &["here", "Click here!"],
                fixed: None,
            },
            Example::Bad {
                text: "We wrote it down. [**Read more**…](c.md) <a href=\"d.md\">This page</a>\n",
                hits: &["**Read more**…", "This page"],
                fixed: None,
            },
            Example::Good("See [the timeline here](t.md) and [our report](r.md).\n"),
            Example::Good("[![Sales by quarter](s.png)](s.md) and <https://example.com>\n"),
            Example::Good("[Learn more about branches](b.md). `[here](x.md)`\n"),
        ],
    };
}

/// What says nothing about any target.
const VAGUE: &[&str] = &[
    "here",
    "click here",
    "click",
    "right here",
    "go here",
    "see here",
    "over here",
    "found here",
    "available here",
    "read more here",
    "link",
    "this link",
    "the link",
    "click this link",
    "read more",
    "learn more",
    "find out more",
    "more",
    "this page",
    "this doc",
    "this document",
    "this site",
    "this website",
];

impl Check for VagueLinkText {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let links = post.links().iter().filter(|link| {
            matches!(
                link.kind,
                LinkKind::Inline | LinkKind::Reference | LinkKind::Html
            ) && !post.is_code(link.span)
        });
        for link in links {
            if let Some(text) = self.vague(post, link) {
                out.report(
                    link.text,
                    format!("\"{text}\" does not say where the link leads"),
                )
                .label("read by itself, it could be any page")
                .help("link the words that name the page, as in \"see [the report](…)\"");
            }
        }
    }
}

impl VagueLinkText {
    /// What readers see of the link, when that says nothing.
    fn vague<'a>(&self, post: &'a Post, link: &Link) -> Option<&'a str> {
        /// A longer text says something.
        const LONGEST: usize = 60;
        let text = post.slice(link.text);
        if text.len() > LONGEST || text.contains("![") || text.contains("<img") {
            return None;
        }
        let all: Vec<&str> = words(text).map(|word| &text[word]).collect();
        let said = all.join(" ").to_lowercase();
        let is_allowed = self.allow.iter().any(|own| own.to_lowercase() == said);
        (VAGUE.contains(&said.as_str()) && !is_allowed).then(|| text.trim())
    }
}
