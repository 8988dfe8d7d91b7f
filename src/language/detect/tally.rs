//! Counting what speaks for each language.

use super::hints::{self, Key, is_latin, language_of};

/// What a small word weighs. A word in a script of its own weighs its bytes.
const SMALL_WORD: usize = 16;

/// Languages that share a script. The second has characters that the first has
/// not, at least one in so many.
const SHARED_SCRIPTS: [(&str, &str, usize); 2] = [("zh", "ja", 6), ("ru", "uk", 40)];

/// What speaks for each language.
#[derive(Default)]
pub(super) struct Tally {
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
    pub(super) fn read(&mut self, text: &str) {
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
            .fold(
                (hints::UNKNOWN, 0, 0),
                |(code, best, next), (this, weight)| {
                    if weight > best {
                        (this, weight, best)
                    } else {
                        (code, best, next.max(weight))
                    }
                },
            )
    }

    /// True when reading on would change nothing. English takes less, for most
    /// posts are in English, and not to see that one is not does little harm.
    pub(super) fn is_clear(&self) -> bool {
        let (code, weight, next) = self.best();
        let enough = if code == "en" { 8 } else { 30 };
        weight >= enough * SMALL_WORD && weight >= 4 * next && self.language().is_some()
    }

    /// The language, when it is plain. English is let off with the least, and
    /// where it has a good part of a text no other language is told.
    pub(super) fn language(&self) -> Option<&'static str> {
        let (code, weight, next) = self.best();
        let (hits, english) = (weight / SMALL_WORD, self.small[0]);
        let is_script = self.scripts.iter().any(|(script, _)| *script == code);
        let is_alone = weight >= 3 * next;
        let is_told = match code {
            hints::UNKNOWN => false,
            "en" => hits >= 3 && self.is_prose(hits, 8) && weight > next,
            _ if is_script => hits >= 1 && self.is_prose(hits, 3),
            _ if is_alone => hits >= 5 && self.is_prose(hits, 14),
            _ => hits >= 5 && self.is_prose(hits, 8) && weight * 10 >= next * 11,
        };
        (is_told && (code == "en" || 2 * hits >= 3 * english)).then_some(code)
    }

    /// True when at least one word in so many is a small one. Names and lists
    /// have hardly any.
    fn is_prose(&self, hits: usize, many: usize) -> bool {
        hits * many >= self.words
    }
}
