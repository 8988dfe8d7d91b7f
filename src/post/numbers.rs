//! Where numbers stand, found in one pass over the file.

/// The first bytes of the words of `text` that hold a digit.
pub(super) fn starts(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let digit = at + found;
        let before = bytes[at..digit].iter().rev();
        let letters = before.take_while(|byte| byte.is_ascii_alphabetic()).count();
        starts.push((digit - letters) as u32);
        let word = bytes[digit..].iter();
        at = digit + word.take_while(|byte| byte.is_ascii_alphanumeric()).count();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_with_a_digit_counts_once() {
        assert_eq!(starts("ab 12-3c é4 d5e6"), [3, 6, 11, 13]);
        assert!(starts("none").is_empty() && starts("").is_empty());
    }
}
