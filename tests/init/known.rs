//! What is found already, when a repo gets its first policy.

use crate::acme;
use crate::support::{BAD, Sandbox};

pub const FILE: &str = ".sayso/baseline.json";

#[test]
fn yes_to_the_policy_is_no_yes_to_a_baseline() {
    let sandbox = acme();
    let ran = sandbox.sayso(&["init", "--yes"]);
    ran.exits(0).says("2. sayso baseline\n");
    assert!(!sandbox.join(FILE).exists());
}

#[test]
fn a_baseline_that_is_there_is_left_alone() {
    for text in ["", "{\"version\": 1, \"known\": []}"] {
        let sandbox = Sandbox::git();
        sandbox.write("blog/a.md", BAD).write(FILE, text);
        let ran = sandbox.sayso(&["init", "--yes"]);
        ran.exits(0).is_silent_about("sayso baseline");
        assert_eq!(sandbox.read(FILE), text);
    }
}

#[test]
fn for_a_folder_the_step_names_the_folder() {
    let sandbox = Sandbox::git();
    sandbox.write("web/two words/a.md", BAD);
    sandbox.write("notes/b.md", BAD);
    let ran = sandbox.sayso(&["init", "--yes", "web/two words"]);
    ran.exits(0).says("2. sayso baseline \"web/two words\"\n");
    ran.says("it keeps the 1 finding that is there already");
}
