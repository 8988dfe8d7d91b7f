//! What a word tells of the language it is in.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The small words that the languages in Latin letters use most, each line
/// behind its code, English first. A word may stand in many lines.
const SMALL_WORDS: [&str; 17] = [
    "en the of and to in a is that for it on with as are be this was you at by from or an have not we can your will has but they which all their our if more when what how also were these been there who about would do so its i no my one may some than them he his up out into just any only",
    "de der die das und ist nicht ein eine einen einem einer den dem des zu mit von für auf im auch sich es wir sie ich wie bei oder aber nach aus wenn werden wird sind hat haben kann nur noch als dass über zum zur vom man mehr so was an in am um durch diese dieser wurde war sein ihre",
    "fr le la les des du de et est un une que qui dans pour pas sur au aux avec ce cette ces il elle nous vous ne se sont par plus ou où mais comme être son sa ses leur à l d qu en été fait tout si",
    "es el la los las de del que en y a un una es por con para no se su sus al lo como más o pero si sí ya muy esta este está son fue ha hay sobre también porque entre cuando sin ser nos le les todo desde",
    "pt o a os as de do da dos das que em e um uma é para não no na nos nas se por mais como mas ao à ou seu sua são foi tem ser está isso este esta você pelo pela também já muito quando",
    "it il lo la i gli le di del della dei delle che e è un una in per con non si da dal dalla al alla sono come più ma anche nel nella su questo questa ha o se ci l dell all loro essere stato",
    "nl de het een en van ik te dat die in is niet zijn op aan met voor er om dan of wat mijn dit zo door over ze bij ook tot je uit naar heeft hebben wordt worden deze maar wij we was als nog kan",
    "pl i w z na do nie się jest to że o jak ale po co tak za od przez dla czy może tylko już być są ten ta oraz które który która jego aby ich jako przy lub ze tego tym jeśli można jeżeli przed więc bardzo gdy",
    "sv och att det i en som är på av för med den till inte har de ett om var vi jag kan från så han ska men eller när också där mycket vara efter alla nu",
    "da og at det i en er på til af for med den som ikke de et har vi jeg kan fra så der men eller om var han også når hvor skal blev efter være mere ved kun hvad sig noget nogen nogle ud op ind uden nu bliver været meget mellem",
    "no og å det i en er på til av for med den som ikke de et har vi jeg kan fra så der men eller om var han også når hvor skal ble etter være mer ved bare hva seg meg noe noen ut opp inn uten nå blir vært mye mellom",
    "fi ja on ei se että hän oli mutta ovat kun niin kuin myös tai joka jotka mitä sen tämä ole voi jos sekä vain nyt jo olla mukaan kanssa he me nämä ollut siitä ennen ne jonka voidaan tämän mikä eivät olisi",
    "tr ve bir bu için ile çok olarak daha gibi olan ama ne kadar her değil var sonra de da en ki mi biz ben o şu veya ya tüm yeni ancak göre olduğu ise yok eğer şekilde",
    "cs a je se na v že z do to o k i ve pro ale jako by si jsou byl není tak po od která který které jsem jen nebo už také při může bylo za být ze pokud lze než ani až aby tento když bude",
    "hu a az és hogy nem is egy ez van de meg csak már mint még volt ha vagy ezt nincs lesz sem azt kell amely ki be el minden",
    "ro și în de la cu pe nu este că o un din care pentru mai se sunt a fost sau dar am ce după prin fi să au ca ale al dacă",
    "id yang dan di ini itu dengan untuk dari tidak dalam pada akan adalah ke bisa juga ada atau oleh saya kita kami lebih sudah dapat jika",
];

/// Bits of the languages that have a word, by its key.
static LANGUAGES: LazyLock<FxHashMap<u64, u32>> = LazyLock::new(|| {
    let mut languages = FxHashMap::default();
    for (number, line) in SMALL_WORDS.iter().enumerate() {
        for word in line.split(' ').skip(1) {
            *languages.entry(Key::of(word).letters).or_default() |= 1 << number;
        }
    }
    languages
});

/// How many languages small words tell; English is number 0.
pub(super) const LATIN: usize = SMALL_WORDS.len();

/// The code of language `number`.
pub(super) fn code(number: usize) -> &'static str {
    &SMALL_WORDS[number][..2]
}

/// A word in Latin letters, as far as it matters: its last eight letters, for
/// no small word has more.
#[derive(Clone, Copy, Default)]
pub(super) struct Key {
    letters: u64,
    is_capital: bool,
}

impl Key {
    /// The key of `word`.
    fn of(word: &str) -> Key {
        let mut key = Key::default();
        word.chars().for_each(|c| key.push(c));
        key
    }

    /// Adds the next letter of the word.
    pub(super) fn push(&mut self, c: char) {
        self.is_capital |= self.is_empty() && c.is_ascii_uppercase();
        self.letters = (self.letters << 8) + u64::from(c.to_ascii_lowercase());
    }

    /// True when there is no word.
    pub(super) fn is_empty(self) -> bool {
        self.letters == 0
    }

    /// The bits of the languages that have it as a small word. Capitals are for
    /// names, like "Los Angeles", and for English titles.
    pub(super) fn languages(self) -> u32 {
        let known = LANGUAGES.get(&self.letters).copied().unwrap_or(0);
        let counted = if self.is_capital { 1 } else { u32::MAX };
        known & counted
    }
}

/// Letters of the Latin script, and digits.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Stands for the languages of the scripts that are not known here.
pub(super) const UNKNOWN: &str = "";

/// The language of a character whose script tells it.
pub(super) fn language_of(c: char) -> Option<&'static str> {
    Some(match c {
        ..'\u{370}' => return None,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => "el",
        'і' | 'ї' | 'є' | 'ґ' => "uk",
        '\u{400}'..='\u{52f}' => "ru",
        '\u{590}'..='\u{5ff}' => "he",
        '\u{600}'..='\u{6ff}' => "ar",
        '\u{900}'..='\u{97f}' => "hi",
        '\u{e00}'..='\u{e7f}' => "th",
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => "ko",
        '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => "ja",
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => "zh",
        c if c.is_alphabetic() => UNKNOWN,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(word: &str) -> Vec<&'static str> {
        let bits = Key::of(word).languages();
        let has = |number: &usize| bits >> number & 1 == 1;
        (0..LATIN).filter(has).map(code).collect()
    }

    #[test]
    fn a_small_word_tells_its_languages() {
        assert_eq!(codes("the"), ["en"]);
        assert_eq!(codes("Was"), ["en"]);
        assert_eq!(codes("was"), ["en", "de", "nl"]);
        assert_eq!(codes("też"), Vec::<&str>::new());
        assert_eq!(codes("straightforward"), Vec::<&str>::new());
    }

    #[test]
    fn every_small_word_is_short_and_in_lower_case() {
        for word in SMALL_WORDS.iter().flat_map(|line| line.split(' ')) {
            assert!(word.len() <= 8 && word == word.to_lowercase(), "{word}");
        }
    }
}
