//! Of whom something is said.

use std::ops::Range;

use super::{BEING, FUNCTION_WORDS, Statement};
use crate::language::WordList;

/// What the speaker and its products are called; "we" and "our" are known.
#[derive(Debug, Default)]
pub struct Speaker<'a> {
    /// Names of the company.
    pub companies: Vec<&'a str>,
    /// Names of what it sells.
    pub products: Vec<&'a str>,
}

/// How the speaker calls itself.
const PRONOUNS: WordList = WordList::new("we we're we've we'll");

/// What one has and does not sell: "our customers are …".
const OTHERS: WordList = WordList::new(
    "customer customers client clients user users partner partners supplier suppliers competitor \
     competitors friend friends guest guests reader readers government country city town state \
     community communities industry world planet future sector members member neighbours neighbors \
     host hosts landlord vendor vendors society economy patients patient families readers nation",
);

/// What a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// "we"
    We,
    /// The name of the company.
    Company,
    /// The name of a product.
    Product,
    /// "our cups", "Acme's cups"
    Thing,
}

/// The words of a subject.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub kind: Kind,
    pub words: Range<usize>,
    /// "we're" brings its verb along.
    pub has_verb: bool,
}

impl Statement<'_> {
    /// The last mention of the speaker before the phrase, as a subject.
    pub(super) fn subject(&self, verbs: WordList) -> Option<Subject> {
        (0..self.phrase.start)
            .rev()
            .find_map(|start| self.subject_at(start, verbs))
    }

    fn subject_at(&self, start: usize, verbs: WordList) -> Option<Subject> {
        let words = self.words();
        if let Some(end) = self.owner_at(start) {
            let rest = &words[end..self.phrase.start];
            let is_verb = |word: &String| BEING.has(word) || verbs.has(word);
            let is_modal = |word: &String| matches!(word.as_str(), "will" | "can" | "has" | "have");
            let verb = rest.iter().position(|word| is_verb(word) || is_modal(word));
            let thing = end..end + verb.unwrap_or(rest.len());
            return self.is_thing(thing.clone()).then_some(Subject {
                kind: Kind::Thing,
                words: start..thing.end,
                has_verb: false,
            });
        }
        if PRONOUNS.has(&words[start]) {
            return Some(Subject {
                kind: Kind::We,
                words: start..start + 1,
                has_verb: words[start] == "we're",
            });
        }
        let read = &self.read;
        let product = read.name(start, &self.speaker.products, "");
        let company = read.name(start, &self.speaker.companies, "");
        let kind = if product >= company {
            Kind::Product
        } else {
            Kind::Company
        };
        let mut end = start + product.max(company)?;
        // "Acme Cloud 3"
        let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        if words.get(end).is_some_and(is_number) && end < self.phrase.start {
            end += 1;
        }
        Some(Subject {
            kind,
            words: start..end,
            has_verb: false,
        })
    }

    /// True for the one to four words of something that the speaker has.
    fn is_thing(&self, thing: Range<usize>) -> bool {
        let words = &self.words()[thing];
        (1..=4).contains(&words.len())
            && !words.iter().any(|word| FUNCTION_WORDS.has(word))
            && words.last().is_some_and(|head| !OTHERS.has(head))
    }

    /// Where "our" or "Acme's" stands, when what lies between it and the phrase
    /// only describes the thing behind the phrase.
    pub(super) fn owner(&self) -> Option<usize> {
        let from = self.phrase.start.saturating_sub(4);
        // "our partner's carbon-neutral hosting" is the partner's.
        let describes = |word: &String| {
            let is_other = OTHERS.has(word) || word.ends_with("'s");
            !is_other && !FUNCTION_WORDS.has(word) && !BEING.has(word)
        };
        (from..self.phrase.start).rev().find(|start| {
            let end = self.owner_at(*start);
            let between = end.and_then(|end| self.words().get(end..self.phrase.start));
            between.is_some_and(|between| between.iter().all(describes))
        })
    }

    /// The end of the owner at `start`: "our", "Acme's".
    fn owner_at(&self, start: usize) -> Option<usize> {
        if self.words()[start] == "our" {
            return Some(start + 1);
        }
        let read = &self.read;
        let product = read.name(start, &self.speaker.products, "'s");
        let company = read.name(start, &self.speaker.companies, "'s");
        Some(start + product.max(company)?)
    }

    /// The last word of the thing that `subject` is.
    pub(super) fn head(&self, subject: &Subject) -> &str {
        self.words()[subject.words.clone()]
            .last()
            .map_or("", String::as_str)
    }
}
