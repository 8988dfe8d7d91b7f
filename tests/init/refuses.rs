//! What is there stays.

use std::fs;

use crate::acme;
use crate::support::{Sandbox, post};

const OURS: &str = "[company]\nnames = [\"Acme\"]\n";

#[test]
fn a_policy_is_never_overwritten() {
    let sandbox = Sandbox::new();
    sandbox
        .write("blog/a.md", post("A week."))
        .write("sayso.toml", OURS);
    for arguments in [
        &["init"] as &[&str],
        &["init", "--yes"],
        &["init", "-y", "."],
    ] {
        let ran = sandbox.sayso(arguments);
        ran.exits(2)
            .complains("sayso.toml is there already, and stays as it is");
        ran.complains("sayso check");
        assert_eq!(sandbox.read("sayso.toml"), OURS);
    }
    let ran = sandbox.sayso_in("blog", &["init", "--yes"]);
    ran.exits(2).complains("is there already");
}

#[test]
fn a_folder_with_a_policy_above_gets_no_second_one() {
    let sandbox = Sandbox::git();
    sandbox.write("web/blog/a.md", post("A week."));
    sandbox.write("sayso.toml", OURS);
    for arguments in [&["init", "web"] as &[&str], &["init", "--yes", "web/blog"]] {
        let ran = sandbox.sayso(arguments);
        ran.exits(2).complains("sayso.toml counts for web");
        ran.complains("needs only what is different");
    }
    assert!(!sandbox.join("web/sayso.toml").exists());
}

#[cfg(unix)]
#[test]
fn whatever_is_called_like_a_policy_is_never_replaced() {
    for make in [
        |path: std::path::PathBuf| fs::create_dir(path),
        |path| fs::write(path, b"\xff"),
        |path| fs::write(path, b""),
        |path| std::os::unix::fs::symlink("nowhere", path),
        |path| std::os::unix::fs::symlink("/etc/hostname", path),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write("blog/a.md", post("A week."));
        make(sandbox.join("sayso.toml")).expect("something");
        let before = fs::symlink_metadata(sandbox.join("sayso.toml")).expect("it");
        let ran = sandbox.sayso(&["init", "--yes"]);
        ran.exits(2).complains("sayso.toml is there already");
        let after = fs::symlink_metadata(sandbox.join("sayso.toml")).expect("it");
        assert_eq!(before.file_type(), after.file_type());
        assert_eq!(before.modified().ok(), after.modified().ok());
    }
}

#[test]
fn an_empty_repo_is_told_so() {
    let sandbox = Sandbox::git();
    for arguments in [&["init"] as &[&str], &["init", "--yes"]] {
        let ran = sandbox.sayso(arguments);
        ran.exits(2).complains("there is no file in ");
        ran.complains("start in the folder of your posts");
    }
    assert!(!sandbox.join("sayso.toml").exists());
}

#[test]
fn a_path_that_is_no_folder_is_told_so() {
    let sandbox = Sandbox::new();
    sandbox.write("blog/a.md", post("A week."));
    let ran = sandbox.sayso(&["init", "--yes", "nope"]);
    ran.exits(2)
        .complains("nope cannot be checked: it does not exist");
    sandbox.sayso(&["init", "--yes", "blog/a.md"]).exits(2);
    assert!(!sandbox.join("sayso.toml").exists());
}

#[cfg(unix)]
#[test]
fn a_policy_is_readable_like_any_file_and_nothing_is_left_behind() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = acme();
    let before = fs::read_dir(sandbox.path()).expect("a folder").count();
    sandbox.sayso(&["init", "--yes"]).exits(0);
    let mode = |name: &str| {
        let meta = fs::metadata(sandbox.join(name)).expect("a file");
        meta.permissions().mode() & 0o777
    };
    sandbox.write("other.txt", "");
    assert_eq!(mode("sayso.toml"), mode("other.txt"));
    let after = fs::read_dir(sandbox.path()).expect("a folder").count();
    assert_eq!(after, before + 2);
}
