//! Zola: shortcodes that look like expressions and tags.

use crate::support::Sandbox;
use crate::{parts, site};

fn zola() -> Sandbox {
    site("config.toml", "base_url = \"https://example.com\"\n")
}

#[test]
fn an_image_is_a_call_in_braces() {
    let text = r#"{{ image(src="/img/wells.png", alt="A *map* of wells") }}

{{ figure(
  src='b.png',
  caption='B of *Acme*'
) }}

{{ youtube(id="abc123", autoplay=true) }}
"#;
    let sections = ["blocks", "images", "embeds"];
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &sections), @"
    blocks
         1:37  alt text, 1 sentence: A *map* of wells
         5:12  caption, 1 sentence: B of Acme
    images
          1:1  call, alt text: A *map* of wells (/img/wells.png)
          3:1  call, alt unknown: - (b.png)
    embeds
         8:16  youtube: abc123
    ");
}

#[test]
fn a_body_stands_between_a_tag_and_end() {
    let text = r#"{% note(title="Not shown") %}
A note with **bold**.
{% end %}

Behind. {# a remark #}
"#;
    let sections = ["blocks", "comments"];
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &sections), @"
    blocks
          2:1  paragraph, 1 sentence: A note with bold.
          5:1  paragraph, 1 sentence: Behind.
    comments
         5:12  comment: a remark
    ");
}

#[test]
fn a_quotation_ends_with_end() {
    let text = r#"{% quote(author="Ines") %}
We *sleep* again.
{% end %}

Not quoted.

{% quote() %}
{% note() %}
Quoted in a note.
{% end %}
{% end %}
"#;
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &["blocks"]), @"
    blocks
          2:1  quote, 1 sentence: We sleep again.
          5:1  paragraph, 1 sentence: Not quoted.
          9:1  quote, 1 sentence: Quoted in a note.
    ");
}

#[test]
fn a_link_to_a_page_starts_with_an_at() {
    let text =
        "Read [the plan](@/blog/plan.md#why) of {{ config.title }}, or [x][y].\n\n[y]: @/y.md\n";
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &["blocks", "links"]), @"
    blocks
          1:1  paragraph, 1 sentence: Read the plan of ￼, or x.
    links
          1:6  inline: the plan -> @/blog/plan.md#why
         1:63  reference: x -> @/y.md
    ");
}

#[test]
fn shortcodes_run_in_code_unless_they_are_commented_out() {
    let text = r#"```md
{{ youtube(id="abc") }} {{/* youtube(id="def") */}}
```
"#;
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &["blocks", "embeds"]), @"
    embeds
         2:16  youtube: abc
    ");
}
