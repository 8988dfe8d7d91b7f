//! A policy, as the library has it.

use std::sync::Arc;

use sayso::finding::PolicyFile;
use sayso::policy::{Layer, Layers, Overrides, read};

/// The company of the examples.
pub const ACME: &str = r#"
[company]
names = ["Acme"]
products = ["Acme Cloud"]
competitors = ["RivalDB"]
domains = ["acme.example"]
internal-hosts = ["*.corp.acme.example"]

[policy]
approvers = { conversation = ["editor"] }

[[policy.review]]
tags = ["earnings"]
by = ["legal"]
"#;

/// The policy `text` at the root, with what a command line says.
pub fn layers(text: &str, overrides: Overrides) -> Arc<Layers> {
    let (raw, faults) = read(text);
    assert!(faults.is_empty(), "{faults:?}");
    let layer = Layer {
        file: Arc::new(PolicyFile {
            path: "sayso.toml".into(),
            text: text.into(),
        }),
        dir: String::new(),
        raw,
    };
    Arc::new(Layers::new(vec![Arc::new(layer)], Arc::new(overrides)))
}
