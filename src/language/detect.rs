//! The language of a text.

use super::hints::{self, Key, is_latin, language_of};

/// A text is read in rounds, each of them a piece from several places of the
/// text, so that a quotation at the start does not decide.
const ROUNDS: usize = 100;
const PLACES: usize = 4;
const PIECE: usize = 40;

/// What a small word weighs. A word in a script of its own weighs its bytes.
const SMALL_WORD: usize = 16;

/// Languages that share a script. The second has characters that the first has
/// not, at least one in so many.
const SHARED_SCRIPTS: [(&str, &str, usize); 2] = [("zh", "ja", 6), ("ru", "uk", 40)];

/// The language of `text` as an ISO 639-1 code, when there is enough to tell.
///
/// Most scripts tell it, and small words like "the" tell the languages in Latin
/// letters. A text that is half in English is in English.
pub fn detect(text: &str) -> Option<&'static str> {
    let mut tally = Tally::default();
    let share = text.len().div_ceil(PLACES);
    let half = share / 2;
    let pieces = |from, to: usize| {
        (from..to)
            .step_by(PIECE)
            .map(move |at| (at, to.min(at + PIECE)))
    };
    for (start, end) in pieces(half, share).chain(pieces(0, half)).take(ROUNDS) {
        for place in (0..PLACES).map(|place| place * share) {
            tally.read(&text[cut(text, place + start)..cut(text, place + end)]);
        }
        if tally.is_clear() {
            break;
        }
    }
    tally.language()
}

/// The next blank from byte `at`, or the next character if there is none near.
fn cut(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let near = text.len().min(at + 40);
    let ahead = text.as_bytes()[at..near]
        .iter()
        .position(|byte| *byte <= b' ');
    let character = || (at..near).find(|at| text.is_char_boundary(*at));
    ahead
        .map(|ahead| at + ahead)
        .or_else(character)
        .unwrap_or(near)
}

/// What speaks for each language.
#[derive(Default)]
struct Tally {
    /// Words in Latin letters.
    words: usize,
    /// Small words of each language in Latin letters.
    small: [usize; hints::LATIN],
    /// Bytes in scripts of their own.
    scripts: Vec<(&'static str, usize)>,
}

impl Tally {
    /// Reads `text`. Here an apostrophe parts two words, as in the French
    /// "qu’elle".
    fn read(&mut self, text: &str) {
        let mut word = Key::default();
        for c in text.chars() {
            if is_latin(c) {
                word.push(c);
                continue;
            }
            self.add(word);
            word = Key::default();
            if let Some(code) = language_of(c) {
                self.add_script(code, c.len_utf8());
            }
        }
        self.add(word);
    }

    fn add(&mut self, word: Key) {
        if word.is_empty() {
            return;
        }
        self.words += 1;
        let bits = word.languages();
        self.small[0] += (bits & 1) as usize;
        let mut others = bits & !1;
        while others != 0 {
            self.small[others.trailing_zeros() as usize] += 1;
            others &= others - 1;
        }
    }

    fn add_script(&mut self, code: &'static str, bytes: usize) {
        match self.scripts.iter_mut().find(|(known, _)| *known == code) {
            Some((_, sum)) => *sum += bytes,
            None => self.scripts.push((code, bytes)),
        }
    }

    /// What the scripts weigh, a shared one for one of its languages only.
    fn scripts(&self) -> Vec<(&'static str, usize)> {
        let mut scripts = self.scripts.clone();
        for (plain, marked, among) in SHARED_SCRIPTS {
            let of = |code| scripts.iter().position(|(known, _)| *known == code);
            if let (Some(plain), Some(marked)) = (of(plain), of(marked)) {
                let sum = scripts[plain].1 + scripts[marked].1;
                let is_marked = scripts[marked].1 * among >= sum;
                scripts[marked].1 = if is_marked { sum } else { 0 };
                scripts[plain].1 = sum - scripts[marked].1;
            }
        }
        scripts
    }

    /// The heaviest language, and what the next one weighs.
    fn best(&self) -> (&'static str, usize, usize) {
        let latin = self.small.iter().enumerate();
        latin
            .map(|(number, hits)| (hints::code(number), hits * SMALL_WORD))
            .chain(self.scripts())
            .fold(("", 0, 0), |(code, best, next), (this, weight)| {
                if weight > best {
                    (this, weight, best)
                } else {
                    (code, best, next.max(weight))
                }
            })
    }

    /// True when reading on would change nothing. English takes less, for most
    /// posts are in English, and not to see that one is not does little harm.
    fn is_clear(&self) -> bool {
        let (code, weight, next) = self.best();
        let enough = if code == "en" { 8 } else { 30 };
        weight >= enough * SMALL_WORD && weight >= 4 * next && self.language().is_some()
    }

    fn language(&self) -> Option<&'static str> {
        let (code, weight, next) = self.best();
        let english = self.small[0];
        let hits = weight / SMALL_WORD;
        let is_script = self.scripts.iter().any(|(known, _)| *known == code);
        let is_told = match code {
            "en" => hits >= 3,
            _ if is_script => hits >= 1,
            _ => hits >= 5 && weight * 10 >= next * 11,
        };
        // Names and lists have hardly a small word.
        let is_prose = is_script || hits * 8 >= self.words;
        (is_told && is_prose && (code == "en" || 2 * hits >= 3 * english)).then_some(code)
    }
}
