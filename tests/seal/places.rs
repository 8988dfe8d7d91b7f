//! Every place of a post that is searched, and from which version of the list.

use crate::support::{GOOD, post};
use crate::{Keeper, LIST};

const FRONT: &str = "title: A week\ndate: 2026-05-04\n";

/// The findings of a post, a line each.
fn found(keeper: &Keeper, path: &str, text: &str) -> Vec<String> {
    keeper.sandbox.write(path, text);
    let ran = keeper.check(&[path]);
    let is_ours = |line: &&str| line.contains("confidential/sealed-term");
    ran.out.lines().filter(is_ours).map(str::to_owned).collect()
}

#[test]
fn a_term_is_found_wherever_it_stands() {
    let keeper = Keeper::of(&["Blue Heron"]);
    let places = [
        "## On Blue Heron",
        "It is Blue He**ron** now.",
        "It is [Blue](https://example.com) *Heron* now.",
        "A blue\nheron.",
        "> - | Blue Heron |",
        "| a | b |\n|---|---|\n| Blue Heron | c |",
        "[a](https://example.com/blue-heron?x=1)",
        "[a](https://example.com/blue%20heron \"b\")",
        "[a]: https://example.com/BlueHeron\n\nText [a].",
        "![Blue Heron in a chart](a.png)",
        "![A chart](img/blueheron-final.png)",
        "<!-- Blue Heron -->",
        "<img src=\"a.png\" alt=\"a\" data-name=\"blue_heron\">",
        "`blue_heron_id`",
        "Blue `Heron` it is.",
        "```js\nlet id = newBlueHeronId();\n```",
        "Text.[^1]\n\n[^1]: Blue Heron.",
        "&#66;lue Heron.",
        "{{< note \"Blue Heron\" >}}",
        "{% comment %}Blue Heron{% endcomment %}",
    ];
    for text in places {
        assert_eq!(found(&keeper, "blog/a.md", &post(text)).len(), 1, "{text}");
    }
    for front in [
        "tags: [a, blue-heron]",
        "blueHeron: true",
        "blue_heron:\n  a: 1",
        "slug: x-blue-heron-y",
    ] {
        let text = format!("---\n{FRONT}{front}\n---\nText.\n");
        assert_eq!(found(&keeper, "blog/a.md", &text).len(), 1, "{front}");
    }
    assert!(found(&keeper, "blog/a.md", GOOD).is_empty());
}

#[test]
fn the_name_of_a_file_and_its_folders_counts() {
    let keeper = Keeper::of(&["Blue Heron"]);
    for path in ["blog/2026-05-04-blue-heron.md", "blue_heron/a.md"] {
        let lines = found(&keeper, path, GOOD);
        assert_eq!(lines.len(), 1, "{path}");
        assert!(
            lines[0].contains("stands in the name of this file or its folders"),
            "{lines:?}"
        );
    }
}

#[test]
fn the_words_are_named_by_an_id() {
    let keeper = Keeper::of(&["Blue Heron"]);
    let lines = found(&keeper, "blog/a.md", &post("Blue Heron and BLUE-HERON."));
    let id = |line: &str| {
        let (_, rest) = line.split_once("(id ").expect("an id");
        rest.split_once(')').expect("its end").0.to_owned()
    };
    assert_eq!(lines.len(), 2);
    assert_eq!(id(&lines[0]), id(&lines[1]));
    assert_eq!(id(&lines[0]).len(), 6);
    assert!(!lines.concat().to_lowercase().contains("heron"));
}

#[test]
fn of_a_term_in_a_term_the_longer_is_told() {
    let keeper = Keeper::of(&["Heron", "Blue Heron"]);
    assert_eq!(found(&keeper, "blog/a.md", &post("A Blue Heron.")).len(), 1);
    assert_eq!(found(&keeper, "blog/a.md", &post("A heron.")).len(), 1);
}

#[test]
fn a_commit_is_checked_with_the_list_it_holds() {
    let keeper = Keeper::of(&["Falcon"]);
    keeper.sandbox.stage("blog/a.md", post("We met Falcon."));
    let ran = keeper.check(&["--staged", "--require-sealed"]);
    ran.exits(2)
        .says("not checked: sealed terms: .sayso/sealed is not staged, so it did not count");
    keeper.sandbox.run_git(&["add", LIST]);
    keeper
        .check(&["--staged", "--require-sealed"])
        .exits(1)
        .says("a term of the sealed list");
    keeper.seal("remove", "Falcon").exits(0);
    let ran = keeper.check(&["--staged"]);
    ran.exits(1)
        .says("the staged .sayso/sealed was used, and the one on disk is another");
    keeper.sandbox.commit_unchecked();
    keeper
        .sandbox
        .stage("blog/b.md", post("We met Falcon, too."));
    keeper.check(&["--staged"]).exits(1);
    keeper.check(&["--base", "HEAD"]).exits(0);
}

#[test]
fn a_list_at_the_root_is_for_every_folder() {
    let keeper = Keeper::of(&["Falcon"]);
    keeper
        .sandbox
        .write("sites/one/blog/a.md", post("We met Falcon."));
    keeper.sandbox.write("sites/one/sayso.toml", "");
    let mut command = keeper.command(&["check", "--today", crate::TODAY]);
    command.current_dir(keeper.sandbox.join("sites/one"));
    crate::Ran::of(&mut command)
        .exits(1)
        .says("confidential/sealed-term");
}
