//! Zola: shortcodes that look like expressions and tags.

use crate::support::Sandbox;
use crate::{parts, site};

fn zola() -> Sandbox {
    site("config.toml", "base_url = \"https://example.com\"\n")
}

#[test]
fn an_image_is_a_call_in_braces() {
    let text = "\
{{ image(src=\"/img/wells.png\", alt=\"A *map* of wells\") }}

{{ figure(
  src='b.png',
  caption='B of *Acme*'
) }}

{{ youtube(id=\"abc123\", autoplay=true) }}
";
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
    let text = "\
{% quote(author=\"Ines\") %}
We *sleep* again.
{% end %}

{% note(title=\"Not shown\") %}
A note with **bold**.
{% end %}

{% quote() %}
Again.
{% end %}

Behind. {# a remark #}
";
    let sections = ["blocks", "comments"];
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &sections), @"
    blocks
          2:1  paragraph, 1 sentence: We sleep again.
          6:1  paragraph, 1 sentence: A note with bold.
         10:1  paragraph, 1 sentence: Again.
         13:1  paragraph, 1 sentence: Behind.
    comments
        13:12  comment: a remark
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
    let text = "\
```md
{{ youtube(id=\"abc\") }} {{/* youtube(id=\"def\") */}}
```

Hugo's {{< x >}} is none.
";
    insta::assert_snapshot!(parts(&zola(), "post.md", text, &["blocks", "embeds"]), @"
    blocks
          5:1  paragraph, 1 sentence: Hugo's ￼ is none.
    embeds
         2:16  youtube: abc
          5:8  x: {{< x >}}
    ");
}
