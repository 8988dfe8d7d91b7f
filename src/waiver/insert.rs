//! Where in a post the comment of a waiver goes.

use std::fmt::Write;

use crate::fix::{self, Applicability, Edit, Fix};
use crate::post::Post;
use crate::rules::Waiver;
use crate::span::Span;

use super::pin::Pins;
use super::place::Places;
use super::{find, parse};

/// A waiver that is to be put into a post.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    pub(super) waiver: &'a Waiver,
    /// What it is to cover.
    pub(super) findings: Vec<Span>,
}

/// The edit that puts it there: on a line of its own, above the element that
/// holds the findings, or at the top of the body when no element does.
pub(super) fn comment(
    post: &Post,
    places: &Places<'_>,
    wanted: &Wanted<'_>,
) -> Result<Edit, String> {
    fits(wanted.waiver)?;
    candidates(post, places, wanted)
        .into_iter()
        .find(|edit| holds(post, edit, wanted))
        .ok_or_else(|| {
            "there is no place for a comment that would leave the post as it is; write the waiver \
             under `sayso.allow` in the front matter"
                .to_owned()
        })
}

/// Whether what is said can stand in a comment.
fn fits(waiver: &Waiver) -> Result<(), String> {
    const MARKS: [(&str, &str); 5] = [
        ("{{", "starts a template, also in a comment"),
        ("{%", "starts a template, also in a comment"),
        ("{#", "starts a template, also in a comment"),
        ("-->", "ends a comment"),
        ("*/", "ends a comment"),
    ];
    let said = [Some(&waiver.reason), waiver.by.as_ref()];
    for text in said.into_iter().flatten() {
        if let Some((mark, does)) = MARKS.iter().find(|(mark, _)| text.contains(mark)) {
            return Err(format!("`{mark}` {does}: say it in other words"));
        }
    }
    let text = written(waiver, "allow", ("", ""));
    let is_read = parse::comment(&text, 0).is_some_and(|read| is_same(&read, waiver));
    if is_read {
        Ok(())
    } else {
        Err("a name has no comma, no colon, and none of the words until, by and pin".to_owned())
    }
}

/// Edits to try, the nearest to the words first.
fn candidates(post: &Post, places: &Places<'_>, wanted: &Wanted<'_>) -> Vec<Edit> {
    let text = post.text();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let near = notations(post).map(|marks| written(wanted.waiver, "allow", marks));
    let wide = notations(post).map(|marks| written(wanted.waiver, "allow-file", marks));
    let insert = |at: usize, text: String| Edit {
        span: Span::at(at),
        text,
    };
    let mut edits = Vec::new();
    for comment in &near {
        let elements = wanted.findings.first().and_then(|&one| places.element(one));
        let Some(element) = elements else { break };
        let line = text[..element.start as usize]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let indent = &text[line..element.start as usize];
        let indent = if indent.trim().is_empty() { indent } else { "" };
        for (before, indent, after) in [
            ("", indent, ""),
            ("", "", ""),
            ("", indent, end),
            (end, indent, end),
        ] {
            edits.push(insert(
                line,
                format!("{before}{indent}{comment}{end}{after}"),
            ));
        }
    }
    let body = post.slice(post.body());
    let blank = body.len() - body.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let lead = body[..blank].rfind('\n').map_or(0, |at| at + 1);
    let top = post.body().start as usize + lead;
    for comment in &wide {
        if body.trim().is_empty() {
            let before = if text.is_empty() || text.ends_with('\n') {
                ""
            } else {
                end
            };
            edits.push(insert(text.len(), format!("{before}{comment}{end}")));
        } else {
            edits.push(insert(top, format!("{comment}{end}{end}")));
        }
    }
    edits
}

/// The marks of a comment, those that fit the post first.
fn notations(post: &Post) -> [(&'static str, &'static str); 2] {
    const HTML: (&str, &str) = ("<!--", "-->");
    const MDX: (&str, &str) = ("{/*", "*/}");
    if post.path().to_ascii_lowercase().ends_with(".mdx") {
        [MDX, HTML]
    } else {
        [HTML, MDX]
    }
}

/// The comment as it is written.
fn written(waiver: &Waiver, verb: &str, (open, close): (&str, &str)) -> String {
    let mut out = format!("{open} sayso: {verb} {}", waiver.rules.join(", "));
    if let Some(until) = waiver.until {
        let _ = write!(out, " until {until}");
    }
    if let Some(by) = &waiver.by {
        let _ = write!(out, " by {by}");
    }
    if !waiver.pins.is_empty() {
        let _ = write!(out, " pin {}", waiver.pins.join(" "));
    }
    let _ = write!(out, ": {} {close}", waiver.reason);
    out
}

/// True when the post, with the edit, has the waiver over the findings, and
/// reads as before.
fn holds(post: &Post, edit: &Edit, wanted: &Wanted<'_>) -> bool {
    let fix = Fix {
        title: String::new(),
        edits: vec![edit.clone()],
        applicability: Applicability::Safe,
    };
    let text = fix::apply(post.text(), [&fix]).text;
    let after = Post::parse(post.path(), text, post.generator());
    let places = Places::new(&after);
    let moved = |span: Span| {
        let by = if span.start >= edit.span.start {
            edit.text.len() as u32
        } else {
            0
        };
        Span {
            start: span.start + by,
            end: span.end + by,
        }
    };
    let is_there = find(&after).iter().any(|found| {
        let covers = |span: Span| found.covers_file || found.covers.contains(span);
        is_same(found, wanted.waiver) && wanted.findings.iter().all(|&span| covers(moved(span)))
    });
    let mut pins = Pins::new(&after, &places);
    let is_pinned = wanted.findings.iter().all(|&span| {
        let pin = pins.of(moved(span));
        wanted.waiver.pins.iter().any(|one| one == pin)
    });
    is_there && is_pinned && reads_the_same(post, &after)
}

fn is_same(a: &Waiver, b: &Waiver) -> bool {
    a.misread.is_none()
        && (&a.rules, &a.until, &a.by, &a.pins) == (&b.rules, &b.until, &b.by, &b.pins)
        && a.reason == b.reason
}

fn reads_the_same(a: &Post, b: &Post) -> bool {
    let kinds = |post: &Post| -> Vec<_> {
        let blocks = post.prose().blocks().iter();
        blocks.map(|block| (block.kind, block.section)).collect()
    };
    a.prose().text() == b.prose().text()
        && kinds(a) == kinds(b)
        && a.code().len() == b.code().len()
        && a.links().len() == b.links().len()
}
