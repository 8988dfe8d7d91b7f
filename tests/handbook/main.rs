//! The policy as a document for people, and what `sayso explain` says on it.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod approvals;
mod browser;
mod command;
mod document;
mod explain;
mod fixture;
mod hostile;
mod own_rules;

use support::Sandbox;

/// A policy with a bit of everything.
const POLICY: &str = r#"
[policy]
name = "Acme social media policy"
url = "https://acme.example/policy"
training = "https://acme.example/training"
fail-on = "warning"

[company]
names = ["Acme"]
products = ["Acme Cloud"]
competitors = ["RivalDB"]
domains = ["acme.example"]
internal-hosts = ["*.corp.acme.example"]

[posts]
include = ["content"]
exclude = ["content/old/**"]

[rules]
"evidence/superlative" = { level = "error", also = ["gold standard"] }
"confidential/confidential-marking" = { also = ["Falcon eyes only"] }
"conversation/announcement-voice" = "off"

[audience.personal]
paths = ["content/people"]
rules = { "evidence/superlative" = "advice", "mindset/missing-front-matter" = { keys = ["title", "author"] } }

[audience.partners]
rules = { "conversation/announcement-voice" = "warning", "helpful/missing-alt-text" = "off" }

[[overrides]]
tags = ["launch"]
when = { draft = false }
rules = { "reputation/placeholder" = "warning" }
"#;

/// A folder with [`POLICY`].
fn acme() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("sayso.toml", POLICY);
    sandbox
}
