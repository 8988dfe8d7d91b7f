//! Words.

use std::ops::Range;

/// A word of a text, as a range of bytes.
pub type Word = Range<usize>;

/// The words of `text`: runs of letters and digits, with apostrophes inside
/// them, and with what nobody sees between two Latin letters. A hyphen parts two
/// words.
///
/// Chinese and Japanese have no blanks: there each character is a word, as
/// word processors count. A run of Thai, Lao, Khmer or Burmese is one word.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The words of a text, in order.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let start = self.at + skip(&self.text[self.at..], |c| !c.is_alphanumeric());
        if start == self.text.len() {
            self.at = start;
            return None;
        }
        if let Some(first) = self.text[start..]
            .chars()
            .next()
            .filter(|c| stands_alone(*c))
        {
            let behind = start + first.len_utf8();
            self.at = behind + skip(&self.text[behind..], is_attached);
            return Some(start..self.at);
        }
        let mut end = start;
        loop {
            end += skip(&self.text[end..], is_word_character);
            let rest = &self.text[end..];
            let Some(mark) = rest.chars().next().filter(|c| is_inside(*c)) else {
                break;
            };
            let after = end + mark.len_utf8();
            let next = &self.text[after..];
            let is_latin = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            let may_join = !is_hidden(mark)
                || (is_latin(self.text.as_bytes()[..end].last())
                    && is_latin(next.as_bytes().first()));
            if !next.starts_with(is_word_character) || !may_join {
                break;
            }
            end = after;
        }
        self.at = end;
        Some(start..end)
    }
}

/// Marks that stand inside a word: apostrophes, and what nobody sees.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’') || is_hidden(c)
}

/// Characters that hide a word from a search and not from a reader.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Letters, digits and the marks that combine with them.
fn is_word_character(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    (c.is_alphanumeric() && !stands_alone(c)) || is_attached(c)
}

/// Han characters and kana, which are words of their own.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' // 々 and its like
        | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' // kana
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' // Han
    )
}

/// Marks that belong to the character before them: those that repeat it or
/// make it longer, and those that combine with it but count as no letter.
fn is_attached(c: char) -> bool {
    matches!(c,
        '々' | 'ー' | '\u{309d}' | '\u{309e}' | '\u{30fd}' | '\u{30fe}' | '\u{ff70}' // Japanese
        | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}'
        | '\u{300}'..='\u{36f}' // Latin, Greek and Cyrillic
        | '\u{591}'..='\u{5af}' | '\u{64b}'..='\u{65f}' // Hebrew and Arabic
        | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' // India
        | '\u{abc}' | '\u{acd}' | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}'
        | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}'
        | '\u{e47}'..='\u{e4e}' | '\u{eba}' | '\u{ec8}'..='\u{ece}' // Thai and Lao
        | '\u{1037}'..='\u{103a}' | '\u{17c9}'..='\u{17d3}' | '\u{17dd}' // Burmese and Khmer
    )
}

/// Bytes at the start of `text` whose characters satisfy `keep`.
fn skip(text: &str, keep: impl Fn(char) -> bool) -> usize {
    let ascii = text
        .bytes()
        .position(|byte| !byte.is_ascii() || !keep(char::from(byte)));
    match ascii {
        None => text.len(),
        Some(at) if text.as_bytes()[at].is_ascii() => at,
        Some(at) => {
            let rest = &text[at..];
            at + rest.find(|c| !keep(c)).unwrap_or(rest.len())
        }
    }
}

/// True when `word`, folded, is `folded`.
pub fn folds_to(word: &str, folded: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(folded);
    }
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out == folded
}

