//! `helpful/awkward-title`: a title that is cut off, shouts, or ends in a full stop.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{sentences, words};
use crate::post::{Block, BlockKind, Post};
use crate::rules::heading::title;
use crate::rules::kind::plain;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AwkwardTitle {
    /// The longest title that is shown whole, in characters.
    max_characters: usize,
}

impl Default for AwkwardTitle {
    fn default() -> AwkwardTitle {
        AwkwardTitle { max_characters: 70 }
    }
}

impl Rule for AwkwardTitle {
    const META: Meta = Meta {
        id: "helpful/awkward-title",
        summary: "A title that is over 70 characters, all in capitals or ends in a full stop",
        why: "The title is what people see of a post in search results, feeds and shared links, and \
              most decide by it alone. Over some 70 characters its end is cut off; in capitals it \
              shouts, and is read out letter by letter; with a full stop it looks finished.",
        leaves_alone: "Long titles with a short one beside them (`seo.title`, `linkTitle`), titles \
                       of several sentences, abbreviations, and short words in capitals.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: false,
        options: &[OptionDoc {
            name: "max-characters",
            what: "The longest title that is shown whole",
            example: "60",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: \"What we learned on ninety roads in four towns, and what it means for your next map\"\n---\nText.\n",
                hits: &[
                    "What we learned on ninety roads in four towns, and what it means for your next map",
                ],
                fixed: None,
            },
            Example::Bad {
                text: "# WHAT WE LEARNED ON NINETY ROADS\n\nText.\n",
                hits: &["WHAT WE LEARNED ON NINETY ROADS"],
                fixed: None,
            },
            Example::Bad {
                text: "---\ntitle: A map is never done.\n---\nText.\n",
                hits: &["A map is never done."],
                fixed: Some("---\ntitle: A map is never done\n---\nText.\n"),
            },
            Example::Good("---\ntitle: What we learned on ninety roads\n---\nText.\n"),
            Example::Good("---\ntitle: Draw. Walk. Repeat.\n---\nText.\n"),
            Example::Good("---\ntitle: Maps, bridges, etc.\n---\nText.\n"),
            Example::Good("---\ntitle: Welcome to Acme Inc.\n---\nText.\n"),
            Example::Good("---\ntitle: And then…\n---\nText.\n"),
            Example::Good("---\ntitle: FAQ on USB and HDMI\n---\nText.\n"),
            Example::Good(
                "---\ntitle: What we learned on ninety roads in four towns, and what it means for your next map\nseo:\n  title: Ninety roads\n---\nText.\n",
            ),
        ],
    };
}

impl Check for AwkwardTitle {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        let Some(block) = title(post) else {
            return;
        };
        let text = post.prose().block_text(block);
        let span = post.prose().source(block.text.clone());
        let length = shown_length(text);
        if length > self.max_characters && !has_short_title(post, self.max_characters) {
            out.report(span, format!("\"{text}\" is cut off where it is shared"))
                .label(format!(
                    "{length} characters; the limit is {}",
                    self.max_characters
                ))
                .help("say the same in fewer words, and put the word people look for first");
        } else if is_capitals(text) {
            out.report(span, format!("\"{text}\" is all in capitals"))
                .label("no small letter in it")
                .help("write it as a sentence; names and abbreviations keep their capitals");
        } else if ends_in_full_stop(text) {
            let finding = out.report(span, format!("\"{text}\" ends in a full stop"));
            finding
                .label("a full stop at the end")
                .help("take the full stop out");
            if let Some(fix) = without_full_stop(post, block) {
                finding.fix(fix);
            }
        }
    }
}

/// The characters of a title as it is shown: an entity such as `&#8217;` is one.
fn shown_length(title: &str) -> usize {
    let entity = |at: usize| {
        let name = title[at + 1..].split(';').next().unwrap_or_default();
        let is_entity = title[at + 1 + name.len()..].starts_with(';')
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        if is_entity { name.len() + 1 } else { 0 }
    };
    let hidden: usize = title.match_indices('&').map(|(at, _)| entity(at)).sum();
    title.chars().count() - hidden
}

/// True when the front matter has a title for search results and links.
fn has_short_title(post: &Post, limit: usize) -> bool {
    post.front_matter().is_some_and(|front_matter| {
        front_matter.leaves().into_iter().any(|(path, value)| {
            let key = plain(path.rsplit('.').next().unwrap_or_default());
            let is_title = key.ends_with("title") && !path.eq_ignore_ascii_case("title");
            let is_short = |text: &str| !text.is_empty() && shown_length(text) <= limit;
            is_title && key != "subtitle" && value.as_text().is_some_and(is_short)
        })
    })
}

/// True for three words or more of four capitals or more, and no small letter.
fn is_capitals(text: &str) -> bool {
    let long = words(text).filter(|word| text[word.clone()].chars().count() >= 4);
    !text.chars().any(char::is_lowercase)
        && long
            .filter(|word| text[word.clone()].chars().all(char::is_uppercase))
            .count()
            >= 3
}

/// True for one sentence that ends in a single full stop of its own.
fn ends_in_full_stop(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('.') else {
        return false;
    };
    let last = words(rest)
        .last()
        .map(|word| &rest[word])
        .unwrap_or_default();
    let is_short = last.chars().count() <= 4 || !rest.ends_with(last);
    // "Acme Inc." and "etc." keep theirs; so do three dots and "U.S.".
    let is_abbreviation = is_short && {
        let goes_on = format!("{text} Next");
        sentences(&goes_on).len() == 1
    };
    !rest.ends_with('.') && !is_abbreviation && sentences(text).len() == 1
}

fn without_full_stop(post: &Post, block: &Block) -> Option<Fix> {
    let stop = post.prose().source(block.text.end - 1..block.text.end);
    let is_plain = block.kind == BlockKind::Title && post.slice(stop) == ".";
    is_plain.then(|| Fix::edit(Applicability::Safe, "take the full stop out", stop, ""))
}
