//! What in a policy file is there for nothing.

use super::layers::below;
use super::raw::{Layer, Placed};
use crate::finding::{Finding, Findings, Level, POLICY_RULE};
use crate::post::Post;
use crate::rules::is_picture_name;
use crate::span::Span;

/// Advice on `layer`, a policy file, which is for the `posts`.
pub fn lint(layer: &Layer, posts: &[Post]) -> Vec<Finding> {
    let mut found = Findings::new(POLICY_RULE, Level::Advice, None);
    let raw = &layer.raw;
    let texts: Vec<String> = posts
        .iter()
        .map(|post| post.text().to_lowercase())
        .collect();
    let path = |post: &Post| below(&layer.dir, post.path()).to_owned();
    for one in &raw.overrides {
        if !posts
            .iter()
            .any(|post| one.condition.holds(post, &path(post)))
        {
            found
                .report(one.place, "these overrides are for no post that is here")
                .label("no post matches")
                .help("see whether a folder or a tag was renamed, or take them out");
        }
    }
    for audience in &raw.audiences {
        let name = &audience.name;
        let holds = |post: &Post| audience.condition.holds(post, &path(post));
        if !posts
            .iter()
            .any(|post| audience.is_named_by(post) || holds(post))
        {
            found
                .report(
                    name.span,
                    format!("no post is for the audience `{}`", name.value),
                )
                .label("by no path, and no front matter names it")
                .help("see whether a folder was renamed, or take it out");
        }
    }
    for waiver in &raw.waivers {
        // A picture may be there, whether a post shows it or not.
        if !is_picture_name(&waiver.path) && !posts.iter().any(|post| path(post) == waiver.path) {
            found
                .report(waiver.span, format!("there is no post {}", waiver.path))
                .label("a waiver for a post that is not here")
                .help("see whether the post was moved, or take the waiver out");
        }
    }
    for list in [&raw.names, &raw.products, &raw.competitors]
        .into_iter()
        .flatten()
    {
        unused(layer, list, &texts, &mut found);
    }
    found.into_vec()
}

/// Entries of a list that stand in no post.
fn unused(layer: &Layer, list: &Placed<Vec<String>>, texts: &[String], found: &mut Findings) {
    for entry in &list.value {
        let lower = entry.to_lowercase();
        if texts.iter().any(|text| text.contains(&lower)) {
            continue;
        }
        let written = list.span.slice(&layer.file.text);
        let place = written.find(entry.as_str()).map_or(list.span, |at| {
            let start = list.span.start as usize + at;
            Span::new(start, start + entry.len())
        });
        found
            .report(place, format!("\"{entry}\" stands in no post"))
            .label("an entry that is never used")
            .help("see whether it is spelt as in the posts; else it does no harm");
    }
}
