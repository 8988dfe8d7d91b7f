//! MkDocs: call-outs and tabs over an indented text.

use crate::support::Sandbox;
use crate::{parts, site};

fn mkdocs() -> Sandbox {
    site("mkdocs.yml", "")
}

#[test]
fn call_outs_hold_lists_code_and_others() {
    let text = r#"!!! note "Before *you* start"

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

???+ danger inline end ''

    Shown words.
"#;
    let shown = parts(&mkdocs(), "post.md", text, &["blocks", "code"]);
    insta::assert_snapshot!(shown, @"
    blocks
         1:11  paragraph, 1 sentence: Before you start
          3:5  paragraph, 1 sentence: Look at the map of Acme.
          6:7  list item, 1 sentence: one
          7:7  list item, 1 sentence: two
         11:9  paragraph, 1 sentence: Nested words.
         17:1  paragraph, 1 sentence: Outside.
         21:5  paragraph, 1 sentence: Shown words.
    code
         13:5  block: ```sh     # no heading     ```
    ");
}

#[test]
fn tabs_have_titles() {
    let text = r#"=== "Linux"

    Type `ls` here.

=== "macOS"

    1. First
    2. Second

Outside.
"#;
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
    let text = r#"1. Step

    !!! note "In a step"

        Inner words.

2. Next {{ config.site_name }}, with {% include "more.md" %}.
"#;
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
          1:4  list item, 1 sentence: Step
         3:15  paragraph, 1 sentence: In a step
          5:9  list item, 1 sentence: Inner words.
          7:4  list item, 1 sentence: Next ￼, with ￼.
    ");
}

#[test]
fn a_list_behind_a_call_out_is_a_list() {
    let text = "!!! note\n    Inside.\n\n- a real item\n";
    let blocks = parts(&mkdocs(), "post.md", text, &["blocks"]);
    assert!(
        blocks.contains("paragraph, 1 sentence: Inside."),
        "{blocks}"
    );
    assert!(
        blocks.contains("list item, 1 sentence: a real item"),
        "{blocks}"
    );
}

#[test]
fn words_right_below_a_call_out_start_on_their_own_line() {
    let text = "!!! note \"A title\"\n    Inside.\n";
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
         1:11  paragraph, 1 sentence: A title
          2:5  paragraph, 1 sentence: Inside.
    ");
}

#[test]
fn a_line_below_a_heading_is_no_tab() {
    let text = "Title\n=== \n\nWords.\n";
    insta::assert_snapshot!(parts(&mkdocs(), "post.md", text, &["blocks"]), @"
    blocks
          1:1  heading 1, 1 sentence: Title
          4:1  paragraph, 1 sentence: Words.
    ");
}
