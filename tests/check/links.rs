//! Links are followed when they are named, and never out of the repo.

#![cfg(unix)]

use std::os::unix::fs::symlink;

use crate::checked;
use crate::support::{BAD, Ran, Sandbox};

/// A repo with links to a folder and a post beside it.
fn with_links() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("outside/o.md", BAD).write("repo/in.md", BAD);
    for (target, name) in [
        ("../outside", "folder"),
        ("../outside/o.md", "file.md"),
        ("in.md", "inside.md"),
        ("none.md", "broken.md"),
        (".", "loop"),
    ] {
        symlink(target, sandbox.join("repo").join(name)).expect("a link");
    }
    sandbox.run_git(&["init", "--quiet", "repo"]);
    sandbox
}

fn check(arguments: &[&str]) -> Ran {
    let arguments = [&["--format", "concise"], arguments].concat();
    with_links().check_in("repo", &arguments)
}

#[test]
fn a_walk_follows_none() {
    assert_eq!(checked(&check(&[])), ["in.md"]);
}

#[test]
fn a_named_one_is_followed_inside_the_repo_only() {
    assert_eq!(checked(&check(&["inside.md"])), ["inside.md"]);
    let ran = check(&["file.md", "in.md"]);
    assert_eq!(checked(&ran), ["in.md"]);
    ran.says("not checked: file.md: a link that leads out of the repo\n");
    check(&["broken.md"]).exits(2);
}

#[test]
fn a_folder_that_leads_out_of_the_repo_is_not_followed_either() {
    for path in ["folder", "folder/o.md"] {
        let ran = check(&[path, "in.md"]);
        assert_eq!(checked(&ran), ["in.md"], "{path}");
        ran.says("leads out of the repo");
    }
}

#[test]
fn a_policy_that_is_a_link_out_of_the_repo_is_not_passed_over() {
    let sandbox = with_links();
    sandbox.write(
        "outside/p.toml",
        "[rules]\n\"reputation/placeholder\" = \"off\"\n",
    );
    symlink("../outside/p.toml", sandbox.join("repo/sayso.toml")).expect("a link");
    let ran = sandbox.check_in("repo", &["in.md"]);
    ran.exits(2)
        .complains("the policy sayso.toml cannot be read: it is a link that leads out");
    // What it extends is told at its place.
    std::fs::remove_file(sandbox.join("repo/sayso.toml")).expect("a link");
    symlink("../outside/p.toml", sandbox.join("repo/base.toml")).expect("a link");
    sandbox.write("repo/sayso.toml", "extends = \"base.toml\"\n");
    let ran = sandbox.check_in("repo", &["in.md"]);
    ran.exits(2)
        .says("sayso.toml:1:11")
        .says("a link that leads out of the repo");
}
