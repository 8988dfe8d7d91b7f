//! `sayso inspect`: the model of a post, as text and as JSON.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

mod support;

use support::Sandbox;

const POST: &str = "\u{feff}---\r
title: 'It''s a𐐀b'\r
date: 2026-05-04\r
seo:\r
  description: >\r
    Folded\r
    text.\r
tags: [one, \"two\"]\r
---\r
# A `code` *heading*\r
\r
Two\r
lines, Dr. Ng &amp; **bold**. [A *link*](</a b> 'Title') and ![an **alt**](i.png).\r
\r
- item {{< ref \"x.md\" >}}\r
- [ref][r], https://example.com/a_(b).\r
\r
> Quoted[^n]\r
\r
| a | b |\r
|---|---|\r
| c | d |\r
\r
<figure><img src=\"h.png\" alt=\"\"><figcaption>Cap &copy; 2026</figcaption></figure>\r
\r
<!-- a remark -->\r
\r
```\r
[TK]\r
```\r
\r
[r]: https://example.org \"R\"\r
[^n]: A note.\r
";

#[test]
fn a_post_is_shown_as_the_rules_see_it() {
    let sandbox = Sandbox::new();
    let ran = sandbox.write("a.md", POST).sayso(&["inspect", "a.md"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    insta::assert_snapshot!(ran.out, @r#"
    generator: unknown, language: en
    running text: 11 words, 5 sentences, 14 syllables, 37 letters, 37 characters, 0 words of three syllables or more
    reading ease 96.9; grade: Flesch-Kincaid 0.3, Gunning Fog 0.9, SMOG 3.1, ARI -4.5, Coleman-Liau -9.5
    front matter (yaml)
          2:8  title = text: It's a𐐀b
          3:7  date = date: 2026-05-04
          6:5  seo.description = text: Folded text.
          8:8  tags = text: one
         8:14  tags = text: two
    blocks
          2:8  title, 1 sentence: It's a𐐀b
          3:7  front matter, 1 sentence: 2026-05-04
          6:5  front matter, 1 sentence: Folded text.
          8:8  front matter, 1 sentence: one
         8:13  front matter, 1 sentence: two
         10:1  heading 1, 1 sentence: A ￼ heading
         12:1  paragraph, 2 sentences: Two lines, Dr. Ng & bold. A link and .
        13:64  alt text, 1 sentence: an alt
         15:3  list item, 1 sentence: item ￼
         16:3  list item, 1 sentence: ref, https://example.com/a_(b).
         18:3  quote, 1 sentence: Quoted
         20:3  table cell, 1 sentence: a
         20:7  table cell, 1 sentence: b
         22:3  table cell, 1 sentence: c
         22:7  table cell, 1 sentence: d
        24:45  caption, 1 sentence: Cap © 2026
         33:7  footnote, 1 sentence: A note.
    links
        13:31  inline: A *link* -> /a b
         15:8  call: {{< ref "x.md" >}} -> {{< ref "x.md" >}} (x.md)
         16:3  reference: ref -> https://example.org
        16:13  bare: https://example.com/a_(b) -> https://example.com/a_(b)
    images
        13:62  markdown, alt text: an alt (i.png)
         24:9  html, alt decorative: - (h.png)
    footnotes
         33:1  footnote: n, 1 use
    comments
         26:5  comment: a remark
    templates
         15:8  shortcode: {{< ref "x.md" >}}
    code
         10:5  span: `code`
         28:1  block: ```  [TK]  ```
    "#);
}

#[test]
fn json_tells_every_place_in_bytes() {
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("a.md", POST)
        .sayso(&["inspect", "a.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let slice = |place: &serde_json::Value| {
        let at = |end: &str| place[end].as_u64().expect("a byte") as usize;
        POST[at("start")..at("end")].to_owned()
    };
    for link in json["links"].as_array().expect("links") {
        let written = slice(&link["destination_place"]);
        assert_eq!(link["destination"], written.as_str(), "{link}");
    }
    for image in json["images"].as_array().expect("images") {
        assert_eq!(image["source"], slice(&image["source_place"]).as_str());
    }
    assert_eq!(slice(&json["images"][0]["alt_place"]), "an **alt**");
    assert_eq!(json["links"][0]["title"], "Title");
    assert_eq!(json["footnotes"][0]["uses"], 1);
    let values = json["front_matter"]["values"].as_array().expect("values");
    let keys: Vec<_> = values.iter().map(|value| &value["key"]).collect();
    assert_eq!(keys, ["title", "date", "seo.description", "tags", "tags"]);
    assert_eq!(slice(&values[4]["place"]), "two");
}

#[test]
fn json_tells_how_hard_it_is_to_read() {
    let text = "# A heading\n\nWe draw maps. A remarkable bridge is gone\n\n- See [it](a.md)\n";
    let sandbox = Sandbox::new();
    let ran = sandbox
        .write("a.md", text)
        .sayso(&["inspect", "a.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let figures = &json["readability"];
    assert_eq!(figures["words"], 10);
    assert_eq!(figures["sentences"], 3);
    assert_eq!(figures["syllables"], 13);
    assert_eq!(figures["polysyllables"], 1);
    let grade = figures["flesch_kincaid_grade"].as_f64().expect("a grade");
    // 0.39 * 10 / 3 + 11.8 * 13 / 10 - 15.59
    assert!((grade - 1.05).abs() < 1e-6, "{grade}");
    let empty = sandbox
        .write("b.md", "# A heading\n")
        .sayso(&["inspect", "b.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&empty.out).expect("JSON");
    assert_eq!(json["readability"]["flesch_kincaid_grade"], 0.0);
}

#[test]
fn what_is_no_post_is_told() {
    let sandbox = Sandbox::new();
    sandbox.write("latin1.md", b"caf\xe9");
    for (path, told) in [
        ("none.md", "does not exist"),
        (".", "is no file"),
        ("latin1.md", "not UTF-8 at byte 3"),
    ] {
        let ran = sandbox.sayso(&["inspect", path]);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(told), "{ran:?}");
    }
}
