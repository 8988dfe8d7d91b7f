//! `conversation/announcement-voice`: a post that opens with how the company feels.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::company::Company;
use crate::finding::{Findings, Level};
use crate::fix::{Applicability, Fix};
use crate::language::{PhraseList, Quotations, WordList, sentences, words};
use crate::lexicon::Phrase;
use crate::post::{BlockKind, Post};
use crate::rules::{Check, Context, Example, Meta, OptionDoc, Rule};

/// Options of the rule.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnnouncementVoice {
    /// How many sentences at the start of the post are looked at.
    sentences: usize,
}

impl Default for AnnouncementVoice {
    fn default() -> AnnouncementVoice {
        AnnouncementVoice { sentences: 2 }
    }
}

impl Rule for AnnouncementVoice {
    const META: Meta = Meta {
        id: "conversation/announcement-voice",
        summary: "A post that opens with \"we are thrilled to announce\"",
        why: "The first sentence decides whether anybody reads the second. \"We are thrilled to \
              announce\" spends it on the feelings of the sender, in words that every press \
              release has; the news comes after, if the reader is still there. Open with what is \
              new for them, as you would tell a colleague.",
        leaves_alone: "The phrase later in the post, in quotations, in headings, and plain openings \
                       such as \"Today we are releasing\".",
        level: Level::Advice,
        on_by_default: true,
        reads_english: true,
        options: &[OptionDoc {
            name: "sentences",
            what: "How many sentences at the start are looked at",
            example: "3",
        }],
        sources: &[],
        examples: &[
            Example::Bad {
                text: "We are thrilled to announce that Acme Cloud 3 is here.\n",
                hits: &["We are thrilled to announce"],
                fixed: None,
            },
            Example::Bad {
                text: "Hello again. Today, we’re so\nexcited to finally share our new pricing.\n",
                hits: &["we’re so\nexcited to finally share"],
                fixed: None,
            },
            Example::Bad {
                text: "# News\n\nAcme is proud to introduce branches.\n",
                hits: &["Acme is proud to introduce"],
                fixed: None,
            },
            Example::Bad {
                text: "It is with great pleasure that we announce a new office.\n",
                hits: &["It is with great pleasure that"],
                fixed: None,
            },
            Example::Good("Developers are happy to share what broke. We asked twelve.\n"),
            Example::Good("Two years ago we were excited to launch a forum. It failed.\n"),
            Example::Good("Today we are releasing Acme Cloud 3.\n"),
            Example::Good("We are happy to help, and excited to see what you build.\n"),
            Example::Good("It rained. We stayed in. We are excited to announce a tool.\n"),
            Example::Good("“We are excited to announce” is how nobody talks. Here is why.\n"),
            Example::Good("> We are excited to announce a merger.\n\nThat is how it began.\n"),
            Example::Good("We are not proud to report this, but we lost data.\n"),
        ],
    };
}

/// What the sender feels.
const FEELINGS: WordList = WordList::new(
    "thrilled excited pleased proud happy delighted honored honoured glad ecstatic overjoyed \
     pumped stoked elated prouder happier psyched humbled",
);

/// What the sender then does.
const DOINGS: WordList = WordList::new(
    "announce announcing introduce introducing share sharing unveil unveiling launch launching \
     present presenting release releasing reveal revealing report welcome welcoming debut publish \
     roll say tell open bring bringing offer offering partner partnering kick confirm let named \
     selected recognized recognised",
);

/// Frames that need no feeling in front.
const FRAMES: PhraseList = PhraseList::new(
    "it is with great pleasure that; it's with great pleasure that; it is with great excitement \
     that; it gives us great pleasure to; it gives me great pleasure to; great pleasure to \
     announce; my pleasure to announce; our pleasure to announce; have some exciting news to \
     share; have exciting news to share; have big news to share; can't wait to share; proudly \
     announce; proudly present; proudly introduce",
);

/// Forms of "to be" in front of a feeling, and what may stand between. In the
/// past it is a story: "two years ago we were excited to launch".
const BEING: WordList = WordList::new("am is are be feel could couldn't");
const BETWEEN: WordList = WordList::new(
    "so very really truly incredibly extremely especially also super more not beyond all \
     absolutely immensely both now today finally",
);
/// Who speaks for the sender, and what a sender calls its people: "the team".
const SUBJECTS: WordList = WordList::new("we're i'm we i");
const GROUPS: WordList = WordList::new("team agency company maintainers developers folks");

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let feelings = FEELINGS.iter().map(|feeling| format!("{feeling} to"));
    let frames = FRAMES.iter().map(str::to_owned);
    feelings
        .chain(frames)
        .map(|phrase| Phrase::new(&phrase))
        .collect()
});

