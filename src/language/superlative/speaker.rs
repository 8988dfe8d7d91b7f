//! Of whom a superlative is said: only of the speaker, and with nothing between
//! the two but a form of "to be" or a verb of offering, it is a claim.

use std::ops::Range;

use super::data::*;
use super::{Claim, Shape, folded};
use crate::language::words;

impl Claim<'_> {
    /// True when the claim that starts at `start` is made of the company.
    pub(super) fn is_ours(&self, shape: Shape, start: usize) -> bool {
        let before = &self.sentence[..start];
        let lead: Vec<String> = folded(before).collect();
        let is_owned =
            lead.last().is_some_and(|word| word == "our") || self.ends_with_possessive(before);
        if shape == Shape::Fixed && is_owned {
            return true;
        }
        if lead.first().is_some_and(|word| word == "as")
            && lead[1..].iter().all(|word| ARTICLES.has(word))
        {
            return self.is_followed_by_us();
        }
        let Some(subject) = self.subject(before) else {
            return false;
        };
        let head: Vec<String> = folded(&before[..subject.start]).collect();
        if head.iter().rev().take(2).any(|word| DOUBTS.has(word)) {
            return false;
        }
        let gap = &before[subject.end..];
        let mut between: Vec<String> = folded(gap).collect();
        // "Acme Cloud 3 is"
        between.retain(|word| !word.chars().all(|c| c.is_ascii_digit()));
        if between.iter().all(|word| ARTICLES.has(word)) {
            let is_made = head
                .last()
                .is_some_and(|word| matches!(word.as_str(), "make" | "makes" | "made" | "making"));
            let is_name = !PRONOUNS.has(&before[subject.clone()]);
            // "This makes us the largest", "Acme, the largest"
            return is_made || (is_name && is_apposition(gap)) || ends_with_is(&before[subject]);
        }
        !gap.contains([';', ':', '—', '–', '('])
            && self.is_predicate(ends_with_is(&before[subject]), &between)
    }

    /// True when nothing stands between the company and the claim but a form
    /// of "to be", or a verb of offering. `has_verb` says that the subject
    /// brings one along: "we're".
    fn is_predicate(&self, mut has_verb: bool, between: &[String]) -> bool {
        let mut was = false;
        for (at, word) in between.iter().enumerate() {
            let word = word.as_str();
            if word == "not" || word.ends_with("n't") {
                // "is not only the fastest" says that it is.
                let next = between.get(at + 1).map(String::as_str);
                if !matches!(next, Some("only" | "just" | "merely" | "simply")) {
                    return false;
                }
                has_verb |= matches!(word, "isn't" | "aren't");
            } else if BEING.has(word) || MAKING.has(word) {
                has_verb = true;
                was |= matches!(word, "was" | "were");
            } else if !BETWEEN.has(word) {
                return false;
            }
        }
        // "We were the first company to do so in 2014" is history.
        let mut numbers = self.sentence.split(|c: char| !c.is_ascii_digit());
        has_verb && !(was && numbers.any(is_year))
    }

    /// The last mention of the company in `text`.
    fn subject(&self, text: &str) -> Option<Range<usize>> {
        let lower = text.to_ascii_lowercase();
        let names = self.names.iter().filter_map(|name| {
            let start = lower.rfind(&name.to_ascii_lowercase())?;
            let end = start + name.len();
            let whole = !text.get(end..)?.starts_with(char::is_alphanumeric)
                && !text[..start].ends_with(char::is_alphanumeric);
            whole.then(|| start..self.own_thing_end(text, end, true).unwrap_or(end))
        });
        let pronouns = words(text).filter_map(|word| {
            let found = &text[word.clone()];
            if PRONOUNS.has(found) {
                Some(word)
            } else if found.eq_ignore_ascii_case("our") {
                Some(word.start..self.own_thing_end(text, word.end, false)?)
            } else {
                None
            }
        });
        names.chain(pronouns).max_by_key(|range| range.end)
    }

    /// The end of "platform" in "our new platform" or "Acme's platform", from
    /// the end of "our" or "Acme" on.
    fn own_thing_end(&self, text: &str, from: usize, is_name: bool) -> Option<usize> {
        let rest = &text[from..];
        let rest = match (is_name, rest.strip_prefix("'s").or(rest.strip_prefix("’s"))) {
            (true, possessed) => possessed?,
            (false, _) => rest,
        };
        let offset = text.len() - rest.len();
        words(rest)
            .take(3)
            .find(|word| OWN_THINGS.has(rest[word.clone()].to_lowercase().as_str()))
            .map(|word| offset + word.end)
    }

    /// "Acme's market-leading platform"
    fn ends_with_possessive(&self, before: &str) -> bool {
        let before = before.trim_end();
        ["'s", "’s"]
            .iter()
            .filter_map(|tail| before.strip_suffix(tail))
            .any(|owner| self.names.iter().any(|name| owner.ends_with(name)))
    }

    /// "As the world's leading maker of maps, we …"
    fn is_followed_by_us(&self) -> bool {
        let rest = &self.sentence[self.place.end..];
        let Some((_, main)) = rest.split_once(", ") else {
            return false;
        };
        main.starts_with("we ")
            || main.starts_with("our ")
            || self.names.iter().any(|name| main.starts_with(name))
    }
}

/// "Acme, the …", "Acme Cloud 3: the …"
fn is_apposition(gap: &str) -> bool {
    gap.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.'))
        .starts_with([',', ':', '—', '–'])
}

fn ends_with_is(subject: &str) -> bool {
    ["'re", "’re"].iter().any(|tail| subject.ends_with(tail))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// The name that `sentence` starts with: "Acme Cloud" in "Acme Cloud is fast".
pub fn leading_name(sentence: &str) -> Option<&str> {
    let mut end = 0;
    for word in words(sentence) {
        let between = &sentence[end..word.start];
        let is_joined = if end == 0 {
            between.is_empty()
        } else {
            between == " "
        };
        if !is_joined || !sentence[word.clone()].starts_with(char::is_uppercase) {
            break;
        }
        end = word.end;
    }
    let name = &sentence[..end];
    // The first word of any sentence has a capital.
    let is_word = STARTS.has(name.split(' ').next().unwrap_or_default());
    (end > 2 && !is_word).then_some(name)
}
