//! Docusaurus: every `.md` is MDX, and call-outs.

use crate::support::Sandbox;
use crate::{inspected, parts, site};

fn docusaurus() -> Sandbox {
    site("docusaurus.config.ts", "")
}

#[test]
fn modules_are_no_prose() {
    let text = r#"import Tabs from '@theme/Tabs';
import {Card} from "./card";

export const wells = {
  count: 3,

  deep: true,
};

import duties are prose.

export is a word, too, and {wells.count} a number.
"#;
    let sections = ["blocks", "templates"];
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &sections), @r#"
    blocks
         10:1  paragraph, 1 sentence: import duties are prose.
    templates
          1:1  code: import Tabs from '@theme/Tabs'; import {Card} from "./card";
          4:1  code: export const wells = {   count: 3,    deep: true, };
         12:1  code: export is a word, too, and {wells.count} a number.
    "#);
}

#[test]
fn brackets_in_a_module_are_no_link() {
    let text = "export const first = [[1, 2]][0];\n\nWords.\n";
    let shown = parts(&docusaurus(), "post.md", text, &["blocks", "code"]);
    insta::assert_snapshot!(shown, @"
    blocks
          3:1  paragraph, 1 sentence: Words.
    ");
}

#[test]
fn call_outs_have_titles_and_hold_others() {
    let text = "\
:::tip[Use *this*]{#tip}
Inside **Acme**.

:::note Another title
Nested.
:::

- item
:::
";
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &["blocks"]), @"
    blocks
          1:8  paragraph, 1 sentence: Use this
          2:1  paragraph, 1 sentence: Inside Acme.
          4:9  paragraph, 1 sentence: Another title
          5:1  paragraph, 1 sentence: Nested.
          8:3  list item, 1 sentence: item
    ");
}

#[test]
fn components_part_the_prose_in_them() {
    let text = r#"<Tabs>
  <TabItem value="a" label="A">

  In a *tab*.

  </TabItem>
</Tabs>

<>
A fragment with **words**.
</>

We <Highlight color="blue">mark</Highlight> words{' '}here.

<Icon.Star size={3} /> A star.
"#;
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &["blocks"]), @"
    blocks
          4:3  paragraph, 1 sentence: In a tab.
         10:1  paragraph, 1 sentence: A fragment with words.
         13:1  paragraph, 1 sentence: We mark words here.
         15:1  paragraph, 1 sentence: ￼ A star.
    ");
}

#[test]
fn images_are_required_by_an_expression() {
    let text = r#"<img src={require('./img/wells.png').default} alt="A map of wells" />

Here <img src={useBaseUrl('/img/b.png')} alt={'B'} /> in line.

<Figure src="./c.png" alt={"C"} caption="C is *for* clear" />

<ThemedImage alt={alt} sources={{light: 'a.png'}} src="d.png" />

<img src={require('./e.png')} />
"#;
    let sections = ["blocks", "images"];
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &sections), @"
    blocks
         1:52  alt text, 1 sentence: A map of wells
          3:1  paragraph, 1 sentence: Here  in line.
         3:48  alt text, 1 sentence: B
         5:29  alt text, 1 sentence: C
         5:42  caption, 1 sentence: C is for clear
    images
          1:1  html, alt text: A map of wells (./img/wells.png)
          3:6  html, alt text: B (/img/b.png)
          5:1  call, alt text: C (./c.png)
          7:1  call, alt unknown: - (d.png)
          9:1  html, alt missing: - (./e.png)
    ");
}

#[test]
fn a_tag_may_close_right_behind_an_expression() {
    let text =
        "<img src={require('./a.png')} alt={'A'}/>\n\nHere <img alt=\"B\" src={'b.png'}/>.\n";
    let shown = parts(&docusaurus(), "post.md", text, &["images"]);
    insta::assert_snapshot!(shown, @"
    images
          1:1  html, alt text: A (./a.png)
          3:6  html, alt text: B (b.png)
    ");
}

#[test]
fn components_link_to_pages() {
    let text = r#"See <Link to="https://example.com/test">the test</Link> and <a href={"/plan"}>it</a>.
"#;
    let shown = parts(&docusaurus(), "post.md", text, &["links"]);
    insta::assert_snapshot!(shown, @"
    links
          1:5  html: the test -> https://example.com/test
         1:61  html: it -> /plan
    ");
}

#[test]
fn tags_on_lines_of_their_own_hold_markdown() {
    let text =
        "<div className=\"note\">\nOur *wells*, see [a test](https://example.org).\n</div>\n";
    let shown = parts(&docusaurus(), "post.md", text, &["blocks", "links"]);
    insta::assert_snapshot!(shown, @"
    blocks
          2:1  paragraph, 1 sentence: Our wells, see a test.
    links
         2:18  inline: a test -> https://example.org
    ");
}

#[test]
fn the_id_of_a_heading_is_no_word() {
    let text = "## Why wells {#why}\n";
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &["blocks"]), @"
    blocks
          1:1  heading 2, 1 sentence: Why wells
    ");
}

#[test]
fn comments_and_expressions_may_run_over_blank_lines() {
    let text = r#"Before {/* sayso: allow reputation/placeholder: an example */} after.

{/*
A remark

over a blank line.
*/}

{wells.map(well => (

  <Well {...well} />
))}

Behind, it's 5 < 6 {"}"}.

```js {1,3}
const a = {b: 1};
```
"#;
    let sections = ["blocks", "comments", "code"];
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &sections), @"
    blocks
          1:1  paragraph, 1 sentence: Before  after.
         14:1  paragraph, 1 sentence: Behind, it's 5 < 6 }.
    comments
         1:12  comment: sayso: allow reputation/placeholder: an example
          3:4  comment: A remark  over a blank line.
    code
         16:1  block: ```js {1,3} const a = {b: 1}; ```
    ");
}

#[test]
fn a_file_outside_of_the_site_is_plain_markdown() {
    let sandbox = Sandbox::new();
    sandbox.write("website/docusaurus.config.js", "");
    let text = "Here {braces} are words.\n";
    sandbox
        .write("website/blog/a.md", text)
        .write("notes/b.md", text);
    let words = |name: &str| inspected(&sandbox, name)["blocks"][0]["text"].clone();
    assert_eq!(words("website/blog/a.md"), "Here \u{fffc} are words.");
    assert_eq!(words("notes/b.md"), text.trim());
}
