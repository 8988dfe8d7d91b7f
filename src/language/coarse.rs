//! Words that hurt or offend, and what to write in their place.
//!
//! WARNING: this file lists swear words and slurs. They stand in ROT13, so that
//! neither a reader nor a search meets them by chance; [`plain`] turns them
//! back. The lists are short on purpose: a word that is also something else (a
//! name, a tool, an animal) belongs here only in the company of other words.

/// Words that go together: why they are here, and what to write instead.
#[derive(Debug)]
pub struct Coarse {
    /// The words in ROT13, parted by semicolons.
    hidden: &'static str,
    /// What to write instead.
    pub instead: &'static str,
    /// Why.
    pub why: &'static str,
}

impl Coarse {
    /// The words.
    pub fn words(&self) -> impl Iterator<Item = String> + use<> {
        self.hidden.split("; ").map(plain)
    }
}

/// A term with a neutral one.
#[derive(Debug)]
pub struct Loaded {
    /// The term.
    pub words: &'static str,
    /// The neutral one.
    pub instead: &'static str,
    /// Why.
    pub why: &'static str,
    /// True when it fits where the other stood.
    pub fits: bool,
}

/// ROT13, there and back.
pub fn plain(hidden: &str) -> String {
    let turn = |c: char, first: u8| char::from((c as u8 - first + 13) % 26 + first);
    hidden
        .chars()
        .map(|c| match c {
            'a'..='z' => turn(c, b'a'),
            'A'..='Z' => turn(c, b'A'),
            c => c,
        })
        .collect()
}

/// Swear words and insults.
pub static OATHS: [Coarse; 6] = [
    Coarse {
        hidden: "shpx; shpxf; shpxrq; shpxre; shpxref; shpxvat; shpxva; shpxhc; zbgureshpxre; zbgureshpxref; zbgureshpxvat; pyhfgreshpx; pyhfgreshpxf",
        instead: "say what happened, or how you feel about it, in plain words",
        why: "the strongest oath of the language: many readers stop here, and filters drop the mail",
    },
    Coarse {
        hidden: "fuvg; fuvgf; fuvggl; fuvgfubj; fuvgr; ohyyfuvg; ubefrfuvg; ongfuvg; qvcfuvg; qvcfuvgf; fuvgurnq; fuvgybnq",
        instead: "say what is wrong with it",
        why: "coarse in any office, and the word people will quote",
    },
    Coarse {
        hidden: "nffubyr; nffubyrf; nefrubyr; nefrubyrf; qhzonff; qhzonffrf; unys nffrq; qvpxurnq; qvpxurnqf",
        instead: "say what the person did",
        why: "an insult, which a company never wins by",
    },
    Coarse {
        hidden: "ovgpuvat; ovgpul; fba bs n ovgpu; fbaf bs ovgpurf; onfgneqf",
        instead: "say what the person did; \"complain\" for the verb",
        why: "an insult, and most often one of women",
    },
    Coarse {
        hidden: "phag; phagf; gjng; gjngf; jnaxre; jnaxref",
        instead: "leave it out",
        why: "an insult that no audience forgives a company",
    },
    Coarse {
        hidden: "cvff bss; cvffrq bss; cvffvat bss; gnxrf gur cvff; gnxvat gur cvff; obyybpxf; tbqqnza; tbqqnzarq",
        instead: "\"annoy\", \"annoyed\", \"nonsense\"",
        why: "coarse, and to some readers an offence to their faith",
    },
];

/// Oaths that many companies let pass.
pub static MILD_OATHS: [Coarse; 2] = [
    Coarse {
        hidden: "jgs; fgsh; tgsb; bzst; yzsnb",
        instead: "leave it out",
        why: "readers spell it out as they read",
    },
    Coarse {
        hidden: "penc; penccl; qnza; qnzzvg; qnzavg; jung gur uryy; nf uryy; uryy lrnu; uryy ab; fperjrq hc; onqnff; xvpx nff; cvffrq",
        instead: "say it without the oath",
        why: "mild, and still not how every audience is spoken to",
    },
];

/// Slurs, by whom they demean.
pub static SLURS: [Coarse; 8] = [
    Coarse {
        hidden: "avttre; avttref; avttn; avttnf; fnaq avttre; cbepu zbaxrl; cbepu zbaxrlf; whatyr ohaal; whatyr ohaavrf; wvtnobb; wvtnobbf; cvpxnavaal; cvpxnavaavrf; qnexvrf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Black people",
    },
    Coarse {
        hidden: "xvxr; xvxrf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Jewish people",
    },
    Coarse {
        hidden: "jrgonpx; jrgonpxf; ornare; ornaref; fcvpf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Latin American people",
    },
    Coarse {
        hidden: "tbbx; tbbxf; mvccreurnq; mvccreurnqf; fynag rlrq; cnxvf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Asian people",
    },
    Coarse {
        hidden: "enturnq; enturnqf; gbjryurnq; gbjryurnqf; pnzry wbpxrl; pnzry wbpxrlf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Arab and Muslim people",
    },
    Coarse {
        hidden: "cvxrl; cvxrlf; tlccb; tlccbf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of Roma and Travellers",
    },
    Coarse {
        hidden: "snttbg; snttbgf; furznyr; furznyrf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of gay and of transgender people",
    },
    Coarse {
        hidden: "n ergneq; lbh ergneq; lbh ergneqf; fhpu n ergneq; ohapu bs ergneqf; fb ergneqrq; gbgnyyl ergneqrq; pbzcyrgryl ergneqrq; yvogneq; yvogneqf; shpxgneq; shpxgneqf",
        instead: "name the people as they name themselves, or leave it out",
        why: "of disabled people",
    },
];

