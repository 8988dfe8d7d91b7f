//! The words of the claims, and of the sentences around them.

use crate::language::{PhraseList, WordList};

pub(super) const FIXED: PhraseList = PhraseList::new(
    "the first ever; the first and only; the most trusted name; the global leader; the world leader; the market leader; the undisputed \
     leader; market leading; industry leading; world leading; category leading; class leading; \
     best in class; first of its kind; second to none; unrivaled; unrivalled; unparalleled; \
     unmatched",
);
pub(super) const OWNERS: WordList = WordList::new(
    "world's industry's nation's country's planet's market's europe's america's uk's",
);
pub(super) const RANKED: PhraseList = PhraseList::new(
    "the only; the first; the leading; the premier; the best; the fastest; the largest; the \
     biggest; the cheapest; the safest; the strongest; the smartest; the simplest; the easiest; \
     the greenest; the most",
);
pub(super) const NUMBERS: PhraseList = PhraseList::new("1; number one");

/// Superlatives that can be measured against others.
pub(super) const SUPERLATIVES: WordList = WordList::new(
    "first only leading most best top premier foremost largest biggest fastest quickest cheapest \
     safest strongest smartest simplest easiest greenest lightest thinnest highest lowest widest \
     broadest",
);

/// Things that have rivals.
pub(super) const THINGS: WordList = WordList::new(
    "agency api app application bank brand browser cdn cloud company compiler database dataset \
     editor engine firm framework host language library maker manufacturer marketplace model \
     network operator organisation organization platform product provider resolver retailer \
     runtime server service software solution startup supplier system tool toolkit vendor website",
);

/// What may follow the thing: the claim goes on to say first at what.
pub(super) const REACHES: WordList =
    WordList::new("that which to for of with built designed offering");

/// Fields in which somebody can be first.
pub(super) const FIELDS: PhraseList = PhraseList::new(
    "you can buy; money can buy; available today; in the world; in europe; in america; in the united states; in existence; on earth; ever \
     built; in the industry; in the country; in the nation; in the market; on the market; on the \
     planet; of its kind",
);

/// What "the most …" is said of without any claim: "the most recent version".
pub(super) const ORDINARY: WordList = WordList::new(
    "of recent common important relevant interesting difficult likely basic exciting challenging \
     requested part obvious current from",
);

/// What the company is called by itself, behind "our".
pub(super) const OWN_THINGS: WordList = WordList::new(
    "agency api app browser cloud company database engine framework library network organisation \
     organization platform product service services site software solution support system team \
     technology tool website",
);

/// Forms of "to be".
pub(super) const BEING: WordList =
    WordList::new("is are was were am be been remain remains become became becomes");
/// What one does with an offering.
pub(super) const MAKING: WordList = WordList::new(
    "building offering providing delivering making launching introducing shipping releasing build built builds offer offers offered provide provides provided deliver delivers delivered \
     make makes made create created creates launch launched launches introduce introduced develop \
     developed ship shipped released give gives",
);
/// What may stand between the company, the verb and the claim without changing who is spoken of.
pub(super) const BETWEEN: WordList = WordList::new(
    "hands down the a an now today still also already just truly really proudly easily by far officially \
     currently have has we've will you customers users teams developers only merely simply widely",
);
/// What comes first, second and third without any rival.
pub(super) const IN_TURN: WordList = WordList::new(
    "version draft step time part day week month quarter half year release post episode",
);
pub(super) const ARTICLES: WordList = WordList::new("the a an");
/// How the company calls itself.
pub(super) const PRONOUNS: WordList = WordList::new("we we're we've us");
/// Words in front of the company that take the claim back: "if we are the fastest".
pub(super) const DOUBTS: WordList =
    WordList::new("if whether unless think thinks believe believes hope feel wish like");
/// Words that start a sentence and no name.
pub(super) const STARTS: WordList = WordList::new(
    "the this that these those it its they their he she we our i my you your a an in on at as by for \
     and but so or if when while where what who how why there here today now with from all some many \
     most one no not to of is are was were both each every another other such",
);
