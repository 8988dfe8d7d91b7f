//! Hugo: shortcodes, and nothing else.

use crate::support::Sandbox;
use crate::{parts, site};

fn hugo() -> Sandbox {
    site("hugo.toml", "")
}

#[test]
fn a_link_leads_to_the_page_that_ref_names_also_over_several_lines() {
    let text = r#"Read [the plan]({{< ref "plan.md#why" >}}), [the
notes]({{< relref
  path="notes.md"
  lang="en" >}} "Our notes") and [the rest]({{% ref old.md %}}).

The file is at {{< relref "/blog/raw.md" >}} now.
"#;
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &["blocks", "links"]), @r#"
    blocks
          1:1  paragraph, 1 sentence: Read the plan, the notes and the rest.
          6:1  paragraph, 1 sentence: The file is at ￼ now.
    links
          1:6  inline: the plan -> {{< ref "plan.md#why" >}} (plan.md#why)
         1:45  inline: the notes -> {{< relref   path="notes.md"   lang="en" >}} (notes.md)
         4:34  inline: the rest -> {{% ref old.md %}} (old.md)
         6:16  call: {{< relref "/blog/raw.md" >}} -> {{< relref "/blog/raw.md" >}} (/blog/raw.md)
    "#);
}

#[test]
fn shortcodes_in_shortcodes_hold_prose() {
    let text = r#"{{% columns title="Not shown" %}}
Inside, **Acme** writes:

{{< quote author="Ines" >}}
We *sleep* again.
{{< /quote >}}

- one {{< icon "star" >}} point
{{% /columns %}}
"#;
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &["blocks"]), @"
    blocks
          2:1  paragraph, 1 sentence: Inside, Acme writes:
          5:1  quote, 1 sentence: We sleep again.
          8:3  list item, 1 sentence: one ￼ point
    ");
}

#[test]
fn a_figure_has_an_alt_text_and_a_caption() {
    let text = r#"{{< figure src="/img/wells.png" alt="A *map*" caption="Wells in [Acme Town](https://example.com/wells)" >}}

{{<figure
  src="lines.png"
  caption="Only words">}}

{{< figure src="bare.png" >}}
"#;
    let sections = ["blocks", "links", "images"];
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &sections), @"
    blocks
         1:38  alt text, 1 sentence: A *map*
         1:56  caption, 1 sentence: Wells in Acme Town
         5:12  caption, 1 sentence: Only words
    links
         1:65  inline: Acme Town -> https://example.com/wells
    images
          1:1  call, alt text: A *map* (/img/wells.png)
          3:1  call, alt text: Only words (lines.png)
          7:1  call, alt missing: - (bare.png)
    ");
}

#[test]
fn what_is_highlighted_is_no_prose_and_what_follows_is() {
    let text = r#"{{< highlight sh "linenos=table" >}}
# no heading

echo [TK]
{{< /highlight >}}

{{< figure src="a.png" caption="Behind" >}}

Words.
"#;
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &["blocks"]), @"
    blocks
         7:33  caption, 1 sentence: Behind
          9:1  paragraph, 1 sentence: Words.
    ");
}

#[test]
fn what_stands_between_two_highlights_is_no_code() {
    let text = r#"{{< highlight sh >}}
ls
{{< /highlight >}}

{{< figure src="a.png" alt="A" caption="Between two" >}}

{{< figure src="b.png" >}}

{{< highlight sh >}}
ls
{{< /highlight >}}
"#;
    let sandbox = hugo();
    insta::assert_snapshot!(parts(&sandbox, "post.md", text, &["blocks"]), @"
    blocks
         5:29  alt text, 1 sentence: A
         5:41  caption, 1 sentence: Between two
    ");
    let ran = sandbox.check_concise(&["--only", "helpful/missing-alt-text"]);
    ran.exits(1).says("post.md:7:1: error");
}

#[test]
fn shortcodes_run_in_code_unless_they_are_commented_out() {
    let text = r#"```md
{{< gist acme 1234 >}} and {{</* figure src="a.png" */>}}
```

A `{{< ref "plan.md" >}}` and {{/* a remark */}} no more.
"#;
    let sections = ["blocks", "images", "embeds", "comments"];
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &sections), @"
    blocks
          5:1  paragraph, 1 sentence: A ￼ and  no more.
    embeds
         2:10  gist: acme
    comments
         5:36  comment: a remark
    ");
}

#[test]
fn the_notations_of_others_are_plain_text() {
    let text = "Dear {{ .Name }}, {% raw %} and {braces} are text.\n\n:::note\nThis, too.\n:::\n";
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &["blocks", "templates"]), @"
    blocks
          1:1  paragraph, 1 sentence: Dear {{ .Name }}, {% raw %} and {braces} are text.
          3:1  paragraph, 2 sentences: :::note This, too. :::
    ");
}

#[test]
fn what_comes_from_elsewhere_is_known_by_its_name() {
    let text = r#"{{< youtube w7Ft2ymGmfc >}}

{{< x user="acme" id="42" >}}

It is half as slow.{{< cite "map-2026" >}}
"#;
    insta::assert_snapshot!(parts(&hugo(), "post.md", text, &["embeds", "citations"]), @r#"
    embeds
         1:13  youtube: w7Ft2ymGmfc
         3:23  x: 42
    citations
         5:20  citation: {{< cite "map-2026" >}}
    "#);
}
