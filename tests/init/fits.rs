//! What is found in a repo decides what its policy says.

use crate::support::{Sandbox, TODAY, post};
use crate::{acme, written};

#[test]
fn the_example_blog_gets_a_policy_that_fits_it() {
    insta::assert_snapshot!(written(&acme()), @r##"
    # What Acme decided about its posts: `sayso check` reads it for every post
    # below this folder. A setting behind a # is an example: take the # away, and
    # put your own words in.

    [policy]
    # name = "Acme social media policy"           # what your policy is called
    # url = "https://acme.example/policy"         # where it is: printed with every finding
    # training = "https://acme.example/training"  # where people learn it

    [company]
    names = ["Acme"]             # what the company is called; guessed from the site's title
    # products = ["Acme Cloud"]  # what it sells
    # competitors = ["RivalDB"]  # who else sells it
    domains = ["acme.example"]   # its own site: a link there proves little

    [posts]
    include = [                  # where posts are; ** is any folders, * any name
      "content/blog/**/*.md",    # 10 posts
      "content/people/**/*.md",  # 3 posts
      "content/press/**/*.md",   # 2 posts
    ]

    [rules]
    # what every post says of itself; nine in ten of yours do
    "mindset/missing-front-matter" = { keys = ["title", "date", "authors", "description", "tags"] }

    [audience.personal]                        # posts in which a person speaks, and not the company
    paths = ["content/people/**"]              # where they are
    [audience.personal.rules]
    "conversation/announcement-voice" = "off"  # joy is welcome here

    [audience.press]                           # what journalists read and print
    paths = ["content/press/**"]               # where they are
    [audience.press.rules]
    "conversation/announcement-voice" = "off"  # a press release may announce
    "evidence/superlative" = "error"           # what is printed has to be right
    "##);
}

#[test]
fn what_was_found_is_told_and_what_to_do_next() {
    let ran = acme().sayso(&["init", "--yes", "--today", TODAY]);
    insta::assert_snapshot!(ran.exits(0).out, @r##"
    sayso.toml is written, from what was found:

      posts         15: 10 in content/blog, 3 in content/people, 2 in content/press
      site          hugo (hugo.toml)
      company       Acme, acme.example
      authors       data/authors.yaml
      front matter  title, date, authors, description, tags in nine posts of ten
      language      en (15 posts)
      audience      personal: content/people
      audience      press: content/press

    Next:

      1. sayso check
         this says what it finds in your posts
      2. sayso baseline
         it keeps the 7 findings that are there already out of the way, as known
      3. sayso hook install
         it checks what you commit, and nothing else
    "##);
}

#[test]
fn the_policy_asks_of_the_example_blog_what_its_posts_have() {
    let sandbox = acme();
    written(&sandbox);
    let ran = sandbox.check_concise(&["--only", "mindset/missing-front-matter"]);
    ran.exits(1).says("this post has no `tags`");
    ran.says("first-mentee.md").says("in 16 posts");
}

#[test]
fn a_jekyll_site_has_its_dates_in_the_names_of_its_posts() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "_config.yml",
        "title: The Acme Blog\nbaseurl: \"\"\nurl: \"https://blog.acme.example\" # no slash\n",
    );
    sandbox.write("_data/authors.yml", "ines:\n  name: Ines Halloway\n");
    sandbox.write(
        "about.md",
        "---\nlayout: page\ntitle: About us\n---\nWe are Acme.\n",
    );
    for day in 1..=9 {
        let text = "---\nlayout: post\ntitle: A week\nauthor: ines\n---\n{% include x.html %}\n";
        sandbox.write(&format!("_posts/2026-05-0{day}-a-week.markdown"), text);
    }
    let policy = written(&sandbox);
    for line in [
        "names = [\"Acme\"]",
        "domains = [\"acme.example\"]",
        "include = [\"_posts/**/*.markdown\"]",
        "\"mindset/missing-front-matter\" = { keys = [\"title\", \"date\", \"author\"] }",
    ] {
        assert!(policy.contains(line), "{line} is not in\n{policy}");
    }
    assert!(!policy.contains("generator"), "{policy}");
    assert!(!policy.contains("audience"), "{policy}");
    sandbox.check(&[]).exits(0).says("nothing found in 9 posts");
}

