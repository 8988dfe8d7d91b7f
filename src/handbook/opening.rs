//! The first words of the document, and its last.

use super::document::Document;
use super::line::Line;
use super::{Source, words};
use crate::finding::Level;
use crate::policy::as_written;

/// What the document is called.
pub(super) fn title(source: &Source<'_>) -> String {
    let pages = &source.policy.pages;
    match pages.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => format!("What {} asks of a post", source.company()),
    }
}

/// What the document is, where to read on, and what a finding means.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    document.paragraph(
        Line::of("This is what ")
            .text(source.company())
            .prose(
                " asks of a post before it is published. The program `sayso` asks the questions \
                 below of every post, points at the words that cannot answer, and says why and what \
                 to write instead. It runs on the author's own machine: a draft never leaves it.",
            ),
    );
    scope(document, source);
    let pages = &source.policy.pages;
    let links = [
        ("The policy: ", &pages.url),
        ("The training: ", &pages.training),
    ];
    let links = links.into_iter().filter_map(|(what, address)| {
        let address = address
            .as_deref()
            .filter(|address| !address.trim().is_empty())?;
        Some(Line::of(what).link(address))
    });
    document.list(links.collect());
    levels(document, source);
}

/// Which posts are meant.
fn scope(document: &mut Document, source: &Source<'_>) {
    if let Some(place) = source.subject.place {
        let mut line = Line::of("It is written for posts such as ").code(place);
        if let Some(audience) = &source.policy.audience {
            line = line.text(&format!(", whose audience is “{audience}”"));
        }
        document.paragraph(line.text("."));
        return;
    }
    let files = || source.subject.layers.files().iter().rev();
    let include = files().find_map(|layer| Some((layer, layer.raw.include.as_ref()?)));
    let exclude = files().find_map(|layer| Some((layer, layer.raw.exclude.as_ref()?)));
    let told = [include, exclude].map(|found| {
        let (layer, globs) = found?;
        let dir = source.subject.before(&layer.dir);
        let patterns = as_written(&globs.value);
        let patterns: Vec<String> = patterns.iter().map(|one| words::below(dir, one)).collect();
        (!patterns.is_empty()).then_some(patterns)
    });
    let [include, exclude] = told;
    let Some(include) = include else {
        return;
    };
    let mut line = patterns(Line::of("It is for the posts at "), &include, "and");
    if let Some(exclude) = exclude {
        line = patterns(line.text(", but not for those at "), &exclude, "or");
    }
    document.paragraph(line.text("."));
}

/// Adds `patterns` to a line.
fn patterns(mut line: Line, patterns: &[String], last: &str) -> Line {
    for (number, pattern) in patterns.iter().enumerate() {
        line = match number {
            0 => line,
            number if number + 1 == patterns.len() => line.text(&format!(" {last} ")),
            _ => line.text(", "),
        };
        line = line.code(pattern);
    }
    line
}

fn levels(document: &mut Document, source: &Source<'_>) {
    document.chapter("What a finding means");
    document.paragraph(Line::of(
        "A finding is one place in a post that cannot answer a question. It has one of three levels:",
    ));
    let levels = [
        (Level::Error, "a post must not go out like this"),
        (Level::Warning, "an editor would ask for a change"),
        (Level::Advice, "worth a thought"),
    ];
    let levels = levels.map(|(level, meaning)| {
        let effect = words::effect(level, source.policy.fail_on);
        Line::default()
            .strong(words::level(level))
            .text(&format!(": {meaning}; {effect}."))
    });
    document.list(levels.into());
    document.paragraph(Line::of(
        "Passing the check is no proof that a post is good. It leaves your head free for what no \
         program can judge.",
    ));
}

/// What the document is not, and how it is made.
pub(super) fn add_end(document: &mut Document) {
    document.chapter("About this document");
    document.paragraph(Line::of(
        "Nothing here is legal advice, and a post that passes is not proven to comply with any law. \
         When in doubt, ask before you publish.",
    ));
    document.paragraph(Line::of(
        "The document is made from the policy file `sayso.toml` by `sayso policy`. To change a \
         rule, change that file, then make the document anew. `sayso explain RULE` says more about \
         a rule, and `sayso check` asks the questions of your posts.",
    ));
}
