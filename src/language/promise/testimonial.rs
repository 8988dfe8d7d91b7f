//! Praise by those who buy.

use super::{PhraseList, Reading, WordList, mentions};

/// Words of praise, as buyers write them.
const PRAISE: PhraseList = PhraseList::new(
    "highly recommend; would recommend; can't recommend; changed my life; changed our lives; life \
     changing; best decision; couldn't be happier; could not be happier; game changer; love; loved; \
     amazing; incredible; fantastic; wonderful; saved us; saved me; saved my; blown away; never \
     looked back; works wonders; so much better; doubled our; tripled our",
);

/// What a buyer is called.
const BUYERS: WordList = WordList::new(
    "customer customers client clients patient user users member members subscriber subscribers \
     investor investors buyer",
);

/// Words that say what the buyer got for it, or what others may expect.
const DISCLOSURES: PhraseList = PhraseList::new(
    "paid; unpaid; compensated; uncompensated; compensation; results may vary; results vary; \
     individual results; not typical; typical results; typical result; in exchange; sponsored; \
     gifted; free of charge; discount; own experience; experiences may differ; may not be \
     representative; not representative; material conflict; conflicts of interest",
);

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    PRAISE.iter()
}

/// True when `text` names one of `names`.
pub fn names_one(text: &str, names: &[&str]) -> bool {
    let read = Reading::new(text);
    (0..read.folded.len())
        .any(|at| read.name(at, names, "").is_some() || read.name(at, names, "'s").is_some())
}

/// True when `text` calls somebody a buyer.
pub fn names_a_buyer(text: &str) -> bool {
    let read = Reading::new(text);
    read.folded.iter().any(|word| BUYERS.has(word))
}

/// True when `text` is a signature: a dash, and a name.
pub fn is_signature(text: &str) -> bool {
    let text = text.trim_start();
    let name = text.trim_start_matches(['—', '–', '-', '~', '―', ' ']);
    name.len() < text.len() && name.len() <= 120 && name.starts_with(char::is_uppercase)
}

/// True when `text` says what the buyer got for it, or what others may expect.
pub fn is_disclosed(text: &str) -> bool {
    mentions(text, DISCLOSURES)
}