impl Check for AnnouncementVoice {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if cx.hits.is_empty() {
            return;
        }
        let prose = post.prose();
        let text = prose.text();
        for sentence in opening(post, self.sentences) {
            let frame = cx
                .hits
                .iter()
                .filter(|hit| sentence.start <= hit.text.start && hit.text.end <= sentence.end)
                .find_map(|hit| {
                    if hit.phrase >= FEELINGS.iter().count() {
                        return Some(hit.text.clone());
                    }
                    frame(text, &sentence, &hit.text, cx.company)
                })
                .filter(|frame| {
                    let block = &prose.blocks()[prose.block_at(frame.start)];
                    let base = block.text.start;
                    !Quotations::of(prose.block_text(block)).hold(frame.start - base)
                });
            if let Some(frame) = frame {
                report(post, &sentence, frame, out);
                return;
            }
        }
    }
}

/// The first sentences a reader meets in running text.
fn opening(post: &Post, count: usize) -> Vec<Range<usize>> {
    let prose = post.prose();
    prose
        .blocks()
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Html))
        // A byline or a date is no running text.
        .filter(|block| {
            let text = prose.block_text(block);
            text.contains(['.', '!', '?']) || words(text).nth(11).is_some()
        })
        .flat_map(|block| {
            let base = block.text.start;
            sentences(prose.block_text(block))
                .into_iter()
                .map(move |sentence| base + sentence.start..base + sentence.end)
        })
        .take(count)
        .collect()
}

/// From the subject to the verb around "excited to" at `feeling`.
fn frame(
    text: &str,
    sentence: &Range<usize>,
    feeling: &Range<usize>,
    company: &Company,
) -> Option<Range<usize>> {
    let after = &text[feeling.end..sentence.end];
    let verb = words(after)
        .take(4)
        .find(|word| DOINGS.has(&after[word.clone()]))?;
    let end = feeling.end + verb.end;

    let before = &text[sentence.start..feeling.start];
    let mut back: Vec<Range<usize>> = words(before).collect();
    while back
        .last()
        .is_some_and(|word| BETWEEN.has(&before[word.clone()]))
    {
        if before[back.pop()?].eq_ignore_ascii_case("not") {
            return None;
        }
    }
    let Some(last) = back.pop() else {
        // "Excited to announce …", with nobody named.
        return Some(feeling.start..end);
    };
    let at = |word: &Range<usize>| sentence.start + word.start;
    if SUBJECTS.has(&before[last.clone()]) {
        return Some(at(&last)..end);
    }
    if !BEING.has(&before[last.clone()]) {
        return None;
    }
    // "we have rebuilt it and are excited to announce": the subject is far off.
    let joined = back
        .last()
        .is_some_and(|word| matches!(&before[word.clone()], "and" | "but"));
    if joined {
        return Some(at(&last)..end);
    }
    let mut subject = back.pop()?;
    while BEING.has(&before[subject.clone()]) || BETWEEN.has(&before[subject.clone()]) {
        subject = back.pop()?;
    }
    let word = &before[subject.clone()];
    let is_first = back.is_empty();
    let is_name = word.starts_with(char::is_uppercase) && (!is_first || is_capitals(word));
    let speaks = SUBJECTS.has(word)
        || (GROUPS.has(word) && !is_first)
        || company.names.iter().any(|name| name.ends_with(word))
        || is_name;
    if !speaks {
        return None;
    }
    // A name may reach back over markup; then the verb is enough.
    let start = if SUBJECTS.has(word) || is_plain(&before[subject.start..]) {
        subject.start
    } else {
        last.start
    };
    Some(sentence.start + start..end)
}

/// NASA is a name wherever it stands.
fn is_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace())
}

fn report(post: &Post, sentence: &Range<usize>, frame: Range<usize>, out: &mut Findings) {
    let prose = post.prose();
    let text = prose.text();
    let words = text[frame.clone()].to_owned();
    let finding = out
        .report(
            prose.source(frame.clone()),
            format!("\"{words}\" tells readers how you feel before it tells them what is new"),
        )
        .label("the post opens with the sender's feelings")
        .help("open with the news and what it changes for the reader");

    // "We are thrilled to announce that X" says "X".
    let rest = &text[frame.end..sentence.end];
    let Some(clause) = rest.strip_prefix(" that ") else {
        return;
    };
    let Some(first) = clause.chars().next() else {
        return;
    };
    let until = frame.end + " that ".len() + first.len_utf8();
    let whole = prose.source(sentence.start..until);
    // iPads and gRPC keep their first letter.
    let first_word = clause.split(' ').next().unwrap_or_default();
    if first_word.chars().skip(1).any(char::is_uppercase) {
        return;
    }
    let is_plain = whole.slice(post.text()) == &text[sentence.start..until];
    if frame.start == sentence.start && is_plain {
        finding.fix(Fix::edit(
            Applicability::Suggestion,
            "drop the frame",
            whole,
            first.to_uppercase().to_string(),
        ));
    }
}
