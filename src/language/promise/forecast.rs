//! What money has brought or is to bring: past returns and hypothetical yields.

use std::ops::Range;

use super::{Kind, PhraseList, Statement, WordList};

/// What money is put into.
pub(super) const FUNDS: WordList = WordList::new(
    "fund funds portfolio portfolios strategy strategies etf etfs note notes bond bonds account \
     accounts investments investment investors algorithm model models savings vault vaults",
);

/// Verbs of money that grows.
const EARNING: WordList = WordList::new(
    "returned return returns earned earn earns gained gain gains yielded yield yields delivered \
     delivers generated generates averaged averages outperformed outperforms beat beats achieved",
);

/// Verbs that compare with a market, and need no number.
const BEATING: WordList = WordList::new("outperformed outperforms beat beats");

/// The markets they compare with.
const MARKETS: PhraseList = PhraseList::new(
    "market; markets; s p; benchmark; index; nasdaq; dow; msci; assets; stocks; bonds; peers",
);

/// Words that say that a percentage is a return.
const RETURNS: WordList = WordList::new(
    "return returns yield yields apy interest annual annually annualised annualized year yearly \
     inception month months monthly quarter years benchmark profit profits",
);

/// Words before a return: one that nobody has had, or one of the past.
const KINDS: WordList = WordList::new(
    "expected projected target targeted targeting hypothetical backtested simulated estimated \
     forecast potential average historical annualised annualized",
);

/// What may stand between a fund and its verb.
const BETWEEN: WordList = WordList::new(
    "has have had will would could can may should also consistently regularly historically \
     typically always already steadily",
);

/// What a fair text says of risk.
const CAVEATS: PhraseList = PhraseList::new(
    "past performance; past results; no guarantee; not guaranteed; not a guarantee; may lose; can \
     lose; could lose; capital at risk; capital is at risk; risk of loss; involves risk; involve \
     risk; involves risks; not indicative; can go down; may go down; go down as well; can fall; may \
     fall; hypothetical performance; value of investments",
);

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    EARNING.iter().chain(KINDS.iter())
}

/// The words of a return that the speaker tells of its own investments.
pub fn find(statement: &Statement<'_>) -> Option<Range<usize>> {
    if statement.is_question() || statement.is_denied() {
        return None;
    }
    let word = &statement.words()[statement.phrase.start];
    if KINDS.has(word) {
        return statement.kind_of_return();
    }
    let subject = statement.subject(BETWEEN)?;
    let gap = &statement.words()[subject.words.end..statement.phrase.start];
    let is_fund = match subject.kind {
        Kind::Thing => FUNDS.has(statement.head(&subject)),
        Kind::Product => true,
        Kind::We | Kind::Company => false,
    };
    if !is_fund || !gap.iter().all(|word| BETWEEN.has(word)) {
        return None;
    }
    let beats = BEATING.has(word) && super::mentions(statement.read.sentence, MARKETS);
    let end = statement.percent_end().filter(|_| statement.has(RETURNS));
    match (end, beats) {
        (Some(end), _) => Some(statement.bytes(statement.phrase.start..end)),
        (None, true) => Some(statement.bytes(statement.phrase.clone())),
        (None, false) => None,
    }
}

/// True when `text` says that money may be lost.
pub fn has_caveat(text: &str) -> bool {
    super::mentions(text, CAVEATS)
}

impl Statement<'_> {
    /// The end of the first percentage in the eight words behind the phrase.
    fn percent_end(&self) -> Option<usize> {
        let is_percent = |at: &usize| {
            let word = &self.read.places[*at];
            let is_number = self.words()[*at].ends_with(|c: char| c.is_ascii_digit());
            let behind = &self.read.sentence[word.end..];
            is_number && (behind.starts_with('%') || behind.starts_with(" percent"))
        };
        let from = self.phrase.end;
        (from..self.words().len().min(from + 8))
            .find(is_percent)
            .map(|at| at + 1)
    }

    /// "our projected annual return of 12%"
    fn kind_of_return(&self) -> Option<Range<usize>> {
        let is_return = |word: &String| {
            matches!(
                word.as_str(),
                "return" | "returns" | "yield" | "yields" | "apy"
            )
        };
        self.after().iter().take(3).find(|word| is_return(word))?;
        let end = self.percent_end()?;
        let is_own = self.owner().is_some() || {
            let verbs = WordList::new("offer offers offering have has with pay pays");
            self.predicate(verbs).is_some()
        };
        is_own.then(|| self.bytes(self.phrase.start..end))
    }
}
