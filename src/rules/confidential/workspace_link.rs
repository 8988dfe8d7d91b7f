//! `confidential/workspace-link`: a link into a tool that readers cannot enter.

use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
use crate::web::{host_of, work_tool};

/// Options of the rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct WorkspaceLink {
    /// Addresses, or how they start, that everybody may open.
    allow: Vec<String>,
    /// Whether addresses count that may be open to everybody.
    all: bool,
}

impl Rule for WorkspaceLink {
    const META: Meta = Meta {
        id: "confidential/workspace-link",
        summary: "A link into a private work tool: a document's editor, Jira, a Slack message",
        why: "Most readers who follow such a link are asked to sign in, and leave. Those whom the \
              settings of the document let in may see drafts, comments and the names of \
              colleagues, which nobody cleared for publication. The address itself tells which \
              tools a company uses and what its projects are called.",
        leaves_alone: "Forms, published pages, links made with a share button, Slack channels, \
                       meetings to join, code, and what `allow` names. Unless `all` is set, \
                       also what may be open to everybody, which cannot be known from here: a \
                       plain Google Docs address, a Trello board, a Figma file, and issues and \
                       pages at Atlassian of others than the company.",
        level: Level::Warning,
        on_by_default: true,
        reads_english: false,
        options: &[
            OptionDoc {
                name: "allow",
                what: "Addresses that everybody may open: hosts, or how an address starts",
                example: r#"["acme.atlassian.net/browse/PUB-"]"#,
            },
            OptionDoc {
                name: "all",
                what: "Whether addresses count that may be open to everybody",
                example: "true",
            },
        ],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "See [the plan](https://docs.google.com/document/u/1/d/1aBcD/edit).\n",
                hits: &["https://docs.google.com/document/u/1/d/1aBcD/edit"],
                fixed: None,
            },
            Example::Bad {
                text: "Fixed in <https://acme.atlassian.net/browse/ABC-12>, as [Jo said].\n\n\
                       [Jo said]: https://acme.slack.com/archives/C0123/p1614622037063900\n",
                hits: &[
                    "https://acme.atlassian.net/browse/ABC-12",
                    "https://acme.slack.com/archives/C0123/p1614622037063900",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "<a href=\"https://acme.sharepoint.com/sites/comms/plan.docx\">The plan</a>\n",
                hits: &["https://acme.sharepoint.com/sites/comms/plan.docx"],
                fixed: None,
            },
            Example::Good("[Sign up](https://docs.google.com/forms/d/1aBcD/viewform).\n"),
            Example::Good(
                "[The figures](https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml) and \
                 [slides](https://docs.google.com/presentation/d/1aB/edit?usp=sharing).\n",
            ),
            Example::Good(
                "[Add your ideas](https://docs.google.com/document/d/1aBcD/edit), vote on \
                 [the board](https://trello.com/b/x/roadmap), follow \
                 [the bug](https://rivaldb.atlassian.net/browse/ABC-12).\n",
            ),
            Example::Good("Join [our channel](https://acme.slack.com/archives/C0123).\n"),
            Example::Good("[Our handbook](https://acme.notion.site/Handbook) is public.\n"),
            Example::Good("Use `https://acme.atlassian.net/browse/ABC-12` as a pattern.\n"),
        ],
    };
}

impl Check for WorkspaceLink {
    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        let links = post
            .links()
            .iter()
            .map(|link| (&link.destination, link.destination_span));
        let images = post
            .images()
            .iter()
            .map(|image| (&image.source, image.source_span));
        let mut found: Vec<_> = links
            .chain(images)
            .filter(|(address, _)| !self.allows(address))
            .filter_map(|(address, span)| {
                let tool = work_tool(address)?;
                let counts = self.all || tool.is_closed || is_of_company(address, cx.company);
                counts.then_some((span, tool))
            })
            .collect();
        found.sort_by_key(|(span, _)| *span);
        found.dedup();
        for (span, tool) in found {
            out.report(
                span,
                format!(
                    "this link leads into {}, where most readers cannot go",
                    tool.name
                ),
            )
            .label(if tool.is_closed {
                "an address for people who are signed in"
            } else {
                "a tool for work, whose pages are seldom open to everybody"
            })
            .help(
                "link a page that everybody may read, or publish the document first; if it is \
                 public, add its address to `allow` of this rule in the policy",
            );
        }
    }
}

impl WorkspaceLink {
    fn allows(&self, address: &str) -> bool {
        let bare = without_scheme(address);
        self.allow.iter().any(|allowed| {
            let start = bare.get(..without_scheme(allowed).len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(without_scheme(allowed)))
        })
    }
}

/// True for a host that the tool gave to the company: `acme.atlassian.net`.
fn is_of_company(address: &str, company: &Company) -> bool {
    let Some((tenant, _)) = host_of(address).and_then(|host| host.split_once('.')) else {
        return false;
    };
    let names = company.names.iter().map(String::as_str);
    let sites = company
        .domains
        .iter()
        .filter_map(|domain| domain.trim_start_matches("*.").split('.').next());
    names
        .chain(sites)
        .any(|name| name.eq_ignore_ascii_case(tenant))
}

fn without_scheme(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowed_start_covers_what_follows() {
        let rule = WorkspaceLink {
            allow: vec![
                "acme.atlassian.net/browse/PUB-".into(),
                "https://www.notion.so/acme".into(),
            ],
            all: false,
        };
        assert!(rule.allows("https://acme.atlassian.net/browse/PUB-7"));
        assert!(rule.allows("https://notion.so/acme/x"));
        assert!(!rule.allows("https://acme.atlassian.net/browse/ABC-7"));
    }
}
