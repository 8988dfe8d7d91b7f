//! Sentences that are lists: rolls of names, agencies, ingredients.

use super::written_words;

/// True for a sentence that lists more than it tells: readers take its parts
/// one by one, however many there are.
pub fn is_roll(sentence: &str) -> bool {
    let mut words = 0;
    let mut names = 0;
    let mut ends = 0;
    for word in written_words(sentence) {
        words += 1;
        names += usize::from(is_name(word));
        ends += usize::from(word.ends_with([',', ';', ':', '•', '|', '/']));
    }
    // A separator for every five words, or a name in every third.
    let bullets = sentence.matches(['•', '·', '|', '►', '✓']).count();
    words > 0 && ((ends + bullets) * 5 >= words || names * 3 >= words)
}

/// True for a word with a capital or a digit.
fn is_name(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roll_lists_and_a_sentence_tells() {
        assert!(is_roll(
            "Thanks to Ines Roth, Jo Doe, Kim Ng and the others of Acme Berlin"
        ));
        assert!(is_roll(
            "We sell maps, globes, paper, ink, pens, and desks that fold"
        ));
        assert!(!is_roll(
            "We sell the maps that our grandparents drew by hand, which nobody else has kept"
        ));
        assert!(!is_roll(""));
    }
}
