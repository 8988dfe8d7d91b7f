//! `sayso policy`: which policy, where it goes, and whether a copy is true.

use crate::support::Sandbox;
use crate::{POLICY, acme};

#[test]
fn the_name_of_the_file_tells_the_format() {
    let repo = acme();
    repo.sayso(&["policy"])
        .exits(0)
        .says("\n# Acme social media policy\n");
    repo.sayso(&["policy", "--format", "html"])
        .exits(0)
        .says("<h1>Acme social media policy</h1>");
    for (file, start) in [("a.html", "<!doctype html>"), ("a.md", "<!-- Made by")] {
        let ran = repo.sayso(&["policy", "--output", file]);
        ran.exits(0);
        assert_eq!(ran.out, "");
        assert!(repo.read(file).starts_with(start), "{file}");
    }
    repo.sayso(&["policy", "--output", "no/such/folder.md"])
        .exits(2)
        .complains("the document cannot be written to no/such/folder.md");
}

#[test]
fn a_copy_is_true_until_the_policy_changes() {
    for file in ["policy.md", "policy.html"] {
        let repo = acme();
        repo.sayso(&["policy", "-o", file]).exits(0);
        let ran = repo.sayso(&["policy", "--check", file]);
        ran.exits(0).complains("says what the policy says");
        assert_eq!(ran.out, "");
        let with_crlf = repo.read(file).replace('\n', "\r\n");
        repo.write(file, with_crlf);
        repo.sayso(&["policy", "--check", file]).exits(0);

        repo.write("sayso.toml", POLICY.replace("RivalDB", "OtherDB"));
        repo.sayso(&["policy", "--check", file])
            .exits(1)
            .complains(&format!("sayso: {file} is out of date: from line "))
            .complains(&format!("make it anew: sayso policy --output {file}\n"));
        repo.sayso(&["policy", "--output", file]).exits(0);
        repo.sayso(&["policy", &format!("--check={file}")]).exits(0);
    }
}

#[test]
fn a_copy_that_ends_early_or_late_is_out_of_date() {
    let repo = acme();
    let document = repo.sayso(&["policy"]).out;
    let half = &document[..document.len() / 2];
    for copy in [half, "", &format!("{document}\nMore.\n")] {
        repo.write("policy.md", copy);
        repo.sayso(&["policy", "--check", "policy.md"]).exits(1);
    }
}

#[test]
fn what_cannot_be_read_is_no_finding() {
    let repo = acme();
    repo.sayso(&["policy", "--check", "none.md"])
        .exits(2)
        .complains("none.md cannot be read: it does not exist")
        .complains("`sayso policy --output none.md` makes the document");
    repo.write("latin.md", b"caf\xe9");
    repo.sayso(&["policy", "--check", "latin.md"])
        .exits(2)
        .complains("it is no text in UTF-8");
    repo.sayso(&["policy", "--path", "none"]).exits(2);
    repo.sayso(&["policy", "--config", "none.toml"]).exits(2);
}

#[test]
fn a_policy_with_faults_makes_no_document() {
    let repo = Sandbox::new();
    repo.write(
        "sayso.toml",
        "[rules]\n\"evidence/superlatve\" = \"error\"\n",
    );
    let ran = repo.sayso(&["policy", "--output", "policy.md"]);
    ran.exits(2)
        .complains("did you mean `evidence/superlative`?")
        .complains("no document was made");
    assert!(!repo.join("policy.md").exists());
}

#[test]
fn without_a_policy_the_built_in_one_is_told() {
    Sandbox::new()
        .sayso(&["policy"])
        .exits(0)
        .says("# What the company asks of a post\n")
        .complains("no sayso.toml found: this is the built-in general policy");
}

#[test]
fn the_document_is_for_the_folder_somebody_stands_in() {
    let repo = Sandbox::git();
    repo.write("sayso.toml", POLICY);
    repo.write("site/sayso.toml", "[policy]\nname = \"The site\"\n");
    repo.write("site/content/a.md", "Text.\n");
    repo.sayso(&["policy"]).says("# Acme social media policy\n");
    for ran in [
        repo.sayso_in("site", &["policy"]),
        repo.sayso_in("site/content", &["policy"]),
        repo.sayso(&["policy", "--path", "site"]),
    ] {
        ran.exits(0).says("# The site\n").says("**Our names**");
    }
    repo.sayso(&["policy", "--config", "site/sayso.toml"])
        .says("# The site\n")
        .is_silent_about("**Our names**");
}

/// Whoever keeps the document among the posts is not told off for it.
#[test]
fn the_document_is_itself_fine() {
    let repo = acme();
    let titled = "---\ntitle: Our policy\ndate: 2026-05-04\nauthor: Jo\n---\n";
    let document = repo.sayso(&["policy"]).out;
    repo.write("hugo.toml", "");
    repo.write("content/blog/policy.md", format!("{titled}{document}"));
    repo.check(&["--fail-on", "advice"])
        .exits(0)
        .says("nothing found in 1 post");
}

#[test]
fn the_document_may_be_for_certain_posts() {
    let repo = acme();
    repo.write("content/people/jo.md", "Text.\n");
    repo.write("content/blog/a.md", "---\naudience: partners\n---\nText.\n");
    repo.sayso(&["policy", "--path", "content/people"])
        .exits(0)
        .says("It is written for posts such as `content/people`, whose audience is “personal”.")
        .is_silent_about("Who a post speaks to");
    repo.sayso(&["policy", "--path", "content/blog/a.md"])
        .exits(0)
        .says("such as `content/blog/a.md`, whose audience is “partners”.")
        .says("conversation/announcement-voice")
        .is_silent_about("The rule is `helpful/missing-alt-text`");
    let general = repo.sayso(&["policy"]);
    let blog = repo.sayso(&["policy", "--path", "content/blog"]);
    assert_eq!(general.out, blog.out);
}
