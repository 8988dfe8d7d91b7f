//! Pictures when a commit is stopped, and in a post with secrets.

use crate::check::{PICTURE, POST, about_jo, portrait, with_portrait};
use crate::support::{GOOD, Sandbox, post};

fn hooked() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.stage("content/first.md", GOOD);
    sandbox.commit_unchecked();
    sandbox.sayso(&["hook", "install"]).exits(0);
    sandbox
}

/// `git commit` with this message; `arguments` go behind it.
fn commit(sandbox: &Sandbox, message: &str, arguments: &[&str]) -> crate::support::Ran {
    sandbox.try_git(&[&["commit", "--message", message], arguments].concat())
}

#[test]
fn a_commit_is_stopped_by_a_picture_that_no_post_shows() {
    let sandbox = hooked();
    sandbox.stage("assets/jo.jpg", portrait());
    let ran = commit(&sandbox, "a picture", &[]);
    ran.fails().complains("sayso: 1 error in 1 picture · ");
    ran.complains("= assets/jo.jpg: GPS coordinates in the EXIF data\n");
    ran.complains("sayso check --fix assets/jo.jpg && git add assets/jo.jpg\n");
    sandbox.check(&["--fix", "assets/jo.jpg"]).exits(0);
    sandbox.run_git(&["add", "assets"]);
    // What a message names is text, and is not looked at.
    commit(&sandbox, "![Jo](assets/jo.jpg)", &[]).exits(0);
}

#[test]
fn many_pictures_fill_a_window_and_no_more() {
    let sandbox = hooked();
    for number in 0..30 {
        sandbox.stage(&format!("assets/{number}.jpg"), portrait());
    }
    let ran = commit(&sandbox, "pictures", &[]);
    ran.fails().complains("sayso: 30 errors in 30 pictures · ");
    ran.complains("more findings: sayso check --staged\n");
    assert!(format!("{}{}", ran.out, ran.err).lines().count() <= 40);
}

/// With `git commit -a` the hook is told of another index.
#[test]
fn the_index_of_this_commit_is_read() {
    let sandbox = hooked();
    sandbox.stage(POST, about_jo()).stage(PICTURE, GOOD);
    sandbox.commit_unchecked();
    sandbox.write(PICTURE, portrait());
    let ran = commit(&sandbox, "a portrait", &["-a"]);
    ran.fails()
        .complains("content/people/jo.jpg: GPS coordinates in the EXIF data\n");
}

/// The name of the picture is found to be a secret.
#[test]
fn a_name_that_is_a_secret_is_shown_nowhere() {
    let token = ["glpat-", "x7Kq2mVb9TzR4wLc8NfJ"].concat();
    let name = format!("content/people/{token}.jpg");
    let sandbox = with_portrait();
    sandbox.write(&name, portrait());
    sandbox.write(POST, post(&format!("![Jo]({token}.jpg)")));
    sandbox.run_git(&["add", "."]);
    for arguments in [&["--staged"][..], &[], &["--diff"], &["--format", "json"]] {
        let ran = sandbox.check(arguments);
        ran.exits(1).is_silent_about(&token[8..]);
    }
    sandbox.write(&name, &portrait()[..60]);
    let ran = sandbox.check(&[POST]);
    ran.says("the picture is damaged")
        .is_silent_about(&token[8..]);
}
