//! Policies that stack: what they extend, the folders they are in, audiences
//! and overrides. The last word counts, for each rule and each option.

use crate::support::{BAD, Ran, Sandbox};

/// A policy that gives this level to the rule that the post breaks.
fn level(level: &str) -> String {
    format!("[rules]\n\"reputation/placeholder\" = \"{level}\"\n")
}

/// The level of the finding in the post at `path`, and who decided on it.
#[track_caller]
fn decided(sandbox: &Sandbox, path: &str) -> (String, String) {
    let ran = sandbox.check(&["--only", "reputation/placeholder", path]);
    let level = ran.out.split('[').next().unwrap_or_default().to_owned();
    let place = ran.out.lines().find_map(|line| line.split_once("set in "));
    (level, place.map_or(String::new(), |(_, at)| at.to_owned()))
}

#[test]
fn what_is_extended_is_read_first() {
    let sandbox = Sandbox::new();
    sandbox
        .write("a.md", BAD)
        .write("shared/base.toml", level("advice"));
    sandbox.write(
        "sayso.toml",
        "extends = [\"sayso:press\", \"shared/base.toml\"]\n",
    );
    let found = decided(&sandbox, "a.md");
    assert_eq!(found, ("advice".into(), "shared/base.toml:2".into()));

    let own = format!("extends = \"./shared/base.toml\"\n{}", level("warning"));
    sandbox.write("sayso.toml", own);
    let found = decided(&sandbox, "a.md");
    assert_eq!(found, ("warning".into(), "sayso.toml:3".into()));
}

#[test]
fn a_preset_changes_rules_and_its_name_is_told() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.md",
        "---\ntitle: A\ndate: 2026-05-04\n---\nWe are thrilled to announce maps.\n",
    );
    sandbox.write("sayso.toml", "");
    sandbox.check(&[]).says("conversation/announcement-voice");
    sandbox.write("sayso.toml", "extends = \"sayso:press\"\n");
    sandbox.check(&[]).exits(0).is_silent_about("announcement");
    let ran = sandbox.sayso(&["config", "show"]);
    ran.says("\"conversation/announcement-voice\" = \"off\"");
    ran.says("# sayso:press:5");
}

#[test]
fn what_cannot_be_extended_is_told_at_its_place() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", BAD);
    for (extends, told, help) in [
        (
            "sayso:pres",
            "there is no preset `sayso:pres`",
            "did you mean `sayso:press`?",
        ),
        (
            "sayso:everything-else",
            "there is no preset",
            "the presets are general, professional",
        ),
        (
            "../outside.toml",
            "`../outside.toml` leads out of the repo",
            "extend a preset",
        ),
        ("/etc/passwd", "leads out of the repo", "extend a preset"),
        (
            "none.toml",
            "there is no file none.toml",
            "give the path of a policy file",
        ),
    ] {
        sandbox.write("sayso.toml", format!("extends = [\"{extends}\"]\n"));
        let ran = sandbox.check(&[]);
        ran.exits(2).says("sayso.toml:1:12").says(told).says(help);
        ran.says("mend the policy first");
    }
}

#[test]
fn a_circle_is_shown() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", BAD);
    sandbox.write("sayso.toml", "extends = \"ci/one.toml\"\n");
    sandbox.write("ci/one.toml", "extends = \"two.toml\"\n");
    sandbox.write("ci/two.toml", "extends = \"../sayso.toml\"\n");
    let ran = sandbox.check(&[]);
    ran.exits(2).says("ci/two.toml:1:11").says("in a circle");
    ran.says("sayso.toml extends ci/one.toml extends ci/two.toml extends");
}

#[test]
fn faults_of_an_extended_file_are_told_once_at_their_place() {
    let sandbox = Sandbox::new();
    sandbox.write("a.md", BAD).write("people/b.md", BAD);
    sandbox.write(
        "base.toml",
        "[rules]\n\"reputation/placeholdr\" = \"off\"\n",
    );
    sandbox.write("sayso.toml", "extends = \"base.toml\"\n");
    sandbox.write(
        "people/sayso.toml",
        "extends = \"../base.toml\"\nnope = 1\n",
    );
    let ran: Ran = sandbox.check_concise(&[]);
    ran.exits(2);
    assert_eq!(ran.out.matches("base.toml:2:1").count(), 1, "{ran}");
    ran.says("people/sayso.toml:2:1");
}

#[test]
fn the_nearest_file_has_the_last_word_on_each_option() {
    let sandbox = Sandbox::new();
    let post = "---\ntitle: A\n---\nWords.\n";
    sandbox
        .write("blog/a.md", post)
        .write("blog/people/b.md", post);
    let rule = "\"mindset/missing-front-matter\"";
    sandbox.write(
        "sayso.toml",
        format!("[rules]\n{rule} = {{ level = \"warning\", keys = [\"title\"] }}\n"),
    );
    sandbox.write(
        "blog/people/sayso.toml",
        format!("[rules]\n{rule} = {{ keys = [\"author\"] }}\n"),
    );
    let ran = sandbox.check_concise(&[]);
    ran.exits(0).is_silent_about("blog/a.md");
    // The level is the outer file's, the keys are the nearer one's.
    ran.says(
        "blog/people/b.md:1:1: warning[mindset/missing-front-matter] this post has no `author`",
    );
}

