//! `--dry-run` says what would be done, and does nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::*;

/// Every file below `.git/hooks`, with its mode and what is in it.
fn hooks(sandbox: &Sandbox) -> BTreeMap<PathBuf, (fs::Permissions, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(sandbox.join(".git/hooks")) else {
        return BTreeMap::new();
    };
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let mode = fs::metadata(&path).expect("its mode").permissions();
            let bytes = fs::read(&path).expect("a file");
            (path, (mode, bytes))
        })
        .collect()
}

/// Nothing changes by the call with `--dry-run`, and something by the same
/// call without it.
#[track_caller]
fn assert_dry(sandbox: &Sandbox, call: &[&str], would: &[&str]) {
    let before = (hooks(sandbox), sandbox.state());
    let ran = sandbox.sayso(&[call, &["--dry-run"]].concat());
    ran.exits(0).says("nothing was changed");
    for words in would {
        ran.says(words);
    }
    assert_eq!((hooks(sandbox), sandbox.state()), before);
    sandbox.sayso(call).exits(0);
    assert_ne!(hooks(sandbox), before.0);
}

#[test]
fn nothing_is_written_and_what_would_be_is_said() {
    let sandbox = repo();
    let _ = fs::remove_dir_all(sandbox.join(".git/hooks"));
    let hooks = sandbox.join(".git/hooks");
    sandbox
        .sayso(&["hook", "install", "--dry-run"])
        .exits(0)
        .says("would install");
    assert!(!hooks.exists());
    assert_dry(
        &sandbox,
        &["hook", "install", "--commit-msg"],
        &["hooks/pre-commit", "hooks/commit-msg"],
    );
    assert_dry(&sandbox, &["hook", "uninstall"], &["would remove"]);
}

#[test]
fn a_foreign_hook_stays_in_its_place() {
    let sandbox = repo();
    write_script(&sandbox.join(HOOK), "#!/bin/sh\nexit 0\n");
    let would = ["would keep the hook that is there", "would install"];
    assert_dry(&sandbox, &["hook", "install"], &would);
    let would = ["would remove", "put back the one from before"];
    assert_dry(&sandbox, &["hook", "uninstall"], &would);
}

#[test]
fn a_hook_that_is_not_as_it_should_be_would_be_renewed() {
    let sandbox = hooked();
    let ran = sandbox.sayso(&["hook", "install", "--dry-run"]);
    ran.exits(0).says("is as it should be");
    let other = sandbox.read(HOOK).replace(support::SAYSO, "/nowhere");
    sandbox.write(HOOK, other);
    assert_dry(&sandbox, &["hook", "install"], &["would renew"]);
}

#[test]
fn what_would_be_refused_is_refused() {
    let sandbox = repo();
    sandbox.write("lefthook.yml", "pre-commit:\n  jobs: []\n");
    sandbox
        .sayso(&["hook", "install", "--dry-run"])
        .exits(2)
        .complains("nothing was installed");
}
