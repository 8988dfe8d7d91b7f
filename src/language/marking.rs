//! Markings of confidentiality, as lines that are made of nothing else.

use super::{PhraseList, WordList, fold_into, words};

/// Phrases that are a marking wherever they fill a line.
const MARKS: PhraseList = PhraseList::new(
    "under nda; internal use only; for internal use only; internal only; for internal distribution only; not \
     for external use; not for distribution; not for external distribution; not for public \
     distribution; not for public release; not for publication; strictly confidential; highly \
     confidential; company confidential; business confidential; commercial in confidence; \
     confidential and proprietary; confidential proprietary; proprietary and confidential; \
     proprietary confidential; privileged and confidential; privileged confidential; private and \
     confidential; attorney client privileged; attorney client communication; attorney work \
     product; legally privileged; company eyes only; internal eyes only; tlp red; tlp amber; tlp \
     amber strict",
);

/// What markings ask for. Alone it may as well be advice, so it counts only at
/// an end of the post or beside a marking.
const ORDERS: PhraseList = PhraseList::new(
    "do not distribute; do not redistribute; do not disseminate; do not circulate; do not \
     publish; do not forward; do not share; do not share outside; do not share externally; do not \
     share or distribute; do not copy or distribute",
);

/// Words that mark only like a banner: in capitals, or at an end of the post.
const WORDS: PhraseList = PhraseList::new("confidential; top secret");

/// What may stand beside a marking on its line.
const FILLERS: WordList = WordList::new(
    "it strictly until january february march april may june july august september october november december this document page post draft email memo message file is and or the of please inc llc ltd \
     gmbh corp corporation company copyright c all rights reserved notice classification status \
     team employees version sharing handling marking only customers partners with for internal",
);

/// The phrases to look for: where none of them stands there is no marking. The
/// colon of "TLP:RED" parts its words.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    [MARKS, ORDERS, WORDS]
        .into_iter()
        .flat_map(|list| list.iter())
        .filter(|phrase| !phrase.starts_with("tlp"))
        .chain(["tlp", "internal"])
}

/// How a line looks, which decides what counts as a marking on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Like any other: phrases that are a marking wherever they stand.
    Plain,
    /// In capitals: the bare word too.
    Capitals,
    /// At the top or the bottom of a text: what markings ask for as well.
    Banner,
}

/// True when `line` is made of markings and what goes with them.
pub fn is_marking(line: &str, company: &[String], look: Look) -> bool {
    let mut folded = String::new();
    let words: Vec<String> = words(line)
        .map(|word| {
            fold_into(&line[word], &mut folded);
            folded.clone()
        })
        .collect();
    let names: Vec<String> = company.iter().map(|name| name.to_lowercase()).collect();
    let (mut marks, mut orders, mut bare, mut named) = (0, 0, 0, false);
    let mut at = 0;
    while at < words.len() {
        let rest = words[at..].join(" ");
        if let Some(len) = prefix_words(&rest, MARKS.iter()) {
            marks += 1;
            at += len;
        } else if let Some(len) = prefix_words(&rest, ORDERS.iter()) {
            orders += 1;
            at += len;
        } else if let Some(len) = prefix_words(&rest, WORDS.iter()) {
            bare += 1;
            at += len;
        } else if let Some(len) = prefix_words(&rest, names.iter().map(String::as_str)) {
            named = true;
            at += len;
        } else if is_filler(&words[at]) {
            at += 1;
        } else {
            return false;
        }
    }
    marks > 0
        || (bare > 0 && (look != Look::Plain || named || orders > 0))
        || (orders > 0 && look == Look::Banner)
}

fn is_filler(word: &str) -> bool {
    FILLERS.has(word) || word.chars().all(|c| c.is_ascii_digit())
}

/// How many words of `text` one of the `phrases` takes at its start.
fn prefix_words<'a>(text: &str, phrases: impl Iterator<Item = &'a str>) -> Option<usize> {
    phrases
        .filter(|phrase| {
            text.strip_prefix(phrase)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
        .map(|phrase| phrase.split(' ').count())
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(line: &str, look: Look) -> bool {
        is_marking(line, &["Acme".into()], look)
    }

    #[test]
    fn a_line_of_markings_is_one() {
        for line in [
            "Internal use only – do not distribute",
            "Classification: TLP:AMBER+STRICT",
            "© 2026 Acme, Inc. Confidential and proprietary.",
            "Acme confidential",
            "Attorney–client privileged",
            "Not for public release until 5 May",
        ] {
            assert!(holds(line, Look::Plain), "{line}");
        }
        assert!(holds("CONFIDENTIAL", Look::Capitals) && !holds("Confidential", Look::Plain));
        assert!(holds("Do not forward", Look::Banner) && !holds("DO NOT SHARE", Look::Capitals));
    }

    #[test]
    fn a_line_with_other_words_is_none() {
        for line in [
            "The memo was strictly confidential",
            "Internal use only was the plan",
            "TLP:GREEN",
            "Confidentiality",
            "2026",
            "",
        ] {
            assert!(!holds(line, Look::Banner), "{line}");
        }
    }
}
