//! A list that is not as it was written is told, with the way out.

use crate::support::{GOOD, Ran};
use crate::{Keeper, LIST};

/// What a check says when the list holds this.
fn checked(keeper: &Keeper, list: impl AsRef<[u8]>) -> Ran {
    keeper.sandbox.write("blog/a.md", GOOD);
    keeper.sandbox.write(LIST, list);
    keeper.check(&[])
}

#[test]
fn a_list_that_was_changed_is_not_used() {
    let keeper = Keeper::of(&["Blue Heron", "Falcon"]);
    let list = keeper.sandbox.read(LIST);
    let mut lines: Vec<&str> = list.lines().collect();
    let last = lines.pop().expect("a line");
    checked(&keeper, lines.join("\n"))
        .exits(2)
        .complains("somebody changed or merged its lines")
        .complains("git checkout REVISION -- .sayso/sealed");
    let merged = format!("{list}<<<<<<< HEAD\n{last}\n=======\n{last}\n>>>>>>> main\n");
    checked(&keeper, merged)
        .exits(2)
        .complains("two versions of it were merged");
    checked(&keeper, "")
        .exits(2)
        .complains("its first lines are not all there");
    checked(&keeper, [0xff, 0xfe])
        .exits(2)
        .complains("it is no text");
    let newer = list.replace("version 1", "version 9");
    checked(&keeper, newer)
        .exits(2)
        .complains("another version of sayso");
    checked(&keeper, list.replace('\n', "\r\n")).exits(0);
}

#[test]
fn a_broken_list_is_not_written_over() {
    let keeper = Keeper::of(&["Falcon"]);
    keeper.sandbox.write(LIST, "garbage\n");
    keeper
        .seal("add", "Osprey")
        .exits(2)
        .complains("line 1 is none that sayso writes");
    assert_eq!(keeper.sandbox.read(LIST), "garbage\n");
}
