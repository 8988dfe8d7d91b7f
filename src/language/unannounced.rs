//! Statements about one's own company that move its price before it has
//! disclosed them: a deal, a result, a lay-off to come.

use std::ops::Range;

use super::{PhraseList, Reading, Word, WordList, words};

/// Who speaks for a company without its name.
const SPEAKERS: WordList = WordList::new("we we'll we're we've");

/// What follows the company when it has something in mind.
const PLANS: PhraseList = PhraseList::new(
    "will; will soon; will be; plan to; plans to; are planning to; is planning to; intend to; \
     intends to; are going to; is going to; are about to; is about to; are set to; is set to; expect \
     to; expects to; are preparing to; is preparing to; are in talks to; is in talks to; are \
     negotiating to; is negotiating to; are close to; is close to",
);

/// What a company may have in mind that nobody outside is to know yet.
const DEEDS: PhraseList = PhraseList::new(
    "be acquired; file for an ipo; file for bankruptcy; delist; \
     split our stock; split its stock; split our shares; buy back shares; issue new shares; raise our \
     dividend; raise the dividend; raise its dividend; cut our dividend; cut the dividend; cut its \
     dividend; pay a dividend; pay a special dividend; raise our guidance; lower our guidance; raise \
     guidance; lower guidance; miss guidance; beat guidance; miss our guidance; beat our guidance; \
     beat estimates; miss estimates; beat expectations; miss expectations; beat analyst estimates; \
     restate our results; restate our earnings; restate its results",
);

/// Deeds that need a company behind them.
const DEALS: PhraseList = PhraseList::new("acquire; take over; merge with");

const ARTICLES: WordList = WordList::new("a an another the our");

/// What a company is called without its name.
const COMPANIES: WordList =
    WordList::new("competitor rival company startup business firm bank insurer manufacturer");

/// Deeds that need people behind them.
const CUTS: PhraseList =
    PhraseList::new("lay off; laying off; cut; cutting; eliminate; eliminating");

/// Whom a cut hits.
const STAFF: WordList = WordList::new("staff employees people headcount workforce colleagues");

/// The same with a number: pipelines have jobs, and accounts have roles.
const COUNTED: WordList = WordList::new("jobs roles positions");

/// Words that say that something is not out.
const HIDDEN: WordList = WordList::new("unannounced undisclosed unreleased confidential");

/// Things that are news when they come out.
const NEWS: WordList = WordList::new(
    "acquisition acquisitions merger takeover divestiture layoffs layoff redundancies results \
     earnings guidance dividend buyback ipo restructuring deal",
);

/// Before they report.
const AHEAD: PhraseList = PhraseList::new(
    "ahead of our earnings; before our earnings; before we report earnings; before we report our \
     earnings; before we report our results; before we announce our results; before we announce our \
     earnings; ahead of our results; ahead of our quarterly results; before our quarterly results",
);

/// Words that take a statement back.
const DOUBTS: WordList = WordList::new(
    "if whether unless would could might not never don't doesn't won't no nor rumour rumours \
     rumor rumors hypothetical hypothetically imagine suppose",
);

/// Words that say it is out: an announcement is the disclosure itself.
const ANNOUNCED: WordList = WordList::new(
    "announced announce announces announcing announcement disclosed disclosure filed press",
);

/// True for a text that says of itself or of something else that it is announced.
pub fn is_announced(text: &str) -> bool {
    words(text).any(|word| ANNOUNCED.has(&text[word]))
}

/// The verbs and things to look for: where none of them stands, there is no
/// statement.
pub fn signs() -> impl Iterator<Item = &'static str> {
    [DEEDS, DEALS, CUTS, AHEAD]
        .into_iter()
        .flat_map(|list| list.iter())
        .chain(HIDDEN.iter())
}

/// The words of `sentence` that tell what its company has not disclosed.
pub fn unannounced(sentence: &str, names: &[&str]) -> Option<Range<usize>> {
    if sentence.trim_end().ends_with('?') {
        return None;
    }
    let read = Reading::new(sentence);
    if read.folded.iter().any(|word| DOUBTS.has(word)) {
        return None;
    }
    let found = read
        .plan(names)
        .or_else(|| read.hidden_news(names))
        .or_else(|| (0..read.folded.len()).find_map(|at| Some(at..at + read.phrase(at, AHEAD)?)))?;
    Some(read.bytes(found))
}

