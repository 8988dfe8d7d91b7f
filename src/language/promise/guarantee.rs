//! Promises without an exception: "guaranteed returns", "100% secure".

use std::ops::Range;

use super::{BEING, OFFERING, PhraseList, Statement, WordList};

/// Promises of safety, which say it all by themselves.
const SAFE: PhraseList = PhraseList::new(
    "unhackable; hack proof; hackproof; unbreakable; foolproof; fool proof; bulletproof; \
     impenetrable; completely secure; totally secure; absolutely secure; completely safe; totally \
     safe; absolutely safe; completely risk free; totally risk free; 100 percent secure; 100 percent \
     safe; 100 percent reliable; 100 percent effective; 100 percent accurate; 100 percent private",
);

/// The same as what a thing does.
const NEVER: PhraseList = PhraseList::new(
    "never fails; never fail; can never fail; cannot fail; can't fail; never goes down; never go \
     down; never crashes; never breaks; never breaks down; cannot be hacked; can't be hacked; can \
     never be hacked; cannot be breached; can't be breached; can never be breached; never loses \
     money; never lose money",
);

/// Words before a gain that promise it.
const SURE: PhraseList = PhraseList::new("guaranteed; risk free; no risk; zero risk");

/// Verbs that promise a gain.
const VERBS: PhraseList = PhraseList::new("guarantee; guarantees; guaranteeing");

/// The number in "100% secure".
const WHOLE: &str = "100";

/// What is never whole.
const QUALITIES: WordList = WordList::new(
    "secure safe reliable effective accurate private guaranteed foolproof failsafe unhackable",
);

/// What is whole without a promise: "100% safe Rust".
const CODE: WordList = WordList::new("rust code c python go kotlin swift typescript javascript");

/// What money may bring.
const GAINS: WordList = WordList::new(
    "return returns profit profits income yield yields gains interest payout payouts earnings \
     dividend dividends apy roi",
);

/// What a treatment or a service may bring.
const OUTCOMES: WordList =
    WordList::new("cure cures relief recovery results approval approvals success");

/// What money is put into.
const INVESTMENTS: WordList = WordList::new("investment investments investing trading trades");

/// What is made of money: "risk-free" is said of it.
const MONEY: WordList = WordList::new("money savings capital deposit deposits investment");

/// What a reader is asked to do.
const INVITES: WordList = WordList::new("earn enjoy get receive make collect lock secure");

/// Words that say who stands behind a promise.
const INSURED: WordList = WordList::new("insured insurance fdic fscs sipc treasury");

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    [SAFE, NEVER, SURE, VERBS]
        .into_iter()
        .flat_map(|list| list.iter())
        .chain([WHOLE])
}

/// The words of a promise that the speaker makes.
pub fn find(statement: &Statement<'_>) -> Option<Range<usize>> {
    if statement.is_open() || statement.has(INSURED) {
        return None;
    }
    let words = &statement.words()[statement.phrase.clone()];
    let phrase = words.join(" ");
    let is_in = |list: PhraseList| list.iter().any(|known| known == phrase);
    let end = if phrase == WHOLE {
        statement.whole()?
    } else if is_in(SAFE) || (is_in(NEVER) && statement.ends_with_it()) {
        statement.phrase.end
    } else if is_in(NEVER) {
        return None;
    } else {
        return statement.gain(is_in(VERBS), &phrase);
    };
    let is_said = statement.is_own(OFFERING) || statement.is_yours(end) || {
        let direct = WordList::new("will simply just");
        is_in(NEVER) && statement.is_right_behind(direct)
    };
    is_said.then(|| statement.bytes(statement.phrase.start..end))
}

impl Statement<'_> {
    /// The end of "100% secure".
    fn whole(&self) -> Option<usize> {
        let behind = &self.read.sentence[self.read.places[self.phrase.start].end..];
        let next = self.after().first()?;
        let is_code = self.after().get(1).is_some_and(|word| CODE.has(word));
        (behind.starts_with('%') && QUALITIES.has(next) && !is_code).then_some(self.phrase.end + 1)
    }

    /// "never fails", and not "never fails to smile", "never breaks old code".
    fn ends_with_it(&self) -> bool {
        let goes_on = WordList::new("and or even for when in under on no whatever");
        let next = self.clause_after().first();
        next.is_none_or(|word| goes_on.has(word))
    }

    /// "with Acme, your data is 100% secure"
    fn is_yours(&self, end: usize) -> bool {
        let before = &self.words()[..self.phrase.start];
        let with_us = before.first().is_some_and(|word| word == "with")
            && self
                .subject(OFFERING)
                .is_some_and(|subject| subject.words.start == 1);
        let behind = &self.words()[end..];
        let at_the_end = behind.len() >= 2 && behind[0] == "with" && {
            behind[1] == "us"
                || self
                    .read
                    .name(end + 1, &self.speaker.companies, "")
                    .is_some()
        };
        let mut last = before.iter().rev();
        let is_said = last.next().is_some_and(|word| BEING.has(word));
        is_said && last.take(3).any(|word| word == "your") && (with_us || at_the_end)
    }

    /// True when the subject stands right before the phrase.
    fn is_right_behind(&self, between: WordList) -> bool {
        self.subject(between).is_some_and(|subject| {
            self.words()[subject.words.end..self.phrase.start]
                .iter()
                .all(|word| between.has(word))
        })
    }

    /// "we offer guaranteed returns", "Acme guarantees profits"
    fn gain(&self, is_verb: bool, phrase: &str) -> Option<Range<usize>> {
        let near = |list: WordList, within: usize| {
            self.clause_after()
                .iter()
                .take(within)
                .position(|word| list.has(word))
        };
        if is_verb {
            let gain = near(GAINS, 4)?;
            let direct = WordList::new("will can always");
            return self
                .is_right_behind(direct)
                .then(|| self.bytes(self.phrase.start..self.phrase.end + gain + 1));
        }
        let gain = near(GAINS, 3).or_else(|| match phrase {
            "guaranteed" => near(OUTCOMES, 2),
            _ => near(INVESTMENTS, 1),
        });
        if let Some(gain) = gain {
            return (self.is_own(OFFERING) || self.is_invited())
                .then(|| self.bytes(self.phrase.start..self.phrase.end + gain + 1));
        }
        // "our fund is risk-free"
        let ends = phrase == "risk free" && self.clause_after().is_empty();
        let subject = self.predicate(BEING).filter(|_| ends)?;
        let is_money =
            MONEY.has(self.head(&subject)) || super::forecast::FUNDS.has(self.head(&subject));
        is_money.then(|| self.bytes(self.phrase.clone()))
    }

    /// "Earn guaranteed returns", "and enjoy guaranteed returns"
    fn is_invited(&self) -> bool {
        let mut before = self.words()[..self.phrase.start].iter().rev();
        let verb = before.find(|word| !matches!(word.as_str(), "a" | "an" | "the" | "in" | "your"));
        if !verb.is_some_and(|word| INVITES.has(word)) {
            return false;
        }
        let lead = before.next().map(String::as_str);
        matches!(lead, None | Some("and" | "you" | "you'll" | "can" | "will"))
    }
}
