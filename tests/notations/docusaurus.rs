//! Docusaurus: every `.md` is MDX, and call-outs.

use crate::support::Sandbox;
use crate::{inspected, parts, site};

fn docusaurus() -> Sandbox {
    site("docusaurus.config.ts", "")
}

#[test]
fn modules_are_no_prose() {
    let text = "\
import Tabs from '@theme/Tabs';
import {Card} from \"./card\";

export const wells = {
  count: 3,

  deep: true,
};

import duties are prose, and {wells.count} wells are a number.
";
    let sections = ["blocks", "templates"];
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &sections), @r#"
    templates
          1:1  code: import Tabs from '@theme/Tabs'; import {Card} from "./card";
          4:1  code: export const wells = {   count: 3,    deep: true, };
         10:1  code: import duties are prose, and {wells.count} wells are a number.
    "#);
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
    let text = "\
<Tabs>
  <TabItem value=\"a\" label=\"A\">

  In a *tab*.

  </TabItem>
</Tabs>

<>
A fragment with **words**.
</>

We <Highlight color=\"#fff\">mark</Highlight> words{' '}here.

<Icon.Star size={3} /> A star.
";
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
    let text = "\
<img src={require('./img/wells.png').default} alt=\"A map of wells\" />

Here <img src={useBaseUrl('/img/b.png')} alt={'B'}/> in line.

<Figure src=\"./c.png\" alt={\"C\"} caption=\"C is *for* clear\" />

<ThemedImage alt={alt} sources={{light: 'a.png'}} src=\"d.png\" />

<img src={require('./e.png')}/>
";
    let sections = ["blocks", "images"];
    insta::assert_snapshot!(parts(&docusaurus(), "post.md", text, &sections), @"
    blocks
         1:52  alt text, 1 sentence: A map of wells
          3:1  paragraph, 1 sentence: Here  in line.
         5:29  alt text, 1 sentence: C
         5:42  caption, 1 sentence: C is for clear
    images
          1:1  html, alt text: A map of wells (./img/wells.png)
          3:6  html, alt unknown: - (/img/b.png)
          5:1  call, alt text: C (./c.png)
          7:1  call, alt unknown: - (d.png)
          9:1  html, alt missing: - ({require('./e.png')}/)
    ");
}

#[test]
fn comments_and_expressions_may_run_over_blank_lines() {
    let text = "\
Before {/* sayso: allow reputation/placeholder: an example */} after.

{/*
A remark

over a blank line.
*/}

{wells.map(well => (

  <Well {...well} />
))}

Behind, it's 5 < 6 {\"}\"}.

```js {1,3}
const a = {b: 1};
```
";
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
