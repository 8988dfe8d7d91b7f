//! `helpful/thin-post`: a post that ends before it has said anything.

use serde::Deserialize;

use crate::finding::{Findings, Level};
use crate::language::readability::written_words;
use crate::language::{WordList, words};
use crate::post::{BlockKind, Post};
use crate::rules::exhibit::is_shown;
use crate::rules::heading::{title, title_or_opening};
use crate::rules::kind::{is_dated_post, is_draft, layout, plain};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ThinPost {
    /// The fewest words of a post.
    min_words: usize,
}

impl Default for ThinPost {
    fn default() -> ThinPost {
        ThinPost { min_words: 100 }
    }
}

impl Rule for ThinPost {
    const META: Meta = Meta {
        id: "helpful/thin-post",
        summary: "A post under 100 words with nothing to look at",
        why: "Whoever follows a link to a post has paid for it with a click and a wait. Two \
              sentences that point to something else do not repay that, and a blog of such posts \
              is not visited again. Say what is in it for the reader, or put it where short news \
              belongs.",
        leaves_alone: "Posts with an image, a film, a table or code, posts that only lead \
                       elsewhere by their layout (event, video, link, redirect), empty files that \
                       a layout fills, drafts, and pages that are no posts.",
        level: Level::Advice,
        on_by_default: false,
        reads_english: true,
        options: &[OptionDoc {
            name: "min-words",
            what: "The fewest words of a post",
            example: "50",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "---\ntitle: Our new map\n---\nWe have a new map. [Read about it](https://example.com).\n",
                hits: &["Our new map"],
                fixed: None,
            },
            Example::Good("---\ntitle: Our new map\n---\nHere it is.\n\n![The new map](map.png)\n"),
            Example::Good("---\ntitle: Map day\nlayout: event\n---\nMeet us in May.\n"),
            Example::Good(
                "---\ntitle: Map day\nredirect_to: https://example.com\n---\nSee there.\n",
            ),
            Example::Good("---\ntitle: A film\nyoutube_id: abc\n---\nTwo minutes on maps.\n"),
            Example::Good("---\ntitle: \"Video: how we draw\"\n---\nTwo minutes on maps.\n"),
            Example::Good("---\ntitle: Our new map\ndraft: true\n---\nComing.\n"),
        ],
    };
}

/// Layouts and keys of posts that show or lead to something else.
const OTHERWISE: WordList = WordList::new(
    "event video podcast audio episode webinar link linkpost external quote photo gallery slides \
     image cover hero banner thumbnail featuredimage featureimage coverimage heroimage youtubeid \
     youtube vimeo videoid videourl externalurl linkurl redirecturl redirectfrom sourceurl \
     eventdate eventurl startdate enddate venue location registrationurl start end starttime \
     endtime job",
);

/// What a title calls a post that is to be seen or heard.
const MEDIA: WordList = WordList::new("video videos podcast episode webinar recording livestream");

impl Check for ThinPost {
    fn check(&self, post: &Post, _cx: &Context<'_>, out: &mut Findings) {
        if !is_dated_post(post) || is_draft(post) {
            return;
        }
        let words = length(post);
        let has_media = is_shown(post, post.body())
            || post
                .prose()
                .blocks()
                .iter()
                .any(|block| block.kind == BlockKind::TableCell)
            || shows_something_else(post);
        if words == 0 || words >= self.min_words || has_media {
            return;
        }
        out.report(
            title_or_opening(post),
            format!("this post ends after {words} words"),
        )
        .label(format!(
            "{words} words and nothing to look at; {} are expected",
            self.min_words
        ))
        .help("say what is in it for the reader, and what to do next; or add it to another post");
    }
}

fn length(post: &Post) -> usize {
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| post.body().contains(block.span) && block.kind != BlockKind::AltText)
        .map(|block| written_words(prose.block_text(block)).count())
        .sum()
}

/// True when the layout, a key or the title says that the text is not the thing itself.
fn shows_something_else(post: &Post) -> bool {
    let by_key = post.front_matter().is_some_and(|front_matter| {
        let set = front_matter
            .entries
            .iter()
            .filter(|entry| !entry.value.is_blank());
        set.map(|entry| plain(&entry.key))
            .any(|key| OTHERWISE.has(&key))
    });
    let by_title = title(post).is_some_and(|title| {
        let text = post.prose().block_text(title);
        words(text).any(|word| MEDIA.has(&text[word]))
    });
    by_key || by_title || layout(post).is_some_and(|layout| OTHERWISE.has(&layout))
}
