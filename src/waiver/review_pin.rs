//! The digest of a whole post, as somebody reviewed it.

use crate::post::Post;
use crate::post::front_matter::When;

use super::pin::{pin_of, words_at};

/// The digest of the text that somebody reviews, as a pin is one.
pub fn review_pin(post: &Post) -> String {
    let mut texts: Vec<(String, &str)> = Vec::new();
    if let Some(front_matter) = post.front_matter() {
        for (key, value) in front_matter.leaves() {
            let text = value.as_text().filter(|text| When::parse(text).is_none());
            if let Some(text) = text.filter(|_| !is_ours(&key)) {
                texts.push((key.to_lowercase(), text));
            }
        }
    }
    // A formatter may order keys; the texts of one list stay in their order.
    texts.sort_by(|a, b| a.0.cmp(&b.0));
    let mut words = String::new();
    for (key, text) in texts {
        words.push_str(&key);
        words.push('\n');
        words.push_str(text);
        words.push('\n');
    }
    words.push_str(&words_at(post, post.body()));
    pin_of(&words)
}

/// True for keys about waivers and reviews.
fn is_ours(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let key = ["extra.", "params."]
        .into_iter()
        .find_map(|table| key.strip_prefix(table))
        .unwrap_or(&key);
    key == "reviewed-by" || key == "sayso" || key.starts_with("sayso.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::post::Generator;

    #[test]
    fn the_digest_is_that_of_the_text() {
        let pin = |text: &str| review_pin(&Post::parse("a.md", text, Generator::Unknown));
        let text =
            "---\ntitle: Results\nlead: Sales\ndate: 2026-05-04\ndraft: true\n---\nSales\ngrew.\n";
        for (from, to) in [
            ("2026-05-04", "2026-06-01"),
            ("true", "false"),
            ("Sales\ngrew", "Sales grew"),
            (
                "title: Results\nlead: Sales\n",
                "lead: Sales\ntitle: Results\n",
            ),
            (
                "draft: true\n",
                "draft: true\nreviewed-by: legal 2026-05-04\nsayso:\n  allow: a/b\n",
            ),
            ("Sales\ngrew", "<!-- sayso: allow a/b: x -->\nSales\ngrew"),
        ] {
            assert_eq!(pin(&text.replacen(from, to, 1)), pin(text), "{to}");
        }
        for (from, to) in [("grew", "fell"), ("Results", "Losses"), ("lead", "note")] {
            assert_ne!(pin(&text.replacen(from, to, 1)), pin(text), "{to}");
        }
    }
}