#[test]
fn an_audience_is_named_by_the_post_or_by_its_place() {
    let sandbox = Sandbox::new();
    let policy = format!(
        "{}[audience.personal]\npaths = [\"people/**\"]\nrules = {{ \"reputation/placeholder\" = \"advice\" }}\n\
         [audience.press.rules]\n\"reputation/placeholder\" = \"warning\"\n",
        level("error")
    );
    sandbox.write("sayso.toml", policy);
    sandbox.write("a.md", BAD).write("people/b.md", BAD);
    let press = BAD.replacen("---\n", "---\naudience: Press\n", 1);
    sandbox.write("people/c.md", press);
    for (path, level) in [
        ("a.md", "error"),
        ("people/b.md", "advice"),
        ("people/c.md", "warning"),
    ] {
        assert_eq!(decided(&sandbox, path).0, level, "{path}");
    }
    let ran = sandbox.sayso(&["config", "show", "people/b.md"]);
    ran.says("# audience: personal").says("# sayso.toml:5");
}

#[test]
fn overrides_are_for_paths_tags_and_settings_that_all_hold() {
    let sandbox = Sandbox::new();
    let rules = "rules = { \"reputation/placeholder\" = \"advice\" }\n";
    for (condition, with_tag, with_layout) in [
        ("paths = [\"blog/**\"]", "advice", "advice"),
        ("tags = [\"Launch\"]", "advice", "error"),
        (
            "when = { layout = [\"news\", \"press\"] }",
            "error",
            "advice",
        ),
        ("when = { draft = true }", "error", "error"),
        (
            "paths = [\"blog/**\"]\nwhen = { weight = 3 }",
            "advice",
            "error",
        ),
        (
            "paths = [\"other/**\"]\ntags = [\"launch\"]",
            "error",
            "error",
        ),
    ] {
        sandbox.write("sayso.toml", format!("[[overrides]]\n{condition}\n{rules}"));
        let tagged = BAD.replacen("---\n", "---\ntags: [launch]\nweight: 3\n", 1);
        sandbox.write("blog/tag.md", tagged);
        let laid_out = BAD.replacen("---\n", "---\nlayout: press\ndraft: false\n", 1);
        sandbox.write("blog/layout.md", laid_out);
        assert_eq!(decided(&sandbox, "blog/tag.md").0, with_tag, "{condition}");
        assert_eq!(
            decided(&sandbox, "blog/layout.md").0,
            with_layout,
            "{condition}"
        );
    }
    sandbox.write("sayso.toml", format!("[[overrides]]\n{rules}"));
    sandbox
        .check(&[])
        .exits(2)
        .says("these overrides are for no post");
}

#[test]
fn the_command_line_has_the_very_last_word() {
    let sandbox = Sandbox::new();
    sandbox
        .write("a.md", BAD)
        .write("sayso.toml", level("error"));
    let ran = sandbox.check(&["--rule", "reputation/placeholder=advice"]);
    ran.exits(0)
        .says("advice[reputation/placeholder]")
        .is_silent_about("set in");
}

#[test]
fn paths_of_a_file_count_from_the_folder_that_extends_it() {
    let sandbox = Sandbox::new();
    sandbox.write("shared/base.toml", "[posts]\ninclude = [\"content/**\"]\n");
    sandbox.write("site/sayso.toml", "extends = \"../shared/base.toml\"\n");
    sandbox
        .write("site/content/a.md", BAD)
        .write("site/other.md", BAD);
    let ran = sandbox.check_concise(&["site"]);
    ran.says("site/content/a.md").is_silent_about("other.md");
}

#[test]
fn every_value_is_shown_with_who_decided_it() {
    let sandbox = Sandbox::new();
    let outer = "[policy]\nunwaivable = [\"evidence\"]\n[company]\nnames = [\"Acme\"]\n";
    let inner = "[policy]\napprovers = [\"legal\"]\nunwaivable = [\"reputation/placeholder\"]\n\
                 [[policy.review]]\ntags = [\"earnings\"]\n[[rule]]\nid = \"acme/x\"\nphrases = [\"x\"]\nmessage = \"m\"\n";
    sandbox
        .write("sayso.toml", outer)
        .write("blog/sayso.toml", inner);
    let ran = sandbox.sayso(&["config", "show", "blog"]);
    for (value, place) in [
        ("approvers.\"*\" = [\"legal\"]", "# blog/sayso.toml:2"),
        ("unwaivable = [\"evidence\"]", "# sayso.toml:2"),
        (
            "unwaivable = [\"reputation/placeholder\"]",
            "# blog/sayso.toml:3",
        ),
        ("review = { tags = [\"earnings\"] }", "# blog/sayso.toml:4"),
        ("names = [\"Acme\"]", "# sayso.toml:4"),
        ("\"acme/x\" = \"warning\"", "# blog/sayso.toml:7"),
        ("\"evidence/superlative\" = \"warning\"", "# built in"),
    ] {
        let line = ran.out.lines().find(|line| line.starts_with(value));
        assert!(
            line.is_some_and(|line| line.ends_with(place)),
            "{value} {ran}"
        );
    }
}
