//! How many of all people do something: "60% of adults own a phone".

use std::ops::Range;

use super::Sentence;
use crate::language::{PhraseList, WordList};

/// What to look for, besides the sign %.
const SIGNS: PhraseList = PhraseList::new(
    "percent; per cent; one in; two in; three in; four in; seven in; eight in; nine in; 1 in; 2 in; 3 in; \
     4 in; 6 in; 7 in; 8 in; 9 in; out of; half of; third of; thirds of; quarter of; quarters of",
);

/// Those that nobody counts in passing. Users, customers, visitors, employees,
/// students and patients are mostly the company's own, and are left out.
const PEOPLE: WordList = WordList::new(
    "people adults americans europeans britons canadians australians germans latinos hispanics \
     millennials children kids teens teenagers women men parents teachers workers employers \
     executives marketers developers engineers designers programmers consumers shoppers buyers \
     doctors nurses voters citizens households families homes businesses companies organizations \
     organisations firms enterprises startups governments schools universities hospitals brands \
     retailers professionals journalists lawyers founders freelancers travellers travelers drivers \
     owners seniors",
);
/// Words behind which somebody in particular is meant, or the phrase is over.
const ENDING: WordList = WordList::new(
    "the our their these those its my your his her this that them us which who whom whose and or \
     of in on at to for with from by is are was were has have had a an",
);
/// Words of a sentence that names who counted, or says that somebody did.
const SOURCES: WordList = WordList::new(
    "according survey surveyed surveys study studies research researchers poll polled respondents \
     census analysis experts source via",
);
/// The same, when they stand before the figure: "Jo Doe says that 60% of adults".
const SAYING: WordList = WordList::new(
    "report reports reported found finds finding says said say estimates estimated estimate cites \
     cited asked data statistics show shows showed reveals revealed indicates believe",
);
/// Words that say which people, where they stand behind them: "people at the fair".
const CHOOSING: WordList = WordList::new("to at on within among attending visiting");
/// Words that say so when a place or a time with an article follows: "in the room".
const PLACING: WordList = WordList::new("in from of with");
const ARTICLES: WordList = WordList::new("the our this that these those my their its his her");

/// What to look for, besides the sign %.
pub fn signs() -> impl Iterator<Item = &'static str> {
    SIGNS.iter()
}

/// The words "60% of adults" around the sign at `mark`, when the sentence states it
/// as a fact about people at large and names no source.
pub fn find(sentence: &Sentence<'_>, mark: Range<usize>) -> Option<Range<usize>> {
    let (start, behind) = figure(sentence, mark)?;
    let number = sentence.number_at(start);
    if sentence.is_asked()
        || sentence.is_supposed()
        || sentence.is_wished()
        || sentence.is_first_person()
        || sentence.from(0).any(|word| SOURCES.has(word))
        || sentence.before(number).any(|word| SAYING.has(word))
    {
        return None;
    }
    let last = people(sentence, behind)?;
    let (next, second) = (sentence.word(last + 1), sentence.word(last + 2));
    let is_chosen = CHOOSING.has(next) || (PLACING.has(next) && ARTICLES.has(second));
    // Something is said of them.
    let is_statement = !next.is_empty() && !is_chosen;
    is_statement.then(|| start..sentence.range(last, last).end)
}

/// Where the figure starts, and number of the first word of whom it is about.
fn figure(sentence: &Sentence<'_>, mark: Range<usize>) -> Option<(usize, usize)> {
    let sign = &sentence.text[mark.clone()];
    if sign == "%" || sign.to_ascii_lowercase().starts_with("per") {
        let (range, value) = sentence.share(mark)?;
        let of = sentence.number_at(range.end);
        // "99% of people" is a way of speaking.
        let is_share = value > 0.0 && value < 99.0 && sentence.word(of) == "of";
        return is_share.then_some((range.start, of + 1));
    }
    let number = sentence.number_at(mark.start);
    if matches!(
        sentence.word(number),
        "half" | "third" | "thirds" | "quarter" | "quarters"
    ) {
        return Some((sentence.fraction(number), number + 2));
    }
    let (first, last) = sentence.ratio(number + usize::from(sentence.word(number) != "out"))?;
    Some((sentence.range(first, first).start, last + 1))
}

/// Number of the last word of "all American adults", which starts at number `n`.
fn people(sentence: &Sentence<'_>, n: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let end = (n..n + LONGEST).find(|&n| {
        let word = sentence.word(n);
        word.is_empty() || ENDING.has(word) || !sentence.is_joined(n)
    });
    let end = end.unwrap_or(n + LONGEST);
    (n..end).rev().find(|&n| PEOPLE.has(sentence.word(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let sentence = Sentence::new(text);
        let lower = text.to_lowercase();
        let mut places = signs()
            .chain(["%"])
            .filter_map(|sign| Some((lower.find(sign)?, sign.len())));
        places.find_map(|(at, len)| find(&sentence, at..at + len).map(|range| &text[range]))
    }

    #[test]
    fn a_share_of_people_at_large_is_a_statistic() {
        for (text, words) in [
            ("About 60% of adults own a kite.", "60% of adults"),
            (
                "Today 7.5 percent of small businesses fly one.",
                "7.5 percent of small businesses",
            ),
            (
                "One in four working parents owns a kite.",
                "One in four working parents",
            ),
            ("Some 3 out of 5 companies fly one.", "3 out of 5 companies"),
            (
                "Two-thirds of all adults own a kite.",
                "Two-thirds of all adults",
            ),
            ("Nearly half of companies fly one.", "half of companies"),
            ("72% of businesses say they own one.", "72% of businesses"),
            ("60% of adults in Europe own a kite.", "60% of adults"),
        ] {
            assert_eq!(found(text), Some(words), "{text}");
        }
    }

    #[test]
    fn what_is_counted_supposed_or_attributed_is_none() {
        for text in [
            "About 60% of our customers own a kite.",
            "About 60% of the people in the room own a kite.",
            "About 60% of people in the room own a kite.",
            "About 60% of companies on our list own a kite.",
            "About 60% of visitors own a kite.",
            "99% of people own no kite.",
            "We found that 60% of adults own a kite.",
            "Kite Weekly says 60% of adults own a kite.",
            "Suppose 60% of adults own a kite.",
            "The goal is that 60% of adults own a kite.",
            "Do 60% of adults own a kite?",
            "It works for 100% of users who own a kite.",
            "Sales went up 60% in a year.",
            "One in our team of parents owns a kite.",
            "60% of adults",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
