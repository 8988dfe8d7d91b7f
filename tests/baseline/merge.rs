//! Branches that each know of something more are merged by git.

use crate::support::{Ran, Sandbox, post};
use crate::{FILE, baseline, entries, known};

/// Adds a post with a fault on a branch, and an entry for it.
fn branch(sandbox: &Sandbox, name: &str, path: &str) {
    sandbox.run_git(&["switch", "--quiet", "--create", name, "main"]);
    sandbox.write(path, post("It took [TK] days."));
    baseline(sandbox, &[]).exits(0);
    sandbox.run_git(&["add", "."]);
    sandbox.commit_unchecked();
}

/// Two branches, one with a post at `first` and one with a post at `second`,
/// and how it went to merge them.
fn merged(first: &str, second: &str) -> (Sandbox, Ran) {
    let sandbox = known();
    sandbox.run_git(&["add", "."]);
    sandbox.commit_unchecked();
    branch(&sandbox, "one", first);
    branch(&sandbox, "two", second);
    let ran = sandbox.try_git(&["merge", "--quiet", "--no-edit", "one"]);
    (sandbox, ran)
}

#[test]
fn entries_in_different_places_merge_without_a_hand() {
    for (first, second) in [
        ("blog/b.md", "blog/z.md"),
        ("blog/z.md", "blog/0.md"),
        ("blog/0.md", "blog/b.md"),
    ] {
        let (sandbox, ran) = merged(first, second);
        ran.exits(0);
        assert_eq!(entries(&sandbox).len(), 5);
        let ran = sandbox.check(&[]);
        ran.exits(0).says("nothing new found in 4 posts · 5 known");
        // It is as if it had been written in one go.
        let text = sandbox.read(FILE);
        baseline(&sandbox, &[]).exits(0).says("stays as it is");
        assert_eq!(sandbox.read(FILE), text);
    }
}

#[test]
fn a_conflict_is_solved_by_keeping_both_sides() {
    let (sandbox, ran) = merged("blog/y.md", "blog/z.md");
    ran.fails();
    sandbox
        .check(&[])
        .exits(2)
        .complains("git left a merge conflict here");
    sandbox.run_git(&["checkout", "--quiet", "--conflict=merge", "--", FILE]);
    let text = sandbox.read(FILE);
    let is_entry = |line: &&str| !line.starts_with(['<', '=', '>']);
    let both: Vec<&str> = text.lines().filter(is_entry).collect();
    sandbox.write(FILE, both.join("\n"));
    sandbox.check(&[]).exits(0).says("5 known findings hidden");
}
