//! Nothing is read or written outside of the repo, whatever stands in the way.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::support::Sandbox;
use crate::{FILE, archive, baseline, known};

#[test]
fn a_folder_that_is_a_link_out_of_the_repo_is_not_used() {
    let sandbox = archive();
    let outside = Sandbox::new();
    symlink(outside.path(), sandbox.join(".sayso")).expect("a link");
    let ran = baseline(&sandbox, &[]);
    ran.exits(2)
        .complains(".sayso/baseline.json was not written: its folder is a link");
    ran.complains("must be one of this repo");
    assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 0);
    // One that lies there is not read either.
    fs::write(outside.join("baseline.json"), "").expect("a file");
    for ran in [sandbox.check(&[]), baseline(&sandbox, &[])] {
        ran.exits(2)
            .complains("it is a link that leads out of the repo");
    }
    assert_eq!(outside.read("baseline.json"), "");
}

#[test]
fn a_link_to_nowhere_is_not_followed() {
    let sandbox = archive();
    symlink("/nowhere/at/all", sandbox.join(".sayso")).expect("a link");
    baseline(&sandbox, &[])
        .exits(2)
        .complains("was not written");
    sandbox.check(&[]).exits(1);
}

#[test]
fn a_file_that_is_a_link_stays_one() {
    let sandbox = known();
    fs::rename(sandbox.join(FILE), sandbox.join("kept.json")).expect("moved");
    symlink("../kept.json", sandbox.join(FILE)).expect("a link");
    sandbox.check(&[]).exits(0);
    fs::remove_file(sandbox.join("blog/c.md")).expect("gone");
    let ran = baseline(&sandbox, &["--prune"]);
    ran.exits(2).complains("it is a link to another file");
    assert!(
        fs::symlink_metadata(sandbox.join(FILE))
            .expect("it")
            .is_symlink()
    );
}

#[test]
fn a_folder_and_a_file_that_are_something_else_are_told() {
    let sandbox = archive();
    sandbox.write(".sayso", "");
    let ran = baseline(&sandbox, &[]);
    ran.exits(2)
        .complains("was not written: a part of its path is a file");
    ran.complains("its folder, .sayso, must be one");
    sandbox.check(&[]).exits(1);
    fs::remove_file(sandbox.join(".sayso")).expect("gone");
    fs::create_dir_all(sandbox.join(FILE)).expect("a folder");
    for ran in [sandbox.check(&[]), baseline(&sandbox, &[])] {
        ran.exits(2).complains("cannot be read: it is a folder");
    }
}

#[test]
fn it_is_readable_like_any_file_and_nothing_is_left_beside_it() {
    let sandbox = known();
    sandbox.write("other.txt", "");
    let mode = |name: &str| {
        let meta = fs::metadata(sandbox.join(name)).expect(name);
        meta.permissions().mode() & 0o777
    };
    assert_eq!(mode(FILE), mode("other.txt"));
    let folder = fs::read_dir(sandbox.join(".sayso")).expect("a folder");
    assert_eq!(folder.count(), 1);
}
