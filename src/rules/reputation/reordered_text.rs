//! `reputation/reordered-text`: controls that show the letters in another order.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Edit, Fix};
use crate::language::{is_right_to_left, reorders};
use crate::post::Post;
use crate::rules::{Check, Context, Example, Meta, Rule, Source};
use crate::span::Span;

/// Options of the rule: none.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReorderedText {}

impl Rule for ReorderedText {
    const META: Meta = Meta {
        id: "reputation/reordered-text",
        summary: "Hidden controls that show the letters in another order than they stand",
        why: "Such a control turns a name, an address or a line of code round on the screen, so \
              that readers see one thing and copy another. Attackers hide a changed command or a \
              false address that way, and reviewers cannot see it. In a text that is written from \
              left to right it has no honest use.",
        leaves_alone: "Lines with Hebrew, Arabic or another script that is written from right to \
                       left, unless the control overrides their order.",
        level: Level::Error,
        on_by_default: true,
        reads_english: false,
        options: &[],
        sources: &[Source {
            title: "CVE-2021-42574, \"Trojan Source\"",
            url: "https://nvd.nist.gov/vuln/detail/CVE-2021-42574",
        }],
        examples: &[
            Example::Bad {
                text: "Open invoice_\u{202e}fdp\u{202c}.exe to see more.\n",
                hits: &["\u{202e}fdp\u{202c}"],
                fixed: None,
            },
            Example::Bad {
                text: "```\nif user != \"\u{2067}admin\u{2069}\" {\n```\n",
                hits: &["\u{2067}admin\u{2069}"],
                fixed: None,
            },
            Example::Good("The word \u{2067}שלום\u{2069} means hello.\n"),
            Example::Good("Call \u{202a}555-0100\u{202c} for help.\n"),
        ],
    };
}

impl Check for ReorderedText {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let mut start = 0;
        for line in post.text().split_inclusive('\n') {
            if !line.is_ascii() && line.contains(reorders) && !is_needed(line) {
                report(start, line, out);
            }
            start += line.len();
        }
    }
}

/// True for a line whose letters go from right to left, and that is not forced.
fn is_needed(line: &str) -> bool {
    line.contains(is_right_to_left) && !line.contains(['\u{202d}', '\u{202e}'])
}

fn report(start: usize, line: &str, out: &mut Findings) {
    let is_control = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let edits: Vec<Edit> = line
        .match_indices(is_control)
        .map(|(at, control)| Edit {
            span: Span::new(start + at, start + at + control.len()),
            text: String::new(),
        })
        .collect();
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else {
        return;
    };
    let span = first.span.cover(last.span);
    out.report(
        span,
        "readers see these letters in another order than they stand",
    )
    .label("a hidden control turns the order round")
    .help(
        "take the controls out and read the line again: it may say something else than it \
             showed",
    )
    .fix(Fix {
        title: "take the hidden controls out of the line".to_owned(),
        edits,
        applicability: Applicability::Unsafe,
    });
}
