//! Whole policies: good ones, and ones that are not.

use std::fs;
use std::path::{Path, PathBuf};

use super::{faults, json_of, validator};
use crate::support::Sandbox;

#[track_caller]
fn is_valid(name: &str, policy: &str) {
    let policy = json_of(policy);
    let validator = validator();
    let wrong: Vec<String> = validator
        .iter_errors(&policy)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

#[test]
fn every_policy_of_this_repo_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in [root.to_owned(), root.join("fixtures")] {
        policies_in(&folder, &mut found);
    }
    assert!(found.len() >= 2, "{found:?}");
    for path in found {
        let text = fs::read_to_string(&path).expect("a policy");
        is_valid(&path.display().to_string(), &text);
    }
}

/// The policies in `folder` and, for all but the root, below it.
fn policies_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.ends_with("sayso.toml") {
            found.push(path);
        } else if path.is_dir() && folder != Path::new(env!("CARGO_MANIFEST_DIR")) {
            policies_in(&path, found);
        }
    }
}

#[test]
fn every_policy_in_the_documents_is_valid() {
    for name in ["README.md", ".github/CONTRIBUTING.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = fs::read_to_string(path).expect("a document");
        for block in text.split("```toml\n").skip(1) {
            let (policy, _) = block.split_once("```").expect("the end of a block");
            is_valid(name, policy);
        }
    }
}

#[test]
fn every_preset_is_valid() {
    for name in sayso::policy::preset_names() {
        is_valid(name, sayso::policy::preset(name).expect("a preset"));
    }
}

#[test]
fn what_init_writes_is_valid() {
    let sandbox = Sandbox::new();
    let post = "---\ntitle: A\ndate: 2026-05-04\n---\nText.\n";
    for folder in ["people", "press", "blog"] {
        sandbox.write(&format!("content/{folder}/a.md"), post);
    }
    sandbox.write(
        "site/_config.yml",
        "title: Acme\nurl: https://acme.example\n",
    );
    is_valid("sayso init", &sandbox.sayso(&["init"]).exits(0).out);
}

#[test]
fn a_policy_that_uses_every_shape_is_valid() {
    let policy = r#"
        extends = ["sayso:press", "../base.toml"]
        [rules]
        "evidence/superlative" = { level = "error", also = ["gold standard"] }
        "helpful/missing-alt-text" = "off"
        [audience.personal]
        paths = ["content/people"]
        rules = { "conversation/announcement-voice" = { sentences = 3 } }
        [[overrides]]
        when = { draft = true, layout = ["press", "news"] }
        rules = { "reputation/placeholder" = "advice" }
        [[rule]]
        id = "acme/no-synergy"
        message = "say what `{match}` means"
        phrases = ["synergy"]
        where = ["heading", "front-matter:title"]
        unless = { evidence = true, within = "section" }
        [[waiver]]
        rule = "confidential/confidential-marking"
        path = "content/blog/memo.md"
        reason = "the memo was declassified in 2024"
        until = 2027-01-31
    "#;
    assert_eq!(faults(policy), [""; 0]);
    is_valid("all", policy);
}

#[test]
fn what_the_program_refuses_is_not_valid() {
    for policy in [
        "extend = 'sayso:press'",
        "extends = 1",
        "[policy]\nfail-on = 'errors'",
        "[company]\nnames = 'Acme'",
        "[posts]\ngenerator = 'wordpress'",
        "[rules]\n'evidence/superlative' = 'fatal'",
        "[rules]\n'evidence/superlative' = { levle = 'error' }",
        "[rules]\n'helpful/missing-alt-text' = { ignore = 'x' }",
        "[rules]\nsuperlative = 'error'",
        "[audience]\npersonal = 'content/people'",
        "[audience.personal]\npath = ['content/people']",
        "[[overrides]]\nrules = {}",
        "[[overrides]]\nwhen = {}",
        "[overrides]\npaths = ['a']",
        "[[rule]]\nid = 'acme/x'\nmessage = 'm'",
        "[[rule]]\nid = 'evidence/superlative'\nmessage = 'm'\nphrases = ['a']",
        "[[rule]]\nid = 'acme/x'\nmessage = 'm'\nphrases = ['a']\npattern = 'b'",
        "[[rule]]\nid = 'acme/x'\nmessage = 'm'\nphrases = ['a']\nfix = 'safe'",
        "[[rule]]\nid = 'acme/x'\nmessage = 'm'\nrequire = { link = 'a' }\nwhere = ['title']",
        "[[waiver]]\nrule = 'evidence/superlative'\npath = 'a.md'",
        "[[waiver]]\nrule = 'evidence/superlative'\npath = '*.md'\nreason = 'audited, filing due'",
    ] {
        assert_ne!(faults(policy), [""; 0], "{policy}");
        assert!(!validator().is_valid(&json_of(policy)), "{policy}");
    }
}
