//! Pictures that a repo knows of.

use std::fs;

use crate::check::{PICTURE, POST, about_jo, harmless, portrait, with_portrait};
use crate::support::{Sandbox, post};

fn known() -> Sandbox {
    let sandbox = with_portrait();
    sandbox.sayso(&["baseline"]).exits(0);
    sandbox
}

#[test]
fn what_is_known_of_a_picture_is_hidden_and_not_fixed() {
    let sandbox = known();
    let entries = sandbox.read(".sayso/baseline.json");
    assert!(
        entries.contains(&format!("{{\"path\":\"{PICTURE}\",")),
        "{entries}"
    );
    sandbox.check(&[]).exits(0).says("1 known finding hidden");
    sandbox.check(&["--all"]).exits(1).says("image-location");
    sandbox.check(&["--fix"]).exits(0).is_silent_about("fixed");
    let ran = sandbox.check(&["--diff"]);
    ran.exits(0)
        .complains("there is nothing that --fix would change");
    assert_eq!(
        fs::read(sandbox.join(PICTURE)).expect("the picture"),
        portrait()
    );
}

/// Otherwise nobody could make it known: a baseline is made of posts.
#[test]
fn it_is_known_in_another_post_and_when_it_is_staged_alone() {
    let sandbox = known();
    sandbox.write("content/people/team.md", post("![The team](jo.jpg)"));
    let ran = sandbox.check(&[]);
    ran.exits(0).says("2 known findings hidden");
    sandbox.run_git(&["add", PICTURE, ".sayso"]);
    let ran = sandbox.check(&["--staged"]);
    ran.exits(0).says("nothing new found in 1 picture");
    // Another picture is not.
    sandbox.stage("content/people/max.jpg", portrait());
    sandbox
        .check(&["--staged"])
        .exits(1)
        .says("\"max.jpg\" says");
}

#[test]
fn a_picture_that_no_post_shows_is_known_by_its_name() {
    let sandbox = with_portrait();
    sandbox.write("assets/jo.jpg", portrait());
    sandbox.sayso(&["baseline", "assets/jo.jpg"]).exits(0);
    sandbox.run_git(&["add", "assets", ".sayso"]);
    sandbox
        .check(&["--staged"])
        .exits(0)
        .says("1 known finding");
}

#[test]
fn an_entry_goes_when_the_picture_is_clean_and_not_when_it_is_not_here() {
    let sandbox = known();
    let before = sandbox.read(".sayso/baseline.json");
    sandbox.write(PICTURE, crate::support::LFS_POINTER);
    sandbox.sayso(&["baseline", "--prune"]).exits(0);
    assert_eq!(sandbox.read(".sayso/baseline.json"), before);
    sandbox.write(PICTURE, harmless());
    sandbox
        .check(&[])
        .exits(0)
        .says("1 entry of the baseline no longer occurs");
    sandbox.sayso(&["baseline", "--prune"]).exits(0);
    let after = sandbox.read(".sayso/baseline.json");
    assert!(!after.contains(PICTURE), "{after}");
}

#[test]
fn what_a_camera_tells_is_told_by_what_it_is() {
    use crate::exif::{SERIAL, Value, located};
    use crate::files::file;
    let sandbox = known();
    let mut exif = located();
    exif.camera.push((SERIAL, Value::Text("00A4711-22")));
    sandbox.write(PICTURE, file("jpg", Some(&exif.bytes()), None));
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0).says("1 fixed · 1 known finding hidden");
    assert_eq!(
        fs::read(sandbox.join(PICTURE)).expect("the picture").len(),
        file("jpg", Some(&exif.bytes()), None).len()
    );
    sandbox.check(&["--all"]).exits(1).says("says where");
    assert_eq!(sandbox.read(POST), about_jo());
}
