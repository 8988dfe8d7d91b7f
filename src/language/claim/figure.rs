//! Figures: a number and its unit.

use std::ops::Range;

use super::Sentence;
use crate::language::WordList;

/// Numbers as words, as far as ratios have them.
const SMALL: WordList = WordList::new("one two three four five six seven eight nine ten");

impl Sentence<'_> {
    /// The share that the mark at `mark` ends, "40%", "7.5 percent", with the
    /// number. None for a part of a word or an address.
    pub(super) fn share(&self, mark: Range<usize>) -> Option<(Range<usize>, f64)> {
        let before = self.text[..mark.start].trim_end_matches([' ', '-', '\u{a0}']);
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let digits = &before[before.trim_end_matches(is_part).len()..];
        let digits = digits.trim_start_matches(['.', ',']);
        let start = before.len() - digits.len();
        let is_alone = !self.text[..start]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '$' | '/' | '='));
        let value = digits.replace(',', "").parse().ok()?;
        is_alone.then_some((start..mark.end, value))
    }

    /// Number of the first word of a ratio, "one in four", "3 out of 5", whose
    /// "in" or "out of" is word number `n`, and number of its last word.
    pub(super) fn ratio(&self, n: usize) -> Option<(usize, usize)> {
        let first = n.checked_sub(1)?;
        let mut last = n + 1 + usize::from(self.word(n) == "out");
        if matches!(self.word(last), "every" | "all") {
            last += 1;
        }
        let is_number = |n: usize| {
            let word = self.word(n);
            SMALL.has(word) || (!word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()))
        };
        let is_plain = (n..=last).all(|n| self.is_joined(n));
        (is_plain && is_number(first) && is_number(last)).then_some((first, last))
    }

    /// Where the fraction starts that ends with word number `n`: "two-thirds".
    pub(super) fn fraction(&self, n: usize) -> usize {
        let first = n.checked_sub(1).filter(|&first| {
            self.is_joined(n) && (SMALL.has(self.word(first)) || self.word(first) == "a")
        });
        self.range(first.unwrap_or(n), n).start
    }

    /// Number of the first word of how much more, "40%", "3 times", "10x", that
    /// ends right before word number `n`.
    pub(super) fn amount(&self, n: usize) -> Option<usize> {
        let last = n.checked_sub(1)?;
        let starts_with_digit = |n: usize| self.word(n).starts_with(|c: char| c.is_ascii_digit());
        let number = last.checked_sub(1);
        match self.word(last) {
            "times" | "percent" | "fold" => {
                number.filter(|&n| starts_with_digit(n) || SMALL.has(self.word(n)))
            }
            "cent" => last.checked_sub(2).filter(|&n| starts_with_digit(n)),
            word if word.ends_with('x') && starts_with_digit(last) => Some(last),
            _ => (starts_with_digit(last) && self.gap(n).starts_with(['%', '×'])).then_some(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_its_number() {
        let share = |text: &'static str| {
            let at = text.find('%').expect("a mark");
            let found = Sentence::new(text).share(at..at + 1);
            found.map(|(range, value)| (&text[range], value))
        };
        assert_eq!(share("about 40% of it"), Some(("40%", 40.0)));
        assert_eq!(share("is 99.5 % of it"), Some(("99.5 %", 99.5)));
        for text in ["a%20b", "x=40% of", "+40%", "50-60%", "the % of it"] {
            assert_eq!(share(text), None, "{text}");
        }
    }

    #[test]
    fn a_ratio_has_two_numbers() {
        let ratio = |text, n| Sentence::new(text).ratio(n);
        assert_eq!(ratio("about one in four teams", 2), Some((1, 3)));
        assert_eq!(ratio("3 out of every 5 teams", 1), Some((0, 4)));
        assert_eq!(ratio("one in our team", 1), None);
    }

    #[test]
    fn an_amount_stands_before_a_comparative() {
        for (text, n) in [
            ("is 40% faster", 2),
            ("is ten times faster", 3),
            ("is 10x faster", 2),
            ("is 7.5 percent faster", 4),
        ] {
            assert!(Sentence::new(text).amount(n).is_some(), "{text}");
        }
        assert_eq!(Sentence::new("is much faster").amount(2), None);
    }
}
