//! `mindset/inaccessible-hashtag`: words run together where a screen reader
//! cannot part them.

use std::ops::Range;

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::WordList;
use crate::language::social::hashtags;
use crate::post::Post;
use crate::rules::social_copy::copies;
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};
use crate::span::Span;

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InaccessibleHashtag {
    /// How many hashtags one text may have.
    max: usize,
}

impl Default for InaccessibleHashtag {
    fn default() -> InaccessibleHashtag {
        InaccessibleHashtag { max: 5 }
    }
}

impl Rule for InaccessibleHashtag {
    const META: Meta = Meta {
        id: "mindset/inaccessible-hashtag",
        summary: "A hashtag of several words in lower case, or a heap of hashtags",
        why: "A screen reader reads #socialmediamarketing as one word that does not exist, and many \
              who see it misread it too. Capitals part the words for everybody: \
              #SocialMediaMarketing. More than a handful of tags is noise to all of them.",
        leaves_alone: "Hashtags outside social copy, of one word, of up to 11 letters, or with a \
                       capital, a digit or an underscore inside.",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "max",
            what: "How many hashtags one text may have",
            example: "3",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\nsocial:\n  x: 'New kites #socialmediamarketing'\n---\nText.\n",
                hits: &["#socialmediamarketing"],
                fixed: None,
            },
            Example::Bad {
                text: "---\nsocial:\n  x: 'New #a #b #c #d #e #f'\n---\nText.\n",
                hits: &["#f"],
                fixed: None,
            },
            Example::Good("---\nsocial:\n  x: 'New kites #SocialMediaMarketing'\n---\nText.\n"),
            Example::Good("---\nsocial:\n  x: 'New kites #accessibility #a11y'\n---\nText.\n"),
            Example::Good("We read #socialmediamarketing yesterday.\n"),
        ],
    };
}

/// Parts that long lower-case tags are made of: a tag that holds two of them,
/// end to end, is several words.
const PARTS: WordList = WordList::new(
    "social media marketing digital content strategy business development design thinking cloud \
     computing data science machine learning artificial intelligence open source software \
     engineering project management customer experience service success small startup community \
     remote work working life future team building public relations health care climate change \
     black friday women tech world day best practices throwback thursday monday motivation \
     leadership growth hacking product email web user research mental awareness",
);

impl Check for InaccessibleHashtag {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        for copy in copies(post) {
            let place = |at: &Range<usize>| {
                let start = copy.span.start as usize;
                if copy.is_verbatim {
                    Span::new(start + at.start, start + at.end)
                } else {
                    copy.span
                }
            };
            for (number, tag) in hashtags(copy.text).enumerate() {
                let words = &copy.text[tag.clone()];
                if number == self.max {
                    out.report(
                        place(&tag),
                        format!("\"{words}\" is hashtag number {} of this text", number + 1),
                    )
                    .label(format!("{} is the policy's limit", self.max))
                    .help("keep the ones that people look for");
                }
                if let Some(parted) = parted(&words[1..]) {
                    out.report(
                        place(&tag),
                        format!("\"{words}\" is read aloud as one word"),
                    )
                    .label("no capitals where its words begin")
                    .help(format!("write #{parted}"));
                }
            }
        }
    }
}

/// `tag` with capitals, when it is made of several known words in lower case.
fn parted(tag: &str) -> Option<String> {
    const SHORT: usize = 11;
    const LONG: usize = 60;
    if tag.len() <= SHORT || tag.len() > LONG || !tag.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        return None;
    }
    let parts = split(tag)?;
    let capital = |part: &str| {
        let (first, rest) = part.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    (parts.len() > 1).then(|| parts.into_iter().map(capital).collect())
}

/// The known words that `tag` is made of from end to end, the longest first.
fn split(tag: &str) -> Option<Vec<&str>> {
    if tag.is_empty() {
        return Some(Vec::new());
    }
    let mut firsts: Vec<&str> = PARTS.iter().filter(|part| tag.starts_with(part)).collect();
    firsts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    firsts.into_iter().find_map(|first| {
        let mut rest = split(&tag[first.len()..])?;
        rest.insert(0, first);
        Some(rest)
    })
}
