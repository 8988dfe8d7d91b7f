//! The file of a sealed list, format 1.
//!
//! ```text
//! # comment lines
//! version 1
//! key 1f2e3d4c             the key's id
//! salt 0123…               16 bytes, new each time the file is written
//! check 89ab…              16 bytes: HMAC over the salt and the lines
//! 4567…                    a line of 21 bytes for each place
//! ```
//!
//! All bytes are hex digits. A line is a place: the digest of a term (the first
//! 16 bytes of an HMAC-SHA-256 of its normal form), the number of its words (a
//! byte, 0 for a decoy), and 32 bits of a hash that tells which words of a text
//! are worth a digest. The lines are in the order of the digests, and each is
//! masked by an HMAC of the salt and its number.
//!
//! So whoever has no key sees random bytes. Since the salt is always new, two
//! versions of the file have no line in common: their difference tells that
//! somebody wrote it, and neither how many terms came or went nor which places
//! are decoys. Such a file cannot be merged, and says so when somebody tries.
//! Whoever has the key can tell decoys from terms, and try guesses; the terms
//! themselves are nowhere in it.

use super::key::{Digest, Key, hex, random, unhex};
use super::list::{Entry, List};

const VERSION: &str = "1";
const LINE: usize = 21;
const HEAD: &str = "\
# Terms that must not be published, as keyed digests among decoys. Only `sayso seal`
# can change this file; it cannot be merged: take one side, and add the terms again.
";

/// Why a file cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It was sealed with another key than the one at hand.
    OtherKey {
        /// The id of the key it was sealed with.
        of_list: String,
        /// The id of the key at hand.
        at_hand: String,
    },
    /// It is not as it was written; in words.
    Broken(String),
}

/// A file that was read, without its key.
pub struct Sealed {
    key_id: String,
    salt: Digest,
    check: Digest,
    lines: Vec<[u8; LINE]>,
}

impl Sealed {
    /// Reads the text of a file.
    pub fn read(text: &str) -> Result<Sealed, String> {
        let (mut version, mut key_id, mut salt, mut check) = (None, None, None, None);
        let mut lines = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_end();
            let wrong = || format!("line {} is none that sayso writes", number + 1);
            if line.starts_with("<<<<<<<") {
                return Err("two versions of it were merged, and git could not".to_owned());
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match line.split_once(' ') {
                Some(("version", VERSION)) => version = Some(()),
                Some(("version", _)) => {
                    return Err("it was written by another version of sayso".to_owned());
                }
                Some(("key", id)) => key_id = Some(id.to_owned()),
                Some(("salt", value)) => salt = Some(unhex(value).ok_or_else(wrong)?),
                Some(("check", value)) => check = Some(unhex(value).ok_or_else(wrong)?),
                Some(_) => return Err(wrong()),
                None => lines.push(unhex(line).ok_or_else(wrong)?),
            }
        }
        match (version, key_id, salt, check) {
            (Some(()), Some(key_id), Some(salt), Some(check)) => Ok(Sealed {
                key_id,
                salt,
                check,
                lines,
            }),
            _ => Err("its first lines are not all there".to_owned()),
        }
    }

    /// How many places it has.
    pub fn places(&self) -> usize {
        self.lines.len()
    }

    /// Its terms.
    pub fn open(&self, key: &Key) -> Result<List, Unusable> {
        if self.key_id != key.id() {
            return Err(Unusable::OtherKey {
                of_list: self.key_id.clone(),
                at_hand: key.id(),
            });
        }
        let lines = self.lines.concat();
        if !key.is_digest("file", &[&self.salt, &lines], &self.check) {
            return Err(Unusable::Broken(
                "it is not as sayso wrote it: somebody changed or merged its lines".to_owned(),
            ));
        }
        let mut list = List {
            entries: Vec::new(),
            places: self.lines.len(),
        };
        for (number, line) in self.lines.iter().enumerate() {
            let line = masked(*line, number, &self.salt, key);
            let mut entry = Entry {
                digest: Digest::default(),
                words: line[16],
                print: u32::from_be_bytes([line[17], line[18], line[19], line[20]]),
            };
            entry.digest.copy_from_slice(&line[..16]);
            if entry.words > 0 {
                list.entries.push(entry);
            }
        }
        Ok(list)
    }
}

