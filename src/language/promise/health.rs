//! Claims to cure, treat or prevent, and to be proven to.

use std::ops::Range;

use super::{Kind, OFFERING, PhraseList, Statement, WordList};

/// Verbs of a drug.
const VERBS: WordList = WordList::new(
    "cure cures cured curing treat treats treating prevent prevents preventing heal heals healing \
     reverse reverses reversing",
);

/// Verbs that nobody but a healer says of themselves.
const STRONG: WordList = WordList::new("cure cures cured reverse reverses");

/// Words that lend a claim the weight of science.
const PROVEN: PhraseList =
    PhraseList::new("clinically proven; scientifically proven; medically proven");

/// Diseases and disorders.
const DISEASES: WordList = WordList::new(
    "acne addiction adhd allergies allergy alzheimer's anaemia anemia anxiety arthritis \
     asthma autism bronchitis cancer cancers cavities cholesterol colds copd covid dementia \
     depression dermatitis diabetes disease diseases disorders eczema epilepsy flu gout \
     headaches hepatitis hypertension inflammation influenza insomnia \
     leukaemia leukemia malaria migraine migraines obesity osteoporosis parkinson's pneumonia \
     psoriasis ptsd rickets rosacea sclerosis sepsis stroke strokes tinnitus tuberculosis tumors tumours \
     ulcers",
);

/// What is sold to heal.
const REMEDIES: WordList = WordList::new(
    "app balm beverage blend capsule capsules cream creams device devices diet drink drinks drops \
     elixir extract food foods formula gel gummies herbs honey juice lotion mask medicine method \
     mattress oil oils ointment patch patches pill pills powder probiotic probiotics product \
     products program programme protocol remedy serum shampoo smoothie soap solution spray \
     supplement supplements syrup system tablet tablets tea teas technology therapy tincture tonic \
     treatment treatments vitamins wearable water",
);

/// What may stand between a remedy and its verb.
const BETWEEN: WordList = WordList::new(
    "can will help helps to naturally effectively actually even completely fully quickly also and \
     is has proven been treats prevents cures",
);

/// The phrases to look for.
pub fn phrases() -> impl Iterator<Item = &'static str> {
    VERBS.iter().chain(PROVEN.iter())
}

/// The words of a claim about the health of those who buy.
pub fn find(statement: &Statement<'_>) -> Option<Range<usize>> {
    if statement.is_open() {
        return None;
    }
    let verb = &statement.words()[statement.phrase.start];
    if !VERBS.has(verb) {
        return (statement.is_own(OFFERING) || statement.is_set_behind())
            .then(|| statement.bytes(statement.phrase.clone()));
    }
    // "treats spam like a disease"
    let is_likeness = |word: &&String| matches!(word.as_str(), "like" | "as");
    let object = statement.clause_after().iter().take(5);
    let disease = object
        .take_while(|word| !is_likeness(word))
        .position(|word| DISEASES.has(word))?;
    let subject = statement.subject(BETWEEN)?;
    let gap = &statement.words()[subject.words.end..statement.phrase.start];
    let heals = match subject.kind {
        Kind::We | Kind::Company => STRONG.has(verb),
        Kind::Product => true,
        Kind::Thing => REMEDIES.has(statement.head(&subject)),
    };
    let is_direct = gap.iter().all(|word| BETWEEN.has(word));
    (heals && is_direct)
        .then(|| statement.bytes(statement.phrase.start..statement.phrase.end + disease + 1))
}

impl Statement<'_> {
    /// "Acme Balm, clinically proven to …"
    fn is_set_behind(&self) -> bool {
        self.subject(OFFERING).is_some_and(|subject| {
            subject.words.end == self.phrase.start
                && matches!(subject.kind, Kind::Product | Kind::Thing)
        })
    }
}
