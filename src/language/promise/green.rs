//! Green claims that say everything and nothing: "eco-friendly".

use std::ops::Range;

use super::{Kind, PhraseList, Statement, Subject, WordList};

const PHRASES: PhraseList = PhraseList::new(
    "eco friendly; ecofriendly; environmentally friendly; environment friendly; earth friendly; \
     planet friendly; climate friendly; environmentally safe; biodegradable; non toxic; nontoxic",
);

/// What one does with what one sells, packs and uses.
const USING: WordList = WordList::new(
    "offer offers offering provide provides deliver delivers sell sells make makes made making \
     build built create created launch launched launching introduce introduced introducing ship \
     ships shipped use uses using wrap wrapped pack packed print printed produce produces design \
     designed develop developed choose chose",
);

/// What is said to be green without being sold.
const IDEAS: WordList = WordList::new(
    "action activities behaviour behavior blog choices community content event future goal goals guide \
     habits ideas initiative initiatives journey lifestyle living mission mindset movement policies \
     policy practices project projects team tips values ways workplace world atmosphere chat culture environment forum spirit",
);

/// Words that say how, how much, or who says so.
const QUALIFIERS: PhraseList = PhraseList::new(
    "certified; certification; certificate; percent; compost; composting; compostable; composted; \
     landfill; recycled; lifecycle; life cycle; because; since; tested; verified; standard; \
     standards; ecolabel; label; astm; fsc; pefc; en 13432; less; fewer; than; made from; made of; instead of; days; weeks; \
     months",
);

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    PHRASES.iter()
}

/// The words of a green claim about what the speaker sells or uses.
pub fn find(statement: &Statement<'_>) -> Option<Range<usize>> {
    let is_idea = statement.after().iter().take(2).any(|word| IDEAS.has(word));
    if statement.is_open() || is_idea {
        return None;
    }
    let is_claim = statement.is_attribute()
        || statement
            .predicate(USING)
            .is_some_and(|subject| statement.is_of_a_thing(&subject));
    is_claim.then(|| statement.bytes(statement.phrase.clone()))
}

impl Statement<'_> {
    /// False for "our culture is …", "we are non-toxic": people are no products.
    fn is_of_a_thing(&self, subject: &Subject) -> bool {
        let words = self.words();
        let mut gap = words[subject.words.end..self.phrase.start].iter();
        let is_people = subject.kind == Kind::We && words[self.phrase.end - 1].ends_with("toxic");
        gap.any(|word| USING.has(word)) || !(is_people || IDEAS.has(self.head(subject)))
    }
}

/// True when `text` says what makes a thing green.
pub fn is_qualified(text: &str) -> bool {
    text.contains('%') || super::mentions(text, QUALIFIERS)
}