/// Puts `word` into `out` as it is compared: lower case, straight apostrophes,
/// without what nobody sees, and with Latin letters for those that look the same.
pub fn fold_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    // A word that is all Cyrillic is Cyrillic.
    let is_latin = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    for c in word.chars().filter(|c| !is_hidden(*c)) {
        match c {
            '’' => out.push('\''),
            '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
                let letter = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
                out.push(letter.to_ascii_lowercase());
            }
            c if is_latin && look_alike(c).is_some() => out.extend(look_alike(c)),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The Latin letter that a Cyrillic or Greek one looks like in both cases, by
/// the table of Unicode Technical Standard 39.
fn look_alike(c: char) -> Option<char> {
    let latin = match c {
        'а' | 'А' => 'a',
        'е' | 'Е' => 'e',
        'о' | 'О' | 'ο' | 'Ο' => 'o',
        'р' | 'Р' => 'p',
        'с' | 'С' => 'c',
        'х' | 'Х' => 'x',
        'у' | 'У' => 'y',
        'і' | 'І' => 'i',
        'ј' | 'Ј' => 'j',
        'ѕ' | 'Ѕ' => 's',
        _ => return None,
    };
    Some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).map(|word| &text[word]).collect()
    }

    #[test]
    fn words_keep_their_apostrophes() {
        assert_eq!(
            split("the world’s first, isn't it'"),
            ["the", "world’s", "first", "isn't", "it"]
        );
    }

    #[test]
    fn hyphens_and_dashes_part_words() {
        assert_eq!(
            split("market-leading—really"),
            ["market", "leading", "really"]
        );
        assert_eq!(split("Zoë’s naïve 3D"), ["Zoë’s", "naïve", "3D"]);
        assert_eq!(split("— …"), Vec::<&str>::new());
    }

    #[test]
    fn han_and_kana_are_words_of_their_own() {
        assert_eq!(split("秘密保持"), ["秘", "密", "保", "持"]);
        assert_eq!(
            split("人々のデータ、ﾃﾞｰﾀ"),
            ["人々", "の", "デー", "タ", "ﾃﾞｰ", "ﾀ"]
        );
        assert_eq!(split("か\u{3099}き"), ["か\u{3099}", "き"]);
        assert_eq!(
            split("Rustは2024年に“速い”"),
            ["Rust", "は", "2024", "年", "に", "速", "い"]
        );
        assert_eq!(split("它's"), ["它", "s"]);
        assert_eq!(split("x’它"), ["x", "它"]);
    }

    #[test]
    fn other_scripts_keep_their_runs() {
        assert_eq!(split("비밀 유지 계약"), ["비밀", "유지", "계약"]);
        assert_eq!(split("ข้อมูลนี้ เป็นความลับ"), ["ข้อมูลนี้", "เป็นความลับ"]);
        assert_eq!(
            split("ຂໍ້ມູນນີ້ ព័ត៌មាននេះ။ အချက်အလက်"),
            ["ຂໍ້ມູນນີ້", "ព័ត៌មាននេះ", "အချက်အလက်"]
        );
        assert_eq!(split("हिन्दी में।"), ["हिन्दी", "में"]);
        assert_eq!(split("سرّي جدًا؟"), ["سرّي", "جدًا"]);
    }

    #[test]
    fn folding_makes_spellings_equal() {
        let mut out = String::new();
        fold_into("World’S", &mut out);
        assert_eq!(out, "world's");
    }

    #[test]
    fn folding_sees_through_disguises() {
        let fold = |word: &str| {
            let mut out = String::new();
            fold_into(word, &mut out);
            out
        };
        assert_eq!(
            split("a\u{200b}cme's co\u{ad}pper\u{200b} x"),
            ["a\u{200b}cme's", "co\u{ad}pper", "x"]
        );
        assert_eq!(fold("A\u{200b}cm\u{ad}e"), "acme");
        assert_eq!(fold("Асmе"), "acme");
        assert_eq!(fold("Ａｃｍｅ"), "acme");
        assert_eq!(fold("Секрет"), "секрет");
        assert_eq!(split("ការ\u{200b}ងារ").len(), 2);
    }
}
