//! The document of the example blog, which is committed beside it.

use std::path::Path;

use crate::support::{Ran, SAYSO, Sandbox};

const DOCUMENT: &str = "fixtures/acme-blog/policy/social-media-policy.md";
const POLICY: &str = "fixtures/acme-blog/sayso.toml";

fn sayso(arguments: &[&str]) -> Ran {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ran::of(
        Sandbox::new()
            .command(SAYSO)
            .args(arguments)
            .current_dir(root),
    )
}

/// `UPDATE=1 cargo test --test handbook` writes it anew.
#[test]
fn it_is_up_to_date() {
    if std::env::var_os("UPDATE").is_some() {
        sayso(&["policy", "--config", POLICY, "--output", DOCUMENT]).exits(0);
    }
    sayso(&["policy", "--config", POLICY, "--check", DOCUMENT])
        .exits(0)
        .complains("says what the policy says");
}

#[test]
fn it_is_not_taken_for_a_post() {
    sayso(&["check", "--verbose", "fixtures/acme-blog"])
        .complains("checking fixtures/acme-blog/content/blog/launch.md")
        .is_silent_about("social-media-policy.md");
}
