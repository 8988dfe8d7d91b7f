//! The list is kept: added to, taken from, asked, sealed anew.

use crate::support::post;
use crate::{Keeper, LIST};

#[test]
fn terms_go_in_and_are_nowhere_to_be_read() {
    let keeper = Keeper::of(&[]);
    let ran = keeper.seal("add", "Blue Heron\r\n\n  Falcon  \nblue-heron\n");
    ran.exits(0).says("2 terms added\n");
    let list = keeper.sandbox.read(LIST);
    for text in [&list, &ran.out, &ran.err] {
        let lower = text.to_lowercase();
        assert!(
            !lower.contains("heron") && !lower.contains("falcon"),
            "{text}"
        );
    }
    assert!(!list.contains(&keeper.key) && !list.contains(&keeper.key[11..30]));
    assert_eq!(list.lines().filter(|line| line.len() == 42).count(), 16);

    keeper
        .seal("add", "FALCON\nTeal Otter")
        .exits(0)
        .says("1 term added, 1 there already");
    keeper
        .seal("list-count", "")
        .exits(0)
        .says("3 terms in 16 places");
    keeper
        .sandbox
        .sayso(&["seal", "list-count"])
        .exits(0)
        .says("16 places, some of them decoys");
}

#[test]
fn two_versions_of_the_list_have_no_line_in_common() {
    let keeper = Keeper::of(&["Blue Heron", "Falcon"]);
    let before = keeper.sandbox.read(LIST);
    keeper.seal("remove", "Falcon").exits(0);
    let after = keeper.sandbox.read(LIST);
    let places = |line: &&str| line.len() == 42;
    let (old, new) = (before.lines().filter(places), after.lines().filter(places));
    assert_eq!(old.clone().count(), new.count());
    assert!(old.into_iter().all(|line| !after.contains(line)));
}

#[test]
fn what_is_there_already_changes_nothing() {
    let keeper = Keeper::of(&["Falcon"]);
    let before = keeper.sandbox.read(LIST);
    keeper
        .seal("add", "falcon's")
        .exits(0)
        .says("0 terms added, 1 there already");
    assert_eq!(keeper.sandbox.read(LIST), before);
}

#[test]
fn weak_terms_are_refused_by_their_line() {
    let keeper = Keeper::of(&[]);
    let ran = keeper.seal(
        "add",
        "IBM\nCustomers\nBlue Heron\none two three four five six\n",
    );
    ran.exits(1).says("1 term added, 3 refused");
    for told in [
        "line 1 was not added: shorter",
        "line 2 was not added: a common",
        "line 4",
    ] {
        ran.complains(told);
    }
    ran.is_silent_about("IBM").is_silent_about("Customers");
}

#[test]
fn a_term_that_stands_in_many_posts_is_refused() {
    let keeper = Keeper::of(&[]);
    for number in 0..5 {
        let body = if number == 0 {
            "Falcon and Tealotter."
        } else {
            "Falcon again."
        };
        keeper
            .sandbox
            .write(&format!("blog/{number}.md"), post(body));
    }
    let ran = keeper.seal("add", "Falcon\nTealotter\n");
    ran.exits(1).says("1 term added, 1 refused");
    ran.complains("line 1 was not added: it already stands in 5 posts, and so is no secret");
    ran.complains("line 2: it already stands in 1 post; `sayso check` says where");
    ran.is_silent_about("Falcon").is_silent_about("Tealotter");
}

#[test]
fn terms_are_asked_for_and_taken_off() {
    let keeper = Keeper::of(&["Blue Heron", "Falcon"]);
    let ran = keeper.seal("check", "BlueHeron\nOsprey\n");
    ran.exits(1)
        .says("line 1: on the list\nline 2: not on the list\n");
    keeper.seal("check", "blue heron").exits(0);
    keeper
        .seal("remove", "Osprey\nFalcon\n")
        .exits(1)
        .says("1 term removed")
        .complains("line 1 is not");
    keeper.seal("check", "Falcon").exits(1);
}

#[test]
fn every_way_to_write_a_term_is_tried() {
    let keeper = Keeper::of(&["Blue Heron", "Falcon"]);
    let ran = keeper.seal("test", "Blue Heron\nFalcon\nOsprey\n");
    ran.exits(1)
        .says("line 1: found in all 17 ways to write it\n");
    ran.says("line 2: found in all 17 ways to write it\nline 3: not on the list\n");
}

#[test]
fn the_list_is_sealed_anew_only_when_all_terms_are_given() {
    let keeper = Keeper::of(&["Blue Heron", "Falcon"]);
    let before = keeper.sandbox.read(LIST);
    keeper
        .seal("rotate", "Falcon")
        .exits(2)
        .complains("1 term of the list was not given");
    let other = keeper.seal("rotate", "Falcon\nBlue Heron\nOsprey");
    other.exits(2).complains("line 3 is not on the list");
    assert_eq!(keeper.sandbox.read(LIST), before);

    let ran = keeper.seal("rotate", "Falcon\nBlue Heron");
    ran.exits(0).complains("shown once");
    keeper
        .seal("check", "Falcon")
        .exits(2)
        .complains("is not the one the list was sealed with");
    let (key, sandbox) = (ran.out.trim().to_owned(), keeper.sandbox);
    assert_ne!(key, keeper.key);
    Keeper { sandbox, key }
        .seal("check", "Falcon\nBlue Heron")
        .exits(0);
}

#[test]
fn no_term_is_no_list() {
    let keeper = Keeper::of(&[]);
    keeper
        .seal("add", "\n \n")
        .exits(2)
        .complains("no term was given");
    keeper
        .seal("check", "Falcon")
        .exits(2)
        .complains("there is no sealed list here");
    assert!(!keeper.sandbox.join(LIST).exists());
}
