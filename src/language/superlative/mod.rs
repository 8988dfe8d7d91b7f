//! Claims to be the first, the only or the best, as shapes of a sentence.
//!
//! A word is no claim. [`Claim::find`] asks what the superlative is said of:
//! only a sentence that says it of the speaker, with nothing in between but a
//! form of "to be" or one verb of offering, makes a claim. Everything else (a
//! customer who is the largest, a goal to be the fastest) is left alone.

mod data;
mod speaker;

pub use speaker::leading_name;

use std::ops::Range;

use super::{fold_into, words};
use data::*;

/// What makes a phrase a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Says it all by itself: "market-leading".
    Fixed,
    /// "the world's", before a superlative.
    Owner,
    /// "the fastest", before a thing that has rivals, or with a field: "on the market".
    Ranked,
    /// "#1".
    Number,
}

/// The phrases to look for; [`Shape::of`] tells what to make of each.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    FIXED
        .iter()
        .chain(OWNERS.iter())
        .chain(RANKED.iter())
        .chain(NUMBERS.iter())
}

impl Shape {
    /// The shape of number `phrase` of [`phrases`]; what comes behind them says
    /// it all by itself.
    pub fn of(phrase: usize) -> Shape {
        let counts = [
            (FIXED.iter().count(), Shape::Fixed),
            (OWNERS.iter().count(), Shape::Owner),
            (RANKED.iter().count(), Shape::Ranked),
            (NUMBERS.iter().count(), Shape::Number),
        ];
        let mut before = 0;
        for (count, shape) in counts {
            before += count;
            if phrase < before {
                return shape;
            }
        }
        Shape::Fixed
    }
}

/// True when the phrase `found` behind `before` is worth a look: most 1s are no
/// "#1".
pub fn is_candidate(found: &str, before: &str) -> bool {
    found != "1" || SIGNS.iter().any(|sign| before.ends_with(sign))
}

/// What makes a number a rank.
const SIGNS: [&str; 3] = ["#", "No. ", "no. "];

/// A phrase in its sentence.
#[derive(Debug)]
pub struct Claim<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// Where the phrase stands in it.
    pub place: Range<usize>,
    /// What the speaker and its products are called; "we" is known.
    pub names: &'a [&'a str],
}

impl Claim<'_> {
    /// The words of the claim, when the sentence makes one about the company.
    pub fn find(&self, shape: Shape) -> Option<Range<usize>> {
        if self.sentence.trim_end().ends_with('?') {
            return None;
        }
        // A noun phrase, and what says that it is one of the speaker's own.
        let after: Vec<String> = folded(&self.sentence[self.place.end..])
            .take(NEAR)
            .collect();
        let mut start = self.place.start;
        let end = match shape {
            Shape::Fixed => self.place.end,
            Shape::Owner => self.owner_end(&after)?,
            Shape::Ranked => self.ranked_end(&after)?,
            Shape::Number => {
                if self.sentence[self.place.clone()].starts_with('1') {
                    let before = &self.sentence[..start];
                    start = SIGNS
                        .iter()
                        .find_map(|sign| before.strip_suffix(sign))?
                        .len();
                }
                self.number_end(&after)?
            }
        };
        self.is_ours(shape, start).then_some(start..end)
    }

    /// End of word number `n` behind the phrase.
    fn word_end(&self, n: usize) -> Option<usize> {
        let word = words(&self.sentence[self.place.end..]).nth(n)?;
        Some(self.place.end + word.end)
    }

    /// "the world's" needs a superlative.
    fn owner_end(&self, after: &[String]) -> Option<usize> {
        let next = after.first()?.as_str();
        let is_number = next == "1" && self.sentence[self.place.end..].starts_with(" #1");
        if !is_number && !SUPERLATIVES.has(next) {
            return None;
        }
        self.word_end(usize::from(next == "most"))
    }

    /// "the fastest" needs a field, or a thing with rivals and what it is first at.
    fn ranked_end(&self, after: &[String]) -> Option<usize> {
        let phrase = self.sentence[self.place.clone()].to_lowercase();
        let rest = self.sentence[self.place.end..].to_lowercase();
        let is_most = phrase == "the most";
        if is_most && after.first().is_none_or(|word| ORDINARY.has(word)) {
            return None;
        }
        let is_in_turn =
            phrase == "the first" && after.first().is_some_and(|word| IN_TURN.has(word));
        if is_in_turn {
            return None;
        }
        let is_among_ours = after
            .iter()
            .any(|word| matches!(word.as_str(), "we" | "we've" | "our" | "us" | "yet" | "far"));
        if is_among_ours {
            return None;
        }
        let has_field = FIELDS.iter().any(|field| rest.contains(field));
        let thing = thing(after);
        if has_field {
            let noun = thing.unwrap_or(usize::from(is_most));
            let is_noun = after.get(noun).is_some_and(|word| !is_function_word(word));
            return match (is_noun, noun.checked_sub(1)) {
                (true, _) => self.word_end(noun),
                (false, Some(adjective)) => self.word_end(adjective),
                (false, None) => Some(self.place.end),
            };
        }
        let thing = thing.filter(|_| phrase != "the best")?;
        let end = self.word_end(thing)?;
        // "Acme, the leading provider, opens …"
        if self.sentence[end..].starts_with([',', '.', ';', '!', ')']) {
            return Some(end);
        }
        let reaches = match after.get(thing + 1) {
            // "the first service of a shop" is the one before the second.
            Some(next) if phrase == "the first" => matches!(next.as_str(), "to" | "that" | "which"),
            Some(next) => REACHES.has(next),
            None => true,
        };
        reaches.then_some(end)
    }

    /// "#1" needs a thing with rivals, or "in" and the like.
    fn number_end(&self, after: &[String]) -> Option<usize> {
        let next = after.first()?.as_str();
        let is_rank = matches!(next, "in" | "for" | "on" | "among" | "worldwide");
        (is_rank || thing(after).is_some()).then_some(self.place.end)
    }
}

