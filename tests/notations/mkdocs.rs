//! MkDocs: call-outs and tabs over an indented text.

use crate::support::Sandbox;
use crate::{parts, site};

fn mkdocs() -> Sandbox {
    site("mkdocs.yml", "")
}

#[test]
fn call_outs_hold_lists_code_and_others() {
    let text = "\
!!! note \"Before *you* start\"
    Look at the **map**
    of Acme.

    - one
    - two

    !!! warning
        Nested words.

    ```sh
    # no heading
    ```

Outside.

??? tip \"Open me\"

    Hidden words.

???+ danger inline end ''
    Shown words.
";
    let shown = parts(&mkdocs(), "post.md", text, &["blocks", "code"]);
    insta::assert_snapshot!(shown, @"
    blocks
         1:11  paragraph, 1 sentence: Before you start
          1:5  paragraph, 1 sentence: Look at the map of Acme.
          5:7  list item, 1 sentence: one
          6:7  list item, 1 sentence: two
          8:9  paragraph, 1 sentence: Nested words.
         15:1  paragraph, 1 sentence: Outside.
        17:10  paragraph, 1 sentence: Open me
         19:5  paragraph, 1 sentence: Hidden words.
         21:6  paragraph, 1 sentence: Shown words.
    code
         11:5  block: ```sh     # no heading     ```
    ");
}

#[test]
fn tabs_have_titles() {
    let text = "\
=== \"Linux\"

    Type `ls` here.

=== \"macOS\"

    1. First
    2. Second

Outside.
";
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
          1:6  paragraph, 1 sentence: Linux
          3:5  paragraph, 1 sentence: Type ￼ here.
          5:6  paragraph, 1 sentence: macOS
          7:8  list item, 1 sentence: First
          8:8  list item, 1 sentence: Second
         10:1  paragraph, 1 sentence: Outside.
    ");
}

#[test]
fn a_call_out_in_a_list_stays_in_it() {
    let text = "\
1. Step

    !!! note \"In a step\"
        Inner words.

2. Next {{ config.site_name }}, with {% include \"more.md\" %}.
";
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
          1:4  list item, 1 sentence: Step
         3:15  paragraph, 1 sentence: In a step
          3:9  list item, 1 sentence: Inner words.
          6:4  list item, 1 sentence: Next ￼, with ￼.
    ");
}

#[test]
fn a_call_out_ends_with_its_indented_text() {
    let text = "\
!!! note
    Inside.
Outside.

- a real item
";
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
          1:5  paragraph, 2 sentences: Inside. Outside.
          5:3  list item, 1 sentence: a real item
    ");
}