#[test]
fn a_docusaurus_site_has_a_blog_beside_its_docs() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "website/docusaurus.config.js",
        "const config = {\n  title: 'Acme Cloud',\n  url: 'https://your-docusaurus-site.example.com',\n};\n",
    );
    sandbox.write("website/blog/authors.yml", "zoe:\n  name: Zoë Ardelaine\n");
    sandbox.write("website/docs/intro.md", post("What a database is."));
    sandbox.write(
        "website/blog/2026-05-04-a.md",
        "---\nauthors: zoe\n---\n# A week\n\nIt went well.\n",
    );
    sandbox.write(
        "website/blog/2026-05-05-b/index.mdx",
        "---\nauthors: [zoe]\n---\n# A week\n\n<Note>It did</Note>\n",
    );
    let policy = written(&sandbox);
    for line in [
        "names = [\"Acme Cloud\"]",
        "# domains = [\"acme.example\"]",
        "include = [\"website/blog/**/*.{md,mdx}\"]",
        "{ keys = [\"title\", \"date\", \"authors\"] }",
    ] {
        assert!(policy.contains(line), "{line} is not in\n{policy}");
    }
    let found = sandbox.check(&["-v"]);
    found
        .exits(0)
        .complains("index.mdx")
        .is_silent_about("intro.md");
}

#[test]
fn a_generator_is_written_down_when_its_settings_lie_elsewhere() {
    let sandbox = Sandbox::new();
    sandbox.write("site/docusaurus.config.ts", "export default {};\n");
    sandbox.write("posts/a.md", post("A week without meetings."));
    let shown = sandbox.sayso(&["init"]);
    shown.exits(0).says("generator = \"docusaurus\"");
    sandbox.write("docs/mkdocs.yml", "site_name: Acme\n");
    // It may be the one or the other.
    assert!(!written(&sandbox).contains("generator"));
}

#[test]
fn one_language_is_written_down_when_it_is_not_english() {
    let german =
        post("Wir haben eine Woche ohne Besprechungen gelebt, und das war nicht schlecht.");
    let sandbox = Sandbox::new();
    sandbox.write("content/blog/a.md", &german);
    assert!(written(&sandbox).contains("language = \"de\""));

    let sandbox = Sandbox::new();
    sandbox.write("content/de/blog/a.md", &german);
    let english = post("We have lived without meetings for a week, and it was not that bad.");
    sandbox.write("content/en/blog/a.md", english);
    let ran = sandbox.sayso(&["init", "--yes"]);
    ran.exits(0).says("de (1 post), en (1 post)");
    assert!(!sandbox.read("sayso.toml").contains("language"));
}

#[test]
fn a_repo_without_a_post_gets_a_policy_to_start_with() {
    let sandbox = Sandbox::new();
    sandbox.write("README.md", "# Acme\n");
    sandbox.write(
        "hugo.toml",
        "title = 'Acme'\nbaseURL = 'https://acme.example/'\n",
    );
    let policy = written(&sandbox);
    assert!(policy.contains("# include"), "{policy}");
    assert!(policy.contains("names = [\"Acme\"]"), "{policy}");
    sandbox.check(&[]).exits(2).says("no posts matched");
    std::fs::remove_file(sandbox.join("sayso.toml")).expect("the policy");
    let ran = sandbox.sayso(&["init", "--yes"]);
    ran.exits(0).says("none yet").says("once there is a post");
}

#[test]
fn what_some_posts_lack_is_advice() {
    let sandbox = Sandbox::new();
    sandbox
        .write("posts/a.md", post("A week."))
        .write("posts/b.md", "A week.\n");
    assert!(written(&sandbox).contains("\"mindset/missing-front-matter\" = \"advice\""));
    sandbox
        .check(&[])
        .exits(0)
        .says("advice[mindset/missing-front-matter]");
}

#[test]
fn posts_without_any_settings_are_not_asked_for_some() {
    let sandbox = Sandbox::new();
    sandbox.write("posts/a.md", "A week without meetings.\n");
    let policy = written(&sandbox);
    assert!(
        policy.contains("\"mindset/missing-front-matter\" = \"off\""),
        "{policy}"
    );
    sandbox.check(&[]).exits(0);
}

#[test]
fn a_folder_gets_a_policy_that_counts_from_there() {
    let sandbox = Sandbox::git();
    sandbox.write("web/hugo.toml", "title = 'Acme'\n");
    sandbox.write("web/content/blog/a.md", post("A week without meetings."));
    sandbox.write("notes/b.md", post("Another week."));
    let ran = sandbox.sayso(&["init", "--yes", "web"]);
    ran.exits(0)
        .says("sayso check web")
        .says("hugo (hugo.toml)");
    assert!(
        sandbox
            .read("web/sayso.toml")
            .contains("\"content/blog/**/*.md\"")
    );
    sandbox.check(&["web"]).exits(0).says("in 1 post");
    let ran = sandbox.sayso_in("notes", &["init", "--yes"]);
    ran.exits(0).says("1 sayso.toml in folders below");
    assert!(sandbox.read("sayso.toml").contains("\"notes/**/*.md\""));
}
