//! A policy, as the library has it.

use std::sync::Arc;

use sayso::policy::{Layers, Overrides};

pub use sayso::example::ACME;

/// The policy `text` at the root, with what a command line says.
pub fn layers(text: &str, overrides: Overrides) -> Arc<Layers> {
    let (layers, faults) = Layers::of_file(text, overrides);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(layers)
}
