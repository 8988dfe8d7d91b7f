//! Where the key comes from, and what happens without one.

use crate::support::{GOOD, Ran, SAYSO, Sandbox, TODAY, post};
use crate::{Keeper, fed, new_key};

const LEAK: &str = "We met Falcon.";

fn leaking() -> Keeper {
    let keeper = Keeper::of(&["Falcon"]);
    keeper.sandbox.write("blog/a.md", post(LEAK));
    keeper
}

#[test]
fn without_a_key_it_is_told_that_nothing_was_looked_for() {
    let keeper = leaking();
    let ran = keeper.sandbox.check(&[]);
    ran.exits(0)
        .says("not checked: sealed terms: there is no key here (SAYSO_SEAL_KEY)\n");
    ran.says("nothing found in 1 post · 1 not checked");
    let json = keeper.sandbox.check_json(&[]);
    assert_eq!(
        json["summary"]["not_checked"][0],
        "sealed terms: there is no key here (SAYSO_SEAL_KEY)"
    );
    keeper.sandbox.check(&["--require-sealed"]).exits(2);
    let quiet = keeper.sandbox.check(&["--require-sealed", "--quiet"]);
    quiet
        .exits(2)
        .complains("not checked: sealed terms: there is no key");
    keeper.check(&["--require-sealed"]).exits(1);
}

#[test]
fn what_ci_gives_to_a_fork_is_no_key() {
    let keeper = leaking();
    let mut command = keeper.sandbox.command(SAYSO);
    let ran = Ran::of(
        command
            .args(["check", "--today", TODAY])
            .env("SAYSO_SEAL_KEY", ""),
    );
    ran.exits(0).says("there is no key here");
}

#[test]
fn the_key_of_another_list_is_told() {
    let mut keeper = leaking();
    keeper.key = new_key(&keeper.sandbox);
    keeper
        .check(&[])
        .exits(0)
        .says("is not the one the list was sealed with");
    keeper.check(&["--require-sealed"]).exits(2);
    keeper
        .seal("add", "Osprey")
        .exits(2)
        .complains("ask whoever keeps the list");
}

#[test]
fn a_list_may_be_demanded() {
    let sandbox = Sandbox::git();
    sandbox.write("blog/a.md", GOOD);
    sandbox.check(&[]).exits(0).is_silent_about("sealed");
    let ran = sandbox.check(&["--require-sealed"]);
    ran.exits(2)
        .says("not checked: sealed terms: there is no list here (.sayso/sealed)");
}

#[test]
fn a_policy_cannot_switch_off_what_is_demanded() {
    let keeper = leaking();
    keeper.sandbox.write(
        "sayso.toml",
        "[rules]\n\"confidential/sealed-term\" = \"off\"\n",
    );
    keeper.check(&[]).exits(0);
    let ran = keeper.check(&["--require-sealed"]);
    ran.exits(2)
        .says("not checked: sealed terms: confidential/sealed-term is off for blog/a.md");
}

#[test]
fn what_is_no_key_is_not_repeated() {
    let mut keeper = leaking();
    keeper.key.truncate(40);
    let ran = keeper.check(&[]);
    ran.exits(2)
        .complains("what SAYSO_SEAL_KEY holds is no key")
        .is_silent_about(&keeper.key);
}

#[cfg(unix)]
#[test]
fn a_key_file_is_outside_the_repo_and_ones_own() {
    use std::os::unix::fs::PermissionsExt;
    let keeper = leaking();
    let home = tempfile::tempdir().expect("a folder");
    let outside = home.path().join("key");
    let mode = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&outside, mode).expect("its mode");
    };
    std::fs::write(&outside, format!("{}\n", keeper.key)).expect("a key file");
    let check = |path: &std::path::Path| {
        let mut command = keeper.sandbox.command(SAYSO);
        Ran::of(
            command
                .args(["check", "--today", TODAY])
                .env("SAYSO_SEAL_KEY_FILE", path),
        )
    };
    mode(0o600);
    check(&outside).exits(1).is_silent_about("others may read");
    mode(0o644);
    check(&outside).exits(1).says("others may read the key in");
    let inside = keeper.sandbox.join("key");
    std::fs::write(&inside, &keeper.key).expect("a key file");
    check(&inside)
        .exits(2)
        .complains("is inside the repo")
        .is_silent_about(&keeper.key);
    check(&home.path().join("none"))
        .exits(2)
        .complains("it does not exist");
}

#[test]
fn no_key_no_change() {
    let sandbox = Sandbox::git();
    let ran = fed(sandbox.command(SAYSO).args(["seal", "add"]), "Falcon\n");
    ran.exits(2)
        .complains("there is no key here")
        .complains("sayso seal new-key");
}

#[test]
fn a_waiver_is_not_unused_where_nobody_could_look() {
    let keeper = leaking();
    keeper.sandbox.write(
        "sayso.toml",
        "[[waiver]]\nrule = \"confidential/sealed-term\"\npath = \"blog/a.md\"\n\
         reason = \"announced on the same day\"\nby = \"legal\"\n",
    );
    keeper.check(&[]).exits(0).says("1 waived");
    keeper.sandbox.check(&[]).exits(0).is_silent_about("unused");
}
