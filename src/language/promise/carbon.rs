//! Claims about the speaker's own carbon: what it has reached, means to reach,
//! or pays for elsewhere.

use std::ops::Range;

use super::{BEING, OFFERING, PhraseList, Statement, WordList};

/// States one can be in.
const STATES: PhraseList = PhraseList::new(
    "carbon neutral; carbon neutrality; climate neutral; climate neutrality; co2 neutral; carbon \
     negative; climate positive; carbon positive; net zero; net zero carbon; net zero emissions; \
     zero carbon; zero emission; zero emissions",
);

/// What one does about the rest.
const OFFSETTING: WordList = WordList::new("offset offsets offsetting");

/// What is offset.
const EMISSIONS: WordList = WordList::new("carbon co2 emissions emission footprint flights");

/// Verbs of arriving.
const REACHING: WordList = WordList::new(
    "reach reached reaching achieve achieved achieving hit hits attain attained go went gone going \
     becoming maintain maintained run runs operate operates operating ship shipped shipping offer offers offered sell \
     sells make makes made deliver delivers launched launch introduced",
);

/// Words between a speaker and a state that is to come.
const AIMING: WordList = WordList::new(
    "will aim aims aiming plan plans planning pledge pledges pledged commit commits committed \
     commitment target targets on track to be become by want wants intend intends set promise \
     promises promised",
);

/// What one has when one aims.
const AIMS: WordList = WordList::new("aim goal target ambition commitment pledge plan objective");

/// What is called neutral without being so.
const IDEAS: WordList = WordList::new(
    "plan plans target targets goal goals strategy strategies journey commitment commitments \
     ambition ambitions policy policies pledge roadmap transition economy future world initiative initiatives efforts status certification programs \
     programme program project projects consulting software tool tools report reporting guide \
     pathway pathways challenge team standard claims claim label alliance",
);

/// Words that say what is counted, how, and who checked it.
const METHODS: PhraseList = PhraseList::new(
    "scope; scopes; ghg protocol; pas 2060; iso 14064; iso 14068; science based; sbti; gold \
     standard; verra; puro; verified; audited; assured; tonnes; tons; kilograms; life cycle; \
     lifecycle; cradle",
);

/// What a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carbon {
    /// It is so.
    Reached,
    /// It will be so.
    Target,
    /// It is paid for elsewhere.
    Offset,
}

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    STATES.iter().chain(OFFSETTING.iter())
}

/// The words of a claim about the speaker's own carbon, and what it says.
pub fn find(statement: &Statement<'_>) -> Option<(Range<usize>, Carbon)> {
    if statement.is_open() {
        return None;
    }
    let words = || statement.bytes(statement.phrase.clone());
    if OFFSETTING.has(&statement.words()[statement.phrase.start]) {
        let end = statement.offset_end()?;
        let range = statement.bytes(statement.phrase.start..end);
        return Some((range, Carbon::Offset));
    }
    if statement.after().iter().take(2).any(|word| IDEAS.has(word)) {
        return None;
    }
    if statement.is_aim() {
        return Some((words(), Carbon::Target));
    }
    // "our zero-emission buses" says what kind of buses they are.
    let is_kind = statement.words()[statement.phrase.start] == "zero";
    let is_own = statement.predicate(REACHING).is_some() || (!is_kind && statement.is_attribute());
    is_own.then(|| (words(), Carbon::Reached))
}

/// True when `text` says what is counted, how, or who checked it.
pub fn has_method(text: &str) -> bool {
    super::mentions(text, METHODS)
}

impl Statement<'_> {
    /// "we will be …", "we have pledged to reach …", "our goal is to be …"
    fn is_aim(&self) -> bool {
        let Some(subject) = self.subject(REACHING) else {
            return false;
        };
        let gap = &self.words()[subject.words.end..self.phrase.start];
        let is_goal = AIMS.has(self.head(&subject));
        let is_to_come = gap.iter().any(|word| AIMING.has(word) && word != "be");
        let fits = |word: &String| {
            AIMING.has(word)
                || BEING.has(word)
                || REACHING.has(word)
                || matches!(
                    word.as_str(),
                    "have" | "has" | "a" | "the" | "fully" | "our" | "as" | "and"
                )
        };
        (is_goal || is_to_come) && gap.iter().all(fits)
    }

    /// The end of "offset all our emissions", said by whom it concerns.
    fn offset_end(&self) -> Option<usize> {
        let object = self
            .clause_after()
            .iter()
            .take(8)
            .position(|word| EMISSIONS.has(word))?;
        let owned = self.after()[..object]
            .iter()
            .any(|word| matches!(word.as_str(), "our" | "its" | "all" | "every"));
        let subject = self.subject(OFFERING)?;
        let gap = &self.words()[subject.words.end..self.phrase.start];
        let is_direct = gap
            .iter()
            .all(|word| super::FILLERS.has(word) || BEING.has(word));
        (owned && is_direct && !self.is_for_others()).then_some(self.phrase.end + object + 1)
    }

    /// "we offset your emissions", "offset their footprint"
    fn is_for_others(&self) -> bool {
        self.after()
            .iter()
            .take(4)
            .any(|word| matches!(word.as_str(), "your" | "their"))
    }
}
