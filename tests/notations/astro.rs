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

const MDX: &str = r#"import { Image } from 'astro:assets';
import wells from '../img/wells.png';

<Image src={wells} alt="A map of wells" />

<Image src={wells} />

<Image src="/b.png" alt="" width={3} height={4} />

<Image src={wells} alt={wells.title} />

<Image src={wells} {...more} />
"#;

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
fn a_component_of_the_site_beside_those_of_the_library_is_left_alone() {
    let sandbox = astro();
    let text = r#"import { Image } from 'astro:assets';
import Figure from '../components/Figure.astro';

<Figure src="/calls.png">
  Calls per week, falling from 12 to 3
</Figure>
"#;
    sandbox.write("post.mdx", text);
    let ran = sandbox.check_concise(&["--only", "helpful/missing-alt-text"]);
    ran.exits(0).says("nothing found in 1 post");
}

#[test]
fn images_among_words_and_in_lists_are_seen_as_well() {
    let text = r#"import { Image } from 'astro:assets';

- <Image src="a.png" />
- Here <Image src="b.png" alt="B" /> in line.
"#;
    let shown = parts(&astro(), "post.mdx", text, &["images"]);
    insta::assert_snapshot!(shown, @"
    images
          3:3  call, alt missing: - (a.png)
          4:8  call, alt text: B (b.png)
    ");
}
