//! The check digit of J. Verhoeff ("Error Detecting Decimal Codes", 1969),
//! which adds in the symmetries of a pentagon.

/// The sum of two symmetries: 0 to 4 turn, 5 to 9 turn and flip.
fn add(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b) % 5 + 5,
        (false, true) => (a + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// True when the last of `digits` is right for the others. From the right,
/// each digit goes through one swap more than the one before it.
pub(super) fn is_valid(digits: &[u8]) -> bool {
    const SWAP: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let sum = digits
        .iter()
        .rev()
        .enumerate()
        .fold(0, |sum, (place, &digit)| {
            let swapped = (0..place % 8).fold(digit, |digit, _| SWAP[usize::from(digit % 10)]);
            add(sum, swapped)
        });
    !digits.is_empty() && sum == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_literature_is_valid() {
        assert!(is_valid(&[2, 3, 6, 3]));
        assert!(!is_valid(&[2, 3, 6, 4]));
        assert!(!is_valid(&[3, 2, 6, 3]), "a swap of neighbours is seen");
    }
}
