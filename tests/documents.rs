//! What the documents say about the code is held here, not by good intentions.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect(name)
}

/// The rule table of the README is made from the rules. `UPDATE=1 cargo test`
/// writes it anew.
#[test]
fn the_readme_lists_the_rules_as_they_are() {
    let readme = read("README.md");
    let (before, rest) = readme.split_once("<!-- rules -->\n").expect("a start");
    let (table, after) = rest.split_once("<!-- /rules -->").expect("an end");
    let wanted = format!("\n{}\n", sayso::explain::table());
    if std::env::var_os("UPDATE").is_some() {
        let new = format!("{before}<!-- rules -->\n{wanted}<!-- /rules -->{after}");
        fs::write(root().join("README.md"), new).expect("the README");
        return;
    }
    assert_eq!(table, wanted, "run `UPDATE=1 cargo test --test documents`");
}

/// The policy in the README is one that the program reads without a fault.
#[test]
fn the_policy_in_the_readme_is_valid() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```toml\n").expect("a policy");
    let (policy, _) = rest.split_once("```").expect("its end");
    let (_, faults) = sayso::policy::read(policy);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_path_that_a_document_names_is_there() {
    for document in ["README.md", ".github/CONTRIBUTING.md"] {
        let text = read(document);
        let paths = text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|code| code.starts_with("src/") || code.starts_with("tests/"))
            .filter(|code| !code.contains(['<', '*', ' ']));
        for path in paths {
            assert!(root().join(path).exists(), "{document} names {path}");
        }
    }
}

/// The commands of the README that set everything up, as CI calls them.
#[test]
fn ci_runs_the_commands_of_the_readme() {
    let ci = read(".ci/run");
    let readme = read("README.md");
    for command in [
        "cargo run --release -- check fixtures/acme-blog",
        "cargo test",
    ] {
        assert!(readme.contains(&format!("\n{command}\n")), "{command}");
        assert!(
            ci.lines().any(|line| line.starts_with(command)),
            "{command}"
        );
    }
}

/// Every call of the program in the README's first block of them works, on the
/// example blog.
#[test]
fn the_commands_of_the_readme_work() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```sh\nsayso ").expect("commands");
    let (commands, _) = rest.split_once("```").expect("their end");
    let blog = tempfile::tempdir().expect("a folder");
    let post = "---\ntitle: A\ndate: 2026-05-04\n---\nTell us.\n";
    fs::create_dir_all(blog.path().join("content/blog")).expect("folders");
    fs::write(blog.path().join("content/blog/a.md"), post).expect("a post");
    for line in commands
        .lines()
        .map(|line| line.trim_start_matches("sayso "))
    {
        let call = line.split('#').next().unwrap_or_default();
        let status = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"))
            .args(call.split_whitespace())
            .current_dir(blog.path())
            .output()
            .expect("sayso")
            .status;
        assert_eq!(status.code(), Some(0), "sayso {call}");
    }
}
