//! Entries that are of no use any more.

use crate::support::{GOOD, post};
use crate::{FILE, add, archive, baseline, entries, known};

#[test]
fn what_no_longer_occurs_is_told_and_dropped() {
    let sandbox = known();
    sandbox.write("blog/c.md", GOOD);
    let told = "2 entries of the baseline no longer occur; `sayso baseline --prune` drops them\n";
    for arguments in [&[] as &[&str], &["."], &["--all"]] {
        sandbox.check(arguments).says(told);
    }
    // What was not looked at cannot be told.
    for arguments in [&["blog/c.md"] as &[&str], &["--only", "helpful"]] {
        sandbox
            .check(arguments)
            .exits(0)
            .is_silent_about("no longer");
    }
    let ran = baseline(&sandbox, &["--prune"]);
    ran.exits(0).says("     1 dropped  evidence/superlative\n");
    ran.says("     1 dropped  reputation/placeholder\n");
    ran.says("is written: 1 known finding, 2 dropped\n");
    assert_eq!(entries(&sandbox).len(), 1);
    sandbox.check(&[]).exits(0).is_silent_about("no longer");
    baseline(&sandbox, &["--prune"])
        .exits(0)
        .says("stays as it is: 1 known finding\n");
}

#[test]
fn it_adds_nothing() {
    let sandbox = known();
    add(&sandbox, "blog/a.md", "And XX% more.");
    let before = sandbox.read(FILE);
    baseline(&sandbox, &["--prune"]).exits(0);
    assert_eq!(sandbox.read(FILE), before);
    sandbox.check(&[]).exits(1);
}

#[test]
fn only_posts_that_were_looked_at_or_are_gone_lose_entries() {
    let sandbox = known();
    sandbox.write("blog/a.md", GOOD).write("blog/c.md", GOOD);
    let dry = baseline(&sandbox, &["--prune", "--dry-run", "blog/a.md"]);
    dry.exits(0)
        .says("would be written: 2 known findings, 1 dropped");
    assert_eq!(entries(&sandbox).len(), 3);
    baseline(&sandbox, &["--prune", "blog/a.md"]).exits(0);
    assert_eq!(entries(&sandbox).len(), 2);
    std::fs::remove_file(sandbox.join("blog/c.md")).expect("gone");
    baseline(&sandbox, &["--prune", "blog/a.md"]).exits(0);
    assert_eq!(entries(&sandbox).len(), 0);
}

#[test]
fn a_post_that_is_left_out_for_now_keeps_what_it_has() {
    let sandbox = known();
    sandbox.write("sayso.toml", "[posts]\nexclude = [\"blog/c.md\"]\n");
    sandbox.check(&[]).exits(0).is_silent_about("no longer");
    baseline(&sandbox, &["--prune"])
        .exits(0)
        .says("stays as it is");
    assert_eq!(entries(&sandbox).len(), 3);
}

#[test]
fn a_rule_that_nobody_knows_is_no_fault_and_goes() {
    let sandbox = known();
    let text = sandbox
        .read(FILE)
        .replace("evidence/superlative", "acme/gone");
    sandbox.write(FILE, text);
    let ran = sandbox.check(&[]);
    ran.exits(0).says("warning[evidence/superlative]");
    ran.is_silent_about("acme/gone")
        .says("1 entry of the baseline");
    baseline(&sandbox, &["--prune"])
        .exits(0)
        .says("1 dropped  acme/gone\n");
    assert_eq!(entries(&sandbox).len(), 2);
}

#[test]
fn a_path_out_of_the_repo_is_never_looked_for() {
    let sandbox = known();
    let text = sandbox.read(FILE).replace("blog/a.md", "../../etc/passwd");
    sandbox.write(FILE, text);
    sandbox.check(&[]).exits(1).is_silent_about("passwd");
}

#[test]
fn without_a_baseline_there_is_nothing_to_prune() {
    let ran = baseline(&archive(), &["--prune"]);
    ran.exits(2).complains("there is no .sayso/baseline.json");
    ran.complains("`sayso baseline` writes one");
}

#[test]
fn what_was_waived_since_goes_too() {
    let sandbox = known();
    let waiver = "<!-- sayso: allow reputation/placeholder: the number is due in March -->";
    sandbox.write(
        "blog/a.md",
        post(&format!("{waiver}\nWe saved [TK] hours.")),
    );
    sandbox
        .check(&[])
        .exits(0)
        .says("1 waived")
        .says("2 known findings");
    baseline(&sandbox, &["--prune"]).exits(0).says("1 dropped");
}