/// The text of the file for `list`.
pub fn write(list: &List, key: &Key) -> Result<String, String> {
    let mut lines = Vec::new();
    for entry in &list.entries {
        let mut line = [0; LINE];
        line[..16].copy_from_slice(&entry.digest);
        line[16] = entry.words;
        line[17..].copy_from_slice(&entry.print.to_be_bytes());
        lines.push(line);
    }
    while lines.len() < list.places() {
        let mut decoy = random::<LINE>()?;
        decoy[16] = 0;
        lines.push(decoy);
    }
    lines.sort_unstable();
    let salt = random()?;
    for (number, line) in lines.iter_mut().enumerate() {
        *line = masked(*line, number, &salt, key);
    }
    let check = key.digest("file", &[&salt, &lines.concat()]);
    let mut text = format!(
        "{HEAD}version {VERSION}\nkey {}\nsalt {}\ncheck {}\n",
        key.id(),
        hex(&salt),
        hex(&check[..16])
    );
    for line in lines {
        text.push_str(&hex(&line));
        text.push('\n');
    }
    Ok(text)
}

/// A line with its mask put on, or taken off.
fn masked(mut line: [u8; LINE], number: usize, salt: &Digest, key: &Key) -> [u8; LINE] {
    let mask = key.digest("line", &[salt, &(number as u64).to_be_bytes()]);
    for (byte, mask) in line.iter_mut().zip(mask) {
        *byte ^= mask;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Term;

    fn key() -> Key {
        Key::of(&[7; 32])
    }

    fn list(terms: &[&str]) -> List {
        let mut list = List::default();
        for term in terms {
            assert!(list.add(&Term::new(term), &key()));
        }
        list
    }

    fn places(text: &str) -> Vec<&str> {
        text.lines().filter(|line| line.len() == 2 * LINE).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let text = write(&list(&["Blue Heron", "Falcon"]), &key()).expect("a file");
        let sealed = Sealed::read(&text).expect("a list");
        let list = sealed.open(&key()).expect("opened");
        assert_eq!((list.len(), sealed.places()), (2, 16));
        assert!(list.has(&Term::new("blue-heron"), &key()));
        assert!(!list.has(&Term::new("heron"), &key()));
    }

    #[test]
    fn two_versions_have_no_line_in_common() {
        let mut list = list(&["Blue Heron", "Falcon"]);
        let before = write(&list, &key()).expect("a file");
        list.add(&Term::new("Teal Otter"), &key());
        let after = write(&list, &key()).expect("a file");
        assert_eq!(places(&before).len(), places(&after).len());
        assert!(places(&before).iter().all(|line| !after.contains(line)));
    }

    #[test]
    fn the_number_of_places_is_a_power_of_two_and_never_falls() {
        let names: Vec<String> = (0..17).map(|number| format!("Heron {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut list = list(&names);
        let text = write(&list, &key()).expect("a file");
        assert_eq!(places(&text).len(), 32);
        list = Sealed::read(&text)
            .expect("read")
            .open(&key())
            .expect("opened");
        for name in names {
            assert!(list.remove(&Term::new(name), &key()));
        }
        assert_eq!(places(&write(&list, &key()).expect("a file")).len(), 32);
    }

    #[test]
    fn a_file_that_was_changed_is_told() {
        let text = write(&list(&["Falcon"]), &key()).expect("a file");
        let broken = |text: &str| match Sealed::read(text) {
            Err(why) => why,
            Ok(sealed) => format!("{:?}", sealed.open(&key()).err()),
        };
        let last = text.trim_end().rfind('\n').expect("lines");
        assert!(broken(&text[..=last]).contains("changed or merged"));
        assert!(broken(&format!("{text}<<<<<<< HEAD\n")).contains("merged"));
        assert!(broken(&format!("{text}zz\n")).contains("line 23"));
        assert!(broken("").contains("first lines"));
        assert!(broken(&text.replace("version 1", "version 2")).contains("another version"));
        let other = Key::of(&[8; 32]);
        let opened = Sealed::read(&text).expect("a list").open(&other);
        assert!(matches!(opened, Err(Unusable::OtherKey { .. })));
    }
}
