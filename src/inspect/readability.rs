//! How hard the running text of a post is to read, as it is printed.

use std::fmt::Write;

use serde::Serialize;

use crate::language::readability::Counts;

/// The counts and the figures made of them.
#[derive(Serialize)]
pub(super) struct Readability {
    #[serde(flatten)]
    counts: Counts,
    flesch_reading_ease: f64,
    flesch_kincaid_grade: f64,
    gunning_fog: f64,
    smog: f64,
    automated_readability_index: f64,
    coleman_liau: f64,
}

impl Readability {
    /// Of a text with these `counts`; all figures are zero without a word.
    pub(super) fn of(counts: Counts) -> Readability {
        let figure = |of: fn(&Counts) -> f64| {
            let is_empty = counts.words == 0;
            if is_empty { 0.0 } else { of(&counts) }
        };
        Readability {
            flesch_reading_ease: figure(Counts::reading_ease),
            flesch_kincaid_grade: figure(Counts::kincaid_grade),
            gunning_fog: figure(Counts::fog),
            smog: figure(Counts::smog),
            automated_readability_index: figure(Counts::automated_index),
            coleman_liau: figure(Counts::coleman_liau),
            counts,
        }
    }

    /// Writes them in two lines.
    pub(super) fn write(&self, out: &mut String) {
        let counts = &self.counts;
        let _ = writeln!(
            out,
            "running text: {} words, {} sentences, {} syllables, {} letters, {} characters, \
             {} words of three syllables or more",
            counts.words,
            counts.sentences,
            counts.syllables,
            counts.letters,
            counts.characters,
            counts.polysyllables,
        );
        let _ = writeln!(
            out,
            "reading ease {:.1}; grade: Flesch-Kincaid {:.1}, Gunning Fog {:.1}, SMOG {:.1}, \
             ARI {:.1}, Coleman-Liau {:.1}",
            self.flesch_reading_ease,
            self.flesch_kincaid_grade,
            self.gunning_fog,
            self.smog,
            self.automated_readability_index,
            self.coleman_liau,
        );
    }
}
