//! What stands where a secret would stand: examples, blanks to fill in, and
//! letters that nobody drew at random.

/// Words inside a token that say it is none, in small letters.
const WORDS: &[&str] = &[
    "example",
    "sample",
    "dummy",
    "placeholder",
    "changeme",
    "change_me",
    "redacted",
    "yourtoken",
    "your_",
    "your-",
    "yourapi",
    "yourkey",
    "xxxx",
    "token",
    "secret",
    "notreal",
    "not_real",
    "foobar",
    "insert",
    "replace",
    "deadbeef",
    "qwerty",
    "fake",
    "apikey",
    "api_key",
    "mykey",
    "truncated",
];

/// The shortest row of letters in order, such as "345678", and of the same
/// letter, that nobody takes for chance.
const ROW: usize = 6;

/// True when the random part of a token was not drawn at random.
pub fn is_placeholder(body: &str) -> bool {
    let small = body.to_ascii_lowercase();
    WORDS.iter().any(|word| small.contains(word))
        || has_row(small.as_bytes())
        || is_periodic(small.as_bytes())
        || is_monotonous(body)
        || is_name(body)
}

/// True for small letters alone, as in the name of a function.
fn is_name(body: &str) -> bool {
    const SHORT: usize = 12;
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-');
    body.len() > SHORT && body.bytes().all(is_letter)
}

/// True for "aaaaaa", "123456", "fedcba", and for two rows that are woven into
/// each other: "a1b2c3d4e5f6".
fn has_row(bytes: &[u8]) -> bool {
    let is_row = |step: usize, by: i16| {
        let mut length = 1;
        bytes.iter().zip(bytes.iter().skip(step)).any(|(a, b)| {
            let follows = i16::from(*b) - i16::from(*a) == by;
            length = if follows { length + 1 } else { 1 };
            length >= ROW + step - 1
        })
    };
    [-1, 0, 1].into_iter().any(|by| is_row(1, by)) || is_row(2, 1)
}

/// True for "abc1abc1abc1": one piece over and over.
fn is_periodic(bytes: &[u8]) -> bool {
    (1..=bytes.len() / 2).take(16).any(|period| {
        bytes.len() >= 2 * period.max(4)
            && bytes.iter().skip(period).eq(&bytes[..bytes.len() - period])
    })
}

/// True for a text of few different letters: bits per letter, by how often
/// each occurs (Shannon's entropy), well under what chance gives.
fn is_monotonous(body: &str) -> bool {
    let mut counts = [0_u32; 256];
    for byte in body.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let length = body.len() as f64;
    let entropy: f64 = counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / length)
        .map(|share| -share * share.log2())
        .sum();
    let is_hex = body.bytes().all(|byte| byte.is_ascii_hexdigit());
    // A short text cannot have many different letters.
    let enough = if is_hex { 2.6 } else { 3.0 };
    entropy < f64::min(enough, length.log2() * 0.7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_drew_is_a_placeholder() {
        for body in [
            "IOSFODNN7EXAMPLE",
            "YOUR_KEY_9f3kd",
            "xxxxxxxxxxxxxxxx",
            "0000000000000000000000000000000000000000",
            "kdjf123456skdjfh",
            "a1b2c3d4e5f6a7b8c9d0",
            "9f3a9f3a9f3a9f3a",
            "aabbaabbbabaabbaabbb",
        ] {
            assert!(is_placeholder(body), "{body}");
        }
    }

    #[test]
    fn what_chance_gives_is_none() {
        for body in [
            "9fK2mWq8ZtR4vXb7",
            "7c9e2f104ab85d36c1f0e27b94da8356",
            "482019375602",
            "kq7zt2m",
        ] {
            assert!(!is_placeholder(body), "{body}");
        }
    }
}
