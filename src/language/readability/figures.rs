//! Six figures of readability, by the formulas as they were published.

use super::Counts;

impl Counts {
    /// Flesch reading ease: the higher, the easier. R. Flesch, "A new
    /// readability yardstick", Journal of Applied Psychology 32 (1948).
    pub fn reading_ease(&self) -> f64 {
        206.835 - 1.015 * self.words_a_sentence() - 84.6 * self.a_word(self.syllables)
    }

    /// Flesch-Kincaid grade: years of school. J. P. Kincaid and others,
    /// "Derivation of new readability formulas for Navy enlisted personnel" (1975).
    pub fn kincaid_grade(&self) -> f64 {
        0.39 * self.words_a_sentence() + 11.8 * self.a_word(self.syllables) - 15.59
    }

    /// Gunning Fog index. R. Gunning, "The Technique of Clear Writing" (1952).
    pub fn fog(&self) -> f64 {
        0.4 * (self.words_a_sentence() + 100.0 * self.a_word(self.polysyllables))
    }

    /// SMOG grade, made for texts of 30 sentences or more. G. H. McLaughlin,
    /// "SMOG grading: a new readability formula", Journal of Reading 12 (1969).
    pub fn smog(&self) -> f64 {
        let polysyllables = ratio(self.polysyllables, self.sentences);
        1.0430 * (30.0 * polysyllables).sqrt() + 3.1291
    }

    /// Automated readability index. E. A. Smith and R. J. Senter, "Automated
    /// Readability Index" (1967).
    pub fn automated_index(&self) -> f64 {
        4.71 * self.a_word(self.characters) + 0.5 * self.words_a_sentence() - 21.43
    }

    /// Coleman-Liau index. M. Coleman and T. L. Liau, "A computer readability
    /// formula designed for machine scoring", Journal of Applied Psychology 60
    /// (1975).
    pub fn coleman_liau(&self) -> f64 {
        5.88 * self.a_word(self.letters) - 29.6 * self.a_word(self.sentences) - 15.8
    }

    fn words_a_sentence(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    fn a_word(&self, count: usize) -> f64 {
        ratio(count, self.words)
    }
}

/// `part` for each of `whole`; zero when there is none.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formulas_are_those_that_were_published() {
        let counts = Counts {
            words: 100,
            sentences: 5,
            syllables: 150,
            letters: 480,
            characters: 500,
            polysyllables: 10,
        };
        let figures = [
            counts.reading_ease(),
            counts.kincaid_grade(),
            counts.fog(),
            counts.smog(),
            counts.automated_index(),
            counts.coleman_liau(),
        ];
        // Worked out by hand from the formulas.
        let expected = [59.635, 9.91, 12.0, 11.2083, 12.12, 10.944];
        for (figure, expected) in figures.into_iter().zip(expected) {
            assert!((figure - expected).abs() < 0.001, "{figure} for {expected}");
        }
    }
}
