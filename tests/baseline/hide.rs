//! What is known is hidden and counted, and does not fail a check.

use crate::support::{GOOD, Sandbox, post};
use crate::{FILE, add, archive, baseline, known};

#[test]
fn what_is_known_is_hidden_and_counted() {
    let sandbox = known();
    let ran = sandbox.check(&[]);
    let verdict = "sayso: nothing new found in 2 posts · 3 known findings hidden (--all shows \
                   them) · [time]\n";
    assert_eq!(ran.exits(0).stable_out(), verdict);
    let all = sandbox.check(&["--all"]);
    all.exits(1).says("2 errors and 1 warning in 2 posts · ");
    all.is_silent_about("hidden");
    for format in ["concise", "github"] {
        let ran = sandbox.check(&["--format", format]);
        ran.exits(0).is_silent_about("blog/a.md");
        ran.says("3 known findings hidden");
    }
}

#[test]
fn programs_are_told_how_many() {
    let sandbox = known();
    let report = sandbox.check_json(&[]);
    assert_eq!(report["summary"]["hidden"], 3);
    assert_eq!(report["summary"]["errors"], 0);
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(0));
    let report = sandbox.check_json(&["--all"]);
    assert_eq!(report["summary"]["hidden"], 0);
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(3));
}

#[test]
fn without_a_baseline_nothing_is_hidden() {
    let sandbox = archive();
    sandbox.check(&[]).exits(1).is_silent_about("known");
}

#[test]
fn a_new_finding_is_shown_alone() {
    let sandbox = known();
    add(&sandbox, "blog/a.md", "And XX% more.");
    let ran = sandbox.check_concise(&[]);
    ran.exits(1)
        .says("blog/a.md:7:5: error[reputation/placeholder]");
    ran.is_silent_about("blog/a.md:5");
    ran.says("1 error in 2 posts · 3 known findings hidden");
}

#[test]
fn lines_that_move_stay_known_and_a_second_equal_finding_is_new() {
    let sandbox = known();
    let moved = post("This is new.\n\nSo is this.\n\nWe   saved [TK] hours.");
    sandbox.write("blog/a.md", &moved);
    sandbox.check(&[]).exits(0).says("3 known findings hidden");
    add(&sandbox, "blog/a.md", "We saved [TK] hours.");
    let ran = sandbox.check_concise(&[]);
    ran.exits(1)
        .says("blog/a.md:11:10")
        .is_silent_about("blog/a.md:9");
}

#[test]
fn a_post_that_moves_is_a_new_place() {
    let sandbox = known();
    std::fs::rename(sandbox.join("blog/a.md"), sandbox.join("blog/b.md")).expect("moved");
    let ran = sandbox.check_concise(&[]);
    ran.exits(1).says("blog/b.md:5:10");
    ran.says("1 entry of the baseline no longer occurs; `sayso baseline --prune` drops it\n");
}

#[test]
fn it_is_found_from_a_folder_below_and_for_files_that_are_named() {
    let sandbox = known();
    for (folder, arguments) in [
        ("blog", &[] as &[&str]),
        ("blog", &["a.md"]),
        (".", &["blog"]),
    ] {
        sandbox.check_in(folder, arguments).exits(0);
    }
}

#[test]
fn without_git_it_lies_beside_the_policy() {
    let sandbox = Sandbox::new();
    sandbox
        .write("sayso.toml", "")
        .write("blog/a.md", post("[TK]"));
    sandbox.sayso_in("blog", &["baseline"]).exits(0);
    assert!(sandbox.join(FILE).exists());
    sandbox.check_in("blog", &[]).exits(0);
}

#[test]
fn a_commit_is_checked_by_the_staged_baseline() {
    let sandbox = known();
    sandbox.run_git(&["add", "blog", "sayso.toml"]);
    // On disk alone it does not count.
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1).says("2 errors").is_silent_about("hidden");
    sandbox.run_git(&["add", FILE]);
    sandbox.write(FILE, "nonsense");
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0)
        .says("3 known findings hidden (--all shows them)");
    sandbox.check(&["--staged", "--all"]).exits(1);
    sandbox.stage("blog/c.md", post("Now [TK] is new."));
    let ran = sandbox.check(&["--staged"]);
    ran.exits(1)
        .says("1 error in 2 posts · 1 known finding hidden");
    // A commit is never all there is.
    ran.is_silent_about("no longer occur");
}

#[test]
fn what_is_older_and_what_is_known_are_told_apart() {
    let sandbox = archive();
    sandbox.run_git(&["add", "."]);
    sandbox.commit_unchecked();
    sandbox.run_git(&["switch", "--quiet", "--create", "topic"]);
    add(&sandbox, "blog/a.md", "And [TK] more.");
    baseline(&sandbox, &["blog/a.md"]).exits(0);
    let text = sandbox.read("blog/c.md");
    sandbox.write("blog/c.md", format!("{text}\nWould you?\n"));
    sandbox.run_git(&["add", "."]);
    sandbox.commit_unchecked();
    sandbox.write(FILE, "nonsense");
    // The baseline of the commit counts, and not the one on disk.
    let ran = sandbox.check(&["--base", "main"]);
    ran.exits(0)
        .says("3 older and 1 known findings hidden (--all shows them)");
    let ran = sandbox.check(&["--base", "main", "--changed-files"]);
    ran.exits(1)
        .says("1 error and 1 warning in 2 posts · 2 known");
    sandbox
        .check(&["--base", "main", "--all"])
        .exits(1)
        .is_silent_about("hidden");
}

#[test]
fn fixes_are_for_what_is_shown() {
    let sandbox = archive();
    let pixel = "<img src=\"p.gif\" width=\"1\" height=\"1\">";
    sandbox.write("blog/a.md", post(pixel));
    sandbox.write("blog/c.md", GOOD);
    baseline(&sandbox, &[]).exits(0);
    let before = sandbox.read("blog/a.md");
    sandbox
        .check(&["--diff"])
        .exits(0)
        .complains("nothing that --fix");
    sandbox.check(&["--fix"]).exits(0).is_silent_about("fixed");
    assert_eq!(sandbox.read("blog/a.md"), before);
    let other = "<img src=\"q.gif\" width=\"1\" height=\"1\">";
    add(&sandbox, "blog/a.md", other);
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0).says("1 fixed").says("1 known finding hidden");
    let after = sandbox.read("blog/a.md");
    assert!(after.contains(pixel) && !after.contains(other), "{after}");
    sandbox.check(&["--fix", "--all"]).exits(0).says("1 fixed");
}
