//! `--ratchet`: there may only be fewer.

use crate::support::{GOOD, LATIN_1, post};
use crate::{FILE, add, archive, baseline, known};

#[test]
fn a_rule_that_grew_fails_and_nothing_is_written() {
    let sandbox = known();
    let before = sandbox.state();
    let ran = baseline(&sandbox, &["--ratchet"]);
    ran.exits(0)
        .says("no rule has more findings than are known, in 2 posts");
    let claim = "We are the world's first database that sleeps.";
    sandbox.write("blog/d.md", post(claim));
    let ran = baseline(&sandbox, &["--ratchet"]);
    ran.exits(1).says("evidence/superlative: from 1 to 2\n");
    ran.says("1 rule has more findings than are known");
    ran.says("`sayso check` shows the new ones")
        .is_silent_about("placeholder:");
    // A check lets a warning pass.
    sandbox.check(&[]).exits(0).says("1 warning in 3 posts");
    std::fs::remove_file(sandbox.join("blog/d.md")).expect("gone");
    assert_eq!(sandbox.state(), before);
}

#[test]
fn one_went_and_one_came() {
    let sandbox = known();
    sandbox.write("blog/a.md", GOOD);
    add(&sandbox, "blog/c.md", "And [TK] more.");
    let ran = baseline(&sandbox, &["--ratchet"]);
    ran.exits(0)
        .says("1 entry of the baseline no longer occurs");
    // For the check the one that came is new all the same.
    sandbox.check(&[]).exits(1);
}

#[test]
fn a_part_of_the_posts_is_compared_with_what_is_known_of_it() {
    let sandbox = known();
    sandbox.write("blog/c.md", GOOD);
    add(&sandbox, "blog/a.md", "And XX% more.");
    baseline(&sandbox, &["--ratchet"]).exits(0);
    let ran = baseline(&sandbox, &["--ratchet", "blog/a.md"]);
    ran.exits(1).says("reputation/placeholder: from 1 to 2\n");
}

#[test]
fn what_cannot_be_compared_does_not_pass() {
    let sandbox = archive();
    let ran = baseline(&sandbox, &["--ratchet"]);
    ran.exits(2).complains("there is no .sayso/baseline.json");
    assert!(!sandbox.join(FILE).exists());
    let sandbox = known();
    sandbox.write("blog/a.md", LATIN_1);
    baseline(&sandbox, &["--ratchet"])
        .exits(2)
        .complains("not checked");
    for other in ["--prune", "--dry-run"] {
        let ran = baseline(&sandbox, &["--ratchet", other]);
        ran.exits(2).complains("cannot be used with");
    }
}
