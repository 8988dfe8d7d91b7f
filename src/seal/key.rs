//! The key of a sealed list, and the keyed digests that are made with it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A digest, cut to 128 bits.
pub(super) type Digest = [u8; 16];

/// What a written key begins with, so that scanners for secrets can tell it.
const PREFIX: &str = "sayso_seal_";
const BYTES: usize = 32;

/// A key. What it is made from is not kept, and cleared from memory with it.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl Key {
    /// A new key, and how it is written down.
    pub fn generate() -> Result<(Key, String), String> {
        let bytes = random::<BYTES>()?;
        Ok((Key::of(&bytes), format!("{PREFIX}{}", hex(&bytes))))
    }

    /// The key that is written as `text`.
    pub fn parse(text: &str) -> Option<Key> {
        let digits = text.trim().strip_prefix(PREFIX)?;
        unhex::<BYTES>(digits).map(|bytes| Key::of(&bytes))
    }

    /// The key made of `bytes`.
    pub fn of(bytes: &[u8; BYTES]) -> Key {
        // A short key is filled up with zeros to a block of the hash (RFC 2104).
        let mut block = [0; 64];
        block[..BYTES].copy_from_slice(bytes);
        Key(Hmac::new(&block.into()))
    }

    /// The name of the key, which tells it from others and nothing more.
    pub fn id(&self) -> String {
        hex(&self.digest("key id", &[])[..4])
    }

    /// The digest of `parts`, for one purpose: those for another tell nothing
    /// about it.
    pub(super) fn digest(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        self.mac(purpose, parts).finalize().into_bytes().into()
    }

    /// True when `digest` is the start of that digest. How long this takes does
    /// not depend on where the two differ.
    pub(super) fn is_digest(&self, purpose: &str, parts: &[&[u8]], digest: &Digest) -> bool {
        let mac = self.mac(purpose, parts);
        mac.verify_truncated_left(digest).is_ok()
    }

    fn mac(&self, purpose: &str, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        mac.update(b"sayso sealed terms 1\0");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        for part in parts {
            mac.update(part);
        }
        mac
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Bytes that nobody can foretell.
pub(super) fn random<const N: usize>() -> Result<[u8; N], String> {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(format!("the system gives no random numbers: {error}")),
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (number, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * number..2 * number + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let (key, text) = Key::generate().expect("a key");
        let again = Key::parse(&format!(" {text}\n")).expect("the key");
        assert_eq!(key.id(), again.id());
        let (other, _) = Key::generate().expect("another key");
        assert_ne!(key.id(), other.id());
        for wrong in ["", "abc", &text[1..], &text[..text.len() - 1]] {
            assert!(Key::parse(wrong).is_none(), "{wrong}");
        }
        assert!(!format!("{key:?}").contains(&text[11..20]));
    }

    #[test]
    fn purposes_are_kept_apart() {
        let key = Key::of(&[7; 32]);
        let mut digest = Digest::default();
        digest.copy_from_slice(&key.digest("term", &[b"a"])[..16]);
        assert!(key.is_digest("term", &[b"a"], &digest));
        assert!(!key.is_digest("line", &[b"a"], &digest));
        assert!(!key.is_digest("term", &[b"b"], &digest));
    }
}
