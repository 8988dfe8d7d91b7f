//! Jekyll: Liquid tags and expressions, in code, too.

use crate::support::Sandbox;
use crate::{parts, site};

fn jekyll() -> Sandbox {
    site("_config.yml", "")
}

#[test]
fn a_link_leads_to_the_page_that_a_tag_or_a_filter_names() {
    let text = r#"Read [the plan]({% post_url 2026-05-04-plan %}), [the
notes]({% link _docs/notes.md %} "Our notes"), [the rest]({{ "/rest/" | relative_url }})
or [about us]({{ site.baseurl }}/about), all at {% post_url 2026-05-05-all %}.
"#;
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &["blocks", "links"]), @r#"
    blocks
          1:1  paragraph, 1 sentence: Read the plan, the notes, the rest or about us, all at ￼.
    links
          1:6  inline: the plan -> {% post_url 2026-05-04-plan %} (2026-05-04-plan)
         1:50  inline: the notes -> {% link _docs/notes.md %} (_docs/notes.md)
         2:48  inline: the rest -> {{ "/rest/" | relative_url }} (/rest/)
          3:4  inline: about us -> {{ site.baseurl }}/about
         3:49  call: {% post_url 2026-05-05-all %} -> {% post_url 2026-05-05-all %} (2026-05-05-all)
    "#);
}

#[test]
fn an_included_figure_is_an_image() {
    let text = r#"{% include figure.html src="/img/wells.png" alt="A map" caption="Wells of *Acme*" %}

{% include figure image_path="/img/b.png" alt="" %}

{%- include media/image.html src=page.photo -%}

![A *map*]({{ site.baseurl }}/img/c.png)
"#;
    let shown = parts(&jekyll(), "post.md", text, &["blocks", "images"]);
    insta::assert_snapshot!(shown, @"
    blocks
         1:50  alt text, 1 sentence: A map
         1:66  caption, 1 sentence: Wells of Acme
          7:3  alt text, 1 sentence: A map
    images
          1:1  call, alt text: A map (/img/wells.png)
          3:1  call, alt decorative: - (/img/b.png)
          5:1  call, alt unknown: - (page.photo)
          7:1  markdown, alt text: A map ({{ site.baseurl }}/img/c.png)
    ");
}

#[test]
fn comments_and_highlights_are_no_prose_and_what_follows_is() {
    let text = r#"{% comment %}
Not for readers: [TK]
{% endcomment %}

Between two.

{% highlight ruby linenos %}
# no heading
{% endhighlight %}

{% include figure.html src="/img/wells.png" caption="Behind" %}
"#;
    let sandbox = jekyll();
    insta::assert_snapshot!(parts(&sandbox, "post.md", text, &["blocks"]), @"
    blocks
          5:1  paragraph, 1 sentence: Between two.
        11:54  caption, 1 sentence: Behind
    ");
    let ran = sandbox.check_concise(&["--only", "reputation/placeholder"]);
    ran.exits(0);
}

#[test]
fn a_caption_between_two_bodies_is_prose() {
    let text = r#"{% comment %}
Not for readers.
{% endcomment %}

{% include figure.html src="/img/wells.png" caption="Between two" %}

{% highlight ruby %}
puts
{% endhighlight %}
"#;
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &["blocks"]), @"
    blocks
         5:54  caption, 1 sentence: Between two
    ");
}

#[test]
fn what_is_behind_raw_text_is_run() {
    let text = "\
{% raw %}
Write it **so**.
{% endraw %}

Dear {{ page.author }}, this is run.
";
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &["blocks"]), @"
    blocks
          2:1  paragraph, 1 sentence: Write it so.
          5:1  paragraph, 1 sentence: Dear ￼, this is run.
    ");
}

#[test]
fn raw_text_is_shown_as_it_is() {
    let text = r#"{% raw %}
Write {{ page.title }} or {% include image.html src="a.png" %}.
{% endraw %}
"#;
    let sections = ["blocks", "images"];
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &sections), @r#"
    blocks
          2:1  paragraph, 1 sentence: Write {{ page.title }} or {% include image.html src="a.png" %}.
    "#);
}

#[test]
fn attributes_in_braces_are_no_prose() {
    let text = r#"{: .notice}
Read [the plan](/plan){:target="_blank"} *today*{: .now}.

![A map](map.png){: width="300"}
"#;
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &["blocks"]), @"
    blocks
          2:1  paragraph, 1 sentence: Read the plan today.
          4:3  alt text, 1 sentence: A map
    ");
}

#[test]
fn tags_among_lines_leave_the_words_between_them() {
    let text = r#"{% if site.beta %}
Only for **some**.
{% else %}
For all.
{% endif %}

- item {% include star.html %}
- {{ site.time | date: '%Y' }}

```liquid
{% include video.html id="abc" %}
```
"#;
    let sections = ["blocks", "embeds", "code"];
    insta::assert_snapshot!(parts(&jekyll(), "post.md", text, &sections), @r#"
    blocks
          2:1  paragraph, 1 sentence: Only for some.
          4:1  paragraph, 1 sentence: For all.
          7:3  list item, 1 sentence: item ￼
    embeds
        11:27  video: abc
    code
         10:1  block: ```liquid {% include video.html id="abc" %} ```
    "#);
}
