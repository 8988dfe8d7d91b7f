//! `unless`: what excuses a finding, and how near it must stand.

use std::ops::Range;

use super::matcher::Matcher;
use super::phrases::Phrases;
use super::stretch::{Stretch, holders};
use super::wording::{name_of, quoted};
use crate::evidence;
use crate::language::sentences;
use crate::lexicon::Phrase;
use crate::policy::section::Section;
use crate::post::Post;
use crate::rules::Context;
use crate::span::Span;

/// What excuses a finding.
#[derive(Debug)]
pub(super) struct Unless {
    phrases: Option<Phrases>,
    evidence: bool,
    within: Within,
}

/// How near it must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Sentence,
    Paragraph,
    Section,
    Post,
}

const WITHIN: [(&str, Within); 4] = [
    ("sentence", Within::Sentence),
    ("paragraph", Within::Paragraph),
    ("section", Within::Section),
    ("post", Within::Post),
];

impl Unless {
    /// The table at `unless`; `place` is where the rule is named. A rule about
    /// a post as a whole has no nearer place than that.
    pub(super) fn read(
        section: &mut Section<'_, '_>,
        place: Span,
        all: &mut Vec<Phrase>,
        matcher: Option<&Matcher>,
    ) -> Option<Unless> {
        let table = section.table("unless")?;
        let mut section = Section::new("`unless`", table, section.faults);
        if section.peek("phrases").is_none() && section.peek("evidence").is_none() {
            section
                .faults
                .report(place, "`unless` excuses nothing")
                .label("no `phrases`, no `evidence`");
        }
        let phrases = Phrases::read(&mut section, all);
        let evidence = section.take("evidence", "true or false").unwrap_or(false);
        let within = if matcher.is_some_and(Matcher::is_about_post) {
            Within::Post
        } else {
            let within = section.word("within", WITHIN);
            within.map_or(Within::Paragraph, |within| within.value)
        };
        section.finish();
        Some(Unless {
            phrases,
            evidence,
            within,
        })
    }

    /// What excuses, in words.
    pub(super) fn describe(&self) -> String {
        let name = name_of(&WITHIN, &self.within);
        let phrases = self.phrases.as_ref().map(|phrases| quoted(phrases.texts()));
        let evidence = self.evidence.then(|| "evidence".to_owned());
        let excuses: Vec<String> = phrases.into_iter().chain(evidence).collect();
        format!("; not with {} in the {name}", excuses.join(" or "))
    }
}

/// What excuses the findings of one post, asked in the order of the text.
pub(super) struct Excuses<'a> {
    unless: &'a Unless,
    post: &'a Post,
    cx: &'a Context<'a>,
    /// The block that was split last, and its sentences.
    split: Option<(usize, Vec<Range<usize>>)>,
    /// The neighbourhood that was looked through last, and whether it excuses.
    last: Option<(Near, bool)>,
}

/// The part of a post that counts as near a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Near {
    blocks: Range<usize>,
    /// The only sentence of them that counts, in bytes of the prose.
    sentence: Option<Range<usize>>,
}

impl<'a> Excuses<'a> {
    pub(super) fn new(unless: &'a Unless, post: &'a Post, cx: &'a Context<'a>) -> Excuses<'a> {
        Excuses {
            unless,
            post,
            cx,
            split: None,
            last: None,
        }
    }

    /// True when the finding at `span` is excused.
    pub(super) fn cover(&mut self, span: Span) -> bool {
        let Some(near) = self.near(span) else {
            return false;
        };
        if let Some((last, excuses)) = &self.last
            && *last == near
        {
            return *excuses;
        }
        let excuses = self.say_so(&near);
        self.last = Some((near, excuses));
        excuses
    }

    fn say_so(&self, near: &Near) -> bool {
        let blocks = self.post.prose().blocks();
        let says = |phrases: &Phrases| {
            let whole = || blocks[near.blocks.clone()].iter().map(|block| &block.text);
            let texts: Vec<&Range<usize>> = match &near.sentence {
                Some(sentence) => vec![sentence],
                None => whole().collect(),
            };
            texts.into_iter().any(|text| {
                let stretch = Stretch::of_prose(self.post, text.clone());
                !phrases.find(&stretch, self.cx.hits).is_empty()
            })
        };
        // Evidence backs a paragraph as a whole.
        let backs = |index| evidence::for_block(self.post, index, false, self.cx.company).is_some();
        self.unless.phrases.as_ref().is_some_and(says)
            || (self.unless.evidence && near.blocks.clone().any(backs))
    }

    fn near(&mut self, span: Span) -> Option<Near> {
        let blocks = self.post.prose().blocks();
        let whole = |blocks| {
            Some(Near {
                blocks,
                sentence: None,
            })
        };
        match self.unless.within {
            Within::Post => whole(0..blocks.len()),
            Within::Section => {
                let next = blocks.partition_point(|block| block.span.start <= span.start);
                let section = blocks.get(next.saturating_sub(1))?.section;
                let start = blocks.partition_point(|block| block.section < section);
                whole(start..blocks.partition_point(|block| block.section <= section))
            }
            Within::Paragraph => {
                let block = holders(self.post, span).last()?;
                whole(block..block + 1)
            }
            Within::Sentence => {
                let block = holders(self.post, span).last()?;
                Some(Near {
                    blocks: block..block + 1,
                    sentence: Some(self.sentence(block, span)?),
                })
            }
        }
    }

    /// The sentence of `block` that holds `span`.
    fn sentence(&mut self, block: usize, span: Span) -> Option<Range<usize>> {
        let prose = self.post.prose();
        let text = &prose.blocks()[block].text;
        if self.split.as_ref().is_none_or(|(split, _)| *split != block) {
            let mut found = sentences(&prose.text()[text.clone()]);
            for sentence in &mut found {
                *sentence = text.start + sentence.start..text.start + sentence.end;
            }
            self.split = Some((block, found));
        }
        let (_, sentences) = self.split.as_ref()?;
        let starts_before =
            |sentence: &Range<usize>| prose.source(sentence.clone()).start <= span.start;
        let next = sentences.partition_point(starts_before);
        sentences.get(next.checked_sub(1)?).cloned()
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::custom::sample::flagged;

    /// How many of the words are flagged, for each distance.
    fn counts(unless: &str, text: &str) -> Vec<usize> {
        ["sentence", "paragraph", "section", "post"]
            .into_iter()
            .map(|within| {
                let lines =
                    format!("phrases = ['fast']\nunless = {{ {unless}, within = '{within}' }}");
                flagged(&lines, text).len()
            })
            .collect()
    }

    #[test]
    fn phrases_excuse_what_is_near() {
        let text = "Fast. Fast as C++.\n\nFast.\n\n# One\n\nFast.\n";
        assert_eq!(counts("phrases = ['C++']", text), [3, 2, 1, 0]);
        assert_eq!(counts("phrases = ['slow']", text), [4, 4, 4, 4]);
    }

    #[test]
    fn evidence_excuses_what_is_near() {
        let text = "Fast, [shown](https://example.org/a).\n\n- Fast.\n\n# One\n\nFast.\n";
        assert_eq!(counts("evidence = true", text), [1, 1, 1, 0]);
        let own = "Fast, [bought](https://acme.example).\n";
        assert_eq!(counts("evidence = true", own), [1, 1, 1, 1]);
    }
}
