//! No generator at all, one that nobody told, and wikilinks for everybody.

use crate::support::Sandbox;
use crate::{parts, site};

const TEXT: &str = r#"Saved {{< days >}} and {{ hours }} with {% tags %} and {braces}.

{{< figure src="a.png" alt="A" >}}

:::note A title
In a call-out.
:::

!!! note "A title"
    In another.

[Plan]({{< ref "plan.md" >}}) and [map](map.md).

import a from 'b'
"#;

#[test]
fn without_a_generator_everything_is_text() {
    let sandbox = site("sayso.toml", "[posts]\ngenerator = \"none\"\n");
    let sections = ["blocks", "links", "images", "templates"];
    insta::assert_snapshot!(parts(&sandbox, "post.md", TEXT, &sections), @r#"
    blocks
          1:1  paragraph, 1 sentence: Saved {{< days >}} and {{ hours }} with {% tags %} and {braces}.
          3:1  paragraph, 1 sentence: {{< figure src="a.png" alt="A" >}}
          5:1  paragraph, 2 sentences: :::note A title In a call-out. :::
          9:1  paragraph, 1 sentence: !!! note "A title" In another.
         12:1  paragraph, 1 sentence: [Plan]({{< ref "plan.md" >}}) and map.
         14:1  paragraph, 1 sentence: import a from 'b'
    links
        12:35  inline: map -> map.md
    "#);
}

#[test]
fn when_nobody_tells_what_may_be_a_template_is_one() {
    let sections = ["blocks", "links", "images"];
    insta::assert_snapshot!(parts(&Sandbox::new(), "post.md", TEXT, &sections), @r#"
    blocks
          1:1  paragraph, 1 sentence: Saved ￼ and ￼ with ￼ and {braces}.
         3:29  alt text, 1 sentence: A
          5:9  paragraph, 1 sentence: A title
          6:1  paragraph, 1 sentence: In a call-out.
          9:1  paragraph, 1 sentence: !!! note "A title" In another.
         12:1  paragraph, 1 sentence: Plan and map.
         14:1  paragraph, 1 sentence: import a from 'b'
    links
         12:1  inline: Plan -> {{< ref "plan.md" >}} (plan.md)
        12:35  inline: map -> map.md
    images
          3:1  call, alt text: A (a.png)
    "#);
}

#[test]
fn wikilinks_and_embeds_are_links_and_images() {
    let text = "\
See [[The plan]], [[plan#why|why]] and [[1]].

![[wells.png]] ![[wells.png|A map of wells]] ![[wells.png|300]] ![[The plan]]
";
    let sections = ["blocks", "links", "images", "embeds"];
    insta::assert_snapshot!(parts(&Sandbox::new(), "post.md", text, &sections), @"
    blocks
          1:1  paragraph, 1 sentence: See The plan, why and 1.
         3:29  alt text, 1 sentence: A map of wells
    links
          1:5  wiki: The plan -> The plan
         1:19  wiki: why -> plan#why
         1:40  wiki: 1 -> 1
    images
          3:1  wiki, alt unknown: - (wells.png)
         3:16  wiki, alt text: A map of wells (wells.png)
         3:46  wiki, alt unknown: - (wells.png)
    embeds
         3:68  page: The plan
    ");
}

#[test]
fn a_link_with_brackets_in_its_text_is_no_wikilink() {
    let text = "As shown[[1]](https://example.com/a), [[2]][two] and `[[3]]`.\n\n[two]: /b\n";
    let shown = parts(&Sandbox::new(), "post.md", text, &["blocks", "links"]);
    insta::assert_snapshot!(shown, @"
    blocks
          1:1  paragraph, 1 sentence: As shown[1], [2] and ￼.
    links
          1:9  inline: [1] -> https://example.com/a
         1:39  reference: [2] -> /b
    ");
}

#[test]
fn wikilinks_stand_beside_links_with_brackets() {
    let text = "See [[plan]] and, as shown, [[1]](https://example.com/a).\n";
    let shown = parts(&Sandbox::new(), "post.md", text, &["links"]);
    insta::assert_snapshot!(shown, @"
    links
          1:5  wiki: plan -> plan
         1:29  inline: [1] -> https://example.com/a
    ");
}

#[test]
fn sizes_are_no_words_and_a_bar_in_a_table_is_escaped() {
    let text = "![[a.png|100x200]]\n\n| [[plan\\|why]] | b |\n|---|---|\n| c | d |\n";
    let shown = parts(&Sandbox::new(), "post.md", text, &["links", "images"]);
    insta::assert_snapshot!(shown, @"
    links
          3:3  wiki: why -> plan
    images
          1:1  wiki, alt unknown: - (a.png)
    ");
}

#[test]
fn a_link_in_html_has_a_text() {
    let text = "See <a href=\"/plan\">the *plan*</a>.\n\n<p>And <a href=\"/map\">the map</a></p>\n";
    let shown = parts(&Sandbox::new(), "post.md", text, &["links"]);
    insta::assert_snapshot!(shown, @"
    links
          1:5  html: the *plan* -> /plan
          3:8  html: the map -> /map
    ");
}

#[test]
fn an_alt_text_that_a_template_makes_is_not_known() {
    let shown = parts(
        &Sandbox::new(),
        "post.md",
        "![{{ page.alt }}](a.png)\n",
        &["images"],
    );
    insta::assert_snapshot!(shown, @"
    images
          1:1  markdown, alt unknown: - (a.png)
    ");
}
