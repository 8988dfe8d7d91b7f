//! What is different for an audience, and for posts with rules of their own.

use std::collections::BTreeMap;

use toml::Value;

use super::document::Document;
use super::line::Line;
use super::{Source, own, words};
use crate::finding::Level;
use crate::policy::{Layers, Scope};
use crate::rules::{Meta, RULES};

/// Adds the audiences and the overrides. A document that is for one post or
/// folder tells of its own posts alone.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    if !source.subject.layers.is_general(source.subject.scope) {
        return;
    }
    audiences(document, source);
    overrides(document, source);
}

fn audiences(document: &mut Document, source: &Source<'_>) {
    let layers = source.subject.layers;
    let mut names: Vec<&str> = Vec::new();
    for audience in layers.files().iter().flat_map(|layer| &layer.raw.audiences) {
        if !names.contains(&audience.name.value.as_str()) {
            names.push(&audience.name.value);
        }
    }
    if names.is_empty() {
        return;
    }
    document.chapter("Who a post speaks to");
    document.paragraph(Line::of(
        "A post can say whom it is for, with a line such as `audience: NAME` in the settings at its \
         top; where it says nothing, its folder may tell. What is said here comes on top of the \
         rules above.",
    ));
    for name in names {
        document.section(
            &format!("Posts for the audience “{name}”"),
            &format!("audience {name}"),
        );
        let conditions: Vec<String> = layers
            .files()
            .iter()
            .flat_map(|layer| {
                let audiences = layer.raw.audiences.iter();
                let own = audiences.filter(|one| one.name.value == name);
                own.filter_map(|one| {
                    words::condition(&one.condition, source.subject.before(&layer.dir))
                })
            })
            .collect();
        let mut posts = vec![format!("say `audience: {name}`")];
        posts.extend(conditions);
        let posts = posts.join(", or that ");
        document.paragraph(Line::of(&format!("These are posts that {posts}.")));
        differences(document, layers, Scope::Audience(name));
    }
}

fn overrides(document: &mut Document, source: &Source<'_>) {
    let layers = source.subject.layers;
    if layers
        .files()
        .iter()
        .all(|layer| layer.raw.overrides.is_empty())
    {
        return;
    }
    document.chapter("Posts with rules of their own");
    for (number, layer) in layers.files().iter().enumerate() {
        for (at, one) in layer.raw.overrides.iter().enumerate() {
            let posts = words::condition(&one.condition, source.subject.before(&layer.dir));
            let Some(posts) = posts else {
                continue;
            };
            document.section(
                &format!("Posts that {posts}"),
                &format!("posts {number} {at}"),
            );
            differences(document, layers, Scope::Overrides(number, at));
        }
    }
}

/// Adds what is different for the posts of `scope`.
fn differences(document: &mut Document, layers: &Layers, scope: Scope<'_>) {
    let (usual, here) = (settings(layers, Scope::General), settings(layers, scope));
    let lines: Vec<Line> = usual
        .iter()
        .zip(&here)
        .filter_map(|(usual, here)| difference(usual, here))
        .collect();
    if lines.is_empty() {
        document.paragraph(Line::of("The rules are the same as for all posts."));
    }
    document.list(lines);
}

/// The level and the options of a rule.
struct Setting<'a> {
    id: &'a str,
    /// What it flags, in a line.
    what: String,
    /// What it is, when it is a rule of the program.
    meta: Option<&'static Meta>,
    level: Level,
    options: BTreeMap<&'a str, &'a Value>,
}

/// Every rule, in the same order for any `scope`.
fn settings<'a>(layers: &'a Layers, scope: Scope<'_>) -> Vec<Setting<'a>> {
    let policy = layers.policy(scope);
    let decided = layers.decided(scope);
    let built_in = RULES.iter().map(|entry| {
        let meta = entry.meta;
        let active = policy.rules.iter().find(|one| one.entry.meta.id == meta.id);
        let options = decided.get(meta.id).into_iter();
        let options = options.flat_map(|decided| &decided.options);
        Setting {
            id: meta.id,
            what: meta.summary.to_owned(),
            meta: Some(meta),
            level: active.map_or(Level::Off, |rule| rule.level),
            options: options
                .map(|(name, (option, _))| (*name, &option.value.value))
                .collect(),
        }
    });
    let own = layers.files().iter().flat_map(|layer| &layer.raw.custom);
    let own = own.map(|rule| Setting {
        id: rule.id(),
        what: own::title(rule.message()),
        meta: None,
        level: own::level(rule, &decided),
        options: BTreeMap::new(),
    });
    built_in.chain(own).collect()
}

/// What is different for one rule, if anything.
fn difference(usual: &Setting<'_>, here: &Setting<'_>) -> Option<Line> {
    if (usual.level, &usual.options) == (here.level, &here.options) {
        return None;
    }
    let level = |level: Level| words::level(level).to_lowercase();
    let line = Line::of(&here.what).text(" (").code(here.id).text("): ");
    let line = match (usual.level, here.level) {
        (Level::Off, Level::Off) => return None,
        (_, Level::Off) => return Some(line.strong("not asked").text(" here.")),
        (Level::Off, now) => line
            .strong(&level(now))
            .text(" here, and not asked elsewhere."),
        (before, now) if before == now => line.strong(&level(now)).text(", as elsewhere."),
        (before, now) => line
            .strong(&level(now))
            .text(&format!(" here instead of {}.", level(before))),
    };
    let changed = here
        .options
        .iter()
        .filter(|(name, value)| usual.options.get(*name) != Some(*value));
    Some(changed.fold(line, |line, (name, value)| match here.meta {
        Some(meta) => line.text(&format!(" {}.", words::option(meta, name, value))),
        None => line,
    }))
}