impl Reading<'_> {
    /// "Acme will acquire RivalDB", "we are going to lay off 40 people"
    fn plan(&self, names: &[&str]) -> Option<Range<usize>> {
        (0..self.folded.len()).find_map(|start| {
            let subject = start + self.subject(start, names)?;
            let is_short = matches!(self.folded[subject - 1].as_str(), "we'll");
            let verb = match self.phrase(subject, PLANS) {
                Some(len) => subject + len,
                None if is_short => subject,
                None => return None,
            };
            Some(start..self.deed(verb)?)
        })
    }

    /// The end of the deed that starts at word `at`.
    fn deed(&self, at: usize) -> Option<usize> {
        if let Some(len) = self.phrase(at, DEEDS) {
            return Some(at + len);
        }
        if let Some(len) = self.phrase(at, DEALS) {
            let object = at + len;
            return self.company(object);
        }
        let len = self.phrase(at, CUTS)?;
        let behind = self.folded.get(at + len..)?;
        let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
        let is_counted = behind.iter().take(4).any(is_number);
        let hit = behind
            .iter()
            .take(5)
            .position(|word| STAFF.has(word) || (is_counted && COUNTED.has(word)))?;
        Some(at + len + hit + 1)
    }

    /// The end of the company at word `at`: a name, which in mid-sentence has a
    /// capital letter, or "a competitor", "another company".
    fn company(&self, at: usize) -> Option<usize> {
        let is_name = |place: &Word| self.sentence[place.clone()].starts_with(char::is_uppercase);
        if self.places.get(at).is_some_and(is_name) {
            return Some(at + 1);
        }
        let kind = self.folded.get(at + 1)?;
        (ARTICLES.has(&self.folded[at]) && COMPANIES.has(kind)).then_some(at + 2)
    }

    /// "our unannounced Q3 results", "Acme's undisclosed merger"
    fn hidden_news(&self, names: &[&str]) -> Option<Range<usize>> {
        (0..self.folded.len()).find_map(|start| {
            let owner = match self.folded[start].as_str() {
                "our" => 1,
                _ => self.owner(start, names)?,
            };
            let hidden = start + owner;
            self.folded.get(hidden).filter(|word| HIDDEN.has(word))?;
            let behind = &self.folded[hidden + 1..];
            let news = behind.iter().take(4).position(|word| NEWS.has(word))?;
            Some(start..hidden + 1 + news + 1)
        })
    }

    /// How many words at `start` are the company as a subject.
    fn subject(&self, start: usize, names: &[&str]) -> Option<usize> {
        if SPEAKERS.has(&self.folded[start]) {
            return Some(1);
        }
        self.name(start, names, "")
    }

    /// The same for the company as an owner: "Acme's".
    fn owner(&self, start: usize, names: &[&str]) -> Option<usize> {
        self.name(start, names, "'s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sentence: &str) -> Option<&str> {
        unannounced(sentence, &["Acme", "Acme Cloud"]).map(|range| &sentence[range])
    }

    #[test]
    fn what_a_company_has_in_mind_is_found() {
        for (sentence, words) in [
            (
                "In May, Acme will acquire RivalDB.",
                "Acme will acquire RivalDB",
            ),
            (
                "Acme Cloud is in talks to merge with RivalDB.",
                "Acme Cloud is in talks to merge with RivalDB",
            ),
            (
                "We plan to lay off 40 people in June.",
                "We plan to lay off 40 people",
            ),
            ("We'll cut 200 jobs.", "We'll cut 200 jobs"),
            (
                "We plan to acquire a competitor in Q3.",
                "We plan to acquire a competitor",
            ),
            (
                "Our unannounced Q3 results are strong.",
                "Our unannounced Q3 results",
            ),
            (
                "It is part of Acme's undisclosed merger plan.",
                "Acme's undisclosed merger",
            ),
            (
                "Ahead of our earnings, here is a hint.",
                "Ahead of our earnings",
            ),
            ("We expect to beat guidance.", "We expect to beat guidance"),
        ] {
            assert_eq!(found(sentence), Some(words), "{sentence}");
        }
    }

    #[test]
    fn others_doubts_and_everyday_words_are_not() {
        for sentence in [
            "RivalDB will acquire Example Labs.",
            "Will Acme acquire RivalDB?",
            "We will not acquire RivalDB.",
            "If we merge with RivalDB, so be it.",
            "We will acquire new skills.",
            "We will go public with any data breach.",
            "Our unpublished results agree.",
            "We will merge with main tomorrow.",
            "We'll cut build jobs that nobody reads.",
            "Our results are on the investors' page.",
            "We published our Q3 results in May.",
            "Earnings, dividends and mergers move prices.",
            "",
        ] {
            assert_eq!(found(sentence), None, "{sentence}");
        }
        assert!(is_announced("Today we announced it.") && !is_announced("Soon."));
    }

    #[test]
    fn every_statement_has_a_sign() {
        let signs: Vec<&str> = signs().collect();
        for sign in ["acquire", "lay off", "unannounced", "ahead of our earnings"] {
            assert!(signs.contains(&sign), "{sign}");
        }
    }
}
