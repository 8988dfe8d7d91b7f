//! `mindset/undisclosed-employer`: praise for what the author's company sells.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::missing_disclaimer::mentions;
use crate::finding::{Findings, Level};
use crate::language::{PhraseList, WordList, disclosure, words};
use crate::lexicon::Phrase;
use crate::post::Post;
use crate::rules::passage::Passages;
use crate::rules::{Check, Context, Example, Meta, Rule, Source, kind};

/// The rule has no options.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UndisclosedEmployer {}

impl Rule for UndisclosedEmployer {
    const META: Meta = Meta {
        id: "mindset/undisclosed-employer",
        summary: "A personal post that praises the company's product without \"I work there\"",
        why: "Readers of a person's own page take praise for that of a friend; from somebody on \
              the payroll it is an advertisement, and the FTC asks that the employment be said. In \
              LinkedIn's study \"The Mindset Divide\" (2012) personal networks are where people \
              spend time with those they trust, which is what such praise uses up. Three words \
              settle it: I work there.",
        leaves_alone: "Praise in quotations, questions and denials, posts that say anywhere who employs the author, \
                       and posts that do not name the company or its products.",
        level: Level::Warning,
        on_by_default: false,
        reads_english: true,
        options: &[],
        sources: &[Source {
            title: "16 CFR Part 255: Guides Concerning Use of Endorsements and Testimonials in Advertising",
            url: "https://www.ecfr.gov/current/title-16/part-255",
        }],
        examples: &[
            Example::Bad {
                text: "I love Acme Cloud: it sends my kites up in a minute.\n",
                hits: &["I love Acme Cloud"],
                fixed: None,
            },
            Example::Bad {
                text: "Honestly, Acme Cloud is amazing.\n",
                hits: &["Acme Cloud is amazing"],
                fixed: None,
            },
            Example::Good("I work at Acme. I love Acme Cloud, and I would.\n"),
            Example::Good("I love kites. Acme Cloud stores maps of them.\n"),
            Example::Good("“I love Acme Cloud,” said Ines.\n"),
            Example::Good("I never said that Acme Cloud is amazing.\n"),
        ],
    };
}

/// What stands before the name.
const LOVES: PhraseList = PhraseList::new(
    "i love; i really love; i highly recommend; i recommend; i can recommend; i'd recommend; \
     i would recommend; big fan of; huge fan of; my favorite; my favourite; in love with; can't live \
     without; you should try; you need to try",
);

/// What stands behind it, and "is".
const PRAISE: WordList = WordList::new(
    "amazing awesome great fantastic brilliant excellent wonderful incredible superb perfect \
     unbeatable fabulous outstanding magical beautiful",
);

static PHRASES: LazyLock<Vec<Phrase>> =
    LazyLock::new(|| disclosure::employment().map(Phrase::new).collect());

impl Check for UndisclosedEmployer {
    fn phrases(&self) -> &[Phrase] {
        &PHRASES
    }

    fn can_tell(&self, cx: &Context<'_>) -> bool {
        !cx.company.own_names().is_empty()
    }

    fn check(&self, post: &Post, cx: &Context<'_>, out: &mut Findings) {
        if !cx.hits.is_empty() || !kind::is_post(post) {
            return;
        }
        let names = cx.company.own_names();
        let prose = post.prose();
        let mut passages = Passages::of(post);
        for name in mentions(prose.text(), &names) {
            let passage = passages.around(name.start);
            let Some(said) = passage.sentence(name.start) else {
                continue;
            };
            let inside = said.inside(&name);
            if inside.end > said.text.len() || passage.is_said_by_others(name.start, &names) {
                continue;
            }
            let Some(praise) = praise(said.text, &inside) else {
                continue;
            };
            let place = said.outside(praise);
            let words = &prose.text()[place.clone()];
            out.report(
                prose.source(place),
                format!("\"{words}\" is praise for an employer, and nothing here says so"),
            )
            .label("no \"I work at\" in this post")
            .help("say that you work there, in the same paragraph");
            return;
        }
    }
}

/// The words that praise what is named at `name` of `sentence`.
fn praise(sentence: &str, name: &Range<usize>) -> Option<Range<usize>> {
    const DENIALS: WordList =
        WordList::new("not never no isn't if whether didn't don't wouldn't why");
    let is_denied = words(sentence).any(|word| DENIALS.has(&sentence[word]));
    if is_denied || sentence.trim_end().ends_with('?') {
        return None;
    }
    let before = sentence[..name.start]
        .trim_end()
        .to_lowercase()
        .replace('’', "'");
    let love = LOVES.iter().find(|love| before.ends_with(love));
    if let Some(love) = love {
        // The same letters, but for apostrophes, which may be longer.
        let count = love.split(' ').count();
        let starts: Vec<usize> = words(&sentence[..name.start])
            .map(|word| word.start)
            .collect();
        let start = starts
            .len()
            .checked_sub(count)
            .and_then(|first| starts.get(first))?;
        return Some(*start..name.end);
    }
    let rest = &sentence[name.end..];
    let mut behind = words(rest);
    let verb = behind.next()?;
    if !matches!(&rest[verb], "is" | "was" | "looks" | "feels") {
        return None;
    }
    let end = behind
        .take(3)
        .find(|word| PRAISE.has(&rest[word.clone()]))?
        .end;
    Some(name.start..name.end + end)
}
