//! A policy whose texts try to be more than text.

use crate::support::Sandbox;

const HOSTILE: &str = r##"
[policy]
name = "</title><script>alert(1)</script>"
url = "javascript:alert(2)"
training = "https://acme.example/\" onclick=\"alert(3)"

[company]
names = ["<img src=x onerror=alert(4)>", "[x](javascript:alert(5))"]
products = ["\u001b[31mred\u202egnirts", "# heading\n\n- a\n- b"]
competitors = ["&lt;b&gt; & *RivalDB* `", "`<b>`"]

[rules]
"evidence/superlative" = { also = ["</pre><iframe src=//acme.example>", "`` x"] }

[audience."<b>\"it's\"</b>"]
paths = ["<i>/**"]

[[overrides]]
tags = ["<script>", "`a"]
when = { "<u>" = "</li>" }
rules = { "evidence/superlative" = "advice" }
"##;

fn document(format: &str) -> String {
    let repo = Sandbox::new();
    repo.write("sayso.toml", HOSTILE);
    let ran = repo.sayso(&["policy", "--format", format]);
    ran.exits(0);
    ran.out
}

/// The tags of `html`, without their attributes.
fn tags(html: &str) -> Vec<&str> {
    let rests = html.split('<').skip(1);
    let mut tags: Vec<&str> = rests
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_alphanumeric() && c != '/')
                .next()
        })
        .collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

#[test]
fn html_has_no_tags_but_its_own() {
    let html = document("html");
    let body = html.split_once("</head>").expect("a head").1;
    let known = [
        "/a",
        "/body",
        "/code",
        "/figcaption",
        "/figure",
        "/h1",
        "/h2",
        "/h3",
        "/head",
        "/header",
        "/html",
        "/li",
        "/main",
        "/nav",
        "/p",
        "/pre",
        "/strong",
        "/ul",
        "/mark",
        "a",
        "body",
        "code",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "header",
        "li",
        "main",
        "mark",
        "nav",
        "p",
        "pre",
        "strong",
        "ul",
    ];
    for tag in tags(body) {
        assert!(known.contains(&tag), "<{tag}>");
    }
    assert_eq!(html.matches("<title>").count(), 1);
    let links = html.split("href=\"").skip(1);
    for link in links.filter_map(|rest| rest.split('"').next()) {
        let is_safe = link.starts_with('#') || link.starts_with("https://");
        assert!(is_safe, "{link}");
    }
    for attribute in ["onclick=\"", "onerror=\"", "src=\"x", "style=\""] {
        assert!(!body.contains(attribute), "{attribute}");
    }
}

#[test]
fn html_asks_for_nothing() {
    let html = document("html");
    let lower = html.to_lowercase();
    for request in [
        "<link", "<img", "<script", "<iframe", "@import", "url(", " src=",
    ] {
        let body = lower
            .replace("&lt;img src=x", "")
            .replace("&lt;iframe src=", "");
        // An example of a rule may show an image, as text.
        let body = body.replace("&lt;img src=", "");
        assert!(!body.contains(request), "{request}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn markdown_has_no_markup_of_the_policy() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    let markdown = document("markdown");
    let mut headings = 0;
    // Examples may hold lines that look like headings.
    let mut in_code = false;
    let mut shown = 0;
    let is_marked = |line: &&str| line.starts_with('#');
    for event in Parser::new(&markdown) {
        match event {
            Event::InlineHtml(html) => panic!("{html}"),
            Event::Html(html) => assert!(html.starts_with("<!-- Made by"), "{html}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_safe = dest_url.starts_with('#') || dest_url.starts_with("https://");
                assert!(is_safe, "{dest_url}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{dest_url}"),
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if in_code => shown += text.lines().filter(is_marked).count(),
            _ => {}
        }
    }
    let own = markdown.lines().filter(is_marked).count();
    assert_eq!(headings + shown, own);
}

#[test]
fn nothing_steers_a_terminal() {
    for format in ["markdown", "html"] {
        let document = document(format);
        let is_bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!document.contains(is_bad), "{format}");
    }
}