/// Terms that exclude people, and for which a neutral one is certain.
pub static LOADED: [Loaded; 29] = [
    Loaded {
        words: "transgendered",
        instead: "transgender",
        why: "an adjective, as gay is: nothing was done to the person",
        fits: true,
    },
    Loaded {
        words: "sexual preference",
        instead: "sexual orientation",
        why: "nobody prefers it among others",
        fits: true,
    },
    Loaded {
        words: "sexual preferences",
        instead: "sexual orientations",
        why: "nobody prefers them among others",
        fits: true,
    },
    Loaded {
        words: "siamese twins",
        instead: "conjoined twins",
        why: "named after a show, not a condition",
        fits: true,
    },
    Loaded {
        words: "deaf and dumb",
        instead: "deaf",
        why: "most deaf people speak, by voice or by sign",
        fits: true,
    },
    Loaded {
        words: "deaf mute",
        instead: "deaf",
        why: "most deaf people speak, by voice or by sign",
        fits: true,
    },
    Loaded {
        words: "mentally retarded",
        instead: "intellectually disabled",
        why: "the old term is an insult today",
        fits: true,
    },
    Loaded {
        words: "handicapped people",
        instead: "disabled people",
        why: "the word most disabled people use themselves",
        fits: true,
    },
    Loaded {
        words: "handicapped person",
        instead: "disabled person",
        why: "the word most disabled people use themselves",
        fits: true,
    },
    Loaded {
        words: "handicapped employees",
        instead: "disabled employees",
        why: "the word most disabled people use themselves",
        fits: true,
    },
    Loaded {
        words: "handicapped children",
        instead: "disabled children",
        why: "the word most disabled people use themselves",
        fits: true,
    },
    Loaded {
        words: "the handicapped",
        instead: "disabled people",
        why: "people before what they have in common",
        fits: true,
    },
    Loaded {
        words: "oriental people",
        instead: "Asian people",
        why: "the old word is for carpets",
        fits: true,
    },
    Loaded {
        words: "gypped",
        instead: "cheated",
        why: "made from the name of a people",
        fits: true,
    },
    Loaded {
        words: "indian giver",
        instead: "somebody who takes a gift back",
        why: "blames a people for a habit",
        fits: true,
    },
    Loaded {
        words: "low man on the totem pole",
        instead: "the most junior person",
        why: "a totem pole is not a ladder",
        fits: true,
    },
    Loaded {
        words: "slave node",
        instead: "replica node",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "slave nodes",
        instead: "replica nodes",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "slave server",
        instead: "replica server",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "slave servers",
        instead: "replica servers",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "slave database",
        instead: "replica database",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "slave databases",
        instead: "replica databases",
        why: "people were slaves; a copy of data is a replica",
        fits: true,
    },
    Loaded {
        words: "committed suicide",
        instead: "died by suicide",
        why: "one commits a crime, and this has long been none",
        fits: true,
    },
    Loaded {
        words: "commit suicide",
        instead: "die by suicide",
        why: "one commits a crime, and this has long been none",
        fits: true,
    },
    Loaded {
        words: "committing suicide",
        instead: "dying by suicide",
        why: "one commits a crime, and this has long been none",
        fits: true,
    },
    Loaded {
        words: "wheelchair bound",
        instead: "uses a wheelchair",
        why: "a wheelchair sets people free to move",
        fits: false,
    },
    Loaded {
        words: "confined to a wheelchair",
        instead: "uses a wheelchair",
        why: "a wheelchair sets people free to move",
        fits: false,
    },
    Loaded {
        words: "open the kimono",
        instead: "show how it works",
        why: "makes a joke of undressing",
        fits: false,
    },
    Loaded {
        words: "opening the kimono",
        instead: "showing how it works",
        why: "makes a joke of undressing",
        fits: false,
    },
];

/// People of whom it is demeaning to say that they are one of [`BEASTS`].
pub const PEOPLE: super::WordList = super::WordList::new(
    "immigrants migrants refugees foreigners muslims jews christians arabs mexicans africans asians \
     gays lesbians homosexuals women homeless",
);

/// What a text makes of people when it takes them for less.
pub const BEASTS: super::PhraseList =
    super::PhraseList::new("vermin; subhuman; subhumans; cockroaches; parasites");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_comes_back() {
        assert_eq!(plain("Npzr"), "Acme");
        assert_eq!(plain(&plain("half-way")), "half-way");
    }

    /// Words that are also a crack, a dam, an animal, a name and so on.
    #[test]
    fn no_slur_is_a_word_of_another_trade() {
        let slurs: Vec<String> = SLURS.iter().flat_map(Coarse::words).collect();
        for hidden in [
            "puvax", "qlxr", "pbba", "fcvp", "genaal", "ergneq", "ergneqrq", "dhrre", "tlcfl",
        ] {
            assert!(!slurs.contains(&plain(hidden)), "{hidden}");
        }
    }

    #[test]
    fn every_list_is_of_lower_case_words() {
        let all = OATHS.iter().chain(&MILD_OATHS).chain(&SLURS);
        let hidden = all.flat_map(Coarse::words);
        for words in hidden.chain(LOADED.iter().map(|term| term.words.to_owned())) {
            let is_word = |c: char| c.is_ascii_lowercase() || c == ' ';
            assert!(!words.is_empty() && words.chars().all(is_word), "{words}");
        }
    }
}
