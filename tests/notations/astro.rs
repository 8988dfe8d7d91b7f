//! Astro: plain `.md`, and MDX in `.mdx`.

use crate::support::Sandbox;
use crate::{parts, site};

fn astro() -> Sandbox {
    site("astro.config.mjs", "")
}

#[test]
fn markdown_is_no_mdx() {
    let text = "\
import is a word here, and {so.is} this, {{ this }} and {% that %}.

:::note[A title]
A call-out.
:::
";
    let sections = ["blocks", "templates"];
    insta::assert_snapshot!(parts(&astro(), "post.md", text, &sections), @"
    blocks
          1:1  paragraph, 1 sentence: import is a word here, and {so.is} this, {{ this }} and {% that %}.
          3:9  paragraph, 1 sentence: A title
          4:1  paragraph, 1 sentence: A call-out.
    templates
          3:1  container: :::note[A title]
          5:1  container: :::
    ");
}

const MDX: &str = "\
import { Image } from 'astro:assets';
import wells from '../img/wells.png';

<Image src={wells} alt=\"A map of wells\" />

<Image src={wells} />

<Image src=\"/b.png\" alt=\"\" width={3} height={4} />

<Image src={wells} alt={wells.title} />

<Image src={wells} {...more} />
";

#[test]
fn images_of_its_library_want_an_alt_text() {
    let sandbox = astro();
    insta::assert_snapshot!(parts(&sandbox, "post.mdx", MDX, &["images"]), @"
    images
          4:1  call, alt text: A map of wells (wells)
          6:1  call, alt missing: - (wells)
          8:1  call, alt decorative: - (/b.png)
         10:1  call, alt unknown: - (wells)
         12:1  call, alt unknown: - (wells)
    ");
    let ran = sandbox.check_concise(&["--only", "helpful/missing-alt-text"]);
    ran.exits(1)
        .says("post.mdx:6:1: error[helpful/missing-alt-text]");
    ran.says("1 error in 1 post");
}

#[test]
fn the_same_component_from_elsewhere_may_find_its_words_itself() {
    let sandbox = astro();
    sandbox.write("post.mdx", MDX.replace("'astro:assets'", "'../components'"));
    let ran = sandbox.check_concise(&["--only", "helpful/missing-alt-text"]);
    ran.exits(0).says("nothing found in 1 post");
}

#[test]
fn images_among_words_and_in_lists_are_seen_as_well() {
    let text = "\
import { Image } from 'astro:assets';

- <Image src=\"a.png\" />
- Here <Image src=\"b.png\" alt=\"B\" /> in line.

| <Image src=\"c.png\" alt=\"C\" /> |
|---|
| d |
";
    let shown = parts(&astro(), "post.mdx", text, &["blocks", "images"]);
    insta::assert_snapshot!(shown, @"
    blocks
          4:3  list item, 1 sentence: Here  in line.
          8:3  table cell, 1 sentence: d
    ");
}