/// The words of a part of the sentence, lower case.
fn folded(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|word| {
        let mut folded = String::new();
        fold_into(&text[word], &mut folded);
        folded
    })
}

/// How many words behind the phrase are looked at.
const NEAR: usize = 14;

/// The number of the last word of a thing with rivals at the start of `after`:
/// "managed database provider".
fn thing(after: &[String]) -> Option<usize> {
    let is_thing = |word: &String| THINGS.has(word);
    let first = after.iter().take(4).position(is_thing)?;
    if after[..first].iter().any(|word| is_function_word(word)) {
        return None;
    }
    let more = after[first + 1..].iter().take_while(|word| is_thing(word));
    Some(first + more.count())
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "to"
            | "in"
            | "on"
            | "for"
            | "that"
            | "which"
            | "who"
            | "and"
            | "or"
            | "is"
            | "are"
            | "was"
            | "were"
            | "with"
            | "from"
            | "by"
            | "at"
            | "we"
            | "you"
            | "they"
            | "it"
            | "the"
            | "a"
            | "an"
            | "our"
            | "your"
            | "their"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the first claim in `sentence`, said by Acme.
    fn claim(sentence: &str) -> Option<&str> {
        let lower = sentence.to_lowercase().replace('-', " ");
        phrases().enumerate().find_map(|(number, phrase)| {
            let start = lower.find(phrase)?;
            let claim = Claim {
                sentence,
                place: start..start + phrase.len(),
                names: &["Acme Cloud", "Acme"],
            };
            claim.find(Shape::of(number)).map(|found| &sentence[found])
        })
    }

    #[test]
    fn what_the_speaker_says_of_itself_is_a_claim() {
        for (sentence, words) in [
            ("Acme is the world's fastest host.", "world's fastest"),
            ("We're the only cloud that sings.", "the only cloud"),
            (
                "Our new platform has become the world's leading one.",
                "world's leading",
            ),
            (
                "Acme Cloud 3 is by far the fastest database on the market.",
                "the fastest database",
            ),
            (
                "This makes us the world's largest map maker.",
                "world's largest",
            ),
            ("Acme's market-leading support helps.", "market-leading"),
            (
                "Acme isn't just the largest provider of maps.",
                "the largest provider",
            ),
            (
                "Today we're launching the world's first map of wells.",
                "world's first",
            ),
        ] {
            assert_eq!(claim(sentence), Some(words), "{sentence}");
        }
    }

    #[test]
    fn a_sentence_starts_with_a_name_or_not() {
        assert_eq!(leading_name("Acme Cloud 3 is fast"), Some("Acme Cloud"));
        assert_eq!(leading_name("Acme's host"), Some("Acme's"));
        for sentence in [
            "The Acme is fast",
            "It is fast",
            "",
            "fast is Acme",
            "“Acme” is",
        ] {
            assert_eq!(leading_name(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn what_is_said_of_others_hoped_or_denied_is_none() {
        for sentence in [
            "Acme is built on Kelvin, the world's largest dataset.",
            "We were invited to the world's largest fair.",
            "Our guest runs the world's first map of wells.",
            "We have joined the world's largest body.",
            "We want to be the world's fastest host.",
            "We are not the largest provider of maps.",
            "If we are the fastest host on the market, so be it.",
            "Acme is one of the world's fastest hosts.",
            "We launched the first version on the market.",
            "We use the best tool for the job.",
            "Is Acme the world's fastest host?",
            "We care for the nation's forests.",
        ] {
            assert_eq!(claim(sentence), None, "{sentence}");
        }
    }
}
