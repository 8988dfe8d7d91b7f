//! What the document says.

use crate::support::Sandbox;
use crate::{POLICY, acme};

/// The part of `document` below the heading `heading`.
#[track_caller]
fn part<'a>(document: &'a str, heading: &str) -> &'a str {
    let at = document.find(&format!("{heading}\n")).expect(heading);
    let part = &document[at..];
    let next = part[3..].find("\n##").map_or(part.len(), |end| end + 3);
    &part[..next]
}

#[test]
fn it_tells_what_it_is_and_where_to_read_on() {
    acme()
        .sayso(&["policy"])
        .exits(0)
        .says("This is what Acme asks of a post")
        .says("- The policy: <https://acme.example/policy>\n")
        .says("- The training: <https://acme.example/training>\n")
        .says("It is for the posts at `content`, but not for those at `content/old/**`.")
        .says("- **Warning**: an editor would ask for a change; it stops the post.\n")
        .says("- **Advice**: worth a thought; it does not stop the post.\n")
        .says("Nothing here is legal advice");
}

#[test]
fn it_has_every_question_and_only_rules_in_force() {
    let announcing = "\"conversation/announcement-voice\" = \"off\"\n";
    let conversation = sayso::rules::RULES
        .iter()
        .map(|entry| entry.meta.id)
        .filter(|id| id.starts_with("conversation/"));
    let off: String = conversation
        .map(|id| format!("\"{id}\" = \"off\"\n"))
        .collect();
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("sayso.toml", POLICY.replace(announcing, &off))
        .sayso(&["policy"]);
    let chapters: Vec<_> = sayso::finding::Question::ALL
        .iter()
        .map(|question| {
            ran.out
                .find(&format!("\n## {question}\n"))
                .expect("a chapter")
        })
        .collect();
    assert!(chapters.is_sorted());
    let conversation = part(&ran.out, "## Is this a conversation, or a press release?");
    assert!(
        conversation.contains("No rule asks this question here."),
        "{conversation}"
    );
}

#[test]
fn a_rule_comes_with_examples_and_options_in_words() {
    let ran = acme().sayso(&["policy"]);
    let heading = "### A claim to be the first, the only or the best, without evidence";
    let rule = part(&ran.out, heading);
    for words in [
        "**Error**: it stops the post. The rule is `evidence/superlative`; it reads posts in English.",
        "Flagged, for `world's fastest`:",
        "Acme Cloud is the world's fastest database.\n",
        "What to do: link the benchmark, say what you measured and when, or drop the claim.",
        "\nFine:\n\n```text\nAcme Cloud is the world's fastest database.[^1]\n",
        "- More phrases that claim to be first among all: “gold standard”.",
        "Where it comes from: FTC",
    ] {
        assert!(rule.contains(words), "no {words:?} in {rule}");
    }
}

#[test]
fn what_is_confidential_stays_out() {
    for format in ["markdown", "html"] {
        acme()
            .sayso(&["policy", "--format", format])
            .says("own: 1 entry, kept in the policy file.")
            .says("RivalDB")
            .is_silent_about("corp.acme.example")
            .is_silent_about("Falcon");
    }
}

#[test]
fn audiences_and_overrides_are_told_by_what_is_different() {
    let ran = acme().sayso(&["policy"]);
    let personal = part(&ran.out, "### Posts for the audience “personal”");
    for words in [
        "These are posts that say `audience: personal`, or that are at `content/people`.",
        "(`evidence/superlative`): **advice** here instead of error.",
        "(`mindset/missing-front-matter`): **error**, as elsewhere. The keys every post has: “title”, “author”.",
    ] {
        assert!(personal.contains(words), "no {words:?} in {personal}");
    }
    assert_eq!(personal.matches("\n- ").count(), 2, "{personal}");
    let partners = part(&ran.out, "### Posts for the audience “partners”");
    for words in [
        "(`conversation/announcement-voice`): **warning** here, and not asked elsewhere.",
        "(`helpful/missing-alt-text`): **not asked** here.",
    ] {
        assert!(partners.contains(words), "no {words:?} in {partners}");
    }
    let launch = "### Posts that have the tag “launch” and say that `draft` is no";
    let launch = part(&ran.out, launch);
    assert!(
        launch.contains("**warning** here instead of error."),
        "{launch}"
    );
}

#[test]
fn patterns_of_an_outer_file_are_told_from_the_root() {
    let repo = acme();
    repo.write(
        "site/sayso.toml",
        "[audience.press]\npaths = [\"press/**\"]\n",
    );
    repo.sayso(&["policy", "--path", "site"])
        .says("or that are at `press/**`.")
        .says("or that are at `content/people`.");
    repo.write("a/sayso.toml", "[audience.press]\npaths = [\"press/**\"]\n");
    repo.write("a/b/sayso.toml", "[policy]\nname = \"B\"\n");
    repo.sayso(&["policy", "--path", "a/b"])
        .says("or that are at `a/press/**`.")
        .says("The rules are the same as for all posts.");
}

#[test]
fn it_says_how_to_ask_for_an_exception_and_lists_none() {
    let repo = Sandbox::new();
    repo.write(
        "sayso.toml",
        "[[waiver]]\nrule = \"evidence/superlative\"\npath = \"a.md\"\n\
         reason = \"a secret audit of a rival\"\n",
    );
    repo.sayso(&["policy"])
        .exits(0)
        .says("## How to ask for an exception")
        .says("<!-- sayso: allow evidence/superlative until 2027-01-31 by legal:")
        .says("[[waiver]]\n")
        .is_silent_about("secret audit");
}

/// Markdown and HTML have the same words, whatever is around them.
#[test]
fn both_formats_say_the_same() {
    let repo = acme();
    let words = |format: &str, start: &str| {
        let out = repo.sayso(&["policy", "--format", format]).out;
        let from = out.rfind(start).expect("a start");
        let text = out[from..]
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        let is_word = |c: char| c.is_alphanumeric();
        let words: Vec<String> = text.split(|c| !is_word(c)).map(str::to_owned).collect();
        words
    };
    let markdown = words("markdown", "## What a finding means");
    let html = words("html", "<h2 id=\"what-a-finding-means\">");
    for word in markdown.iter().filter(|word| word.len() > 3) {
        assert!(html.contains(word), "{word} is in Markdown only");
    }
    assert!(html.len() > markdown.len());
}

#[test]
fn it_is_the_same_every_time_and_everywhere() {
    let (one, other) = (acme(), acme());
    for format in ["markdown", "html"] {
        let arguments = ["policy", "--format", format];
        let document = one.sayso(&arguments).out;
        assert_eq!(document, one.sayso(&arguments).out);
        assert_eq!(document, other.sayso(&arguments).out);
        let path = one.path().to_string_lossy().into_owned();
        for foreign in [env!("CARGO_PKG_VERSION"), &path] {
            assert!(!document.contains(foreign), "{foreign}");
        }
    }
}
