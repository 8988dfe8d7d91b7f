//! Eleventy: Nunjucks or Liquid, and call-outs.

use crate::support::Sandbox;
use crate::{generator, parts, site};

/// Its settings are often in a file that a walk does not see.
fn eleventy() -> Sandbox {
    let sandbox = site(".eleventy.js", "");
    sandbox.write("package.json", "{}");
    sandbox
}

#[test]
fn an_image_tag_names_its_alt_text() {
    let text = r#"{% image src="./img/b.jpg", alt="By name" %}

{% image "./img/c.jpg", alt="" %}

{% image page.photo %}
"#;
    let shown = parts(&eleventy(), "post.md", text, &["blocks", "images"]);
    insta::assert_snapshot!(shown, @"
    blocks
         1:34  alt text, 1 sentence: By name
    images
          1:1  call, alt text: By name (./img/b.jpg)
          3:1  call, alt decorative: - (./img/c.jpg)
          5:1  call, alt unknown: - (page.photo)
    ");
}

#[test]
fn an_image_tag_has_its_alt_text_in_second_place() {
    let text = r#"{% image "./img/wells.jpg", "A map of wells" %}

{% image "./img/b.jpg", "" %}
"#;
    let shown = parts(&eleventy(), "post.md", text, &["blocks", "images"]);
    insta::assert_snapshot!(shown, @"
    blocks
         1:30  alt text, 1 sentence: A map of wells
    images
          1:1  call, alt text: A map of wells (./img/wells.jpg)
          3:1  call, alt decorative: - (./img/b.jpg)
    ");
}

#[test]
fn a_call_out_has_a_title() {
    let text = r#"::: warning Mind *the* gap
It is **deep** for RivalDB.
:::

Read [the plan]({{ "/plan/" | url }}) of {{ site.name }}. {# a remark #}

{% set wells = 3 %}
"#;
    let sections = ["blocks", "links", "comments"];
    insta::assert_snapshot!(parts(&eleventy(), "post.md", text, &sections), @r#"
    blocks
         1:13  paragraph, 1 sentence: Mind the gap
          2:1  paragraph, 1 sentence: It is deep for RivalDB.
          5:1  paragraph, 1 sentence: Read the plan of ￼.
    links
          5:6  inline: the plan -> {{ "/plan/" | url }} (/plan/)
    comments
         5:62  comment: a remark
    "#);
}

#[test]
fn hidden_settings_are_seen_in_a_walk_beside_a_package() {
    let sandbox = eleventy();
    sandbox.write("blog/post.md", "We have {{ [TK] }} wells.\n");
    assert_eq!(generator(&sandbox, "blog/post.md"), "eleventy");
    let ran = sandbox.check_concise(&["--only", "reputation/placeholder"]);
    ran.exits(0).says("nothing found in 1 post");
}
