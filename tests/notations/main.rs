//! What each generator adds to Markdown, as `sayso inspect` sees it; which
//! generator a post belongs to, what language it is in, and where its words are.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

#[path = "../support/mod.rs"]
mod support;

mod astro;
mod columns;
mod docusaurus;
mod eleventy;
mod hugo;
mod jekyll;
mod languages;
mod mkdocs;
mod plain;
mod recognition;
mod staged;
mod zola;

use serde_json::Value;
use support::Sandbox;

/// A line for each notation. What a generator takes for a template is no prose,
/// and the placeholder in it is not seen.
const PROBE: &str = "---
title: A week
date: 2026-05-04
---
{{< a [TK] >}} is for Hugo.

{% a [TK] %} is for Jekyll.

{[TK]} is for Docusaurus.
";

/// The lines of [`PROBE`] at `path` that are prose, in a check with these
/// arguments.
#[track_caller]
fn prose(sandbox: &Sandbox, arguments: &[&str], path: &str) -> Vec<u64> {
    let arguments = [&["--only", "reputation/placeholder"], arguments].concat();
    let json = sandbox.check_json(&arguments);
    assert!(json["summary"]["posts"].as_u64() > Some(0), "{json}");
    let findings = json["findings"].as_array().expect("findings").iter();
    findings
        .filter(|finding| finding["path"] == path)
        .map(|finding| finding["start"]["line"].as_u64().expect("a line"))
        .collect()
}

/// A site that has this file with its settings.
fn site(settings: &str, holds: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(settings, holds);
    sandbox
}

/// What `sayso inspect` prints of a post with this text in `sandbox`, from the
/// `sections` alone.
#[track_caller]
fn parts(sandbox: &Sandbox, name: &str, text: &str, sections: &[&str]) -> String {
    sandbox.write(name, text);
    assert_places(&inspected(sandbox, name), text);
    let ran = sandbox.sayso(&["inspect", name]);
    ran.exits(0);
    let mut is_in = false;
    let mut shown = String::new();
    for line in ran.out.lines() {
        if !line.starts_with(' ') {
            is_in = sections.contains(&line);
        }
        if is_in {
            shown.push_str(line);
            shown.push('\n');
        }
    }
    shown
}

/// The same as JSON, all of it.
#[track_caller]
fn inspected(sandbox: &Sandbox, name: &str) -> Value {
    let ran = sandbox.sayso(&["inspect", name, "--format", "json"]);
    serde_json::from_str(&ran.exits(0).out).expect("JSON")
}

/// What makes a page of the post.
#[track_caller]
fn generator(sandbox: &Sandbox, name: &str) -> String {
    let json = inspected(sandbox, name);
    json["generator"].as_str().expect("a name").to_owned()
}

/// Destinations, sources and alt texts stand where they are said to.
#[track_caller]
fn assert_places(json: &Value, text: &str) {
    let list = |name: &str| json[name].as_array().expect(name).iter();
    for link in list("links") {
        let place = slice(text, &link["destination_place"]);
        assert_eq!(link["destination"], place, "{link}");
    }
    for image in list("images") {
        assert_eq!(image["source"], slice(text, &image["source_place"]));
        if image["origin"] != "markdown" && image["state"] == "text" {
            assert_eq!(image["alt"], slice(text, &image["alt_place"]), "{image}");
        }
    }
}

/// The bytes of `text` at `place`.
#[track_caller]
fn slice<'a>(text: &'a str, place: &Value) -> &'a str {
    let at = |end: &str| place[end].as_u64().expect("a byte") as usize;
    &text[at("start")..at("end")]
}
