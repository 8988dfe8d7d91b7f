//! The check digit of H. P. Luhn (US patent 2,950,048; ISO/IEC 7812-1, annex B).

/// True when the last of `digits` is right for the others: of every second
/// digit, from the right, the double counts, and its digits are added up.
pub(super) fn is_valid(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| match u32::from(digit) {
            digit if place % 2 == 0 => digit,
            digit if digit > 4 => 2 * digit - 9,
            digit => 2 * digit,
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}
