//! Claims to be the first, the only or the best, as shapes of a sentence.
//!
//! A word is no claim. [`Claim::find`] asks what the superlative is said of:
//! only a sentence that says it of the speaker, with nothing in between but a
//! form of "to be" or one verb of offering, makes a claim. Everything else (a
//! customer who is the largest, a goal to be the fastest) is left alone.

use std::ops::Range;

use super::{PhraseList, WordList, fold_into, words};

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

const FIXED: PhraseList = PhraseList::new(
    "the first ever; the first and only; the most trusted name; the global leader; the world leader; the market leader; the undisputed \
     leader; market leading; industry leading; world leading; category leading; class leading; \
     best in class; first of its kind; second to none; unrivaled; unrivalled; unparalleled; \
     unmatched",
);
const OWNERS: WordList = WordList::new(
    "world's industry's nation's country's planet's market's europe's america's uk's",
);
const RANKED: PhraseList = PhraseList::new(
    "the only; the first; the leading; the premier; the best; the fastest; the largest; the \
     biggest; the cheapest; the safest; the strongest; the smartest; the simplest; the easiest; \
     the greenest; the most",
);
const NUMBERS: PhraseList = PhraseList::new("1; number one");

/// Superlatives that can be measured against others.
const SUPERLATIVES: WordList = WordList::new(
    "first only leading most best top premier foremost largest biggest fastest quickest cheapest \
     safest strongest smartest simplest easiest greenest lightest thinnest highest lowest widest \
     broadest",
);

/// Things that have rivals.
const THINGS: WordList = WordList::new(
    "agency api app application bank brand browser cdn cloud company compiler database dataset \
     editor engine firm framework host language library maker manufacturer marketplace model \
     network operator organisation organization platform product provider resolver retailer \
     runtime server service software solution startup supplier system tool toolkit vendor website",
);

/// What may follow the thing: the claim goes on to say first at what.
const REACHES: WordList = WordList::new("that which to for of with built designed offering");

/// Fields in which somebody can be first.
const FIELDS: PhraseList = PhraseList::new(
    "you can buy; money can buy; available today; in the world; in europe; in america; in the united states; in existence; on earth; ever \
     built; in the industry; in the country; in the nation; in the market; on the market; on the \
     planet; of its kind",
);

/// What "the most …" is said of without any claim: "the most recent version".
const ORDINARY: WordList = WordList::new(
    "of recent common important relevant interesting difficult likely basic exciting challenging \
     requested part obvious current from",
);

/// What the company is called by itself, behind "our".
const OWN_THINGS: WordList = WordList::new(
    "agency api app browser cloud company database engine framework library network organisation \
     organization platform product service services site software solution support system team \
     technology tool website",
);

/// Forms of "to be".
const BEING: WordList =
    WordList::new("is are was were am be been remain remains become became becomes");
/// What one does with an offering.
const MAKING: WordList = WordList::new(
    "building offering providing delivering making launching introducing shipping releasing build built builds offer offers offered provide provides provided deliver delivers delivered \
     make makes made create created creates launch launched launches introduce introduced develop \
     developed ship shipped released give gives",
);
/// What may stand between the company, the verb and the claim without changing who is spoken of.
const BETWEEN: WordList = WordList::new(
    "hands down the a an now today still also already just truly really proudly easily by far officially \
     currently have has we've will you customers users teams developers only merely simply widely",
);
/// What comes first, second and third without any rival.
const IN_TURN: WordList = WordList::new(
    "version draft step time part day week month quarter half year release post episode",
);
const ARTICLES: WordList = WordList::new("the a an");
/// How the company calls itself.
const PRONOUNS: WordList = WordList::new("we we're we've us");
/// Words in front of the company that take the claim back: "if we are the fastest".
const DOUBTS: WordList =
    WordList::new("if whether unless think thinks believe believes hope feel wish like");

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
        let after = folded(&self.sentence[self.place.end..]);
        let mut start = self.place.start;
        let end = match shape {
            Shape::Fixed => self.place.end,
            Shape::Owner => self.owner_end(&after)?,
            Shape::Ranked => self.ranked_end(&after)?,
            Shape::Number => {
                if self.sentence[self.place.clone()].starts_with('1') {
                    let before = &self.sentence[..start];
                    start = ["#", "No. ", "no. "]
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
            .take(14)
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

    /// True when the claim that starts at `start` is made of the company.
    fn is_ours(&self, shape: Shape, start: usize) -> bool {
        let before = &self.sentence[..start];
        let lead = folded(before);
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
        let head = folded(&before[..subject.start]);
        if head.iter().rev().take(2).any(|word| DOUBTS.has(word)) {
            return false;
        }
        let gap = &before[subject.end..];
        let mut between = folded(gap);
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

/// The words of a part of the sentence, lower case.
fn folded(text: &str) -> Vec<String> {
    let mut folded = String::new();
    words(text)
        .map(|word| {
            fold_into(&text[word], &mut folded);
            folded.clone()
        })
        .collect()
}

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

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
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
