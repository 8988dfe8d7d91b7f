//! `sayso check` on posts with pictures, in real repositories.

use std::fs;

use crate::exif::{Exif, SERIAL, Value, located, plain};
use crate::files::{file, jpeg};
use crate::support::{Sandbox, post};

pub const POST: &str = "content/people/jo.md";
pub const PICTURE: &str = "content/people/jo.jpg";

/// What a post about Jo says of her picture.
const FOUND: &str = "content/people/jo.md:5:19: error[confidential/image-location] \"jo.jpg\" says where it was taken\n";

/// A photo that says where it was taken.
pub fn portrait() -> Vec<u8> {
    file("jpg", Some(&located().bytes()), None)
}

/// The same without the place.
pub fn harmless() -> Vec<u8> {
    file("jpg", Some(&plain().bytes()), None)
}

pub fn about_jo() -> String {
    post("![Jo at her desk](jo.jpg)")
}

/// A repository with a post about Jo and her portrait, nothing staged.
pub fn with_portrait() -> Sandbox {
    let sandbox = Sandbox::git();
    sandbox.write(POST, about_jo()).write(PICTURE, portrait());
    sandbox
}

#[test]
fn a_picture_that_says_where_it_was_taken_fails_the_check() {
    let sandbox = with_portrait();
    sandbox.check_concise(&[]).exits(1).says(FOUND);
    let ran = sandbox.check(&[]);
    ran.exits(1)
        .says("error[confidential/image-location]: \"jo.jpg\" says where it was taken");
    ran.says("^^^^^^ GPS coordinates in the EXIF data");
    ran.says("= help: take the coordinates out; the picture itself stays as it is");
    ran.says("sayso: 1 error in 1 post");
    // What is secret stays so.
    ran.is_silent_about("51");
    sandbox.write(PICTURE, harmless()).check(&[]).exits(0);
}

#[test]
fn pictures_are_found_wherever_generators_keep_them() {
    for (body, path) in [
        ("![a](/img/jo%20doe.jpg)", "static/img/jo doe.jpg"),
        ("![a](/img/jo.jpg?w=600)", "public/img/jo.jpg"),
        ("![a](../../img/jo.jpg)", "img/jo.jpg"),
        ("![a](jo)", "content/people/jo"),
        ("![a][jo]\n\n[jo]: jo.png", "content/people/jo.png"),
        ("<img src=\"/jo.jpg\" alt=\"a\">", "assets/jo.jpg"),
        (
            "{{< figure src=\"jo.jpg\" alt=\"a\" >}}",
            "content/people/jo.jpg",
        ),
        ("[in full size](/jo.jpg)", "static/jo.jpg"),
    ] {
        let sandbox = Sandbox::new();
        sandbox.write(POST, post(body)).write(path, portrait());
        sandbox
            .check_concise(&[])
            .exits(1)
            .says("error[confidential/image-location]");
    }
    let sandbox = Sandbox::new();
    let cover =
        "---\ntitle: Meet Jo\ndate: 2026-05-04\ncover:\n  image: /img/jo.jpg\n---\nShe joined.\n";
    sandbox
        .write(POST, cover)
        .write("static/img/jo.jpg", portrait());
    let place = "content/people/jo.md:5:10: error[confidential/image-location]";
    sandbox.check_concise(&[]).exits(1).says(place);
}

#[test]
fn every_format_is_known_by_its_content() {
    for format in crate::files::FORMATS {
        let sandbox = Sandbox::new();
        sandbox.write(POST, about_jo());
        sandbox.write(PICTURE, file(format, Some(&located().bytes()), None));
        sandbox.check_concise(&[]).exits(1).says(FOUND);
        sandbox.check(&["--fix"]).exits(0);
        sandbox.check(&[]).exits(0);
    }
}

#[test]
fn a_picture_is_told_once_and_one_that_no_post_uses_not_at_all() {
    let sandbox = with_portrait();
    sandbox.write("content/people/other.jpg", portrait());
    sandbox.write(POST, post("![Jo](jo.jpg) and ![Jo once more](jo.jpg)"));
    sandbox.check(&[]).exits(1).says("sayso: 1 error in 1 post");
}

#[test]
fn the_fix_takes_the_place_out_and_nothing_else() {
    let sandbox = with_portrait();
    let second = "content/people/team.md";
    sandbox.write(second, post("![Jo with the team](jo.jpg)"));
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0)
        .says("sayso: nothing found in 2 posts · 1 fixed");
    let after = fs::read(sandbox.join(PICTURE)).expect("the picture");
    assert_eq!(after.len(), portrait().len());
    assert_eq!(sayso::picture::read(&after).facts(), []);
    assert_eq!(sandbox.read(POST), about_jo());

    sandbox.check(&["--fix"]).exits(0).is_silent_about("fixed");
    assert_eq!(fs::read(sandbox.join(PICTURE)).expect("the picture"), after);
}

#[test]
fn a_diff_says_what_would_go_and_writes_nothing() {
    let sandbox = with_portrait();
    let ran = sandbox.check(&["--diff"]);
    ran.exits(1)
        .complains("--fix would take the coordinates out of content/people/jo.jpg\n");
    assert_eq!(ran.out, "");
    ran.is_silent_about("nothing that --fix would change");
    assert_eq!(
        fs::read(sandbox.join(PICTURE)).expect("the picture"),
        portrait()
    );
}

