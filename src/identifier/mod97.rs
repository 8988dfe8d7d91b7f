//! The rest of a long number divided by 97 (ISO/IEC 7064, MOD 97-10).

/// The rest of what `text` spells, where `A` is 10 and `Z` is 35. None when
/// it holds another character.
pub(super) fn rest(text: impl IntoIterator<Item = char>) -> Option<u32> {
    text.into_iter().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        let shifted = if value < 10 { rest * 10 } else { rest * 100 };
        Some((shifted + value) % 97)
    })
}
