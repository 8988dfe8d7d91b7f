//! Words whose syllables no rule gets right.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words by the number of their syllables. Which words are here was found by
/// counting frequent words with the rules, and looking up those that came out
/// wrong in the CMU Pronouncing Dictionary.
const WORDS: &[(usize, &str)] = &[
    (
        1,
        "ain't aisle aisles can't don't dr drawer drawers eye eyed eyes hm hmm isle isles juan mm \
         ms nd prayer prayers rd seoul sh st th won't yea",
    ),
    (
        2,
        "acre acres admire alfred argue argued argues awesome belgian belgium billion billions \
         bluetooth brilliant bryan bryant business cafe carriage catholic catholics cement \
         chelsea chile chloe chocolate chocolates choir cleveland coleman colonel comeback cooper \
         cruel cruelty desperate dial dials diamond diamonds duel evening evenings everything \
         eyebrow eyebrows facebook flour fluid fluids framework frameworks frederick freedom \
         freeman frontier fuel fueled fuels genius genre georgia giant giants guideline \
         guidelines guinea hatred hour hours hygiene iceland inspire interest interests joel jr \
         junior juniors leonard lion lions louis ltd manuel marriage maybe million millions mr \
         mrs naive naked nike noah norway notebook notebooks ok onion onions opera our ours \
         people people's peoples platinum poem poems poet poets premier privilege react reacts \
         relied relies rely retire reuse reused reuses ruin ruined ruins ryan sacred samuel \
         senior seniors several soldier soldiers someone someone's sour sovereign spokesman \
         spokeswoman sr theory thereby thereof trial trials trillion trillions uk union unions \
         vampire vs warehouse warehouses wednesday whereas wicked william williams",
    ),
    (
        3,
        "adobe albeit anime anyone anyone's area areas arguing australia australian basically \
         behavior behaviors behaviour behaviours brazilian businesses businessman chaotic \
         civilian civilians coincide convenience convenient coyote croatia cycling diego \
         differently elaborate enabling equity especially everyday everywhere familiar favorite \
         favorites finale forever genuine hawaii idea ideas imagery interested interesting israel \
         italian italians korea koreas montreal moreover norwegian ohio ourselves overseas \
         parliament poetry practically privileges ratio ratios recipe recipes recovery reunion \
         seattle settlement settlements simile sociable solely sovereignty struggling suicide \
         temperature temperatures theater theaters theatre theatres tokyo typically unemployed \
         usa valuable vegetable vegetables virginia wherever whoever wyoming",
    ),
    (
        4,
        "appreciate appreciates associate associates auxiliary behavioral california coalition \
         coincidence dementia diabetes elementary entirely etc europeans genuinely hierarchy \
         initiative initiatives ironically marijuana negotiate negotiates nevertheless \
         pennsylvania realistic retirement sociology specifically unreasonable veterinary",
    ),
    (
        5,
        "automatically christianity enthusiasm enthusiastic implementation judiciary minneapolis \
         parliamentary",
    ),
];

static TABLE: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let of_count = |(count, words): &(usize, &'static str)| {
        let count = *count;
        words
            .split_ascii_whitespace()
            .map(move |word| (word, count))
    };
    WORDS.iter().flat_map(of_count).collect()
});

/// The syllables of `word`, in lower case, when it is an exception.
pub(super) fn exception(word: &str) -> Option<usize> {
    TABLE.get(word).copied()
}