#[test]
fn serial_number_and_thumbnail_are_warnings_and_can_go() {
    let mut exif = Exif {
        place: None,
        ..plain()
    };
    exif.camera.push((SERIAL, Value::Text("00A4711-22")));
    exif.thumbnail = Some(jpeg((160, 107), None, None));
    let sandbox = Sandbox::new();
    sandbox.write(POST, about_jo());
    sandbox.write(PICTURE, jpeg((400, 400), Some(&exif.bytes()), None));
    let ran = sandbox.check(&[]);
    ran.exits(0).says("\"jo.jpg\" tells which camera took it");
    ran.says("\"jo.jpg\" has a small copy of the picture before it was cut");
    ran.is_silent_about("4711")
        .says("sayso: 2 warnings in 1 post");
    sandbox
        .check(&["--fix"])
        .exits(0)
        .says("nothing found in 1 post · 2 fixed");
}

#[test]
fn owner_and_history_are_told_where_a_policy_asks_for_it() {
    let mut exif = plain();
    exif.camera
        .push((crate::exif::OWNER, Value::Text("Jo Doe")));
    let packet = crate::reading::xmp("<xmpMM:History><rdf:Seq/></xmpMM:History>");
    let sandbox = Sandbox::new();
    sandbox.write(POST, about_jo());
    sandbox.write(
        PICTURE,
        file("jpg", Some(&exif.bytes()), Some(packet.as_bytes())),
    );
    sandbox.check(&[]).exits(0).says("nothing found");
    let also = "[rules]\n\"confidential/image-metadata\" = { owner = true, history = true }\n";
    let ran = sandbox.write("sayso.toml", also).check(&[]);
    ran.says("\"jo.jpg\" names the owner of the camera")
        .says("\"jo.jpg\" tells how it was edited");
    ran.says("export the picture once more without its history");
}

#[test]
fn a_waiver_stands_in_the_policy_and_not_beside_the_picture() {
    let sandbox = with_portrait();
    let waiver = "<!-- sayso: allow confidential/image-location: taken in a public park -->\n\n";
    sandbox
        .write(POST, post(&format!("{waiver}![Jo](jo.jpg)")))
        .check(&[])
        .exits(1);
    sandbox.write(POST, about_jo());
    let policy = format!(
        "[[waiver]]\nrule = \"confidential/image-location\"\npath = \"{POST}\"\nreason = \"taken in a public park\"\n"
    );
    sandbox.write("sayso.toml", policy);
    let ran = sandbox.check(&[]);
    ran.exits(0).says("1 waived");
    sandbox.check(&["--fix"]).exits(0);
    assert_eq!(
        fs::read(sandbox.join(PICTURE)).expect("the picture"),
        portrait()
    );
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let sandbox = with_portrait();
    sandbox.write(PICTURE, &portrait()[..60]);
    let ran = sandbox.check(&[]);
    ran.exits(0)
        .says("not checked: content/people/jo.jpg: the picture is damaged\n");
    sandbox.write(PICTURE, crate::support::LFS_POINTER);
    let ran = sandbox.check(&[]);
    ran.exits(0)
        .says("1 picture is a Git LFS pointer and was not checked: run `git lfs pull`");
    fs::File::create(sandbox.join(PICTURE))
        .and_then(|file| file.set_len(64 * 1024 * 1024 + 1))
        .expect("a huge file");
    sandbox
        .check(&[])
        .exits(0)
        .says("jo.jpg: it has 67108865 bytes, and 67108864 are the most");
    // A picture that is not there is not this rule's business.
    fs::remove_file(sandbox.join(PICTURE)).expect("to be removed");
    sandbox.check(&[]).exits(0).says("nothing found in 1 post");
}

#[cfg(unix)]
#[test]
fn a_picture_behind_a_link_or_read_only_is_not_written() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let outside = Sandbox::new();
    outside.write("jo.jpg", portrait());
    let sandbox = Sandbox::git();
    sandbox.write(POST, post("![Jo](/img/jo.jpg)"));
    fs::create_dir(sandbox.join("static")).expect("a folder");
    symlink(outside.path(), sandbox.join("static/img")).expect("a link");
    let ran = sandbox.check(&["--fix"]);
    ran.exits(0)
        .says("not checked: static/img/jo.jpg: it is a link that leads out of the repo");
    assert_eq!(
        fs::read(outside.join("jo.jpg")).expect("the picture"),
        portrait()
    );

    let sandbox = Sandbox::git();
    sandbox.write(POST, about_jo()).write("jo.jpg", portrait());
    symlink("../../jo.jpg", sandbox.join(PICTURE)).expect("a link");
    let ran = sandbox.check(&["--fix"]);
    ran.exits(1)
        .says("content/people/jo.jpg was not fixed: it is a link to another file");
    assert_eq!(
        fs::read(sandbox.join("jo.jpg")).expect("the picture"),
        portrait()
    );

    let sandbox = with_portrait();
    let read_only = fs::Permissions::from_mode(0o444);
    fs::set_permissions(sandbox.join(PICTURE), read_only).expect("a mode");
    let ran = sandbox.check(&["--fix"]);
    ran.exits(1)
        .says("content/people/jo.jpg was not fixed: it is read-only");
    assert_eq!(
        fs::read(sandbox.join(PICTURE)).expect("the picture"),
        portrait()
    );
}
