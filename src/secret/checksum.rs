//! Checksums that providers put into their tokens.

/// The last six letters of a GitHub or npm token: the CRC-32 of the letters
/// before them, in base 62 with digits, capitals and small letters.
///
/// Source: GitHub, "Behind GitHub's new authentication token formats" (2021).
pub fn crc62(body: &str) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut rest = crc32(body.as_bytes());
    let mut letters = [b'0'; 6];
    for letter in letters.iter_mut().rev() {
        *letter = DIGITS[(rest % 62) as usize];
        rest /= 62;
    }
    letters.iter().map(|letter| char::from(*letter)).collect()
}

/// CRC-32 as in IEEE 802.3.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let mask = (crc & 1).wrapping_neg();
            crc = (crc >> 1) ^ (0xedb8_8320 & mask);
        }
    }
    !crc
}

/// True for a body in base 62 whose last six letters are the checksum of the rest.
pub fn has_crc62(body: &str) -> bool {
    let split = body.len().checked_sub(6);
    let halves = split.and_then(|at| body.split_at_checked(at));
    halves.is_some_and(|(random, sum)| crc62(random) == sum)
}

/// The six letters that end a Bech32 text: those for `data` under the name
/// `prefix` (both in small letters, `data` as numbers below 32).
///
/// Source: BIP 173, which age takes its secret keys from.
pub fn bech32(prefix: &str, data: &[u8]) -> [u8; 6] {
    let high = prefix.bytes().map(|byte| byte >> 5);
    let low = prefix.bytes().map(|byte| byte & 31);
    let values = high.chain([0]).chain(low).chain(data.iter().copied());
    let sum = values.chain([0; 6]).fold(1, polymod) ^ 1;
    [25, 20, 15, 10, 5, 0].map(|shift| (sum >> shift) as u8 & 31)
}

fn polymod(sum: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let top = sum >> 25;
    let sum = ((sum & 0x01ff_ffff) << 5) ^ u32::from(value);
    GENERATOR
        .iter()
        .enumerate()
        .filter(|(bit, _)| top >> bit & 1 == 1)
        .fold(sum, |sum, (_, mask)| sum ^ mask)
}

/// The letters of Bech32, in the order of their values.
pub const BECH32: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

/// True for the 58 letters of an age secret key whose last six fit.
pub fn has_bech32(body: &str) -> bool {
    let value = |c: char| BECH32.find(c.to_ascii_uppercase()).map(|at| at as u8);
    let Some(values) = body.chars().map(value).collect::<Option<Vec<u8>>>() else {
        return false;
    };
    let split = values.len().checked_sub(6);
    let halves = split.and_then(|at| values.split_at_checked(at));
    halves.is_some_and(|(data, sum)| bech32("age-secret-key-", data) == sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksums_are_those_of_others() {
        // The check value of the CRC catalogue.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        // A token that was made to show the format, revoked by its owner.
        assert_eq!(crc62("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"), "0mLq17");
        // BIP 173 has this among its valid ones: "A12UEL5L".
        let letters = bech32("a", &[]).map(|at| char::from(BECH32.as_bytes()[usize::from(at)]));
        assert_eq!(letters, ['2', 'U', 'E', 'L', '5', 'L']);
    }

    #[test]
    fn one_wrong_letter_is_seen() {
        let token = format!("{}{}", "Ab3".repeat(10), crc62(&"Ab3".repeat(10)));
        assert!(has_crc62(&token));
        assert!(!has_crc62(&token.replacen('A', "B", 1)));
        assert!(!has_crc62("short") && !has_bech32("short") && !has_bech32("i"));
    }
}
