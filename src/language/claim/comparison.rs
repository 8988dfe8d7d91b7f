//! Better than somebody else: "40% faster than RivalDB".

use std::ops::Range;

use super::Sentence;
use crate::language::WordList;

/// What can be measured and compared.
const BETTER: WordList = WordList::new(
    "faster cheaper smaller lighter cooler quieter stronger safer leaner thinner quicker",
);
/// The same behind "more" or "less".
const QUALITIES: WordList = WordList::new(
    "efficient accurate secure reliable affordable effective expensive productive performant \
     scalable precise durable",
);
/// Words that mean those who offer the same.
const RIVALS: WordList = WordList::new(
    "other competing rival traditional conventional competitors competitor rivals alternatives \
     leading comparable anyone anybody",
);
/// Capital letters that are no rival.
const NO_NAMES: WordList = WordList::new(
    "i january february march april may june july august september october november december \
     monday tuesday wednesday thursday friday saturday sunday",
);

/// What to look for.
pub const SIGN: &str = "than";

/// The words "40% faster than RivalDB" around the "than" at byte `at`, when they
/// compare with somebody else. Without a number, only one of the `competitors`
/// is somebody; `own` are the names of the speaker.
pub fn find(
    sentence: &Sentence<'_>,
    at: usize,
    own: &[&str],
    competitors: &[String],
) -> Option<Range<usize>> {
    let than = sentence.number_at(at);
    let comparative = comparative(sentence, than)?;
    if sentence.is_asked() || sentence.is_supposed() || sentence.is_wished() {
        return None;
    }
    let amount = sentence.amount(comparative);
    let first = amount.unwrap_or(comparative);
    if sentence.is_denied(first, 4) {
        return None;
    }
    let rest = &sentence.text[sentence.range(than, than).end..];
    let rest = rest.trim_start();
    let competitor = competitors
        .iter()
        .find(|name| !name.is_empty() && starts_with_name(rest, name));
    if let Some(name) = competitor {
        let last = sentence.number_at(sentence.text.len() - rest.len() + name.len()) - 1;
        return Some(sentence.range(first, last));
    }
    amount?;
    let last = rival(sentence, than + 1, rest, own)?;
    Some(sentence.range(first, last))
}

/// Number of the word that "faster" or "more efficient" starts with, which
/// stands before word number `than`.
fn comparative(sentence: &Sentence<'_>, than: usize) -> Option<usize> {
    let last = than.checked_sub(1)?;
    if BETTER.has(sentence.word(last)) {
        return Some(last);
    }
    let first = last.checked_sub(1)?;
    let is_more = matches!(sentence.word(first), "more" | "less");
    (is_more && QUALITIES.has(sentence.word(last))).then_some(first)
}

/// Number of the last word of a rival that starts at word number `n`.
fn rival(sentence: &Sentence<'_>, n: usize, rest: &str, own: &[&str]) -> Option<usize> {
    let n = n + usize::from(matches!(
        sentence.word(n),
        "any" | "most" | "the" | "all" | "many"
    ));
    if RIVALS.has(sentence.word(n)) {
        return Some(n);
    }
    let name = sentence.word(n);
    let name = name.strip_suffix("'s").unwrap_or(name);
    // "Kelvin 2 is 40% faster than Kelvin 1" is about one thing; A4 is a size.
    let is_name = sentence.written(n).starts_with(char::is_uppercase)
        && name.len() > 2
        && !NO_NAMES.has(name)
        && !sentence.before(n).any(|word| word == name)
        && !own.iter().any(|name| starts_with_name(rest, name));
    is_name.then_some(n)
}

fn starts_with_name(rest: &str, name: &str) -> bool {
    let start = rest.get(..name.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(name))
        && !rest[name.len()..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let at = text.find(SIGN)?;
        let competitors = ["RivalDB".to_owned()];
        let found = find(&Sentence::new(text), at, &["Acme Cloud"], &competitors);
        found.map(|range| &text[range])
    }

    #[test]
    fn a_rival_is_compared_with() {
        for (text, words) in [
            ("It is 40% faster than RivalDB.", "40% faster than RivalDB"),
            ("It is cheaper than RivalDB.", "cheaper than RivalDB"),
            (
                "It is 3 times more efficient than Kelvin.",
                "3 times more efficient than Kelvin",
            ),
            (
                "It is 10x faster than other hosts.",
                "10x faster than other",
            ),
            (
                "It is 7 percent lighter than any competing host.",
                "7 percent lighter than any competing",
            ),
        ] {
            assert_eq!(found(text), Some(words), "{text}");
        }
    }

    #[test]
    fn what_has_no_rival_or_no_number_is_none() {
        for text in [
            "It is 40% faster than before.",
            "It is 40% faster than last year.",
            "It is 40% faster than Acme Cloud 2.",
            "It is cheaper than Kelvin.",
            "It is not 40% faster than RivalDB.",
            "Is it 40% faster than RivalDB?",
            "If it is 40% faster than RivalDB, buy it.",
            "Kelvin 2 is 40% faster than Kelvin 1.",
            "It is 40% cheaper than Monday's.",
            "It is 40% smaller than A4.",
            "It is 40% taller than Kelvin.",
            "It was 40% cheaper than in May.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
